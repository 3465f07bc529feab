/** What must be known of a typeface before it is used; text, so that it can be kept between builds. */
export interface Typsnittsfakta {
  readonly variabelt: boolean
  /** Whether all figures can be given one width, so that they stand under each other in tables. */
  readonly tabellsiffror: boolean
  /** Swedish letters, figures and signs that it lacks. */
  readonly saknar: string
  /** Mean width of a letter in running text, in ems. */
  readonly bredd: number
}

const NEEDED = 'abcåäöéABCÅÄÖ0123456789.,–%'
const SAMPLE = 'Fastigheter, kostnader för vård och hälsa 2021: 1234,5 mnkr och 12,3 %'

/** Reads a font file (woff2, woff, ttf, otf); undefined where it is none. */
export async function readFontFacts(file: Uint8Array): Promise<Typsnittsfakta | undefined> {
  const { create } = await import('fontkit')
  try {
    const font = create(file)
    const widthOf = (char: string) =>
      font.glyphForCodePoint(char.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
    const figures = new Set([...'0123456789'].map(widthOf))
    const widths = [...SAMPLE].map(widthOf)
    return {
      variabelt: Object.keys(font.variationAxes).length > 0,
      tabellsiffror: figures.size === 1 || font.availableFeatures.includes('tnum'),
      saknar: [...NEEDED]
        .filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0))
        .join(''),
      bredd: widths.reduce((sum, width) => sum + width, 0) / widths.length
    }
  } catch {
    return undefined
  }
}
