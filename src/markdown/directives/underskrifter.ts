import type { ElementContent } from 'hast'
import type { List } from 'mdast'
import { bodyOf, type Directive } from '../directive.ts'
import { element, text } from '../hast.ts'
import * as messages from '../messages.ts'
import { firstLineOf, textOf, walk } from '../tree.ts'

/**
 * `:::underskrifter`: a list of names, each with a title after a comma or on a line of its own,
 * set side by side with room to sign.
 */
export const underskrifter: Directive = {
  name: 'underskrifter',
  attributes: [],
  check(node, source, diagnostics) {
    const body = bodyOf(node).children
    let plain = body.length === 1 && body[0]?.type === 'list'
    walk(node, (inner) => {
      if (inner.type === 'värde') plain = false
    })
    if (!plain) diagnostics.add(messages.signaturesWithoutList(), firstLineOf(source, node))
  },
  render(_, node) {
    const list = bodyOf(node).children.find((child): child is List => child.type === 'list')
    const items = (list?.children ?? []).map((item) => signature(textOf(item)))
    return [element('ul', { className: ['underskrifter'] }, items)]
  }
}

/** One person: name, and what follows the first comma or line break as title. */
function signature(written: string): ElementContent {
  const [, namn = written, titel = ''] =
    /^([^,\n]*)(?:,\s*|\n)([\s\S]*)$/.exec(written.trim()) ?? []
  const parts: ElementContent[] = [element('b', {}, [text(namn.trim())])]
  if (titel.trim() !== '')
    parts.push(text(' '), element('span', { className: ['vad'] }, [text(titel.trim())]))
  return element('li', {}, parts)
}
