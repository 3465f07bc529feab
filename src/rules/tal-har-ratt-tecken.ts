import { latin } from '../text/letters.ts'
import { REST, type Mening } from './about.ts'
import type { Texttal } from './numbers.ts'
import { describe, placesOf } from './call.ts'
import { claimsOf, isAvvikelse } from './claims.ts'
import { directionSaid } from './direction.ts'
import type { Siffra } from './figures.ts'
import type { Rapportsubject, Textrule } from './rule.ts'
import { meningarIn, styckena } from './walk.ts'

const RESULTAT = `konton:
  - id: städ
    namn: Städ
    enhet: mnkr
    serie:
      2020:
        utfall: -179,6
        budget: -180,0
      2021:
        utfall: -179,2
        budget: -169,7
indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 5,7
      2021:
        utfall: 4,8
`

const MINUS = latin(
  /(?<!\p{L})(?:underskott(?:et)?|minusresultat(?:et)?|förlust(?:en)?)(?!\p{L})/iu
)
const PLUS = latin(/(?<!\p{L})(?:överskott(?:et)?|plusresultat(?:et)?|vinst(?:en)?)(?!\p{L})/iu)
const NEKAT = latin(
  /(?<!\p{L})(?:inte|inget|ingen|aldrig|i stället för|varken|snarare|trots)(?!\p{L})/iu
)

export const rule: Textrule = {
  id: 'tal-har-ratt-tecken',
  severity: 'error',
  on: 'text',
  why: 'Ett underskott som är ett överskott, en ökning som är en minskning eller ett tal med fel tecken säger motsatsen till data. Det prövas också när talet skrivs med en hjälpare.',
  good: [
    {
      data: RESULTAT,
      text: 'Städ hade ett underskott mot budget på 9,5 mnkr och kostade 179,2 mnkr.'
    },
    {
      data: RESULTAT,
      text: 'Sjukfrånvaron minskade med {{förändring "sjukfrånvaro.utfall" belopp=true tecken=false}}.'
    },
    {
      data: RESULTAT,
      text: 'Kostnaden för städ minskade till 179,2 mnkr, medan andra kostnader ökade.'
    }
  ],
  bad: [
    {
      data: RESULTAT,
      text: 'Städ fick ett överskott mot budget på 9,5 mnkr.',
      väntat: [
        'text 3:39 Texten säger överskott, men det är ett underskott: Städ, avvikelse 2021: −9,5 mnkr.'
      ]
    },
    {
      data: RESULTAT,
      text: 'Sjukfrånvaron ökade med 0,9 procentenheter.',
      väntat: [
        'text 3:25 Texten säger att det ökade, men det minskade: Sjukfrånvaro, förändring mot föregående år: −0,9 procentenheter.'
      ]
    },
    {
      data: RESULTAT,
      text: 'Sjukfrånvaron ökade med {{förändring "sjukfrånvaro.utfall" belopp=true tecken=false}}.',
      väntat: [
        'text 3:25 Texten säger att det ökade, men det minskade: Sjukfrånvaro, förändring mot föregående år: −0,9 procentenheter.'
      ]
    },
    {
      data: RESULTAT,
      text: 'Städ blev 9,5 mnkr billigare än budgeten, alltså 9,5 mnkr lägre än budget.',
      väntat: [
        'text 3:11 Texten säger mindre än budget, men det är mer: Städ, avvikelse 2021: −9,5 mnkr.',
        'text 3:50 Texten säger mindre än budget, men det är mer: Städ, avvikelse 2021: −9,5 mnkr.'
      ]
    },
    {
      data: 'konton:\n  - id: resultat\n    namn: Årets resultat\n    enhet: mnkr\n    serie:\n      2021:\n        utfall: -24,7\n',
      text: 'Årets resultat blev 24,7 mnkr.',
      väntat: [
        'text 3:21 Talet står utan minustecken, men i data är det negativt: Årets resultat, utfall 2021: −24,7 mnkr.'
      ]
    },
    {
      data: RESULTAT,
      text: 'Städ kostade +179,2 mnkr.',
      väntat: [
        'text 3:14 Talet har tecknet +, men i data är det negativt: Städ, utfall 2021: −179,2 mnkr.'
      ]
    }
  ],
  check(subject, report) {
    for (const { tal, stycke, mening, utslag, siffror } of claimsOf(subject)) {
      if (utslag !== 'stämmer' && utslag !== 'binder') continue
      if (REST.test(mening.text)) continue
      const before = mening.text.slice(0, tal.från - mening.start)
      const after = mening.text.slice(tal.slut - mening.start)
      const fel = signFault(before, after, tal.tecken, siffror) ?? noSign(tal, mening, siffror)
      if (fel)
        report({
          text: `${fel.text}: ${describe(fel.siffra, subject.modell)}.`,
          hint: 'Ändra ordet eller tecknet, eller rätta data om det är de som är fel.',
          span: stycke.spanOf(tal.start, tal.slut),
          related: placesOf(fel.siffra).map((span) => ({ text: 'I data', span }))
        })
    }
    const byName = namedFigures(subject)
    for (const { stycke, avsnitt } of styckena(subject)) {
      if (stycke.citat || stycke.slag === 'rubrik' || stycke.värden.length === 0) continue
      const meningar = meningarIn(stycke)
      for (const värde of stycke.värden) {
        const [post, ...fler] = avsnitt.printed(värde.nr)
        if (!post || fler.length > 0 || post.tal.värde === null) continue
        const mening = meningar.find(({ start, end }) => värde.start >= start && värde.end <= end)
        if (!mening) continue
        const size = post.tal.värde.abs()
        const siffror = (byName.get(`${post.tal.namn}|${post.tal.period}`) ?? []).filter((siffra) =>
          siffra.tal.värde.abs().eq(size)
        )
        const fel = signFault(
          stycke.text.slice(mening.start, värde.start),
          stycke.text.slice(värde.end, mening.end),
          undefined,
          siffror
        )
        if (fel)
          report({
            text: `${fel.text}: ${describe(fel.siffra, subject.modell)}.`,
            hint: 'Ändra ordet, eller rätta data om det är de som är fel.',
            span: stycke.spanOf(värde.start, värde.end),
            related: placesOf(fel.siffra).map((span) => ({ text: 'I data', span }))
          })
      }
    }
  }
}

