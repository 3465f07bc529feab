import { inflateSync } from 'node:zlib'
import { ValueParser } from './parse.ts'
import { asDict, asName, asNumber, deref, Indirect, Stream } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/**
 * A PDF as Chromium's writer (Skia) leaves it: a classic cross-reference table, no object streams,
 * no encryption. Objects are read when they are first looked at.
 */
export class PdfFile {
  readonly #bytes: Buffer
  readonly #text: string
  readonly #offsets: readonly number[]
  readonly #objects: Indirect[] = []
  readonly #decoded = new WeakMap<Stream, string>()
  readonly trailer: Dict

  /** Throws if the bytes aren't such a PDF. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#text = this.#bytes.toString('latin1')
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1] ?? NaN)
    const head = Number.isNaN(table)
      ? null
      : /^xref\s+0 (\d+)\s+/.exec(this.#text.slice(table, table + 40))
    if (!head) throw new Error('not a PDF with a classic cross-reference table')
    const count = Number(head[1])
    const first = table + head[0].length
    this.#offsets = Array.from({ length: count }, (_, i) =>
      Number(this.#text.slice(first + i * 20, first + i * 20 + 10))
    )
    const at = this.#text.indexOf('trailer', first + count * 20)
    const trailer = at < 0 ? null : this.#parser(at + 'trailer'.length).value()
    if (!(trailer instanceof Map) || !trailer.has('Root')) throw new Error('the PDF has no trailer')
    this.trailer = trailer
  }

  /** The document's root. */
  get catalog(): Dict {
    const catalog = asDict(this.trailer.get('Root'))
    if (!catalog) throw new Error('the PDF has no catalogue')
    return catalog
  }

  /** The object of that number; its value is null if the file has none. */
  object(number: number): Indirect {
    return (this.#objects[number] ??= new Indirect(undefined, () => this.#read(number)))
  }

  /** The pages in order. */
  pages(): Indirect[] {
    const pages: Indirect[] = []
    const walk = (node: Indirect) => {
      const entries = asDict(node)
      if (asName(entries?.get('Type')) === 'Page') return void pages.push(node)
      for (const kid of (deref(entries?.get('Kids')) as readonly PdfValue[] | undefined) ?? []) {
        if (kid instanceof Indirect) walk(kid)
      }
    }
    const root = this.catalog.get('Pages')
    if (root instanceof Indirect) walk(root)
    return pages
  }

  /** A stream's contents without its compression, one character a byte; worked out once. */
  decoded(stream: Stream): string {
    const known = this.#decoded.get(stream)
    if (known !== undefined) return known
    const data =
      asName(stream.dict.get('Filter')) === 'FlateDecode' ? inflateSync(stream.data) : stream.data
    const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
    this.#decoded.set(stream, text)
    return text
  }

  #parser(at: number): ValueParser {
    return new ValueParser(this.#text, at, (number) => this.object(number))
  }

  #read(number: number): PdfValue {
    const offset = this.#offsets[number]
    if (!offset) return null
    const start = this.#text.indexOf('obj', offset) + 'obj'.length
    const parser = this.#parser(start)
    const value = parser.value()
    if (!(value instanceof Map)) return value
    parser.skip()
    if (!this.#text.startsWith('stream', parser.at)) return value
    const data = this.#text.indexOf('\n', parser.at) + 1
    const length = asNumber(value.get('Length')) ?? 0
    value.delete('Length')
    return new Stream(value, this.#bytes.subarray(data, data + length))
  }
}
