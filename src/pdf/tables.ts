import type { Painted } from './retag.ts'
import { contents, element } from './structure.ts'
import type { Element, Kid } from './structure.ts'
import { asName, asNumber } from './values.ts'

/**
 * Gives a table its head and body. A head that is repeated on later pages is read once: its copies
 * become artifacts.
 */
export function groupRows(table: Element, painted: Painted): void {
  const head: Element[] = []
  const body: Element[] = []
  const captions: Kid[] = []
  const rest: Kid[] = []
  for (const kid of table.kids) {
    if (kid.kind !== 'element') rest.push(kid)
    else if (kid.type === 'Caption') captions.push(kid)
    else if (kid.type !== 'TR') rest.push(kid)
    else if (body.length === 0 && isHeadRow(kid)) head.push(kid)
    else body.push(kid)
  }
  if (head.length === 0 || body.length === 0) return
  for (const row of head) dropCopies(row, painted)
  table.kids = [...captions, element('THead', head), element('TBody', body), ...rest]
}

/** Only heads of columns. */
function isHeadRow(row: Element): boolean {
  const cells = cellsOf(row)
  return (
    cells.length > 0 &&
    cells.every(
      (cell) => cell.type === 'TH' && asName(cell.attributes.get('Table')?.get('Scope')) !== 'Row'
    )
  )
}

function dropCopies(row: Element, painted: Painted): void {
  const pages = [...contents(row.kids)].map((content) => painted.pageNumber(content))
  const first = Math.min(...pages)
  const visit = (node: Element): void => {
    node.kids = node.kids.filter((kid) => {
      if (kid.kind === 'element') visit(kid)
      if (kid.kind !== 'content' || painted.pageNumber(kid) === first) return true
      painted.drop(kid)
      return false
    })
  }
  visit(row)
}

/** The cells of a row. */
export function cellsOf(row: Element): Element[] {
  return row.kids.filter(
    (kid): kid is Element => kid.kind === 'element' && (kid.type === 'TD' || kid.type === 'TH')
  )
}

/** The rows of a table in order, whatever groups they are in. */
export function rowsOf(table: Element): Element[] {
  return table.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return []
    if (kid.type === 'TR') return [kid]
    return ['THead', 'TBody', 'TFoot'].includes(kid.type) ? rowsOf(kid) : []
  })
}

/** How many columns each row covers, with cells that reach down from rows above. */
export function columnCounts(rows: readonly Element[]): number[] {
  let above: { left: number; width: number }[] = []
  return rows.map((row) => {
    const reaching = above.filter(({ left }) => left > 0)
    let count = reaching.reduce((sum, { width }) => sum + width, 0)
    above = reaching.map(({ left, width }) => ({ left: left - 1, width }))
    for (const cell of cellsOf(row)) {
      const attributes = cell.attributes.get('Table')
      const width = asNumber(attributes?.get('ColSpan')) ?? 1
      const height = asNumber(attributes?.get('RowSpan')) ?? 1
      count += width
      if (height > 1) above.push({ left: height - 1, width })
    }
    return count
  })
}
