import type { Element, ElementContent } from 'hast'
import type { FootnoteReference, Root } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { type Context, contextOf } from './context.ts'
import { element, text } from './hast.ts'
import * as messages from './messages.ts'
import { firstLineOf, walk } from './tree.ts'

/** Reports notes without text, without reference, and two with one name. */
export function checkFootnotes(root: Root, source: Source, diagnostics: Diagnostics): void {
  const referred = new Set<string>()
  walk(root, (node) => {
    if (node.type === 'footnoteReference') referred.add(node.identifier)
  })
  const seen = new Set<string>()
  walk(root, (node) => {
    if (node.type !== 'footnoteDefinition') return
    const label = node.label ?? node.identifier
    const span = firstLineOf(source, node)
    if (seen.has(node.identifier)) diagnostics.add(messages.duplicateFootnote(label), span)
    else if (!referred.has(node.identifier))
      diagnostics.add(messages.footnoteWithoutReference(label), span)
    else if (node.children.length === 0) diagnostics.add(messages.footnoteWithoutText(label), span)
    seen.add(node.identifier)
  })
}

/** mdast → hast: the raised number in the text. */
export function footnoteReference(state: State, node: FootnoteReference): Element {
  const context = contextOf(state)
  const times = (context.footnotes.get(node.identifier) ?? 0) + 1
  context.footnotes.set(node.identifier, times)
  const n = [...context.footnotes.keys()].indexOf(node.identifier) + 1
  const link = element(
    'a',
    { href: `#${noteId(context, n)}`, id: referenceId(context, n, times), ariaLabel: `Not ${n}` },
    [text(String(n))]
  )
  state.patch(node, link)
  return element('sup', {}, [link])
}

function noteId(context: Context, n: number): string {
  return `${context.options.idPrefix}not-${n}`
}

function referenceId(context: Context, n: number, times: number): string {
  return `${context.options.idPrefix}notref-${n}${times > 1 ? `-${times}` : ''}`
}

/** The notes that were referred to, after the text; undefined when there are none. */
export function footnoteSection(state: State): Element | undefined {
  const context = contextOf(state)
  const items: Element[] = []
  // A note can refer to another, so the list may grow while it is made.
  const contents: { n: number; identifier: string; children: ElementContent[] }[] = []
  for (let n = 1; n <= context.footnotes.size; n++) {
    const identifier = [...context.footnotes.keys()][n - 1] ?? ''
    const definition = state.footnoteById.get(identifier.toUpperCase())
    contents.push({ n, identifier, children: definition ? state.all(definition) : [] })
  }
  for (const { n, identifier, children } of contents) {
    const links = backLinks(context, n, context.footnotes.get(identifier) ?? 0)
    const last = children.at(-1)
    if (last?.type === 'element' && last.tagName === 'p') last.children.push(...links)
    else children.push(element('p', {}, links.slice(1)))
    items.push(element('li', { id: noteId(context, n) }, children))
  }
  if (items.length === 0) return undefined
  return element('div', { className: ['noter'] }, [
    element('p', { className: ['noterubrik'] }, [text('Noter')]),
    element('ol', {}, items)
  ])
}

function backLinks(context: Context, n: number, times: number): ElementContent[] {
  const links: ElementContent[] = []
  for (let time = 1; time <= times; time++) {
    const label = `Tillbaka till texten, not ${n}${times > 1 ? ` (${time})` : ''}`
    const properties = {
      href: `#${referenceId(context, n, time)}`,
      className: ['notlank'],
      ariaLabel: label
    }
    links.push(text(' '), element('a', properties, [text('↩')]))
  }
  return links
}
