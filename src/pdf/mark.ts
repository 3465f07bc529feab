import type { Box } from './geometry.ts'

/** A piece of a content stream that belongs to the structure, and what it puts on the page. */
export interface Mark {
  readonly mcid: number
  /** Where its BDC begins with operands, and where that ends. */
  readonly start: number
  readonly end: number
  /** Whether it paints lines and areas; whether it paints text, images or shadings. */
  hasPaths: boolean
  hasContent: boolean
  text: string
  box: Box | undefined
  /** Lines that end so near the clip's edge that the browser leaves out the space after them. */
  readonly edges: Edge[]
  /** Text that a clip or the page's edge takes a part of. */
  cut: string
  /** Text that no eye can read: in the colour of what it stands on, or under something. */
  hidden: string
}

/** The end of a line at the edge of what is seen. */
export interface Edge {
  /** How much of the mark's text comes before. */
  readonly index: number
  /** Where the stream can take one more glyph there, and the font's space as it is shown. */
  readonly at: number
  readonly space: string
}

/** A new one, at that place of the source. */
export function createMark(mcid: number, start: number, end: number): Mark {
  return {
    mcid,
    start,
    end,
    hasPaths: false,
    hasContent: false,
    text: '',
    box: undefined,
    edges: [],
    cut: '',
    hidden: ''
  }
}
