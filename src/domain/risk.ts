import type { Span } from '../source.ts'
import { comparePeriods, samePeriods, type Period } from './period.ts'
import type { Ursprung } from './tal.ts'

/** The words for each step of likelihood and consequence, and the levels that a risk value falls in. */
export interface Riskskala {
  /** Step 1 first. */
  readonly sannolikhet: readonly string[]
  readonly konsekvens: readonly string[]
  /** Lowest level first; each holds the risk values up to and with `till`. */
  readonly gränser: readonly { readonly till: number; readonly ord: string }[]
}

/** Scale 1–4 with the limits most in use (1–3, 4–8, 9–16), for a styrmodell that says nothing. */
export const VANLIG_RISKSKALA: Riskskala = {
  sannolikhet: ['Mycket liten', 'Liten', 'Stor', 'Mycket stor'],
  konsekvens: ['Försumbar', 'Lindrig', 'Kännbar', 'Allvarlig'],
  gränser: [
    { till: 3, ord: 'Låg' },
    { till: 8, ord: 'Medel' },
    { till: 16, ord: 'Hög' }
  ]
}

/** A point in the matrix: two steps from 1. */
export interface Riskläge {
  readonly sannolikhet: number
  readonly konsekvens: number
}

export type Hantering = 'acceptera' | 'bevaka' | 'granska' | 'åtgärda'
export type Åtgärdsstatus = 'ej påbörjad' | 'pågår' | 'klar'

/** What was found of a risk at one time. */
export interface Riskbedömning extends Riskläge {
  readonly period: Period
  /** Before the measures of the period, where it was assessed twice. */
  readonly före?: Riskläge | undefined
  readonly hantering?: Hantering | undefined
  readonly åtgärd?: string | undefined
  readonly ansvarig?: string | undefined
  readonly klardatum?: string | undefined
  readonly status?: Åtgärdsstatus | undefined
  /** A risk value typed in data: compared, never printed. */
  readonly angivet?: { readonly värde: number; readonly span: Span } | undefined
  readonly motivering?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** Something that may go wrong, assessed again and again. */
export interface Risk {
  readonly id: string
  /** R1, R2 … in the order of data: what matrix and table know it by. */
  readonly nr: string
  readonly namn: string
  readonly område?: string | undefined
  readonly process?: string | undefined
  readonly beskrivning?: string | undefined
  readonly riskägare?: string | undefined
  /** Ids of the controls that guard against it. */
  readonly kontroller: readonly string[]
  readonly bedömningar: ReadonlyMap<string, Riskbedömning>
  readonly span: Span
}

/** Likelihood × consequence. Computed, never stored (a stored one is out of date at the next change). */
export function riskvärde({ sannolikhet, konsekvens }: Riskläge): number {
  return sannolikhet * konsekvens
}

/** A level of the scale with its place from the lowest, 0. */
export interface Risknivå {
  readonly ord: string
  readonly steg: number
  readonly högst: boolean
}

/** The level that a risk value falls in: the first whose limit it doesn't exceed. */
export function risknivå(värde: number, skala: Riskskala): Risknivå {
  const { gränser } = skala
  const found = gränser.findIndex(({ till }) => värde <= till)
  const steg = found < 0 ? gränser.length - 1 : found
  return { ord: gränser[steg]?.ord ?? '', steg, högst: steg === gränser.length - 1 }
}

/** What stands of a risk at a period: the assessment of that period, else the latest before it. */
export function bedömningFor(risk: Risk, nu: Period): Riskbedömning | undefined {
  return (
    samePeriods(nu)
      .map((id) => risk.bedömningar.get(id))
      .find((b) => b !== undefined) ??
    ordnade(risk).findLast((b) => comparePeriods(b.period, nu) <= 0)
  )
}

/** The assessment before the one that stands at a period. */
export function föregåendeBedömning(risk: Risk, nu: Period): Riskbedömning | undefined {
  const gäller = bedömningFor(risk, nu)
  return gäller && ordnade(risk).findLast((b) => comparePeriods(b.period, gäller.period) < 0)
}

/** The last assessment, as a list of none or one: older ones are history. */
export function senasteBedömning(risk: Risk): Riskbedömning[] {
  return ordnade(risk).slice(-1)
}

function ordnade(risk: Risk): Riskbedömning[] {
  return [...risk.bedömningar.values()].toSorted((a, b) => comparePeriods(a.period, b.period))
}

export type Risktrend = 'ny' | 'ökar' | 'oförändrad' | 'minskar'

/** Where a risk is heading, against its assessment before. A risk assessed once is new. */
export function risktrend(risk: Risk, nu: Period): Risktrend | undefined {
  const gäller = bedömningFor(risk, nu)
  if (!gäller) return undefined
  const före = föregåendeBedömning(risk, nu)
  if (!före) return 'ny'
  const skillnad = riskvärde(gäller) - riskvärde(före)
  return skillnad > 0 ? 'ökar' : skillnad < 0 ? 'minskar' : 'oförändrad'
}

/** The risks that have an assessment at a period, the greatest risk value first, else as in data. */
export function riskerFor(
  risker: readonly Risk[],
  nu: Period,
  läge: (b: Riskbedömning) => Riskläge = (b) => b
): { readonly risk: Risk; readonly bedömning: Riskbedömning }[] {
  return risker
    .flatMap((risk) => {
      const bedömning = bedömningFor(risk, nu)
      return bedömning ? [{ risk, bedömning }] : []
    })
    .toSorted((a, b) => riskvärde(läge(b.bedömning)) - riskvärde(läge(a.bedömning)))
}

/** Before the period's measures, or as assessed where that was done once: what a plan starts from. */
export function ingångsläge(bedömning: Riskbedömning): Riskläge {
  return bedömning.före ?? bedömning
}
