import type { Decimal } from '../domain/decimal.ts'
import { måttenhet } from '../domain/mattenhet.ts'
import { formatDecimal, SAKNAS, withUnit } from '../text/swedish.ts'
import type { Uppgift } from './ledger.ts'

/** A figure that has another value than before, as it is printed. */
export interface Talskillnad {
  readonly namn: string
  /** The new side's period, and the old one's where that is another. */
  readonly period: string
  readonly före: string
  readonly efter: string
  /** "+0,6 procentenheter"; "–" where there is nothing to reckon with. */
  readonly skillnad: string
  readonly källa: string | null
  readonly formel: string | null
  /** False for a figure that the report doesn't print but rests on. */
  readonly syns: boolean
}

/** Changed figures in data and, under them, those that follow from them. */
export interface Talgrupp {
  readonly rötter: readonly Talskillnad[]
  readonly följder: readonly Talskillnad[]
  /** For what changed though no figure in data did: "Ny uppgift i summan: Lokaler, utfall". */
  readonly orsak: string | null
}

interface Par {
  readonly gammal: Uppgift
  readonly ny: Uppgift
}

/** What has changed among two reports' figures, grouped by what it comes from. */
export function compareTal(gamla: readonly Uppgift[], nya: readonly Uppgift[]): Talgrupp[] {
  const pairs = match(gamla, nya)
  const changed = pairs.filter(({ gammal, ny }) => !isSame(gammal, ny))
  const partner = new Map(pairs.map((par) => [par.ny, par]))
  const isRoot = ({ ny }: Par) => ny.källa !== undefined
  const roots = changed.filter(isRoot)
  const derived = changed.filter((par) => !isRoot(par) && par.ny.platser.size > 0)
  // Roots that a figure joins are one group, so that the figure stands once.
  const group = new Map<Par, Set<Par>>(roots.map((par) => [par, new Set([par])]))
  const rooted = (par: Par): Par[] =>
    [...par.ny.rötter].flatMap((root) => {
      const own = partner.get(root)
      return own && group.has(own) ? [own] : []
    })
  for (const par of derived) {
    const sets = [...new Set(rooted(par).flatMap((root) => group.get(root) ?? []))]
    const [first, ...others] = sets
    for (const other of others)
      for (const root of other) {
        first?.add(root)
        if (first) group.set(root, first)
      }
  }
  const groups: Talgrupp[] = [...new Set(group.values())]
    .map((set) => ({
      rötter: [...set].map(describe),
      följder: derived.filter((par) => rooted(par).some((root) => set.has(root))).map(describe),
      orsak: null
    }))
    .map(asOne)
  const other = Map.groupBy(
    derived.filter((par) => rooted(par).length === 0),
    (par) => cause(par, partner)
  )
  for (const [orsak, pars] of other) groups.push({ rötter: [], följder: pars.map(describe), orsak })
  return groups
}

/** A count of rows is a figure that the count in data alone says again: told once, as it is printed. */
function asOne(group: Talgrupp): Talgrupp {
  const [[rot, andra], [följd, fler]] = [group.rötter, group.följder]
  if (!rot || !följd || andra || fler || rot.syns) return group
  if (rot.före !== följd.före || rot.efter !== följd.efter) return group
  return { ...group, rötter: [{ ...följd, källa: rot.källa }], följder: [] }
}

function isSame(a: Uppgift, b: Uppgift): boolean {
  // "16" for "16 st" is another way to print one count: a change of the text, not of the figure.
  const counts = [a.enhet, b.enhet].every((enhet) => måttenhet(enhet)?.antal === true)
  if (a.enhet !== b.enhet && !counts) return false
  if (a.värde === null || b.värde === null) return a.värde === b.värde
  return a.värde.eq(b.värde)
}

type Key = (one: Uppgift) => readonly string[]

/**
 * Which figure is which: by name and time, then by the place it is printed at, the figures it rests
 * on, and at last by the order. A figure in another unit is matched when nothing else is left.
 */
