import { bedömIndikator, indikatorerna } from '../domain/bedomning.ts'
import { indikator } from './exempel-indikator.ts'
import { omNamn, omSerie, underSammaRubrik, ÅTGÄRD } from './omnamnt.ts'
import type { Rapportrule } from './rule.ts'
import { följerIndikatorer, periodpost } from './uppfoljning.ts'
import { målgren } from '../domain/uppdelning.ts'

const RADER = ['målvärde: max 4,5', 'utfall: 6,0'] as const

export const rule: Rapportrule = {
  id: 'ej-natt-mal-har-atgard',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'När ett mål inte nås ska läsaren få veta vad som görs åt det. Revisorerna bedömer om nämnden har vidtagit åtgärder, inte bara om målet nåddes.',
  good: [
    { data: indikator([...RADER, 'åtgärd: Alla chefer får stöd av en hälsostrateg.']) },
    {
      data: indikator(RADER),
      text: 'Sjukfrånvaron är för hög. Tidiga samtal införs på alla enheter från mars.'
    },
    { data: indikator(['målvärde: max 4,5', 'utfall: 4,2']) }
  ],
  bad: [
    {
      data: indikator(RADER),
      väntat: [
        'data 6:7 Målet för "Sjukfrånvaro" nåddes inte, och det står inte vad som görs åt det.'
      ]
    },
    {
      data: indikator([...RADER, 'kommentar: Ökade under våren.']),
      väntat: [
        'råd data 6:7 Målet för "Sjukfrånvaro" nåddes inte. Det förklaras, men det står inte vad som görs åt det.'
      ]
    }
  ],
  check(subject, report) {
    if (!följerIndikatorer(subject)) return
    const { modell, räknare, period } = subject
    const målen = new Map(modell.mål.flatMap(målgren).map((mål) => [mål.id, mål]))
    for (const serie of indikatorerna(modell)) {
      const bedömning = bedömIndikator(räknare, serie, period)
      if (bedömning.gällande !== 'ej uppfyllt') continue
      const post = periodpost(serie, period)
      if (post?.åtgärd !== undefined) continue
      const mål = målen.get(serie.mål ?? '')
      const stycken = omSerie(subject, serie)
      const egna = [post?.kommentar, bedömning.egen?.motivering].filter((x) => x !== undefined)
      const nära = underSammaRubrik(subject, [
        ...stycken,
        ...(mål ? omNamn(subject, mål.namn) : [])
      ])
      if ([...egna, ...nära.map(({ text }) => text)].some((text) => ÅTGÄRD.test(text))) continue
      const förklaras = egna.length + stycken.length > 0
      const början = `Målet för "${serie.namn}" nåddes inte`
      report({
        text: förklaras
          ? `${början}. Det förklaras, men det står inte vad som görs åt det.`
          : `${början}, och det står inte vad som görs åt det.`,
        hint: 'Skriv vad som görs i "åtgärd" under perioden, eller i texten om målet.',
        span: post?.span ?? serie.span,
        ...(förklaras ? { severity: 'advice' } : {})
      })
    }
  }
}
