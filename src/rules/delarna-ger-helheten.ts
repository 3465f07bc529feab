import { ZERO } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import type { Fynd, Textrule } from './rule.ts'
import { equation, listsIn, wholeFirst, wholeLast } from './sentence-sums.ts'
import {
  baseOf,
  between,
  isTyped,
  judge,
  like,
  numberSentences,
  said,
  sameKind,
  slackOf,
  spanOf,
  type Talmening
} from './sentences.ts'

export const rule: Textrule = {
  id: 'delarna-ger-helheten',
  severity: 'error',
  on: 'text',
  why: 'Räknas delarna upp efter en helhet ska de ge den: 15 mål kan inte vara 6 vunna, 1 avskrivet, 4 förlorade och 5 pågående. Avrundade belopp får skilja en halv enhet var. Och det som följer på "varav" kan inte vara mer än helheten.',
  good: [
    {
      text: 'Av 15 mål, fördelade på 6 vunna, 1 avskrivet, 4 förlorade och 4 ej avgjorda, är fem nya.'
    },
    {
      text: 'Överskottet är 26 mnkr: 11 mnkr lägre drift, 7 mnkr hyror, 3 mnkr räntor och ca 5 mnkr övrigt.'
    },
    { text: 'Antalet anställda är 820, varav 240 chefer och 42 tillsvidareanställda.' },
    { text: 'Kostnaden består av 433 mnkr hyror och 410 mnkr måltider, totalt 843 mnkr.' },
    {
      text: 'Överskottet på 25 mnkr beror främst på:\n\n- 11 mnkr lägre driftkostnader\n- 7 mnkr högre hyror'
    }
  ],
  bad: [
    {
      text: 'De 15 målen fördelar sig på 6 vunna, 1 avskrivet, 4 förlorade och 5 ej avgjorda.',
      väntat: ['text 3:4 Texten säger 15, men delarna 6, 1, 4 och 5 ger 16.']
    },
    {
      text: 'Omsättningen på 1 023 mnkr består av 433 mnkr hyror, 410 mnkr måltider, 88 mnkr material och 74 mnkr övrigt.',
      väntat: [
        'text 3:17 Texten säger 1 023 mnkr, men delarna 433 mnkr, 410 mnkr, 88 mnkr och 74 mnkr ger 1 005 mnkr.'
      ]
    },
    {
      text: 'Överskottet är 25 mnkr: 11 mnkr lägre drift, 7 mnkr hyror, 3 mnkr räntor och ca 5 mnkr övrigt.',
      väntat: [
        'råd text 3:16 Texten säger 25 mnkr, men delarna 11 mnkr, 7 mnkr, 3 mnkr och 5 mnkr ger 26 mnkr; skillnaden ryms i avrundningen.'
      ]
    },
    {
      text: 'Antalet anställda är 820, varav 840 tillsvidareanställda.',
      väntat: ['text 3:33 840 är mer än helheten, 820.']
    },
    {
      text: 'Hyror gav 433 mnkr, måltider 410 mnkr och material 88 mnkr, totalt 1 023 mnkr.',
      väntat: [
        'text 3:68 Texten säger 1 023 mnkr, men delarna 433 mnkr, 410 mnkr och 88 mnkr ger 931 mnkr.'
      ]
    },
    {
      text: 'Antalet avtal är 84 och fördelar sig så:\n\n- 18 för chefer\n- 42 för kök\n- 26 för vakt',
      väntat: ['text 3:18 Texten säger 84, men delarna 18, 42 och 26 ger 86.']
    },
    {
      text: 'Kostnaden blev 11 + 7 + 3 = 31 mnkr.',
      väntat: ['text 3:29 Texten säger 31 mnkr, men delarna 11, 7 och 3 ger 21 mnkr.']
    },
    {
      text: 'Lönerna gav 37 mnkr, medan covid på 24 mnkr och konsulter på 6 mnkr tar ut varandra.',
      väntat: ['text 3:69 Talen tar inte ut varandra: det skiljer minst 7 mnkr.']
    },
    {
      text: 'Av de anställda är 71 procent kvinnor och 39 procent män.',
      väntat: ['text 3:43 Kvinnor och män är tillsammans 110 procent.']
    }
  ],
  check(subject, report) {
    for (const mening of numberSentences(subject))
      for (const fynd of [
        ...wholeFirst(mening),
        ...wholeLast(mening),
        ...equation(mening),
        ...cancelling(mening),
        ...partTooLarge(mening),
        ...halves(mening)
      ])
        report(fynd)
    for (const lista of listsIn(subject)) for (const fynd of lista) report(fynd)
  }
}

