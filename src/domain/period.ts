import { MÅNADER } from '../text/swedish.ts'

/**
 * Reporting periods. `2021`, `2021-T1` (jan–apr), `2021-T2` (jan–aug), `2021-T3` (jan–dec),
 * `2021-K1`…`K4` (accumulated quarters) and `2021-03` (accumulated to and with March).
 * All are accumulated from January, as Swedish interim reports are.
 */
export interface Period {
  /** The period as written in data, upper case: `2021-T2`. */
  readonly id: string
  readonly år: number
  readonly slag: 'år' | 'tertial' | 'kvartal' | 'månad'
  /** Last month included, 1–12. */
  readonly tillMånad: number
}

const PATTERN = /^(\d{4})(?:-(?:T([1-3])|K([1-4])|(\d{2})))?$/i

/** Reads a period, or undefined if it isn't one. `alias` comes from the styrmodell (`delår` → `T2`). */
export function parsePeriod(
  text: string,
  alias: ReadonlyMap<string, string> = new Map()
): Period | undefined {
  const trimmed = text.trim()
  const dash = trimmed.indexOf('-')
  const suffix = dash > 0 ? alias.get(trimmed.slice(dash + 1).toLowerCase()) : undefined
  const match = PATTERN.exec(suffix ? `${trimmed.slice(0, dash)}-${suffix}` : trimmed)
  if (!match) return undefined
  const [, year = '', tertial, kvartal, månad] = match
  const år = Number(year)
  if (tertial)
    return { id: `${year}-T${tertial}`, år, slag: 'tertial', tillMånad: 4 * Number(tertial) }
  if (kvartal)
    return { id: `${year}-K${kvartal}`, år, slag: 'kvartal', tillMånad: 3 * Number(kvartal) }
  if (månad) {
    const tillMånad = Number(månad)
    if (tillMånad < 1 || tillMånad > 12) return undefined
    return { id: `${year}-${månad}`, år, slag: 'månad', tillMånad }
  }
  return { id: year, år, slag: 'år', tillMånad: 12 }
}

/** The same period `steg` years earlier: föregående år of `2021-T2` is `2020-T2`. */
export function yearsBefore(period: Period, steg = 1): Period {
  const år = period.år - steg
  return { ...period, år, id: `${String(år).padStart(4, '0')}${period.id.slice(4)}` }
}

/**
 * Ids of every period that ends with the same month, its own first: the year, its third tertial,
 * fourth quarter and December are one and the same, since all are accumulated from January.
 */
export function samePeriods(period: Period): string[] {
  const { id, år, tillMånad } = period
  return [
    ...new Set([
      id,
      ...(tillMånad === 12 ? [`${år}`] : []),
      ...(tillMånad % 4 === 0 ? [`${år}-T${tillMånad / 4}`] : []),
      ...(tillMånad % 3 === 0 ? [`${år}-K${tillMånad / 3}`] : []),
      `${år}-${String(tillMånad).padStart(2, '0')}`
    ])
  ]
}

/** The whole year a period belongs to. */
export function helår(period: Period): Period {
  return { id: String(period.år), år: period.år, slag: 'år', tillMånad: 12 }
}

/** The period's last day, as an ISO date. */
export function lastDay({ år, tillMånad }: Period): string {
  return new Date(Date.UTC(år, tillMånad, 0)).toISOString().slice(0, 10)
}

/** In time: by year, then by last month, whole years last. */
export function comparePeriods(a: Period, b: Period): number {
  return (
    a.år - b.år || a.tillMånad - b.tillMånad || Number(a.slag === 'år') - Number(b.slag === 'år')
  )
}

/** "januari–augusti 2021", "helåret 2021": the period in words for covers and text. */
export function periodInWords(period: Period): string {
  if (period.slag === 'år') return `januari–december ${period.år}`
  return period.tillMånad === 1
    ? `januari ${period.år}`
    : `januari–${MÅNADER[period.tillMånad - 1]} ${period.år}`
}
