import type { State } from 'mdast-util-to-hast'
import type { Diagnostics } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import type { Placer } from './places.ts'
import type { ImageUse, Link, MarkdownTree, Value } from './tree.ts'

/** What a value became: HTML that the program made, trusted as it is. */
export interface Replacement {
  readonly html: string
  /** A table, a chart: not to stand inside a paragraph. */
  readonly block?: boolean
}

export interface RenderOptions {
  /** The HTML of a value; undefined when the fault is already reported: nothing is printed. */
  replace(value: Value): Replacement | undefined
  /** Added to every rank: with 1 a file's `#` is an h2. */
  readonly headingOffset: number
  /** The number to print before a heading (2 for `##`); called in document order. */
  numberHeading?(nivå: number): string | undefined
  /** The number of a `:::tabell`. */
  numberTable?(table: { id: string; rubrik: string; span: Span }): string
  /** The chapter's id unless the heading gives one; else made from its text. */
  readonly chapterId?: string | undefined
  /** All ids of the page so far; those made here are added. */
  readonly ids: Set<string>
  /** Begins the ids of footnotes, so that several files can stand on one page. */
  readonly idPrefix: string
  /** The address to print for one that was written; undefined keeps it. */
  resolveLink?(link: Link): string | undefined
  resolveImage?(image: ImageUse): string | undefined
  /** Marks on the page where each element was written; absent where nobody will ask. */
  readonly place?: Placer | undefined
  readonly diagnostics: Diagnostics
}

export interface RenderedHeading {
  readonly nivå: number
  readonly id: string
  readonly text: string
  readonly nr?: string
}

/** The state of one rendering; handlers find it by `contextOf`. */
export interface Context {
  readonly tree: MarkdownTree
  readonly options: RenderOptions
  readonly headings: RenderedHeading[]
  readonly tables: { id: string; rubrik: string }[]
  chapter: { text: string; id: string } | undefined
  /** Text of the nearest heading, for names of regions. */
  heading: string
  boxDepth: number
  /** The `:::tabell` that the next table gets its caption from. */
  caption: { id: string; rubrik: string; nr: string } | undefined
  /** Footnotes in order of first reference, with how often each is referred to. */
  readonly footnotes: Map<string, number>
}

export function createContext(tree: MarkdownTree, options: RenderOptions): Context {
  return {
    tree,
    options,
    headings: [],
    tables: [],
    chapter: undefined,
    heading: '',
    boxDepth: 0,
    caption: undefined,
    footnotes: new Map()
  }
}

/** remark-rehype hands the file to every handler; the context travels in it. */
export function contextOf(state: State): Context {
  return state.options.file?.data['context'] as Context
}
