import type { Element, Root } from 'hast'
import type { Source, Span } from '../source.ts'

/** Names a place in the sources on the page. */
export type Placer = (span: Span) => string

/** What a writer would point at: everything that holds text of its own. */
const PLACED = /^(?:p|h[1-6]|li|dt|dd|blockquote|pre|figure|figcaption|img|table|tr|th|td|summary)$/

/** Marks elements with the place that they were written at, in `data-plats`. */
export function markPlaces(tree: Root | Element, source: Source, place: Placer): void {
  for (const node of tree.children) {
    if (node.type !== 'element') continue
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start !== undefined && end !== undefined && PLACED.test(node.tagName))
      node.properties['dataPlats'] = place({ file: source.path, start, end })
    markPlaces(node, source, place)
  }
}

/** Marks the first element of ready-made HTML: a table or a chart that a call printed. */
export function markFirst(html: string, span: Span, place: Placer): string {
  return html.replace(/<[a-z][a-z0-9]*/, (tag) => `${tag} data-plats="${place(span)}"`)
}
