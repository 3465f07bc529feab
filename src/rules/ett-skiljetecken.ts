import { latin } from '../text/letters.ts'
import type { Styckesrule } from './rule.ts'
import { change, hits } from './walk.ts'

const DUBBLA = latin(
  /(?<=[\p{L}\d)”"%])(?:\.\.(?![.\p{L}\d])|,,|;;|::(?!:)|,\.|\.,(?=\s)|(?<!\p{L}\.\p{L})\. \.(?=\s|$))/gu
)

export const rule: Styckesrule = {
  id: 'ett-skiljetecken',
  severity: 'warning',
  on: 'text',
  why: 'Två skiljetecken i rad är rester efter en ändring: "se bilaga.." lämnar läsaren undrande om något saknas.',
  good: [{ text: 'Tre punkter… eller tre... går bra, liksom t.ex. och m.fl., om det behövs.' }],
  bad: [
    { text: 'Se bilaga..', väntat: ['text 3:10 Två skiljetecken i rad: "..".'] },
    { text: 'Kostnaden ökade,, men', väntat: ['text 3:16 Två skiljetecken i rad: ",,".'] }
  ],
  checkStycke(stycke, report) {
    for (const { match, span } of hits(stycke, DUBBLA)) {
      // "m.fl., om": the first stop belongs to the abbreviation.
      if (
        match[0] === '.,' &&
        latin(/(?:\p{L}\.)?\p{Ll}{1,3}$/u).test(stycke.text.slice(0, match.index))
      )
        continue
      report({
        text: `Två skiljetecken i rad: "${match[0]}".`,
        hint: 'Ta bort det ena.',
        span,
        ...change(stycke, match.index, match.index + match[0].length, match[0].charAt(0))
      })
    }
  }
}
