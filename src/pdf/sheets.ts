import type { PdfFile } from './file.ts'
import { fontReader } from './fonts.ts'
import type { Font } from './fonts.ts'
import type { Box } from './geometry.ts'
import { mendSpaces } from './marks.ts'
import type { Painted } from './retag.ts'
import type { Content } from './structure.ts'
import { survey } from './survey.ts'
import type { Mark, Survey } from './survey.ts'
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
  const forms = new Map<Dict, { readonly box: Box; readonly marked: boolean } | undefined>()

  const read = (owner: Indirect, object: Indirect, resources: Dict | undefined, box: Box) => {
    const stream = object.value
    if (!(stream instanceof Stream)) return
    const source = mendSpaces(file.decoded(stream))
    const fontsHere = asDict(resources?.get('Font'))
    const objects = asDict(resources?.get('XObject'))
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
        form: (name) => readForm(objects?.get(name))
      })
    })
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

  const streamOf = ({ form, page }: Content) => byOwner.get(form ?? page)
  const mark = (content: Content) => streamOf(content)?.survey.marks.get(content.mcid)
  return {
    pages,
    streams: [...byOwner.values()],
    mark,
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

function readBox(value: PdfValue | undefined): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = asArray(value).map((part) => asNumber(part))
  return [left, bottom, right, top]
}
