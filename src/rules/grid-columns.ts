import { decimal, ZERO, type Decimal } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { distanceOf, halfUnit, judgeRuta, type Utfall } from './grid-fit.ts'

/** How a column is computed from others: "utfall − budget". */
export interface Samband {
  readonly slag: 'skillnad' | 'förändring' | 'kvot' | 'andel' | 'summa' | 'punkter'
  readonly av: readonly Gridkolumn[]
  /** The relation in words, for a message. */
  readonly text: string
}

/** A cell that isn't what its own column says it is computed as. */
export interface Kolumnbrott {
  readonly rad: Gridrad
  readonly kolumn: Gridkolumn
  readonly samband: Samband
  readonly ruta: Ruta
  readonly beräknat: Decimal
  readonly utfall: Exclude<Utfall, 'lika'>
  /** Right but for its sign. */
  readonly tecken: boolean
}

interface Prövning {
  readonly rad: Gridrad
  readonly ruta: Ruta
  readonly beräknat: Decimal
  readonly utfall: Utfall
}

interface Tolkning {
  readonly samband: Samband
  readonly prövningar: readonly Prövning[]
  /** The heads say that this is meant. */
  readonly utsagd: boolean
}

/**
 * Tries every column of deviations, changes, shares and totals against the ways it can be computed
 * from the others. What most rows agree with, or what the heads say, is the column's meaning; a row
 * that differs is the fault.
 */
export function columnFaults(grid: Grid): Kolumnbrott[] {
  return grid.kolumner.flatMap((kolumn) => {
    const tolkning = meaningOf(grid, kolumn)
    if (!tolkning) return []
    const { samband, prövningar } = tolkning
    return prövningar.flatMap(({ rad, ruta, beräknat, utfall }) => {
      if (utfall === 'lika' || !isGiven(rad, ruta, samband.av)) return []
      const turned = judgeRuta(ruta, beräknat.neg(), ZERO) === 'lika' && !beräknat.eq(0)
      if (turned && !isOddSign(rad, tolkning)) return []
      return [{ rad, kolumn, samband, ruta, beräknat, utfall, tecken: turned }]
    })
  })
}

/** How a column is computed, where that is sure. */
export function meaningOf(grid: Grid, kolumn: Gridkolumn): Tolkning | undefined {
  const best = readingsOf(grid, kolumn)
    .filter(({ prövningar }) => prövningar.length > 0)
    .toSorted((a, b) => score(b) - score(a))[0]
  return best && isTrusted(best) ? best : undefined
}

const fits = ({ utfall }: Prövning): boolean => utfall !== 'fel'
const score = ({ prövningar, utsagd }: Tolkning): number =>
  prövningar.filter(fits).length +
  prövningar.filter(({ utfall }) => utfall === 'lika').length / 4 +
  (utsagd ? 0.6 : 0)

function isTrusted({ prövningar, utsagd }: Tolkning): boolean {
  const right = prövningar.filter(fits).length
  if (right >= 2 && right * 2 > prövningar.length) return true
  if (!utsagd) return false
  if (right > 0) return right * 2 >= prövningar.length
  // Nothing agrees: another meaning, unless there is so little that one slip explains it.
  return (
    prövningar.length <= 2 &&
    prövningar.every(({ ruta, beräknat }) => distanceOf(ruta.värde.abs(), beräknat.abs()) < 0.5)
  )
}

const isGiven = (rad: Gridrad, ruta: Ruta, av: readonly Gridkolumn[]): boolean =>
  ruta.skriven || av.some(({ nr }) => rad.rutor.get(nr)?.skriven)

const INTÄKT = latin(
  /intäkt|bidrag|skatt|avgift|försäljning|ersättning|(?<!\p{L})(?:netto(?!kost)|resultat)/iu
)
const isIncome = ({ rubrik }: Gridrad): boolean => INTÄKT.test(rubrik) && !/kostnad/iu.test(rubrik)

/** A sign against all others', where the row isn't one that counts the other way: income beside costs. */
function isOddSign(rad: Gridrad, { prövningar }: Tolkning): boolean {
  const others = prövningar.filter((each) => each.rad !== rad)
  return others.length >= 2 && others.every(fits) && !isIncome(rad)
}

const UTFALL = /utfall|bokslut|resultat|upparbet|förbruk|redovisat|prognos|faktisk/iu
const BUDGET = latin(/budget|plan|ram(?!\p{L})|(?<!\p{L})mål|beslut|anslag/iu)

