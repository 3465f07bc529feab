import { formatDecimal, withUnit } from '../text/swedish.ts'
import { computeBalanskrav } from './balanskrav.ts'
import type { Balanskravsval } from './lagstadgat.ts'
import { decimal, sum } from './decimal.ts'
import type { Rad, Uppställning } from './modell.ts'
import { samePeriods, yearsBefore, type Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import { isFel } from './referens.ts'
import { checkSamband, lagstadgade } from './samband.ts'
import type { Granskningsval, Kriterieutfall, Skäl } from './sjalvgranskning.ts'
import { bedömt, obedömt, prövaAlla } from './sjalvgranskning-kriterium.ts'
import { granskaMåluppfyllelse, isEkonomimål } from './sjalvgranskning-verksamhet.ts'
import type { Tal } from './tal.ts'

const BUDGET = {
  id: 'internbudget',
  namn: 'Internbudget',
  krav: 'Varje rad i den ekonomiska uppställningen har en budget för perioden.'
}
const UPPFÖLJNING = {
  id: 'uppfoljning-av-ekonomi',
  namn: 'Uppföljning av ekonomin',
  krav: 'Varje rad har ett utfall, och en prognos när året inte är slut.'
}
const RESULTAT = {
  id: 'resultat-mot-budget',
  namn: 'Resultat mot budget',
  krav: 'Resultatet ryms inom budget. En avvikelse på högst en procent av omslutningen är mindre.'
}
const ÅTGÄRDER = {
  id: 'ekonomiska-atgarder',
  namn: 'Förklarade avvikelser',
  krav: 'Varje rad som är mer än en procent av omslutningen sämre än budget är förklarad.'
}
const SAMBAND = {
  id: 'samband',
  namn: 'Räkenskaperna hänger ihop',
  krav: 'Balansräkning, kassaflöde och resultat stämmer överens.'
}
const BALANSKRAV = {
  id: 'balanskrav',
  namn: 'Balanskravet',
  krav: 'Balanskravsresultatet är inte negativt (11 kap. 12 § kommunallagen).'
}
const STÄMMER = {
  id: 'rapporten-stammer',
  namn: 'Rapporten stämmer med sina data',
  krav: 'Kontrollerna hittar inga fel och inga varningar i rapporten.'
}
/** What is a small deviation, as a share of the turnover. */
const MINDRE = decimal('0.01')

interface Post {
  readonly tabell: Uppställning
  readonly rad: Rad & { slag: 'konto' }
  readonly namn: string
  readonly kommenterad: boolean
  readonly budget: Tal | undefined
  readonly utfall: Tal | undefined
  readonly prognos: Tal | undefined
  readonly avvikelse: Tal | undefined
}

/** Whether the money was looked after: a budget, followed, held, and what broke it explained. */
export function granskaEkonomi(
  räknare: Räknare,
  period: Period,
  { uppföljning, fynd }: Granskningsval
): Kriterieutfall[] {
  const tabeller = budgettabeller(räknare, uppföljning)
  const poster = tabeller.flatMap((tabell) => posterna(räknare, tabell, period))
  const budget =
    poster.length === 0
      ? obedömt(BUDGET, 'Enheten har ingen uppställning med budget i data (uppställningar:).')
      : prövaAlla(
          BUDGET,
          poster,
          (p) => lacks(p, p.budget, 'budget', period),
          (n, alla) => `${n} av ${alla} rader har budget för ${period.id}.`
        )
  if (!uppföljning) return withFindings([budget], fynd)
  const kriterier = [
    budget,
    ...(poster.length === 0
      ? []
      : [
          prövaAlla(
            UPPFÖLJNING,
            poster,
            (p) =>
              lacks(p, p.utfall, 'utfall', period) ??
              (period.tillMånad < 12 ? lacks(p, p.prognos, 'prognos', period) : undefined),
            (n, alla) => `${n} av ${alla} rader är uppföljda.`
          )
        ]),
    ...tabeller.flatMap((tabell) => granskaResultat(räknare, tabell, period)),
    ...granskaAvvikelser(poster),
    ...granskaMåluppfyllelse(räknare, period, isEkonomimål)
  ]
  return withFindings(kriterier, fynd)
}

/** What the report's own rules found says nothing of an economy that nothing else is known of. */
const withFindings = (
  kriterier: readonly Kriterieutfall[],
  fynd: Granskningsval['fynd']
): Kriterieutfall[] =>
  kriterier.every(({ bedömning }) => bedömning === 'går inte att bedöma')
    ? [...kriterier]
    : [...kriterier, stämmer(fynd)]

/** Tables with a budget, and where it is followed up with the outcome beside it: a plan's own table is no follow-up. */
const budgettabeller = ({ modell }: Räknare, uppföljning: boolean): Uppställning[] =>
  [...modell.uppställningar.values()].filter(({ kolumner }) => {
    const måtten = new Set(kolumner.flatMap((k) => (k.slag === 'mått' ? [k.mått] : [])))
    const budget = måtten.has('budget') || måtten.has('årsbudget')
    return budget && (!uppföljning || måtten.has('utfall'))
  })

function posterna(räknare: Räknare, tabell: Uppställning, period: Period): Post[] {
  const read = (rad: Rad, mått: string): Tal | undefined => {
    const tal = räknare.celltal(tabell, rad, mått, period)
    return isFel(tal) || tal.värde === null ? undefined : tal
  }
  return tabell.rader.flatMap((rad): Post[] => {
    if (rad.slag !== 'konto') return []
    const serie = räknare.modell.serier.get(rad.id)
    return [
      {
        tabell,
        rad,
        namn: rad.namn ?? serie?.namn ?? rad.id,
        kommenterad: samePeriods(period).some(
          (id) => serie?.perioder.get(id)?.kommentar !== undefined
        ),
        budget: read(rad, 'budget') ?? read(rad, 'årsbudget'),
        utfall: read(rad, 'utfall'),
        prognos: read(rad, 'prognos'),
        avvikelse: read(rad, 'avvikelse')
      }
    ]
  })
}

function lacks(
  { namn, rad, tabell }: Post,
  tal: Tal | undefined,
  vad: string,
  period: Period
): Skäl | undefined {
  return tal
    ? undefined
    : { text: `"${namn}" i "${tabell.namn}" saknar ${vad} för ${period.id}.`, span: rad.span }
}

/** The table's last total: the whole year's forecast before the outcome so far, where there is one. */
function granskaResultat(räknare: Räknare, tabell: Uppställning, period: Period): Kriterieutfall[] {
  const total = tabell.rader.findLast((rad) => rad.slag === 'summa')
  if (!total) return []
  const kriterium = {
    ...RESULTAT,
    id: `${RESULTAT.id}-${tabell.id}`,
    namn: `${RESULTAT.namn}: ${tabell.namn}`
  }
  const read = (mått: string) => {
    const tal = räknare.celltal(tabell, total, mått, period)
    return isFel(tal) || tal.värde === null ? undefined : tal
  }
  const prognos = period.tillMånad < 12 ? read('prognosavvikelse') : undefined
  const avvikelse = prognos ?? read('avvikelse')
  if (!avvikelse?.värde)
    return [obedömt(kriterium, `Avvikelsen för ${period.id} går inte att räkna.`)]
  const text = `${prognos ? 'Prognosen' : 'Resultatet'} avviker ${shown(avvikelse)} från budget.`
  if (avvikelse.värde.gte(0)) return [bedömt(kriterium, 'uppfyllt', text)]
  const omslutning = turnover(posterna(räknare, tabell, period))
  const mindre = omslutning.times(MINDRE).gte(avvikelse.värde.abs())
  return [
    bedömt(kriterium, mindre ? 'inte helt uppfyllt' : 'inte uppfyllt', text, [
      { text, span: total.span }
    ])
  ]
}

const turnover = (poster: readonly Post[]) =>
  sum(poster.flatMap(({ budget, utfall }) => (budget ?? utfall)?.värde?.abs() ?? []))

function granskaAvvikelser(poster: readonly Post[]): Kriterieutfall[] {
  const perTabell = Map.groupBy(poster, ({ tabell }) => tabell)
  const stora = [...perTabell].flatMap(([, rader]) => {
    const gräns = turnover(rader).times(MINDRE)
    return rader.filter(({ avvikelse }) => avvikelse?.värde?.lt(gräns.neg()))
  })
  if (poster.every(({ avvikelse }) => avvikelse === undefined)) return []
  return [
    prövaAlla(
      ÅTGÄRDER,
      stora,
      ({ namn, rad, avvikelse, kommenterad }) =>
        kommenterad || !avvikelse
          ? undefined
          : {
              text: `"${namn}" är ${shown(avvikelse)} mot budget, och det står inte varför (kommentar:).`,
              span: rad.span
            },
      (n, alla) =>
        alla === 0
          ? 'Ingen rad är mer än en procent av omslutningen sämre än budget.'
          : `${n} av ${alla} större avvikelser är förklarade.`
    )
  ]
}

const shown = ({ värde, decimaler, enhet }: Tal): string =>
  värde ? withUnit(formatDecimal(värde, decimaler, { tecken: true }), enhet.symbol) : '–'

function stämmer(fynd: Granskningsval['fynd']): Kriterieutfall {
  const fel = fynd.filter(({ nivå }) => nivå === 'fel')
  const varningar = fynd.filter(({ nivå }) => nivå === 'varning')
  return bedömt(
    STÄMMER,
    fel.length > 0 ? 'inte uppfyllt' : varningar.length > 0 ? 'inte helt uppfyllt' : 'uppfyllt',
    `Kontrollerna hittar ${fel.length === 0 ? 'inga' : fel.length} fel och ${varningar.length === 0 ? 'inga varningar' : varningar.length === 1 ? '1 varning' : `${varningar.length} varningar`}.`,
    [...fel, ...varningar].map(({ text, span }) => ({ text, span }))
  )
}

/** Whether the accounts are true: only where the unit has a balance sheet or a balanskravsutredning. */
export function granskaRäkenskaper(
  räknare: Räknare,
  period: Period,
  { uppföljning }: Granskningsval
): Kriterieutfall[] {
  const { modell } = räknare
  const samband = [...modell.samband, ...lagstadgade(modell)]
  if (!uppföljning || (samband.length === 0 && !modell.balanskrav)) return []
  const nu = new Set(samePeriods(period))
  return [
    ...(samband.length === 0
      ? []
      : [
          prövaAlla(
            SAMBAND,
            samband,
            (ett) => {
              const brott = checkSamband(räknare, ett).find(
                (b) => !('fel' in b) && b.nivå === 'fel' && nu.has(b.period.id)
              )
              return (
                brott && { text: `${ett.namn}: det stämmer inte ${period.id}.`, span: ett.span }
              )
            },
            (n, alla) => `${n} av ${alla} samband håller.`
          )
        ]),
    ...(modell.balanskrav ? [granskaBalanskrav(räknare, modell.balanskrav, period)] : [])
  ]
}

function granskaBalanskrav(räknare: Räknare, val: Balanskravsval, period: Period): Kriterieutfall {
  const read = (ref: string | undefined, vid = period): Tal | null => {
    const tal = ref === undefined ? undefined : räknare.tal(ref, vid)
    return tal === undefined || isFel(tal) || tal.värde === null ? null : tal
  }
  const resultat = read(val.resultat)
  const skattOchBidrag = read(val.skattOchBidrag)
  const egetKapital = read(val.egetKapital)
  if (!resultat || !skattOchBidrag || !egetKapital)
    return obedömt(
      BALANSKRAV,
      `Årets resultat, skatt och bidrag eller eget kapital saknas för ${period.id}.`
    )
  const { balanskravsresultat } = computeBalanskrav({
    åretsResultat: resultat,
    justeringar: val.justeringar.flatMap((ref) => read(ref) ?? []),
    reservering: read(val.reservering),
    användning: read(val.användning),
    tidigareUnderskott: read(val.tidigareUnderskott),
    skattOchBidrag,
    egetKapitalInklAnsvarsförbindelse: egetKapital,
    reservFöreÅret: read(val.reserv, yearsBefore(period))
  })
  const text = `Balanskravsresultatet är ${shown(balanskravsresultat)}.`
  return balanskravsresultat.värde?.lt(0)
    ? bedömt(BALANSKRAV, 'inte uppfyllt', text, [{ text, span: val.span }])
    : bedömt(BALANSKRAV, 'uppfyllt', text)
}
