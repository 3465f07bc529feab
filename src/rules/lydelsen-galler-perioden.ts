import { lastDay } from '../domain/period.ts'
import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { hits, styckena } from './walk.ts'

const NY = latin(/förebygg\p{L}*\s+fel\s+och\s+oegentligheter/giu)
const PARAGRAF = /6\s*kap\.?\s*6\s*§/giu
/** The day Lag (2025:374) came into force (prop. 2024/25:80). */
const FRÅN = '2025-07-01'

const RAPPORT = (år: string) => `dokumenttyp: årsrapport\nperiod: ${år}\nstatus: utkast\n`

export const rule: Textrule = {
  id: 'lydelsen-galler-perioden',
  severity: 'advice',
  on: 'text',
  why: 'Sedan den 1 juli 2025 säger 6 kap. 6 § kommunallagen att den interna kontrollen ska vara tillräcklig "för att förebygga fel och oegentligheter i verksamheten" (Lag 2025:374, prop. 2024/25:80). Dessförinnan krävdes att den är tillräcklig. En rapport bedöms efter den lydelse som gällde.',
  good: [
    {
      rapport: RAPPORT('2021'),
      text: 'Enligt 6 kap. 6 § kommunallagen ska den interna kontrollen vara tillräcklig.'
    },
    {
      rapport: RAPPORT('2025'),
      text: 'Enligt 6 kap. 6 § kommunallagen ska den interna kontrollen vara tillräcklig för att förebygga fel och oegentligheter i verksamheten.'
    },
    { rapport: RAPPORT('2021'), text: 'Rutinen ska förebygga fel och oegentligheter.' }
  ],
  bad: [
    {
      rapport: RAPPORT('2021'),
      text: 'Enligt 6 kap. 6 § kommunallagen ska kontrollen förebygga fel och oegentligheter.',
      väntat: ['text 3:48 Lydelsen av 6 kap. 6 § kommunallagen gäller från den 1 juli 2025.']
    },
    {
      rapport: RAPPORT('2025'),
      text: 'Enligt 6 kap. 6 § kommunallagen ska den interna kontrollen vara tillräcklig.',
      väntat: [
        'text 3:8 Lydelsen av 6 kap. 6 § kommunallagen är den som gällde till och med juni 2025.'
      ]
    }
  ],
  check(subject, report) {
    const ny = lastDay(subject.period) >= FRÅN
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || !stycke.text.includes('§')) continue
      const [paragraf] = hits(stycke, PARAGRAF)
      const [lydelse] = hits(stycke, NY)
      if (!paragraf) continue
      if (lydelse && !ny)
        report({
          text: 'Lydelsen av 6 kap. 6 § kommunallagen gäller från den 1 juli 2025.',
          hint: 'Skriv att den interna kontrollen ska vara tillräcklig, som lagen sade under perioden.',
          span: lydelse.span
        })
      else if (!lydelse && ny && /tillräcklig/iu.test(stycke.text))
        report({
          text: 'Lydelsen av 6 kap. 6 § kommunallagen är den som gällde till och med juni 2025.',
          hint: 'Lägg till: för att förebygga fel och oegentligheter i verksamheten.',
          span: paragraf.span
        })
    }
  }
}
