import { convert, måttenhet } from '../domain/mattenhet.ts'
import { decimal, round, tiopotens, ZERO, type Decimal } from '../domain/decimal.ts'
import type { Tal } from '../domain/tal.ts'
import { spansOf } from '../domain/tal.ts'
import { unitGroup, type Siffra } from './figures.ts'
import { precisionOf, type Texttal } from './numbers.ts'

/** How a number in a text stands to a figure, signs apart. */
export type Passning = 'lika' | 'avrundning'

const HALF = decimal('0.5')
const FEMTEDEL = decimal('0.2')
const TIONDEL = decimal('0.1')

/** The figure's size in the unit that the text uses; undefined where the units have nothing in common. */
export function sizeIn(siffra: Siffra, enhet: string | undefined): Decimal | undefined {
  const { värde, enhet: egen } = siffra.tal
  const mål = enhet === undefined ? undefined : måttenhet(enhet)
  if (mål?.skala || egen.skala) return mål && convert(värde, egen, mål)?.abs()
  return isSameKind(enhet, unitGroup(egen.id)) ? värde.abs() : undefined
}

/** "minskade med 55" may be of årsarbetare; "två personer" are not. */
const isSameKind = (enhet: string | undefined, grupp: string): boolean =>
  unitGroup(enhet) === grupp || (enhet === undefined && grupp === 'årsarbetare')

/**
 * Whether a number could be the figure as printed: rounded to the decimals written, or as loosely
 * as "ca" and "drygt" allow ("ca 25 mnkr" is 24,7); a bound, "minst 80 procent", is that number alone.
 * A figure computed from rounded ones may differ by what their rounding explains; more is another number.
 */
export function fit(tal: Texttal, siffra: Siffra): Passning | undefined {
  if (isFar(tal, siffra)) return undefined
  const size = sizeIn(siffra, tal.enhet)
  if (!size) return undefined
  const written = tal.värde.abs()
  if (round(size, tal.decimaler).eq(written)) return 'lika'
  const precision = precisionOf(tal)
  const slack = (share: Decimal) => larger(precision, written.times(share))
  const off = size.minus(written)
  switch (tal.närmevärde) {
    case 'ca':
      if (off.abs().lte(smaller(precision.times(HALF), written.times(TIONDEL)))) return 'lika'
      break
    case 'drygt':
      if (off.gte(0) && off.lte(slack(TIONDEL))) return 'lika'
      break
    case 'knappt':
      if (off.lte(0) && off.abs().lte(slack(TIONDEL))) return 'lika'
      break
  }
  if (siffra.termer < 2 || tal.ord || off.abs().gt(size.times(FEMTEDEL))) return undefined
  // The reader sees the printed total beside the text: one step in the last place is rounding.
  const step = tiopotens(-tal.decimaler)
  if (round(size, tal.decimaler).minus(written).abs().gt(step)) return undefined
  const half = step.times(HALF)
  return off.abs().lte(uncertainty(siffra, tal.enhet).plus(half)) ? 'avrundning' : undefined
}

/** Whether a figure of this year keeps within the bound that a text sets: 87 of "minst 80 procent". */
export function keeps({ närmevärde, enhet, värde }: Texttal, siffra: Siffra): boolean {
  if ((närmevärde !== 'minst' && närmevärde !== 'högst') || siffra.bakåt !== 0) return false
  const size = siffra.slag === 'nivå' ? sizeIn(siffra, enhet) : undefined
  if (!size) return false
  return närmevärde === 'minst' ? size.gte(värde.abs()) : size.lte(värde.abs())
}

/** Off by more than any rounding or "drygt" explains; decided without exact arithmetic, which is slow. */
function isFar(tal: Texttal, { bas, grupp }: Siffra): boolean {
  if (!isSameKind(tal.enhet, grupp)) return true
  const unit =
    10 ** ((tal.enhet === undefined ? undefined : måttenhet(tal.enhet)?.skala?.faktor) ?? 0)
  const written = roughly(tal.värde) * unit
  const most = Math.max(written, bas)
  const slack = tal.närmevärde
    ? 0.25 * most + 1.01 * unit
    : // At most one step between the two as printed, and half of one to what is rounded.
      1.51 * 10 ** -tal.decimaler * unit + 1e-9 * most
  return Math.abs(written - bas) > slack
}

const ungefär = new WeakMap<Decimal, number>()

/** A number's size, worked out once however many figures it is held against. */
function roughly(värde: Decimal): number {
  let known = ungefär.get(värde)
  if (known === undefined) ungefär.set(värde, (known = Math.abs(Number(värde))))
  return known
}

const larger = (a: Decimal, b: Decimal): Decimal => (a.gt(b) ? a : b)
const smaller = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b)

/** How far the rounding of its inputs can have moved a computed figure, in the text's unit. */
function uncertainty({ tal }: Siffra, enhet: string | undefined): Decimal {
  if (tal.källa.slag !== 'formel') return ZERO
  const delar = tal.källa.ingår
  const own = tal.enhet
  if (own.id === 'procent' && delar.every((del) => del.enhet.id !== 'procent')) {
    // A quotient: the relative errors add up.
    const relative = delar.reduce(
      (total, del) =>
        del.värde && !del.värde.eq(0) ? total.plus(inputError(del).div(del.värde.abs())) : total,
      ZERO
    )
    return tal.värde.abs().plus(100).times(relative)
  }
  const error = delar.reduce((total, del) => {
    const e = convert(inputError(del), del.enhet, own)
    return e ? total.plus(e) : total
  }, ZERO)
  const mål = enhet === undefined ? undefined : måttenhet(enhet)
  return (mål && convert(error, own, mål)) ?? error
}

/** Half a unit in the last place of every given figure below. */
function inputError(tal: Tal): Decimal {
  const leaves = tal.källa.slag === 'datum' ? 1 : Math.max(1, spansOf(tal).length)
  return tiopotens(-tal.decimaler).times(HALF).times(leaves)
}
