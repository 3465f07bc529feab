import { decimal, ZERO, type Decimal } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import { isChange } from './about.ts'
import { directionSaid } from './direction.ts'
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
  type Talmening
} from './sentences.ts'

export const rule: Textrule = {
  id: 'forandringen-stammer',
  severity: 'error',
  on: 'text',
  why: 'Står båda talen i meningen kan läsaren räkna själv: från 24,9 till 28,1 är 3,2, inte 4,2. Det gäller skillnaden i kronor, i procent och i procentenheter, och ordet ökade eller minskade.',
  good: [
    { text: 'Kostnaden ökade med 3,2 mnkr till 28,1 mnkr, från 24,9 mnkr året före.' },
    { text: 'Antalet ökade från 820 till 904, alltså med 84 (10 procent).' },
    { text: 'Andelen sjönk från 5,71 till 4,77 procent, en minskning med 0,94 procentenheter.' },
    { text: 'Ärendena fördubblades, från 41 till 83.' },
    { text: 'Kostnaden ökade från 24,9 till 28,1 mnkr, varav lönerna ökade med 2,0 mnkr.' }
  ],
  bad: [
    {
      text: 'Kostnaden ökade med 4,2 mnkr till 28,1 mnkr, från 24,9 mnkr året före.',
      väntat: ['text 3:21 Texten säger 4,2 mnkr, men från 24,9 mnkr till 28,1 mnkr är 3,2 mnkr.']
    },
    {
      text: 'Antalet ökade från 820 till 904, alltså med 10,9 procent.',
      väntat: ['text 3:45 Texten säger 10,9 procent, men från 820 till 904 är 10,2 %.']
    },
    {
      text: 'Antalet minskade från 820 till 904.',
      väntat: ['text 3:23 Texten säger minskade, men från 820 till 904 är en ökning.']
    },
    {
      text: 'Andelen sjönk från 5,71 till 4,77 procent, en minskning med 0,84 procentenheter.',
      väntat: [
        'text 3:61 Texten säger 0,84 procentenheter, men från 5,71 till 4,77 procent är 0,94 procentenheter.'
      ]
    },
    {
      text: 'Andelen var 4,77 procent (5,71), en minskning med 0,84 procentenheter.',
      väntat: [
        'text 3:51 Texten säger 0,84 procentenheter, men från 5,71 till 4,77 procent är 0,94 procentenheter.'
      ]
    },
    {
      text: 'Ärendena fördubblades, från 41 till 63.',
      väntat: ['text 3:29 Texten säger fördubblades, men från 41 till 63 är 1,5 gånger.']
    },
    {
      text: 'Budgeten är 640,6 mnkr och prognosen 645,5 mnkr, en avvikelse på 6,9 mnkr.',
      väntat: [
        'text 3:66 Texten säger 6,9 mnkr, men mellan 640,6 mnkr och 645,5 mnkr är det 4,9 mnkr.'
      ]
    },
    {
      text: 'Resultatet blev 24,7 mnkr jämfört med 28,3 mnkr året före, en försämring med 3,4 mnkr.',
      väntat: ['text 3:78 Texten säger 3,4 mnkr, men från 28,3 mnkr till 24,7 mnkr är 3,6 mnkr.']
    }
  ],
  check(subject, report) {
    for (const mening of numberSentences(subject)) {
      const steg = stepIn(mening)
      if (!steg) for (const fynd of differenceFaults(mening)) report(fynd)
      if (!steg) continue
      for (const fynd of [...changeFaults(mening, steg), ...wordFaults(mening, steg)]) report(fynd)
    }
  }
}

/** From one number to another in the same sentence. */
export interface Steg {
  readonly från: Texttal
  readonly till: Texttal
}

const PUNKT = latin(/[;:]|(?<!\p{L})(?:medan|däremot|samtidigt|varav|men|respektive)(?!\p{L})/iu)
const FRÅN = latin(/(?<!\p{L})från[\s\u00a0]+$/iu)
const TILL = latin(/(?<!\p{L})till[\s\u00a0]+$/iu)
const MOT = latin(
  /^[\s\u00a0]*,?[\s\u00a0]*(?:vilket (?:kan jämföras|är att jämföra) med|(?:att )?jämföra(?:s)? med|jämfört med|i jämförelse med|mot)(?:[\s\u00a0]+\p{L}+){0,2}[\s\u00a0]+$/iu
)

/** "4,77 procent (5,71)", "820 (föregående år 904)": what it was before. */
const PARENTES = latin(
  /^[\s\u00a0]*\((?:(?:fg\.?|förra|föregående|i fjol|(?:19|20)\d{2})[\p{L}\s:.]*)?$/iu
)
const SLUT = /^[\s\u00a0]*(?:(?:19|20)\d{2}|(?:fg\.?|förra|föregående) år(?:et)?|i fjol)?\)/iu

