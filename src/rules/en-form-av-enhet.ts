import type { Span } from '../source.ts'
import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { styckena } from './walk.ts'

const GRUPPER: readonly (readonly [string, RegExp])[] = [
  ['miljoner kronor', latin(/(?<=\d[ \u00a0]?)(mnkr|mkr|msek|mnsek|Mkr|MSEK)(?!\p{L})/gu)],
  ['tusen kronor', latin(/(?<=\d[ \u00a0]?)(tkr|ksek|tsek|kkr|KSEK)(?!\p{L})/gu)],
  ['miljarder kronor', latin(/(?<=\d[ \u00a0]?)(mdkr|mdr|mdsek)(?!\p{L})/gu)]
]

export const rule: Textrule = {
  id: 'en-form-av-enhet',
  severity: 'advice',
  on: 'text',
  why: 'När samma enhet skrivs "msek", "mkr" och "mnkr" i en rapport undrar läsaren om de är olika.',
  good: [{ text: 'Besparingen blev 54,5 mnkr av 70 mnkr, alltså miljoner kronor.' }],
  bad: [
    {
      text: 'Besparingen blev 54,5 msek mot målet 70 mkr.',
      väntat: ['text 3:41 Miljoner kronor skrivs "mkr" här men "msek" på annat ställe.']
    }
  ],
  check(subject, report) {
    for (const [enhet, pattern] of GRUPPER) {
      const former = new Map<string, Span[]>()
      for (const { stycke } of styckena(subject)) {
        if (stycke.citat || !/\d/.test(stycke.text)) continue
        for (const match of stycke.text.matchAll(pattern)) {
          const span = stycke.spanOf(match.index, match.index + match[0].length)
          const known = former.get(match[0])
          if (known) known.push(span)
          else former.set(match[0], [span])
        }
      }
      if (former.size < 2) continue
      // The form used most stands; where they are equal, the first.
      const [vanligast, ...andra] = [...former].toSorted((a, b) => b[1].length - a[1].length)
      const first = vanligast?.[1][0]
      for (const [form, spans] of andra)
        for (const span of spans)
          report({
            text: `${enhet.charAt(0).toUpperCase()}${enhet.slice(1)} skrivs "${form}" här men "${vanligast?.[0]}" på annat ställe.`,
            hint: 'Välj en form. Tertial skriver mnkr, tkr och mdkr.',
            span,
            ...(first ? { related: [{ text: `"${vanligast?.[0]}"`, span: first }] } : {})
          })
    }
  }
}
