import { latin } from '../text/letters.ts'
import type { Styckesrule } from './rule.ts'
import { change, hits } from './walk.ts'

/** Two spaces within a line, and a space before a stop. Line breaks in the source are one space. */
const DUBBLA = /(?<=\S)[ \u00a0]{2,}(?=[^\s])/g
const FÖRE_SKILJETECKEN = latin(/(?<=[\p{L}\d%)])[ ]+([,;:!?.])(?=\s|$)/gu)

export const rule: Styckesrule = {
  id: 'ett-mellanslag',
  severity: 'advice',
  on: 'text',
  why: 'Dubbla mellanslag och mellanslag före skiljetecken syns som ojämna luckor i pdf-filen, och en uppläsare stannar på fel ställe.',
  good: [
    { text: 'En mening.\nOch en till på nästa rad.' },
    { text: 'Kod: `a  b` är orörd, och tre punkter … går bra.' }
  ],
  bad: [
    { text: 'Kostnaden  ökade.', väntat: ['text 3:10 Två mellanslag i rad.'] },
    { text: 'Kostnaden ökade , men', väntat: ['text 3:16 Mellanslag före ",".'] }
  ],
  checkStycke(stycke, report) {
    for (const { match, span } of hits(stycke, DUBBLA))
      report({
        text: 'Två mellanslag i rad.',
        hint: 'Skriv ett mellanslag.',
        span,
        ...change(stycke, match.index, match.index + match[0].length, ' ')
      })
    for (const { match, span } of hits(stycke, FÖRE_SKILJETECKEN))
      report({
        text: `Mellanslag före "${match[1]}".`,
        hint: 'Ta bort mellanslaget.',
        span,
        ...change(stycke, match.index, match.index + match[0].length, match[1] ?? '')
      })
  }
}
