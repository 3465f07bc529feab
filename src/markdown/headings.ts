import type { Element, ElementContent } from 'hast'
import type { Heading, Root } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { slug } from '../text/slug.ts'
import type { Context } from './context.ts'
import { contextOf } from './context.ts'
import { plainText } from './hast.ts'
import { freeId, isId } from './ids.ts'
import * as messages from './messages.ts'
import type { AnyNode, WrittenHeading } from './tree.ts'
import { spanOf, textOf, within } from './tree.ts'

const EXPLICIT_ID = /[ \t]*\{#([^{}\s]*)\}[ \t]*$/

/** Takes `{#id}` off the end of a heading; undefined when there is none or it can't be an id. */
export function takeId(
  heading: Heading,
  source: Source,
  diagnostics: Diagnostics
): string | undefined {
  const last = heading.children.at(-1)
  const match = last?.type === 'text' ? EXPLICIT_ID.exec(last.value) : null
  if (last?.type !== 'text' || !match) return undefined
  last.value = last.value.slice(0, match.index)
  if (last.value === '') heading.children.pop()
  const id = match[1] ?? ''
  if (isId(id)) return id
  const span = spanOf(source, heading)
  const at = source.text.slice(span.start, span.end).lastIndexOf('{#')
  diagnostics.add(messages.invalidId(id, slug(id)), within(span, at, id.length + 3))
  return undefined
}

/** Reports empty headings, skipped levels and a second chapter; finds the chapter. */
export function checkHeadings(
  root: Root,
  headings: readonly Heading[],
  ids: ReadonlyMap<AnyNode, string>,
  nested: ReadonlySet<AnyNode>,
  source: Source,
  diagnostics: Diagnostics
): { chapter: Heading | undefined; written: WrittenHeading[] } {
  const chapter = headings.find((heading) => heading.depth === 1 && !nested.has(heading))
  const written: WrittenHeading[] = []
  let level = 1
  for (const heading of headings) {
    const span = spanOf(source, heading)
    const text = textOf(heading).trim()
    if (text === '' && !heading.children.some((child) => child.type !== 'text'))
      diagnostics.add(messages.emptyHeading(), span)
    if (nested.has(heading)) continue
    if (heading.depth === 1 && heading !== chapter) diagnostics.add(messages.secondChapter(), span)
    const depth = heading.depth === 1 && heading !== chapter ? 2 : heading.depth
    if (depth > level + 1) diagnostics.add(messages.skippedLevel(level, depth), span)
    level = depth
    written.push({ nivå: depth, text, id: ids.get(heading), span })
  }
  const first = root.children.find(
    (node) =>
      node.type !== 'html' && node.type !== 'definition' && node.type !== 'footnoteDefinition'
  )
  if (chapter && first !== chapter)
    diagnostics.add(messages.textBeforeChapter(), spanOf(source, chapter))
  return { chapter, written }
}

/** mdast → hast: rank, id and number. The chapter is marked and taken out afterwards. */
export function heading(state: State, node: Heading): Element | undefined {
  const context = contextOf(state)
  const children = state.all(node)
  const text = plainText(children).trim()
  if (text === '') return undefined
  const isChapter = node === context.tree.chapter
  const level = node.depth === 1 && !isChapter ? 2 : node.depth
  const nested = context.boxDepth > 0
  const id = chooseId(context, node, text, isChapter)
  const nr = nested || isChapter ? undefined : context.options.numberHeading?.(level)
  const result: Element = {
    type: 'element',
    tagName: `h${Math.min(level + context.options.headingOffset, 6)}`,
    properties: { id },
    children: nr ? [number(nr), { type: 'text', value: ' ' }, ...children] : children
  }
  state.patch(node, result)
  if (!nested) context.heading = text
  if (isChapter) {
    context.chapter = { text, id }
    result.properties['dataKapitel'] = ''
  } else if (!nested) {
    context.headings.push({ nivå: level, id, text, ...(nr ? { nr } : {}) })
  }
  return result
}

function number(nr: string): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['nr'] },
    children: [{ type: 'text', value: nr }]
  }
}

function chooseId(context: Context, node: Heading, text: string, isChapter: boolean): string {
  const explicit = context.tree.ids.get(node)
  if (explicit !== undefined) {
    if (!context.options.ids.has(explicit)) {
      context.options.ids.add(explicit)
      return explicit
    }
    context.options.diagnostics.add(
      messages.duplicateId(explicit),
      spanOf(context.tree.source, node)
    )
  }
  return freeId(
    context,
    (isChapter ? context.options.chapterId : undefined) ?? slug(text),
    'avsnitt'
  )
}
