import { asArray, asDict, asText, dict, Indirect, Name, textString } from './values.ts'
import { elements } from './structure.ts'
import type { Content, Element, Kid, Structure } from './structure.ts'
import type { Box } from './geometry.ts'
import type { Dict, PdfValue } from './values.ts'

/** Tags of newer versions of PDF, and what they are in this one. */
const ROLES: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Div',
  Title: 'P',
  Sub: 'Span',
  FENote: 'Note',
  DocumentFragment: 'Div'
}

/** The tags as objects. */
export interface StructureObjects {
  /** The structure's root, for the catalogue. */
  readonly root: Indirect
  /** The object that each element became. */
  readonly objects: ReadonlyMap<Element, Indirect>
}

/**
 * Writes the tags as objects, with the trees that lead from the pages and from ids back to them.
 * Numbers of the pages' structure (`StructParents`) are set in the pages, forms and annotations.
 */
export function writeStructure(
  { top }: Structure,
  pages: readonly Indirect[],
  boxOf: (node: Element) => Box | undefined
): StructureObjects {
  const objects = new Map<Element, Indirect>()
  for (const node of elements(top)) objects.set(node, new Indirect(null))
  const ids = numberIds(top)
  const root = new Indirect(null)
  const parents = new ParentTree(pages)

  const writeKid = (kid: Kid, parent: Indirect, page: Indirect | undefined): PdfValue => {
    if (kid.kind === 'element') return objects.get(kid) ?? null
    if (kid.kind === 'object') {
      parents.addObject(kid.object, parent)
      return dict({ Type: Name.of('OBJR'), Obj: kid.object, Pg: kid.page })
    }
    parents.addContent(kid, parent)
    if (!kid.form && kid.page === page) return kid.mcid
    return dict({ Type: Name.of('MCR'), Pg: kid.page, Stm: kid.form, MCID: kid.mcid })
  }
  const write = (node: Element, parent: Indirect): void => {
    const object = objects.get(node)
    if (!object) return
    const page = node.kids.find((kid) => kid.kind === 'content' && !kid.form)
    const pg = page?.kind === 'content' ? page.page : undefined
    const kids = node.kids.map((kid) => writeKid(kid, object, pg))
    object.value = dict({
      S: Name.of(node.type),
      P: parent,
      Pg: pg,
      ID: ids.has(node) ? textString(ids.get(node) ?? '') : undefined,
      Lang: node.lang === undefined ? undefined : textString(node.lang),
      Alt: node.alt === undefined ? undefined : textString(node.alt),
      E: node.expansion === undefined ? undefined : textString(node.expansion),
      A: attributes(node, boxOf),
      K: kids.length === 1 ? kids[0] : kids.length === 0 ? undefined : kids
    })
    for (const kid of node.kids) if (kid.kind === 'element') write(kid, object)
  }
  for (const kid of top) if (kid.kind === 'element') write(kid, root)

  const used = new Set([...objects.keys()].map((node) => node.type))
  const roles = Object.entries(ROLES).filter(([type]) => used.has(type))
  root.value = dict({
    Type: Name.of('StructTreeRoot'),
    K: top.flatMap((kid) => (kid.kind === 'element' ? [objects.get(kid) ?? null] : [])),
    ...parents.finish(),
    RoleMap:
      roles.length === 0
        ? undefined
        : dict(Object.fromEntries(roles.map(([type, role]) => [type, Name.of(role)]))),
    IDTree:
      ids.size === 0
        ? undefined
        : new Indirect(
            dict({
              Names: [...ids].flatMap(([node, id]) => [textString(id), objects.get(node) ?? null])
            })
          )
  })
  return { root, objects }
}

/** New ids, in reading order and so in the order of their name tree; notes must have one. */
function numberIds(top: readonly Kid[]): Map<Element, string> {
  const ids = new Map<Element, string>()
  for (const node of elements(top)) {
    if (node.id === undefined && node.type !== 'Note') continue
    ids.set(node, `id${String(ids.size + 1).padStart(6, '0')}`)
  }
  const byOld = new Map([...ids].map(([node, id]) => [node.id, id]))
  for (const node of elements(top)) {
    const table = node.attributes.get('Table')
    const headers = table?.get('Headers')
    if (!table || headers === undefined) continue
    const renamed = asArray(headers).flatMap((header) => byOld.get(asText(header)) ?? [])
    if (renamed.length > 0) table.set('Headers', renamed.map(textString))
    else table.delete('Headers')
  }
  return ids
}

function attributes(
  node: Element,
  boxOf: (node: Element) => Box | undefined
): PdfValue | undefined {
  const all: Dict[] = [...node.attributes]
    .filter(([, entries]) => entries.size > 0)
    .map(([owner, entries]) => new Map<string, PdfValue>([['O', Name.of(owner)], ...entries]))
  const box = node.type === 'Figure' || node.type === 'Formula' ? boxOf(node) : undefined
  if (box) {
    const rounded = box.map((length) => Math.round(length * 100) / 100)
    all.push(dict({ O: Name.of('Layout'), Placement: Name.of('Block'), BBox: rounded }))
  }
  return all.length > 1 ? all : all[0]
}

/** Leads from a place in a content stream, or an annotation, to its element. */
class ParentTree {
  readonly #pages: readonly Indirect[]
  readonly #byStream = new Map<Indirect, PdfValue[]>()
  readonly #byObject = new Map<Indirect, Indirect>()

  constructor(pages: readonly Indirect[]) {
    this.#pages = pages
  }

  addContent({ page, form, mcid }: Content, element: Indirect): void {
    const stream = form ?? page
    const list = this.#byStream.get(stream) ?? []
    while (list.length < mcid) list.push(null)
    list[mcid] = element
    this.#byStream.set(stream, list)
  }

  addObject(object: Indirect, element: Indirect): void {
    this.#byObject.set(object, element)
  }

  /** Numbers everything, pages first, and gives the root's entries. */
  finish(): { ParentTree: PdfValue; ParentTreeNextKey: number } {
    const entries: PdfValue[] = []
    let next = 0
    for (const page of this.#pages) {
      const list = this.#byStream.get(page)
      if (!list) asDict(page)?.delete('StructParents')
    }
    const streams = [...this.#pages, ...this.#byStream.keys()]
    for (const stream of new Set(streams)) {
      const list = this.#byStream.get(stream)
      if (!list) continue
      asDict(stream)?.set('StructParents', next)
      entries.push(next++, list)
    }
    for (const [object, element] of this.#byObject) {
      asDict(object)?.set('StructParent', next)
      entries.push(next++, element)
    }
    return {
      ParentTree: new Indirect(dict({ Nums: entries })),
      ParentTreeNextKey: next
    }
  }
}