/** "37, 24, 7 och 6 mnkr tar ut varandra": some of them less the others must be nothing. */
function* cancelling(mening: Talmening): Generator<Fynd> {
  const { text, talen, stycke } = mening
  const ord = latin(/(?<!\p{L})(?:tar|tog) (?:i stort sett |nästan |helt )?ut varandra/iu).exec(
    text
  )
  const [first, ...fler] = talen.filter((tal) => tal.enhet !== 'procent')
  if (!ord || !first || fler.length === 0 || fler.length > 7) return
  if (fler.some((tal) => !sameKind(tal, first)) || !talen.some((tal) => isTyped(stycke, tal)))
    return
  const all = [first, ...fler]
  const slack = all.reduce((sum, tal) => sum.plus(slackOf(tal)), ZERO)
  const loose = /nästan|i stort sett/iu.test(ord[0]) ? baseOf(first).abs().times('0.2') : ZERO
  const least = [...signs(all.length)]
    .map((way) =>
      all
        .reduce(
          (sum, tal, i) =>
            sum.plus(
              baseOf(tal)
                .abs()
                .times(way[i] ?? 1)
            ),
          ZERO
        )
        .abs()
    )
    .reduce((a, b) => (b.lt(a) ? b : a))
  if (least.lte(slack.plus(loose))) return
  yield {
    text: `Talen tar inte ut varandra: det skiljer minst ${like(first, least)}.`,
    hint: 'Rätta det tal som är fel, eller skriv hur stor skillnaden är.',
    span: stycke.spanOf(mening.start + ord.index, mening.start + ord.index + ord[0].length)
  }
}

/** Every way to put plus and minus before so many numbers, the first with plus. */
function* signs(count: number): Generator<number[]> {
  for (let way = 0; way < 2 ** (count - 1); way++)
    yield Array.from({ length: count }, (_, i) => (i > 0 && (way >> (i - 1)) & 1 ? -1 : 1))
}

/** "820, varav 840 …": one part larger than its whole, or all of them together. */
function* partTooLarge(mening: Talmening): Generator<Fynd> {
  const { talen, text } = mening
  if (!/varav|därav/iu.test(text)) return
  for (const [i, hel] of talen.entries()) {
    const del = talen[i + 1]
    if (!del || hel.enhet === 'procent' || del.enhet === 'procent') continue
    const gap = between(mening, hel, del)
    if (!latin(/^[^.;:]{0,40}(?<!\p{L})(?:varav|därav)(?!\p{L})[^.;:]{0,25}$/iu).test(gap)) continue
    const part = del.enhet === undefined ? { ...del, enhet: hel.enhet } : del
    if (!sameKind(part, hel) || !isTyped(mening.stycke, del)) continue
    if (hel.värde.lt(0) || part.värde.lt(0) || !baseOf(part).gt(baseOf(hel))) continue
    if (judge(part, baseOf(hel), slackOf(hel)) !== 'fel') continue
    yield {
      text: `${said(mening, del)} är mer än helheten, ${said(mening, hel)}.`,
      hint: 'Byt plats på talen, eller rätta det som är fel.',
      span: spanOf(mening, del)
    }
  }
}

const HALVOR: readonly (readonly [string, string])[] = [
  ['kvinnor', 'män'],
  ['flickor', 'pojkar'],
  ['internt', 'externt'],
  ['interna', 'externa'],
  ['ja', 'nej']
]

/** "71 procent kvinnor och 39 procent män": two halves of one whole. */
function* halves(mening: Talmening): Generator<Fynd> {
  const { talen, stycke } = mening
  if (!talen.some(({ enhet }) => enhet === 'procent')) return
  for (const [i, a] of talen.entries()) {
    const b = talen[i + 1]
    if (!b || b.enhet !== 'procent' || (a.enhet ?? 'procent') !== 'procent') continue
    const [x, y] = [between(mening, a, b), stycke.text.slice(b.slut, mening.end)]
    const pair = HALVOR.find(
      ([p, q]) => (isWord(x, p) && isWord(y, q)) || (isWord(x, q) && isWord(y, p))
    )
    const rest = latin(
      /(?:resten|resterande|övriga|återstående)[\s\u00a0,]+(?:\p{L}+[\s\u00a0]+)?$/iu
    ).test(x)
    if ((!pair && !rest) || (a.närmevärde && b.närmevärde)) continue
    const sum = a.värde.plus(b.värde)
    const slack = a.närmevärde || b.närmevärde ? 5 : 10 ** -Math.min(a.decimaler, b.decimaler)
    if (sum.minus(100).abs().lte(slack) || !isTyped(stycke, b)) continue
    const vad = pair ? `${upper(pair[0])} och ${pair[1]}` : 'De två andelarna'
    yield {
      text: `${vad} är tillsammans ${like({ ...b, enhet: undefined }, sum)} procent.`,
      hint: 'Två delar av samma helhet är tillsammans 100 procent. Rätta den som är fel.',
      span: spanOf(mening, b)
    }
  }
}

/** The group right after its number: "71 procent kvinnor", "71 procent är kvinnor". */
const isWord = (text: string, word: string): boolean =>
  latin(new RegExp(`^[\\s\\u00a0]*(?:är|var|av dem är)?[\\s\\u00a0]*${word}(?!\\p{L})`, 'iu')).test(
    text
  )
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
