export interface Organisationsenhet {
  readonly id: string
  readonly namn: string
  readonly kortnamn: string
  readonly slag: string
  readonly värdar: readonly string[]
  readonly enheter: readonly Organisationsenhet[]
}

export interface Organisation {
  readonly id: string
  readonly namn: string
  readonly kortnamn: string
  /** What laws for kommuner and regioner ask isn't asked of `annan`. */
  readonly slag: 'region' | 'kommun' | 'annan'
  readonly exempel?: string | undefined
  /** What the foot of an example's pages says, where it isn't about published figures. */
  readonly sidfot?: string | undefined
  readonly enheter: readonly Organisationsenhet[]
  /** Other bodies that reports mention, as they are to be written. */
  readonly benämningar?: readonly string[] | undefined
  readonly tema: Organisationstema
}

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
