import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { hits, styckena } from './walk.ts'

const RAPPORT = (år: string) => `dokumenttyp: årsrapport\nperiod: ${år}\nstatus: utkast\n`

export const rule: Textrule = {
  id: 'resultatreserv-fran-2024',
  severity: 'advice',
  on: 'text',
  why: 'Resultatutjämningsreserven ersattes den 1 januari 2024 av resultatreserven (11 kap. 14 § kommunallagen, prop. 2022/23:119). En rapport för senare år som reserverar till den gamla följer fel regler.',
  good: [
    { rapport: RAPPORT('2022'), text: 'Till resultatutjämningsreserven förs tio miljoner.' },
    {
      rapport: RAPPORT('2024'),
      text: 'Resultatreserven har ersatt den tidigare resultatutjämningsreserven.'
    }
  ],
  bad: [
    {
      rapport: RAPPORT('2024'),
      text: 'Till resultatutjämningsreserven förs tio miljoner.',
      väntat: ['text 3:6 Resultatutjämningsreserven ersattes 2024 av resultatreserven.']
    }
  ],
  check(subject, report) {
    if (subject.period.år < 2024) return
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || /tidigare|ersatt|ersätt|avveckla|före 2024|2023/iu.test(stycke.text))
        continue
      for (const { span } of hits(
        stycke,
        latin(/(?<!\p{L})(?:resultatutjämningsreserv\p{L}*|RUR)(?!\p{L})/gu)
      ))
        report({
          text: 'Resultatutjämningsreserven ersattes 2024 av resultatreserven.',
          hint: 'Skriv resultatreserven, eller att det gäller medel från tidigare år.',
          span
        })
    }
  }
}
