import { align, wordLikeness, type Par } from './align.ts'
import { TOM, type Cell, type Rad, type Tabell } from './grid.ts'
import { diffOrd, whole, type Del } from './text.ts'

/** A cell of a table that differs: the text, with what has changed in it marked. */
export interface Cellskillnad {
  readonly delar: readonly Del[]
  readonly numerisk: boolean
  readonly ändrad: boolean
}

export interface Radskillnad {
  readonly utfall: 'ändrad' | 'ny' | 'borttagen' | 'grupp'
  /** What the row is about, for a summary. */
  readonly namn: string
  readonly celler: readonly Cellskillnad[]
}

/** The rows of a table that differ, under the headings of those columns that stand in either. */
export interface Tabellskillnad {
  readonly rubrik: readonly Del[]
  readonly kolumner: readonly { readonly delar: readonly Del[]; readonly numerisk: boolean }[]
  readonly rader: readonly Radskillnad[]
  /** Rows that are as they were, and not shown. */
  readonly lika: number
  readonly bedömningar: readonly {
    readonly namn: string
    readonly före: string
    readonly efter: string
  }[]
}

const EMPTY: Tabell = { rubrik: '', kolumner: [], rader: [], nyckel: '' }

const COLUMNS = {
  nyckel: (name: string) => name,
  likhet: (a: string, b: string) => wordLikeness(a.split(' '), b.split(' ')),
  gräns: 0.5
}

/** Undefined where nothing that a reader sees has changed. Null stands for a table that isn't there. */
export function compareTables(
  gammal: Tabell | null,
  ny: Tabell | null
): Tabellskillnad | undefined {
  const [a, b] = [gammal ?? EMPTY, ny ?? EMPTY]
  const columns = align(numbered(a.kolumner), numbered(b.kolumner), {
    ...COLUMNS,
    nyckel: ({ namn }) => namn,
    likhet: (x, y) => COLUMNS.likhet(x.namn, y.namn)
  })
  const rows = align(a.rader, b.rader, ROWS)
  const bedömningar: { namn: string; före: string; efter: string }[] = []
  const rader: Radskillnad[] = []
  let lika = 0
  let grupp: Rad | undefined
  let shown: Rad | undefined
  for (const pair of rows) {
    const one = pair.ny ?? pair.gammal
    if (!one) continue
    if (one.ärGrupp) grupp = one
    const row = compareRow(pair, columns, bedömningar)
    if (!row) {
      if (!one.ärGrupp) lika++
      continue
    }
    // The heading that changed rows stand under is shown with them, once.
    if (grupp && grupp !== shown && !one.ärGrupp)
      rader.push({ utfall: 'grupp', namn: grupp.namn, celler: [asItWas(grupp.celler[0] ?? TOM)] })
    shown = grupp
    rader.push(row)
  }
  const kolumner = columns.map(({ gammal: old, ny: now }) => ({
    delar: textChange(old?.namn, now?.namn),
    numerisk: isNumeric(b, now?.nr) || isNumeric(a, old?.nr)
  }))
  const rubrik =
    gammal && ny
      ? textChange(a.rubrik, b.rubrik)
      : textChange(b.rubrik || a.rubrik, b.rubrik || a.rubrik)
  const same = [...kolumner.map(({ delar }) => delar), rubrik].every(isUnchanged)
  if (same && rader.length === 0) return undefined
  return { rubrik, kolumner, rader, lika, bedömningar }
}

const numbered = (names: readonly string[]) => names.map((namn, nr) => ({ namn, nr }))
const isUnchanged = (delar: readonly Del[]) => delar.every(({ slag }) => slag === 'lika')
const isNumeric = ({ rader }: Tabell, nr: number | undefined): boolean =>
  nr !== undefined && rader.some(({ celler }) => celler[nr]?.numerisk === true)

const ROWS = {
  nyckel: (rad: Rad) => `${rad.grupp} ¦ ${rad.nyckel}`,
  gräns: 0.5,
  likhet(a: Rad, b: Rad): number {
    if (a.ärGrupp !== b.ärGrupp) return 0
    const name = a.namn === b.namn ? 1 : wordLikeness(a.namn.split(' '), b.namn.split(' '))
    const group = a.grupp === b.grupp ? 0.2 : 0
    const cells = wordLikeness(
      a.celler.slice(1).map(({ text }) => text),
      b.celler.slice(1).map(({ text }) => text)
    )
    return name === 1 ? 1 + group : Math.max(name * 0.6, cells * 0.6) + group * 0.5
  }
}

type Kolumnpar = Par<{ readonly namn: string; readonly nr: number }>

/** Undefined where the row is as it was. */
function compareRow(
  { gammal, ny }: Par<Rad>,
  columns: readonly Kolumnpar[],
  bedömningar: { namn: string; före: string; efter: string }[]
): Radskillnad | undefined {
  const namn = ny?.namn ?? gammal?.namn ?? ''
  const one = ny ?? gammal
  if (one?.ärGrupp === true) {
    const cell = compareCell(gammal?.celler[0], ny?.celler[0])
    if (gammal && ny && !cell.ändrad) return undefined
    return { utfall: ny ? (gammal ? 'ändrad' : 'ny') : 'borttagen', namn, celler: [cell] }
  }
  const places: Kolumnpar[] =
    columns.length > 0
      ? [...columns]
      : (one?.celler ?? []).map((_, nr) => ({ gammal: { namn: '', nr }, ny: { namn: '', nr } }))
  const celler = places.map((column) => {
    const old = column.gammal && gammal?.celler[column.gammal.nr]
    const now = column.ny && ny?.celler[column.ny.nr]
    const cell = compareCell(old, now)
    const [före, efter] = [statusOf(old), statusOf(now)]
    if (före !== undefined && efter !== undefined && före !== efter)
      bedömningar.push({ namn, före, efter })
    return cell
  })
  if (gammal && ny && celler.every(({ ändrad }) => !ändrad)) return undefined
  return { utfall: ny ? (gammal ? 'ändrad' : 'ny') : 'borttagen', namn, celler }
}

const statusOf = (cell: Cell | undefined): string | undefined =>
  cell?.ord.find(({ status }) => status !== undefined)?.text

function compareCell(gammal: Cell | undefined, ny: Cell | undefined): Cellskillnad {
  const numerisk = (ny ?? gammal)?.numerisk ?? false
  if (gammal && ny) {
    const delar = diffOrd(gammal.ord, ny.ord)
    return delar.length === 0 ? asItWas(ny) : { delar, numerisk, ändrad: true }
  }
  if (!gammal && !ny) return asItWas(TOM)
  const delar = [whole(ny ? 'nytt' : 'bort', (ny ?? gammal ?? TOM).ord)]
  return { delar: delar.filter(({ text }) => text !== ''), numerisk, ändrad: true }
}

function asItWas(cell: Cell): Cellskillnad {
  const delar = cell.ord.length === 0 ? [] : [whole('lika', cell.ord)]
  return { delar, numerisk: cell.numerisk, ändrad: false }
}

function textChange(gammal: string | undefined, ny: string | undefined): Del[] {
  const plain = (slag: Del['slag'], text: string): Del => ({ slag, text, mellanrum: false })
  if (gammal === ny) return ny === undefined || ny === '' ? [] : [plain('lika', ny)]
  return [
    ...(gammal === undefined || gammal === '' ? [] : [plain('bort', gammal)]),
    ...(ny === undefined || ny === '' ? [] : [{ ...plain('nytt', ny), mellanrum: true }])
  ]
}
