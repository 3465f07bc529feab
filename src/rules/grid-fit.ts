import { decimal, round, tiopotens, ZERO, type Decimal } from '../domain/decimal.ts'
import type { Gridkolumn, Ruta } from './grid.ts'

/** How a given value stands to a computed one. */
export type Utfall = 'lika' | 'avrundning' | 'fel'

const HALF = decimal('0.5')

/** Half a unit in the last place that a value shows; nothing for what is counted. */
export function halfUnit(ruta: Ruta, exakt = false): Decimal {
  if (exakt) return ZERO
  return tiopotens(-ruta.decimaler).times(HALF)
}

/**
 * A given value against a computed one whose inputs can have moved it by `slack`. Rounding may
 * explain n × half a unit; "ca" explains a tenth.
 */
export function judgeRuta(given: Ruta, computed: Decimal, slack: Decimal, exakt = false): Utfall {
  if (round(computed, given.decimaler).eq(given.värde)) return 'lika'
  const off = computed.minus(given.värde).abs()
  if (given.ungefär && off.lte(given.värde.abs().times('0.1'))) return 'lika'
  return off.lte(slack.plus(halfUnit(given, exakt))) ? 'avrundning' : 'fel'
}

/** The computed value as the given one would show it, with as many decimals. */
export const shown = (computed: Decimal, given: Ruta): Decimal => round(computed, given.decimaler)

/** How far two values lie from each other, as a share of the larger. */
export function distanceOf(a: Decimal, b: Decimal): number {
  const [x, y] = [Math.abs(Number(a)), Math.abs(Number(b))]
  const most = Math.max(x, y)
  return most === 0 ? 0 : Math.abs(Number(a) - Number(b)) / most
}

/** The slack that rounding of several cells gives their sum. */
export const slackOf = (rutor: readonly Ruta[], kolumn: Pick<Gridkolumn, 'exakt'>): Decimal =>
  rutor.reduce((total, ruta) => total.plus(halfUnit(ruta, kolumn.exakt)), ZERO)
