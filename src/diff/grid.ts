import type { Element } from 'hast'
import { attribute, findAll, hasClass } from '../markdown/page.ts'
import { captionText, readOrd, textOf, type Läsning, type Ord } from './words.ts'

export interface Cell {
  readonly ord: readonly Ord[]
  readonly text: string
  readonly numerisk: boolean
}

export interface Rad {
  /** What the row is about: its head cells, within its group. */
  readonly namn: string
  readonly grupp: string
  /** One cell a column; a spanned cell stands in all that it covers. */
  readonly celler: readonly Cell[]
  /** A heading across the table. */
  readonly ärGrupp: boolean
  readonly nyckel: string
}

/** A table as a reader sees it. */
export interface Tabell {
  readonly rubrik: string
  readonly kolumner: readonly string[]
  readonly rader: readonly Rad[]
  readonly nyckel: string
}

export const TOM: Cell = { ord: [], text: '', numerisk: false }

interface Plats {
  readonly element: Element
  readonly cell: Cell
}

export function readTable(node: Element, läsning: Läsning): Tabell {
  const [caption] = findAll(node, ({ tagName }) => tagName === 'caption')
  const rubrik = caption ? captionText(caption) : ''
  const part = (name: string) =>
    findAll(node, ({ tagName }) => tagName === name).flatMap((body) =>
      findAll(body, ({ tagName }) => tagName === 'tr')
    )
  const huvud = spread(part('thead'), läsning)
  const width = Math.max(0, ...huvud.map((row) => row.length))
  const kolumner = Array.from({ length: width }, (_, x) =>
    [...new Set(huvud.map((row) => row[x]?.cell.text ?? ''))].filter(Boolean).join(' ')
  )
  let grupp = ''
  const rader = spread(part('tbody'), läsning).map((row): Rad => {
    const ärGrupp =
      row.length > 0 && row.every(({ element }) => element === row[0]?.element) && width > 1
    const celler = (ärGrupp ? row.slice(0, 1) : row).map(({ cell }) => cell)
    const heads = row.filter(({ element }) => element.tagName === 'th').map(({ cell }) => cell.text)
    const namn = [...new Set(heads)].join(', ') || (celler[0]?.text ?? '')
    if (ärGrupp) grupp = namn
    const nyckel = celler.map((cell) => cell.ord.map((ord) => ord.nyckel).join(' ')).join(' | ')
    return { namn, grupp: ärGrupp ? '' : grupp, celler, ärGrupp, nyckel }
  })
  const nyckel = [rubrik, kolumner.join(' | '), ...rader.map((rad) => rad.nyckel)].join('\n')
  return { rubrik, kolumner, rader, nyckel }
}

/** Rows with every place filled by the cell that covers it. */
function spread(rows: readonly Element[], läsning: Läsning): Plats[][] {
  const grid: (Plats | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const element of row.children) {
      if (element.type !== 'element') continue
      while (grid[y]?.[x]) x++
      const place: Plats = { element, cell: readCell(element, läsning) }
      const [wide, high] = [spanOf(element, 'colSpan'), spanOf(element, 'rowSpan')]
      for (let down = 0; down < high; down++)
        for (let across = 0; across < wide; across++) {
          const line = grid[y + down]
          if (line) line[x + across] = place
        }
      x += wide
    }
  })
  return grid.map((row) => [...row].map((place) => place ?? nothing))
}

const nothing: Plats = {
  element: { type: 'element', tagName: 'td', properties: {}, children: [] },
  cell: TOM
}

function spanOf(element: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.max(1, Number(attribute(element, name)) || 1)
}

function readCell(element: Element, läsning: Läsning): Cell {
  return {
    ord: readOrd(element.children, läsning),
    text: textOf(element),
    numerisk: hasClass(element, 'n')
  }
}
