import type { PdfFile } from './file.ts'
import { fontReader } from './fonts.ts'
import type { Font } from './fonts.ts'
import { IDENTITY, multiply, transform } from './geometry.ts'
import type { Box, Matrix } from './geometry.ts'
import { FAINT } from './ink.ts'
import { mendSpaces } from './marks.ts'
import type { Painted } from './retag.ts'
import type { Content } from './structure.ts'
import { survey } from './survey.ts'
import type { Mark } from './mark.ts'
import type { Survey } from './survey.ts'
import { asArray, asDict, asName, asNumber, deref, Indirect, Stream } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/** A content stream with what it paints, and the pieces of it that reading leaves out. */
export interface SurveyedStream {
  readonly object: Indirect
  readonly source: string
  readonly survey: Survey
  readonly dropped: Set<number>
  readonly inserted: Insertion[]
}

/** Something to be put into a content stream. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** All that the pages paint. */
export interface Sheets extends Painted {
  readonly pages: readonly Indirect[]
  readonly streams: readonly SurveyedStream[]
  /** What a piece of content puts on its page. */
  mark(content: Content): Mark | undefined
  /** Where it is on its page, forms' own spaces reckoned with. */
  boxOf(content: Content): Box | undefined
  /** Puts operators into the stream that a piece is in. */
  insert(content: Content, at: number, text: string): void
}

/** Reads the content of every page, and of forms that have tagged pieces in them. */
export function readSheets(file: PdfFile): Sheets {
  const pages = file.pages()
  const fonts = fontReader(file)
  const numbers = new Map(pages.map((page, index) => [page, index]))
  /** By the page or form that tags name. */
  const byOwner = new Map<Indirect, SurveyedStream>()
  /** Where each form is drawn. */
  const places = new Map<Indirect, Place>()
  const forms = new Map<Dict, { readonly box: Box; readonly marked: boolean } | undefined>()

  const read = (owner: Indirect, object: Indirect, resources: Dict | undefined, box: Box) => {
    const stream = object.value
    if (!(stream instanceof Stream)) return
    const source = mendSpaces(file.decoded(stream))
    const fontsHere = asDict(resources?.get('Font'))
    const objects = asDict(resources?.get('XObject'))
    const states = asDict(resources?.get('ExtGState'))
    const known = new Map<string, Font | undefined>()
    byOwner.set(owner, {
      object,
      source,
      dropped: new Set(),
      inserted: [],
      survey: survey(source, box, {
        font(name) {
          if (!known.has(name)) known.set(name, fonts(fontsHere?.get(name)))
          return known.get(name)
        },
        form: (name) => readForm(objects?.get(name)),
        state(name) {
          const state = asDict(states?.get(name))
          const mask = state?.get('SMask')
          return {
            alpha: asNumber(state?.get('ca')),
            masked: mask === undefined ? undefined : asName(mask) !== 'None'
          }
        }
      })
    })
    for (const [name, place] of byOwner.get(owner)?.survey.forms ?? []) {
      const form = objects?.get(name)
      if (form instanceof Indirect) places.set(form, { ...place, on: owner })
    }
  }
  const readForm = (value: PdfValue | undefined) => {
    const stream = deref(value)
    if (!(stream instanceof Stream) || !(value instanceof Indirect)) return undefined
    if (asName(stream.dict.get('Subtype')) !== 'Form') return undefined
    if (!forms.has(stream.dict)) {
      const box = readBox(stream.dict.get('BBox'))
      forms.set(stream.dict, { box, marked: false })
      const source = file.decoded(stream)
      const inner = asDict(stream.dict.get('Resources'))
      const nested = [...(asDict(inner?.get('XObject'))?.values() ?? [])]
      const marked =
        source.includes('/MCID') || nested.some((kid) => readForm(kid)?.marked === true)
      if (marked) read(value, value, inner, box)
      forms.set(stream.dict, { box, marked })
    }
    return forms.get(stream.dict)
  }
  for (const page of pages) {
    const entries = asDict(page)
    const contents = entries?.get('Contents')
    if (contents instanceof Indirect) {
      read(page, contents, asDict(entries?.get('Resources')), readBox(entries?.get('MediaBox')))
    }
  }

  for (const [form, { survey }] of byOwner) {
    if (!isFaint(form, places)) continue
    for (const mark of survey.marks.values()) mark.hidden = mark.text
  }

  const streamOf = ({ form, page }: Content) => byOwner.get(form ?? page)
  const mark = (content: Content) => streamOf(content)?.survey.marks.get(content.mcid)
  return {
    pages,
    streams: [...byOwner.values()],
    mark,
    boxOf(content) {
      const box = mark(content)?.box
      return box && content.form ? transform(box, spaceOf(content.form, places)) : box
    },
    paints(content) {
      const found = mark(content)
      if (found?.hasContent === true) return 'content'
      return found?.hasPaths === true ? 'paths' : 'nothing'
    },
    pageNumber: ({ page }) => numbers.get(page) ?? 0,
    insert: (content, at, text) => streamOf(content)?.inserted.push({ at, text }),
    drop: (content) => streamOf(content)?.dropped.add(content.mcid)
  }
}

/** A form's place: in the page's or another form's stream. */
interface Place {
  readonly on: Indirect
  readonly matrix: Matrix
  readonly alpha: number
}

/** What leads from a form's space to the page's. */
function spaceOf(form: Indirect, places: ReadonlyMap<Indirect, Place>): Matrix {
  const place = places.get(form)
  if (!place) return IDENTITY
  return multiply(place.matrix, spaceOf(place.on, places))
}

/** Whether a form, or one that it is in, is drawn with next to no ink. */
function isFaint(form: Indirect, places: ReadonlyMap<Indirect, Place>): boolean {
  const place = places.get(form)
  return place !== undefined && (place.alpha < FAINT || isFaint(place.on, places))
}

function readBox(value: PdfValue | undefined): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = asArray(value).map((part) => asNumber(part))
  return [left, bottom, right, top]
}
