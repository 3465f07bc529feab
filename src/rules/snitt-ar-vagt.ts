import { decimal, round, ZERO, type Decimal } from '../domain/decimal.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { halfUnit } from './grid-fit.ts'
import { meaningOf } from './grid-columns.ts'
import { printRuta } from './grid-print.ts'
import { gridsOf } from './grids.ts'
import type { Fynd, Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'snitt-ar-vagt',
  severity: 'warning',
  on: 'text',
  why: 'En andel eller ett snitt för helheten är inte snittet av delarnas, om delarna är olika stora: 4 procent av hundra och 8 procent av tio blir 4,4 procent, inte 6. Och helhetens snitt ligger alltid mellan delarnas lägsta och högsta.',
  good: [
    {
      text: '| Enhet | Antal anställda | Sjukfrånvaro, % |\n|---|--:|--:|\n| Kök | 100 | 4,0 |\n| Vakt | 10 | 8,0 |\n| Totalt | 110 | 4,4 |'
    },
    {
      text: '| Enhet | Antal anställda | Sjukfrånvaro, % |\n|---|--:|--:|\n| Kök | 50 | 4,0 |\n| Vakt | 50 | 8,0 |\n| Totalt | 100 | 6,0 |'
    }
  ],
  bad: [
    {
      text: '| Enhet | Antal anställda | Sjukfrånvaro, % |\n|---|--:|--:|\n| Kök | 100 | 4,0 |\n| Vakt | 10 | 8,0 |\n| Totalt | 110 | 6,0 |',
      väntat: [
        'text 7:18 Totalt, sjukfrånvaro, % är 6,0, det ovägda snittet av raderna; vägt efter Antal anställda blir det 4,4.'
      ]
    },
    {
      text: '| Enhet | Antal anställda | Sjukfrånvaro, % |\n|---|--:|--:|\n| Kök | 100 | 4,0 |\n| Vakt | 10 | 8,0 |\n| Totalt | 110 | 12,0 |',
      väntat: [
        'fel text 7:18 Totalt, sjukfrånvaro, % är 12,0 men raderna ligger mellan 4,0 och 8,0; helheten kan inte ligga utanför.'
      ]
    }
  ],
  check(subject, report) {
    for (const { grid } of gridsOf(subject)) for (const fynd of meanFaults(grid)) report(fynd)
  }
}

/** Shares and averages of a whole that can't be those of its parts together. */
export function meanFaults(grid: Grid): Fynd[] {
  return grid.kolumner.filter(isMean).flatMap((kolumn) => {
    const samband = meaningOf(grid, kolumn)?.samband.slag
    // What is computed from the table's other columns is tried there.
    if (samband && samband !== 'punkter') return []
    return grid.rader.flatMap((rad) => (rad.slag === 'summa' ? faultIn(grid, kolumn, rad) : []))
  })
}

const isMean = ({ slag, enhet }: Gridkolumn): boolean =>
  slag === 'snitt' || (slag === 'andel' && enhet === 'procent')

function faultIn(grid: Grid, kolumn: Gridkolumn, summa: Gridrad): Fynd[] {
  const ruta = summa.rutor.get(kolumn.nr)
  const från = grid.rader.findLastIndex((rad) => rad.nr < summa.nr && rad.slag === 'summa') + 1
  const delar = grid.rader.slice(från, summa.nr).flatMap((rad) => {
    const cell = rad.slag === 'post' ? rad.rutor.get(kolumn.nr) : undefined
    return cell ? [{ rad, cell }] : []
  })
  // Shares of one whole add up to a hundred: that is a sum and no mean.
  if (!ruta?.skriven || delar.length < 2 || ruta.värde.eq(100)) return []
  const values = delar.map(({ cell }) => cell.värde)
  const [lowest, highest] = [extreme(values, -1), extreme(values, 1)]
  const vad = `${summa.rubrik}, ${lowerFirst(kolumn.rubrik)} är ${printRuta(ruta)}`
  const slack = halfUnit(ruta).plus(halfUnit(delar[0]?.cell ?? ruta))
  if (ruta.värde.lt(lowest.minus(slack)) || ruta.värde.gt(highest.plus(slack)))
    return [
      {
        text: `${vad} men raderna ligger mellan ${printRuta(ruta, lowest)} och ${printRuta(ruta, highest)}; helheten kan inte ligga utanför.`,
        hint: 'Räkna om helhetens värde: delarnas värden vägda efter hur stora de är.',
        span: ruta.span,
        severity: 'error'
      }
    ]
  const ovägt = average(delar.map(({ cell }) => ({ cell, vikt: decimal(1) })))
  if (!ovägt || !round(ovägt, ruta.decimaler).eq(ruta.värde)) return []
  for (const vikt of weightsIn(grid)) {
    const vägda = delar.flatMap(({ rad, cell }) => {
      const w = rad.rutor.get(vikt.nr)
      return w ? [{ cell, vikt: w.värde.abs() }] : []
    })
    const vägt = vägda.length === delar.length ? average(vägda) : undefined
    if (!vägt) continue
    const off = vägt.minus(ruta.värde).abs()
    if (off.lte(slack)) return []
    return [
      {
        text: `${vad}, det ovägda snittet av raderna; vägt efter ${vikt.rubrik} blir det ${printRuta(ruta, vägt)}.`,
        hint: `Skriv det vägda snittet, eller säg i rubriken att snittet är ovägt.`,
        span: ruta.span
      }
    ]
  }
  return []
}

/** What parts can be weighed by: counts before amounts. */
const weightsIn = ({ kolumner }: Grid): Gridkolumn[] =>
  kolumner
    .filter(({ slag, enhet }) => slag === 'nivå' && enhet !== 'procent')
    .toSorted((a, b) => Number(b.exakt) - Number(a.exakt))

const extreme = (values: readonly Decimal[], way: number): Decimal =>
  values.reduce((a, b) => (Math.sign(Number(b.minus(a))) === way ? b : a))

function average(
  delar: readonly { readonly cell: Ruta; readonly vikt: Decimal }[]
): Decimal | undefined {
  const total = delar.reduce((sum, { vikt }) => sum.plus(vikt), ZERO)
  if (total.eq(0)) return undefined
  return delar.reduce((sum, { cell, vikt }) => sum.plus(cell.värde.times(vikt)), ZERO).div(total)
}
