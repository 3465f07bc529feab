import type { Element, ElementContent, Nodes, Properties } from 'hast'
import type { Raw } from 'mdast-util-to-hast'

declare module 'hast' {
  interface ElementContentMap {
    raw: Raw
  }
  interface RootContentMap {
    raw: Raw
  }
  interface Data {
    /** The writer's own HTML, not ours: to be sanitised. */
    written?: boolean
  }
}

/** Our own HTML, ready-made: goes to the page as it is, past parser and sanitiser. */
export function trusted(html: string): ElementContent {
  return { type: 'raw', value: html }
}

/** An element; `undefined` properties are left out. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[]
): Element {
  return { type: 'element', tagName, properties, children }
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0'
}

/** What is read aloud of HTML that the program has made: tags away, references decoded. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) =>
      name !== undefined
        ? (ENTITIES[name.toLowerCase()] ?? whole)
        : String.fromCodePoint(hex !== undefined ? parseInt(hex, 16) : Number(decimal))
    )
}

/** The text of nodes on their way to the page; footnote numbers and the writer's tags left out. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'raw') return node.data?.written ? '' : textOfHtml(node.value)
      if (node.type !== 'element' || node.tagName === 'sup') return ''
      if (node.tagName === 'img') return String(node.properties['alt'] ?? '')
      if (node.tagName === 'br') return ' '
      return plainText(node.children)
    })
    .join('')
    .replace(/\s*\n\s*/g, ' ')
}
