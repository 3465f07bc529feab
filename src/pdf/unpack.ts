import { inflateSync } from 'node:zlib'

/**
 * A file that `writePdf` has written, with its objects taken out of their streams and a classic
 * cross-reference table: as the rest of the reader wants it.
 */
export function unpack(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const objects = new Map<number, string>()
  let trailer = ''
  for (const found of text.matchAll(/^(\d+) 0 obj\n(<<.*>>)\nstream\n/gm)) {
    const [all, number = '', head = ''] = found
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const start = found.index + all.length
    const data = text.slice(start, start + length)
    if (head.includes('/Type/XRef')) trailer = head
    else if (head.includes('/Type/ObjStm')) unpackStream(head, data, objects)
    else objects.set(Number(number), `${head}\nstream\n${data}\nendstream\n`)
  }
  let out = '%PDF-1.7\n'
  const size = [...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1
  const lines = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const [number, body] of objects) {
    lines[number] = `${String(out.length).padStart(10, '0')} 00000 n \n`
    out += `${number} 0 obj\n${body}endobj\n`
  }
  const [root, info] = ['Root', 'Info'].map(
    (key) => new RegExp(`/${key} \\d+ 0 R`).exec(trailer)?.[0] ?? ''
  )
  return Buffer.from(
    `${out}xref\n0 ${size}\n${lines.join('')}trailer\n<<${root}${info}>>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1'
  )
}

function unpackStream(head: string, data: string, objects: Map<number, string>): void {
  const plain = inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  const first = Number(/\/First (\d+)/.exec(head)?.[1] ?? 0)
  const places = [...plain.slice(0, first).matchAll(/(\d+) (\d+)/g)].map((pair) => pair.map(Number))
  places.forEach(([, id = 0, at = 0], i) => {
    objects.set(id, plain.slice(first + at, first + (places[i + 1]?.[2] ?? plain.length)))
  })
}
