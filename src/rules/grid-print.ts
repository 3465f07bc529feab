import type { Decimal } from '../domain/decimal.ts'
import { måttenhet } from '../domain/mattenhet.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import type { Ruta } from './grid.ts'

/** A cell's value, or another one in its manner: decimals, plus sign and unit as there. */
export function printRuta(ruta: Ruta, värde: Decimal = ruta.värde): string {
  const number = formatDecimal(värde, ruta.decimaler, { tecken: /^[+]/.test(ruta.text) })
  const symbol = ruta.enhet === undefined ? '' : (måttenhet(ruta.enhet)?.symbol ?? '')
  return withUnit(number, symbol)
}
