import { formatLista } from '../text/swedish.ts'
import type { Datarule } from './rule.ts'

const KONTROLL = (rader: string) => `kontroller:
  - id: avtalstrohet
    namn: Avtalstrohet
${rader}`

export const rule: Datarule = {
  id: 'kontroll-har-metod',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'En kontroll utan metod går inte att göra om på samma sätt, och en utan ansvarig blir inte gjord. Båda hör till planen som nämnden beslutar.',
  good: [
    { data: KONTROLL('    metod: Stickprov på 40 inköp\n    ansvarig: Inköpschefen\n') },
    {
      data: KONTROLL('    kontrollmoment: Andel inköp på avtal\n    utförare: Inköp\n')
    }
  ],
  bad: [
    {
      data: KONTROLL('    ansvarig: Inköpschefen\n'),
      väntat: ['data 2:9 Kontrollen "Avtalstrohet" saknar metod.']
    },
    {
      data: KONTROLL(''),
      väntat: ['data 2:9 Kontrollen "Avtalstrohet" saknar metod och ansvarig.']
    }
  ],
  check({ modell }, report) {
    for (const { namn, metod, kontrollmoment, ansvarig, utförare, span } of modell.kontroller) {
      const saknas = [
        ...((metod ?? kontrollmoment) === undefined ? ['metod'] : []),
        ...((ansvarig ?? utförare) === undefined ? ['ansvarig'] : [])
      ]
      if (saknas.length === 0) continue
      report({
        text: `Kontrollen "${namn}" saknar ${formatLista(saknas)}.`,
        hint: `Skriv ${formatLista(saknas.map((nyckel) => `"${nyckel}"`))} hos kontrollen.`,
        span
      })
    }
  }
}
