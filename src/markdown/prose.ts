import type { Source, Span } from '../source.ts'
import { rubrikOf } from './directive.ts'
import type { AnyNode, MarkdownTree } from './tree.ts'
import { spanOf, walk } from './tree.ts'

/** What a stretch of a paragraph's text comes from. */
export type Delslag = 'text' | 'värde' | 'kod' | 'länk' | 'bild'

interface Del {
  readonly slag: Delslag
  /** In the paragraph's text. */
  readonly start: number
  readonly end: number
  /** Source offset of each character; one offset for all of a value. */
  readonly offsets: readonly number[] | number
  /** Where the stretch ends in the source. */
  readonly slut: number
}

export type Styckeslag = 'stycke' | 'rubrik' | 'cell' | 'begrepp'

/** A table cell's neighbours, which say what its number is about. */
export interface Cellplats {
  readonly kolumn: number
  readonly huvud: boolean
  readonly kolumnrubrik: string
  readonly radrubrik: string
}

/** A paragraph, heading or cell as the reader meets it, with the way back to the source. */
export interface Stycke {
  readonly slag: Styckeslag
  readonly text: string
  readonly span: Span
  /** Inside a quotation: somebody else's words. */
  readonly citat: boolean
  /** Inside a list item. */
  readonly punkt: boolean
  readonly nivå: number
  readonly fotnot: string | undefined
  readonly cell: Cellplats | undefined
  /** Whether all of it is text as written, and whether it holds a digit: what most rules need not look into. */
  readonly enkelt: boolean
  readonly siffror: boolean
  /** Where footnote marks stand in the text. */
  readonly fotnoter: readonly number[]
  /** The calls in it, by their place among the file's values. */
  readonly värden: readonly { readonly nr: number; readonly start: number; readonly end: number }[]
  /** What the character at a place comes from. */
  slagAt(at: number): Delslag
  /** The source of a part of the text. */
  spanOf(start: number, end: number): Span
  /** Whether a part stands in the source just so: no markup, tag or reference between its letters. */
  isVerbatim(start: number, end: number): boolean
}

/** A table as written: its cells row by row, the heads first, and what it is called. */
export interface Prosatabell {
  /** The caption, or the paragraph or heading right before: "Resultat per område, mnkr". */
  readonly rubrik: string
  readonly citat: boolean
  readonly rader: readonly (readonly Stycke[])[]
  readonly span: Span
}

/** A file's running text. */
export interface Prosa {
  readonly source: Source
  readonly stycken: readonly Stycke[]
  readonly tabeller: readonly Prosatabell[]
  readonly länkar: readonly { readonly text: string; readonly href: string; readonly span: Span }[]
}

/**
 * A parsed file as paragraphs of plain text, for rules about language and figures. `printed` says
 * what a call prints; nothing is printed for blocks.
 */
export function readProsa(tree: MarkdownTree, printed: (nr: number) => string): Prosa {
  const stycken: Stycke[] = []
  const tabeller: Prosatabell[] = []
  const länkar: { text: string; href: string; span: Span }[] = []
  const { source } = tree
  const visit = (node: AnyNode, state: State): void => {
    switch (node.type) {
      case 'blockquote':
        state = { ...state, citat: true }
        break
      case 'containerDirective':
        if (node.name === 'citat') state = { ...state, citat: true }
        if (node.name === 'tabell') state = { ...state, tabellrubrik: rubrikOf(node) }
        break
      case 'listItem':
        state = { ...state, punkt: true }
        break
      case 'footnoteDefinition':
        state = { ...state, fotnot: node.identifier }
        break
      case 'table': {
        const [head, ...rows] = node.children
        const heads = (head?.children ?? []).map((cell) => read(cell, 'cell', state).text)
        const rader: Stycke[][] = []
        const before = stycken.at(-1)
        for (const [r, row] of [head, ...rows].entries()) {
          if (!row) continue
          const first = row.children[0]
          const radrubrik = first ? read(first, 'cell', state).text : ''
          rader.push(
            row.children.map((cell, kolumn) =>
              read(cell, 'cell', {
                ...state,
                cell: { kolumn, huvud: r === 0, kolumnrubrik: heads[kolumn] ?? '', radrubrik }
              })
            )
          )
        }
        stycken.push(...rader.flat())
        tabeller.push({
          rubrik: state.tabellrubrik ?? (before?.slag === 'cell' ? '' : (before?.text ?? '')),
          citat: state.citat,
          rader,
          span: spanOf(source, node)
        })
        return
      }
      case 'heading':
        stycken.push(read(node, 'rubrik', { ...state, nivå: node.depth }))
        return
      case 'paragraph':
        if (!tree.values.some((v) => v.block && inside(v.span, spanOf(source, node))))
          stycken.push(read(node, 'stycke', state))
        return
    }
    const type = node.type as string
    if (type === 'defListTerm') {
      stycken.push(read(node, 'begrepp', state))
      return
    }
    if (type === 'defListDescription' && 'children' in node && isInline(node.children[0])) {
      stycken.push(read(node, 'stycke', state))
      return
    }
    if ('children' in node) for (const child of node.children) visit(child, state)
  }
  const read = (node: AnyNode, slag: Styckeslag, state: State): Stycke =>
    readStycke(node, slag, state, source, printed)
  visit(tree.root, { citat: false, punkt: false, fotnot: undefined, cell: undefined, nivå: 0 })
  walk(tree.root, (node) => {
    if (node.type === 'link')
      länkar.push({
        text: read(node, 'stycke', EMPTY).text.trim(),
        href: node.url,
        span: spanOf(source, node)
      })
  })
  return { source, stycken, tabeller, länkar }
}

