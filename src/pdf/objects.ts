import { inflateSync } from 'node:zlib'

/** The objects of a PDF with a classic cross-reference table, by number; one character is one byte. */
export class RawObjects {
  readonly #bytes: Buffer
  readonly #offsets: readonly number[]
  readonly #table: number
  readonly #trailer: string
  /** Object number of the catalogue. */
  readonly root: number

  /** Throws if the bytes aren't such a PDF. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const tail = this.#bytes.toString('latin1', Math.max(0, bytes.length - 64))
    this.#table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? NaN)
    const xref = Number.isNaN(this.#table) ? '' : this.#bytes.toString('latin1', this.#table)
    const head = /^xref\s+0 (\d+)\s+/.exec(xref)
    const root = /\/Root (\d+) 0 R/.exec(xref)?.[1]
    if (!head || root === undefined)
      throw new Error('not a PDF with a classic cross-reference table')
    const count = Number(head[1])
    this.#offsets = Array.from({ length: count }, (_, i) =>
      Number(xref.slice(head[0].length + i * 20, head[0].length + i * 20 + 10))
    )
    this.#trailer = xref.slice(head[0].length + count * 20).replace(/startxref[^]*$/, '')
    this.root = Number(root)
  }

  /** Numbers of all objects. */
  numbers(): number[] {
    return this.#offsets.map((_, number) => number).slice(1)
  }

  /** The object's text up to `endobj` or the start of its stream. */
  text(number: number): string {
    const start = this.#start(number)
    const end = this.#bytes.indexOf('endobj', start, 'latin1')
    const stream = this.#bytes.subarray(start, end).indexOf('stream\n', 0, 'latin1')
    return this.#bytes.toString('latin1', start, stream < 0 ? end : start + stream)
  }

  /** A stream's decoded contents. */
  stream(number: number): string {
    const dictionary = this.text(number)
    const start = this.#start(number) + dictionary.length + 'stream\n'.length
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const data = this.#bytes.subarray(start, start + length)
    return (dictionary.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1')
  }

  /** The whole file with some objects' text replaced, from `1 0 obj` to `endobj`, and a table to match. */
  rewrite(replaced: ReadonlyMap<number, string>): Uint8Array {
    const order = this.numbers().toSorted((a, b) => this.#start(a) - this.#start(b))
    const first = order[0]
    const parts: Buffer[] = [this.#bytes.subarray(0, first ? this.#start(first) : this.#table)]
    const lines = ['0000000000 65535 f \n']
    let at = parts[0]?.length ?? 0
    order.forEach((number, i) => {
      const next = order[i + 1]
      const text = replaced.get(number)
      const part =
        text === undefined
          ? this.#bytes.subarray(this.#start(number), next ? this.#start(next) : this.#table)
          : Buffer.from(`${text}endobj\n`, 'latin1')
      lines[number] = `${String(at).padStart(10, '0')} 00000 n \n`
      at += part.length
      parts.push(part)
    })
    const table = `xref\n0 ${lines.length}\n${lines.join('')}${this.#trailer}`
    parts.push(Buffer.from(`${table}startxref\n${at}\n%%EOF\n`, 'latin1'))
    return Buffer.concat(parts)
  }

  #start(number: number): number {
    const start = this.#offsets[number]
    if (start === undefined) throw new Error(`object ${number} is missing`)
    return start
  }
}
