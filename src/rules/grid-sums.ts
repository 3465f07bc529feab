import { ZERO, type Decimal } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { distanceOf, judgeRuta, slackOf, type Utfall } from './grid-fit.ts'

/** A total that its rows don't give, or give but for rounding. */
export interface Summabrott {
  readonly rad: Gridrad
  readonly kolumn: Gridkolumn
  readonly ruta: Ruta
  readonly beräknat: Decimal
  readonly antal: number
  readonly utfall: Exclude<Utfall, 'lika'>
}

/** Rows that a total may be made of; a minus for costs written without sign. */
type Delar = readonly { readonly rad: Gridrad; readonly minus: boolean }[]

interface Prövning {
  readonly kolumn: Gridkolumn
  readonly ruta: Ruta
  readonly beräknat: Decimal
  readonly antal: number
  readonly utfall: Utfall
}

/**
 * Tries every total against the rows it can be meant to add up: those since the last total, all
 * above, the totals above, those below. The reading that most columns agree with is the table's
 * own; a column that doesn't is the fault. `rättade`: cells known to be wrong, with what they
 * should be, so that one slip is told once.
 */
export function sumFaults(
  grid: Grid,
  rättade: ReadonlyMap<Ruta, Decimal> = new Map()
): Summabrott[] {
  const found: Summabrott[] = []
  const vanlig = isPlain(grid)
  for (const rad of grid.rader) {
    if (rad.slag !== 'summa' && rad.slag !== 'svag') continue
    const läsningar = readingsOf(grid, rad)
      .map((delar) => tryReading(grid, rad, delar, rättade))
      .filter((prövningar) => prövningar.length > 0)
    const best = läsningar.toSorted(compareReadings)[0]
    if (!best || !isTrusted(best, rad, vanlig)) continue
    for (const { kolumn, ruta, beräknat, antal, utfall } of best)
      if (utfall !== 'lika' && isGiven(grid, rad, kolumn))
        found.push({ rad, kolumn, ruta, beräknat, antal, utfall })
  }
  return found
}

/** One total at the end and nothing but its parts above. */
const isPlain = ({ rader }: Grid): boolean =>
  rader.every(({ slag }, i) => (i === rader.length - 1 ? slag === 'summa' : slag === 'post'))

const matched = (prövningar: readonly Prövning[]): number =>
  prövningar.filter(({ utfall }) => utfall !== 'fel').length
const exact = (prövningar: readonly Prövning[]): number =>
  prövningar.filter(({ utfall }) => utfall === 'lika').length
const worst = (prövningar: readonly Prövning[]): number =>
  Math.max(...prövningar.map(({ ruta, beräknat }) => distanceOf(ruta.värde, beräknat)))

function compareReadings(a: readonly Prövning[], b: readonly Prövning[]): number {
  return matched(b) - matched(a) || exact(b) - exact(a) || worst(a) - worst(b)
}

/** Whether the reading is surely meant: other columns bear it out, or there is no other way to read the table. */
function isTrusted(best: readonly Prövning[], rad: Gridrad, vanlig: boolean): boolean {
  const fits = matched(best)
  if (fits === best.length) return true
  if (rad.slag === 'svag') return fits > 0 ? fits * 2 >= best.length : worst(best) < 0.03
  if (fits > 0) return true
  if (vanlig) return best.length <= 2 || worst(best) < 0.5
  return worst(best) < 0.2
}

const isGiven = (grid: Grid, summa: Gridrad, { nr }: Gridkolumn): boolean =>
  grid.rader.some((rad) => rad.rutor.get(nr)?.skriven && (rad === summa || rad.slag !== 'rubrik'))

