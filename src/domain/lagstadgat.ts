import type { Span } from '../source.ts'
import type { Formel } from './modell.ts'

/** A relation between figures that must hold in every period. */
export interface Samband {
  readonly id: string
  readonly namn: string
  readonly vänster: Formel
  readonly höger: Formel
  readonly span: Span
}

/** Which figures the balanskravsutredning is made of, as references. */
export interface Balanskravsval {
  readonly resultat: string
  readonly justeringar: readonly string[]
  readonly reservering?: string | undefined
  readonly användning?: string | undefined
  readonly tidigareUnderskott?: string | undefined
  readonly skattOchBidrag: string
  readonly egetKapital: string
  readonly reserv?: string | undefined
  readonly span: Span
}
