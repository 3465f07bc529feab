import { round, type Decimal } from '../domain/decimal.ts'

/** No-break space: between thousands and between number and unit. */
export const NBSP = '\u00a0'
/** True minus, never a hyphen. */
export const MINUS = '\u2212'
/** Stands where there is no value. */
export const SAKNAS = '–'

/**
 * A decimal as Swedes print it: `−1 609 634,5`, with no-break spaces, decimal comma and true minus.
 * Rounded once, here, half away from zero; never "−0,0". `tecken` puts a plus before positives.
 */
export function formatDecimal(
  value: Decimal,
  decimaler: number,
  options: { tecken?: boolean } = {}
): string {
  const rounded = round(value, decimaler)
  const [whole = '0', fraction] = rounded.abs().toFixed(decimaler).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, NBSP)
  const sign = rounded.lt(0) ? MINUS : options.tecken && rounded.gt(0) ? '+' : ''
  return `${sign}${digits}${fraction ? `,${fraction}` : ''}`
}

/** Number and unit with a no-break space; the number alone where the unit has no symbol. */
export function withUnit(number: string, symbol: string): string {
  return symbol ? `${number}${NBSP}${symbol}` : number
}

/** The months as running text has them. */
export const MÅNADER: readonly string[] = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december'
]

/** The months where space is short, as under a chart. */
export const KORTA_MÅNADER: readonly string[] = [
  'jan',
  'feb',
  'mars',
  'apr',
  'maj',
  'juni',
  'juli',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec'
]

/** `2022-02-14` as "14 februari 2022"; undefined when it isn't a date in the calendar. */
export function formatDatum(iso: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso.trim())
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
    return undefined
  return `${Number(day)}${NBSP}${MÅNADER[Number(month) - 1]} ${year}`
}

/** "a", "a och b", "a, b och c". */
export function formatLista(parts: readonly string[], bindeord = 'och'): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} ${bindeord} ${parts.at(-1)}`
}

/** A name as it stands inside a sentence; abbreviations keep their capitals: "HME-index", "FM". */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

const ORDTAL = [
  'noll',
  'ett',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv'
]

/** "ett fel", "3 fel", "två rapporter": small counts in words where `ord` is set. */
export function formatAntal(n: number, en: string, flera: string): string {
  return `${n} ${n === 1 ? en : flera}`
}

/** Numbers to twelve in words, as running text has them; digits above. */
export function ordtal(n: number): string {
  return ORDTAL[n] ?? String(n)
}
