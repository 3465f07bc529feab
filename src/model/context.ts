import type { Diagnostics, Message } from '../diagnostic.ts'
import { parseFormel } from '../domain/formel.ts'
import { decimal } from '../domain/decimal.ts'
import { convert, måttenhet, måttenhetNames, type Måttenhet } from '../domain/mattenhet.ts'
import type { Datum, Formel, Styrmodell } from '../domain/modell.ts'
import { parsePeriod, type Period } from '../domain/period.ts'
import type { Ursprung } from '../domain/tal.ts'
import { okändPeriod } from '../messages.ts'
import type { Värde } from '../schema/common.ts'
import type { Span } from '../source.ts'
import { parseTal } from '../text/number.ts'
import { formatDecimal } from '../text/swedish.ts'
import type { Located, Path } from '../yaml/read.ts'
import * as messages from './messages.ts'

/** What all builders need: where to report, and the steering model's names for periods. */
export interface Byggmiljö {
  readonly diagnostics: Diagnostics
  readonly styrmodell: Styrmodell
  /** Names of the organisation's units by folder, for rows that are another unit's. */
  readonly enhetsnamn?: ReadonlyMap<string, string> | undefined
  /** Ids of records with faults; a builder adds those it finds. */
  readonly trasiga?: Set<string>
}

/** A value's text → number, by its unit. Reported and undefined where it isn't one number. */
export function readNumber(
  text: string,
  enhet: Måttenhet | undefined,
  span: Span,
  diagnostics: Diagnostics,
  decimaler?: number
): { värde: Datum['värde']; decimaler: number } | undefined {
  const { tal, skriven } = splitUnit(text)
  const läst = parseTal(tal, { antal: enhet?.antal ?? false })
  if (skriven && enhet && skriven.id !== enhet.id && !(skriven.antal && enhet.antal)) {
    const omräknat = 'fel' in läst ? undefined : convert(läst.värde, skriven, enhet)
    const decimaler = omräknat && (/\.(\d+)/.exec(omräknat.toFixed())?.[1]?.length ?? 0)
    diagnostics.add(
      messages.annanEnhet(
        text,
        skriven.id,
        enhet.id,
        omräknat && formatDecimal(omräknat, decimaler ?? 0)
      ),
      span
    )
    return undefined
  }
  if (!('fel' in läst)) {
    if (!looksLikeThousands(tal, läst.decimaler, enhet, decimaler)) return läst
    const tusental = tal.trim().replace(/[.,]/, ' ')
    diagnostics.add(messages.tusentalEllerDecimaler(text, tusental), span)
    return undefined
  }
  diagnostics.add(
    messages.ogiltigtTal(text, läst.fel, {
      ...('tusental' in läst ? { tusental: läst.tusental } : {}),
      ...(enhet ? { enhet: enhet.id } : {})
    }),
    span
  )
  return undefined
}

/**
 * "182.880" for whole kronor, or where the series declares fewer decimals: three digits after the
 * mark are thousands as likely as decimals, and a guess would be a thousand times wrong.
 */
function looksLikeThousands(
  text: string,
  skrivna: number,
  enhet: Måttenhet | undefined,
  decimaler: number | undefined
): boolean {
  if (skrivna !== 3 || !/(?:^|\D)[1-9]\d{0,2}[.,]\d{3}$/.test(text.trim())) return false
  return (decimaler ?? (enhet?.id === 'kr' || enhet?.id === 'tkr' ? 0 : 3)) < 3
}

/** "5 000 tkr" → the number's text and its unit, by symbol, word or id. */
export function splitUnit(text: string): { tal: string; skriven: Måttenhet | undefined } {
  const match = /^([-−–+]?\s*\d(?:[\d\s.,]*\d)?)\s*(\D+)$/u.exec(text)
  const ord = match?.[2]?.trim().toLowerCase() ?? ''
  const skriven = måttenhetNames
    .map((namn) => måttenhet(namn))
    .find((enhet) => ord !== '' && enhet && [enhet.id, enhet.symbol, enhet.ord].includes(ord))
  return skriven ? { tal: match?.[1] ?? text, skriven } : { tal: text, skriven: undefined }
}

/** A formula's text → tree; faults are reported at their place inside the text. */
export function readFormel(
  text: string,
  span: Span,
  located: Located,
  diagnostics: Diagnostics
): Formel | undefined {
  const träd = parseFormel(text)
  // Quotes and folding may shift the text in the file; then the whole value is the place.
  const shift = located.source.text.slice(span.start, span.end).indexOf(text)
  const exact = shift < 0 ? span : partOf(span, shift, shift + text.length)
  if (!('fel' in träd)) return { text, träd, span: exact }
  diagnostics.add(
    messages.formelfel(träd.fel),
    shift < 0 ? span : partOf(exact, träd.start, Math.max(träd.end, träd.start + 1))
  )
  return undefined
}

/** Part of a span by offsets from its start. */
export function partOf(span: Span, from: number, to: number): Span {
  return { file: span.file, start: span.start + from, end: span.start + to }
}

/** A value record → Datum: the number, formula or absence, with the origin that is nearest. */
export function readDatum(
  värde: Värde,
  enhet: Måttenhet | undefined,
  ursprung: Ursprung | undefined,
  located: Located,
  path: Path,
  diagnostics: Diagnostics,
  decimaler?: number
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
  const läst = readNumber(värde.värde ?? '', enhet, span, diagnostics, decimaler)
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
  { diagnostics, styrmodell }: Byggmiljö,
  relativa: readonly string[] = []
): Period | undefined {
  const period = parsePeriod(text, styrmodell.perioder)
  if (!period) diagnostics.add(okändPeriod(text, relativa), span)
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
  readonly #message: (id: string, first: Span) => Message
  constructor(diagnostics: Diagnostics, message = messages.dubblettId) {
    this.#diagnostics = diagnostics
    this.#message = message
  }

  take(id: string, span: Span): boolean {
    const first = this.#seen.get(id)
    if (!first) {
      this.#seen.set(id, span)
      return true
    }
    this.#diagnostics.add(this.#message(id, first), span)
    return false
  }
}

export const percent = (text: string) =>
  decimal(text.replace(/\s*%$/, '').replace(',', '.')).div(100)
