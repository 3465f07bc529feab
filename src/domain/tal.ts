import type { Span } from '../source.ts'
import type { Decimal } from './decimal.ts'
import type { Måttenhet } from './mattenhet.ts'

/** Where a datum comes from: a published report, computed from one, or made up for the example. */
export type Ursprung = 'publicerat' | 'härlett' | 'konstruerat'

/** How a figure came to be: read at a place in data, or computed by a formula over other figures. */
export type Källa =
  | { readonly slag: 'datum'; readonly span: Span }
  | { readonly slag: 'formel'; readonly formel: string; readonly ingår: readonly Tal[] }

/**
 * A figure. Kept unrounded; `decimaler` says how it is printed. Where `värde` is null the figure
 * is known to be missing and `saknas` says why ("–" in a table, an error in prose).
 */
export interface Tal {
  readonly värde: Decimal | null
  readonly enhet: Måttenhet
  readonly decimaler: number
  /** Id of the period it is about: `2021-T2`. */
  readonly period: string
  /** What it is, for ledger and source lists: "Sjukfrånvaro, utfall". */
  readonly namn: string
  readonly ursprung?: Ursprung | undefined
  readonly saknas?: string | undefined
  readonly källa: Källa
}

/** The worst origin among figures: one made-up input makes the result made up. */
export function worstUrsprung(talen: Iterable<Tal>): Ursprung | undefined {
  let worst: Ursprung | undefined
  for (const { ursprung } of talen) {
    if (ursprung === 'konstruerat') return 'konstruerat'
    if (ursprung === 'härlett' || (ursprung && !worst)) worst = ursprung
  }
  return worst
}

/** Every place in data that a figure rests on, each once, in the order met. */
export function spansOf(tal: Tal): Span[] {
  const found = new Map<string, Span>()
  const visit = (t: Tal): void => {
    if (t.källa.slag === 'datum')
      found.set(`${t.källa.span.file}:${t.källa.span.start}`, t.källa.span)
    else t.källa.ingår.forEach(visit)
  }
  visit(tal)
  return [...found.values()]
}
