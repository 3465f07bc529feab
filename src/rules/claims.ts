import type { Stycke } from '../markdown/prose.ts'
import { spansOf } from '../domain/tal.ts'
import { DELTID, isAbout, MÅL, nearestName, subjectsIn, type Mening } from './about.ts'
import { inColumn } from './column.ts'
import { countedIn } from './counts.ts'
import { fit, keeps, sizeIn } from './fit.ts'
import { ELSEWHEN, type Siffra } from './figures.ts'
import type { Texttal } from './numbers.ts'
import type { Avsnittstext, Rapportsubject } from './rule.ts'
import { meningarIn, talenIn } from './walk.ts'
import { isGeneral, wordsOf } from './words.ts'

/** What a number in a text turned out to be. */
export interface Påstående {
  readonly tal: Texttal
  readonly stycke: Stycke
  readonly avsnitt: Avsnittstext
  readonly mening: Mening
  readonly utslag:
    /** The sentence names what it is about, and it is right. */
    | 'stämmer'
    /** Right within the rounding of what it is computed from. */
    | 'avrundning'
    /** About a figure that is another. */
    | 'motsäger'
    /** Percent that are percentage points, or the other way about. */
    | 'procent'
    /** Not said what it is about, but one figure alone is so. */
    | 'binder'
    /** Several figures are so. */
    | 'tvetydigt'
    | 'ensamt'
  /** The figures it is or should have been, best first. */
  readonly siffror: readonly Siffra[]
}

const known = new WeakMap<Rapportsubject, readonly Påstående[]>()

/** Every number in a report's own text, held against the figures. Worked out once for all rules. */
export function claimsOf(subject: Rapportsubject): readonly Påstående[] {
  const found = known.get(subject) ?? subject.avsnitt.flatMap((a) => [...claimsIn(a, subject)])
  known.set(subject, found)
  return found
}

function* claimsIn(avsnitt: Avsnittstext, subject: Rapportsubject): Generator<Påstående> {
  for (const stycke of avsnitt.stycken) {
    // Other people's words aren't ours to bind, and a heading's figures are the text's.
    if (stycke.citat || stycke.slag === 'rubrik' || stycke.slag === 'begrepp') continue
    const talen = talenIn(stycke)
    if (talen.length === 0) continue
    for (const { start, end } of meningarIn(stycke)) {
      const egna = talen.filter((tal) => tal.start >= start && tal.end <= end)
      if (egna.length === 0) continue
      const mening = subjectsIn(stycke, start, end, egna, subject)
      for (const tal of egna) {
        if (!isWritten(stycke, tal)) continue
        yield { tal, stycke, avsnitt, mening, ...judge(tal, mening, subject) }
      }
    }
  }
}

/** Typed by the writer in running text: not printed by a helper, in code or as a link. */
function isWritten(stycke: Stycke, tal: Texttal): boolean {
  for (let at = tal.start; at < tal.end; at++) if (stycke.slagAt(at) !== 'text') return false
  return stycke.slagAt(Math.max(tal.end, tal.slut - 1)) !== 'värde' || tal.slut === tal.end
}

type Dom = Pick<Påstående, 'utslag' | 'siffror'>

function judge(tal: Texttal, mening: Mening, subject: Rapportsubject): Dom {
  const samling = countedIn(tal, mening)
  if (samling) {
    const rätt = samling.tal.värde.eq(tal.värde)
    return { utslag: rätt ? 'stämmer' : 'motsäger', siffror: [samling] }
  }
  // An amount is a change only where the sentence says so; "3,6 mnkr" alone is a level.
  const ändrat = tal.enhet === 'procent' || mening.förändrat.has(tal)
  // A month's figure is meant only where the sentence speaks of another time.
  const då = DELTID.test(mening.text)
  // Men's figure isn't right for being women's: a group's number is that group's alone.
  const grupp = nearestName(tal, mening)?.ämne
  const nämnda = mening.nämnda
    .flatMap(({ ämne }) =>
      grupp?.slag === 'grupp' && ämne.slag === 'grupp' && ämne !== grupp ? [] : ämne.siffror
    )
    .filter(({ slag, bakåt }) => (slag !== 'förändring' || ändrat) && (bakåt < ELSEWHEN || då))
  const passar = nämnda.map((siffra) => fit(tal, siffra))
  const lika = nämnda.filter((_, i) => passar[i] === 'lika')
  const rätta = rightPlace(lika, tal, mening)
  if (rätta.length > 0) return { utslag: 'stämmer', siffror: sorted(rätta) }
  const nära = nämnda.filter((_, i) => passar[i] === 'avrundning')
  if (nära.length > 0 && lika.length === 0)
    return { utslag: 'avrundning', siffror: closest(nära, tal) }
  const punkter = percentMix(tal, nämnda, mening)
  if (punkter) return { utslag: 'procent', siffror: [punkter] }
  const motsagd = isAbout(tal, mening, nämnda, subject)
  if (motsagd.length > 0) {
    // So exact a coincidence with something else is more likely what was meant.
    const andra = unnamed(tal, subject, mening)
    const meant = lika.length === 0 && isMeant(tal, andra, motsagd, mening)
    if (!meant) return { utslag: 'motsäger', siffror: motsagd }
  }
  if (lika.length > 0) return { utslag: 'stämmer', siffror: sorted(lika) }
  // "Minst 80 procent" of what is 87: right, and not a number to fetch.
  if (nämnda.some((siffra) => keeps(tal, siffra))) return { utslag: 'stämmer', siffror: [] }
  const andra = unnamed(tal, subject, mening)
  if (andra.length === 0) return { utslag: 'ensamt', siffror: [] }
  return andra.length === 1 && tellsEnough(tal)
    ? { utslag: 'binder', siffror: andra }
    : { utslag: 'tvetydigt', siffror: andra }
}

