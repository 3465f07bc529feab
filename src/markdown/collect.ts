import type { Heading, Html, Paragraph, Root } from 'mdast'
import type { Diagnostics, Message } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { checkDirective, tableOf } from './directives.ts'
import { checkFootnotes } from './footnotes.ts'
import { checkHeadings, takeId } from './headings.ts'
import { checkClosed, isComment, withoutComments } from './html.ts'
import { checkImage, checkLink } from './links.ts'
import { checkLostTable } from './lost-tables.ts'
import * as messages from './messages.ts'
import type { AnyNode, ImageUse, Link, MarkdownTree, Value, WrittenTable } from './tree.ts'
import { sliceOf, spanOf, walk, within } from './tree.ts'

/**
 * One walk over a parsed file: numbers its values, notes its headings, tables, links and images,
 * and reports all that can be seen to be wrong before anything is computed.
 */
export function collect(root: Root, source: Source, diagnostics: Diagnostics): MarkdownTree {
  const values: Value[] = []
  const tables: WrittenTable[] = []
  const links: Link[] = []
  const images: ImageUse[] = []
  const ids = new Map<AnyNode, string>()
  const headings: Heading[] = []
  const nested = new Set<AnyNode>()
  const written: Html[] = []

  const bilaga = hoistBilaga(root)
  walk(root, (node, parent) => {
    if (parent && (nested.has(parent) || isBox(parent))) nested.add(node)
    switch (node.type) {
      case 'värde': {
        node.nr = values.length
        const block = parent?.type === 'paragraph' && isBlock(parent)
        values.push({ text: node.value, span: spanOf(source, node), block, nr: node.nr })
        break
      }
      case 'heading': {
        const id = takeId(node, source, diagnostics)
        if (id !== undefined) ids.set(node, id)
        headings.push(node)
        break
      }
      case 'paragraph':
        checkLostTable(node, source, diagnostics)
        break
      case 'text':
        checkText(node, source, diagnostics)
        break
      case 'html':
        if (!isComment(node.value)) written.push(node)
        checkHtml(node, source, diagnostics)
        break
      case 'link':
      case 'definition': {
        if (rejectValue(node.url, 'en länkadress', node, source, diagnostics)) break
        const link = checkLink(node, source, diagnostics)
        if (link) links.push(link)
        break
      }
      case 'image': {
        if (rejectValue(node.url, 'en bildadress', node, source, diagnostics)) break
        if (rejectValue(node.alt ?? '', 'en bildbeskrivning', node, source, diagnostics)) break
        const image = checkImage(node, source, diagnostics)
        if (image) images.push(image)
        break
      }
      case 'tableRow': {
        const columns = parent?.type === 'table' ? (parent.align?.length ?? 0) : 0
        const extra = node.children[columns]
        if (extra)
          diagnostics.add(
            messages.extraCells(node.children.length, columns),
            spanOf(source, { type: 'rest', ...rest(extra, node) })
          )
        break
      }
      case 'containerDirective':
      case 'leafDirective': {
        for (const value of Object.values(node.attributes ?? {}))
          rejectValue(value ?? '', 'klamrarna efter ett direktiv', node, source, diagnostics)
        checkDirective(node, source, diagnostics)
        const table = tableOf(node, source)
        if (table) tables.push(table)
        break
      }
    }
  })
  checkClosed(written, source, diagnostics)
  checkFootnotes(root, source, diagnostics)
  const outline = checkHeadings(root, headings, ids, nested, source, diagnostics)
  return {
    source,
    root,
    values,
    headings: outline.written,
    tables,
    links,
    images,
    bilaga,
    chapter: outline.chapter,
    ids,
    hasHtml: written.length > 0
  }
}

function rest(first: AnyNode, whole: AnyNode): Pick<AnyNode, 'position'> {
  const start = first.position?.start
  const end = whole.position?.end
  return start && end ? { position: { start, end } } : {}
}

/** Headings in a box or a quotation are no part of the report's outline. */
function isBox(node: AnyNode): boolean {
  return node.type === 'blockquote' || (node.type === 'containerDirective' && node.name === 'ruta')
}

/** Values only, each on a line of its own. */
function isBlock(paragraph: Paragraph): boolean {
  return paragraph.children.every((child, i) =>
    child.type === 'värde'
      ? i === 0 || paragraph.children[i - 1]?.type !== 'värde'
      : child.type === 'break' || (child.type === 'text' && /^\s*\n\s*$/.test(child.value))
  )
}

/** `:::bilaga` only marks the file: what it holds stands where it stood. */
function hoistBilaga(root: Root): boolean {
  let found = false
  root.children = root.children.flatMap((node) => {
    if (
      (node.type !== 'containerDirective' && node.type !== 'leafDirective') ||
      node.name !== 'bilaga'
    )
      return [node]
    found = true
    return node.type === 'containerDirective' ? node.children : []
  })
  return found
}

function checkHtml(
  node: AnyNode & { value: string },
  source: Source,
  diagnostics: Diagnostics
): void {
  const slice = withoutComments(sliceOf(source, node))
  const at = slice.indexOf('{{')
  if (at < 0) return
  const hint = 'Skriv texten med Markdown, eller ge HTML-taggen en egen rad med tomma rader kring.'
  diagnostics.add(
    messages.valueWhereNoneIsRead('HTML', hint),
    within(spanOf(source, node), at, endOfValue(slice, at) - at)
  )
}

function endOfValue(text: string, at: number): number {
  const end = text.indexOf('}}', at)
  return end < 0 ? at + 2 : end + 2
}

/** Reports a value where it would be printed as it stands; true if there was one. */
function rejectValue(
  text: string,
  place: string,
  node: AnyNode,
  source: Source,
  diagnostics: Diagnostics
): boolean {
  if (!text.includes('{{') && !/%7B%7B/i.test(text)) return false
  const slice = sliceOf(source, node)
  const at = slice.indexOf(
    '{{',
    slice.indexOf(']') < 0 || node.type === 'image' ? 0 : slice.lastIndexOf(']')
  )
  const span = spanOf(source, node)
  diagnostics.add(
    messages.valueWhereNoneIsRead(place, 'Skriv värdet i den löpande texten i stället.'),
    at < 0 ? span : within(span, at, endOfValue(slice, at) - at)
  )
  return true
}

/** What is left in the text of signs that were meant to do something. */
function checkText(
  node: AnyNode & { value: string },
  source: Source,
  diagnostics: Diagnostics
): void {
  const { value } = node
  if (!/\{\{|\}\}|\*\*|:::|\[\^|\]\[|\]\(/.test(value)) return
  const slice = sliceOf(source, node)
  const span = spanOf(source, node)
  const report = (pattern: RegExp, message: (match: RegExpExecArray) => Message): void => {
    const match = pattern.exec(slice)
    if (match) diagnostics.add(message(match), within(span, match.index, match[0].length))
  }
  report(/(?<!\\)\{\{/, messages.unclosedValue)
  if (!value.includes('{{')) report(/(?<!\\)\}\}/, messages.strayValueEnd)
  report(/(?<!\\)\*\*/, messages.leftoverEmphasis)
  report(/^\s*:{3,}\s*$/m, messages.strayDirectiveEnd)
  report(/(?<!\\)\[\^([^\]\s]+)\]/, (match) => messages.footnoteWithoutText(match[1] ?? ''))
  report(/(?<=[^\\]\])\[([^\]^]+)\]/, (match) => messages.unresolvedReference(match[1] ?? ''))
  report(/(?<=[^\\])\]\([^)\s]*/, messages.unreadLink)
}
