import type { Räknare } from '../domain/rakna.ts'
import type { Tal } from '../domain/tal.ts'
import type { Sources } from '../source.ts'
import type { Bokpost } from '../template/ledger.ts'
import { formatDecimal, SAKNAS, withUnit } from '../text/swedish.ts'
import { placeIn, type Ställe } from './found.ts'

/** A figure, or one that it was computed from, down to its lines in data. */
export interface Ursprungspost {
  readonly namn: string
  readonly period: string
  readonly värde: string
  readonly ursprung: string | null
  readonly formel: string | null
  readonly ställe: Ställe | null
  readonly ingår: readonly Ursprungspost[]
  /** Inputs that were left out, there being too many. */
  readonly fler: number
}

export interface Talursprung extends Ursprungspost {
  readonly text: string
  readonly föregående: Ursprungspost | null
}

/** So many inputs are shown of one figure, all levels counted. */
const MOST = 300

/** All that is known of a printed figure: what it is, how it came to be, and what it was last year. */
export function describeOrigin(
  { text, tal }: Bokpost,
  räknare: Räknare,
  sources: Sources
): Talursprung {
  const left = { count: MOST }
  const före = räknare.föregående(tal)
  return {
    text,
    ...describe(tal, sources, left),
    föregående: före ? describe(före, sources, { count: 0 }) : null
  }
}

function describe(tal: Tal, sources: Sources, left: { count: number }): Ursprungspost {
  const { källa } = tal
  const value = tal.värde
    ? withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol)
    : SAKNAS
  const base = {
    namn: tal.namn,
    period: tal.period,
    värde: value,
    ursprung: tal.ursprung ?? null
  }
  if (källa.slag === 'datum')
    return { ...base, formel: null, ställe: placeIn(källa.span, sources), ingår: [], fler: 0 }
  const shown = källa.ingår.slice(0, Math.max(0, left.count))
  left.count -= shown.length
  return {
    ...base,
    formel: källa.formel,
    ställe: null,
    ingår: shown.map((del) => describe(del, sources, left)),
    fler: källa.ingår.length - shown.length
  }
}
