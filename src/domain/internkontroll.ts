import type { Span } from '../source.ts'
import type { Kontroll, Kontrolluppföljning } from './modell.ts'
import { samePeriods, type Period } from './period.ts'
import {
  risknivå,
  riskvärde,
  type Hantering,
  type Risk,
  type Riskbedömning,
  type Riskskala
} from './risk.ts'

/** A period's follow-up, under whichever name the period goes: 2021 is 2021-T3. */
export function uppföljningFor<U>(
  { uppföljning }: { readonly uppföljning: ReadonlyMap<string, U> },
  nu: Period
): U | undefined {
  return samePeriods(nu)
    .map((id) => uppföljning.get(id))
    .find((found) => found !== undefined)
}

/** What goes against itself in an internal control plan or its follow-up, with the datum it stands in. */
export type Motsägelse = { readonly span: Span; readonly namn: string; readonly period: string } & (
  | { readonly slag: 'utfört men ej tillämpligt' }
  | { readonly slag: 'brist utan åtgärd'; readonly resultat: string }
  | { readonly slag: 'ej utfört utan ny plan' }
  | { readonly slag: 'hög risk utan hantering'; readonly nivå: string; readonly värde: number }
  | { readonly slag: 'hög risk utan följd'; readonly hantering: Hantering }
  | { readonly slag: 'angivet riskvärde'; readonly angivet: number; readonly värde: number }
)

/** Contradictions among controls: a reason in `kommentar` answers the first, words the others. */
export function kontrollmotsägelser(kontroller: readonly Kontroll[]): Motsägelse[] {
  return kontroller.flatMap((kontroll) =>
    [...kontroll.uppföljning].flatMap(([period, u]) => {
      const slag = contradiction(u)
      return slag ? [{ ...slag, namn: kontroll.namn, period, span: u.span }] : []
    })
  )
}

/** Whether a control found something to mend. */
export function isBrist({ resultat }: Kontrolluppföljning): boolean {
  return resultat === 'brister identifierade' || resultat === 'risker identifierade'
}

function contradiction(u: Kontrolluppföljning) {
  if (u.utfört === 'ej utfört')
    return u.nyPlan === undefined && u.klardatum === undefined
      ? ({ slag: 'ej utfört utan ny plan' } as const)
      : undefined
  if (u.resultat === 'ej tillämpligt' && u.kommentar === undefined)
    return { slag: 'utfört men ej tillämpligt' } as const
  if (isBrist(u) && u.åtgärd === undefined)
    return { slag: 'brist utan åtgärd', resultat: u.resultat } as const
  return undefined
}

/** Contradictions among risks: a typed risk value that isn't S × K, a high risk left alone. */
export function riskmotsägelser(risker: readonly Risk[], skala: Riskskala): Motsägelse[] {
  return risker.flatMap((risk) =>
    [...risk.bedömningar.values()].flatMap((b): Motsägelse[] => {
      const found: Motsägelse[] = []
      const värde = riskvärde(b)
      const plats = { namn: risk.namn, period: b.period.id, span: b.span }
      if (b.angivet && b.angivet.värde !== värde)
        found.push({
          ...plats,
          slag: 'angivet riskvärde',
          angivet: b.angivet.värde,
          värde,
          span: b.angivet.span
        })
      const nivå = risknivå(värde, skala)
      if (!nivå.högst) return found
      const { hantering } = b
      if (hantering === undefined)
        found.push({ ...plats, slag: 'hög risk utan hantering', nivå: nivå.ord, värde })
      else if (UTEBLIVET[hantering](b, risk))
        found.push({ ...plats, slag: 'hög risk utan följd', hantering })
      return found
    })
  )
}

/** What each way to handle a risk must be followed by, and isn't. */
const UTEBLIVET: Readonly<Record<Hantering, (b: Riskbedömning, risk: Risk) => boolean>> = {
  acceptera: (b) => b.motivering === undefined,
  bevaka: () => false,
  granska: (_, risk) => risk.kontroller.length === 0,
  åtgärda: (b) => b.åtgärd === undefined
}
