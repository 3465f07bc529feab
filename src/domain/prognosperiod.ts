import { MÅNADER } from '../text/swedish.ts'
import type { Modell } from './modell.ts'
import { comparePeriods, type Period } from './period.ts'

/** What tables and text call the period that `senastePrognos` finds. */
export const SENASTE_PROGNOS = 'senaste prognos'

/**
 * The period of the year's latest forecast that the unit had made when the period ended: April's in
 * a report for April, August's in one for the year. Undefined where none had been made.
 */
export function senastePrognos({ serier }: Pick<Modell, 'serier'>, nu: Period): Period | undefined {
  let senast: Period | undefined
  for (const { perioder } of serier.values())
    for (const { period, värden } of perioder.values()) {
      if (period.slag === 'år' || period.år !== nu.år || period.tillMånad > nu.tillMånad) continue
      if (!värden.has('prognos')) continue
      if (!senast || comparePeriods(senast, period) < 0) senast = period
    }
  return senast
}

/** "augusti": the month that a period ends with. */
export function sistaMånaden(period: Period): string {
  return MÅNADER[period.tillMånad - 1] ?? period.id
}
