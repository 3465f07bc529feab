import { latin } from '../text/letters.ts'
import { NBSP } from '../text/swedish.ts'
import type { Styckesrule } from './rule.ts'
import { change, digitHits } from './walk.ts'

const HOPSKRIVET = latin(
  /(?<![\p{L}\d])(\d+(?:[.,]\d+)?)(%|‰|kr|tkr|mnkr|mkr|mdkr|kvm|m²|procent|kronor|miljoner|personer|st)(?![\p{L}\d])/giu
)

export const rule: Styckesrule = {
  id: 'mellanslag-fore-enhet',
  severity: 'advice',
  on: 'text',
  why: 'Mellan tal och enhet skrivs ett fast mellanslag: "8,5 %". Utan mellanslag är det fel enligt svenska skrivregler.',
  good: [
    { text: 'Frånvaron var 8,5\u00a0% och e-post är en %-sats.' },
    { text: 'Två procent, 3:e kvartalet.' }
  ],
  bad: [
    {
      text: 'Den arbetade tiden minskade med 8,5%.',
      väntat: ['text 3:33 Mellanslag saknas mellan "8,5" och "%".']
    },
    { text: 'Det kostade 70tkr.', väntat: ['text 3:13 Mellanslag saknas mellan "70" och "tkr".'] }
  ],
  checkStycke(stycke, report) {
    for (const { match, span } of digitHits(stycke, HOPSKRIVET)) {
      const [whole, tal = '', enhet = ''] = match
      report({
        text: `Mellanslag saknas mellan "${tal}" och "${enhet}".`,
        hint: `Skriv "${tal} ${enhet}" med fast mellanslag.`,
        span,
        ...change(stycke, match.index, match.index + whole.length, `${tal}${NBSP}${enhet}`)
      })
    }
  }
}