function tryReading(
  grid: Grid,
  rad: Gridrad,
  delar: Delar,
  rättade: ReadonlyMap<Ruta, Decimal>
): Prövning[] {
  return grid.kolumner.flatMap((kolumn) => {
    const ruta = rad.rutor.get(kolumn.nr)
    if (!ruta || !isAdditive(kolumn, ruta)) return []
    // Where words stand for a number nobody can add.
    if (delar.some((del) => del.rad.oklara.has(kolumn.nr))) return []
    const rutor = delar.flatMap((del) => {
      const cell = del.rad.rutor.get(kolumn.nr)
      return cell ? [{ cell, minus: del.minus }] : []
    })
    if (rutor.length < 2) return []
    // Cells in different units (%, tkr) are figures of different kinds.
    if (new Set([ruta, ...rutor.map(({ cell }) => cell)].flatMap((r) => r.enhet ?? [])).size > 1)
      return []
    // Added up as they stand, or (`rättat`) with what the rows say that wrong parts should be.
    const add = (signed: boolean, rättat: boolean) =>
      rutor.reduce((total, { cell, minus }) => {
        const värde = (rättat ? rättade.get(cell) : undefined) ?? cell.värde
        return minus && signed ? total.minus(värde) : total.plus(värde)
      }, ZERO)
    const slack = slackOf(
      rutor.map(({ cell }) => cell),
      kolumn
    )
    const fits = (signed: boolean, rättat: boolean) =>
      judgeRuta(ruta, add(signed, rättat), slack, kolumn.exakt) !== 'fel'
    // Where costs have no sign of their own a deviation still has: plus is good in every row.
    const level = kolumn.slag === 'nivå' || kolumn.slag === 'summa'
    const signed = level || !(fits(false, false) || fits(false, true))
    const beräknat = add(signed, false)
    const utfall = judgeRuta(ruta, beräknat, slack, kolumn.exakt)
    // A part that its row says is wrong is told there.
    const told =
      rättade.has(ruta) || (fits(signed, true) && rutor.some(({ cell }) => rättade.has(cell)))
    if (utfall !== 'lika' && told) return []
    return [{ kolumn, ruta, beräknat, antal: rutor.length, utfall }]
  })
}

/** Amounts and counts add up, shares only to a hundred; averages, changes and indices never. */
function isAdditive({ slag, enhet }: Gridkolumn, summa: Ruta): boolean {
  if (slag === 'snitt') return false
  if (slag === 'andel' || enhet === 'procent') return slag === 'andel' && summa.värde.eq(100)
  return enhet !== 'procentenheter' && enhet !== 'promille'
}

function readingsOf({ rader }: Grid, summa: Gridrad): Delar[] {
  const above = rader.slice(0, summa.nr)
  const isSum = ({ slag }: Gridrad) => slag === 'summa' || slag === 'svag'
  const isPost = ({ slag }: Gridrad) => slag === 'post'
  const last = above.findLastIndex(isSum)
  const head = above.findLastIndex(({ slag }) => slag === 'rubrik')
  const readings: Gridrad[][] = []
  if (summa.nr === 0) {
    const next = rader.findIndex((rad, i) => i > 0 && isSum(rad))
    readings.push(rader.slice(1, next < 0 ? undefined : next).filter(isPost))
    readings.push(rader.slice(1).filter(isPost))
  } else {
    readings.push(above.slice(last + 1).filter(isPost))
    if (head > last) readings.push(above.slice(head + 1).filter(isPost))
    if (last >= 0) {
      readings.push(above.filter(isPost))
      readings.push(above.filter(isSum))
      readings.push(above.filter(({ slag }) => slag === 'summa'))
      // What the last total has already added is not added again.
      readings.push([above[last] as Gridrad, ...above.slice(last + 1).filter(isPost)])
      readings.push(lastSums(above, isSum))
    }
  }
  return readings
    .filter((delar) => delar.length >= 2)
    .flatMap((delar) => {
      const way = (minus: (rad: Gridrad) => boolean) =>
        delar.map((rad) => ({ rad, minus: minus(rad) }))
      const isCost = ({ rubrik }: Gridrad) => KOSTNAD.test(rubrik)
      const mixed = delar.some(isCost) && !delar.every(isCost)
      return mixed ? [() => false, isCost, (r: Gridrad) => !isCost(r)].map(way) : [way(() => false)]
    })
}

/** Costs written without sign beside income. */
const KOSTNAD = latin(/kostnad|utgift|avskrivning|(?<!\p{L})lön|inköp|avgår/iu)

/** The sums and rows after the last total of totals: a result statement's second half. */
function lastSums(above: readonly Gridrad[], isSum: (rad: Gridrad) => boolean): Gridrad[] {
  const sums = above.filter(isSum)
  return [...sums.slice(-2)]
}
