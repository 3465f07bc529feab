import type { PdfFile } from './file.ts'
import { asArray, asDict, asName, asNumber, Stream } from './values.ts'
import { deref } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/** What is known of a font: the text that its glyphs stand for and how wide they are. */
export interface Font {
  /** As the file names it, without the subset's prefix: `SourceSans3-Regular`. */
  readonly name: string
  /** Hexadecimal digits of one glyph code: 4, or 2 in a font that is drawn (Type 3). */
  readonly digits: number
  /** Text by glyph code. */
  readonly signs: readonly (string | undefined)[]
  /** Code of the space, if the subset has one, in the digits that content streams have. */
  readonly space: string | undefined
  /** Widths by glyph code at size 1, and that of glyphs that aren't there. */
  readonly widths: readonly (number | undefined)[]
  readonly missing: number
}

/** Reads a font; each is read once per file. */
export function fontReader(file: PdfFile): (font: PdfValue | undefined) => Font | undefined {
  const known = new Map<Dict, Font>()
  return (font) => {
    const entries = asDict(font)
    if (!entries) return undefined
    const before = known.get(entries)
    if (before) return before
    const read = readFont(file, entries)
    known.set(entries, read)
    return read
  }
}

function readFont(file: PdfFile, entries: Dict): Font {
  const descendant = asDict(asArray(entries.get('DescendantFonts'))[0])
  const digits = descendant ? 4 : 2
  const map = deref(entries.get('ToUnicode'))
  const widths = new Map<number, number>()
  if (descendant) readCidWidths(asArray(descendant.get('W')), widths)
  const missing = asNumber(descendant?.get('DW')) ?? (descendant ? 1000 : 0)
  const text: ReadonlyMap<number, string> =
    map instanceof Stream ? readToUnicode(file.decoded(map)) : new Map()
  const space = [...text].find(([, sign]) => sign === ' ' || sign === '\u00A0')?.[0]
  return {
    name: (asName(entries.get('BaseFont')) ?? asName(entries.get('Name')) ?? '').replace(
      /^\/?[A-Z]{6}\+/,
      ''
    ),
    digits,
    signs: listed(text),
    space: space?.toString(16).toUpperCase().padStart(digits, '0'),
    widths: listed(widths).map((width) => width && width / 1000),
    missing: missing / 1000
  }
}

/** A list without holes, which is quicker to look in than a map. */
function listed<T>(map: ReadonlyMap<number, T>): (T | undefined)[] {
  const length = [...map.keys()].reduce((most, code) => Math.max(most, code + 1), 0)
  return Array.from({ length }, (_, code) => map.get(code))
}

/** `[3 [500 600] 7 9 250]`: code 3 and 4 by list, 7 to 9 alike. */
function readCidWidths(list: readonly PdfValue[], widths: Map<number, number>): void {
  for (let i = 0; i < list.length;) {
    const first = asNumber(list[i]) ?? 0
    const second = deref(list[i + 1])
    if (Array.isArray(second)) {
      asArray(second).forEach((width, n) => widths.set(first + n, asNumber(width) ?? 0))
      i += 2
    } else {
      const width = asNumber(list[i + 2]) ?? 0
      for (let code = first; code <= Number(second ?? first); code++) widths.set(code, width)
      i += 3
    }
  }
}

/** The map from glyph code to text that rides with each font. */
function readToUnicode(cmap: string): Map<number, string> {
  const text = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w*)>/g)) {
      text.set(parseInt(code, 16), utf16(hex))
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, low = '', high = '', hex = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w*)>/g
    )) {
      const from = parseInt(low, 16)
      const start = utf16(hex)
      const stem = start.slice(0, -1)
      const last = start.charCodeAt(start.length - 1)
      for (let code = from; code <= parseInt(high, 16); code++) {
        text.set(code, stem + String.fromCharCode(last + code - from))
      }
    }
  }
  return text
}

/** UTF-16 written as hexadecimal digits. */
export function utf16(hex: string): string {
  let text = ''
  for (let i = 0; i + 4 <= hex.length; i += 4) {
    text += String.fromCharCode(parseInt(hex.slice(i, i + 4), 16))
  }
  return text
}
