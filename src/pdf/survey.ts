import { ContentReader, operatorCode } from './content.ts'
import type { Font } from './fonts.ts'
import { utf16 } from './fonts.ts'
import { IDENTITY, intersect, multiply, transform, union } from './geometry.ts'
import type { Box, Matrix } from './geometry.ts'

/** A piece of a content stream that belongs to the structure, and what it puts on the page. */
export interface Mark {
  readonly mcid: number
  /** Where its BDC begins with operands, and where that ends. */
  readonly start: number
  readonly end: number
  /** Whether it paints lines and areas; whether it paints text, images or shadings. */
  hasPaths: boolean
  hasContent: boolean
  text: string
  box: Box | undefined
  /** Lines that end so near the clip's edge that the browser leaves out the space after them. */
  readonly edges: Edge[]
  /** Text that a clip or the page's edge takes a part of. */
  cut: string
}

/** The end of a line at the edge of what is seen. */
export interface Edge {
  /** How much of the mark's text comes before. */
  readonly index: number
  /** Where the stream can take one more glyph there, and the font's space as it is shown. */
  readonly at: number
  readonly space: string
}

/** A stretch of painting that no tag covers. */
export interface Loose {
  readonly start: number
  readonly end: number
}

/** What one content stream holds. */
export interface Survey {
  readonly marks: ReadonlyMap<number, Mark>
  readonly loose: readonly Loose[]
  /** Where the first tagged piece begins; what is loose before it is header and footer. */
  readonly firstMark: number
  /** Text with signs that are in none of the fonts: what stands beside them. */
  readonly unknownSigns: readonly string[]
  /** Names of the fonts that text is shown in, with that text's start. */
  readonly fonts: ReadonlyMap<string, string>
}

/** What the stream's names stand for. */
export interface Resources {
  font(name: string): Font | undefined
  /** Box of a form in its own space; undefined for an image. `marked`: it has tagged pieces in it. */
  form(name: string): { readonly box: Box; readonly marked: boolean } | undefined
}

interface Text {
  readonly mark: Mark | undefined
  start: number | undefined
  end: number
  shown: string
}

