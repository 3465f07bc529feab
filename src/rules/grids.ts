import { gridOf, type Grid } from './grid.ts'
import type { Avsnittstext, Rapportsubject } from './rule.ts'

/** A table of the report's own text. */
export interface Textgrid {
  readonly grid: Grid
  readonly avsnitt: Avsnittstext
}

const known = new WeakMap<Rapportsubject, readonly Textgrid[]>()

/** Every table that a writer has typed, quotations left out. Read once for all rules. */
export function gridsOf(subject: Rapportsubject): readonly Textgrid[] {
  const found =
    known.get(subject) ??
    subject.avsnitt.flatMap((avsnitt) =>
      avsnitt.tabeller.flatMap((tabell) => {
        const grid = tabell.citat ? undefined : gridOf(tabell)
        return grid ? [{ grid, avsnitt }] : []
      })
    )
  known.set(subject, found)
  return found
}
