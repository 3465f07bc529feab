import type { Span } from '../source.ts'
import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { styckena } from './walk.ts'

const MÅNAD =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'
const FORMER: readonly (readonly [string, RegExp])[] = [
  ['2022-02-14', /(?<![\d-])(?:19|20)\d{2}-(?:0\d|1[0-2])-[0-3]\d(?![\d-])/g],
  [
    '14 februari 2022',
    new RegExp(`(?<!\\d)\\d{1,2}[ \\u00a0](?:${MÅNAD})[ \\u00a0](?:19|20)\\d{2}`, 'giu')
  ],
  ['14/2 2022', /(?<![\d/])\d{1,2}\/\d{1,2}(?:[ -](?:19|20)\d{2}|[-/](?:19|20)?\d{2})?(?![\d/])/g],
  ['220214', /(?<![\d-])(?:0\d|1\d|2\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-])/g],
  ['14.2.2022', /(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d.])/g]
]
const NAMN = latin(
  /(?<!\p{L})(?:nr|nummer)[ \u00a0]?\d{1,3}([ \u00a0]?[-–/][ \u00a0]?)(?:19|20)\d{2}(?!\d)/giu
)

export const rule: Textrule = {
  id: 'en-form-av-datum',
  severity: 'advice',
  on: 'text',
  why: 'I löptext skrivs datum "14 februari 2022", i tabeller och diarienummer 2022-02-14. Tre eller fler former i samma rapport gör den svår att söka i, liksom rapportnummer skrivna på olika sätt.',
  good: [
    {
      text: 'Beslutet togs den 14 februari 2022 (dnr 2022-02-14).\n\n| Datum |\n|---|\n| 2022-02-14 |'
    },
    { text: 'Rapporterna nr 6–2023 och nr 9–2023.' }
  ],
  bad: [
    {
      text: 'Beslut 26 april 2023, 26/4 2023 och 230426.',
      väntat: [
        'text 3:23 Datum skrivs på 3 sätt i rapporten, här "26/4 2023".',
        'text 3:37 Datum skrivs på 3 sätt i rapporten, här "230426".'
      ]
    },
    {
      text: 'Rapporterna nr 6 - 2023 och nr 9–2023.',
      väntat: ['text 3:29 Rapportnumret "nr 9–2023" skrivs på ett annat sätt än "nr 6 - 2023".']
    }
  ],
  check(subject, report) {
    const found: { form: string; text: string; span: Span; cell: boolean }[] = []
    const nummer = new Map<string, { text: string; span: Span }[]>()
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || !/\d/.test(stycke.text)) continue
      for (const [form, pattern] of FORMER)
        for (const match of stycke.text.matchAll(pattern)) {
          const end = match.index + match[0].length
          found.push({
            form,
            text: match[0],
            span: stycke.spanOf(match.index, end),
            cell: stycke.cell !== undefined || stycke.slagAt(match.index) === 'värde'
          })
        }
      for (const match of stycke.text.matchAll(NAMN)) {
        const entry = {
          text: match[0],
          span: stycke.spanOf(match.index, match.index + match[0].length)
        }
        const known = nummer.get(match[1] ?? '')
        if (known) known.push(entry)
        else nummer.set(match[1] ?? '', [entry])
      }
    }
    const former = new Set(found.map(({ form }) => form))
    // Two are the rule: words in running text, digits in tables.
    if (former.size > 2)
      for (const { form, text, span, cell } of found)
        if (form !== '14 februari 2022' && !(cell && form === '2022-02-14'))
          report({
            text: `Datum skrivs på ${former.size} sätt i rapporten, här "${text}".`,
            hint: 'Skriv {{datum "2022-02-14"}}, som ger 14 februari 2022.',
            span
          })
    const [vanligast, ...andra] = [...nummer.values()].toSorted((a, b) => b.length - a.length)
    for (const { text, span } of andra.flat())
      report({
        text: `Rapportnumret "${text}" skrivs på ett annat sätt än "${vanligast?.[0]?.text ?? ''}".`,
        hint: 'Skriv alla rapportnummer lika, till exempel nr 6–2023.',
        span
      })
  }
}
