/** What the page tells before it is printed, for the finishing to use and to compare with. */
export interface PageFacts {
  /** Every link that is printed, in order: `#anchor` or an address, and where it leads in words. */
  readonly links: readonly { readonly to: string; readonly label: string }[]
  /** The text in order, in pieces that stand whole in the page; `near` is the anchor they stand at. */
  readonly texts: readonly { readonly near: string; readonly pieces: readonly string[] }[]
  /** Tables in order, with the number of cells of each row. */
  readonly tables: readonly { readonly near: string; readonly cells: readonly number[] }[]
  /** Numbers, as in `tal.json`, of the figures marked up in the page. */
  readonly figures: readonly number[]
  /** Pictures and drawings in order, by the anchor they stand at, with the words in them. */
  readonly drawings: readonly { readonly near: string; readonly texts: readonly string[] }[]
  /** Drawings that say neither what they show nor that they are ornaments. */
  readonly undescribed: readonly string[]
  /** Elements that stand at a place of the sheet, and so on every page. */
  readonly repeated: readonly { readonly near: string; readonly text: string }[]
  /** Families of the fonts that the page brings along. */
  readonly fonts: readonly string[]
  /** Elements with an effect that turns their text into a picture, and which. */
  readonly effects: readonly { readonly near: string; readonly effect: string }[]
}

/** When nothing is known of the page. */
export const NO_FACTS: PageFacts = {
  links: [],
  texts: [],
  tables: [],
  figures: [],
  drawings: [],
  undescribed: [],
  repeated: [],
  fonts: [],
  effects: []
}

/** A figure that the report says stands in the PDF. */
export interface PlacedFigure {
  /** Its number in `tal.json`. */
  readonly nr: number
  readonly text: string
  /** Anchor of the drawing that it stands in, where it isn't in the text. */
  readonly diagram?: string | undefined
}