/** Whether a number is rather one of other figures: so exactly that, or named in other words. */
function isMeant(
  tal: Texttal,
  andra: readonly Siffra[],
  motsagd: readonly Siffra[],
  mening: Mening
): boolean {
  const digits = digitsOf(tal)
  if (andra.length > 0 && (digits >= 4 || (digits >= 3 && andra.length === 1))) return true
  const own = new Set(motsagd.flatMap(({ ämne }) => ämne.namnen.flat()))
  const words = new Set(wordsOf(mening.text).map(({ stam }) => stam))
  return andra.some(({ ämne }) =>
    ämne.namnen
      .flat()
      .some((stam) => !own.has(stam) && !isGeneral(stam) && stam.length > 3 && words.has(stam))
  )
}

/** Of figures that fit, those of the year and the measure that the sentence says. */
function rightPlace(lika: readonly Siffra[], tal: Texttal, mening: Mening): Siffra[] {
  let left = [...lika]
  if (mening.år !== undefined && left.some(({ ämne }) => hasYear(ämne.siffror, mening.år ?? 0)))
    left = left.filter(({ tal: { period } }) => Number(period.slice(0, 4)) === mening.år)
  const { kolumn } = mening
  // A row copied from another column or year is right nowhere but there.
  if (kolumn?.mått && left.some(({ ämne }) => ämne.siffror.some((s) => inColumn(s, kolumn))))
    left = left.filter((siffra) => inColumn(siffra, kolumn))
  if (mening.motBudget === tal && left.some(({ ämne }) => ämne.siffror.some(isAvvikelse)))
    left = left.filter(isAvvikelse)
  return left
}

const hasYear = (siffror: readonly Siffra[], år: number): boolean =>
  siffror.some(({ slag, tal }) => slag === 'nivå' && Number(tal.period.slice(0, 4)) === år)
export const isAvvikelse = (siffra: Siffra): boolean => /avvikelse/.test(siffra.mått)

/** "0,94 %" that is the difference of two shares, or "16,5 procentenheter" that is a relative change. */
function percentMix(tal: Texttal, nämnda: readonly Siffra[], mening: Mening): Siffra | undefined {
  if (tal.enhet !== 'procent' && tal.enhet !== 'procentenheter') return undefined
  // "Sjukfrånvaron var 4,77 procentenheter": a share, and no difference of two.
  if (tal.enhet === 'procentenheter' && !mening.förändrat.has(tal) && tal.tecken === undefined) {
    const nivå = nämnda.find(
      (siffra) =>
        siffra.slag === 'nivå' &&
        siffra.tal.enhet.id === 'procent' &&
        siffra.bakåt <= 1 &&
        fit({ ...tal, enhet: 'procent' }, siffra) === 'lika'
    )
    if (nivå && tal.decimaler > 0) return nivå
  }
  if (tal.enhet === 'procent' && !mening.förändrat.has(tal)) return undefined
  const andra = tal.enhet === 'procent' ? 'procentenheter' : 'procent'
  return nämnda.find(
    (siffra) =>
      siffra.slag === 'förändring' &&
      siffra.tal.enhet.id === andra &&
      fit({ ...tal, enhet: andra }, siffra) === 'lika'
  )
}

/** Figures of the unit that are so, each datum once; levels before changes. */
function unnamed(tal: Texttal, { siffror }: Rapportsubject, mening: Mening): Siffra[] {
  const all = siffror
    .near(tal.enhet, tal.värde, tal.värde.abs().times('0.1').plus(1))
    .filter((siffra) => Math.abs(siffra.bakåt) <= 1 && fit(tal, siffra) === 'lika')
  const mål = MÅL.test(mening.text.slice(0, tal.från - mening.start).slice(-30))
  const wanted = all.filter(({ slag }) => slag === (mål ? 'mål' : 'nivå'))
  const written = tal.värde.abs()
  const exact = wanted.filter((siffra) => sizeIn(siffra, tal.enhet)?.eq(written))
  const nivåer = exact.length > 0 ? exact : wanted
  const once = new Map<string, Siffra>()
  for (const siffra of nivåer.length > 0 ? nivåer : all) {
    const { källa, period } = siffra.tal
    const key =
      spansOf(siffra.tal)
        .map(({ file, start }) => `${file}:${start}`)
        .join() + (källa.slag === 'datum' ? '' : period)
    if (!once.has(key)) once.set(key, siffra)
  }
  return [...once.values()]
}

/** A number that says enough to be recognised by its value alone: not "5 %" or "12". */
function tellsEnough(tal: Texttal): boolean {
  if (tal.ord) return false
  const digits = digitsOf(tal)
  if (tal.enhet === undefined || ['st', 'personer'].includes(tal.enhet)) return digits >= 3
  return digits >= 2
}

const digitsOf = (tal: Texttal): number =>
  tal.värde.abs().toFixed(tal.decimaler).replace('.', '').replace(/^0+/, '').length

const sorted = (siffror: readonly Siffra[]): Siffra[] =>
  siffror.toSorted(
    (a, b) => a.bakåt - b.bakåt || RANG[a.slag] - RANG[b.slag] || a.termer - b.termer
  )
const RANG = { nivå: 0, mål: 1, andel: 2, förändring: 3 }

const closest = (siffror: readonly Siffra[], tal: Texttal): Siffra[] =>
  siffror.toSorted((a, b) => distance(a, tal) - distance(b, tal))

export function distance(siffra: Siffra, tal: Texttal): number {
  const size = sizeIn(siffra, tal.enhet)
  return size ? Math.abs(Number(size.minus(tal.värde.abs()))) : Infinity
}
