import { describe, expect, it } from 'vitest'
import { readTar } from '../../src/pdf/tar.ts'

/** One 512-byte header, as `tar` writes it, and the contents filled up to whole blocks. */
function entry(name: string, kind: string, text: string): Uint8Array {
  const block = new Uint8Array(512 + Math.ceil(text.length / 512) * 512)
  const put = (at: number, part: string) => block.set(new TextEncoder().encode(part), at)
  put(0, name)
  put(124, text.length.toString(8).padStart(11, '0'))
  put(156, kind)
  put(512, text)
  return block
}

function archive(...entries: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([...entries.flatMap((part) => [...part]), ...new Uint8Array(1024)])
}

const read = (bytes: Uint8Array) =>
  [...readTar(bytes)].map((file) => [file.name, new TextDecoder().decode(file.bytes)])

describe('readTar', () => {
  it('reads files and passes folders over', () => {
    const long = 'x'.repeat(513)
    const bytes = archive(
      entry('fonts/', '5', ''),
      entry('fonts/a.ttf', '0', long),
      entry('tom', '0', ''),
      entry('länk', '2', ''),
      entry('b', '0', 'hej')
    )
    expect(read(bytes)).toEqual([
      ['fonts/a.ttf', long],
      ['tom', ''],
      ['b', 'hej']
    ])
  })

  it('reads nothing from nothing', () => {
    expect(read(new Uint8Array())).toEqual([])
    expect(read(new Uint8Array(1024))).toEqual([])
  })
})
