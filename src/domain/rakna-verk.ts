import type { Datum, Modell, Rad, Serie, Uppställning } from './modell.ts'
import type { Period } from './period.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT, isFel, type Referensfel } from './referens.ts'
import type { Tal } from './tal.ts'

/** What the parts of the calculator ask each other for; every figure is computed once. */
export interface Räkneverk {
  readonly modell: Modell
  readonly grannar: Grannar
  tal(ref: string, period: Period): Tal | Referensfel
  serietal(serie: Serie, mått: string, period: Period): Tal | Referensfel
  celltal(tabell: Uppställning, rad: Rad, mått: string, period: Period): Tal | Referensfel
  period(text: string | undefined, nu: Period): Period | Referensfel
}

/** What can be asked of another unit's calculator. */
export type Granne = Pick<Räkneverk, 'modell' | 'tal' | 'serietal' | 'celltal' | 'period'>

/** The other units of the organisation, by folder name. */
export interface Grannar {
  readonly enheter: readonly string[]
  räknare(enhet: string): Granne | undefined
}

/** Both, or the first fault. */
export function both(a: Tal | Referensfel, b: Tal | Referensfel): [Tal, Tal] | Referensfel {
  return isFel(a) ? a : isFel(b) ? b : [a, b]
}

/** A datum from data as a figure. */
export function givet(
  datum: Datum,
  enhet: Tal['enhet'],
  decimaler: number,
  nu: Period,
  namn: string
): Tal {
  return {
    värde: datum.värde,
    enhet,
    decimaler,
    period: nu.id,
    namn,
    ursprung: datum.ursprung,
    saknas: datum.saknas,
    källa: { slag: 'datum', span: datum.span }
  }
}

/** A measure's name as headings have it. */
export function måttnamn(modell: Modell, mått: string): string {
  return modell.mått.get(mått)?.namn ?? GIVNA_MÅTT[mått] ?? HÄRLEDDA_MÅTT[mått] ?? mått
}
