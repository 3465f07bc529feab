import type { Decimal } from './decimal.ts'
import { förTidigt, gällandeMålvärde } from './helarsmal.ts'
import type { Målvärde } from './malvarde.ts'
import { evaluateMålvärde, type Målstatus } from './maluppfyllelse.ts'
import type { Modell, Mål, Serie } from './modell.ts'
import { samePeriods, yearsBefore, type Period } from './period.ts'
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

/**
 * An indicator held against its target in a period; a person's own assessment goes before. What it
 * rests on is the outcome and the comparisons that the target asks for, nothing else.
 */
export function bedömIndikator(
  räknare: Pick<Räknare, 'modell' | 'serietal'>,
  serie: Serie,
  period: Period
): Målbedömning {
  const { styrmodell } = räknare.modell
  const poster = samePeriods(period).map((id) => serie.perioder.get(id))
  const gällande = gällandeMålvärde(serie, period)
  const målvärde = gällande?.målvärde
  const underlag: Tal[] = []
  const värde = (mått: string, vid: Period): Decimal | null => {
    const tal = räknare.serietal(serie, mått, vid)
    if (isFel(tal)) return null
    if (!underlag.includes(tal)) underlag.push(tal)
    return tal.värde
  }
  const grund = målvärde && groundOf(målvärde.mål)
  // The year's target, asked before the year is over: a forecast is nearer to it than the outcome.
  const prognos = gällande?.helår ? värde('prognos', period) : null
  const utfall = prognos ?? (grund === 'månader' ? null : värde('utfall', period))
  const evaluated = målvärde
    ? evaluateMålvärde(målvärde.mål, {
        utfall,
        enhet: serie.enhet,
        riktning: serie.riktning,
        period,
        delvisFrån: styrmodell.delvisFrån,
        föregående: grund === 'föregående' ? värde('utfall', yearsBefore(period)) : undefined,
        riket: grund === 'riket' ? värde('riket', period) : undefined,
        budget: grund === 'budget' ? värde('budget', period) : undefined,
        totalt: grund === 'totalt' ? värde('totalt', period) : undefined,
        vid: (år) => värde('utfall', yearsBefore(period, period.år - år)),
        månader: grund === 'månader' ? månaderna(period, värde) : undefined
      })
    : {
        status: utfall === null ? ('ej mätt' as const) : ('ej bedömt' as const),
        måluppfyllnad: null,
        förklaring: 'Inget målvärde är satt för perioden'
      }
  const computed =
    gällande?.helår && förTidigt(gällande.målvärde.mål, serie.enhet, prognos, evaluated)
      ? {
          status: 'ej bedömt' as const,
          måluppfyllnad: evaluated.måluppfyllnad,
          förklaring: 'Målet gäller hela året, och prognos saknas',
          saknas: 'prognos för helåret'
        }
      : evaluated
  return {
    ...combineBedömning(computed, poster.find((post) => post?.bedömning)?.bedömning),
    måluppfyllnad: computed.måluppfyllnad,
    förklaring: computed.förklaring,
    saknas: 'saknas' in computed ? computed.saknas : undefined,
    underlag
  }
}

/** What a target is held against besides the outcome. Other years are asked for one by one. */
function groundOf(
  mål: Målvärde
): 'föregående' | 'riket' | 'budget' | 'totalt' | 'månader' | undefined {
  if (mål.slag === 'vissa år') return mål.mål && groundOf(mål.mål)
  if (mål.slag === 'jämfört') return mål.med.slag === 'år' ? undefined : mål.med.slag
  if (mål.slag === 'samtliga') return mål.värde === null ? 'totalt' : undefined
  return mål.slag === 'månader' ? 'månader' : undefined
}

/** Monthly outcomes January up to the period's last month; undefined where no month is there. */
function månaderna(
  period: Period,
  värde: (mått: string, vid: Period) => Decimal | null
): (Decimal | null)[] | undefined {
  const months = Array.from({ length: period.tillMånad }, (_, i) => {
    const id = `${period.år}-${String(i + 1).padStart(2, '0')}`
    return värde('utfall', { id, år: period.år, slag: 'månad', tillMånad: i + 1 })
  })
  return months.some((värde) => värde !== null) ? months : undefined
}

/** A goal with its assessment, and those of the goals and indicators below it. */
export interface BedömtMål {
  readonly mål: Mål
  readonly bedömning: Bedömning & { readonly förklaring: string }
  readonly undermål: readonly BedömtMål[]
  readonly indikatorer: readonly { readonly serie: Serie; readonly bedömning: Målbedömning }[]
}

/** Assessments weighed upwards through the goal tree by the model's rule; own assessments go before. */
export function bedömMål(
  räknare: Pick<Räknare, 'modell' | 'serietal'>,
  mål: Mål,
  period: Period
): BedömtMål {
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
    modell.styrmodell.sammanvägning
  )
  const bedömning = combineBedömning(vägt, mål.bedömningar.get(period.id))
  return { mål, bedömning: { ...bedömning, förklaring: vägt.förklaring }, undermål, indikatorer }
}

export function indikatorerna(modell: Modell): Serie[] {
  return [...modell.serier.values()].filter((serie) => serie.slag === 'indikator')
}

const STATUSORD = new Map<string, Målstatus>([
  ['uppfyllda', 'uppfyllt'],
  ['delvis', 'delvis'],
  ['ej-uppfyllda', 'ej uppfyllt'],
  ['ej-mätta', 'ej mätt'],
  ['ej-bedömda', 'ej bedömt']
])

/** The words that indicators are counted by: `indikatorer.uppfyllda`. */
export const INDIKATORANTAL: readonly string[] = ['antal', ...STATUSORD.keys()]

/** The indicators with a status in the period; undefined for a word that isn't one. */
export function indikatorerMed(
  räknare: Pick<Räknare, 'modell' | 'serietal'>,
  vad: string,
  period: Period
): Serie[] | undefined {
  const alla = indikatorerna(räknare.modell)
  if (vad === 'antal') return alla
  const status = STATUSORD.get(vad)
  return (
    status && alla.filter((serie) => bedömIndikator(räknare, serie, period).gällande === status)
  )
}
