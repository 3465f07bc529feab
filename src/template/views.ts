import type { Span } from '../source.ts'

/**
 * What templates see. Views are plain and complete: every field is there, `null` where there is
 * nothing, so that a template can be checked against them. Strings are text and get escaped by
 * Handlebars; `Markup` (a Handlebars SafeString) is HTML that the program has made itself.
 */
export interface Markup {
  toHTML(): string
}
export type Innehåll = string | Markup

/** One cell of a table. */
export interface CellVy {
  /** A head cell's scope, or null for a data cell. */
  readonly scope: 'row' | 'rowgroup' | null
  readonly rowspan: number | null
  readonly colspan: number | null
  readonly numerisk: boolean
  /** Never empty: "–" or a no-break space stands where there is nothing (empty cells vanish from PDF tags). */
  readonly innehåll: Innehåll
}

export interface RadVy {
  readonly slag: 'rad' | 'summa' | 'rubrik'
  readonly celler: readonly CellVy[]
  /** Where in data the row comes from. */
  readonly span?: Span | undefined
}

export interface HuvudcellVy {
  readonly text: string
  readonly numerisk: boolean
  readonly colspan: number | null
  readonly rowspan: number | null
  readonly scope: 'col' | 'colgroup'
}

/** Every table: uppställning, register, mål, indikatorer, kontroller. */
export interface TabellVy {
  readonly id: string
  /** "7", or "A2" in an appendix. */
  readonly nummer: string
  readonly rubrik: string
  /** Said once, beside the caption: "mnkr". */
  readonly enhet: string | null
  readonly slag: 'belopp' | 'text'
  readonly liggande: boolean
  readonly huvud: readonly (readonly HuvudcellVy[])[]
  /** One tbody each: rows that belong together, e.g. a perspektiv or the sum. */
  readonly grupper: readonly { readonly summa: boolean; readonly rader: readonly RadVy[] }[]
  readonly noter: readonly string[]
}

export interface NyckeltalVy {
  readonly rutor: readonly {
    /** The number alone, marked up with its source. */
    readonly tal: Innehåll
    readonly enhet: string | null
    readonly namn: string
    /** "28,3 mnkr föregående år", or null. */
    readonly jämförelse: Innehåll | null
  }[]
}

export interface StatusVy {
  /** CSS class: uppfyllt, delvis, ej, ejmatt, ejbedomt. */
  readonly klass: string
  /** The organisation's word: "Delvis uppnått". */
  readonly ord: string
}

/** Likelihood × consequence, the greatest likelihood at the top. */
export interface RiskmatrisVy {
  readonly id: string
  readonly nummer: string
  readonly rubrik: string
  readonly konsekvens: readonly { readonly steg: string; readonly ord: string }[]
  readonly rader: readonly {
    readonly steg: string
    readonly ord: string
    readonly rutor: readonly {
      /** CSS classes: risk lag, medel, hojd, hog. */
      readonly klass: string
      readonly ord: string
      readonly värde: string
      /** Null where the square is empty. */
      readonly antal: Innehåll | null
      readonly antalsord: string
      readonly risker: readonly { readonly nr: string; readonly namn: string }[]
    }[]
  }[]
  /** All of them again, for screens where names don't fit the squares. */
  readonly risker: readonly { readonly nr: string; readonly namn: string }[]
  readonly noter: readonly string[]
}

export interface DiagramVy {
  readonly id: string
  readonly nummer: string
  readonly rubrik: string
  readonly enhet: string | null
  readonly svg: Markup
  readonly alt: string
  readonly underlag: {
    readonly kolumner: readonly string[]
    readonly rader: readonly (readonly Innehåll[])[]
  }
  readonly noter: readonly string[]
}

/** A list of assignments with status and text. */
export interface UppdragslistaVy {
  readonly uppdrag: readonly {
    readonly namn: string
    /** Null in a plan, where nothing is done yet. */
    readonly status: StatusVy | null
    readonly beskrivning: string | null
    readonly ansvarig: string | null
    readonly kommentar: string | null
  }[]
}

/** Own assessments beside the computed ones, with the person's reason. */
export interface BedömningslistaVy {
  readonly bedömningar: readonly {
    readonly namn: string
    readonly gällande: StatusVy
    readonly beräknad: StatusVy | null
    readonly skiljer: boolean
    readonly motivering: string | null
    readonly förklaring: string | null
    readonly av: string | null
  }[]
}

/** A rule as the handbook tells of it. */
export interface RegelVy {
  readonly id: string
  /** fel, varning or råd. */
  readonly nivå: string
  /** Whether its level can't be set and it can't be silenced. */
  readonly fast: boolean
  readonly varför: string
  readonly fel: readonly RegelexempelVy[]
  readonly rätt: readonly RegelexempelVy[]
}

/** An example: the files it consists of, and what is said of them (nothing of what is right). */
export interface RegelexempelVy {
  /** Without a path: a section's text or a data file, as the reader sees. */
  readonly filer: readonly { readonly sökväg: string | null; readonly text: string }[]
  readonly sägs: readonly string[]
}

