import { latin } from '../text/letters.ts'
import type { Styckesrule } from './rule.ts'
import { change, hits } from './walk.ts'

/** Words that rightly stand twice: "det som det som", "var och var" aside, few do. */
const RÄTT = new Set(['det', 'den', 'som', 'var', 'för', 'så', 'mer', 'om', 'till', 'blå', 'tal'])
const DUBBEL = latin(/(?<![\p{L}\d-])(\p{L}{2,})[ \u00a0\n]+(\1)(?![\p{L}\d-])/giu)

export const rule: Styckesrule = {
  id: 'ord-en-gang',
  severity: 'warning',
  on: 'text',
  why: 'Ett ord som står två gånger i rad är nästan alltid ett skrivfel.',
  good: [
    { text: 'Det som det gäller är att resultatet blev bra.' },
    { text: 'Vård på lika villkor. Villkor för bidrag.' }
  ],
  bad: [
    {
      text: 'Målet är att att minska frånvaron.',
      väntat: ['text 3:10 Ordet "att" står två gånger i rad.']
    }
  ],
  checkStycke(stycke, report) {
    for (const { match, span } of hits(stycke, DUBBEL)) {
      const word = match[1] ?? ''
      if (RÄTT.has(word.toLowerCase()) || /^\p{Lu}/u.test(match[2] ?? '')) continue
      const end = match.index + match[0].length
      report({
        text: `Ordet "${word}" står två gånger i rad.`,
        hint: 'Ta bort det ena.',
        span,
        ...change(stycke, match.index + word.length, end, '')
      })
    }
  }
}
