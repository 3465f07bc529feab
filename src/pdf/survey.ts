import { ContentReader } from './content.ts'
import type { Font } from './fonts.ts'
import { utf16 } from './fonts.ts'
import { IDENTITY, intersect, lastSix, multiply, transform, union } from './geometry.ts'
import type { Box, Matrix } from './geometry.ts'
import { Ink, isCut } from './ink.ts'
import { createMark } from './mark.ts'
import type { Mark } from './mark.ts'
import * as op from './operators.ts'
import { Path } from './path.ts'
import { Typesetter } from './typeset.ts'
import type { Edit } from './typeset.ts'

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
  /** Lines of text, set closer. */
  readonly edits: readonly Edit[]
  /** Where forms with tags in them are placed, by name, and with how much ink. */
  readonly forms: ReadonlyMap<string, { readonly matrix: Matrix; readonly alpha: number }>
}

/** What the stream's names stand for. */
export interface Resources {
  font(name: string): Font | undefined
  /** Box of a form in its own space; undefined for an image. `marked`: it has tagged pieces in it. */
  form(name: string): { readonly box: Box; readonly marked: boolean } | undefined
  /** What a graphics state says of how much ink fills have (1 is all) and of a mask. */
  state(name: string): {
    readonly alpha?: number | undefined
    readonly masked?: boolean | undefined
  }
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
  const forms = new Map<string, { readonly matrix: Matrix; readonly alpha: number }>()
  const ink = new Ink()
  const typesetter = new Typesetter()
  const reader = new ContentReader(source)
  const { numbers } = reader
  /** Open marked content: a tagged piece, or one that belongs to what it stands in. */
  const open: (Mark | undefined)[] = []
  const saved: [Matrix, Box, boolean][] = []
  let current: Mark | undefined
  let firstMark = Infinity
  let looseStart = -1
  let ctm = IDENTITY
  let clip: Box = page
  /** Whether nothing of the clip's box is outside the clip. */
  let square = true
  const path = new Path()
  let clips = false
  let font: Font | undefined
  let size = 0
  let matrix: Matrix = IDENTITY
  let x = 0
  let y = 0
  let text: Text = { mark: undefined, start: undefined, end: 0, shown: '' }
  /** Marked content whose text is told by its tag, not by its glyphs; how deep it lies. */
  let toldAt = -1

