import type { Severity } from '../../diagnostic.ts'
import type { Exempel, Felexempel } from '../rule.ts'

/** A check that is made where data are read or pages made, and so isn't a rule in the list. */
export interface Inbyggd {
  readonly severity: Severity
  readonly why: string
  /** Its level can't be set and it can't be silenced: nothing right could be printed. */
  readonly fast: boolean
  readonly good: readonly Exempel[]
  readonly bad: readonly Felexempel[]
  /** Wrong and right in words, where no small project can show it: a machine without a browser. */
  readonly iOrd?: { readonly fel: string; readonly rätt: string }
}

/** Checks by name, as a table is written. */
export type Inbyggda = Readonly<Record<string, Inbyggd>>

/** A small series to write examples with. */
export const SERIE = `nyckeltal:
  - id: svar
    namn: Besvarade frågor
    enhet: antal
    serie:
      2021:
        utfall: 354
`
