import type { PdfFile } from './file.ts'
import { asArray, asDict, asName, asNumber, asText, deref, Indirect } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/** A structure element: a tag with what it holds, in reading order. */
export interface Element {
  readonly kind: 'element'
  type: string
  kids: Kid[]
  /** Attributes by owner: `Table`, `List`, `Layout`. */
  readonly attributes: Map<string, Dict>
  /** Identity in the browser's file, for what refers to it. */
  id: string | undefined
  lang: string | undefined
  alt: string | undefined
  /** What an abbreviation stands for. */
  expansion: string | undefined
}

/** A piece of a content stream: a page's, or a form's. */
export interface Content {
  readonly kind: 'content'
  readonly page: Indirect
  /** The form that it is in, if it isn't in the page's own stream. */
  readonly form: Indirect | undefined
  readonly mcid: number
}

/** An annotation that belongs to the element, such as a link's area. */
export interface ObjectReference {
  readonly kind: 'object'
  readonly page: Indirect
  readonly object: Indirect
}

export type Kid = Element | Content | ObjectReference

/** A document's tags. */
export interface Structure {
  readonly top: Kid[]
  /** Elements by the object they were read from: bookmarks refer to them. */
  readonly bySource: ReadonlyMap<Indirect, Element>
}

/** A new element; one that stands for no element of the page. */
export function element(type: string, kids: Kid[] = []): Element {
  return {
    kind: 'element',
    type,
    kids,
    attributes: new Map(),
    id: undefined,
    lang: undefined,
    alt: undefined,
    expansion: undefined
  }
}

/** Reads the tags of a file; none if it has no structure. */
export function readStructure(file: PdfFile): Structure {
  const bySource = new Map<Indirect, Element>()
  const root = asDict(file.catalog.get('StructTreeRoot'))
  return { top: root ? readKids(root, undefined, bySource) : [], bySource }
}

function readKids(
  parent: Dict,
  page: Indirect | undefined,
  bySource: Map<Indirect, Element>
): Kid[] {
  const list = parent.get('K')
  const direct = deref(list)
  const kids: Kid[] = []
  for (const kid of Array.isArray(direct) ? asArray(direct) : [list]) {
    const read = readKid(kid, page, bySource)
    if (read) kids.push(read)
  }
  return kids
}

function readKid(
  value: PdfValue | undefined,
  page: Indirect | undefined,
  bySource: Map<Indirect, Element>
): Kid | undefined {
  if (typeof value === 'number') {
    return page && { kind: 'content', page, form: undefined, mcid: value }
  }
  const entries = asDict(value)
  if (!entries) return undefined
  const own = entries.get('Pg')
  const here = own instanceof Indirect ? own : page
  const type = asName(entries.get('Type'))
  if (type === 'MCR') {
    const form = entries.get('Stm')
    const mcid = asNumber(entries.get('MCID'))
    if (!here || mcid === undefined) return undefined
    return { kind: 'content', page: here, form: form instanceof Indirect ? form : undefined, mcid }
  }
  if (type === 'OBJR') {
    const object = entries.get('Obj')
    return here && object instanceof Indirect ? { kind: 'object', page: here, object } : undefined
  }
  const read = element(asName(entries.get('S')) ?? 'NonStruct', readKids(entries, here, bySource))
  read.id = asText(entries.get('ID'))
  read.lang = asText(entries.get('Lang'))
  read.alt = asText(entries.get('Alt'))
  readAttributes(entries.get('A'), read.attributes)
  if (value instanceof Indirect) bySource.set(value, read)
  return read
}

/** Chromium writes a dictionary for each attribute; one for each owner is enough. */
function readAttributes(value: PdfValue | undefined, attributes: Map<string, Dict>): void {
  const direct = deref(value)
  for (const part of Array.isArray(direct) ? asArray(direct) : [value]) {
    const entries = asDict(part)
    const owner = asName(entries?.get('O'))
    if (!entries || owner === undefined) continue
    const all = attributes.get(owner) ?? new Map<string, PdfValue>()
    for (const [key, attribute] of entries) {
      const spansOne = (key === 'RowSpan' || key === 'ColSpan') && asNumber(attribute) === 1
      if (key !== 'O' && !spansOne) all.set(key, attribute)
    }
    if (all.size > 0) attributes.set(owner, all)
  }
}

/** Every element below these, in reading order, parents first. */
export function* elements(kids: readonly Kid[]): Generator<Element> {
  for (const kid of kids) {
    if (kid.kind !== 'element') continue
    yield kid
    yield* elements(kid.kids)
  }
}

/** Everything that these hold on the pages, in reading order. */
export function* contents(kids: readonly Kid[]): Generator<Content> {
  for (const kid of kids) {
    if (kid.kind === 'content') yield kid
    else if (kid.kind === 'element') yield* contents(kid.kids)
  }
}