interface State {
  readonly citat: boolean
  readonly punkt: boolean
  readonly fotnot: string | undefined
  readonly cell: Cellplats | undefined
  readonly nivå: number
  readonly tabellrubrik?: string
}
const EMPTY: State = { citat: false, punkt: false, fotnot: undefined, cell: undefined, nivå: 0 }

const inside = (a: Span, b: Span): boolean => a.start >= b.start && a.end <= b.end
const INLINE = ['text', 'värde', 'strong', 'emphasis', 'link', 'inlineCode', 'delete']
const isInline = (node: AnyNode | undefined): boolean =>
  node !== undefined && INLINE.includes(node.type)

function readStycke(
  node: AnyNode,
  slag: Styckeslag,
  state: State,
  source: Source,
  printed: (nr: number) => string
): Stycke {
  let text = ''
  const delar: Del[] = []
  const fotnoter: number[] = []
  const värden: { nr: number; start: number; end: number }[] = []
  const add = (slag: Delslag, value: string, offsets: readonly number[] | number, slut: number) => {
    if (value === '') return
    delar.push({ slag, start: text.length, end: text.length + value.length, offsets, slut })
    text += value
  }
  const collect = (child: AnyNode, inLink: boolean): void => {
    const span = spanOf(source, child)
    switch (child.type) {
      case 'text':
        return add(
          inLink ? 'länk' : 'text',
          child.value,
          align(child.value, span, source),
          span.end
        )
      case 'inlineCode':
        return add('kod', child.value, span.start, span.end)
      case 'break':
        return add('text', '\n', span.start, span.end)
      case 'image':
        return add('bild', child.alt ?? '', span.start, span.end)
      case 'footnoteReference':
        fotnoter.push(text.length)
        return
      case 'värde': {
        const value = printed(child.nr)
        värden.push({ nr: child.nr, start: text.length, end: text.length + value.length })
        return add('värde', value, span.start, span.end)
      }
    }
    if ('children' in child)
      for (const each of child.children) collect(each, inLink || child.type === 'link')
  }
  if ('children' in node) for (const child of node.children) collect(child, false)
  // A heading's own id isn't text.
  if (slag === 'rubrik') text = text.replace(/\s*\{#[^}]*\}\s*$/, '')
  const whole = spanOf(source, node)
  const enkelt = delar.every((del) => del.slag === 'text')
  const delAt = (at: number) => delar.find((del) => at >= del.start && at < del.end)
  const place = (start: number, end: number): Span => {
    const first = delAt(start)
    const last = delAt(Math.max(start, end - 1))
    if (!first || !last) return whole
    return { file: source.path, start: offsetIn(first, start), end: endIn(last, end - 1) }
  }
  return {
    slag,
    text,
    span: whole,
    citat: state.citat,
    punkt: state.punkt,
    nivå: state.nivå,
    fotnot: state.fotnot,
    cell: state.cell,
    enkelt,
    siffror: /\d/.test(text),
    fotnoter,
    värden,
    slagAt: (at) => (enkelt ? 'text' : (delAt(at)?.slag ?? 'text')),
    spanOf: place,
    isVerbatim(start, end) {
      const { start: from, end: to } = place(start, end)
      return source.text.slice(from, to) === text.slice(start, end)
    }
  }
}

const offsetIn = (del: Del, at: number): number =>
  typeof del.offsets === 'number' ? del.offsets : (del.offsets[at - del.start] ?? del.slut)

const endIn = (del: Del, last: number): number =>
  typeof del.offsets === 'number' ? del.slut : (del.offsets[last - del.start + 1] ?? del.slut)

/** The source offset of each character, and of the end: escapes, entities and indented lines make them differ. */
function align(value: string, span: Span, source: Source): number[] {
  const slice = source.text.slice(span.start, span.end)
  if (slice.length === value.length) return [...value.split(''), ''].map((_, i) => span.start + i)
  const offsets: number[] = []
  let j = 0
  for (const char of value.split('')) {
    while (j < slice.length && slice[j] !== char) {
      if (slice[j] === '&') {
        const end = slice.indexOf(';', j)
        if (end > 0 && end - j < 12) {
          offsets.push(span.start + j)
          j = end + 1
          break
        }
      }
      j++
    }
    if (slice[j] === char) offsets.push(span.start + j++)
  }
  while (offsets.length < value.length) offsets.push(span.end)
  // Where the last character ends: what follows in the source, such as a heading's id, isn't in the text.
  offsets.push(Math.min(span.start + j, span.end))
  return offsets
}
