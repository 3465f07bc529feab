import type { Decimal } from './decimal.ts'
import type { Måluppfyllelse } from './maluppfyllelse.ts'
import type { Målvärde } from './malvarde.ts'
import type { Måttenhet } from './mattenhet.ts'
import type { Periodpost, Serie } from './modell.ts'
import { helår, samePeriods, type Period } from './period.ts'

/** The target that holds in a period, and whether it is the whole year's while the year goes on. */
export interface Gällande {
  readonly målvärde: NonNullable<Periodpost['målvärde']>
  readonly helår: boolean
}

/**
 * A plan sets its targets for the year; an interim report follows the same ones, unless the
 * period has a target of its own.
 */
export function gällandeMålvärde(serie: Serie, period: Period): Gällande | undefined {
  const find = (p: Period) =>
    samePeriods(p)
      .map((id) => serie.perioder.get(id)?.målvärde)
      .find((målvärde) => målvärde !== undefined)
  const eget = find(period)
  if (eget) return { målvärde: eget, helår: false }
  const årets = period.tillMånad === 12 ? undefined : find(helår(period))
  return årets && { målvärde: årets, helår: true }
}

/**
 * Whether a year's target says nothing yet: counts and amounts grow until December, so that those
 * of August are short of a floor and below any ceiling. A forecast says more; a floor that is
 * already reached stays reached.
 */
export function förTidigt(
  mål: Målvärde,
  enhet: Måttenhet,
  prognos: Decimal | null,
  bedömt: Måluppfyllelse
): boolean {
  if (prognos !== null || !(enhet.antal || enhet.skala)) return false
  if (mål.slag !== 'gräns' && mål.slag !== 'intervall') return false
  const golv = mål.slag === 'gräns' && (mål.jämförelse === '≥' || mål.jämförelse === '>')
  return bedömt.status !== 'ej mätt' && !(golv && bedömt.status === 'uppfyllt')
}
