import type { Severity } from '../diagnostic.ts'
import type { Modell } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import type { Räknare } from '../domain/rakna.ts'
import type { Prosa, Stycke } from '../markdown/prose.ts'
import type { DokumentmallRecord } from '../schema/dokumentmall.ts'
import type { RapportRecord } from '../schema/organisation.ts'
import type { Source, Sources, Span } from '../source.ts'
import type { Tabelldata } from '../template/environment.ts'
import type { Bokpost } from '../template/ledger.ts'
import type { Siffror } from './figures.ts'

/** What a rule about a unit's data sees: every figure, of every period. */
export interface Datasubject {
  readonly modell: Modell
  readonly räknare: Räknare
  /** Whether all of the unit's data could be read; if not, what is missing may be among the rest. */
  readonly läsbart: boolean
  /** Every file that was read, by path. */
  readonly sources: Sources
  /** The unit's own data files and those of its organisation, as written. */
  readonly datafiler: readonly Source[]
}

/** A section of the report as the reader meets it. */
export interface Avsnittstext extends Prosa {
  readonly id: string
  readonly nr: string
  readonly bilaga: boolean
  readonly rubrik: string
  /** The calls as written, without braces: `tabell "resultat"`. */
  readonly anrop: readonly string[]
  /** The figures that the call with that number printed, in order. */
  printed(nr: number): readonly Bokpost[]
}

/** What a rule about one report sees. */
export interface Rapportsubject extends Datasubject {
  readonly rapport: RapportRecord
  /** The place of a key in rapport.yaml. */
  rapportSpan(key: string): Span
  readonly period: Period
  readonly mall: DokumentmallRecord
  readonly avsnitt: readonly Avsnittstext[]
  readonly bok: readonly Bokpost[]
  /** The tables as printed, numbers as a spreadsheet reads them. */
  readonly tabeller: readonly Tabelldata[]
  /** All figures of the unit by unit and value; made when first asked for. */
  readonly siffror: Siffror
}

/** What a rule about the finished page sees. */
export interface Sidsubject extends Rapportsubject {
  readonly html: string
}

/** A change of a source that is safe to make without asking. */
export interface Ändring {
  readonly span: Span
  readonly text: string
}

/** What a rule has found, before level and silencing are settled. */
export interface Fynd {
  readonly text: string
  /** What to do about it. A finding without is not shown. */
  readonly hint: string
  readonly span: Span | undefined
  readonly related?: readonly { readonly text: string; readonly span: Span }[]
  /** Where this case is less sure or less grave than the rule's own level. */
  readonly severity?: Severity
  readonly fix?: readonly Ändring[]
}

export type Rapportera = (fynd: Fynd) => void

/** A small project: the section's text and the unit's data, over a minimal one that is without faults. */
export interface Exempel {
  /** Markdown under the heading of a section. */
  readonly text?: string
  /** A data file of the unit. */
  readonly data?: string
  /** The report's own facts, the lines under `rapport:`; without it, a yearly report of 2021. */
  readonly rapport?: string
  /** Further or other files by path. */
  readonly filer?: Readonly<Record<string, string>>
}

/** A case that the rule finds. `väntat`: "text 3:14 Sentence." or "data 2:5 …", `fel`… in front where the level differs. */
export interface Felexempel extends Exempel {
  readonly väntat: readonly string[]
}

interface Grund<On extends string, S> {
  /** Permanent slug: what is true when all is well. */
  readonly id: string
  readonly severity: Severity
  readonly on: On
  /** About what isn't there: tried once all data can be read. */
  readonly omSaknat?: true
  /** Why it matters, in a sentence or two for the writer, with the law or source where there is one. */
  readonly why: string
  readonly good: readonly Exempel[]
  readonly bad: readonly Felexempel[]
  check(subject: S, report: Rapportera): void
}

/**
 * A rule about how words are written: tried on each paragraph of the report, and on each text in data and
 * in rapport.yaml that readers see.
 */
export interface Styckesrule extends Omit<Grund<'text', Rapportsubject>, 'check'> {
  checkStycke(stycke: Stycke, report: Rapportera): void
}

/** A rule: data plus one function, carrying its own proof. `on` says when it can be tried. */
export type Rule =
  | Grund<'data', Datasubject>
  | (Grund<'text', Rapportsubject> & { readonly checkStycke?: never })
  | Styckesrule
  | Grund<'rapport', Rapportsubject>
  | Grund<'page', Sidsubject>

export type Datarule = Extract<Rule, { on: 'data' }>
export type Textrule = Exclude<Extract<Rule, { on: 'text' }>, Styckesrule>
export type Rapportrule = Extract<Rule, { on: 'rapport' }>
export type Pagerule = Extract<Rule, { on: 'page' }>
