import { deflateSync } from 'node:zlib'

/** A PDF in Skia's manner from its objects' text, numbered from 1; the catalogue is the last one. */
export function pdf(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  objects.forEach((object, i) => {
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(at)
    at += part.length
    parts.push(part)
  })
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}trailer\n` +
        `<</Size ${objects.length + 1}\n/Root ${objects.length} 0 R>>\nstartxref\n${at}\n%%EOF\n`
    )
  )
  return Buffer.concat(parts)
}

/** A stream object with this text in it, compressed. */
export function content(text: string): Uint8Array {
  const data = deflateSync(text)
  return Buffer.concat([
    Buffer.from(`<</Filter /FlateDecode\n/Length ${data.length}>> stream\n`),
    data,
    Buffer.from('\nendstream')
  ])
}
