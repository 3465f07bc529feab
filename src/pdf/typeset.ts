import type { ContentReader } from './content.ts'

/** A stretch of a content stream and what is to stand there instead. */
export interface Edit {
  readonly at: number
  readonly until: number
  readonly text: string
}

/**
 * Sets the glyphs of a line together. Skia moves to each glyph by itself; one array with what differs
 * from the font's own widths says the same in a third of the space.
 */
export class Typesetter {
  readonly edits: Edit[] = []
  /** The glyphs of the line so far, and where the source has them. */
  #array = ''
  #at = 0
  #until = 0
  /** Where the next glyph comes by the font's widths and the array alone. */
  #pen = 0
  #size = 1
  /** How far the moves that are gone would have taken the line's start, which later ones count from. */
  #lag = 0

  /** The first glyphs of a line, just read, at `x`; they take `advance` and are of that size. */
  begin(reader: ContentReader, x: number, advance: number, size: number): void {
    this.#array = codes(reader)
    this.#at = reader.stringStart
    this.#until = reader.end
    this.#pen = x + advance
    this.#size = size
  }

  /** The next ones, which a move of that length along the line came before. */
  add(reader: ContentReader, x: number, advance: number, move: number): void {
    const adjust = Math.round(((this.#pen - x) * 1000) / this.#size)
    this.#array += adjust === 0 ? codes(reader) : `>${adjust}<${codes(reader)}`
    this.#until = reader.end
    this.#pen += advance - (adjust * this.#size) / 1000
    this.#lag += move
  }

  /** Nothing more comes on the line. */
  end(first: number): void {
    if (this.#until === first) return
    this.edits.push({ at: this.#at, until: this.#until, text: `[<${this.#array}>]TJ` })
  }

  /** A move has been read that counts from where the line begins. */
  move(reader: ContentReader): void {
    if (this.#lag === 0) return
    const [along = 0, down = 0] = reader.numbers
    const text = `${Math.round((along + this.#lag) * 1e5) / 1e5} ${down} Td`
    this.edits.push({ at: reader.start, until: reader.end, text })
    this.#lag = 0
  }

  /** Text begins anew somewhere else. */
  reset(): void {
    this.#lag = 0
  }
}

function codes(reader: ContentReader): string {
  return reader.source.slice(reader.stringStart + 1, reader.stringEnd - 1)
}
