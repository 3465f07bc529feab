import type { ContainerDirective } from 'mdast-util-directive'
import { slug } from '../../text/slug.ts'
import { bodyOf, type Directive, rubrikOf } from '../directive.ts'
import { freeId, isId } from '../ids.ts'
import * as messages from '../messages.ts'
import { firstLineOf, within } from '../tree.ts'

/** The id given, or one made from the heading. */
export function idOf(node: ContainerDirective): string {
  const given = node.attributes?.['id']
  return given && isId(given) ? given : slug(rubrikOf(node))
}

/** `:::tabell{#id rubrik="…"}` gives the table it holds a numbered caption. */
export const tabell: Directive = {
  name: 'tabell',
  attributes: ['id', 'rubrik'],
  check(node, source, diagnostics) {
    const line = firstLineOf(source, node)
    if (rubrikOf(node) === '') diagnostics.add(messages.tableDirectiveWithoutCaption(), line)
    const tables = node.children.filter((child) => child.type === 'table').length
    if (tables !== 1) diagnostics.add(messages.tableDirectiveWithoutTable(tables), line)
    const id = node.attributes?.['id']
    if (!id || isId(id)) return
    const at = source.text.slice(line.start, line.end).indexOf(id)
    diagnostics.add(messages.invalidId(id, slug(id)), within(line, Math.max(at, 0), id.length))
  },
  render(state, node, context) {
    const rubrik = rubrikOf(node)
    if (rubrik !== '') {
      const span = firstLineOf(context.tree.source, node)
      const wanted = idOf(node)
      if (node.attributes?.['id'] === wanted && context.options.ids.has(wanted))
        context.options.diagnostics.add(messages.duplicateId(wanted), span)
      const id = freeId(context, wanted, 'tabell')
      const own = context.tables.length + 1
      const nr = context.options.numberTable?.({ id, rubrik, span }) ?? String(own)
      context.tables.push({ id, rubrik })
      context.caption = { id, rubrik, nr }
    }
    const children = state.all(bodyOf(node))
    context.caption = undefined
    return children
  }
}
