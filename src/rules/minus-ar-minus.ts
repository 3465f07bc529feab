import { MINUS } from '../text/swedish.ts'
import type { Styckesrule } from './rule.ts'
import { change, digitHits } from './walk.ts'

const BINDESTRECK = /(?<=^|[\s(])[-–](?=\d[\d\s\u00a0]*(?:[.,]\d+)?(?![\d-]))/gu
/** Not in a sum: "8 + 4" is written with its spaces. */
const LÖST_PLUS = /(?<=^|[\s(])(?<!\d[ \u00a0])([+±])[ \u00a0]+(?=\d)/gu

export const rule: Styckesrule = {
  id: 'minus-ar-minus',
  severity: 'advice',
  on: 'text',
  why: 'Ett bindestreck framför ett tal läses upp som "streck" eller inte alls och kan hamna ensamt vid radslut. Minustecknet (−) skrivs tätt intill talet, liksom plustecknet.',
  good: [
    { text: 'Resultatet blev −9,5\u00a0mnkr mot +24,7\u00a0mnkr.' },
    { text: 'Åren 2017–2019, 30-49 år och 2022-02-14.' },
    { text: 'Källan anger 8 + 4 platser.' }
  ],
  bad: [
    {
      text: 'Resultatet blev -9,5\u00a0mnkr.',
      väntat: ['text 3:17 Bindestreck i stället för minustecken.']
    },
    {
      text: 'Resultatet blev + 24,7\u00a0mnkr.',
      väntat: ['text 3:17 Mellanslag mellan "+" och talet.']
    }
  ],
  checkStycke(stycke, report) {
    for (const { match, span } of digitHits(stycke, BINDESTRECK)) {
      // A list in one paragraph: "– 5 bilar" has its space, "-5" hasn't.
      report({
        text: 'Bindestreck i stället för minustecken.',
        hint: `Skriv ett minustecken: ${MINUS}`,
        span,
        ...change(stycke, match.index, match.index + 1, MINUS)
      })
    }
    for (const { match, span } of digitHits(stycke, LÖST_PLUS))
      report({
        text: `Mellanslag mellan "${match[1]}" och talet.`,
        hint: 'Skriv tecknet tätt intill talet.',
        span,
        ...change(stycke, match.index, match.index + match[0].length, match[1] ?? '')
      })
  }
}
