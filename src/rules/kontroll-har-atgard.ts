import { kontrollmotsägelser } from '../domain/internkontroll.ts'
import { kontroll } from './exempel-kontroll.ts'
import type { Datarule } from './rule.ts'

export const rule: Datarule = {
  id: 'kontroll-har-atgard',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'En brist som ingen gör något åt finns kvar nästa år. Nämnden ansvarar för att den interna kontrollen är tillräcklig (6 kap. 6 § kommunallagen).',
  good: [
    { data: kontroll('utfört: T3', 'resultat: ingen avvikelse') },
    {
      data: kontroll(
        'utfört: T3',
        'resultat: brister identifierade',
        'åtgärd: Alla avtal läggs i registret.'
      )
    }
  ],
  bad: [
    {
      data: kontroll('utfört: T3', 'resultat: brister identifierade'),
      väntat: ['data 5:7 Kontrollen "Avtalstrohet" 2021 visar brister, men har ingen åtgärd.']
    },
    {
      data: kontroll('utfört: T3', 'resultat: risker identifierade'),
      väntat: ['data 5:7 Kontrollen "Avtalstrohet" 2021 visar risker, men har ingen åtgärd.']
    }
  ],
  check({ modell }, report) {
    for (const m of kontrollmotsägelser(modell.kontroller))
      if (m.slag === 'brist utan åtgärd')
        report({
          text: `Kontrollen "${m.namn}" ${m.period} visar ${m.resultat.replace(' identifierade', '')}, men har ingen åtgärd.`,
          hint: 'Skriv vad som görs åt det i "åtgärd".',
          span: m.span
        })
  }
}
