import { latin } from '../text/letters.ts'
import { FELSTAVNINGAR } from './felstavningar.ts'
import type { Styckesrule } from './rule.ts'
import { change, hits } from './walk.ts'

const LISTAN = latin(
  new RegExp(
    `(?<!\\p{L})(\\p{L}*?)(${Object.keys(FELSTAVNINGAR)
      .toSorted((a, b) => b.length - a.length)
      .map(notRight)
      .join('|')})(?=\\p{L}*)`,
    'giu'
  )
)
/** "engageman" is the beginning of what is right: wrong only where that doesn't follow. */
function notRight(fel: string): string {
  const rätt = FELSTAVNINGAR[fel] ?? ''
  return rätt.startsWith(fel) ? `${fel}(?!${rätt.charAt(fel.length)})` : fel
}

/** Such beginnings are misspelt wherever in a compound they stand. */
const INUTI = /^(?:revison|kvaliet|uppföljing|upphandlig|förvalting|paralell|avikelse)$/i

export const rule: Styckesrule = {
  id: 'ord-ratt-stavade',
  severity: 'advice',
  on: 'text',
  why: 'Stavfel i en publicerad rapport drar uppmärksamheten från innehållet, och ordet går inte att söka efter. Regeln kan bara de vanligaste felen.',
  good: [{ text: 'En tillfredsställande kvalitet, successiva leveranser och revisionens kronor.' }],
  bad: [
    {
      text: 'Kontrollen är inte tillfredställande.',
      väntat: ['text 3:20 "tillfredställande" är felstavat.']
    },
    { text: 'Hög Kvaliet.', väntat: ['text 3:5 "Kvaliet" är felstavat.'] }
  ],
  checkStycke(stycke, report) {
    for (const { match } of hits(stycke, LISTAN)) {
      const [, före = '', fel = ''] = match
      if (före !== '' && !INUTI.test(fel)) continue
      const start = match.index + före.length
      const rest = latin(/^\p{L}*/u).exec(stycke.text.slice(start + fel.length))?.[0] ?? ''
      const rätt = FELSTAVNINGAR[fel.toLowerCase()] ?? fel
      const cased = /^\p{Lu}/u.test(fel) ? rätt.charAt(0).toUpperCase() + rätt.slice(1) : rätt
      const end = start + fel.length
      report({
        text: `"${före}${fel}${rest}" är felstavat.`,
        hint: `Menade du "${före}${cased}${rest}"?`,
        span: stycke.spanOf(match.index, end + rest.length),
        ...change(stycke, start, end, cased)
      })
    }
  }
}
