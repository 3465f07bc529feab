import type { Element, RootContent } from 'hast'
import { attribute, hasClass } from '../markdown/page.ts'

/** The smallest that is compared: a word, a figure, an assessment, a reference, a note's mark. */
export interface Ord {
  readonly text: string
  /** Whether white space stands before it. */
  readonly mellanrum: boolean
  /** Alike where the keys are alike… */
  readonly nyckel: string
  /** …or where both lead to the same anchor. */
  readonly ankare?: string
  /** CSS class of an assessment: `uppfyllt`. */
  readonly status?: string
  /** A figure out of data, printed by the program. */
  readonly tal?: boolean
  /** The address of a link, which is shown where the link has changed. */
  readonly adress?: string
}

/** What reading needs to know of the page around. */
export interface Läsning {
  /** Captions and headings by anchor. */
  readonly rubriker: ReadonlyMap<string, string>
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-’'.,:/][\p{L}\p{N}\p{M}]+)*|[^\s]/gu
/** "tabell 7", "avsnitt 2.1", "bilaga A": the word stays, the number is the program's. */
const REFERENCE = /^(\p{L}+)\s+[\p{Lu}\d](?:[\d.]*)$/u

/** Running text as words; numbers of headings and notes, and what isn't read aloud, are left out. */
export function readOrd(nodes: readonly RootContent[], läsning: Läsning): Ord[] {
  const found: Ord[] = []
  let space = false
  const push = (text: string, rest: Partial<Ord> = {}): void => {
    found.push({ text, mellanrum: space && found.length > 0, nyckel: text, ...rest })
    space = false
  }
  const visit = (node: RootContent, adress: string | undefined): void => {
    if (node.type === 'text') {
      let at = 0
      for (const { 0: text, index } of node.value.matchAll(WORD)) {
        space ||= index > at
        at = index + text.length
        push(text, adress === undefined ? {} : { nyckel: `${text} ${adress}`, adress })
      }
      space ||= at < node.value.length
      return
    }
    if (node.type !== 'element') return
    const text = textOf(node)
    if (
      hasClass(node, 'nr') ||
      hasClass(node, 'dold') ||
      hasClass(node, 'notlank') ||
      attribute(node, 'ariaHidden') === 'true'
    ) {
      space = true
      return
    }
    if (node.tagName === 'br') {
      space = true
      return
    }
    if (node.tagName === 'sup' && attribute(firstElement(node), 'href').includes('not-'))
      return push(`[not ${text}]`, { nyckel: '[not]' })
    if (node.tagName === 'img') {
      const alt = attribute(node, 'alt')
      return push(`[bild: ${alt}]`, { nyckel: `bild ${alt} ${attribute(node, 'src')}` })
    }
    if (node.tagName === 'data') return push(text, { tal: true })
    if (hasClass(node, 'status'))
      return push(text, { status: classBeside(node, 'status'), nyckel: `status ${text}` })
    const href = node.tagName === 'a' ? attribute(node, 'href') : ''
    const reference = href.startsWith('#') ? REFERENCE.exec(text) : null
    if (reference)
      return push(text, {
        nyckel: `${reference[1] ?? ''} → ${läsning.rubriker.get(href.slice(1)) ?? href}`,
        ankare: href
      })
    for (const child of node.children)
      visit(child, href !== '' && !href.startsWith('#') ? href : adress)
  }
  for (const node of nodes) visit(node, undefined)
  return found
}

/** The text of a node in one line, without numbers of headings and what is hidden. */
export function textOf(node: RootContent): string {
  const collect = (part: RootContent): string => {
    if (part.type === 'text') return part.value
    if (part.type !== 'element' || hasClass(part, 'nr') || hasClass(part, 'dold')) return ''
    return part.tagName === 'br' ? ' ' : part.children.map(collect).join('')
  }
  return collect(node).replace(/\s+/g, ' ').trim()
}

/** A heading or caption without its number: "Tabell 7." is the program's, not the writer's. */
export function captionText(node: Element): string {
  const [first] = node.children
  const numbered =
    (node.tagName === 'caption' || node.tagName === 'figcaption') &&
    first?.type === 'element' &&
    first.tagName === 'b'
  return textOf(numbered ? { ...node, children: node.children.slice(1) } : node)
}

function firstElement(node: Element) {
  return node.children.find((child) => child.type === 'element') ?? node
}

function classBeside(node: Element, name: string): string {
  const names = node.properties['className']
  return Array.isArray(names) ? names.filter((other) => other !== name).join(' ') : ''
}
