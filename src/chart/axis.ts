import { comparePeriods, parsePeriod } from '../domain/period.ts'
import { KORTA_MÅNADER } from '../text/swedish.ts'

/** Lines under a column or point: `2021`; `T2` with the year below where `medÅr` is set. */
export function periodLines(id: string, medÅr: boolean): string[] {
  const period = parsePeriod(id)
  if (!period || period.slag === 'år') return [id]
  const part =
    period.slag === 'månad' ? (KORTA_MÅNADER[period.tillMånad - 1] ?? '') : (id.split('-')[1] ?? '')
  return medÅr ? [part, String(period.år)] : [part]
}

/** Periods in time where all can be read as such, else in the order given. */
export function sortPeriods(ids: readonly string[]): string[] {
  const parsed = ids.map((id) => ({ id, period: parsePeriod(id) }))
  if (parsed.some(({ period }) => !period)) return [...ids]
  return parsed
    .toSorted((a, b) => (a.period && b.period ? comparePeriods(a.period, b.period) : 0))
    .map(({ id }) => id)
}

/** The year of a period id; the id itself where it is no period. */
export function yearOf(id: string): string {
  const period = parsePeriod(id)
  return period ? String(period.år) : id
}

/** Round numbers that span the values: 0, 2, 4, 6. `count` is about how many there will be. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return [low]
  const rough = span / Math.max(count - 1, 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough * 0.999) ?? 10)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12))
  )
}

/** Decimals that the numbers along an axis need. */
export function tickDecimals(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map((t) => (String(t).split('.')[1] ?? '').length))
}

/**
 * Moves labels apart so that none touches another, as little as may be: `y` is where each wants
 * its middle, `size` its height. Keeps the order and stays within `low`–`high` if there is room.
 */
export function spread(
  labels: readonly { readonly y: number; readonly size: number }[],
  low: number,
  high: number
): number[] {
  const order = labels
    .map((_, i) => i)
    .toSorted((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0))
  const placed = labels.map(({ y }) => y)
  const size = (i: number | undefined): number => (i === undefined ? 0 : (labels[i]?.size ?? 0))
  let floor = low
  for (const i of order) {
    placed[i] = Math.max(placed[i] ?? 0, floor + size(i) / 2)
    floor = (placed[i] ?? 0) + size(i) / 2
  }
  let ceiling = high
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i] ?? 0, ceiling - size(i) / 2)
    ceiling = (placed[i] ?? 0) - size(i) / 2
  }
  return placed
}
