import { latin } from '../text/letters.ts'
import type { Styckesrule } from './rule.ts'
import { change, digitHits } from './walk.ts'

const ÅR = latin(
  /(?<![\p{L}\d./:–-])((?:19|20)\d{2})[ \u00a0]?-[ \u00a0]?((?:19|20)\d{2})(?![\p{L}\d./:–-])/gu
)
const TAL = latin(
  /(?<![\p{L}\d./:–,-])(\d{1,3}(?:,\d+)?)[ ]?-[ ]?(\d{1,3}(?:,\d+)?)(?=[ \u00a0](?:%|procent|år|åringar|mnkr|tkr|kr|personer|dagar|veckor|månader|timmar|procentenheter|st)(?![\p{L}\d]))/gu
)

export const rule: Styckesrule = {
  id: 'tankstreck-i-intervall',
  severity: 'advice',
  on: 'text',
  why: 'Mellan två tal som anger ett intervall står tankstreck utan mellanslag: 2017–2019. Med bindestreck läses det lätt som minus eller som ett nummer.',
  good: [
    { text: 'Åren 2017–2019, åldern 30–49 år, rapport 6-2023 och KS-2014/742.' },
    { text: '2022-02-14' }
  ],
  bad: [
    { text: 'Åren 2017-2019 ökade.', väntat: ['text 3:6 Bindestreck i intervallet "2017-2019".'] },
    { text: 'Åldern 30-49 år.', väntat: ['text 3:8 Bindestreck i intervallet "30-49".'] }
  ],
  checkStycke(stycke, report) {
    for (const pattern of [ÅR, TAL])
      for (const { match, span } of digitHits(stycke, pattern)) {
        const [whole, a = '', b = ''] = match
        if (Number(a.replace(',', '.')) >= Number(b.replace(',', '.'))) continue
        report({
          text: `Bindestreck i intervallet "${whole}".`,
          hint: `Skriv tankstreck: ${a}–${b}`,
          span,
          ...change(stycke, match.index, match.index + whole.length, `${a}–${b}`)
        })
      }
  }
}
