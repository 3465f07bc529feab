import { PdfFile } from '../../src/pdf/file.ts'
import { readSheets } from '../../src/pdf/sheets.ts'
import { readStructure } from '../../src/pdf/structure.ts'
import type { Kid } from '../../src/pdf/structure.ts'
import { unpack } from '../../src/pdf/unpack.ts'

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
