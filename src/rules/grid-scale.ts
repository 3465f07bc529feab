import { måttenhet } from '../domain/mattenhet.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { printRuta } from './grid-print.ts'
import type { Fynd } from './rule.ts'

const isMoney = (enhet: string | undefined): boolean =>
  enhet !== undefined && måttenhet(enhet)?.skala !== undefined

/** Amounts in another scale than their neighbours: tkr among mnkr, a number a thousand times off. */
export function scaleFaults(grid: Grid): Fynd[] {
  return [...mixedUnits(grid), ...mixedHeads(grid), ...slips(grid)]
}

/** A cell that says another unit than its column. */
function mixedUnits({ rader, kolumner }: Grid): Fynd[] {
  return kolumner.flatMap((kolumn) => {
    if (!isMoney(kolumn.enhet)) return []
    return rader.flatMap((rad): Fynd[] => {
      const ruta = rad.rutor.get(kolumn.nr)
      if (!ruta?.skriven || !isMoney(ruta.enhet) || ruta.enhet === kolumn.enhet) return []
      return [
        {
          text: `${rad.rubrik} är i ${ruta.enhet} i en kolumn i ${kolumn.enhet}.`,
          hint: `Räkna om talet till ${kolumn.enhet}, så att kolumnen går att läsa och summera.`,
          span: ruta.span
        }
      ]
    })
  })
}

/** Columns of one table in different scales: nobody can compare them. */
function mixedHeads({ rader, kolumner }: Grid): Fynd[] {
  const [first, ...rest] = kolumner.filter(({ enhet }) => isMoney(enhet))
  const other = rest.find(({ enhet }) => enhet !== first?.enhet)
  const ruta = other && rader.map(({ rutor }) => rutor.get(other.nr)).find((cell) => cell?.skriven)
  if (!first || !other || !ruta) return []
  return [
    {
      text: `Kolumnen ${other.rubrik} är i ${other.enhet} men ${first.rubrik} i ${first.enhet}.`,
      hint: 'Skriv hela tabellen i samma enhet.',
      span: ruta.span
    }
  ]
}

/** A number a thousand times its neighbour in the row, where no other row is so. */
function slips({ rader, kolumner }: Grid): Fynd[] {
  const levels = kolumner.filter(
    ({ slag, enhet }) => slag === 'nivå' && enhet !== 'procent' && enhet !== 'procentenheter'
  )
  const found: Fynd[] = []
  const told = new Set<Ruta>()
  for (const [i, a] of levels.entries())
    for (const b of levels.slice(i + 1)) {
      if (a.enhet !== b.enhet || a.exakt !== b.exakt) continue
      const off = rader.filter((rad) => isSlip(rad, a, b))
      const both = rader.filter(({ rutor }) => rutor.has(a.nr) && rutor.has(b.nr))
      if (off.length === 0 || both.length < 2 || off.length * 2 > both.length) continue
      for (const rad of off) {
        const [x, y] = [rad.rutor.get(a.nr), rad.rutor.get(b.nr)]
        if (!x || !y) continue
        const wrong = isOdder(x, a, y, b, rader, off) ? a : b
        const ruta = wrong === a ? x : y
        const other = wrong === a ? y : x
        if (!ruta.skriven || told.has(ruta)) continue
        told.add(ruta)
        const size = ruta.värde.abs().gt(other.värde.abs())
          ? 'tusen gånger större'
          : 'tusen gånger mindre'
        found.push({
          text: `${rad.rubrik}, ${lowerFirst(wrong.rubrik)} är ${printRuta(ruta)}, ${size} än ${lowerFirst((wrong === a ? b : a).rubrik)}.`,
          hint: 'Se efter om talet är i en annan enhet än resten, tkr i stället för mnkr eller tvärtom.',
          span: ruta.span
        })
      }
    }
  return found
}

function isSlip({ rutor }: Gridrad, a: Gridkolumn, b: Gridkolumn): boolean {
  const [x, y] = [rutor.get(a.nr), rutor.get(b.nr)]
  if (!x || !y || isCoarse(x) || isCoarse(y)) return false
  const [p, q] = [Math.abs(Number(x.värde)), Math.abs(Number(y.värde))]
  const ratio = p > q ? p / q : q / p
  return ratio > 500 && ratio < 2000
}

/** Next to nothing: a thousand times 0,1 is an ordinary number. */
const isCoarse = ({ värde, decimaler }: Ruta): boolean => värde.abs().times(`1e${decimaler}`).lt(5)

/** Which of the two lies farther from the rest of its column. */
function isOdder(
  x: Ruta,
  a: Gridkolumn,
  y: Ruta,
  b: Gridkolumn,
  rader: readonly Gridrad[],
  off: readonly Gridrad[]
): boolean {
  const from = (ruta: Ruta, { nr }: Gridkolumn): number => {
    const logs = rader
      .filter((rad) => !off.includes(rad) && rad.slag !== 'summa')
      .flatMap(({ rutor }) => {
        const size = Math.abs(Number(rutor.get(nr)?.värde ?? 0))
        return size > 0 ? [Math.log10(size)] : []
      })
    const middle = logs.toSorted((p, q) => p - q)[Math.floor(logs.length / 2)] ?? 0
    return Math.abs(Math.log10(Math.abs(Number(ruta.värde))) - middle)
  }
  return from(x, a) >= from(y, b)
}