function readingsOf(grid: Grid, kolumn: Gridkolumn): Tolkning[] {
  const { slag, enhet } = kolumn
  const procent = enhet === 'procent' || enhet === 'procentenheter'
  if (slag === 'summa') return totalReadings(grid, kolumn)
  if (slag === 'nivå' || slag === 'snitt') return []
  const others = grid.kolumner.filter(
    (k) => k !== kolumn && (k.slag === 'nivå' || k.slag === 'summa' || k.slag === 'andel')
  )
  const levels = others.filter((k) => k.slag !== 'andel')
  const shares = others.filter((k) => k.slag === 'andel')
  const found: Tolkning[] = []
  const said = saidPair(kolumn, levels)
  for (const a of levels)
    for (const b of levels) {
      if (a === b || !alike(a, b)) continue
      const utsagd = said?.[0] === a && said[1] === b
      const pair = `${name(a)} − ${name(b)}`
      if (!procent && alike(a, kolumn))
        found.push(reading(grid, kolumn, 'skillnad', [a, b], pair, utsagd, ([x, y]) => x.minus(y)))
      if (procent) {
        if (slag !== 'andel' || /%/.test(kolumn.rubrik))
          found.push(
            reading(
              grid,
              kolumn,
              'förändring',
              [a, b],
              `(${pair}) / ${name(b)}`,
              utsagd && slag !== 'andel',
              ([x, y]) => (y.eq(0) ? undefined : x.minus(y).div(y).times(100))
            ),
            reading(
              grid,
              kolumn,
              'förändring',
              [a, b],
              `(${pair}) / ${name(b)}`,
              false,
              ([x, y]) => (y.eq(0) ? undefined : x.minus(y).div(y.abs()).times(100))
            )
          )
        if (slag !== 'förändring')
          found.push(
            reading(grid, kolumn, 'kvot', [a, b], `${name(a)} / ${name(b)}`, false, ([x, y]) =>
              y.eq(0) ? undefined : x.div(y).times(100)
            )
          )
      }
    }
  if (slag === 'andel') for (const a of levels) found.push(...shareReading(grid, kolumn, a))
  if (procent && slag !== 'andel')
    for (const a of shares)
      for (const b of shares)
        if (a !== b)
          found.push(
            reading(grid, kolumn, 'punkter', [a, b], `${name(a)} − ${name(b)}`, false, ([x, y]) =>
              x.minus(y)
            )
          )
  return found
}

/** Same unit, as far as is known. */
const alike = (a: Gridkolumn, b: Gridkolumn): boolean => a.enhet === b.enhet || !a.enhet || !b.enhet
const name = ({ rubrik }: Gridkolumn): string => rubrik

/** The two columns that the heads say: the one outcome and the one budget, this year and the one before. */
function saidPair(
  kolumn: Gridkolumn,
  levels: readonly Gridkolumn[]
): readonly [Gridkolumn, Gridkolumn] | undefined {
  const head = kolumn.rubrik
  const wantsForecast = /prognos/iu.test(head)
  if (kolumn.slag === 'avvikelse') {
    const a = levels.filter(
      ({ rubrik }) =>
        UTFALL.test(rubrik) &&
        !BUDGET.test(rubrik.replace(/prognos/iu, '')) &&
        wantsForecast === /prognos/iu.test(rubrik)
    )
    const b = levels.filter(({ rubrik }) => BUDGET.test(rubrik))
    const now = newest(a)
    const only = b.length === 1 ? b[0] : newest(b.filter(({ år }) => år === now?.år))
    if (now && only) return [now, only]
    if (levels.length === 2 && a.length === 0)
      return [levels[1] as Gridkolumn, levels[0] as Gridkolumn]
    return undefined
  }
  if (kolumn.slag !== 'förändring') return undefined
  const dated = levels.filter(({ år, rubrik }) => år !== undefined || UTFALL.test(rubrik))
  const now = newest(dated)
  const then = dated.filter((k) => k !== now)
  const [only] = then
  if (now && only && then.length === 1) return [now, only]
  return undefined
}

/** The one column of the latest year; last year's own column comes after one without a year. */
function newest(columns: readonly Gridkolumn[]): Gridkolumn | undefined {
  const year = ({ år }: Gridkolumn) => (år === undefined ? 9999 : år < 0 ? 0 : år)
  const most = Math.max(...columns.map(year))
  const found = columns.filter((k) => year(k) === most)
  return found.length === 1 ? found[0] : undefined
}

type Räkna = (values: [Decimal, Decimal]) => Decimal | undefined

