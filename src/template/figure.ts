import { iEnhet } from '../domain/berakning.ts'
import type { Decimal } from '../domain/decimal.ts'
import { måttenhet, måttenhetNames } from '../domain/mattenhet.ts'
import { isFel } from '../domain/referens.ts'
import type { Tal } from '../domain/tal.ts'
import * as messages from '../messages.ts'
import { enhetPassarInte, värdetSaknas } from './value-messages.ts'
import type { Span } from '../source.ts'
import { formatDecimal, NBSP, ordtal, SAKNAS, withUnit } from '../text/swedish.ts'
import { flagArg, numberArg, textArg, type Anrop, type Argument } from './arguments.ts'
import { report, type Miljö } from './environment.ts'
import { källtext } from './ledger.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
}

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)
}

/** HTML that the program has made: Handlebars prints it as it is. */
export class Html {
  readonly #html: string
  constructor(html: string) {
    this.#html = html
  }
  toHTML(): string {
    return this.#html
  }
  toString(): string {
    return this.#html
  }
}

/** A figure on the page: its text, marked up with value and source, and entered in the ledger. */
export function figureHtml(
  tal: Tal,
  text: string,
  miljö: Miljö,
  options: { endastHtml?: boolean } = {}
): Html {
  const { nr } = miljö.bok.add(tal, text, miljö.plats, options.endastHtml)
  const formel = tal.källa.slag === 'formel' ? ` data-formel="${escapeHtml(tal.källa.formel)}"` : ''
  const ursprung = tal.ursprung ? ` data-ursprung="${tal.ursprung}"` : ''
  const value = tal.värde === null ? '' : tal.värde.toFixed()
  return new Html(
    `<data class="tal" value="${value}" data-nr="${nr}" data-källa="${escapeHtml(källtext(tal, miljö.sources))}"${formel}${ursprung}>${escapeHtml(text)}</data>`
  )
}

/** A cell: the number alone, "–" where there is none. */
export function cellHtml(
  tal: Tal,
  miljö: Miljö,
  options: { tecken?: boolean; endastHtml?: boolean } = {}
): Html | string {
  if (tal.värde === null) return SAKNAS
  return figureHtml(tal, formatDecimal(tal.värde, tal.decimaler, options), miljö, options)
}

/** The figure that a reference names, or undefined with the fault reported. */
export function lookUp(argument: Argument, anrop: Anrop, miljö: Miljö): Tal | undefined {
  if (typeof argument.värde === 'object') return argument.värde
  const text = String(argument.värde)
  const bracket = /^(.*)\[(.*)\]$/.exec(text)
  const ref = bracket?.[1] ?? text
  const span = argument.span ?? anrop.span
  const periodtext = bracket?.[2] ?? textArg(anrop, 'period')
  const period = miljö.räknare.period(periodtext, miljö.period)
  if (isFel(period))
    return report(miljö, messages.referensfel(ref, period), anrop.hash.get('period')?.span ?? span)
  const tal = miljö.räknare.tal(ref, period)
  if (!isFel(tal)) return tal
  if (tal.fel !== 'redan rapporterat')
    report(miljö, messages.referensfel(ref, tal), partSpan(span, text, tal.del))
  return undefined
}

/** The faulty part inside a quoted reference, so that the marks stand under it alone. */
function partSpan(span: Span | undefined, text: string, part: string): Span | undefined {
  if (!span || !part) return span
  const at = text.lastIndexOf(part)
  const quote = span.end - span.start - text.length === 2 ? 1 : 0
  return at < 0
    ? span
    : {
        file: span.file,
        start: span.start + quote + at,
        end: span.start + quote + at + part.length
      }
}

/** The arguments that decide how a figure is printed. */
export const FORM = {
  period: 'text',
  decimaler: 'tal',
  enhet: 'text',
  ord: 'ja',
  tecken: 'ja',
  belopp: 'ja',
  ca: 'ja',
  bokstäver: 'text',
  versal: 'ja'
} as const

/** A figure in running text, as the call asks for it; missing values are faults there. */
export function printFigure(
  tal: Tal,
  anrop: Anrop,
  miljö: Miljö,
  ref: string,
  standard: { tecken?: boolean } = {}
): Html | undefined {
  let shown = tal
  const wanted = textArg(anrop, 'enhet')
  if (wanted) {
    const enhet = måttenhet(wanted)
    const span = anrop.hash.get('enhet')?.span ?? anrop.span
    if (!enhet) return report(miljö, messages.okäntVärde('enhet', wanted, måttenhetNames), span)
    const converted = iEnhet(tal, enhet, tal.decimaler)
    if (!converted) return report(miljö, enhetPassarInte(tal.enhet.id, wanted), span)
    shown = {
      ...converted,
      decimaler: numberArg(anrop, 'decimaler') ?? (enhet.id === tal.enhet.id ? tal.decimaler : 1)
    }
  }
  if (shown.värde === null)
    return report(miljö, värdetSaknas(ref, shown.saknas), anrop.params[0]?.span ?? anrop.span)
  const decimaler = numberArg(anrop, 'decimaler') ?? shown.decimaler
  const värde = flagArg(anrop, 'belopp') ? shown.värde.abs() : shown.värde
  const number = formatDecimal(värde, decimaler, {
    tecken: flagArg(anrop, 'tecken', standard.tecken)
  })
  const ordet = inWords(värde, decimaler, anrop, miljö)
  if (ordet === null) return undefined
  const unit = wanted === '' ? '' : flagArg(anrop, 'ord') ? shown.enhet.ord : shown.enhet.symbol
  const text = `${flagArg(anrop, 'ca') ? `ca${NBSP}` : ''}${withUnit(ordet ?? number, unit)}`
  return figureHtml({ ...shown, värde, decimaler }, text, miljö)
}

/**
 * A whole number to twelve as a word where the call asks for it: `bokstäver="en"` of what is "en",
 * `bokstäver="ett"` of what is "ett". Undefined where digits are right, null with the fault reported.
 */
function inWords(
  värde: Decimal,
  decimaler: number,
  anrop: Anrop,
  miljö: Miljö
): string | undefined | null {
  const genus = textArg(anrop, 'bokstäver')
  if (genus === undefined) return undefined
  if (genus !== 'en' && genus !== 'ett') {
    const span = anrop.hash.get('bokstäver')?.span ?? anrop.span
    report(miljö, messages.okäntVärde('bokstäver', genus, ['en', 'ett']), span)
    return null
  }
  const tal = Number(värde.toFixed())
  if (decimaler > 0 || !Number.isInteger(tal) || tal < 0 || tal > 12) return undefined
  const ord = tal === 1 ? genus : ordtal(tal)
  return flagArg(anrop, 'versal') ? ord.charAt(0).toUpperCase() + ord.slice(1) : ord
}
