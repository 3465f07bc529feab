import type { Markup } from './views.ts'

/** What reviewers are told of a report that isn't decided. */
export interface GranskningVy {
  /** "2 varningar och 3 råd" */
  readonly summering: string
  readonly fynd: readonly {
    /** "varning" */
    readonly nivå: string
    /** CSS class: varning, rad. */
    readonly klass: string
    readonly text: string
    readonly råd: string | null
    /** "content/…/10-inledning.md:3" */
    readonly plats: string | null
  }[]
}

/** A report in the list of all. */
export interface IndexrapportVy {
  /** Anchor of its row. */
  readonly id: string
  /** Path below the output folder. */
  readonly rapport: string
  readonly titel: string
  readonly dokumenttyp: string
  readonly period: string
  readonly status: string
  readonly exempel: boolean
  readonly href: string | null
  /** "214 kB, 28 sidor" beside the link. */
  readonly pdf: { readonly href: string; readonly text: string } | null
  /** What there is to look at in a draft: "2 varningar". */
  readonly granskning: { readonly href: string; readonly text: string } | null
  /** The reviewers' page beside it, or null. */
  readonly självgranskning: string | null
  /** The script with its text for the search. */
  readonly sökfil: string | null
  /** False: the report has faults; `href` then leads to the last good version, if any. */
  readonly byggd: boolean
}

/** What templates/sida/index.hbs gets. */
export interface IndexVy {
  readonly stil: Markup
  readonly skript: Markup
  readonly skriptHash: string
  /** Choices that the script fills from the rows, by the rows' data attribute. */
  readonly urval: readonly {
    readonly namn: string
    readonly rubrik: string
    readonly alla: string
  }[]
  /** The same choices as links, where there is no script. */
  readonly genvägar: readonly {
    readonly rubrik: string
    readonly val: readonly {
      readonly text: string
      readonly href: string | null
      readonly rapporter: readonly { readonly href: string; readonly text: string }[]
    }[]
  }[]
  readonly organisationer: readonly {
    readonly id: string
    readonly namn: string
    readonly enheter: readonly {
      readonly id: string
      readonly namn: string
      readonly år: readonly { readonly år: string; readonly rapporter: readonly IndexrapportVy[] }[]
    }[]
  }[]
}