/** One way to compute the column, tried in every row that has the numbers, in the sign that fits most. */
function reading(
  grid: Grid,
  kolumn: Gridkolumn,
  slag: Samband['slag'],
  av: [Gridkolumn, Gridkolumn],
  text: string,
  utsagd: boolean,
  räkna: Räkna
): Tolkning {
  const cells = grid.rader.flatMap((rad) => {
    const ruta = rad.rutor.get(kolumn.nr)
    const [a, b] = [rad.rutor.get(av[0].nr), rad.rutor.get(av[1].nr)]
    return ruta && a && b && sameUnit(a, b) ? [{ rad, ruta, a, b }] : []
  })
  const tryAll = (sign: (rad: Gridrad) => number): Prövning[] =>
    cells.flatMap(({ rad, ruta, a, b }) => {
      const value = räkna([a.värde, b.värde])
      if (!value) return []
      const beräknat = value.times(sign(rad))
      const slack = movedBy(a, b, av, räkna, value)
      return [
        {
          rad,
          ruta,
          beräknat,
          utfall: judgeRuta(
            ruta,
            beräknat,
            slack,
            av.every((k) => k.exakt)
          )
        }
      ]
    })
  const plus = tryAll(() => 1)
  if (slag !== 'skillnad' && slag !== 'punkter')
    return { samband: { slag, av, text }, prövningar: plus, utsagd }
  const other = `${name(av[1])} − ${name(av[0])}`
  const right = (all: readonly Prövning[]) => all.filter(fits).length
  const ways = [
    { prövningar: plus, text },
    { prövningar: tryAll(() => -1), text: other },
    // Costs written without sign: more cost is worse, more income better.
    { prövningar: tryAll((rad) => (isIncome(rad) ? 1 : -1)), text: `${text} (kostnad: ${other})` }
  ]
  const [best = { prövningar: plus, text }] = ways.toSorted(
    (a, b) => right(b.prövningar) - right(a.prövningar)
  )
  return { samband: { slag, av, text: best.text }, prövningar: best.prövningar, utsagd }
}

const sameUnit = (a: Ruta, b: Ruta): boolean => !a.enhet || !b.enhet || a.enhet === b.enhet

/** How far rounding of two inputs can move what is computed from them. */
function movedBy(
  a: Ruta,
  b: Ruta,
  [ka, kb]: readonly [Gridkolumn, Gridkolumn],
  räkna: Räkna,
  value: Decimal
): Decimal {
  const [ha, hb] = [halfUnit(a, ka.exakt), halfUnit(b, kb.exakt)]
  let most = ZERO
  for (const s of [-1, 1])
    for (const t of [-1, 1]) {
      const moved = räkna([a.värde.plus(ha.times(s)), b.värde.plus(hb.times(t))])
      const off = moved?.minus(value).abs()
      if (off?.gt(most)) most = off
    }
  return most
}

/** Each row's share of the total below, or of the sum of all rows. */
function shareReading(grid: Grid, kolumn: Gridkolumn, a: Gridkolumn): Tolkning[] {
  const total = grid.rader.findLast(({ slag }) => slag === 'summa')?.rutor.get(a.nr)
  if (!total || total.värde.eq(0)) return []
  const prövningar = grid.rader.flatMap((rad): Prövning[] => {
    const ruta = rad.rutor.get(kolumn.nr)
    const del = rad.rutor.get(a.nr)
    if (!ruta || !del || rad.slag === 'summa') return []
    const räkna: Räkna = ([x, y]) => x.div(y).times(100)
    const beräknat = räkna([del.värde, total.värde]) ?? ZERO
    const slack = movedBy(del, total, [a, a], räkna, beräknat)
    return [{ rad, ruta, beräknat, utfall: judgeRuta(ruta, beräknat, slack) }]
  })
  const text = `${name(a)} / summan av ${name(a)}`
  return [{ samband: { slag: 'andel', av: [a], text }, prövningar, utsagd: false }]
}

/** A column "Totalt": all other columns, or those since the last total, or the last few. */
function totalReadings(grid: Grid, kolumn: Gridkolumn): Tolkning[] {
  const levels = grid.kolumner.filter((k) => k.slag === 'nivå' && alike(k, kolumn))
  const left = levels.filter(({ nr }) => nr < kolumn.nr)
  const sets = [levels, left, ...left.map((_, i) => left.slice(i))].filter((set) => set.length >= 2)
  return sets.map((av, i): Tolkning => {
    const prövningar = grid.rader.flatMap((rad): Prövning[] => {
      const ruta = rad.rutor.get(kolumn.nr)
      const delar = av.flatMap(({ nr }) => rad.rutor.get(nr) ?? [])
      if (!ruta || delar.length < 2 || delar.some((del) => !sameUnit(del, ruta))) return []
      if (delar.some(({ enhet }) => enhet === 'procent') || ruta.enhet === 'procent') return []
      const beräknat = delar.reduce((total, { värde }) => total.plus(värde), decimal(0))
      const slack = delar.reduce((total, del) => total.plus(halfUnit(del, kolumn.exakt)), ZERO)
      return [{ rad, ruta, beräknat, utfall: judgeRuta(ruta, beräknat, slack, kolumn.exakt) }]
    })
    const text = av.map(name).join(' + ')
    return { samband: { slag: 'summa', av, text }, prövningar, utsagd: i === 0 }
  })
}
