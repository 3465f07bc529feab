import type { Decimal } from './decimal.ts'
import type { Måttenhet } from './mattenhet.ts'

/** A deviation is above the limit when it is above every part of it that is given. */
export interface Avvikelsegräns {
  /** Share of the budget, e.g. 0.05. */
  readonly andel?: Decimal | undefined
  readonly belopp?: { readonly värde: Decimal; readonly enhet: Måttenhet } | undefined
}
