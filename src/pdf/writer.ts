import { createHash } from 'node:crypto'
import { compress } from './compress.ts'
import { Indirect, Name, PdfString, Stream } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/** How many objects share one compressed stream: enough to compress well, few enough to open fast. */
const PER_STREAM = 256

/**
 * The file: everything that catalogue and info reach, numbered in the order it is reached, with the
 * hash of it all as its identity. The same objects give the same bytes, whatever numbers they had.
 */
export async function writePdf(catalog: Indirect, info: Indirect): Promise<Uint8Array> {
  const numbers = new Map<Indirect, number>()
  const order: Indirect[] = []
  const texts: string[] = []
  const chunks: Buffer[] = []
  const entries: [type: number, a: number, b: number][] = [[0, 0, 0xffff]]
  let length = 0
  const push = (part: string | Uint8Array) => {
    const chunk = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
    chunks.push(chunk)
    length += chunk.length
  }
  const numberOf = (object: Indirect): number => {
    let number = numbers.get(object)
    if (number === undefined) {
      number = order.push(object)
      numbers.set(object, number)
    }
    return number
  }

  push('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n')
  numberOf(catalog)
  numberOf(info)
  const plain: number[] = []
  // The list grows while it is gone through: what an object refers to comes after what came before.
  for (let i = 0; i < order.length; i++) {
    const value = order[i]?.value ?? null
    if (value instanceof Stream) {
      entries[i + 1] = [1, length, 0]
      const head = new Map(value.dict).set('Length', value.data.length)
      push(`${i + 1} 0 obj\n${serialize(head, numberOf)}\nstream\n`)
      push(value.data)
      push('\nendstream\nendobj\n')
    } else {
      texts[i + 1] = serialize(value, numberOf)
      plain.push(i + 1)
    }
  }
  const parts: (readonly [numbers: readonly number[], head: string, data: Promise<Buffer>])[] = []
  for (let first = 0; first < plain.length; first += PER_STREAM) {
    const numbersHere = plain.slice(first, first + PER_STREAM)
    let head = ''
    let body = ''
    for (const number of numbersHere) {
      head += `${number} ${body.length} `
      body += `${texts[number] ?? 'null'}\n`
    }
    parts.push([numbersHere, head, compress(Buffer.from(head + body, 'latin1'))])
  }
  let next = order.length + 1
  for (const [numbersHere, head, packing] of parts) {
    const data = await packing
    numbersHere.forEach((number, index) => (entries[number] = [2, next, index]))
    entries[next] = [1, length, 0]
    push(
      `${next} 0 obj\n<</Type/ObjStm/N ${numbersHere.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`
    )
    push(data)
    push('\nendstream\nendobj\n')
    next++
  }

  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  const id = hash.digest('hex').slice(0, 32).toUpperCase()
  const table = length
  entries[next] = [1, table, 0]
  const data = await compress(crossReferences(entries))
  push(
    `${next} 0 obj\n<</Type/XRef/W[1 4 2]/Size ${next + 1}/Root 1 0 R/Info 2 0 R/ID[<${id}><${id}>]/Filter/FlateDecode/Length ${data.length}>>\nstream\n`
  )
  push(data)
  push(`\nendstream\nendobj\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(chunks, length)
}

function crossReferences(entries: readonly (readonly [number, number, number])[]): Buffer {
  const table = Buffer.alloc(entries.length * 7)
  entries.forEach(([type, a, b], i) => {
    table[i * 7] = type
    table.writeUInt32BE(a, i * 7 + 1)
    table.writeUInt16BE(b, i * 7 + 5)
  })
  return table
}

/** A value as text, in the fewest characters; `numberOf` gives an object's number. */
export function serialize(value: PdfValue, numberOf: (object: Indirect) => number): string {
  if (typeof value === 'number') return numeral(value)
  if (value instanceof Indirect) return `${numberOf(value)} 0 R`
  if (value instanceof Name) return writtenName(value.text)
  if (value instanceof PdfString) return value.source
  if (value === null || typeof value === 'boolean') return String(value)
  if (value instanceof Stream) throw new Error('a stream must be an object of its own')
  if (value instanceof Map) return serializeDict(value, numberOf)
  let text = '['
  for (const element of value) {
    const part = serialize(element, numberOf)
    text += text.length > 1 && !DELIMITED.test(part) ? ` ${part}` : part
  }
  return `${text}]`
}

function serializeDict(entries: Dict, numberOf: (object: Indirect) => number): string {
  let text = '<<'
  for (const [key, value] of entries) {
    const part = serialize(value, numberOf)
    text += DELIMITED.test(part) ? `${writtenName(key)}${part}` : `${writtenName(key)} ${part}`
  }
  return `${text}>>`
}

/** Begins with a sign that needs no space before it. */
const DELIMITED = /^[/<([]/

const names = new Map<string, string>()

function writtenName(text: string): string {
  let written = names.get(text)
  if (written === undefined) {
    written = `/${text.replace(
      /[^!"$&'*-.0-;=?-Z\\^-z|~]/g,
      (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
    )}`
    names.set(text, written)
  }
  return written
}

/** A number without exponent, which PDF doesn't have. */
function numeral(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}
