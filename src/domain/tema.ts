/** How an organisation's reports look, as its data says; files are named, not read. */
export interface Organisationstema {
  readonly accent?: string | undefined
  /** What is worse, in charts. */
  readonly varm?: string | undefined
  /** Colour over the whole cover, over its upper half, or none. */
  readonly omslag: 'fylld' | 'delad' | 'ljus'
  readonly logotyp?: Logotypval | undefined
  readonly typsnitt: {
    readonly rubriker?: Typsnittsval | undefined
    readonly text?: Typsnittsval | undefined
  }
}

export interface Logotypval {
  readonly fil: string
  /** The one for coloured ground. */
  readonly negativ?: string | undefined
  readonly alt: string
}

/** A typeface by name, that a package has, or with files of its own. */
export interface Typsnittsval {
  readonly namn: string
  readonly filer: readonly {
    readonly fil: string
    readonly vikt: 400 | 600
    readonly kursiv: boolean
  }[]
}
