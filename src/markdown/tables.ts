import type { Element, ElementContent } from 'hast'
import type { Table, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { contextOf } from './context.ts'
import { element, plainText, text } from './hast.ts'
import { uniqueLabel } from './ids.ts'

/** PDF tags lose a cell without content, so an empty one holds a no-break space. */
const EMPTY = '\u00a0'

const SCROLL = 'Dra i sidled för att se hela tabellen'

/**
 * mdast → hast: a table in a region that can be scrolled by keyboard. The first column heads its
 * row unless it is aligned as figures or the table has no other column.
 */
export function table(state: State, node: Table): Element {
  const context = contextOf(state)
  const align = node.align ?? []
  const [head, ...body] = node.children
  const rowHeads = align.length > 1 && align[0] !== 'right' && align[0] !== 'center'
  const { caption } = context
  context.caption = undefined

  const children: ElementContent[] = []
  const properties: Element['properties'] = { className: ['tabell'] }
  if (caption) {
    const number = element('b', {}, [text(`Tabell ${caption.nr}.`)])
    children.push(element('caption', { id: caption.id }, [number, text(` ${caption.rubrik}`)]))
    properties['ariaLabelledBy'] = [caption.id]
  } else {
    const where = context.heading === '' ? 'Tabell' : `Tabell i ${context.heading}`
    properties['ariaLabel'] = uniqueLabel(context, where)
  }
  if (head) children.push(element('thead', {}, [row(state, head, align, () => 'col')]))
  if (body.length > 0) {
    const scope = (column: number): 'row' | undefined =>
      rowHeads && column === 0 ? 'row' : undefined
    const rows = body.map((each) => row(state, each, align, scope))
    children.push(element('tbody', {}, rows))
  }
  const result = element('table', {}, children)
  state.patch(node, result)
  properties['role'] = 'region'
  properties['tabIndex'] = 0
  // As templates/block/tabell.hbs has it, so that one style sheet serves both.
  return element('div', { className: ['tabellblock', 'text'] }, [
    element('p', { className: ['dra'], ariaHidden: 'true' }, [text(SCROLL)]),
    element('div', properties, [result])
  ])
}

function row(
  state: State,
  node: TableRow,
  align: NonNullable<Table['align']>,
  scopeOf: (column: number) => 'col' | 'row' | undefined
): Element {
  const cells = align.map((alignment, column) => {
    const cell = node.children[column]
    const content = cell ? state.all(cell) : []
    const isEmpty = content.every((n) => n.type !== 'element') && plainText(content).trim() === ''
    const scope = isEmpty ? undefined : scopeOf(column)
    const properties: Element['properties'] = {}
    if (scope) properties['scope'] = scope
    if (alignment === 'right') properties['className'] = ['n']
    if (alignment === 'center') properties['className'] = ['mitt']
    const result = element(scope ? 'th' : 'td', properties, isEmpty ? [text(EMPTY)] : content)
    if (cell) state.patch(cell, result)
    return result
  })
  const result = element('tr', {}, cells)
  state.patch(node, result)
  return result
}
