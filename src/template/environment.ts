import type { Message, Diagnostics } from '../diagnostic.ts'
import type { Diagrammall, Diagramdata } from '../chart/types.ts'
import type { Modell } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import type { Räknare } from '../domain/rakna.ts'
import type { Sources, Span } from '../source.ts'
import type { Plats, Talbok } from './ledger.ts'
import type { HjälparVy, NyckelVy, RegelgruppVy } from './views.ts'

/** A numbered thing that can be referred to. */
export interface Mål {
  readonly slag: 'tabell' | 'diagram' | 'avsnitt' | 'bilaga'
  readonly nr: string
  readonly ankare: string
}

/** A printed table as data, for `data/<id>.csv`. */
export interface Tabelldata {
  readonly id: string
  readonly kolumner: readonly string[]
  readonly rader: readonly (readonly string[])[]
}

/** What the handbook prints of the program itself, asked for when a block wants it. */
export interface Handboksunderlag {
  /** Every rule and check, by what it is tried on. */
  regler(): readonly RegelgruppVy[]
  /** The keys of a list in a data file, or of a file of its own such as rapport.yaml. */
  nycklar(namn: string): readonly NyckelVy[] | { readonly kända: readonly string[] }
  /** Every helper and block with what it takes. */
  hjälpare(): readonly HjälparVy[]
  /** What `--help` says of each command. */
  kommandon(): readonly { readonly namn: string; readonly hjälp: string }[]
}

/** What helpers and blocks see of the report they print in. */
export interface Miljö {
  readonly modell: Modell
  readonly räknare: Räknare
  readonly period: Period
  readonly sources: Sources
  readonly diagnostics: Diagnostics
  readonly bok: Talbok
  /** Where printing is now; blocks narrow it to row and column. */
  plats: Plats
  /** Null for a template with faults, which are told where they stand. */
  readonly diagrammallar: ReadonlyMap<string, Diagrammall | null>
  readonly tabeller: Tabelldata[]
  /** Everything that `{{se}}` and captions need a number for, by id. */
  readonly hänvisningar: ReadonlyMap<string, Mål>
  readonly handbok: Handboksunderlag
  /** Draws a chart beside the rest; the returned text stands where the drawing will be. */
  drawDiagram(mall: Diagrammall, data: Diagramdata, id: string): string
  /** Fills a block template; undefined when it has faults, which are reported. */
  render(namn: string, vy: object): string | undefined
  /** The number and anchor that a table or chart was given beforehand. */
  numreraBlock(span: Span): Mål | undefined
  /** Names a place on the page; absent where nobody will go from there to the sources. */
  readonly place?: ((span: Span) => string) | undefined
}

/** Adds a message and gives undefined, so that a helper can return it. */
export function report(miljö: Miljö, message: Message, span: Span | undefined): undefined {
  miljö.diagnostics.add(message, span)
  return undefined
}
