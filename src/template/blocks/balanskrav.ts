import { computeBalanskrav, type Balanskrav } from '../../domain/balanskrav.ts'
import type { Period } from '../../domain/period.ts'
import { yearsBefore } from '../../domain/period.ts'
import { isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import { saknarBalanskrav, överTaket } from '../value-messages.ts'
import { formatDecimal, SAKNAS, withUnit } from '../../text/swedish.ts'
import { textArg } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { cellHtml } from '../figure.ts'
import {
  cell,
  csvValue,
  frameOf,
  head,
  renderTabell,
  rowHead,
  TABELLHASH,
  type Block
} from './block.ts'

interface Rad {
  readonly namn: string
  readonly tal: Tal | null
  readonly summa?: boolean
}

/** `{{balanskrav}}`: the balanskravsutredning (11 kap. 10 § LKBR), this year beside last, with its ceiling. */
export const balanskrav: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, mått: 'text' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'balanskravsutredning' }),
  run(anrop, miljö) {
    const val = miljö.modell.balanskrav
    if (!val) return report(miljö, saknarBalanskrav(), anrop.span)
    const mått = textArg(anrop, 'mått')
    const nu = read(miljö, miljö.period, mått, true)
    if (!nu) return undefined
    const före = read(miljö, yearsBefore(miljö.period), undefined, false)
    const { enhet } = nu.resultat.efterJusteringar
    if (nu.resultat.överTak && nu.reservering?.värde) {
      const print = (tal: Tal) =>
        withUnit(tal.värde ? formatDecimal(tal.värde, tal.decimaler) : '0', tal.enhet.symbol)
      report(miljö, överTaket(print(nu.reservering), print(nu.resultat.tak)), val.span)
    }
    const frame = frameOf(anrop, miljö, 'balanskravsutredning', 'Balanskravsutredning')
    const avsnitt = miljö.plats.avsnitt
    const kolumner = [
      `${mått === 'prognos' ? 'Prognos ' : ''}${miljö.period.år}`,
      ...(före ? [String(miljö.period.år - 1)] : [])
    ]
    const rader = nu.rader.map((rad, i) => [rad, före?.rader[i]] as const)
    const print = (tal: Tal | null | undefined, rad: string, kolumn: string) => {
      miljö.plats = { avsnitt, tabell: frame.id, rad, kolumn }
      return cell(tal ? cellHtml(tal, miljö) : SAKNAS, { numerisk: true })
    }
    const html = renderTabell(
      {
        ...frame,
        enhet: enhet.symbol || null,
        slag: 'belopp',
        liggande: false,
        huvud: [[head('Post'), ...kolumner.map((kolumn) => head(kolumn, true))]],
        grupper: rader.map(([rad, fjol]) => ({
          summa: rad.summa ?? false,
          rader: [
            {
              slag: rad.summa ? ('summa' as const) : ('rad' as const),
              celler: [
                rowHead(rad.namn),
                print(rad.tal, rad.namn, kolumner[0] ?? ''),
                ...(före ? [print(fjol?.tal, rad.namn, kolumner[1] ?? '')] : [])
              ]
            }
          ]
        }))
      },
      {
        kolumner: ['Post', ...kolumner],
        rader: rader.map(([rad, fjol]) => [
          rad.namn,
          csvValue(rad.tal ?? undefined),
          ...(före ? [csvValue(fjol?.tal ?? undefined)] : [])
        ])
      },
      miljö
    )
    miljö.plats = { avsnitt }
    return html
  }
}

interface Läst {
  readonly resultat: Balanskrav
  readonly reservering: Tal | null
  readonly rader: readonly Rad[]
}

/** The utredning of a period; undefined where a figure isn't there (told if `kräv`). */
function read(
  miljö: Miljö,
  period: Period,
  mått: string | undefined,
  kräv: boolean
): Läst | undefined {
  const val = miljö.modell.balanskrav
  if (!val) return undefined
  let ok = true
  const figure = (ref: string, vid: Period): Tal | null => {
    const wanted = mått && vid === period ? withMeasure(ref, mått) : ref
    const tal = miljö.räknare.tal(wanted, vid)
    if (!isFel(tal)) return tal
    if (kräv && tal.fel !== 'redan rapporterat')
      report(miljö, messages.referensfel(wanted, tal), val.span)
    ok = false
    return null
  }
  const maybe = (ref: string | undefined): Tal | null =>
    ref === undefined ? null : figure(ref, period)
  const åretsResultat = figure(val.resultat, period)
  const justeringar = val.justeringar.map((ref) => ({ ref, tal: figure(ref, period) }))
  const reservering = maybe(val.reservering)
  const användning = maybe(val.användning)
  const tidigareUnderskott = maybe(val.tidigareUnderskott)
  const skattOchBidrag = figure(val.skattOchBidrag, period)
  const egetKapital = figure(val.egetKapital, period)
  const reservFöreÅret = val.reserv === undefined ? null : reserveBefore(val.reserv)
  if (!ok || !åretsResultat || !skattOchBidrag || !egetKapital) return undefined
  const resultat = computeBalanskrav({
    åretsResultat,
    justeringar: justeringar.flatMap(({ tal }) => tal ?? []),
    reservering,
    användning,
    tidigareUnderskott,
    skattOchBidrag,
    egetKapitalInklAnsvarsförbindelse: egetKapital,
    reservFöreÅret
  })
  const sign = (tal: Tal | null): Tal | null =>
    tal?.värde
      ? {
          ...tal,
          värde: tal.värde.neg(),
          källa: { slag: 'formel', formel: 'med omvänt tecken', ingår: [tal] }
        }
      : tal
  const rader: Rad[] = [
    { namn: 'Årets resultat', tal: åretsResultat },
    ...justeringar.map(({ ref, tal }) => ({ namn: nameOf(ref, tal), tal })),
    { namn: resultat.efterJusteringar.namn, tal: resultat.efterJusteringar, summa: true },
    ...(val.reservering
      ? [{ namn: 'Reservering till resultatreserv', tal: sign(reservering) }]
      : []),
    ...(val.användning ? [{ namn: 'Användning av resultatreserv', tal: användning }] : []),
    { namn: 'Balanskravsresultat', tal: resultat.balanskravsresultat, summa: true },
    ...(val.tidigareUnderskott
      ? [
          { namn: 'Balanskravsunderskott från tidigare år', tal: tidigareUnderskott },
          { namn: 'Summa att återställa', tal: resultat.attÅterställa, summa: true }
        ]
      : []),
    ...(val.reserv || val.reservering
      ? [{ namn: 'Högsta möjliga reservering till resultatreserv', tal: resultat.tak }]
      : [])
  ]
  return { resultat, reservering, rader }

  /** Last year's value; a reserve that wasn't there before is empty. */
  function reserveBefore(ref: string): Tal | null {
    const tal = miljö.räknare.tal(ref, yearsBefore(period))
    return isFel(tal) ? null : tal
  }

  function nameOf(ref: string, tal: Tal | null): string {
    const serie = miljö.modell.serier.get(ref.split('.')[0] ?? '')
    return serie?.namn ?? tal?.namn.replace(/, (utfall|prognos)$/i, '') ?? ref
  }
}

/** `konto` and `konto.utfall` read another measure: `konto.prognos`. */
function withMeasure(ref: string, mått: string): string {
  const delar = ref.split('.')
  if (delar.at(-1) === 'utfall') return [...delar.slice(0, -1), mått].join('.')
  return `${ref}.${mått}`
}
