import { latin } from '../text/letters.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridkolumn, Gridrad } from './grid.ts'
import { halfUnit } from './grid-fit.ts'
import { meaningOf } from './grid-columns.ts'
import { printRuta } from './grid-print.ts'
import type { Fynd } from './rule.ts'

/** Parts that are larger than what they are parts of. */
export function partFaults(grid: Grid): Fynd[] {
  return [...varavFaults(grid), ...frameFaults(grid), ...shareFaults(grid)]
}

/** "varav övertid" above its row, or all of them together. */
function varavFaults({ rader, kolumner }: Grid): Fynd[] {
  const found: Fynd[] = []
  let hel: Gridrad | undefined
  for (const rad of rader) {
    if (rad.slag !== 'varav') {
      hel = rad
      continue
    }
    if (!hel) continue
    for (const { nr, rubrik, slag } of kolumner) {
      const [del, whole] = [rad.rutor.get(nr), hel.rutor.get(nr)]
      if (!del?.skriven || !whole || slag === 'andel' || slag === 'snitt') continue
      if (slag === 'avvikelse' || slag === 'förändring') continue
      // Signs that differ are another kind of part: income within a cost.
      if (del.värde.times(whole.värde).lt(0)) continue
      const slack = halfUnit(del).plus(halfUnit(whole))
      if (del.värde.abs().lte(whole.värde.abs().plus(slack))) continue
      found.push({
        text: `${rad.rubrik}, ${lowerFirst(rubrik)} är ${printRuta(del)}, mer än ${hel.rubrik}, ${printRuta(whole)}.`,
        hint: 'En del kan inte vara större än sin helhet. Rätta det tal som är fel.',
        span: del.span
      })
    }
  }
  return found
}

const RAM = latin(/(?<!\p{L})(?:ram(?:en)?|anslag(?:et)?|tak(?:et)?)(?!\p{L})/iu)
const BESLUT = latin(/(?<!\p{L})(?:beslut\p{L}*|bevilja[td]\p{L}*)/iu)

/** More decided than the frame allows. */
function frameFaults({ rader, kolumner }: Grid): Fynd[] {
  const levels = kolumner.filter(({ slag, enhet }) => slag === 'nivå' && enhet !== 'procent')
  const ram = only(levels.filter(({ rubrik }) => RAM.test(rubrik)))
  const beslut = only(
    levels.filter(({ rubrik }) => /^beslut|^bevilja/iu.test(rubrik) && BESLUT.test(rubrik))
  )
  if (!ram || !beslut || ram === beslut) return []
  return rader.flatMap((rad): Fynd[] => {
    const [a, b] = [rad.rutor.get(ram.nr), rad.rutor.get(beslut.nr)]
    if (!a || !b?.skriven || rad.slag === 'summa') return []
    if (b.värde.abs().lte(a.värde.abs().plus(halfUnit(a)).plus(halfUnit(b)))) return []
    return [
      {
        text: `${rad.rubrik}: ${lowerFirst(beslut.rubrik)} är ${printRuta(b)}, mer än ${lowerFirst(ram.rubrik)}, ${printRuta(a)}.`,
        hint: 'Rätta det tal som är fel, eller tysta här med beslutet att gå över ramen.',
        span: b.span,
        severity: 'warning'
      }
    ]
  })
}

const only = (columns: readonly Gridkolumn[]): Gridkolumn | undefined =>
  columns.length === 1 ? columns[0] : undefined

const DEL = latin(/(?<!\p{L})andel(?!\p{L})/iu)

/** A share of a whole above a hundred percent; shares of a plan may be. */
function shareFaults(grid: Grid): Fynd[] {
  return grid.kolumner
    .filter(({ rubrik, enhet }) => enhet === 'procent' && DEL.test(rubrik))
    .flatMap((kolumn) => {
      if (meaningOf(grid, kolumn)) return []
      return grid.rader.flatMap((rad): Fynd[] => {
        const ruta = rad.rutor.get(kolumn.nr)
        if (!ruta?.skriven || ruta.värde.lte(100)) return []
        return [
          {
            text: `${rad.rubrik}, ${lowerFirst(kolumn.rubrik)} är ${printRuta(ruta)}; en andel är högst 100 %.`,
            hint: 'Rätta talet, eller kalla kolumnen något annat än andel.',
            span: ruta.span
          }
        ]
      })
    })
}
