import type { Decimal } from './decimal.ts'
import { evaluateMålvärde } from './maluppfyllelse.ts'
import type { Modell, Mål, Serie } from './modell.ts'
import { comparePeriods, yearsBefore, type Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import { isFel } from './referens.ts'
import { combineBedömning, sammanväg, type Bedömning } from './sammanvagning.ts'
import type { Tal } from './tal.ts'

/** An indicator's fulfilment in a period, with what it rests on. */
export interface Målbedömning extends Bedömning {
  /** Share of the target that is reached, e.g. 0.53; null where a share says nothing. */
  readonly måluppfyllnad: Decimal | null
  readonly förklaring: string
  readonly saknas?: string | undefined
  readonly underlag: readonly Tal[]
}

/** An indicator held against its target in a period; a person's own assessment goes before. */
export function bedömIndikator(räknare: Räknare, serie: Serie, period: Period): Målbedömning {
  const { styrmodell } = räknare.modell
  const post = serie.perioder.get(period.id)
  const underlag: Tal[] = []
  const värde = (mått: string, vid: Period): Decimal | null => {
    const tal = räknare.serietal(serie, mått, vid)
    if (isFel(tal)) return null
    underlag.push(tal)
    return tal.värde
  }
  const utfall = värde('utfall', period)
  const föregående = yearsBefore(period)
  const computed = post?.målvärde
    ? evaluateMålvärde(post.målvärde.mål, {
        utfall,
        enhet: serie.enhet,
        riktning: serie.riktning,
        period,
        delvisFrån: styrmodell.delvisFrån,
        föregående: värde('utfall', föregående),
        riket: värde('riket', period),
        budget: värde('budget', period),
        vid: (år) => värde('utfall', yearsBefore(period, period.år - år)),
        månader: månaderna(serie, period),
        historik: historiken(räknare, serie, period)
      })
    : {
        status: utfall === null ? ('ej mätt' as const) : ('ej bedömt' as const),
        måluppfyllnad: null,
        förklaring: 'Inget målvärde är satt för perioden'
      }
  return {
    ...combineBedömning(computed, post?.bedömning),
    måluppfyllnad: computed.måluppfyllnad,
    förklaring: computed.förklaring,
    saknas: 'saknas' in computed ? computed.saknas : undefined,
    underlag
  }
}

/** Monthly outcomes January up to the period's last month; undefined where no month is there. */
function månaderna(serie: Serie, period: Period): (Decimal | null)[] | undefined {
  const months = Array.from({ length: period.tillMånad }, (_, i) => {
    const post = serie.perioder.get(`${period.år}-${String(i + 1).padStart(2, '0')}`)
    return post?.värden.get('utfall')?.värde ?? null
  })
  return months.some((värde) => värde !== null) ? months : undefined
}

/** The outcomes of the same period every year up to this one, oldest first. */
function historiken(räknare: Räknare, serie: Serie, period: Period): (Decimal | null)[] {
  return [...serie.perioder.values()]
    .filter(
      (post) =>
        post.period.slag === period.slag &&
        post.period.tillMånad === period.tillMånad &&
        post.period.år <= period.år
    )
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((post) => {
      const tal = räknare.serietal(serie, 'utfall', post.period)
      return isFel(tal) ? null : tal.värde
    })
}

/** A goal with its assessment, and those of the goals and indicators below it. */
export interface BedömtMål {
  readonly mål: Mål
  readonly bedömning: Bedömning & { readonly förklaring: string }
  readonly undermål: readonly BedömtMål[]
  readonly indikatorer: readonly { readonly serie: Serie; readonly bedömning: Målbedömning }[]
}

/** Assessments weighed upwards through the goal tree by the model's rule; own assessments go before. */
export function bedömMål(räknare: Räknare, mål: Mål, period: Period): BedömtMål {
  const { modell } = räknare
  const undermål = mål.undermål.map((under) => bedömMål(räknare, under, period))
  const indikatorer = indikatorerna(modell)
    .filter((serie) => serie.mål === mål.id)
    .map((serie) => ({ serie, bedömning: bedömIndikator(räknare, serie, period) }))
  const vägt = sammanväg(
    [
      ...undermål.map((under) => under.bedömning.gällande),
      ...indikatorer.map((i) => i.bedömning.gällande)
    ],
    { slag: modell.styrmodell.sammanvägning }
  )
  const bedömning = combineBedömning(vägt, mål.bedömningar.get(period.id))
  return { mål, bedömning: { ...bedömning, förklaring: vägt.förklaring }, undermål, indikatorer }
}

export function indikatorerna(modell: Modell): Serie[] {
  return [...modell.serier.values()].filter((serie) => serie.slag === 'indikator')
}

/** How many indicators have a status in the period; undefined for a word that isn't one. */
export function countIndikatorer(
  räknare: Räknare,
  vad: string,
  period: Period
): number | undefined {
  const alla = indikatorerna(räknare.modell)
  if (vad === 'antal') return alla.length
  const status = (
    {
      uppfyllda: 'uppfyllt',
      delvis: 'delvis',
      'ej-uppfyllda': 'ej uppfyllt',
      'ej-mätta': 'ej mätt',
      'ej-bedömda': 'ej bedömt'
    } as Record<string, string>
  )[vad]
  return status === undefined
    ? undefined
    : alla.filter((serie) => bedömIndikator(räknare, serie, period).gällande === status).length
}
