import { ZERO, type Decimal } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Texttal } from './numbers.ts'
import type { Fynd, Textrule } from './rule.ts'
import {
  after,
  baseOf,
  before,
  between,
  isTyped,
  judge,
  like,
  numberSentences,
  said,
  sameKind,
  slackOf,
  spanOf,
  type Dom,
  type Talmening
} from './sentences.ts'

export const rule: Textrule = {
  id: 'andelen-stammer',
  severity: 'error',
  on: 'text',
  why: 'Står både delen, helheten och andelen i meningen ska de stämma: 20 av 25 är 80 procent, inte 85. Det gäller också hälften och två tredjedelar.',
  good: [
    { text: 'Vid 20 av 25 möten (80 procent) deltog någon på distans.' },
    { text: 'Av 1 023 mnkr är 23 procent, 237 mnkr, externt.' },
    { text: 'De externa intäkterna är 23 procent av 1 023 mnkr, alltså 237 mnkr.' },
    { text: 'Tre av fem mål (60 procent) är uppfyllda, drygt hälften av de 41 åtgärderna (22).' },
    { text: 'Sparkravet nåddes till 107 procent: 16,5 av 15,5 mnkr är mer än planen.' }
  ],
  bad: [
    {
      text: 'Vid 20 av 25 möten (85 procent) deltog någon på distans.',
      väntat: ['text 3:21 Texten säger 85 procent, men 20 av 25 är 80 %.']
    },
    {
      text: 'De externa intäkterna är 23 procent av 1 023 mnkr, alltså 273 mnkr.',
      väntat: ['text 3:26 Texten säger 23 procent, men 273 mnkr av 1 023 mnkr är 27 %.']
    },
    {
      text: 'Besparingen blev 54,5 av 70 mnkr, vilket är 72 procent av målet.',
      väntat: ['text 3:45 Texten säger 72 procent, men 54,5 av 70 mnkr är 78 %.']
    },
    {
      text: 'Av 25 möten hölls 20 på distans, alltså 85 procent.',
      väntat: ['text 3:41 Texten säger 85 procent, men 20 av 25 är 80 %.']
    },
    {
      text: 'Hälften av de 41 åtgärderna (31) är klara.',
      väntat: ['text 3:1 Texten säger hälften, men 31 av 41 är 76 %.']
    }
  ],
  check(subject, report) {
    for (const mening of numberSentences(subject)) {
      for (const delning of sharesIn(mening)) {
        const fynd = shareFault(mening, delning)
        if (fynd) report(fynd)
      }
      for (const fynd of fractionFaults(mening)) report(fynd)
    }
  }
}

interface Delning {
  readonly andel: Texttal
  readonly del: Texttal
  readonly hel: Texttal
}

