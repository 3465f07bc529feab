import { decimal, type Decimal } from '../domain/decimal.ts'
import { parsePeriod } from '../domain/period.ts'

/** A figure in `tal.json`, or one that it is computed from. */
export interface Inmatning {
  readonly namn: string
  readonly period: string
  readonly värde: string | null
  readonly enhet: string
  readonly källa?: { readonly fil: string; readonly rad: number }
  readonly formel?: string
  readonly ingår?: readonly Inmatning[]
}

export interface Bokrad extends Inmatning {
  readonly nr: number
  readonly text: string
  readonly plats: {
    readonly avsnitt: string
    readonly tabell?: string
    readonly diagram?: string
    readonly rad?: string
    readonly kolumn?: string
  }
}

/** One figure of a report, wherever and however often it is printed or takes part in another. */
export interface Uppgift {
  readonly namn: string
  readonly period: string
  /** The period seen from the report's own: the same for this year in last year's report. */
  readonly tid: string
  readonly värde: Decimal | null
  readonly enhet: string
  /** As many decimals as it is printed with at most. */
  decimaler: number
  /** Where it is read; undefined for one that is computed. */
  readonly källa: { readonly fil: string; readonly rad: number } | undefined
  readonly formel: string | undefined
  /** Figures out of data that it rests on, itself if it is one. */
  readonly rötter: Set<Uppgift>
  /** Where it is printed: table, row and column, or section. Empty where it only takes part. */
  readonly platser: Set<string>
}

/** Every figure in a ledger, printed or taken into another, each once. */
export function readUppgifter(tal: readonly Bokrad[], rapportperiod: string): Uppgift[] {
  const all = new Map<string, Uppgift>()
  const roots = new Map<Inmatning, Set<Uppgift>>()
  const visit = (one: Inmatning): Uppgift => {
    const ingår = one.ingår ?? []
    const rötter = roots.get(one) ?? new Set(ingår.flatMap((part) => [...visit(part).rötter]))
    roots.set(one, rötter)
    const tid = relative(one.period, rapportperiod)
    const value = one.värde === null ? null : decimal(one.värde)
    // Printed without its sign it is the same figure.
    const key = [
      one.namn,
      tid,
      one.enhet,
      value === null ? '' : value.abs().toFixed(),
      one.källa ? 'data' : [...rötter].map(({ namn, tid: t }) => `${namn} ${t}`).join('+')
    ].join('|')
    const known = all.get(key)
    if (known) return known
    const made: Uppgift = {
      namn: one.namn,
      period: one.period,
      tid,
      värde: value,
      enhet: one.enhet,
      decimaler: 0,
      källa: one.källa,
      formel: one.formel,
      rötter: new Set(rötter),
      platser: new Set()
    }
    if (one.källa) made.rötter.add(made)
    all.set(key, made)
    return made
  }
  for (const post of tal) {
    const uppgift = visit(post)
    const { avsnitt, tabell, diagram, rad, kolumn } = post.plats
    uppgift.platser.add([tabell ?? diagram ?? avsnitt, rad ?? '', kolumn ?? ''].join('|'))
    uppgift.decimaler = Math.max(uppgift.decimaler, /,(\d+)/.exec(post.text)?.[1]?.length ?? 0)
  }
  return [...all.values()]
}

/** "2016" in a report on 2017 is "−1 år"; the report's own part of the year is told from others. */
function relative(period: string, rapportperiod: string): string {
  const [one, own] = [parsePeriod(period), parsePeriod(rapportperiod)]
  if (!one || !own) return period
  const part = one.tillMånad === own.tillMånad ? 'samma' : `till ${one.tillMånad}`
  return `${part} ${one.slag === own.slag ? '' : one.slag} ${one.år - own.år}`
}
