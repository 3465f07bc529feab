/** A figure in a cell: what stands before the decimal comma, and what follows the units. */
const FIGURE = /^[(−+±]*[\d\u00a0]*\d(?<rest>(?:,\d+)?\)?(?:[\u00a0 ]?[%‰])?)$/u
const TABLE = /<table\b[\s\S]*?<\/table>/g
const ROW = /<tr\b[^>]*>[\s\S]*?<\/tr>/g
const CELL = /<(t[hd])\b([^>]*)>([\s\S]*?)<\/\1>/g

/** Widths in ems of what can follow the units in a typeface for tables, figures apart. */
const WIDTHS: Readonly<Record<string, number>> = {
  ',': 0.25,
  ')': 0.3,
  '%': 0.82,
  '‰': 1.2,
  '\u00a0': 0.2,
  ' ': 0.2
}

/**
 * Sets figures with unlike decimals under each other at the comma: what has less after it than the
 * longest in its column is moved in by the difference. Columns that are alike are left as they are.
 */
export function alignDecimals(html: string): string {
  return html.replace(TABLE, (table) => {
    if (/(row|col)span=/.test(table.replace(/<thead[\s\S]*?<\/thead>/, ''))) return table
    const longest = new Map<number, Set<string>>()
    eachCell(table, (column, text) => {
      const rest = restOf(text)
      if (rest !== undefined) (longest.get(column) ?? setIn(longest, column)).add(rest)
    })
    return table.replace(ROW, (row) => {
      let column = -1
      return row.replace(CELL, (cell, tag: string, attributes: string, content: string) => {
        column++
        const rests = longest.get(column)
        if (tag !== 'td' || !isNumeric(attributes) || !rests || rests.size < 2) return cell
        const text = textOf(content)
        const rest = text === '–' ? '' : restOf(text)
        if (rest === undefined) return cell
        const [most = rest] = [...rests].toSorted((a, b) => width(b).total - width(a).total)
        const [figures, ems] = [
          width(most).figures - width(rest).figures,
          width(most).ems - width(rest).ems
        ]
        if (figures === 0 && Math.abs(ems) < 0.01) return cell
        const by = `${figures}ch + ${Math.round(ems * 100) / 100}em`
        return `<td${attributes}><span style="margin-right:calc(${by})">${content}</span></td>`
      })
    })
  })
}

function setIn(map: Map<number, Set<string>>, column: number): Set<string> {
  const set = new Set<string>()
  map.set(column, set)
  return set
}

function eachCell(table: string, work: (column: number, text: string) => void): void {
  for (const [row] of table.matchAll(ROW)) {
    let column = 0
    for (const [, tag, attributes = '', content = ''] of row.matchAll(CELL)) {
      if (tag === 'td' && isNumeric(attributes)) work(column, textOf(content))
      column++
    }
  }
}

const isNumeric = (attributes: string): boolean => /class="[^"]*\bn\b/.test(attributes)

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#xa0;/gi, '\u00a0')
    .trim()

const restOf = (text: string): string | undefined => FIGURE.exec(text)?.groups?.['rest']

function width(rest: string): { figures: number; ems: number; total: number } {
  const figures = rest.replace(/\D/g, '').length
  const ems = [...rest].reduce((sum, char) => sum + (WIDTHS[char] ?? 0), 0)
  return { figures, ems, total: figures * 0.5 + ems }
}
