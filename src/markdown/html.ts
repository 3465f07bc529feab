import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Html } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import { unified } from 'unified'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source, Span } from '../source.ts'
import type { Context } from './context.ts'
import { isSafe } from './links.ts'
import * as messages from './messages.ts'
import { sliceOf, spanOf, within } from './tree.ts'

function split(words: string): string[] {
  return words.trim().split(/\s+/)
}

/** What a writer may say in HTML: running text, lists and tables, nothing that acts or looks. */
const SCHEMA: Schema = {
  tagNames: split(`
    a abbr b bdi bdo blockquote br cite code dd del details dfn div dl dt em hr i ins kbd li
    mark ol p pre q s samp small span strong sub summary sup time u ul var wbr table caption
    colgroup col thead tbody tfoot tr th td
  `),
  attributes: {
    '*': ['dir', 'lang', 'title'],
    a: ['href'],
    details: ['open'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime']
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] }
}

/** Elements whose content goes with them; of others that aren't allowed the content stays. */
const WITH_CONTENT = new Set(
  split(`
    script style template noscript iframe object embed svg math textarea select title xmp
    plaintext noembed noframes audio video
  `)
)

const SWALLOWING = new RegExp(`<(/?)(${[...WITH_CONTENT].join('|')})(?![\\w-])`, 'gi')
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

/** True when the HTML is nothing but comments, which are the writer's own notes. */
export function isComment(html: string): boolean {
  return html.includes('<!--') && html.replace(COMMENT, '').trim() === ''
}

/** The HTML with its comments blanked, at unchanged offsets. */
export function withoutComments(html: string): string {
  return html.replace(COMMENT, (comment) => ' '.repeat(comment.length))
}

/** Reports elements that would take all that follows with them, since nothing closes them. */
export function checkClosed(
  nodes: readonly Html[],
  source: Source,
  diagnostics: Diagnostics
): void {
  const open: { name: string; span: Span }[] = []
  for (const node of nodes) {
    const span = spanOf(source, node)
    for (const match of withoutComments(sliceOf(source, node)).matchAll(SWALLOWING)) {
      const name = (match[2] ?? '').toLowerCase()
      if (name === 'embed') continue
      const at = open.findLastIndex((each) => each.name === name)
      if (match[1] === '') open.push({ name, span: within(span, match.index, match[0].length) })
      else if (at >= 0) open.splice(at, 1)
    }
  }
  for (const { name, span } of open) diagnostics.add(messages.unclosedElement(name), span)
}

const HINTS: Readonly<Record<string, string>> = {
  img: 'Skriv bilden som ![beskrivning](fil).',
  h1: 'Skriv rubriken med #.',
  h2: 'Skriv rubriken med ##.',
  h3: 'Skriv rubriken med ###.',
  h4: 'Skriv rubriken med ####.',
  style: 'Utseendet bestäms av temat.',
  font: 'Utseendet bestäms av temat.',
  center: 'Utseendet bestäms av temat.',
  section: 'Skriv en rubrik med # i stället.',
  aside: 'Skriv :::ruta{rubrik="…"} i stället.'
}

const parser = unified().use(rehypeRaw).freeze()
const sanitize = rehypeSanitize(SCHEMA)

/**
 * Parses the writer's HTML together with the text around it and takes away what isn't allowed.
 * Our own elements and trusted HTML are put aside before and come back untouched: each leaves an
 * attribute with its number, whose name occurs nowhere in the file and so can't be forged.
 */
export function sanitizeWritten(tree: Root, context: Context): Root {
  const { text } = context.tree.source
  let mark = 'dataVx'
  while (text.toLowerCase().includes(`data-${mark.slice(4).toLowerCase()}`)) mark += 'x'
  const kept: (Element | ElementContent)[] = []

  const putAside = (node: RootContent): RootContent => {
    if (node.type === 'raw' && !node.data?.written) {
      kept.push(node)
      const properties = { [mark]: String(kept.length - 1) }
      return { type: 'element', tagName: 'span', properties, children: [] }
    }
    if (node.type !== 'element') return node
    kept.push(node)
    const properties = { [mark]: String(kept.length - 1) }
    return { ...node, properties, children: node.children.map(putAside) as ElementContent[] }
  }

  const bringBack = (node: RootContent): RootContent[] => {
    if (node.type === 'text') return [node]
    if (node.type !== 'element') return []
    const nr = node.properties[mark]
    const own = nr === undefined ? undefined : kept[Number(nr)]
    const children = (): ElementContent[] => node.children.flatMap(bringBack) as ElementContent[]
    if (own?.type === 'raw') return [own]
    if (own?.type === 'element') return [{ ...own, children: children() }]
    const allowed = clean(node, context)
    if (allowed) return [{ ...allowed, children: children() }]
    return WITH_CONTENT.has(node.tagName) ? [] : children()
  }

  const apart: Root = { type: 'root', children: tree.children.map(putAside) }
  const parsed = parser.runSync(apart, { value: text } as never) as Root
  return { type: 'root', children: parsed.children.flatMap(bringBack) }
}

/** One of the writer's elements as far as it is allowed; what is taken away is reported. */
function clean(node: Element, context: Context): Element | undefined {
  const { diagnostics } = context.options
  const start = node.position?.start.offset
  const file = context.tree.source.path
  const span =
    start === undefined ? undefined : { file, start, end: start + node.tagName.length + 1 }
  const result = sanitize({ type: 'root', children: [{ ...node, children: [] }] }).children[0]
  if (result?.type !== 'element') {
    diagnostics.add(messages.removedElement(node.tagName, HINTS[node.tagName]), span)
    return undefined
  }
  const { href } = result.properties
  if (typeof href === 'string' && !isSafe(href)) delete result.properties['href']
  for (const property of Object.keys(node.properties))
    if (!(property in result.properties))
      diagnostics.add(messages.removedAttribute(attributeName(property), node.tagName), span)
  return result
}

/** `onClick` → onclick, `dataTal` → data-tal, as HTML has them. */
function attributeName(property: string): string {
  if (property === 'className') return 'class'
  return /^(?:data|aria)[A-Z]/.test(property)
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase()
}
