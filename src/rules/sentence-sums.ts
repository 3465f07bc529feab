import { ZERO, type Decimal } from '../domain/decimal.ts'
import type { Stycke } from '../markdown/prose.ts'
import { latin } from '../text/letters.ts'
import type { Texttal } from './numbers.ts'
import type { Fynd, Rapportsubject } from './rule.ts'
import {
  baseOf,
  between,
  isCounted,
  isTyped,
  judge,
  like,
  said,
  sameKind,
  slackOf,
  spanOf,
  type Talmening
} from './sentences.ts'
import { meningarIn, talenIn } from './walk.ts'

const UTTÖMMANDE = latin(
  /(?:(?<!\p{L})(?:fördela[dst]\p{L}* (?:på|mellan|enligt)|fördelar sig (?:på|mellan)|fördelningen är|uppdela[dt]\p{L}* (?:på|i)|delas upp (?:på|i)|delat på|består av|bestod av|utgörs av|utgjordes av|sammansatt av|summan av)|:)[^:.;]{0,30}$/iu
)
const UTTÖMMANDEORD = /:|fördel|uppdel|del[at]|består|bestod|utg[jö]|sammansatt|summan/iu
/** What makes an enumeration one of examples, or of something else. */
const EXEMPEL = latin(
  /(?<!\p{L})(?:främst|bland annat|bl\.?\s?a\.?|till exempel|t\.?ex\.?|huvudsakligen|i huvudsak|framför allt|störst\p{L}*|exempelvis|i första hand|delvis)(?!\p{L})/iu
)
const JÄMFÖR = latin(
  /(?<!\p{L})(?:jämfört|jämförelse|än|mot|från|föregående|förra|före|tidigare|budget\p{L}*|mål(?:et)?|prognos\p{L}*|i fjol|år)(?!\p{L})/iu
)
const LED = latin(/,|;|\+|(?<!\p{L})(?:och|samt|respektive)(?!\p{L})/iu)

/** "15 mål: 6 vunna, 1 avskrivet …" */
export function* wholeFirst(mening: Talmening): Generator<Fynd> {
  const { talen, text } = mening
  if (talen.length < 3 || !UTTÖMMANDEORD.test(text) || EXEMPEL.test(text)) return
  for (const [i, hel] of talen.entries()) {
    const first = talen[i + 1]
    if (!first || hel.enhet === 'procent' || hel.intervall || hel.del) continue
    const lead = between(mening, hel, first)
    if (!UTTÖMMANDE.test(lead) || JÄMFÖR.test(lead)) continue
    const delar = enumerated(mening, talen.slice(i + 1), hel)
    if (!delar) continue
    yield* sumFault(mening, hel, delar, /:/.test(lead) ? 0.5 : 0.25)
    return
  }
}

/** The numbers of one enumeration, from the first on; none where something else comes between. */
function enumerated(
  mening: Talmening,
  talen: readonly Texttal[],
  hel: Texttal
): Texttal[] | undefined {
  const found: Texttal[] = []
  for (const tal of talen) {
    const last = found.at(-1)
    // What stands in brackets says more of the part before.
    const gap = last ? between(mening, last, tal).replace(/\([^)]*\)/g, '') : ''
    if (last && (!LED.test(gap) || gap.length > 70)) {
      // A number in brackets says more of the part, and is none itself.
      if (/\([^)]*$/u.test(gap)) continue
      return undefined
    }
    if (/\([^)]*$/u.test(gap)) continue
    if (tal.enhet === 'procent' || tal.intervall) return undefined
    if (
      last &&
      (JÄMFÖR.test(gap) ||
        latin(/(?<!\p{L})(?:varav|totalt|sammanlagt|tillsammans)(?!\p{L})/iu).test(gap))
    )
      break
    if (!sameKind(tal, hel) && tal.enhet !== undefined) return undefined
    found.push(tal.enhet === undefined ? { ...tal, enhet: hel.enhet } : tal)
  }
  return found.length >= 2 ? found : undefined
}

function* sumFault(
  mening: Talmening,
  hel: Texttal,
  delar: readonly Texttal[],
  least: number
): Generator<Fynd> {
  if (![hel, ...delar].some((tal) => isTyped(mening.stycke, tal))) return
  const fynd = compare(mening, hel, delar, least)
  if (fynd) yield fynd
}

function compare(
  mening: Talmening,
  hel: Texttal,
  delar: readonly Texttal[],
  least: number
): Fynd | undefined {
  const signed = delar.some(({ tecken }) => tecken === '-')
  const total = delar.reduce((sum, del) => sum.plus(signed ? baseOf(del) : baseOf(del).abs()), ZERO)
  const slack = delar.reduce((sum, del) => sum.plus(slackOf(del)), ZERO)
  const dom = judge(hel, total, slack)
  if (dom === 'lika') return undefined
  const share = Number(total.abs().div(baseOf(hel).abs().eq(0) ? 1 : baseOf(hel).abs()))
  // So far from it that the enumeration is of something else.
  if (share < least || share > 1 / least) return undefined
  const nära = dom === 'avrundning'
  return {
    text: `Texten säger ${said(mening, hel)}, men delarna ${list(delar.map((del) => say(del, mening)))} ger ${like(hel, total, decimalsFor(hel, total))}${nära ? '; skillnaden ryms i avrundningen' : ''}.`,
    hint: nära
      ? 'Säg att delarna är avrundade, eller skriv dem med fler decimaler.'
      : 'Rätta helheten eller den del som är fel, eller säg att delarna inte är alla ("främst", "bland annat").',
    span: spanOf(mening, hel),
    ...(nära ? { severity: 'advice' as const } : {})
  }
}

