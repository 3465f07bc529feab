import { RawObjects } from './objects.ts'

/** What can be read from a PDF as Chromium's writer (Skia) leaves it: plain objects, classic xref. */
export interface RawPdfFacts {
  /** Number of pages. */
  readonly pages: number
  /** Named destinations, decoded to the HTML ids they came from, with their page counted from 1. */
  readonly destinations: ReadonlyMap<string, number>
  /** Bookmark titles in reading order, with their level from 1. */
  readonly bookmarks: readonly { readonly level: number; readonly title: string }[]
  readonly tagged: boolean
  /** How each page's body was scaled: 1, or less when Chromium shrank it to fit something wide. */
  readonly scales: readonly number[]
}

/** Reads the page map, bookmarks and scales. Throws if the bytes aren't such a PDF. */
export function readRawPdf(bytes: Uint8Array): RawPdfFacts {
  const objects = new RawObjects(bytes)
  const root = objects.text(objects.root)
  const pages = [...walkPages(objects, reference(root, 'Pages'))]
  const numberOf = new Map(pages.map((page, index) => [page, index + 1]))
  return {
    pages: pages.length,
    destinations: readDestinations(objects, root, numberOf),
    bookmarks: readBookmarks(objects, root),
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(root) && /\/StructTreeRoot \d+ 0 R/.test(root),
    scales: pages.map((page) => scaleOf(objects, page))
  }
}

/** Pages and destinations alone, without opening any stream: what the first of two prints is for. */
export function readPageMap(bytes: Uint8Array): ReadonlyMap<string, number> {
  const objects = new RawObjects(bytes)
  const root = objects.text(objects.root)
  const pages = [...walkPages(objects, reference(root, 'Pages'))]
  return readDestinations(objects, root, new Map(pages.map((page, index) => [page, index + 1])))
}

function reference(dictionary: string, key: string): number {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]
  if (number === undefined) throw new Error(`/${key} is missing`)
  return Number(number)
}

function* walkPages(objects: RawObjects, number: number): Generator<number> {
  const node = objects.text(number)
  if (!/\/Type \/Pages\b/.test(node)) return yield number
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1] ?? ''
  for (const kid of kids.matchAll(/(\d+) 0 R/g)) yield* walkPages(objects, Number(kid[1]))
}

function readDestinations(
  objects: RawObjects,
  root: string,
  numberOf: ReadonlyMap<number, number>
): ReadonlyMap<string, number> {
  const destinations = new Map<string, number>()
  const at = /\/Dests (\d+) 0 R/.exec(root)?.[1]
  if (at === undefined) return destinations
  for (const entry of objects.text(Number(at)).matchAll(/\/([^\s[\]<>()/]+)\s*\[(\d+) 0 R/g)) {
    const page = numberOf.get(Number(entry[2]))
    if (page !== undefined) destinations.set(decodeName(entry[1] ?? ''), page)
  }
  return destinations
}

/** A PDF name (#xx for odd bytes) that holds a URL fragment (%xx for odd characters). */
function decodeName(name: string): string {
  const fragment = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))
  )
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function readBookmarks(objects: RawObjects, root: string): { level: number; title: string }[] {
  const bookmarks: { level: number; title: string }[] = []
  const top = /\/Outlines (\d+) 0 R/.exec(root)?.[1]
  if (top === undefined) return bookmarks
  const walk = (parent: string, level: number) => {
    let next = /\/First (\d+) 0 R/.exec(parent)?.[1]
    while (next !== undefined) {
      const item = objects.text(Number(next))
      bookmarks.push({ level, title: decodeText(item) })
      walk(item, level + 1)
      next = /\/Next (\d+) 0 R/.exec(item)?.[1]
    }
  }
  walk(objects.text(Number(top)), 1)
  return bookmarks
}

function decodeText(item: string): string {
  const hex = /\/Title <FEFF([0-9A-Fa-f]*)>/.exec(item)?.[1]
  if (hex !== undefined) {
    return (hex.match(/.{4}/g) ?? [])
      .map((unit) => String.fromCharCode(parseInt(unit, 16)))
      .join('')
  }
  const literal = /\/Title \(((?:\\.|[^\\)])*)\)/s.exec(item)?.[1] ?? ''
  return literal.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
    /^\d/.test(code) ? String.fromCharCode(parseInt(code, 8)) : code
  )
}

/** CSS pixels in Skia's page units (0.24 pt) when nothing is shrunk. */
const FULL_SCALE = 3.125

/** The body is the first clip to the page's content box; margin boxes come before it, unclipped. */
function scaleOf(objects: RawObjects, page: number): number {
  const content = objects.stream(reference(objects.text(page), 'Contents'))
  const body = /^\S+ \S+ \S+ \S+ re\nW\*? n\nq\n([\d.]+) 0 0 \1 \S+ \S+ cm$/m.exec(content)
  return body ? Number(body[1]) / FULL_SCALE : 1
}