/** The two numbers that a sentence goes between, where there is one such pair alone. */
export function stepIn(mening: Talmening): Steg | undefined {
  const { talen } = mening
  const found: Steg[] = []
  for (const [i, a] of talen.entries())
    for (const b of talen.slice(i + 1)) {
      if (!isLevel(a) || !isLevel(b) || !sameKind(a, b)) continue
      const gap = between(mening, a, b)
      if (gap.length > 70 || PUNKT.test(gap)) continue
      const [x, y] = [before(mening, a), before(mening, b)]
      if (FRÅN.test(x) && TILL.test(y)) found.push({ från: a, till: b })
      else if (TILL.test(x) && FRÅN.test(y)) found.push({ från: b, till: a })
      else if (PARENTES.test(gap) && SLUT.test(after(mening, b))) found.push({ från: b, till: a })
      else if (MOT.test(gap) && !isChange(a, mening.text, mening.start))
        found.push({ från: b, till: a })
    }
  const [only] = found
  return found.length === 1 ? only : undefined
}

const isLevel = ({ enhet, intervall, av, del }: Texttal): boolean =>
  enhet !== 'procentenheter' && !intervall && !av && !del

const DVS = latin(
  /(?:\(|(?<!\p{L})(?:dvs\.?|d\.v\.s\.|det vill säga|alltså|vilket (?:är|motsvarar|innebär|ger)|motsvarande|motsvarar|eller))[\s\u00a0]*(?:(?:en|ett)[\s\u00a0]+\p{L}+[\s\u00a0]+)?(?:med|på|om)?[\s\u00a0]*[+−–-]?$/iu
)
const SKILLNAD = /(?:avvikelse|differens|skillnad)(?:en)?[\s\u00a0]+(?:på|om|är)[\s\u00a0]+$/iu

function* changeFaults(mening: Talmening, { från, till }: Steg): Generator<Fynd> {
  const { talen, text, start } = mening
  for (const tal of talen) {
    if (tal === från || tal === till || tal.intervall || tal.av) continue
    const own = before(mening, tal)
    // "vilket innebär 107 nyanställda" counts something else than the step.
    const dvs = DVS.test(own) && (tal.enhet !== undefined || /(?:med|\()[\s\u00a0]*$/iu.test(own))
    const linked = isChange(tal, text, start) || dvs || SKILLNAD.test(own)
    // A change of a part, or of something else in the same breath, is another sum.
    if (
      !linked ||
      latin(/(?<!\p{L})(?:varav|därav|medan|samtidigt|men|bland)(?!\p{L})/iu).test(
        gapTo(mening, tal, till)
      )
    )
      continue
    const facit = expected(tal, från, till)
    if (!facit || (!isTyped(mening.stycke, tal) && !isTyped(mening.stycke, till))) continue
    const dom = judge(tal, facit.värde, facit.slack)
    if (dom === 'lika') continue
    // "From 10 till 12 procent, 20 procent": both ways to say it are tried.
    if (tal.enhet === 'procent' && från.enhet === 'procent') {
      const punkter = baseOf(till).minus(baseOf(från))
      if (judge(tal, punkter, ZERO) === 'lika') continue
    }
    const nära = dom === 'avrundning'
    yield {
      text: `Texten säger ${said(mening, tal)}, men från ${said(mening, från)} till ${said(mening, till)} är ${like(tal, facit.värde)}${nära ? '; skillnaden ryms i avrundningen' : ''}.`,
      hint: nära
        ? 'Skriv det som talen i meningen ger, eller räkna på de oavrundade talen och säg det.'
        : 'Rätta det tal som är fel. Hämtas talen med hjälpare räknas förändringen av sig själv.',
      span: spanOf(mening, tal),
      ...(nära ? { severity: 'advice' as const } : {})
    }
  }
}

const MELLAN = latin(
  /(?<!\p{L})(?:avvikelse|differens|skillnad|överskott|underskott)(?:en|et)?[\s\u00a0]+(?:mot[\s\u00a0]+\p{L}+[\s\u00a0]+)?(?:på|om|är|blir|blev)[\s\u00a0]+$/iu
)
const ÄN = latin(
  /^[\s\u00a0]*(?:bättre|sämre|lägre|högre|mer|mindre|fler|färre|över|under)(?!\p{L})/iu
)
const DELAR = latin(
  /(?<!\p{L})(?:varav|därav|fördela\p{L}*|tillsammans|totalt|sammanlagt|medan|respektive|vardera)(?!\p{L})/iu
)

/** Three numbers and no more, one of them said to be what lies between the others. */
function* differenceFaults(mening: Talmening): Generator<Fynd> {
  const { talen, text, stycke } = mening
  const own = talen.filter((tal) => !tal.ord)
  if (own.length !== 3 || own.length !== talen.length || DELAR.test(text)) return
  const tal = own.find((t) => MELLAN.test(before(mening, t)) || ÄN.test(after(mening, t)))
  const [a, b] = own.filter((t) => t !== tal)
  if (!tal || !a || !b || !isLevel(a) || !isLevel(b) || !sameKind(a, b)) return
  const punkter = tal.enhet === 'procentenheter' && a.enhet === 'procent'
  if ((!punkter && !sameKind(tal, a)) || !own.some((t) => isTyped(stycke, t))) return
  const diff = baseOf(a).minus(baseOf(b))
  const dom = judge(tal, diff, slackOf(a).plus(slackOf(b)))
  if (dom !== 'fel' || judge(tal, baseOf(a).plus(baseOf(b)), slackOf(a)) === 'lika') return
  yield {
    text: `Texten säger ${said(mening, tal)}, men mellan ${said(mening, a)} och ${said(mening, b)} är det ${like(tal, diff)}.`,
    hint: 'Rätta det tal som är fel. Hämtas talen med hjälpare räknas skillnaden av sig själv.',
    span: spanOf(mening, tal)
  }
}

const gapTo = ({ stycke }: Talmening, a: Texttal, b: Texttal): string =>
  a.start > b.slut ? stycke.text.slice(b.slut, a.från) : stycke.text.slice(a.slut, b.från)

/** What the change should be in the unit it is given in; undefined where that can't be told. */
function expected(
  tal: Texttal,
  från: Texttal,
  till: Texttal
): { värde: Decimal; slack: Decimal } | undefined {
  const [a, b] = [baseOf(från), baseOf(till)]
  const diff = b.minus(a)
  const slack = slackOf(från).plus(slackOf(till))
  if (tal.enhet === 'procentenheter')
    return från.enhet === 'procent' ? { värde: diff, slack } : undefined
  if (tal.enhet === 'procent') {
    if (a.eq(0) || a.times(b).lt(0)) return undefined
    const värde = diff.div(a).times(100)
    const relative = slackOf(från)
      .div(a.abs())
      .plus(b.eq(0) ? ZERO : slackOf(till).div(b.abs()))
    return { värde, slack: relative.times(värde.abs().plus(100)) }
  }
  return sameKind(tal, från) ? { värde: diff, slack } : undefined
}

const GÅNGER: readonly (readonly [RegExp, number, number])[] = [
  [
    latin(/(?<!\p{L})(?:fördubbla(?:des|ts|d|t)|dubblera(?:des|ts|d|t)|dubblades)(?!\p{L})/iu),
    1.75,
    2.4
  ],
  [latin(/(?<!\p{L})tredubbla(?:des|ts|d|t)(?!\p{L})/iu), 2.6, 3.5],
  [latin(/(?<!\p{L})fyrdubbla(?:des|ts|d|t)(?!\p{L})/iu), 3.5, 4.6],
  [latin(/(?<!\p{L})halvera(?:des|ts|d|t)(?!\p{L})/iu), 0.42, 0.58]
]
const INTE = latin(/(?<!\p{L})(?:inte|nästan|närmast|mer än|knappt|drygt|över)(?!\p{L})/iu)

function* wordFaults(mening: Talmening, { från, till }: Steg): Generator<Fynd> {
  const { text, stycke, start } = mening
  if (!isTyped(stycke, från) && !isTyped(stycke, till)) return
  const first = Math.min(från.från, till.från) - start
  const near = text.slice(Math.max(0, first - 45), first)
  const [a, b] = [baseOf(från), baseOf(till)]
  const steget = `från ${said(mening, från)} till ${said(mening, till)}`
  const hint = 'Ändra ordet, eller rätta det tal som är fel.'
  const span = stycke.spanOf(Math.min(från.start, till.start), Math.max(från.slut, till.slut))
  for (const [word, least, most] of GÅNGER) {
    const found = word.exec(text)
    if (!found || a.eq(0) || INTE.test(text.slice(Math.max(0, found.index - 14), found.index)))
      continue
    const ratio = Number(b.div(a))
    if (ratio >= least && ratio <= most) continue
    const gånger = like({ ...till, enhet: undefined }, decimal(ratio.toFixed(2)), 1)
    yield { text: `Texten säger ${found[0]}, men ${steget} är ${gånger} gånger.`, hint, span }
  }
  const way = directionSaid(near)
  // A cost in minus that goes from −10 to −12 has grown.
  const grew = Math.sign(Number(b.abs().minus(a.abs())))
  if (way === 0 || grew === 0 || a.times(b).lt(0) || way === grew || NEKAT.test(near)) return
  if (after(mening, till).length > 400) return
  const ord =
    latin(/\p{L}+/u).exec(near.slice(near.search(ORD)))?.[0] ?? (way > 0 ? 'ökning' : 'minskning')
  yield {
    text: `Texten säger ${ord}, men ${steget} är en ${grew > 0 ? 'ökning' : 'minskning'}.`,
    hint,
    span
  }
}

const ORD =
  /(?:minsk|sjönk|sjunk|föll|fall|ned|gick|gått|läg|fär|reduc|sänk|ök|steg|stig|väx|vux|upp|hög|fler|höj)/iu
const NEKAT = latin(/(?<!\p{L})(?:inte|aldrig|varken|i stället för)(?!\p{L})/iu)