const decimalsFor = (hel: Texttal, total: Decimal): number =>
  isCounted(hel) && !total.mod(1).eq(0) ? 1 : hel.decimaler
const say = (tal: Texttal, { stycke }: Talmening): string =>
  tal.ord ? stycke.text.slice(tal.start, tal.end) : stycke.text.slice(tal.start, tal.slut).trim()
const list = (parts: readonly string[]): string =>
  `${parts.slice(0, -1).join(', ')} och ${parts.at(-1) ?? ''}`

const TOTALORD = /totalt|sammanlagt|sammantaget|tillsammans|summa|summerar till|i allt/iu
const TOTALT = latin(
  /(?:,|\(|–|(?<!\p{L})(?:dvs\.?|alltså|vilket ger|och))[\s\u00a0]*(?:dvs\.?|alltså|vilket ger)?[\s\u00a0]*(?:totalt|sammanlagt|sammantaget|tillsammans|summa|summerar till|i allt)[\s\u00a0:]+$/iu
)

/** "hyror 433 mnkr, måltider 410 mnkr, totalt 843 mnkr" */
export function* wholeLast(mening: Talmening): Generator<Fynd> {
  const { talen, text, stycke } = mening
  if (talen.length < 3 || !TOTALORD.test(text) || EXEMPEL.test(text)) return
  const at = talen.findIndex((tal) =>
    TOTALT.test(stycke.text.slice(Math.max(mening.start, tal.från - 30), tal.från))
  )
  const hel = talen[at]
  if (!hel || hel.enhet === 'procent' || at < 2) return
  const delar: Texttal[] = []
  for (const tal of talen.slice(0, at).toReversed()) {
    const next = delar[0] ?? hel
    const gap = between(mening, tal, next)
    if (!LED.test(gap) || JÄMFÖR.test(gap) || gap.length > 70 || !sameKind(tal, hel)) break
    if (tal.intervall || tal.av || tal.del) return
    delar.unshift(tal)
  }
  // A whole before the parts: "10 mnkr består av 4 och 6, totalt …" is tried there.
  if (delar.length >= 2) yield* sumFault(mening, hel, delar, 0.5)
}

/** "11 + 7 + 3 = 21" */
export function* equation(mening: Talmening): Generator<Fynd> {
  const { talen, text } = mening
  if (!text.includes('=')) return
  const at = talen.findIndex((tal, i) => {
    const last = talen[i - 1]
    return last && /^[\s\u00a0]*=[\s\u00a0]*$/u.test(between(mening, last, tal))
  })
  const hel = talen[at]
  if (!hel) return
  const delar: Texttal[] = []
  for (const tal of talen.slice(0, at).toReversed()) {
    const next = delar[0]
    if (next && !/^[\s\u00a0]*[+−–-]?[\s\u00a0]*$/u.test(between(mening, tal, next))) break
    const minus = next && /[−–-]/u.test(between(mening, tal, next))
    if (next && minus) delar[0] = { ...next, tecken: '-', värde: next.värde.abs().neg() }
    delar.unshift({ ...tal, enhet: tal.enhet ?? hel.enhet })
  }
  if (delar.length >= 2) yield* sumFault(mening, hel, delar, 0.01)
}

/** A sentence that ends with a colon, and the list that follows it. */
export function* listsIn({ avsnitt }: Rapportsubject): Generator<Fynd[]> {
  for (const { stycken } of avsnitt)
    for (const [i, stycke] of stycken.entries()) {
      if (stycke.citat || stycke.punkt || stycke.slag !== 'stycke') continue
      if (!/:\s*$/.test(stycke.text) || !stycke.siffror) continue
      const punkter: Stycke[] = []
      for (let j = i + 1; stycken[j]?.punkt; j++) punkter.push(stycken[j] as Stycke)
      if (punkter.length >= 2) yield listFault(stycke, punkter)
    }
}

function listFault(stycke: Stycke, punkter: readonly Stycke[]): Fynd[] {
  const last = meningarIn(stycke).at(-1)
  if (!last) return []
  const text = stycke.text.slice(last.start, last.end)
  const talen = talenIn(stycke).filter((tal) => tal.start >= last.start)
  const [hel, fler] = talen
  if (!hel || fler || hel.enhet === 'procent' || EXEMPEL.test(text) || JÄMFÖR.test(text)) return []
  const mening: Talmening = { stycke, ...last, text, talen }
  const delar = punkter.flatMap((punkt) => {
    const first = talenIn(punkt)[0]
    if (!first || first.intervall || EXEMPEL.test(punkt.text)) return []
    const own = first.enhet === undefined ? { ...first, enhet: hel.enhet } : first
    return sameKind(own, hel) ? [{ own, punkt }] : []
  })
  if (delar.length !== punkter.length) return []
  if (![stycke, ...punkter].some(({ värden }) => värden.length === 0)) return []
  const fynd = compare(
    mening,
    hel,
    delar.map(({ own }) => own),
    0.6
  )
  if (!fynd) return []
  const parts = list(delar.map(({ own, punkt }) => punkt.text.slice(own.start, own.slut).trim()))
  return [{ ...fynd, text: fynd.text.replace(/delarna .*? ger /u, `delarna ${parts} ger `) }]
}
