import type { Decimal } from './decimal.ts'
import type { Målstatus } from './maluppfyllelse.ts'
import type { Tal } from './tal.ts'

/** An indicator's fulfilment in a period: computed from target and outcome, or a person's own. */
export interface Målbedömning {
  /** What holds: the person's own if there is one, else the computed. */
  readonly gällande: Målstatus
  readonly beräknad: Målstatus
  readonly egen?:
    | { readonly status: Målstatus; readonly motivering: string; readonly av?: string | undefined }
    | undefined
  /** Share of the target that is reached, e.g. 0.53; null where there is none. */
  readonly måluppfyllnad: Decimal | null
  readonly förklaring: string
  readonly saknas?: string | undefined
  /** The figures it rests on. */
  readonly underlag: readonly Tal[]
}
