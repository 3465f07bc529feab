import { readHatch } from './hatch.ts'
import { element } from './structure.ts'
import type { Content, Element, Kid } from './structure.ts'
import { groupRows } from './tables.ts'
import { asDict, asName } from './values.ts'

/** What retagging needs to know of the pages. */
export interface Painted {
  /** What a piece puts on its page: lines and areas are ornament outside figures. */
  paints(content: Content): 'nothing' | 'paths' | 'content'
  /** Order of the page that a piece stands on. */
  pageNumber(content: Content): number
  /** Makes a piece an artifact: it is on the page, but not in the reading. */
  drop(content: Content): void
}

/**
 * Turns the browser's tags into those that the standards ask for, in place: meaningless elements go,
 * ornaments become artifacts, lists, tables, figures, links and notes get the parts they lack.
 */
export function retag(top: readonly Kid[], painted: Painted): void {
  for (const kid of top) if (kid.kind === 'element') retagElement(kid, painted, false)
}

function retagElement(node: Element, painted: Painted, drawn: boolean): void {
  readHatch(node)
  node.kids = node.kids.flatMap(withoutNonStruct)
  if (isWrapper(node)) node.type = 'Div'
  if (node.kids.some(isLinkArea)) node.type = 'Link'
  const inside = drawn || DRAWN.has(node.type)
  node.kids = node.kids.filter((kid) => {
    if (kid.kind !== 'content') return true
    const paints = painted.paints(kid)
    if (paints === 'content' || (paints === 'paths' && inside)) return true
    painted.drop(kid)
    return false
  })
  for (const kid of node.kids) if (kid.kind === 'element') retagElement(kid, painted, inside)
  node.kids = node.kids.filter((kid) => !isEmpty(kid))
  switch (node.type) {
    case 'L':
      groupDefinitions(node)
      break
    case 'LI':
      addListBody(node)
      break
    case 'TOCI':
      node.kids = node.kids.map((kid) => (isType(kid, 'Link') ? element('Reference', [kid]) : kid))
      break
    case 'Table':
      groupRows(node, painted)
      break
    default:
      if (GROUPING.has(node.type)) wrapText(node)
  }
}

/** Elements in which lines and areas are the content. */
const DRAWN = new Set(['Figure', 'Formula', 'Form', 'Lbl'])

/** Elements that hold blocks, not text. */
const GROUPING = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Aside', 'Note'])

/** Elements that stand in a line of text. */
const INLINE = new Set([
  'Span',
  'Strong',
  'Em',
  'Link',
  'Reference',
  'Quote',
  'Code',
  'Annot',
  'Ruby',
  'Warichu'
])

/** Elements that count even when nothing is in them. */
const STAYS_EMPTY = new Set(['TD', 'TH', 'TR', 'LI', 'LBody', 'Document'])

function isType(kid: Kid, type: string): boolean {
  return kid.kind === 'element' && kid.type === type
}

function isEmpty(kid: Kid): boolean {
  return kid.kind === 'element' && kid.kids.length === 0 && !STAYS_EMPTY.has(kid.type)
}

/** Elements that say nothing are replaced by what they hold; one with a language of its own is a Span. */
function withoutNonStruct(kid: Kid): Kid[] {
  if (kid.kind !== 'element' || kid.type !== 'NonStruct' || kid.kids.some(isLinkArea)) return [kid]
  if (kid.lang !== undefined) {
    kid.type = 'Span'
    return [kid]
  }
  return kid.kids.flatMap(withoutNonStruct)
}

/** True of the area of a link; roles such as doc-backlink take the Link tag from its owner. */
function isLinkArea(kid: Kid): boolean {
  return kid.kind === 'object' && asName(asDict(kid.object)?.get('Subtype')) === 'Link'
}

/** `<figure>`: a Figure without alternative text round the picture, which has it. */
function isWrapper(node: Element): boolean {
  return (
    node.type === 'Figure' &&
    (node.alt ?? '') === '' &&
    node.kids.some((kid) => kid.kind === 'element')
  )
}

/** Labels and bodies that follow each other, from `dl`, become list items. */
function groupDefinitions(list: Element): void {
  if (!list.kids.some((kid) => isType(kid, 'Lbl') || isType(kid, 'LBody'))) return
  const kids: Kid[] = []
  let item: Element | undefined
  for (const kid of list.kids) {
    const label = isType(kid, 'Lbl')
    if (!label && !isType(kid, 'LBody')) {
      kids.push(kid)
      item = undefined
      continue
    }
    // A term after a body begins the next item; terms in a row share a body.
    if (!item || (label && item.kids.some((part) => isType(part, 'LBody')))) {
      item = element('LI')
      kids.push(item)
    }
    item.kids.push(kid)
  }
  list.kids = kids
}

/** All of a list item but its number or bullet is its body. */
function addListBody(item: Element): void {
  const isPart = (kid: Kid) => isType(kid, 'Lbl') || isType(kid, 'LBody')
  const rest = item.kids.filter((kid) => !isPart(kid))
  if (rest.length === 0) return
  const labels = item.kids.filter(isPart)
  item.kids = [...labels, element('LBody', rest)]
}

/** Text that stands among blocks becomes a paragraph, with the words marked up in it. */
function wrapText(node: Element): void {
  const kids: Kid[] = []
  let paragraph: Element | undefined
  for (const kid of node.kids) {
    if (kid.kind === 'element' && !INLINE.has(kid.type)) {
      kids.push(kid)
      paragraph = undefined
      continue
    }
    if (!paragraph) {
      paragraph = element('P')
      kids.push(paragraph)
    }
    paragraph.kids.push(kid)
  }
  node.kids = kids
}
