import type { Element } from 'hast'
import type { Definition, Image, ImageReference, Link as LinkNode, LinkReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { contextOf } from './context.ts'
import { element } from './hast.ts'
import * as messages from './messages.ts'
import type { ImageUse, Link } from './tree.ts'
import { spanOf, textOf } from './tree.ts'

const PROTOCOLS = new Set(['http', 'https', 'mailto', 'tel'])

/** Whether an address can be printed: a known protocol or none at all. */
export function isSafe(href: string): boolean {
  // Browsers drop control characters and white space before they look for the protocol.
  // oxlint-disable-next-line no-control-regex
  const match = /^([^/?#:]*):/.exec(href.replace(/[\u0000-\u0020]/g, ''))
  if (match === null) return !href.replaceAll('\\', '/').startsWith('//')
  return PROTOCOLS.has((match[1] ?? '').toLowerCase())
}

/** Reports a link that can't be followed; returns the others. */
export function checkLink(
  node: LinkNode | Definition,
  source: Source,
  diagnostics: Diagnostics
): Link | undefined {
  const span = spanOf(source, node)
  if (!isSafe(node.url)) {
    diagnostics.add(messages.unsafeLink(node.url), span)
    return undefined
  }
  if (node.type === 'link' && textOf(node).trim() === '' && !node.children.some(isOpaque))
    diagnostics.add(messages.emptyLink(), span)
  return { href: node.url, span }
}

/** Nodes whose text isn't known yet. */
function isOpaque(node: { type: string; children?: readonly { type: string }[] }): boolean {
  return node.type === 'värde' || node.type === 'html' || (node.children?.some(isOpaque) ?? false)
}

/** Reports an image without alternative text or outside the report; returns the others. */
export function checkImage(
  node: Image,
  source: Source,
  diagnostics: Diagnostics
): ImageUse | undefined {
  const span = spanOf(source, node)
  const alt = node.alt?.trim() ?? ''
  if (alt === '') diagnostics.add(messages.imageWithoutAlt(node.url), span)
  const src = imagePath(node.url)
  if (src === undefined) diagnostics.add(messages.imageOutsideReport(node.url), span)
  return src === undefined ? undefined : { src, alt, span }
}

/** The file's path from the report's folder; undefined for addresses and paths that leave it. */
function imagePath(url: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(url).replace(/^(?:\.\/)+/, '')
  } catch {
    return undefined
  }
  const parts = path.split('/')
  const bad = path === '' || /[\\:\0?#]/.test(path) || parts.some((p) => p === '' || p === '..')
  return bad ? undefined : path
}

/** mdast → hast: an unsafe link (already reported) becomes its text. */
export function link(state: State, node: LinkNode): Element | ReturnType<State['all']> {
  return anchor(state, node, node)
}

export function linkReference(
  state: State,
  node: LinkReference
): Element | ReturnType<State['all']> {
  const definition = state.definitionById.get(node.identifier.toUpperCase())
  return definition ? anchor(state, node, definition) : state.all(node)
}

function anchor(
  state: State,
  node: LinkNode | LinkReference,
  target: LinkNode | Definition
): Element | ReturnType<State['all']> {
  const context = contextOf(state)
  const children = state.all(node)
  if (!isSafe(target.url)) return children
  const use = { href: target.url, span: spanOf(context.tree.source, node) }
  const href = context.options.resolveLink?.(use) ?? encode(target.url)
  const result = element('a', { href, ...(target.title ? { title: target.title } : {}) }, children)
  state.patch(node, result)
  return result
}

export function image(state: State, node: Image): Element | undefined {
  return picture(state, node, node)
}

export function imageReference(state: State, node: ImageReference): Element | undefined {
  const definition = state.definitionById.get(node.identifier.toUpperCase())
  return definition && picture(state, node, definition)
}

function picture(
  state: State,
  node: Image | ImageReference,
  target: Image | Definition
): Element | undefined {
  const context = contextOf(state)
  const src = imagePath(target.url)
  if (src === undefined) return undefined
  const alt = node.alt?.trim() ?? ''
  const use = { src, alt, span: spanOf(context.tree.source, node) }
  const result = element(
    'img',
    { src: context.options.resolveImage?.(use) ?? encode(src), alt },
    []
  )
  state.patch(node, result)
  return result
}

/** Spaces and å, ä, ö as addresses carry them; what is encoded already stays. */
function encode(href: string): string {
  return encodeURI(href).replace(/%25([0-9a-f]{2})/gi, '%$1')
}
