import { formatLista, lowerFirst } from '../text/swedish.ts'
import { bedömIndikator, bedömMål, indikatorerna, type BedömtMål } from './bedomning.ts'
import { uppföljningFor } from './internkontroll.ts'
import type { Målstatus } from './maluppfyllelse.ts'
import type { Modell, Mål, Serie } from './modell.ts'
import { samePeriods, type Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import type { Granskningsval, Kriterieutfall, Skäl, Utslag } from './sjalvgranskning.ts'
import { bedömt, obedömt, prövaAlla } from './sjalvgranskning-kriterium.ts'

const MÄTBARA = {
  id: 'matbara-mal',
  namn: 'Mål som går att följa upp',
  krav: 'Varje mål har en indikator, en egen bedömning eller ett skäl till att det inte har det.'
}
const UPPFÖLJNING = {
  id: 'uppfoljning-av-mal',
  namn: 'Uppföljning av mål',
  krav: 'Varje indikator med ett målvärde har ett utfall, eller ett skäl till att det saknas.'
}
const ÅTGÄRDER = {
  id: 'atgarder',
  namn: 'Vidtagit åtgärder',
  krav: 'Där målet inte är uppfyllt står varför, eller vad som görs åt det.'
}
const UPPDRAG = {
  id: 'uppdrag',
  namn: 'Uppdrag',
  krav: 'Varje uppdrag är rapporterat, och det som inte har börjat eller har avbrutits är förklarat.'
}
const REKOMMENDATIONER = {
  id: 'rekommendationer',
  namn: 'Svar på revisionen',
  krav: 'Varje rekommendation som delas har en åtgärd, och den som inte delas ett skäl.'
}
const PLANENS_MÅLVÄRDEN = {
  id: 'malvarden',
  namn: 'Målvärden',
  krav: 'Varje indikator har ett målvärde för perioden.'
}

/** Goals about money are the economy's, as auditors sort them. */
const EKONOMI = /ekonomi|finansiell/iu
export const isEkonomimål = ({ namn, id }: Pick<Mål, 'namn' | 'id'>): boolean =>
  EKONOMI.test(namn) || EKONOMI.test(id)

/** Whether the unit does what it is to do: goals that can be followed, followed, met, and acted on. */
export function granskaVerksamhet(
  räknare: Räknare,
  period: Period,
  { uppföljning }: Granskningsval
): Kriterieutfall[] {
  const { modell } = räknare
  const indikatorer = indikatorerna(modell)
  const mätbara = granskaMål(modell, indikatorer, period)
  if (!uppföljning) return [mätbara, granskaMålvärden(indikatorer, period)]
  return [
    mätbara,
    granskaUtfall(räknare, indikatorer, period),
    ...granskaMåluppfyllelse(räknare, period, (mål) => !isEkonomimål(mål)),
    ...granskaEfterföljd(räknare, indikatorer, period),
    ...granskaUppdrag(modell, period),
    ...granskaSvar(modell)
  ]
}

function granskaMål(modell: Modell, indikatorer: readonly Serie[], period: Period): Kriterieutfall {
  const löv = leaves(modell.mål)
  if (löv.length === 0) return obedömt(MÄTBARA, 'Enheten har inga mål i data (mål:).')
  const mätta = new Set(indikatorer.map(({ mål }) => mål))
  return prövaAlla(
    MÄTBARA,
    löv,
    (mål) =>
      mätta.has(mål.id) || mål.utanIndikator !== undefined || mål.bedömningar.has(period.id)
        ? undefined
        : { text: `Målet "${mål.namn}" har ingen indikator.`, span: mål.span },
    (n, alla) => `${n} av ${alla} mål går att följa upp.`
  )
}

/** Goals without goals below them; one with indicators of its own counts as well. */
const leaves = (målen: readonly Mål[]): Mål[] =>
  målen.flatMap((mål) => (mål.undermål.length > 0 ? leaves(mål.undermål) : [mål]))

const posterna = (serie: Serie, period: Period) =>
  samePeriods(period).flatMap((id) => serie.perioder.get(id) ?? [])

function granskaMålvärden(indikatorer: readonly Serie[], period: Period): Kriterieutfall {
  if (indikatorer.length === 0)
    return obedömt(PLANENS_MÅLVÄRDEN, 'Enheten har inga indikatorer i data (indikatorer:).')
  return prövaAlla(
    PLANENS_MÅLVÄRDEN,
    indikatorer,
    (serie) =>
      posterna(serie, period).some((post) => post.målvärde)
        ? undefined
        : { text: `"${serie.namn}" saknar målvärde för ${period.id}.`, span: serie.span },
    (n, alla) => `${n} av ${alla} indikatorer har målvärde.`
  )
}

function granskaUtfall(
  räknare: Räknare,
  indikatorer: readonly Serie[],
  period: Period
): Kriterieutfall {
  const följda = indikatorer.filter((serie) =>
    posterna(serie, period).some((post) => post.målvärde || post.värden.size > 0)
  )
  if (följda.length === 0)
    return obedömt(UPPFÖLJNING, `Ingen indikator har mål eller utfall för ${period.id}.`)
  return prövaAlla(
    UPPFÖLJNING,
    följda,
    (serie): Skäl | undefined => {
      const b = bedömIndikator(räknare, serie, period)
      const [post] = posterna(serie, period)
      if (b.gällande !== 'ej mätt' && b.gällande !== 'ej bedömt') return undefined
      const given = [...(post?.värden.values() ?? [])].some(
        (d) => d.saknas !== undefined || d.värde !== null || d.formel
      )
      if (given || post?.kommentar !== undefined || b.saknas === undefined) return undefined
      return {
        text: `"${serie.namn}" är ${b.gällande}: ${lowerFirst(b.förklaring)}.`,
        span: post?.span ?? serie.span
      }
    },
    (n, alla) => `${n} av ${alla} indikatorer är följda upp eller har ett skäl.`
  )
}

const UTSLAG: Readonly<Record<Målstatus, Utslag>> = {
  uppfyllt: 'uppfyllt',
  delvis: 'inte helt uppfyllt',
  'ej uppfyllt': 'inte uppfyllt',
  'ej mätt': 'går inte att bedöma',
  'ej bedömt': 'går inte att bedöma'
}

/** One criterion for each of the goals at the top, as auditors take them one by one. */
export function granskaMåluppfyllelse(
  räknare: Räknare,
  period: Period,
  urval: (mål: Mål) => boolean
): Kriterieutfall[] {
  return räknare.modell.mål.filter(urval).map((mål) => {
    const bedömd = bedömMål(räknare, mål, period)
    const { gällande, förklaring } = bedömd.bedömning
    return bedömt(
      {
        id: `mal-${mål.id}`,
        namn: `Måluppfyllelse: ${mål.namn}`,
        krav: `Målet "${mål.namn}" är uppfyllt.`
      },
      UTSLAG[gällande],
      mål.bedömningar.get(period.id)?.motivering ?? `${förklaring}.`,
      gällande === 'uppfyllt' ? [] : below(bedömd)
    )
  })
}

/** The indicators and goals below that aren't met, with what their assessments rest on. */
function below({ undermål, indikatorer }: BedömtMål): Skäl[] {
  return [
    ...indikatorer
      .filter(({ bedömning }) => bedömning.gällande !== 'uppfyllt')
      .map(({ serie, bedömning }) => ({
        text: `"${serie.namn}" är ${bedömning.gällande}: ${lowerFirst(bedömning.förklaring)}.`,
        span: serie.span
      })),
    ...undermål.flatMap((under) =>
      under.bedömning.gällande === 'uppfyllt'
        ? []
        : under.undermål.length + under.indikatorer.length > 0
          ? below(under)
          : [{ text: `"${under.mål.namn}" är ${under.bedömning.gällande}.`, span: under.mål.span }]
    )
  ]
}

function granskaEfterföljd(
  räknare: Räknare,
  indikatorer: readonly Serie[],
  period: Period
): Kriterieutfall[] {
  const missade = indikatorer.filter((serie) =>
    ['delvis', 'ej uppfyllt'].includes(bedömIndikator(räknare, serie, period).gällande)
  )
  const utfall = prövaAlla(
    ÅTGÄRDER,
    missade,
    (serie): Skäl | undefined => {
      const poster = posterna(serie, period)
      return poster.some((post) => post.kommentar !== undefined || post.bedömning) ||
        serie.kommentar !== undefined
        ? undefined
        : {
            text: `"${serie.namn}" når inte målet, och det står inte varför (kommentar:).`,
            span: poster[0]?.span ?? serie.span
          }
    },
    (n, alla) =>
      alla === 0
        ? 'Inga indikatorer är under målet.'
        : `${n} av ${alla} indikatorer under målet är förklarade.`
  )
  return indikatorer.length === 0 ? [] : [utfall]
}

function granskaUppdrag({ uppdrag }: Modell, period: Period): Kriterieutfall[] {
  if (uppdrag.length === 0) return []
  return [
    prövaAlla(
      UPPDRAG,
      uppdrag,
      (ett): Skäl | undefined => {
        const u = uppföljningFor(ett, period)
        if (!u) return { text: `Uppdraget "${ett.namn}" är inte rapporterat.`, span: ett.span }
        const stannat = u.status === 'ej påbörjat' || u.status === 'avslutat i förtid'
        return stannat && u.kommentar === undefined
          ? {
              text: `Uppdraget "${ett.namn}" är ${u.status}, och det står inte varför.`,
              span: u.span
            }
          : undefined
      },
      (n, alla) => `${n} av ${alla} uppdrag är rapporterade och förklarade.`
    )
  ]
}

function granskaSvar({ svar }: Modell): Kriterieutfall[] {
  if (svar.length === 0) return []
  return [
    prövaAlla(
      REKOMMENDATIONER,
      svar,
      (ett): Skäl | undefined => {
        const saknar = [
          ...(ett.ståndpunkt !== 'delas inte' && ett.åtgärd === undefined ? ['åtgärd'] : []),
          ...(ett.ståndpunkt !== 'delas' && ett.text === undefined ? ['skäl'] : [])
        ]
        return saknar.length === 0
          ? undefined
          : { text: `Svaret "${ett.rubrik}" saknar ${formatLista(saknar)}.`, span: ett.span }
      },
      (n, alla) => `${n} av ${alla} rekommendationer har svar med åtgärd eller skäl.`
    )
  ]
}
