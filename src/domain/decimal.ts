import Big from 'big.js'

/**
 * Decimal arithmetic for every figure: 0,1 + 0,2 is 0,3. The one owner of the library.
 * Division keeps 40 decimals; rounding is half away from zero, as in Swedish accounts.
 */
Big.DP = 40
Big.RM = Big.roundHalfUp

export type Decimal = Big

export function decimal(value: string | number | Big): Decimal {
  return new Big(value)
}

export const ZERO: Decimal = new Big(0)

/** Rounded to `decimaler` places, half away from zero; the sign of a zero is dropped. */
export function round(value: Decimal, decimaler: number): Decimal {
  const rounded = value.round(decimaler, Big.roundHalfUp)
  return rounded.eq(0) ? ZERO : rounded
}

const tiopotenser = new Map<number, Decimal>()

/** Ten to a whole power, worked out once: the library divides for a negative one. */
export function tiopotens(n: number): Decimal {
  let known = tiopotenser.get(n)
  if (!known) tiopotenser.set(n, (known = new Big(`1e${n}`)))
  return known
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO
  for (const value of values) total = total.plus(value)
  return total
}