  const endLoose = (at: number) => {
    if (looseStart >= 0) loose.push({ start: looseStart, end: at })
    looseStart = -1
  }
  const painted = (box: Box | undefined, content: boolean) => {
    if (!current) {
      if (looseStart < 0) looseStart = path.start >= 0 && !content ? path.start : reader.start
      return
    }
    if (content) current.hasContent = true
    else current.hasPaths = true
    current.box = union(current.box, box && intersect(box, clip))
  }
  const endPath = () => {
    if (clips) {
      clip = (path.box && intersect(path.box, clip)) ?? [0, 0, 0, 0]
      square &&= path.whole
    }
    clips = false
    path.end()
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
      const width = (font.widths[parseInt(font.space, 16)] ?? font.missing) * size * scale
      if (box[2] + width > clip[2]) {
        mark.edges.push({ index: mark.text.length, at: reader.start, space: font.space })
      }
    }
    if (shown.trim() === '' || !seen) return
    if (isCut(box, seen, size * scale)) mark.cut += shown
    ink.text(mark, shown, seen, size * scale)
  }
  /** Takes in the glyphs between two places of the source, from `pen`; gives how far they reach. */
  const read = (start: number, end: number, pen: number): number => {
    if (!font) return 0
    const { signs, widths, missing, digits } = font
    let shown = ''
    let advance = 0
    for (let at = start; at < end; at += digits) {
      const code = hexadecimal(source, at, digits)
      const sign = signs[code]
      if (sign === undefined && toldAt < 0) {
        unknownSigns.push(((current?.text ?? '') + shown).slice(-30))
      }
      shown += sign ?? '\uFFFD'
      advance += widths[code] ?? missing
    }
    if (!fonts.has(font.name)) fonts.set(font.name, shown)
    if (toldAt >= 0) shown = ''
    if (current) {
      current.hasContent = true
      current.text += shown
    }
    advance *= size
    text.start ??= pen
    text.end = pen + advance
    text.shown += shown
    return advance
  }
  /** A line of text, glyph after glyph. */
  const show = () => {
    if (!font || source.charCodeAt(reader.stringStart) !== LESS) return
    const close = font.digits === 4
    const advance = read(reader.stringStart + 1, reader.stringEnd - 1, x)
    const first = reader.end
    if (close) typesetter.begin(reader, x, advance, size)
    while (reader.nextGlyphs()) {
      const move = numbers[0] ?? 0
      x += move
      const wide = read(reader.stringStart + 1, reader.stringEnd - 1, x)
      if (close) typesetter.add(reader, x, wide, move)
    }
    if (close) typesetter.end(first)
  }
  /** Glyphs and what differs from their widths. */
  const showArray = () => {
    let pen = x
    const array = source.slice(reader.arrayStart, reader.arrayEnd)
    for (const part of array.matchAll(/<(\w*)>|(-?[\d.]+)/g)) {
      const start = reader.arrayStart + part.index + 1
      if (part[2] !== undefined) pen -= (Number(part[2]) * size) / 1000
      else pen += read(start, start + (part[1] ?? '').length, pen)
    }
  }

  while (reader.next()) {
    switch (reader.operator) {
      case op.Td:
        typesetter.move(reader)
        x += numbers[0] ?? 0
        y += numbers[1] ?? 0
        break
      case op.Tj:
        show()
        break
      case op.TJ:
        showArray()
        break
      case op.Tm:
        flushText()
        typesetter.reset()
        matrix = lastSix(numbers)
        x = y = 0
        break
      case op.Tf:
        flushText()
        font = resources.font(source.slice(reader.nameStart + 1, reader.nameEnd))
        size = numbers[0] ?? 0
        break
      case op.BT:
        if (!current && looseStart < 0) looseStart = reader.start
        text = { mark: current, start: undefined, end: 0, shown: '' }
        typesetter.reset()
        matrix = IDENTITY
        x = y = 0
        break
      case op.ET:
        flushText()
        break
      case op.BDC:
      case op.BMC: {
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
        current = createMark(Number(mcid), reader.start, reader.end)
        marks.set(current.mcid, current)
        open.push(current)
        break
      }
      case op.EMC:
        if (open.length === toldAt) toldAt = -1
        if (open.pop()) current = open.findLast((mark) => mark !== undefined)
        break
      case op.q:
        if (looseStart >= 0) endLoose(reader.start)
        saved.push([ctm, clip, square])
        ink.save()
        break
      case op.Q: {
        if (looseStart >= 0) endLoose(reader.start)
        const before = saved.pop()
        if (before) [ctm, clip, square] = before
        ink.restore()
        break
      }
      case op.cm:
        ctm = multiply(lastSix(numbers), ctm)
        break
      case op.gs: {
        const state = resources.state(source.slice(reader.nameStart + 1, reader.nameEnd))
        ink.alpha = state.alpha ?? ink.alpha
        ink.masked = state.masked ?? ink.masked
        break
      }
      case op.rg:
      case op.scn:
        ink.fillWith(numbers)
        break
      case op.m:
      case op.l:
      case op.c:
      case op.v:
      case op.y:
        path.through(reader.start, numbers, ctm)
        break
      case op.re:
        path.rectangle(reader.start, numbers, ctm)
        break
      case op.W:
      case op.Wstar:
        clips = true
        break
      case op.n:
        endPath()
        break
      case op.f:
      case op.fstar:
      case op.B:
      case op.Bstar:
      case op.b:
      case op.bstar:
        ink.area(path.box && intersect(path.box, clip), path.whole && square)
        painted(path.box, false)
        endPath()
        break
      case op.S:
      case op.s:
        painted(path.box, false)
        endPath()
        break
      case op.sh:
        ink.picture(clip)
        painted(clip, true)
        break
      case op.Do: {
        const name = source.slice(reader.nameStart + 1, reader.nameEnd)
        const form = resources.form(name)
        const box = transform(form?.box ?? [0, 0, 1, 1], ctm)
        if (form?.marked) forms.set(name, { matrix: ctm, alpha: ink.alpha })
        else ink.picture(intersect(box, clip))
        // A form with tags in it is marked inside.
        if (current || !form?.marked) painted(box, true)
        break
      }
    }
  }
  endLoose(source.length)
  return { marks, loose, firstMark, unknownSigns, fonts, edits: typesetter.edits, forms }
}

const LESS = 60

/** So many hexadecimal digits as a number. */
function hexadecimal(source: string, at: number, digits: number): number {
  let number = 0
  for (let i = at; i < at + digits; i++) {
    const code = source.charCodeAt(i)
    number = number * 16 + (code & 15) + (code > 57 ? 9 : 0)
  }
  return number
}
