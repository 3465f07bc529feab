import type { Decimal } from '../domain/decimal.ts'
import { gridsIn, type Grid, type Ruta } from './grid.ts'
import { columnFaults, type Kolumnbrott } from './grid-columns.ts'
import { sumFaults, type Summabrott } from './grid-sums.ts'
import type { Avsnittstext, Rapportsubject } from './rule.ts'

/** A table of the report's own text. */
export interface Textgrid {
  readonly grid: Grid
  readonly avsnitt: Avsnittstext
  /** The same table once more, with rows for columns. */
  readonly vänd: boolean
}

const known = new WeakMap<Rapportsubject, readonly Textgrid[]>()

/** Every table that a writer has typed, quotations left out. Read once for all rules. */
export function gridsOf(subject: Rapportsubject): readonly Textgrid[] {
  const found =
    known.get(subject) ??
    subject.avsnitt.flatMap((avsnitt) =>
      avsnitt.tabeller.flatMap((tabell) =>
        tabell.citat ? [] : gridsIn(tabell).map((grid, i) => ({ grid, avsnitt, vänd: i > 0 }))
      )
    )
  known.set(subject, found)
  return found
}

/** What doesn't add up in a table. */
export interface Tabellbrott {
  readonly kolumner: readonly Kolumnbrott[]
  readonly summor: readonly Summabrott[]
}

const faults = new WeakMap<Grid, Tabellbrott>()

/** The columns and totals that a table's other figures don't give, each slip once. */
export function faultsIn(grid: Grid): Tabellbrott {
  const found = faults.get(grid)
  if (found) return found
  const kolumner = columnFaults(grid)
  const rättade = new Map<Ruta, Decimal>(
    kolumner.flatMap(({ ruta, beräknat, utfall }) =>
      utfall === 'fel' ? [[ruta, beräknat] as const] : []
    )
  )
  const all = sumFaults(grid, rättade)
  const off = ({ beräknat, ruta }: Summabrott) => beräknat.minus(ruta.värde).abs()
  // A total that is wrong makes the deviation beside it wrong by as much.
  const summor = all.filter(
    (brott) =>
      brott.kolumn.slag === 'nivå' ||
      !all.some((b) => b.rad === brott.rad && b.kolumn.slag === 'nivå' && off(b).eq(off(brott)))
  )
  // A total that is wrong makes its row's deviation as wrong: once is enough.
  const told = ({ rad, ruta, beräknat }: Kolumnbrott) =>
    summor.some(
      (summa) =>
        summa.rad === rad &&
        summa.ruta !== ruta &&
        summa.utfall === 'fel' &&
        summa.beräknat.minus(summa.ruta.värde).abs().eq(beräknat.minus(ruta.värde).abs())
    )
  const made = { kolumner: kolumner.filter((brott) => !told(brott)), summor }
  faults.set(grid, made)
  return made
}
