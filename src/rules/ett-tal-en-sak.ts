import type { Span } from '../source.ts'
import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { styckena, talenIn } from './walk.ts'
import { stem } from './words.ts'

/** Words for people, which may rightly stand for each other. */
const MÄNNISKOR = new Set(
  'person personer anställd anställda medarbetare människor individer invånare patienter'
    .split(' ')
    .map(stem)
)
const NOMEN = latin(
  /^[\s\u00a0]+((?:(?:\p{Ll}+(?:ade|ande|de|da|na|iska|liga|ga|a|t))[\s\u00a0]+)?)(\p{Ll}{2,}(?:ar|er|or|n|ag|al|en|et|tal|fall|mål|avtal|uppdrag|krav|fel))(?!\p{L})/u
)

export const rule: Textrule = {
  id: 'ett-tal-en-sak',
  severity: 'advice',
  on: 'text',
  why: 'Samma antal kallas "avtal" på ett ställe och "upphandlingar" på ett annat. Läsaren undrar om det är två saker, och nästa år räknas fel sak.',
  good: [
    { text: 'Koden fanns i 171 upphandlingar. Av 171 upphandlingar avbröts några.' },
    { text: 'Vi var 171 personer, alltså 171 anställda, och fick 12 frågor och 12 svar.' }
  ],
  bad: [
    {
      text: 'Koden fanns i 171 avtal. I de 171 upphandlingar som annonserades ingick den.',
      väntat: ['text 3:31 171 kallas "upphandlingar" här men "avtal" på annat ställe.']
    }
  ],
  check(subject, report) {
    const seen = new Map<string, { ord: string; stam: string; span: Span }>()
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || !/\d{3}/.test(stycke.text)) continue
      for (const tal of talenIn(stycke)) {
        // Fewer is coincidence, and a round number is many things.
        const size = tal.värde.abs()
        if (tal.enhet !== undefined || tal.ord || tal.decimaler > 0 || size.lt(100)) continue
        if (size.toFixed(0).endsWith('0')) continue
        const noun = NOMEN.exec(stycke.text.slice(tal.end))
        const ord = noun?.[2]
        if (!ord) continue
        const stam = MÄNNISKOR.has(stem(ord)) ? 'person' : stem(ord)
        const key = size.toFixed()
        const first = seen.get(key)
        const span = stycke.spanOf(tal.start, tal.end + (noun?.[0].length ?? 0))
        if (!first) seen.set(key, { ord, stam, span })
        else if (first.stam !== stam && !first.stam.endsWith(stam) && !stam.endsWith(first.stam))
          report({
            text: `${stycke.text.slice(tal.start, tal.end)} kallas "${ord}" här men "${first.ord}" på annat ställe.`,
            hint: 'Välj det ord som säger vad som räknas, och använd det överallt.',
            span,
            related: [{ text: `"${first.ord}"`, span: first.span }]
          })
      }
    }
  }
}
