import type { Diagnostics } from '../diagnostic.ts'
import { parseFormel } from '../domain/formel.ts'
import { decimal } from '../domain/decimal.ts'
import type { Måttenhet } from '../domain/mattenhet.ts'
import type { Datum, Formel, Styrmodell } from '../domain/modell.ts'
import { parsePeriod, type Period } from '../domain/period.ts'
import type { Ursprung } from '../domain/tal.ts'
import * as messages from '../messages.ts'
import type { Värde } from '../schema/common.ts'
import type { Span } from '../source.ts'
import { parseTal } from '../text/number.ts'
import type { Located, Path } from '../yaml/read.ts'

/** What all builders need: where to report, and the steering model's names for periods. */
export interface Byggmiljö {
  readonly diagnostics: Diagnostics
  readonly styrmodell: Styrmodell
}

/** A value's text → number, by its unit. Reported and undefined where it isn't one number. */
export function readNumber(
  text: string,
  enhet: Måttenhet | undefined,
  span: Span,
  diagnostics: Diagnostics
): { värde: Datum['värde']; decimaler: number } | undefined {
  const unit =
    enhet?.symbol && text.endsWith(enhet.symbol) ? text.slice(0, -enhet.symbol.length) : text
  const läst = parseTal(unit, { antal: enhet?.antal ?? false })
  if (!('fel' in läst)) return läst
  diagnostics.add(
    messages.ogiltigtTal(text, läst.fel, {
      ...('tusental' in läst ? { tusental: läst.tusental } : {}),
      ...(enhet ? { enhet: enhet.id } : {})
    }),
    span
  )
  return undefined
}

/** A formula's text → tree; faults are reported at their place inside the text. */
export function readFormel(
  text: string,
  span: Span,
  located: Located,
  diagnostics: Diagnostics
): Formel | undefined {
  const träd = parseFormel(text)
  if ('fel' in träd) {
    // Quotes and folding may shift the text in the file; then the whole value is the place.
    const shift = located.source.text.slice(span.start, span.end).indexOf(text)
    const place =
      shift < 0
        ? span
        : {
            file: span.file,
            start: span.start + shift + träd.start,
            end: span.start + shift + Math.max(träd.end, träd.start + 1)
          }
    diagnostics.add(messages.formelfel(träd.fel), place)
    return undefined
  }
  return { text, träd, span }
}

/** A value record → Datum: the number, formula or absence, with the origin that is nearest. */
export function readDatum(
  värde: Värde,
  enhet: Måttenhet | undefined,
  ursprung: Ursprung | undefined,
  located: Located,
  path: Path,
  diagnostics: Diagnostics
): Datum | undefined {
  const span = located.spanOf(
    värde.värde === undefined
      ? [...path, värde.formel === undefined ? 'saknas' : 'formel']
      : hasKey(located, path, 'värde')
        ? [...path, 'värde']
        : path
  )
  const common = { ursprung: värde.ursprung ?? ursprung, kommentar: värde.kommentar, span }
  if (värde.saknas !== undefined)
    return { ...common, värde: null, decimaler: 0, saknas: värde.saknas }
  if (värde.formel !== undefined) {
    const formel = readFormel(värde.formel, span, located, diagnostics)
    return (
      formel && {
        ...common,
        ursprung: värde.ursprung ?? 'härlett',
        värde: null,
        decimaler: 0,
        formel
      }
    )
  }
  const läst = readNumber(värde.värde ?? '', enhet, span, diagnostics)
  return läst && { ...common, ...läst }
}

function hasKey(located: Located, path: Path, key: string): boolean {
  const value = path.reduce<unknown>(
    (v, step) => (v as Record<PropertyKey, unknown> | undefined)?.[step],
    located.data
  )
  return typeof value === 'object' && value !== null && key in value
}

/** A period key; reported where it isn't one. */
export function readPeriod(
  text: string,
  span: Span,
  { diagnostics, styrmodell }: Byggmiljö
): Period | undefined {
  const period = parsePeriod(text, styrmodell.perioder)
  if (!period) diagnostics.add(messages.okändPeriod(text), span)
  return period
}

/** Entries of a mapping keyed by period, each with its place. */
export function readPeriods<T>(
  record: Readonly<Record<string, T>> | undefined,
  located: Located,
  path: Path,
  miljö: Byggmiljö
): { period: Period; data: T; path: Path }[] {
  return Object.entries(record ?? {}).flatMap(([key, data]) => {
    const here = [...path, key]
    const period = readPeriod(key, located.spanOf(here, 'key'), miljö)
    return period ? [{ period, data, path: here }] : []
  })
}

/** Keeps the first of each id; the others are reported with both places. */
export class Ids {
  readonly #seen = new Map<string, Span>()
  readonly #diagnostics: Diagnostics
  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics
  }

  take(id: string, span: Span): boolean {
    const first = this.#seen.get(id)
    if (!first) {
      this.#seen.set(id, span)
      return true
    }
    this.#diagnostics.add(messages.dubblettId(id, first), span)
    return false
  }
}

export const percent = (text: string) =>
  decimal(text.replace(/\s*%$/, '').replace(',', '.')).div(100)