const known = new WeakMap<Rapportsubject, Map<string, Siffra[]>>()

function namedFigures(subject: Rapportsubject): Map<string, Siffra[]> {
  const found = known.get(subject) ?? new Map<string, Siffra[]>()
  if (!known.has(subject))
    for (const { siffror } of subject.siffror.ämnen)
      for (const siffra of siffror) {
        const key = `${siffra.tal.namn}|${siffra.tal.period}`
        const list = found.get(key)
        if (list) list.push(siffra)
        else found.set(key, [siffra])
      }
  known.set(subject, found)
  return found
}

/** "Resultatet blev 24,7 mnkr" where it is −24,7: the reader takes a loss for a gain. */
function noSign(
  { tecken }: Texttal,
  { text, kolumn }: Mening,
  siffror: readonly Siffra[]
): { text: string; siffra: Siffra } | undefined {
  const [first] = siffror
  if (!first || tecken !== undefined || kolumn || NEGATIVT.test(text)) return undefined
  const below = (s: Siffra) =>
    s.slag === 'nivå' && s.tal.enhet.skala && s.tal.värde.lt(0) && (isResult(s) || isAvvikelse(s))
  if (!siffror.every(below) || !siffror.some(isResult)) return undefined
  return { text: 'Talet står utan minustecken, men i data är det negativt', siffra: first }
}

