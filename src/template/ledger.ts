import type { Tal } from '../domain/tal.ts'
import { spansOf } from '../domain/tal.ts'
import { placeOf, positionOf, type Sources, type Span } from '../source.ts'

/** Where in a report a figure stands. */
export interface Plats {
  readonly avsnitt: string
  readonly tabell?: string
  readonly diagram?: string
  readonly rad?: string
  readonly kolumn?: string
}

/** A figure as printed, in the ledger `tal.json`. */
export interface Bokpost {
  readonly nr: number
  readonly text: string
  readonly tal: Tal
  readonly plats: Plats
  /** Drawn or shown on screen alone: not in the PDF. */
  endastHtml: boolean
}

/** Every figure that a report prints, in the order printed. */
export class Talbok {
  readonly poster: Bokpost[] = []

  add(tal: Tal, text: string, plats: Plats, endastHtml = false): Bokpost {
    const post: Bokpost = { nr: this.poster.length + 1, text, tal, plats, endastHtml }
    this.poster.push(post)
    return post
  }
}

/** At most this many places stand on the page; the ledger has them all. */
const SHOWN = 3

/** The places in data that a figure rests on, for the page: "data/…/ekonomi.yaml:31". */
export function källtext(tal: Tal, sources: Sources): string {
  const places = [...new Set(spansOf(tal).map((span) => placeOf(sources, span)))]
  const rest = places.length - SHOWN
  return places.slice(0, SHOWN).join(', ') + (rest > 0 ? ` och ${rest} till` : '')
}

interface Inmatning {
  readonly namn: string
  readonly period: string
  readonly värde: string | null
  readonly enhet: string
  readonly ursprung?: string
  readonly källa?: { readonly fil: string; readonly rad: number }
  readonly formel?: string
  readonly ingår?: readonly Inmatning[]
}

function describe(tal: Tal, sources: Sources): Inmatning {
  const { källa } = tal
  return {
    namn: tal.namn,
    period: tal.period,
    värde: tal.värde && tal.värde.toFixed(),
    enhet: tal.enhet.id,
    ...(tal.ursprung ? { ursprung: tal.ursprung } : {}),
    ...(källa.slag === 'datum'
      ? { källa: place(källa.span, sources) }
      : { formel: källa.formel, ingår: källa.ingår.map((del) => describe(del, sources)) })
  }
}

function place(span: Span, sources: Sources): { fil: string; rad: number } {
  const source = sources.get(span.file)
  return { fil: span.file, rad: source ? positionOf(source, span.start).line : 1 }
}

/** The ledger as data: what `tal.json` holds. */
export function ledgerAsJson(bok: Talbok, sources: Sources): object[] {
  return bok.poster.map(({ nr, text, tal, plats, endastHtml }) => ({
    nr,
    text,
    ...describe(tal, sources),
    plats,
    finnsI: endastHtml ? ['html'] : ['html', 'pdf']
  }))
}
