import type { Decimal } from '../domain/decimal.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { printRuta } from './grid-print.ts'
import type { Fynd } from './rule.ts'

/** Digits that say something: 3 of "−0,179" and of "179 000". Many alike are no coincidence. */
export function telling(värde: Decimal): number {
  return värde.abs().toFixed().replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
}

/** So many telling digits alike, over all cells, that they must have been copied. */
const ALLTFÖR_LIKA = 8

const HINT_RAD = 'Se efter i källan. Är de lika på riktigt, tysta här med skälet.'

/** Rows and columns that hold the same numbers as others. */
export function copyFaults(grid: Grid): Fynd[] {
  return [...rowCopies(grid), ...columnCopies(grid), ...yearCopies(grid)]
}

function rowCopies({ rader, kolumner }: Grid): Fynd[] {
  const posts = rader.filter(({ slag }) => slag === 'post')
  const own = kolumner.filter(isGivenKind)
  const found: Fynd[] = []
  for (const [i, rad] of posts.entries()) {
    const twin = posts
      .slice(0, i)
      .find((other) => other.rubrik !== rad.rubrik && isCopy(rad, other, own))
    const ruta = own.map(({ nr }) => rad.rutor.get(nr)).find((cell) => cell?.skriven)
    if (twin && ruta)
      found.push({
        text: `Raden ${rad.rubrik} har samma tal som ${twin.rubrik}.`,
        hint: HINT_RAD,
        span: ruta.span,
        related: related(twin, own)
      })
  }
  return found
}

function isCopy(a: Gridrad, b: Gridrad, kolumner: readonly Gridkolumn[]): boolean {
  const pairs = kolumner.flatMap(({ nr }) => {
    const [x, y] = [a.rutor.get(nr), b.rutor.get(nr)]
    return x || y ? [[x, y] as const] : []
  })
  if (pairs.length < 2 || !pairs.every(([x, y]) => x && y && x.värde.eq(y.värde))) return false
  return pairs.reduce((total, [x]) => total + (x ? telling(x.värde) : 0), 0) >= ALLTFÖR_LIKA
}

const isGivenKind = ({ slag }: Gridkolumn): boolean => slag === 'nivå' || slag === 'andel'
const MÅTT = /budget|plan|utfall|bokslut|prognos/iu

/** Two columns alike from top to bottom: last year's pasted as this year's, the budget as the outcome. */
function columnCopies({ rader, kolumner }: Grid): Fynd[] {
  const found: Fynd[] = []
  for (const [i, kolumn] of kolumner.entries()) {
    const twin = kolumner
      .slice(0, i)
      .find((other) => areDifferent(kolumn, other) && isSame(kolumn, other, rader))
    const ruta = rader.map(({ rutor }) => rutor.get(kolumn.nr)).find((cell) => cell?.skriven)
    if (twin && ruta)
      found.push({
        text: `Kolumnen ${kolumn.rubrik} har samma tal som ${twin.rubrik} i alla rader.`,
        hint: HINT_RAD,
        span: ruta.span
      })
  }
  return found
}

/** Columns that can't be alike by nature: two years, or outcome and budget; a forecast may be the budget. */
function areDifferent(a: Gridkolumn, b: Gridkolumn): boolean {
  if (!isGivenKind(a) || !isGivenKind(b)) return false
  if (a.år !== b.år) return true
  const kinds = [a, b].map(({ rubrik }) => MÅTT.exec(rubrik)?.[0].toLowerCase())
  return kinds.includes('utfall') && (kinds.includes('budget') || kinds.includes('plan'))
}

function isSame(a: Gridkolumn, b: Gridkolumn, rader: readonly Gridrad[]): boolean {
  const pairs = cellsOf(a, b, rader)
  if (pairs.length < 3 || !pairs.every(([x, y]) => x.värde.eq(y.värde))) return false
  return pairs.reduce((total, [x]) => total + telling(x.värde), 0) >= ALLTFÖR_LIKA
}

const cellsOf = (a: Gridkolumn, b: Gridkolumn, rader: readonly Gridrad[]): [Ruta, Ruta][] =>
  rader.flatMap(({ rutor }) => {
    const [x, y] = [rutor.get(a.nr), rutor.get(b.nr)]
    return x && y ? [[x, y] as [Ruta, Ruta]] : []
  })

/** One row with last year's number to the last digit, where all others have changed. */
function yearCopies({ rader, kolumner }: Grid): Fynd[] {
  const found: Fynd[] = []
  for (const [i, a] of kolumner.entries())
    for (const b of kolumner.slice(i + 1)) {
      if (!isGivenKind(a) || !isGivenKind(b) || a.år === b.år) continue
      const kinds = [a, b].map(({ rubrik }) => MÅTT.exec(rubrik)?.[0].toLowerCase())
      if (kinds[0] !== kinds[1] && kinds.every((kind) => kind !== undefined)) continue
      const same = rader.filter(({ rutor, slag }) => {
        const [x, y] = [rutor.get(a.nr), rutor.get(b.nr)]
        return slag === 'post' && x && y && x.värde.eq(y.värde) && !x.värde.eq(0)
      })
      const [only] = same
      const ruta = only?.rutor.get(a.nr)
      if (!only || !ruta?.skriven || same.length > 1 || cellsOf(a, b, rader).length < 3) continue
      if (telling(ruta.värde) < 4) continue
      found.push({
        text: `${only.rubrik} är ${printRuta(ruta)} i både ${lowerFirst(a.rubrik)} och ${lowerFirst(b.rubrik)}.`,
        hint: HINT_RAD,
        span: ruta.span,
        severity: 'advice'
      })
    }
  return found
}

const related = (rad: Gridrad, kolumner: readonly Gridkolumn[]) =>
  kolumner
    .flatMap(({ nr }) => rad.rutor.get(nr) ?? [])
    .slice(0, 1)
    .map(({ span }) => ({ text: rad.rubrik, span }))
