import { bedömIndikator } from '../../domain/bedomning.ts'
import { skillnad } from '../../domain/berakning.ts'
import type { Serie } from '../../domain/modell.ts'
import { comparePeriods, parsePeriod, yearsBefore, type Period } from '../../domain/period.ts'
import { isFel } from '../../domain/referens.ts'
import * as messages from '../../messages.ts'
import { intePåfylld, saknatArgument } from '../argument-messages.ts'
import { lowerFirst, KORTA_MÅNADER } from '../../text/swedish.ts'
import { listArg, textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { målvärdeText } from '../target.ts'
import type { Punkt, Underlag } from './diagram-underlag.ts'

/** The series and measures that `serie="a.utfall,b.utfall"` names. */
function seriesOf(anrop: Anrop, miljö: Miljö) {
  const refs = listArg(anrop, 'serie')
  const span = anrop.hash.get('serie')?.span ?? anrop.span
  if (refs.length === 0) return report(miljö, saknatArgument(anrop.namn, 'serie="…"'), anrop.span)
  const found = refs.map((ref) => {
    const [id = '', mått = 'utfall'] = ref.split('.')
    const serie = miljö.modell.serier.get(id)
    if (!serie && !miljö.modell.trasiga.has(id))
      report(miljö, messages.okänt('serie', id, [...miljö.modell.serier.keys()]), span)
    return serie && { serie, mått }
  })
  return found.every((x) => x !== undefined) ? found : undefined
}

/** Each series at the same time of year, up to the report's year. */
export function overTime(anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const serier = seriesOf(anrop, miljö)
  const first = serier?.[0]
  if (!serier || !first) return undefined
  const nu = miljö.period
  const till = periodArg(anrop, 'till', miljö) ?? nu
  const antal = anrop.hash.get('år')?.värde
  const från =
    periodArg(anrop, 'från', miljö) ??
    (typeof antal === 'number' ? yearsBefore(nu, antal - 1) : undefined)
  const punkter = serier.flatMap(({ serie, mått }) =>
    [...serie.perioder.values()]
      .map((post) => post.period)
      .filter(
        (p) =>
          p.slag === nu.slag &&
          p.tillMånad === nu.tillMånad &&
          p.år <= till.år &&
          (!från || p.år >= från.år)
      )
      .toSorted(comparePeriods)
      .flatMap((p): Punkt[] => {
        const tal = miljö.räknare.serietal(serie, mått, p)
        return isFel(tal)
          ? []
          : [
              {
                tal,
                rad: {
                  namn: p.id,
                  period: p.id,
                  ...(serier.length > 1 ? { serie: serie.kort } : {})
                }
              }
            ]
      })
  )
  const { serie } = first
  return {
    punkter,
    titel: serie.namn,
    enhet: serie.enhet,
    decimaler: serie.decimaler,
    ...målOf(first.serie, till, miljö)
  }
}

/** The target of a period as a line, where it is a plain limit. */
function målOf(serie: Serie, period: Period, miljö: Miljö): Pick<Underlag, 'målvärde'> {
  const målvärde = serie.perioder.get(period.id)?.målvärde
  if (!målvärde || !('värde' in målvärde.mål) || !målvärde.mål.värde) return {}
  const status = bedömIndikator(miljö.räknare, serie, period).gällande
  const text = målvärdeText(serie, målvärde.text)
  return {
    målvärde: {
      text: lowerFirst(text),
      värde: Number(målvärde.mål.värde.toFixed()),
      ...(status === 'uppfyllt' || status === 'delvis' || status === 'ej uppfyllt'
        ? { nås: status === 'uppfyllt' }
        : {})
    }
  }
}

function periodArg(anrop: Anrop, namn: string, miljö: Miljö): Period | undefined {
  const text = textArg(anrop, namn)
  if (text === undefined) return undefined
  const period = parsePeriod(text, miljö.modell.styrmodell.perioder)
  return period ?? report(miljö, messages.okändPeriod(text), anrop.hash.get(namn)?.span)
}

/** This year's and last year's months; `per="månad"` takes each month's share of the accumulated value. */
export function overMonths(anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const serier = seriesOf(anrop, miljö)
  const first = serier?.[0]
  if (!serier || !first) return undefined
  const { serie, mått } = first
  const perMånad = textArg(anrop, 'per') === 'månad'
  const nu = miljö.period
  const punkter = [nu.år - 1, nu.år].flatMap((år) =>
    Array.from({ length: nu.tillMånad }, (_, i) => i + 1).flatMap((månad): Punkt[] => {
      const id = `${år}-${String(månad).padStart(2, '0')}`
      const at = (m: number) =>
        miljö.räknare.serietal(
          serie,
          mått,
          parsePeriod(`${år}-${String(m).padStart(2, '0')}`) as Period
        )
      const tal = at(månad)
      if (isFel(tal)) return []
      const före = perMånad && månad > 1 ? at(månad - 1) : undefined
      // Without the month before, this month's share of the year isn't known.
      if (före && isFel(före)) return []
      const värde = före
        ? skillnad(tal, före, `${serie.namn} ${KORTA_MÅNADER[månad - 1]} ${år}`)
        : tal
      return [
        {
          tal: värde,
          rad: {
            namn: KORTA_MÅNADER[månad - 1] ?? '',
            period: id,
            serie: String(år),
            ...(år < nu.år ? { klass: 'föregående' as const } : {})
          }
        }
      ]
    })
  )
  const minskar = punkter.find(({ tal }) => tal.värde?.lt(0))
  if (perMånad && serie.enhet.antal && minskar)
    miljö.diagnostics.add(
      intePåfylld(serie.namn, minskar.rad.period ?? ''),
      anrop.hash.get('serie')?.span ?? anrop.span
    )
  return {
    punkter,
    titel: serie.namn,
    enhet: serie.enhet,
    decimaler: serie.decimaler,
    radrubrik: 'Månad'
  }
}
