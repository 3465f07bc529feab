/** What a row is, beside its value: decides its tone, never its length. */
export type Klass =
  | 'bättre'
  | 'sämre'
  | 'mål'
  | 'föregående'
  /** A level in a bridge, drawn from zero. */
  | 'summa'
  | 'uppfyllt'
  | 'delvis'
  | 'ej uppfyllt'
  | 'ej mätt'
  | 'ej bedömt'

/** One value to draw. `text` is the value as printed in prose and tables, never made anew here. */
export interface Diagramrad {
  readonly namn: string
  /** Id of the period: `2021`, `2021-T2`, `2021-03`. */
  readonly period?: string | undefined
  /** Which series, where there are several: `Utfall`, `Budget`, `2021`. */
  readonly serie?: string | undefined
  /** For length and place only; null where the value is missing. */
  readonly värde: number | null
  readonly text: string
  readonly klass?: Klass | undefined
}

/** A target to draw as a line. */
export interface Diagrammål {
  /** As printed, with its unit: `högst 4,5 %`. */
  readonly text: string
  readonly värde: number
  /** Met in the last period, as the model judges it; left out of the alternative text if unknown. */
  readonly nås?: boolean | undefined
}

/** What the model gives a chart. */
export interface Diagramdata {
  readonly rader: readonly Diagramrad[]
  readonly enhet: { readonly symbol: string; readonly ord: string }
  readonly decimaler: number
  readonly titel: string
  /** The title within a sentence ("sjukfrånvaro"); made from `titel` where it isn't given. */
  readonly titelIText?: string | undefined
  readonly målvärde?: Diagrammål | undefined
  /** Heading of the table's first column: `Verksamhetsområde`. */
  readonly radrubrik?: string | undefined
}

/** Which shape of data a template wants; decides which fields its rows have and how they lie. */
export type Form = 'tidsserie' | 'månader' | 'perioder' | 'rader' | 'grupper' | 'andelar' | 'brygga'

/** A chart template that has been checked. */
export interface Diagrammall {
  readonly namn: string
  readonly beskrivning: string
  readonly data: Form
  /** First word of the alternative text: `Linjediagram`. */
  readonly diagramtyp: string
  /** Vertical room in px for the forms that don't grow with their rows. */
  readonly höjd: number
  /** Lowest value of a time series' axis is zero even where all values are far above it. */
  readonly frånNoll: boolean
  /** Rows by size, largest first, or as the model gives them. */
  readonly ordning: 'storlek' | 'given'
  /** The Vega-Lite specification, data bound by name. */
  readonly spec: Readonly<Record<string, unknown>>
}

/** A fault in a template: where in the parsed file, and what, in Swedish. */
export interface Mallfel {
  readonly väg: readonly (string | number)[]
  readonly text: string
  readonly tips?: string | undefined
}

export interface Diagramoptions {
  /** Width of the drawing in px: 640 on a page, 320 on a phone. */
  readonly bredd: number
  /** Width of a second drawing of the same chart, laid out anew for a narrow screen: 320. */
  readonly smal?: number | undefined
  /** Put before every id in the drawing, so that two charts can stand in one page. */
  readonly prefix?: string | undefined
}

/** The numbers of a chart as text, for the table beside it. */
export interface Diagramtabell {
  readonly kolumner: readonly string[]
  readonly rader: readonly (readonly string[])[]
}

/** A chart that has been drawn. */
export interface Diagrambild {
  readonly svg: string
  /** The same chart for a narrow screen, where `smal` was asked for; the page shows one of them. */
  readonly smal?: string
  readonly alt: string
  readonly tabell: Diagramtabell
}

/** Nothing could be drawn; `fel` says in Swedish what is wrong in the template. */
export interface Diagramfel {
  readonly fel: string
}

/** What a template's data sources and signals hold: the outcome of laying out one chart. */
export interface Underlag {
  /** Plot area in px, without the room that labels take around it. */
  readonly bredd: number
  readonly höjd: number
  /** Rows by data name: `rader`, `serier`, `mål`. */
  readonly data: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly signaler: Readonly<Record<string, unknown>>
}