/** Reads a content stream; `page` is the box outside which nothing is seen. */
export function survey(source: string, page: Box, resources: Resources): Survey {
  const marks = new Map<number, Mark>()
  const loose: Loose[] = []
  const unknownSigns: string[] = []
  const fonts = new Map<string, string>()
  const reader = new ContentReader(source)
  const { numbers } = reader
  /** Open marked content: a tagged piece, or one that belongs to what it stands in. */
  const open: (Mark | undefined)[] = []
  const saved: [Matrix, Box][] = []
  let current: Mark | undefined
  let firstMark = Infinity
  let looseStart = -1
  let pathStart = -1
  let ctm = IDENTITY
  let clip: Box = page
  let path: Box | undefined
  let clips = false
  let font: Font | undefined
  let size = 0
  let matrix: Matrix = IDENTITY
  let x = 0
  let y = 0
  let text: Text = { mark: undefined, start: undefined, end: 0, shown: '' }
  /** Marked content whose text is told by its tag, not by its glyphs; how deep it lies. */
  let toldAt = -1

  const extend = (px: number, py: number) => {
    const [a, b, c, d, e, f] = ctm
    const tx = px * a + py * c + e
    const ty = px * b + py * d + f
    path = path
      ? [Math.min(path[0], tx), Math.min(path[1], ty), Math.max(path[2], tx), Math.max(path[3], ty)]
      : [tx, ty, tx, ty]
  }
  const endLoose = (at: number) => {
    if (looseStart >= 0) loose.push({ start: looseStart, end: at })
    looseStart = -1
  }
  const painted = (box: Box | undefined, content: boolean) => {
    if (!current) {
      if (looseStart < 0) looseStart = pathStart >= 0 && !content ? pathStart : reader.start
      return
    }
    if (content) current.hasContent = true
    else current.hasPaths = true
    current.box = union(current.box, box && intersect(box, clip))
  }
  const endPath = () => {
    if (clips) clip = (path && intersect(path, clip)) ?? [0, 0, 0, 0]
    clips = false
    path = undefined
    pathStart = -1
  }
  const flushText = () => {
    const { mark, start, end, shown } = text
    text = { mark: current, start: undefined, end: 0, shown: '' }
    if (!mark || start === undefined || !font) return
    const at = multiply(matrix, ctm)
    // Skia draws with y downwards and turns the glyphs back.
    const box = transform([start, y - 0.25 * size, end, y + 0.8 * size], at)
    const seen = intersect(box, clip)
    mark.box = union(mark.box, seen)
    const scale = Math.hypot(at[0], at[1])
    if (font.space !== undefined && !/\s$/.test(shown)) {
      const width = font.width(font.space) * size * scale
      if (box[2] + width > clip[2]) {
        mark.edges.push({ index: mark.text.length, at: reader.start, space: font.space })
      }
    }
    if (shown.trim() !== '' && isCut(box, seen, size * scale)) mark.cut += shown
  }
  const show = () => {
    if (!font) return
    const codes = source.slice(reader.stringStart + 1, reader.stringEnd - 1)
    if (source.charCodeAt(reader.stringStart) !== 60) return
    let shown = ''
    let advance = 0
    for (let i = 0; i < codes.length; i += font.digits) {
      const code = codes.slice(i, i + font.digits)
      const sign = font.text.get(code)
      if (sign === undefined && toldAt < 0) {
        unknownSigns.push(((current?.text ?? '') + shown).slice(-30))
      }
      shown += sign ?? '\uFFFD'
      advance += font.width(code) * size
    }
    if (!fonts.has(font.name)) fonts.set(font.name, shown)
    if (toldAt >= 0) shown = ''
    if (current) {
      current.hasContent = true
      current.text += shown
    }
    text.start ??= x
    text.end = x + advance
    text.shown += shown
  }

  while (reader.next()) {
    switch (reader.operator) {
      case Td:
        x += numbers[0] ?? 0
        y += numbers[1] ?? 0
        break
      case Tj:
        show()
        break
      case Tm:
        flushText()
        matrix = lastSix(numbers)
        x = y = 0
        break
      case Tf:
        flushText()
        font = resources.font(source.slice(reader.nameStart + 1, reader.nameEnd))
        size = numbers[0] ?? 0
        break
      case BT:
        if (!current && looseStart < 0) looseStart = reader.start
        text = { mark: current, start: undefined, end: 0, shown: '' }
        matrix = IDENTITY
        x = y = 0
        break
      case ET:
        flushText()
        break
      case BDC:
      case BMC: {
        const properties =
          reader.dictStart < 0 ? '' : source.slice(reader.dictStart, reader.dictEnd)
        const mcid = /\/MCID (\d+)/.exec(properties)?.[1]
        if (mcid === undefined) {
          open.push(undefined)
          const told = /\/ActualText\s*<FEFF([0-9A-F]*)>/i.exec(properties)?.[1]
          if (told !== undefined && toldAt < 0) {
            toldAt = open.length
            if (current) current.text += utf16(told)
            text.shown += utf16(told)
          }
          break
        }
        endLoose(reader.start)
        firstMark = Math.min(firstMark, reader.start)
        current = {
          mcid: Number(mcid),
          start: reader.start,
          end: reader.end,
          hasPaths: false,
          hasContent: false,
          text: '',
          box: undefined,
          edges: [],
          cut: ''
        }
        marks.set(current.mcid, current)
        open.push(current)
        break
      }
      case EMC:
        if (open.length === toldAt) toldAt = -1
        if (open.pop()) current = open.findLast((mark) => mark !== undefined)
        break
      case q:
        if (looseStart >= 0) endLoose(reader.start)
        saved.push([ctm, clip])
        break
      case Q: {
        if (looseStart >= 0) endLoose(reader.start)
        const before = saved.pop()
        if (before) [ctm, clip] = before
        break
      }
      case cm:
        ctm = multiply(lastSix(numbers), ctm)
        break
      case m:
      case l:
        if (pathStart < 0) pathStart = reader.start
        extend(numbers[0] ?? 0, numbers[1] ?? 0)
        break
      case c:
      case v:
      case yy:
        for (let i = 0; i + 1 < numbers.length; i += 2) extend(numbers[i] ?? 0, numbers[i + 1] ?? 0)
        break
      case re: {
        if (pathStart < 0) pathStart = reader.start
        const [left = 0, bottom = 0, width = 0, height = 0] = numbers
        extend(left, bottom)
        extend(left + width, bottom)
        extend(left, bottom + height)
        extend(left + width, bottom + height)
        break
      }
      case W:
      case Wstar:
        clips = true
        break
      case n:
        endPath()
        break
      case f:
      case fstar:
      case S:
      case s:
      case B:
      case Bstar:
      case b:
      case bstar:
        painted(path, false)
        endPath()
        break
      case sh:
        painted(clip, true)
        break
      case Do: {
        const form = resources.form(source.slice(reader.nameStart + 1, reader.nameEnd))
        // A form with tags in it is marked inside.
        if (!current && form?.marked) break
        painted(transform(form?.box ?? [0, 0, 1, 1], ctm), true)
        break
      }
    }
  }
  endLoose(source.length)
  return { marks, loose, firstMark, unknownSigns, fonts }
}

/** The last six numbers as a matrix. */
function lastSix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6)
  return [a, b, c, d, e, f]
}

/** True where text is seen in part: not when it is out of sight as a whole, which is meant. */
function isCut(box: Box, seen: Box | undefined, size: number): boolean {
  if (!seen) return false
  // A quarter of a letter may stick out: italics and rounding do.
  const slack = size / 4
  return seen[0] - box[0] > slack || box[2] - seen[2] > slack
}

const [BT, ET, Td, Tj, Tm, Tf] = ['BT', 'ET', 'Td', 'Tj', 'Tm', 'Tf'].map(operatorCode)
const [BDC, BMC, EMC, Do, sh] = ['BDC', 'BMC', 'EMC', 'Do', 'sh'].map(operatorCode)
const [q, Q, cm, m, l, c, v, yy, re] = ['q', 'Q', 'cm', 'm', 'l', 'c', 'v', 'y', 're'].map(
  operatorCode
)
const [W, Wstar, n, f, fstar, S, s, B, Bstar, b, bstar] = [
  'W',
  'W*',
  'n',
  'f',
  'f*',
  'S',
  's',
  'B',
  'B*',
  'b',
  'b*'
].map(operatorCode)
