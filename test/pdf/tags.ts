import { inflateSync } from 'node:zlib'
import { PdfFile } from '../../src/pdf/file.ts'
import { readSheets } from '../../src/pdf/sheets.ts'
import { readStructure } from '../../src/pdf/structure.ts'
import type { Kid } from '../../src/pdf/structure.ts'

/** A structure element of a finished file: its text and elements, in order. */
export interface Tag {
  readonly type: string
  readonly alt: string | undefined
  readonly lang: string | undefined
  readonly kids: readonly (Tag | string)[]
}

/** The tags of a finished file, with the text that its content streams show. */
export function readTags(bytes: Uint8Array): Tag[] {
  const file = new PdfFile(unpack(bytes))
  const sheets = readSheets(file)
  const read = (kid: Kid): Tag | string =>
    kid.kind === 'element'
      ? { type: kid.type, alt: kid.alt, lang: kid.lang, kids: kid.kids.map(read) }
      : kid.kind === 'content'
        ? (sheets.mark(kid)?.text ?? '')
        : ''
  return readStructure(file)
    .top.map(read)
    .filter((kid) => typeof kid !== 'string')
}

/** An element's text with all that is in it. */
export function tagText(tag: Tag): string {
  return tag.kids.map((kid) => (typeof kid === 'string' ? kid : tagText(kid))).join('')
}

/** A file with its objects taken out of their streams, and a classic cross-reference table. */
export function unpack(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, string>()
  let trailer = ''
  for (const found of text.matchAll(/^(\d+) 0 obj\n(<<.*>>)\nstream\n/gm)) {
    const [all, number = '', head = ''] = found
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const start = found.index + all.length
    const data = text.slice(start, start + length)
    if (head.includes('/Type/XRef')) trailer = head
    else if (head.includes('/Type/ObjStm')) {
      const plain = inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
      const first = Number(/\/First (\d+)/.exec(head)?.[1] ?? 0)
      const places = [...plain.slice(0, first).matchAll(/(\d+) (\d+)/g)].map((pair) =>
        pair.map(Number)
      )
      places.forEach(([, id = 0, at = 0], i) => {
        objects.set(id, plain.slice(first + at, first + (places[i + 1]?.[2] ?? plain.length)))
      })
    } else objects.set(Number(number), `${head}\nstream\n${data}\nendstream\n`)
  }
  let out = '%PDF-1.7\n'
  const size = Math.max(...objects.keys()) + 1
  const lines = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const [number, body] of objects) {
    lines[number] = `${String(out.length).padStart(10, '0')} 00000 n \n`
    out += `${number} 0 obj\n${body}endobj\n`
  }
  const [root, info] = ['Root', 'Info'].map(
    (key) => new RegExp(`/${key} \\d+ 0 R`).exec(trailer)?.[0]
  )
  return Buffer.from(
    `${out}xref\n0 ${size}\n${lines.join('')}trailer\n<<${root}${info}>>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1'
  )
}
