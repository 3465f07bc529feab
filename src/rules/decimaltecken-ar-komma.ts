import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { change, digitHits, styckena } from './walk.ts'

/** A decimal point before a unit can't be anything else: a version or a section has none. */
const PUNKT = latin(
  /(?<![\p{L}\d.,])(\d+)\.(\d{1,2})(?=[ \u00a0]?(?:%|‰|procent|kr|tkr|mnkr|mkr|mdkr|msek|miljoner|miljarder|kronor|årsarbetare|dagar|timmar|kvm|m²|poäng)(?![\p{L}\d]))/giu
)
/** Thousands with a point: 1.367.000, or 15.264 kr where three digits follow. */
const TUSENTAL = latin(
  /(?<![\p{L}\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])|(?<![\p{L}\d.,])\d{1,3}\.\d{3}(?=[ \u00a0]?(?:kr|tkr|mnkr|kronor|personer|st)(?![\p{L}\d]))/giu
)

export const rule: Textrule = {
  id: 'decimaltecken-ar-komma',
  severity: 'warning',
  on: 'text',
  why: 'Svenska decimaltal skrivs med komma och tusental med mellanslag. Blandas "7.8 %" med "5,6 %" vet läsaren inte om punkten skiljer tusental.',
  good: [
    { text: 'Frånvaron steg från 5,6\u00a0% till 7,8\u00a0%, se avsnitt 3.2 och version 2.0.' },
    { text: 'Mötet börjar kl. 13.30 den 26.4.2023.' }
  ],
  bad: [
    { text: 'Frånvaron steg till 7.8 %.', väntat: ['text 3:21 Decimalpunkt i "7.8".'] },
    {
      text: 'Det kostade 1.367.000 kronor.',
      väntat: ['text 3:13 Punkt mellan tusental i "1.367.000".']
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      for (const { match, span } of digitHits(stycke, PUNKT)) {
        const text = `${match[1]},${match[2]}`
        report({
          text: `Decimalpunkt i "${match[0]}".`,
          hint: `Skriv "${text}".`,
          span,
          ...change(stycke, match.index, match.index + match[0].length, text)
        })
      }
      for (const { match, span } of digitHits(stycke, TUSENTAL)) {
        const text = match[0].replaceAll('.', '\u00a0')
        report({
          text: `Punkt mellan tusental i "${match[0]}".`,
          hint: `Skriv "${text}" med fast mellanslag.`,
          span,
          ...change(stycke, match.index, match.index + match[0].length, text)
        })
      }
    }
  }
}
