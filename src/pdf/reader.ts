import type { PdfFile } from './file.ts'
import { asArray, asDict, asText, deref, Indirect, Stream } from './values.ts'
import type { Dict } from './values.ts'

/** What can be read from a PDF as Chromium's writer (Skia) leaves it. */
export interface RawPdfFacts {
  /** Number of pages. */
  readonly pages: number
  /** Named destinations, decoded to the HTML ids they came from, with their page counted from 1. */
  readonly destinations: ReadonlyMap<string, number>
  /** Bookmark titles in reading order, with their level from 1. */
  readonly bookmarks: readonly Bookmark[]
  readonly tagged: boolean
  /** How each page's body was scaled: 1, or less when Chromium shrank it to fit something wide. */
  readonly scales: readonly number[]
}

export interface Bookmark {
  readonly level: number
  readonly title: string
}

/** Reads the page map, bookmarks and scales. */
export function readRawPdf(file: PdfFile): RawPdfFacts {
  const pages = file.pages()
  return {
    pages: pages.length,
    destinations: readPageMap(file),
    bookmarks: readBookmarks(file),
    tagged:
      asDict(file.catalog.get('MarkInfo'))?.get('Marked') === true &&
      file.catalog.has('StructTreeRoot'),
    scales: pages.map((page) => scaleOf(file, page))
  }
}

/** Destinations alone, without opening any stream: what the first of two prints is for. */
export function readPageMap(file: PdfFile): ReadonlyMap<string, number> {
  const numberOf = new Map(file.pages().map((page, index) => [page, index + 1]))
  const destinations = new Map<string, number>()
  for (const [name, target] of asDict(file.catalog.get('Dests')) ?? []) {
    const page = asArray(target)[0]
    const number = page instanceof Indirect ? numberOf.get(page) : undefined
    if (number !== undefined) destinations.set(decodeName(name), number)
  }
  return destinations
}

/** A name that holds a URL fragment (%xx for odd characters). */
function decodeName(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Titles of the bookmarks as they stand in the file. */
export function readBookmarks(file: PdfFile): Bookmark[] {
  const bookmarks: Bookmark[] = []
  const walk = (parent: Dict, level: number) => {
    for (let item = asDict(parent.get('First')); item; item = asDict(item.get('Next'))) {
      bookmarks.push({ level, title: asText(item.get('Title')) ?? '' })
      walk(item, level + 1)
    }
  }
  const top = asDict(file.catalog.get('Outlines'))
  if (top) walk(top, 1)
  return bookmarks
}

/** CSS pixels in Skia's page units (0.24 pt) when nothing is shrunk. */
const FULL_SCALE = 3.125

/** The body is the first clip to the page's content box; margin boxes come before it, unclipped. */
function scaleOf(file: PdfFile, page: Indirect): number {
  const entries = asDict(page)
  const contents = deref(entries?.get('Contents'))
  if (!(contents instanceof Stream)) return 1
  const body = BODY.exec(file.decoded(contents))
  if (!body) return 1
  if (Number(body[1]) !== 1) return Number(body[1]) / FULL_SCALE
  // An effect on the whole body: it is drawn as a form, which has the scale in it.
  const name = /\/(\w+) Do/.exec(body.input.slice(body.index))?.[1] ?? ''
  const form = deref(asDict(asDict(entries?.get('Resources'))?.get('XObject'))?.get(name))
  const scale = form instanceof Stream ? SCALED.exec(file.decoded(form))?.[1] : undefined
  return scale === undefined ? 1 : Number(scale) / FULL_SCALE
}

const BODY = /^\S+ \S+ \S+ \S+ re\nW\*? n\nq\n([\d.]+) 0 0 \1 \S+ \S+ cm$/m
const SCALED = /^([\d.]+) 0 0 \1 \S+ \S+ cm$/m
