import type { Composed } from '../stages/6-compose.ts'
import type { Rapportmapp } from '../stages/1-discover.ts'
import type { Finished } from '../stages/7-html.ts'
import type { Fynd, Ställe } from './found.ts'
import type { Flöde } from './http.ts'
import type { Sida } from './page.ts'
import type { Change } from './watch.ts'

/** What a page is told of its report besides the page itself. */
export interface Läge {
  readonly version: number
  /** Faults that keep the page on screen from being of today; empty when it is. */
  readonly fel: readonly Fynd[]
  readonly fynd: readonly Fynd[]
  /** Where each chapter begins, by its id. */
  readonly kapitel: Readonly<Record<string, Ställe>>
  /** Milliseconds since 1970 when the page on screen was made. */
  readonly gjord: number
}

/** What a page is told of its PDF. */
export interface Pdfläge {
  readonly läge: 'ingen' | 'görs' | 'klar' | 'gammal' | 'fel'
  readonly sidor?: number
  readonly kB?: number
  readonly text?: string
}

/** The last page of a report that could be shown. */
export interface Visad {
  readonly mapp: Rapportmapp
  readonly finished: Finished
  readonly composed: Composed
  readonly sida: Sida
  readonly html: string
  readonly version: number
  readonly gjord: number
}

/** A report that somebody has opened. */
export interface Öppen {
  readonly id: string
  /** The last page that could be shown; stays where faults keep a newer one from being made. */
  visad: Visad | undefined
  /** What has been saved since the page that is shown. */
  ändring: Change | undefined
  fel: readonly Fynd[]
  fynd: readonly Fynd[]
  /** Whether files have changed since it was made. */
  gammal: boolean
  readonly flöden: Set<Flöde>
  /** The turn at which it was last asked for, so that those that nobody reads can be let go. */
  sedd: number
  pdf: { readonly bytes: Uint8Array; readonly version: number; readonly sidor: number } | undefined
  pdfläge: Pdfläge
}

export function openReport(id: string): Öppen {
  return {
    id,
    visad: undefined,
    ändring: undefined,
    fel: [],
    fynd: [],
    gammal: true,
    flöden: new Set(),
    sedd: 0,
    pdf: undefined,
    pdfläge: { läge: 'ingen' }
  }
}
