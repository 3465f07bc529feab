import type { Decimal } from './decimal.ts'
import type { Riktning } from './malvarde-typ.ts'

/** Which way a value went, and apart from that whether it was for the better. */
export interface Trend {
  /** The arrow: the value itself, not its worth. */
  readonly pil: 'upp' | 'ned' | 'lika' | 'okänd'
  readonly bedömning: 'bättre' | 'sämre' | 'oförändrad' | 'okänd'
}

/** Compares two unrounded values; without both, or without a direction, what can't be told is `okänd`. */
export function computeTrend(
  nu: Decimal | null,
  då: Decimal | null | undefined,
  riktning: Riktning | undefined
): Trend {
  if (nu === null || då === null || då === undefined) return { pil: 'okänd', bedömning: 'okänd' }
  if (nu.eq(då)) return { pil: 'lika', bedömning: 'oförändrad' }
  const pil = nu.gt(då) ? 'upp' : 'ned'
  if (riktning === undefined) return { pil, bedömning: 'okänd' }
  return {
    pil,
    bedömning: (pil === 'upp') === (riktning === 'högre är bättre') ? 'bättre' : 'sämre'
  }
}
