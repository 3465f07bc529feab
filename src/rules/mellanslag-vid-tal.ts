import { latin } from '../text/letters.ts'
import type { Styckesrule } from './rule.ts'
import { change, digitHits } from './walk.ts'

/** A digit glued to a word where the word is one that stands alone. */
const FÖRE = latin(
  /(?<![\p{L}\d-])(ca|cirka|omkring|ungefär|drygt|knappt|nästan|närmare|över|under|cirka|år|sedan|till|från|med|och|av|på|om|om|totalt|sammanlagt|överstigande|understigande|minst|högst|max|minus|plus|motsvarande|varav|per)(\d[\d,.]*)(?![\p{L}\d])/giu
)
const EFTER = latin(
  /(?<![\p{L}\d/:.-])(\d{2,}(?:[,.]\d+)?)(har|är|var|blev|och|till|från|med|av|i|på|som|års|jämfört|mot|uppgick|ska|kommer|för|genom|finns|hade|samt|eller)(?![\p{L}\d-])/gu
)
/** A footnote's mark that has got into the word: "förbätt4re". */
const I_ORD = latin(/(?<![\p{L}\d])\p{Ll}{3,}\d\p{Ll}{2,}(?![\p{L}\d])/gu)

export const rule: Styckesrule = {
  id: 'mellanslag-vid-tal',
  severity: 'warning',
  on: 'text',
  why: 'En siffra som sitter ihop med ett ord ("ca70", "2021har", "förbätt4re") är ett tappat mellanslag eller en notsiffra på villovägar. Den går inte att söka efter och läses upp fel.',
  good: [
    { text: 'ISO9001, covid-19, 24x7, T1 och A4 är namn. År 2021 har gått.' },
    { text: 'Ca 70 bilar, 90-talet och 3:e plats.' }
  ],
  bad: [
    { text: 'Det fanns ca70 bilar.', väntat: ['text 3:11 Mellanslag saknas i "ca70".'] },
    {
      text: 'Pandemin under 2021har präglat året.',
      väntat: ['text 3:16 Mellanslag saknas i "2021har".']
    },
    {
      text: 'Beslut överstigande1 mnkr fattas av nämnden.',
      väntat: ['text 3:8 Mellanslag saknas i "överstigande1".']
    },
    {
      text: 'Minst 15 områden ska förbätt4ras.',
      väntat: ['text 3:22 Siffran i "förbätt4ras" hör inte hemma i ordet.']
    }
  ],
  checkStycke(stycke, report) {
    for (const pattern of [FÖRE, EFTER])
      for (const { match, span } of digitHits(stycke, pattern)) {
        const [whole, a = '', b = ''] = match
        report({
          text: `Mellanslag saknas i "${whole}".`,
          hint: `Skriv "${a} ${b}".`,
          span,
          ...change(stycke, match.index, match.index + whole.length, `${a} ${b}`)
        })
      }
    for (const { match, span } of digitHits(stycke, I_ORD))
      report({
        text: `Siffran i "${match[0]}" hör inte hemma i ordet.`,
        hint: 'Ta bort siffran, eller skriv en fotnot efter ordet: [^1]',
        span
      })
  }
}
