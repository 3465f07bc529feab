import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast'
import type { Blockquote, ListItem, Root, ThematicBreak } from 'mdast'
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast'
import rehypeStringify from 'rehype-stringify'
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Diagnostics, Message } from '../diagnostic.ts'
import type { Source, Span } from '../source.ts'
import { collect } from './collect.ts'
import { contextOf, createContext, type RenderedHeading, type RenderOptions } from './context.ts'
import { directive } from './directives.ts'
import { footnoteReference, footnoteSection } from './footnotes.ts'
import { element } from './hast.ts'
import { heading } from './headings.ts'
import { sanitizeWritten } from './html.ts'
import { image, imageReference, link, linkReference } from './links.ts'
import * as messages from './messages.ts'
import { markPlaces } from './places.ts'
import { withoutAutolinks, withoutTextDirectives } from './plugins.ts'
import { valueSyntax } from './syntax.ts'
import { table } from './tables.ts'
import { type AnyNode, firstLineOf, type MarkdownTree } from './tree.ts'
import { html, paragraph, värde } from './values.ts'

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(withoutTextDirectives)
  .use(remarkDefinitionList)
  .use(valueSyntax)
  .freeze()

/** The same for text without addresses: twice as fast, since no word need be tried as one. */
const parserWithoutAutolinks = parser().use(withoutAutolinks).freeze()

/** More quotations and lists in each other than any report has; a guard for the call stack. */
const MAX_DEPTH = 100
const DEEP_QUOTE = /^(?:[ \t]{0,3}>){100,}/m

const ADDRESS = /@|https?:|www\./i

const handlers = {
  ...defListHastHandlers,
  root,
  blockquote,
  containerDirective: directive,
  leafDirective: directive,
  footnoteReference,
  heading,
  html,
  image,
  imageReference,
  link,
  linkReference,
  listItem,
  paragraph,
  table,
  thematicBreak,
  värde
} as unknown as Handlers

const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, handlers })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()

/** What a file became. */
export interface Rendered {
  /** The chapter's heading, which stands outside `html`; undefined when the file has none. */
  readonly rubrik: { readonly text: string; readonly html: string; readonly id: string } | undefined
  readonly html: string
  /** The headings below the chapter, for the contents; those in boxes and quotations left out. */
  readonly rubriker: readonly RenderedHeading[]
  /** The tables that got a caption from `:::tabell`. */
  readonly tabeller: readonly { readonly id: string; readonly rubrik: string }[]
}

/** Reads a file as written. What is wrong is reported; the tree holds what could be read. */
export function parseMarkdown(source: Source, diagnostics: Diagnostics): MarkdownTree {
  // A byte order mark would move all offsets by one.
  const text = source.text.replace(/^\ufeff/, ' ')
  const empty = (message: Message, span: Span): MarkdownTree => {
    diagnostics.add(message, span)
    return collect({ type: 'root', children: [] }, source, diagnostics)
  }
  // Found before parsing, whose time grows with the square of the depth.
  const quoted = DEEP_QUOTE.exec(text)
  if (quoted) return empty(messages.tooDeep(), spanOfMatch(source, quoted))
  let root: Root
  try {
    root = (ADDRESS.test(text) ? parser : parserWithoutAutolinks).parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return empty(messages.unreadable(reason), { file: source.path, start: 0, end: 0 })
  }
  const deepest = findDeeper(root, MAX_DEPTH)
  if (deepest) return empty(messages.tooDeep(), firstLineOf(source, deepest))
  return collect(root, source, diagnostics)
}

function spanOfMatch(source: Source, match: RegExpExecArray): Span {
  return { file: source.path, start: match.index, end: match.index + match[0].length }
}

/** The first node that lies deeper than the limit. */
function findDeeper(node: AnyNode, limit: number): AnyNode | undefined {
  if (limit === 0) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = findDeeper(child, limit - 1)
    if (found) return found
  }
  return undefined
}

/** Fills in the values and makes HTML. The same tree gives the same HTML each time. */
export function renderMarkdown(tree: MarkdownTree, options: RenderOptions): Rendered {
  const context = createContext(tree, options)
  const file = { value: tree.source.text, data: { context } as Record<string, unknown> }
  let result = toHtml.runSync(tree.root, file) as HtmlRoot
  if (options.place) markPlaces(result, tree.source, options.place)
  if (tree.hasHtml) result = sanitizeWritten(result, context)
  const chapter = context.chapter && takeChapter(result)
  trim(result)
  return {
    rubrik:
      context.chapter && chapter
        ? { ...context.chapter, html: stringify(chapter.children).trim() }
        : undefined,
    html: stringify(result.children),
    rubriker: context.headings,
    tabeller: context.tables
  }
}

function stringify(children: RootContent[]): string {
  return toHtml.stringify({ type: 'root', children }) as string
}

/** Takes the marked heading out of the tree. */
function takeChapter(parent: HtmlRoot | Element): Element | undefined {
  for (const [i, node] of parent.children.entries()) {
    if (node.type !== 'element') continue
    if ('dataKapitel' in node.properties) {
      parent.children.splice(i, 1)
      return node
    }
    const found = takeChapter(node)
    if (found) return found
  }
  return undefined
}

function trim(root: HtmlRoot): void {
  const isBlank = (node: RootContent | undefined): boolean =>
    node?.type === 'text' && node.value.trim() === ''
  while (isBlank(root.children[0])) root.children.shift()
  while (isBlank(root.children.at(-1))) root.children.pop()
}

function root(state: State, node: Root): HtmlRoot {
  const children = state.wrap(state.all(node)) as RootContent[]
  const notes = footnoteSection(state)
  if (notes) children.push({ type: 'text', value: '\n' }, notes)
  return { type: 'root', children }
}

function blockquote(state: State, node: Blockquote): Element {
  const context = contextOf(state)
  context.boxDepth++
  const result = element('blockquote', {}, state.wrap(state.all(node), true))
  context.boxDepth--
  state.patch(node, result)
  return result
}

/** A line that parts the text says nothing to a screen reader. */
function thematicBreak(state: State, node: ThematicBreak): Element {
  const result = element('hr', { ariaHidden: 'true' }, [])
  state.patch(node, result)
  return result
}

/** As the default, with a name on a task's box. */
function listItem(state: State, node: ListItem, parent: unknown): ElementContent {
  const result = defaultHandlers.listItem(state, node, parent as never) as Element
  if (typeof node.checked === 'boolean') nameBox(result, node.checked ? 'Klart' : 'Inte klart')
  return result
}

function nameBox(node: Element, ariaLabel: string): boolean {
  return node.children.some((child) => {
    if (child.type !== 'element') return false
    if (child.tagName !== 'input') return child.tagName === 'p' && nameBox(child, ariaLabel)
    child.properties['ariaLabel'] = ariaLabel
    return true
  })
}