function match(gamla: readonly Uppgift[], nya: readonly Uppgift[]): Par[] {
  const left = { gamla: new Set(gamla), nya: new Set(nya) }
  const pairs: Par[] = []
  const base = ({ namn, tid, enhet, källa }: Uppgift) => `${namn}|${tid}|${enhet}|${källa ? 1 : 0}`
  const value = ({ värde }: Uppgift) => (värde === null ? '' : värde.toFixed())
  const roots = ({ rötter }: Uppgift) =>
    [...rötter].map(({ namn, tid }) => `${namn} ${tid}`).join('+')
  const steps: Key[] = [
    (one) => [`${base(one)}|${value(one)}|${roots(one)}`],
    (one) => [...one.platser].map((plats) => `${base(one)}|${plats}`),
    (one) => [`${base(one)}|${roots(one)}`],
    (one) => [base(one)],
    ({ namn, tid, källa }) => [`${namn}|${tid}|${källa ? 1 : 0}`]
  ]
  for (const key of steps) {
    const byKey = new Map<string, Uppgift[]>()
    for (const one of left.gamla)
      for (const k of key(one)) byKey.set(k, [...(byKey.get(k) ?? []), one])
    for (const ny of [...left.nya]) {
      const gammal = key(ny)
        .flatMap((k) => byKey.get(k) ?? [])
        .find((one) => left.gamla.has(one))
      if (!gammal) continue
      pairs.push({ gammal, ny })
      left.gamla.delete(gammal)
      left.nya.delete(ny)
    }
  }
  return pairs.toSorted((a, b) => nya.indexOf(a.ny) - nya.indexOf(b.ny))
}

/** Why a computed figure changed where no figure in data did: what it is computed from is another. */
function cause({ gammal, ny }: Par, partner: ReadonlyMap<Uppgift, Par>): string {
  const known = new Set([...ny.rötter].flatMap((root) => partner.get(root)?.gammal ?? []))
  const added = [...ny.rötter].filter((root) => {
    const before = partner.get(root)?.gammal
    return before === undefined || !gammal.rötter.has(before)
  })
  const gone = [...gammal.rötter].filter((root) => !known.has(root))
  const name = ({ namn }: Uppgift) => namn
  const said = [
    ...(added.length > 0 ? [`Räknas nu också med: ${added.map(name).join('; ')}`] : []),
    ...(gone.length > 0 ? [`Räknas inte längre med: ${gone.map(name).join('; ')}`] : [])
  ]
  if (said.length > 0) return `${said.join('. ')}.`
  return gammal.formel === ny.formel
    ? 'Räknas på ett annat sätt än förut.'
    : `Formeln är ändrad från ”${gammal.formel ?? SAKNAS}” till ”${ny.formel ?? SAKNAS}”.`
}

function describe({ gammal, ny }: Par): Talskillnad {
  // What isn't printed is told with the decimals it has in data.
  const own = ny.platser.size === 0 ? [decimalsOf(gammal), decimalsOf(ny)] : []
  const decimals = Math.max(gammal.decimaler, ny.decimaler, ...own)
  const enough = visible(gammal.värde, ny.värde, decimals)
  return {
    namn: ny.namn,
    period: gammal.period === ny.period ? ny.period : `${gammal.period} → ${ny.period}`,
    före: print(gammal, enough),
    efter: print(ny, enough),
    skillnad: difference(gammal, ny, enough),
    källa: ny.källa ? `${ny.källa.fil}:${ny.källa.rad}` : null,
    formel: ny.formel ?? null,
    syns: ny.platser.size > 0
  }
}

const decimalsOf = ({ värde }: Uppgift): number =>
  Math.min(4, värde?.toFixed().split('.')[1]?.length ?? 0)

/** As many decimals as are needed to see that two values aren't the same. */
function visible(a: Decimal | null, b: Decimal | null, decimals: number): number {
  if (a === null || b === null || a.eq(b)) return decimals
  let enough = decimals
  while (enough < 8 && a.toFixed(enough) === b.toFixed(enough)) enough++
  return enough
}

function print({ värde, enhet }: Uppgift, decimals: number): string {
  if (värde === null) return SAKNAS
  return withUnit(formatDecimal(värde, decimals), måttenhet(enhet)?.symbol ?? enhet)
}

function difference(gammal: Uppgift, ny: Uppgift, decimals: number): string {
  if (gammal.värde === null || ny.värde === null || gammal.enhet !== ny.enhet) return SAKNAS
  const by = ny.värde.minus(gammal.värde)
  const number = formatDecimal(by, decimals, { tecken: true })
  const unit = måttenhet(ny.enhet)
  if (unit?.id !== 'procent') return withUnit(number, unit?.symbol ?? ny.enhet)
  return withUnit(number, /^.?1$/.test(number) ? 'procentenhet' : 'procentenheter')
}
