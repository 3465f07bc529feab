import { ZERO } from '../domain/decimal.ts'
import { parseMålvärde } from '../domain/malvarde.ts'
import type { Periodpost, Serie } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import type { Tal } from '../domain/tal.ts'
import { MINUS, withUnit } from '../text/swedish.ts'
import type { Miljö } from './environment.ts'
import { escapeHtml, figureHtml, Html } from './figure.ts'

/** A target as its author wrote it, with its unit where the text has none. */
export function målvärdeText(serie: Serie, text: string): string {
  const trimmed = text.trim().replace(/(^|\s)-(?=\d)/g, `$1${MINUS}`)
  const { mål } = parseMålvärde(text, serie)
  // Words that no form fits may hold a name with digits: "koncept 2.0".
  if (mål?.slag === 'fritext') return trimmed
  // "Som 2015" and "se 2018" end with a year, not with a number of the unit.
  const number = mål !== undefined && 'värde' in mål && mål.värde !== null
  const bare = number && /^[^\d]*[\d\s.,−]+$/u.test(trimmed) && /\d$/.test(trimmed)
  const numeric = trimmed
    .replace(/(\d)\.(\d)/g, '$1,$2')
    .replace(/(\d) (?=\d{3}(\D|$))/g, '$1\u00a0')
  return bare && serie.enhet.symbol
    ? withUnit(numeric, serie.enhet.symbol)
    : numeric.replace(/(\d) (%|‰|st|kr|tkr|mnkr)(?=\W|$)/g, '$1\u00a0$2')
}

/** A target on the page; one with a number of its own is a figure with its source. */
export function målvärdeHtml(
  serie: Serie,
  målvärde: NonNullable<Periodpost['målvärde']>,
  period: Period,
  miljö: Miljö
): Html {
  const text = målvärdeText(serie, målvärde.text)
  const { mål } = målvärde
  const värde = 'värde' in mål ? mål.värde : null
  if (värde === null) return new Html(escapeHtml(text))
  const tal: Tal = {
    värde: värde ?? ZERO,
    enhet: serie.enhet,
    decimaler: serie.decimaler,
    period: period.id,
    namn: `${serie.namn}, målvärde`,
    ursprung: serie.perioder.get(period.id)?.ursprung,
    källa: { slag: 'datum', span: målvärde.span }
  }
  return figureHtml(tal, text, miljö)
}

/** In a table "minst 85 %" stands on one line; a longer target breaks where it must. */
export function målvärdeCell(
  serie: Serie,
  målvärde: NonNullable<Periodpost['målvärde']>,
  period: Period,
  miljö: Miljö
): Html {
  const html = målvärdeHtml(serie, målvärde, period, miljö)
  const short = /^\p{L}+ [−\d][^ ]*$/u.test(målvärdeText(serie, målvärde.text))
  return short ? new Html(`<span class="helt">${html.toHTML()}</span>`) : html
}
