import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { styckena } from './walk.ts'

const NUMMER = latin(/^(?:\d{1,2}(?:\.\d{1,2})*\.?|\d{1,2}\)|[IVX]{1,4}\.)[ \u00a0\t]+(?=\p{L})/u)

export const rule: Textrule = {
  id: 'rubriker-numreras-av-mallen',
  severity: 'warning',
  on: 'text',
  why: 'Mallen numrerar rubrikerna. Nummer som skrivs för hand blir dubbla, och när ett avsnitt flyttas stämmer de inte längre ("3.1.1.", "3.1.2" och "4." i samma rapport).',
  good: [{ text: '## Mål och indikatorer\n\n### 2021 års resultat\n\n### 7-klövern' }],
  bad: [
    {
      text: '## 4. Särskilda direktiv\n\nText.',
      väntat: ['text 3:4 Rubriken har ett nummer som är skrivet för hand: "4.".']
    },
    {
      text: '## 3.1.2 God vård\n\nText.',
      väntat: ['text 3:4 Rubriken har ett nummer som är skrivet för hand: "3.1.2".']
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (stycke.slag !== 'rubrik') continue
      const match = NUMMER.exec(stycke.text)
      // "2021 års resultat" is no number; "10 principer" is told apart by what a report numbers.
      if (!match || (/^\d+ /.test(match[0]) && Number.parseInt(match[0], 10) > 9)) continue
      const text = match[0].trim()
      if (/^\d$/.test(text) && /^\d\s+(?:av|till|–|\p{Ll})/u.test(stycke.text)) continue
      report({
        text: `Rubriken har ett nummer som är skrivet för hand: "${text}".`,
        hint: 'Ta bort numret; mallen sätter det, och {{se "…"}} hänvisar till det.',
        span: stycke.spanOf(0, text.length),
        fix: [{ span: stycke.spanOf(0, match[0].length), text: '' }]
      })
    }
  }
}