/** What ties a number to the one before as the same thing said otherwise. */
const DVS = latin(
  /^[^.;:()]{0,40}?(?:\(|,[\s\u00a0]*(?:dvs\.?|det vill säga|alltså|eller|motsvarande|vilket (?:är|motsvarar|ger|blir|innebär))|(?<!\p{L})(?:dvs\.?|det vill säga|alltså|motsvarande|motsvarar|vilket (?:är|motsvarar|ger|blir|innebär)))[\s\u00a0]*(?:(?:en|ett)[\s\u00a0]+\p{L}+[\s\u00a0]+på|cirka|ca\.?|drygt|knappt|totalt|hela|endast|bara)?[\s\u00a0]*$/iu
)
const AV_FÖRST = latin(/(?:^|[,;][\s\u00a0])av[\s\u00a0]+(?:\p{L}+[\s\u00a0]+){0,4}$/iu)
const AV_HEL = latin(/^[\s\u00a0]+av[\s\u00a0]+(?:\p{L}+[\s\u00a0]+){0,2}$/u)

function sharesIn(mening: Talmening): Delning[] {
  const { talen } = mening
  const found: Delning[] = []
  for (const [i, tal] of talen.entries()) {
    const [next, third] = [talen[i + 1], talen[i + 2]]
    if (!next || !third) continue
    // "20 av 25 möten (80 procent)"
    if (tal.av === next && third.enhet === 'procent' && tal.enhet !== 'procent') {
      if (DVS.test(between(mening, next, third)) && !isOtherWhole(mening, third))
        found.push({ andel: third, del: tal, hel: next })
    }
    // "23 procent av 1 023 mnkr, alltså 237 mnkr"
    else if (tal.enhet === 'procent' && AV_HEL.test(between(mening, tal, next))) {
      if (
        next.enhet !== 'procent' &&
        sameKind(next, third) &&
        DVS.test(between(mening, next, third))
      )
        found.push({ andel: tal, del: third, hel: next })
    }
    // "Av 25 möten hölls 20 på distans, alltså 80 procent"
    else if (
      AV_FÖRST.test(before(mening, tal)) &&
      sameKind(tal, next) &&
      third.enhet === 'procent'
    ) {
      const gap = between(mening, tal, next)
      if (
        tal.enhet !== 'procent' &&
        !/[,.;:(]/u.test(gap) &&
        DVS.test(between(mening, next, third))
      )
        if (!isOtherWhole(mening, third)) found.push({ andel: third, del: next, hel: tal })
    }
    // "237 mnkr, motsvarande 23 procent av 1 023 mnkr"; "80 procent (20 av 25)"
    else if (next.enhet === 'procent' && AV_HEL.test(between(mening, next, third))) {
      if (third.enhet !== 'procent' && sameKind(tal, third) && DVS.test(between(mening, tal, next)))
        found.push({ andel: next, del: tal, hel: third })
    } else if (tal.enhet === 'procent' && next.av === third && next.enhet !== 'procent') {
      if (/^[^.;:()]{0,30}\([\s\u00a0]*$/u.test(between(mening, tal, next)))
        found.push({ andel: tal, del: next, hel: third })
    }
  }
  return found.filter(
    ({ andel, del, hel }) => !andel.intervall && !del.intervall && !hel.värde.eq(0)
  )
}

/** "8 procent av alla anställda" is a share of another whole than the one just named. */
function isOtherWhole(mening: Talmening, andel: Texttal): boolean {
  const next = latin(
    /^[\s\u00a0]*(?:av|fler|färre|mer|mindre|högre|lägre)[\s\u00a0]+(\p{L}+)/u
  ).exec(after(mening, andel))
  return (
    next !== null &&
    !/^(?:målet|planen|planerat|det|dem|dessa|samtliga|alla|totalen)$/iu.test(next[1] ?? '')
  )
}

function shareFault(mening: Talmening, { andel, del, hel }: Delning): Fynd | undefined {
  if (![andel, del, hel].some((tal) => isTyped(mening.stycke, tal))) return undefined
  const share = baseOf(del).div(baseOf(hel)).abs().times(100)
  const dom = judge(andel, share, relativeSlack(del, hel).times(share))
  if (dom === 'lika') return undefined
  return found(mening, andel, said(mening, andel), del, hel, share, dom)
}

const relativeSlack = (del: Texttal, hel: Texttal): Decimal =>
  (del.värde.eq(0) ? ZERO : slackOf(del).div(baseOf(del).abs())).plus(
    slackOf(hel).div(baseOf(hel).abs())
  )

function found(
  mening: Talmening,
  andel: Texttal,
  sagt: string,
  del: Texttal,
  hel: Texttal,
  share: Decimal,
  dom: Dom
): Fynd {
  const nära = dom === 'avrundning'
  const procent = like({ ...andel, enhet: 'procent' }, share, andel.decimaler)
  return {
    text: `Texten säger ${sagt}, men ${lowerFirst(said(mening, del))} av ${said(mening, hel)} är ${procent}${nära ? '; skillnaden ryms i avrundningen' : ''}.`,
    hint: nära
      ? 'Skriv den andel som talen i meningen ger.'
      : 'Rätta det av de tre talen som är fel.',
    span: spanOf(mening, andel),
    ...(nära ? { severity: 'advice' as const } : {})
  }
}

const BRÅK = (
  [
    ['hälften|halva', 50],
    ['två tredjedelar', 66.7],
    ['tre fjärdedelar', 75],
    ['(?:en )?tredjedel(?:en)?', 33.3],
    ['(?:en )?fjärdedel(?:en)?', 25],
    ['(?:en )?femtedel(?:en)?', 20],
    ['(?:en )?tiondel(?:en)?', 10]
  ] as const
).map(
  ([ord, procent]) => [latin(new RegExp(`(?<!\\p{L})(?:${ord})(?!\\p{L})`, 'iu')), procent] as const
)
const MER = /(?:mer än|drygt|över|fler än|gott och väl)[\s\u00a0]+$/iu
const MINDRE = /(?:mindre än|knappt|nästan|närmare|inte fullt|färre än)[\s\u00a0]+$/iu

/** "hälften av de 41 åtgärderna (31)", "31 av 41, alltså hälften". */
function* fractionFaults(mening: Talmening): Generator<Fynd> {
  const { text, talen, stycke, start } = mening
  if (!latin(/hälften|halva|del(?:ar|en)?(?!\p{L})/iu).test(text)) return
  for (const [pattern, facit] of BRÅK) {
    const match = pattern.exec(text)
    if (!match) continue
    const at = start + match.index
    const end = at + match[0].length
    const pair = pairBeside(mening, at, end)
    if (!pair || !talen.some((tal) => isTyped(stycke, tal))) continue
    const share = Number(baseOf(pair.del).div(baseOf(pair.hel))) * 100
    const near = text.slice(Math.max(0, match.index - 12), match.index)
    const [least, most] = MER.test(near)
      ? [facit, facit + 13]
      : MINDRE.test(near)
        ? [facit - 13, facit]
        : [facit - 6, facit + 6]
    if (share >= least && share <= most) return
    const andel: Texttal = {
      ...pair.del,
      start: at,
      end,
      slut: end,
      decimaler: 0,
      enhet: 'procent'
    }
    const whole = baseOf(pair.del).div(baseOf(pair.hel)).times(100)
    yield found(
      mening,
      andel,
      `${(MER.exec(near) ?? MINDRE.exec(near))?.[0] ?? ''}${match[0]}`.toLowerCase(),
      pair.del,
      pair.hel,
      whole,
      'fel'
    )
    return
  }
}

function pairBeside(
  { talen, stycke, end: slut }: Talmening,
  at: number,
  end: number
): { del: Texttal; hel: Texttal } | undefined {
  const later = talen.filter((tal) => tal.start >= end)
  const [hel, del] = later
  // "hälften av de 41 åtgärderna (31)"
  if (
    hel &&
    latin(/^[\s\u00a0]+av[\s\u00a0]+(?:\p{L}+[\s\u00a0]+){0,2}$/u).test(
      stycke.text.slice(end, hel.från)
    )
  ) {
    const gap = del && stycke.text.slice(hel.slut, del.från)
    if (
      del &&
      gap !== undefined &&
      sameKind(hel, del) &&
      /^[^.;:,()]{0,40}\([\s\u00a0]*$/u.test(gap)
    )
      if (latin(/^[\s\u00a0]*(?:\p{L}+[\s\u00a0]*)?\)/u).test(stycke.text.slice(del.slut, slut)))
        return hel.värde.eq(0) ? undefined : { del, hel }
    return undefined
  }
  // "31 av 41 åtgärder, alltså hälften"
  const part = talen.findLast((tal) => tal.av && tal.av.slut <= at)
  const whole = part?.av
  if (!part || !whole || whole.värde.eq(0)) return undefined
  return DVS.test(
    stycke.text
      .slice(whole.slut, at)
      .replace(/(?:mer än|mindre än|nästan|närmare)[\s\u00a0]+$/iu, '')
  )
    ? { del: part, hel: whole }
    : undefined
}
