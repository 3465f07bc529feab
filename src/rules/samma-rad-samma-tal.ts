import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { distanceOf, halfUnit } from './grid-fit.ts'
import { printRuta } from './grid-print.ts'
import { gridsOf } from './grids.ts'
import type { Textrule } from './rule.ts'
import { wordsOf } from './words.ts'

const tabell = (...rader: readonly string[]) =>
  `| Område, mnkr | Utfall 2021 |\n|---|--:|\n${rader.join('\n')}`

export const rule: Textrule = {
  id: 'samma-rad-samma-tal',
  severity: 'error',
  on: 'text',
  why: 'Står samma rad i två tabeller med olika tal vet ingen vilket som gäller. Oftast har bara den ena tabellen uppdaterats.',
  good: [
    {
      text: `${tabell('| Städ | 24,8 |', '| Kök | 12,1 |')}\n\nText.\n\n${tabell('| Städ | 24,8 |', '| Kök | 12,1 |')}`
    },
    {
      text: `Norr.\n\n${tabell('| Städ | 24,8 |', '| Kök | 12,1 |')}\n\nSöder.\n\n${tabell('| Städ | 11,3 |', '| Kök | 7,4 |')}`
    }
  ],
  bad: [
    {
      text: `${tabell('| Städ | 24,8 |', '| Kök | 12,1 |')}\n\nText.\n\n${tabell('| Städ | 24,8 |', '| Kök | 13,1 |')}`,
      väntat: ['text 13:9 Kök, Utfall 2021 är 13,1 här men 12,1 i en annan tabell.']
    }
  ],
  check(subject, report) {
    const grids = gridsOf(subject).flatMap(({ grid, vänd }) => (vänd ? [] : [grid]))
    for (const [i, grid] of grids.entries())
      for (const other of grids.slice(0, i)) {
        const delade = sharedCells(grid, other)
        const olika = delade.filter(({ egen, annan }) => !isSame(egen, annan))
        const lika = delade.length - olika.length
        // Tables of the same form for two units share every row and no number.
        const [only] = olika
        const near = lika === 0 && delade.length === 1 && only !== undefined && isNear(only)
        if (lika < olika.length && !near) continue
        for (const { rad, kolumn, egen, annan } of olika) {
          if (!egen.skriven && !annan.skriven) continue
          report({
            text: `${rad.rubrik}, ${kolumn.rubrik} är ${printRuta(egen)} här men ${printRuta(annan)} i en annan tabell.`,
            hint: 'Rätta det tal som är fel, eller säg i raden vad som skiljer dem åt.',
            span: egen.span,
            related: [{ text: 'I den andra tabellen', span: annan.span }],
            ...(near ? { severity: 'warning' as const } : {})
          })
        }
      }
  }
}

interface Delad {
  readonly rad: Gridrad
  readonly kolumn: Gridkolumn
  readonly egen: Ruta
  readonly annan: Ruta
}

const key = (text: string): string =>
  wordsOf(text)
    .map(({ stam }) => stam)
    .join(' ')

/** Cells with the same row, head, year and unit in both. */
function sharedCells(grid: Grid, other: Grid): Delad[] {
  const rader = new Map(other.rader.map((rad) => [key(rad.rubrik), rad]))
  return grid.rader.flatMap((rad) => {
    const twin = rad.rubrik === '' ? undefined : rader.get(key(rad.rubrik))
    if (!twin || twin.slag !== rad.slag || rad.slag === 'varav') return []
    // A total is of its own table's rows.
    if (rad.slag === 'summa') return []
    return grid.kolumner.flatMap((kolumn) => {
      const same = other.kolumner.find(
        (k) =>
          k.år === kolumn.år && k.enhet === kolumn.enhet && key(k.rubrik) === key(kolumn.rubrik)
      )
      const [egen, annan] = [rad.rutor.get(kolumn.nr), same && twin.rutor.get(same.nr)]
      return egen && annan && egen.enhet === annan.enhet ? [{ rad, kolumn, egen, annan }] : []
    })
  })
}

const isSame = (a: Ruta, b: Ruta): boolean => {
  const coarse = a.decimaler < b.decimaler ? a : b
  return a.värde
    .minus(b.värde)
    .abs()
    .lte(a.decimaler === b.decimaler ? 0 : halfUnit(coarse))
}
const isNear = ({ egen, annan }: Delad): boolean =>
  distanceOf(egen.värde, annan.värde) < 0.05 &&
  egen.värde.abs().times(`1e${egen.decimaler}`).gte(100)
