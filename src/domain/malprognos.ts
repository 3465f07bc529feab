import { bedömIndikator, indikatorerna } from './bedomning.ts'
import type { EgenPrognos, Prognosstatus } from './malprognos-typ.ts'
import type { Mål, Serie } from './modell.ts'
import { helår, samePeriods, type Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import { isFel } from './referens.ts'
import type { Tal } from './tal.ts'

type Räkning = Pick<Räknare, 'modell' | 'serietal'>

/** What is expected when the year is over; a person's own forecast goes before the computed one. */
export interface Målprognos {
  readonly gällande: Prognosstatus | undefined
  readonly egen?: EgenPrognos | undefined
  /** The forecast figure that was held against the year's target. */
  readonly tal?: Tal | undefined
}

/**
 * An indicator's forecast figure held against the year's target, as its outcome will be. Nothing is
 * forecast once the year is over, nor where there is neither figure nor a person's own.
 */
export function prognosFörIndikator(räknare: Räkning, serie: Serie, nu: Period): Målprognos {
  if (nu.tillMånad === 12) return { gällande: undefined }
  const egen = samePeriods(nu)
    .map((id) => serie.perioder.get(id)?.målprognos)
    .find((prognos) => prognos !== undefined)
  const slut = helår(nu)
  const prognos = räknare.serietal(serie, 'prognos', nu)
  const tal = isFel(prognos) || prognos.värde === null ? undefined : prognos
  if (!tal) return { gällande: egen?.status, egen }
  const somUtfall: Räkning = {
    modell: räknare.modell,
    serietal: (s, mått, vid) =>
      s === serie && mått === 'utfall' && vid.id === slut.id
        ? prognos
        : räknare.serietal(s, mått, vid)
  }
  const status = bedömIndikator(somUtfall, serie, slut).beräknad?.status
  const beräknad: Prognosstatus | undefined =
    status === 'uppfyllt'
      ? 'uppnås'
      : status === 'delvis' || status === 'ej uppfyllt'
        ? 'uppnås inte'
        : undefined
  return { gällande: egen?.status ?? beräknad, egen, tal }
}

/** A goal with its forecast, and those of the goals and indicators below it. */
export interface Målprognosgren {
  readonly mål: Mål
  readonly prognos: Målprognos
  readonly undermål: readonly Målprognosgren[]
  readonly indikatorer: readonly { readonly serie: Serie; readonly prognos: Målprognos }[]
}

/** Forecasts weighed upwards: reached if all are, not reached if any isn't, else uncertain. */
export function prognosFörMål(räknare: Räkning, mål: Mål, nu: Period): Målprognosgren {
  const undermål = mål.undermål.map((under) => prognosFörMål(räknare, under, nu))
  const indikatorer = indikatorerna(räknare.modell)
    .filter((serie) => serie.mål === mål.id)
    .map((serie) => ({ serie, prognos: prognosFörIndikator(räknare, serie, nu) }))
  const egen = samePeriods(nu)
    .map((id) => mål.prognoser.get(id))
    .find((prognos) => prognos !== undefined)
  const vägd = weigh([...undermål, ...indikatorer].flatMap(({ prognos }) => prognos.gällande ?? []))
  return { mål, prognos: { gällande: egen?.status ?? vägd, egen }, undermål, indikatorer }
}

function weigh(statusar: readonly Prognosstatus[]): Prognosstatus | undefined {
  if (statusar.length === 0) return undefined
  if (statusar.includes('uppnås inte')) return 'uppnås inte'
  return statusar.includes('osäkert') ? 'osäkert' : 'uppnås'
}
