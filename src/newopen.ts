import { isBrist } from './domain/internkontroll.ts'
import type { Modell } from './domain/modell.ts'
import { comparePeriods, parsePeriod, type Period } from './domain/period.ts'

/** Something that the last report left undone, with the helper whose section takes it up. */
export interface ÖppenPost {
  readonly hjälpare: 'uppdragslista' | 'kontrolltabell' | 'svarstabell'
  readonly text: string
  /** The period that it was last reported for. */
  readonly sedan: string
}

/**
 * What a new report has to come back to: assignments that weren't done, controls that weren't made
 * or whose measures weren't finished, and answers to auditors that weren't carried out when last
 * reported, before the period.
 */
export function öppnaPoster(modell: Modell, period: Period): ÖppenPost[] {
  const last = <U>(uppföljning: ReadonlyMap<string, U>) => senaste(uppföljning, modell, period)
  return [
    ...modell.uppdrag.flatMap(({ namn, uppföljning }): ÖppenPost[] => {
      const { u, sedan } = last(uppföljning) ?? {}
      return u && sedan && (u.status === 'pågår' || u.status === 'ej påbörjat')
        ? [{ hjälpare: 'uppdragslista', text: `${namn}: ${u.status}`, sedan }]
        : []
    }),
    ...modell.kontroller.flatMap(({ namn, uppföljning }): ÖppenPost[] => {
      const { u, sedan } = last(uppföljning) ?? {}
      if (!u || !sedan) return []
      const text =
        u.utfört === 'ej utfört'
          ? `${namn}: ej utfört${u.nyPlan === undefined ? '' : `, ${u.nyPlan}`}`
          : isBrist(u) && u.åtgärdsstatus !== 'klar'
            ? `${namn}: brist, åtgärden är inte klar`
            : undefined
      return text === undefined ? [] : [{ hjälpare: 'kontrolltabell', text, sedan }]
    }),
    ...modell.svar.flatMap(({ rubrik, uppföljning }): ÖppenPost[] => {
      const { u, sedan } = last(uppföljning) ?? {}
      return u && sedan && u.status !== 'klar'
        ? [{ hjälpare: 'svarstabell', text: `${rubrik}: ${u.status}`, sedan }]
        : []
    })
  ]
}

/** The latest follow-up before the period. */
function senaste<U>(
  uppföljning: ReadonlyMap<string, U>,
  { styrmodell }: Modell,
  nu: Period
): { readonly u: U; readonly sedan: string } | undefined {
  const före = [...uppföljning].flatMap(([id, u]) => {
    const period = parsePeriod(id, styrmodell.perioder)
    return period && comparePeriods(period, nu) < 0 ? [{ period, u }] : []
  })
  const sist = före.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1)
  return sist && { u: sist.u, sedan: sist.period.id }
}