/** The word or sign beside a number that every figure it can be speaks against. */
function signFault(
  before: string,
  after: string,
  tecken: '+' | '-' | undefined,
  siffror: readonly Siffra[]
): { text: string; siffra: Siffra } | undefined {
  const [first] = siffror
  if (!first) return undefined
  const near = lastWords(before, 6)
  const next = firstWords(after, 3)
  if (NEKAT.test(near)) return undefined
  const changes = siffror.filter(({ slag }) => slag === 'förändring')
  if (changes.length === siffror.length) {
    const said = directionSaid(near, next)
    if (said !== 0 && changes.every((siffra) => directionOf(siffra) === -said))
      return {
        text:
          said > 0
            ? 'Texten säger att det ökade, men det minskade'
            : 'Texten säger att det minskade, men det ökade',
        siffra: first
      }
  }
  const levels = siffror.filter(({ slag }) => slag === 'nivå')
  const [level] = levels
  if (!level || levels.length < siffror.length) return undefined
  // "22 procent av underskottet" has no sign of its own.
  const words = /^av\s/iu.test(next) ? near : `${near} ${next}`
  const minus = MINUS.test(words)
  const plus = PLUS.test(words)
  const mot = againstBudget(near, next, levels)
  if (mot) return { text: mot, siffra: level }
  // Income and costs have signs of their own; only results and deviations are surpluses.
  if (
    minus !== plus &&
    level.tal.enhet.skala &&
    levels.every((s) => isAvvikelse(s) || isResult(s))
  ) {
    if (minus && levels.every((s) => s.tal.värde.gt(0)))
      return { text: 'Texten säger underskott, men det är ett överskott', siffra: level }
    if (plus && levels.every((s) => s.tal.värde.lt(0)))
      return { text: 'Texten säger överskott, men det är ett underskott', siffra: level }
  }
  if (tecken === '-' && levels.every((s) => s.tal.värde.gt(0)))
    return { text: 'Talet har minustecken, men i data är det positivt', siffra: level }
  if (tecken === '+' && levels.every((s) => s.tal.värde.lt(0)))
    return { text: 'Talet har tecknet +, men i data är det negativt', siffra: level }
  return undefined
}

const ÖVER = latin(/(?:högre|mer|dyrare|över|överskred|översteg|överskrider|överstiger)(?!\p{L})/iu)
const UNDER = latin(
  /(?:lägre|mindre|billigare|under|underskred|understeg|underskrider|understiger)(?!\p{L})/iu
)
const BUDGETORD = latin(/(?<!\p{L})(?:budget|budgeten|budgeterat|planerat)(?!\p{L})/iu)

/** "6,5 mnkr högre än budget" of a cost that came out lower. */
function againstBudget(near: string, next: string, levels: readonly Siffra[]): string | undefined {
  const words = BUDGETORD.test(next) ? next : BUDGETORD.test(near) ? near : ''
  const up = ÖVER.test(words)
  if (!levels.every(isAvvikelse) || up === UNDER.test(words)) return undefined
  const ways = levels.map(({ tal }) => {
    if (tal.källa.slag !== 'formel' || tal.källa.ingår.length !== 2) return 0
    const [a, b] = tal.källa.ingår
    return a?.värde && b?.värde && !a.värde.times(b.värde).lt(0)
      ? Math.sign(Number(a.värde.abs().minus(b.värde.abs())))
      : 0
  })
  if (!ways.every((way) => way === (up ? -1 : 1))) return undefined
  return up
    ? 'Texten säger mer än budget, men det är mindre'
    : 'Texten säger mindre än budget, men det är mer'
}

/** Below nothing, in other words than a sign. */
const NEGATIVT = latin(
  /(?<!\p{L})(?:minus|underskott\p{L}*|minusresultat\p{L}*|förlust\p{L}*|negativ\p{L}*|back|röda|under noll|sämre|försämr\p{L}*)(?!\p{L})/iu
)

const isResult = ({ ämne, mått }: Siffra): boolean =>
  mått === 'utfall' && /resultat|över|under/i.test(`${ämne.namn} ${ämne.id}`)

/** Which way the size went: a cost of −388 after −412 has fallen. Zero where the sign turned. */
export function directionOf({ tal }: Siffra): number {
  const sign = tal.värde.gt(0) ? 1 : tal.värde.lt(0) ? -1 : 0
  if (tal.enhet.id === 'procent' || tal.källa.slag !== 'formel') return sign
  const [nu, då] = tal.källa.ingår
  if (!nu?.värde || !då?.värde) return sign
  if (nu.värde.lt(0) && då.värde.lt(0)) return -sign
  return nu.värde.lt(0) || då.värde.lt(0) ? 0 : sign
}

const lastWords = (text: string, n: number): string =>
  text.trimEnd().split(/\s+/).slice(-n).join(' ')
const firstWords = (text: string, n: number): string =>
  text.trimStart().split(/\s+/).slice(0, n).join(' ')
