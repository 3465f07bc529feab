import type { Heading, Node, Nodes, Root, RootContent } from 'mdast'
import type { Source, Span } from '../source.ts'

/** A `{{…}}` as the writer put it; `text[i]` stands at `span.start + i` in the source. */
export interface Value {
  /** With its braces. */
  readonly text: string
  readonly span: Span
  /** Alone on its line in a paragraph of nothing but values: may become a table or a chart. */
  readonly block: boolean
  /** Its place among the file's values, from 0, in document order. */
  readonly nr: number
}

/** A heading as written. Values in it count as no text here. */
export interface WrittenHeading {
  readonly nivå: number
  readonly text: string
  /** Given with `{#id}`. */
  readonly id: string | undefined
  readonly span: Span
}

/** A `:::tabell`, which gets a numbered caption. */
export interface WrittenTable {
  readonly id: string
  readonly rubrik: string
  readonly span: Span
}

export interface Link {
  readonly href: string
  readonly span: Span
}

export interface ImageUse {
  /** Relative to the report's folder, decoded, without `./`. */
  readonly src: string
  readonly alt: string
  readonly span: Span
}

/** A parsed file. Only `markdown/` looks into `root`. */
export interface MarkdownTree {
  readonly source: Source
  readonly root: Root
  readonly values: readonly Value[]
  readonly headings: readonly WrittenHeading[]
  readonly tables: readonly WrittenTable[]
  readonly links: readonly Link[]
  readonly images: readonly ImageUse[]
  /** `:::bilaga` stood in the file. */
  readonly bilaga: boolean
  /** The chapter's node, the first `#`. */
  readonly chapter: Heading | undefined
  readonly ids: ReadonlyMap<Nodes, string>
  readonly hasHtml: boolean
}

/** Every node that the parser makes. */
export type AnyNode = Root | RootContent

/** The place of a node. Every node from the parser has one. */
export function spanOf(source: Source, node: Node): Span {
  const start = node.position?.start.offset ?? 0
  return { file: source.path, start, end: node.position?.end.offset ?? start }
}

/** The source text of a node. */
export function sliceOf(source: Source, node: Node): string {
  const { start, end } = spanOf(source, node)
  return source.text.slice(start, end)
}

/** The place of the node's first line, where a whole block would be too much to underline. */
export function firstLineOf(source: Source, node: Node): Span {
  const span = spanOf(source, node)
  const line = /^[^\r\n]*/.exec(source.text.slice(span.start, span.end))?.[0].trimEnd() ?? ''
  return { ...span, end: span.start + line.length }
}

/** Calls `visit` for the node and all below it, parents first. */
export function walk(
  node: AnyNode,
  visit: (node: AnyNode, parent: AnyNode | undefined) => void,
  parent?: AnyNode
): void {
  visit(node, parent)
  if ('children' in node) for (const child of node.children) walk(child, visit, node)
}

/** The text that a reader meets, alternative texts included; values and HTML count as nothing. */
export function textOf(node: AnyNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'footnoteReference' || !('children' in node)) return ''
  return node.children.map(textOf).join('')
}

/** A part of a span: `length` characters from its `at`th. */
export function within(span: Span, at: number, length: number): Span {
  return { file: span.file, start: span.start + at, end: span.start + at + length }
}