export interface RegelgruppVy {
  readonly id: string
  readonly namn: string
  readonly regler: readonly RegelVy[]
}

/** A key of the data, as the handbook tells of it. */
export interface NyckelVy {
  /** From the record: `serie.<period>.målvärde`. */
  readonly väg: string
  readonly krav: boolean
  readonly om: string
  readonly exempel: readonly string[]
  /** The values that are allowed, where they are few. */
  readonly värden: readonly string[]
}

/** A helper or a block, as the handbook tells of it. */
export interface HjälparVy {
  readonly namn: string
  readonly block: boolean
  /** What it gives, in a few words. */
  readonly ger: string
  /** What it takes, in words. */
  readonly tar: readonly string[]
  /** Named arguments with what each may be. */
  readonly val: readonly { readonly namn: string; readonly slag: string }[]
}

export interface RubrikVy {
  readonly id: string
  /** "2.1", "A" for an appendix; empty where the template doesn't number. */
  readonly nr: string
  readonly text: string
  readonly underrubriker: readonly RubrikVy[]
}

/** A list of tables or diagrams, after the contents. */
export interface FörteckningVy {
  readonly rubrik: string
  readonly poster: readonly { readonly id: string; readonly nr: string; readonly text: string }[]
}

/** A chapter as it is composed. */
export interface KapitelVy {
  readonly id: string
  readonly nr: string
  readonly rubrik: string
  readonly bilaga: boolean
  /** Everything after the heading, ready-made. */
  readonly html: Markup
}

export interface AvsnittVy extends KapitelVy {
  /** Whether it goes on on the page that the chapter before it began; in print alone. */
  readonly följer: boolean
}

export interface KällaVy {
  readonly nr: number
  readonly text: string
  readonly namn: string
  readonly period: string
  readonly källa: string
  readonly formel: string | null
  readonly ursprung: string | null
}

/** A logotype as addresses for `<img>`, on the ground that it stands on. */
export interface LogotypVy {
  readonly src: string
  /** The one for dark mode, or null where the same does. */
  readonly mörk: string | null
  /** Whether it needs a white plate behind it. */
  readonly platta: boolean
  readonly alt: string
}

/** What a document template gets. */
export interface RapportVy {
  readonly titel: string
  readonly dokumenttyp: string
  readonly ingress: string | null
  /** Whether chapters follow each other on the page. */
  readonly löpande: boolean
  readonly organisation: {
    readonly namn: string
    readonly kortnamn: string
    readonly värdar: readonly string[]
  }
  readonly enhet: { readonly namn: string; readonly kortnamn: string }
  /** "fylld", "delad" or "ljus": how much of the cover has colour. */
  readonly omslag: string
  /** On the cover, and on paper as in a letter. */
  readonly logotyp: { readonly omslag: LogotypVy; readonly papper: LogotypVy } | null
  /** "januari–december 2021" */
  readonly period: string
  readonly år: string
  readonly diarienummer: string | null
  /** "14 februari 2022" */
  readonly datum: string | null
  readonly status: { readonly ord: string; readonly utkast: boolean }
  readonly ansvarig: string | null
  /** Who a letter goes to; empty for other documents. */
  readonly till: readonly string[]
  /** "Karlskrona den 14 februari 2018", or what of it is known. */
  readonly ortOchDatum: string | null
  readonly underskrifter: readonly { readonly namn: string; readonly titel: string | null }[]
  /** Shown on cover and in the footer where the report is an example. */
  readonly exempel: string | null
  readonly innehåll: readonly RubrikVy[]
  /** Those that the report asks for and has something to list in. */
  readonly förteckningar: readonly FörteckningVy[]
  readonly avsnitt: readonly AvsnittVy[]
  readonly källor: readonly KällaVy[]
  /** File name of the PDF beside the page, or null when none is made. */
  readonly pdf: string | null
  /** Relative way to output/index.html. */
  readonly indexHref: string
  /** Theme: style sheet text and the small script's text, ready to stand in <style> and <script>. */
  readonly stil: Markup
  readonly skript: Markup
  /** Base64 hash of the script for the content security policy. */
  readonly skriptHash: string
}

/** What templates/sida/sjalvgranskning.hbs gets: a page for reviewers, beside the report. */
export interface SjälvgranskningVy {
  readonly stil: Markup
  readonly titel: string
  readonly dokumenttyp: string
  readonly enhet: string
  readonly organisation: string
  readonly period: string
  readonly rapportHref: string
  readonly indexHref: string
  readonly områden: readonly {
    readonly id: string
    readonly namn: string
    readonly fråga: string
    readonly samlad: StatusVy
    readonly motivering: string
    readonly kriterier: readonly {
      readonly namn: string
      readonly krav: string
      readonly bedömning: StatusVy
      readonly underlag: string
      readonly skäl: readonly { readonly text: string; readonly plats: string | null }[]
    }[]
  }[]
  readonly tystade: readonly {
    readonly regel: string
    readonly text: string
    readonly skäl: string
    readonly plats: string | null
  }[]
}
