/** One plain file of an archive. */
export interface TarFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The plain files of an uncompressed ustar archive; folders, links and the rest are passed over. */
export function* readTar(archive: Uint8Array): Generator<TarFile> {
  const text = new TextDecoder('latin1')
  const field = (at: number, length: number) =>
    text
      .decode(archive.subarray(at, at + length))
      .replace(/\0.*$/s, '')
      .trim()
  for (let at = 0; at + 512 <= archive.length;) {
    const name = field(at, 100)
    if (name === '') return
    const size = parseInt(field(at + 124, 12) || '0', 8)
    const kind = field(at + 156, 1)
    const start = at + 512
    if (kind === '0' || kind === '') yield { name, bytes: archive.subarray(start, start + size) }
    at = start + Math.ceil(size / 512) * 512
  }
}
