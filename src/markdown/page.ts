import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** A finished page as a tree again, with the place of each element in the text. */
export function parsePage(html: string): Root {
  return fromHtml(html)
}

/** The elements below a node that fit, outermost first; what lies in one that fits is not searched. */
export function findAll(node: Root | Element, fits: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return fits(child) ? [child] : findAll(child, fits)
  })
}

export function hasClass(node: Element, name: string): boolean {
  const names = node.properties['className']
  return Array.isArray(names) && names.includes(name)
}

/** An attribute as text; empty where it isn't there. `name` as the tree has it: `ariaLabel`. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name]
  return Array.isArray(value) ? value.join(' ') : value === undefined ? '' : String(value)
}
