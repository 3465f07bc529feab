import { tiopotens, type Decimal } from './decimal.ts'

/** A unit of measure, as the YAML key `enhet` of a series names it. */
export interface Måttenhet {
  /** As written in YAML: `procent`, `mnkr`, `st`. */
  readonly id: string
  /** After digits: `%`, `mnkr`. Empty for bare index numbers. */
  readonly symbol: string
  /** In running text with `ord=true`: `procent`, `miljoner kronor`. */
  readonly ord: string
  /** Counts have no decimals: `1.367` for a count is ambiguous, never 1.367. */
  readonly antal: boolean
  /** Power of ten against the base unit for units that convert into each other (kr, tkr, mnkr). */
  readonly skala?: { readonly bas: string; readonly faktor: number }
}

const ENHETER: readonly Måttenhet[] = [
  { id: 'kr', symbol: 'kr', ord: 'kronor', antal: false, skala: { bas: 'kr', faktor: 0 } },
  { id: 'tkr', symbol: 'tkr', ord: 'tusen kronor', antal: false, skala: { bas: 'kr', faktor: 3 } },
  {
    id: 'mnkr',
    symbol: 'mnkr',
    ord: 'miljoner kronor',
    antal: false,
    skala: { bas: 'kr', faktor: 6 }
  },
  {
    id: 'mdkr',
    symbol: 'mdkr',
    ord: 'miljarder kronor',
    antal: false,
    skala: { bas: 'kr', faktor: 9 }
  },
  { id: 'procent', symbol: '%', ord: 'procent', antal: false },
  { id: 'procentenheter', symbol: 'procentenheter', ord: 'procentenheter', antal: false },
  { id: 'promille', symbol: '‰', ord: 'promille', antal: false },
  { id: 'st', symbol: 'st', ord: 'stycken', antal: true },
  { id: 'antal', symbol: '', ord: '', antal: true },
  { id: 'personer', symbol: 'personer', ord: 'personer', antal: true },
  { id: 'årsarbetare', symbol: 'årsarbetare', ord: 'årsarbetare', antal: false },
  { id: 'dagar', symbol: 'dagar', ord: 'dagar', antal: false },
  { id: 'timmar', symbol: 'timmar', ord: 'timmar', antal: false },
  { id: 'minuter', symbol: 'minuter', ord: 'minuter', antal: false },
  { id: 'kvm', symbol: 'm²', ord: 'kvadratmeter', antal: false },
  { id: 'index', symbol: '', ord: '', antal: false },
  { id: 'poäng', symbol: 'poäng', ord: 'poäng', antal: false },
  { id: 'kvot', symbol: '', ord: '', antal: false }
]

const BY_ID = new Map(ENHETER.map((enhet) => [enhet.id, enhet]))

/** The unit with that name, or undefined. Names are those of `måttenhetNames`. */
export function måttenhet(id: string): Måttenhet | undefined {
  return BY_ID.get(id)
}

/** The unit with that name; for names the program itself writes, where absence is a bug. */
export function knownMåttenhet(id: string): Måttenhet {
  const enhet = BY_ID.get(id)
  if (!enhet) throw new Error(`Unknown unit in code: ${id}`)
  return enhet
}

export const måttenhetNames: readonly string[] = ENHETER.map((enhet) => enhet.id)

/** Value in another unit of the same kind (tkr → mnkr), exactly; undefined where there is no way. */
export function convert(value: Decimal, from: Måttenhet, to: Måttenhet): Decimal | undefined {
  if (from.id === to.id) return value
  if (!from.skala || !to.skala || from.skala.bas !== to.skala.bas) return undefined
  return value.times(tiopotens(from.skala.faktor - to.skala.faktor))
}
