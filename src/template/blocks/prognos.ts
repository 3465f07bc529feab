import { skillnad, summa } from '../../domain/berakning.ts'
import type { Serie } from '../../domain/modell.ts'
import { comparePeriods, helår, periodInWords, type Period } from '../../domain/period.ts'
import { isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import { saknatArgument } from '../argument-messages.ts'
import { enhetPassarInte } from '../value-messages.ts'
import { SAKNAS } from '../../text/swedish.ts'
import { listArg, textArg, type Anrop } from '../arguments.ts'
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
import { drawDiagram } from './diagram.ts'
import { diagrammallNamed, type Punkt } from './diagram-underlag.ts'

/**
 * `{{prognoshistorik konto="a,b"}}`: what was forecast for the year each time it was done, and what
 * it came to. `som="diagram"` draws it; `summa="Nämnden"` adds the accounts together.
 */
export const prognoshistorik: Block = {
  signatur: {
    params: [],
    hash: { ...TABELLHASH, konto: 'lista', summa: 'text', som: 'text', radrubrik: 'text' }
  },
  numrerad: (anrop) =>
    textArg(anrop, 'som') === 'diagram'
      ? {
          slag: 'diagram',
          id: textArg(anrop, 'id') ?? `diagram-prognos-${listArg(anrop, 'konto').join('-')}`
        }
      : {
          slag: 'tabell',
          id: textArg(anrop, 'id') ?? `prognos-${listArg(anrop, 'konto').join('-')}`
        },
  run(anrop, miljö) {
    const serier = accounts(anrop, miljö)
    const som = textArg(anrop, 'som') ?? 'tabell'
    if (!serier) return undefined
    if (som !== 'tabell' && som !== 'diagram')
      return report(
        miljö,
        messages.okäntVärde('som', som, ['tabell', 'diagram']),
        anrop.hash.get('som')?.span
      )
    const historik = history(serier, textArg(anrop, 'summa'), miljö)
    if (historik.perioder.length === 0)
      return report(
        miljö,
        messages.diagramfel(
          `Det finns inga prognoser för ${miljö.period.år} i ${serier.map((s) => `"${s.id}"`).join(', ')}`
        ),
        anrop.hash.get('konto')?.span ?? anrop.span
      )
    return som === 'diagram' ? draw(historik, anrop, miljö) : print(historik, anrop, miljö)
  }
}

interface Rad {
  readonly namn: string
  readonly enhet: Serie['enhet']
  readonly decimaler: number
  readonly summa: boolean
  readonly prognoser: readonly (Tal | undefined)[]
  readonly utfall: Tal | undefined
}

interface Historik {
  readonly perioder: readonly Period[]
  readonly rader: readonly Rad[]
}

function accounts(anrop: Anrop, miljö: Miljö): Serie[] | undefined {
  const ids = listArg(anrop, 'konto')
  if (ids.length === 0) return report(miljö, saknatArgument(anrop.namn, 'konto="…"'), anrop.span)
  const { serier, trasiga } = miljö.modell
  const span = anrop.hash.get('konto')?.span ?? anrop.span
  const found = ids.map((id) => {
    const serie = serier.get(id)
    if (!serie && !trasiga.has(id))
      report(miljö, messages.okänt('konto', id, [...serier.keys()]), span)
    return serie
  })
  if (!found.every((serie) => serie !== undefined)) return undefined
  const annan = found.find((serie) => serie.enhet.id !== found[0]?.enhet.id)
  return annan
    ? report(miljö, enhetPassarInte(annan.enhet.id, found[0]?.enhet.id ?? ''), span)
    : found
}

/** Forecasts of the year up to the report's period, oldest first, and the year's outcome if it is over. */
function history(serier: readonly Serie[], summaNamn: string | undefined, miljö: Miljö): Historik {
  const { räknare, period: nu } = miljö
  const perioder = new Map<string, Period>()
  for (const serie of serier)
    for (const { period, värden } of serie.perioder.values())
      if (
        period.år === nu.år &&
        period.tillMånad <= nu.tillMånad &&
        period.slag !== 'år' &&
        värden.has('prognos')
      )
        perioder.set(period.id, period)
  const ordnade = [...perioder.values()].toSorted(comparePeriods)
  const value = (serie: Serie, mått: string, period: Period): Tal | undefined => {
    const tal = räknare.serietal(serie, mått, period)
    return isFel(tal) ? undefined : tal
  }
  const rader = serier.map((serie): Rad => ({
    namn: serie.kort,
    enhet: serie.enhet,
    decimaler: serie.decimaler,
    summa: false,
    prognoser: ordnade.map((period) => value(serie, 'prognos', period)),
    utfall: nu.tillMånad === 12 ? value(serie, 'utfall', helår(nu)) : undefined
  }))
  const first = rader[0]
  if (summaNamn === undefined || !first) return { perioder: ordnade, rader }
  // A sum over some of the accounts alone would be about something else.
  const total = (talen: readonly (Tal | undefined)[], vad: string): Tal | undefined =>
    talen.every((tal) => tal?.värde)
      ? summa(talen as Tal[], first.enhet, first.decimaler, `${summaNamn}, ${vad}`)
      : undefined
  return {
    perioder: ordnade,
    rader: [
      ...rader,
      {
        ...first,
        namn: summaNamn,
        summa: true,
        prognoser: ordnade.map((_, i) =>
          total(
            rader.map((rad) => rad.prognoser[i]),
            'prognos helår'
          )
        ),
        utfall: total(
          rader.map((rad) => rad.utfall),
          'utfall'
        )
      }
    ]
  }
}

/** "mars", "T1": when in the year. */
function when(period: Period): string {
  if (period.slag !== 'månad') return period.id.slice(5)
  return periodInWords(period)
    .replace(/^januari–/, '')
    .replace(/ \d{4}$/, '')
}

function print({ perioder, rader }: Historik, anrop: Anrop, miljö: Miljö): string | undefined {
  const frame = frameOf(anrop, miljö, 'prognoshistorik', `Årets prognoser ${miljö.period.år}`)
  const avsnitt = miljö.plats.avsnitt
  const radrubrik = textArg(anrop, 'radrubrik') ?? 'Konto'
  const slut = rader.some((rad) => rad.utfall?.värde)
  const kolumner = [
    ...perioder.map((period) => `Prognos ${when(period)}`),
    ...(slut ? [`Utfall ${miljö.period.år}`, 'Utfall mot sista prognosen'] : [])
  ]
  const talen = (rad: Rad): (Tal | undefined)[] => {
    const sist = rad.prognoser.findLast((tal) => tal?.värde)
    return [
      ...rad.prognoser,
      ...(slut
        ? [
            rad.utfall,
            rad.utfall?.värde && sist
              ? skillnad(rad.utfall, sist, `${rad.namn}, utfall mot sista prognosen`)
              : undefined
          ]
        : [])
    ]
  }
  const vyer = rader.map((rad) => ({
    rad,
    vy: {
      slag: rad.summa ? ('summa' as const) : ('rad' as const),
      celler: [
        rowHead(rad.namn),
        ...talen(rad).map((tal, i) => {
          miljö.plats = { avsnitt, tabell: frame.id, rad: rad.namn, kolumn: kolumner[i] ?? '' }
          return cell(tal ? cellHtml(tal, miljö) : SAKNAS, { numerisk: true })
        })
      ]
    }
  }))
  miljö.plats = { avsnitt }
  const enhet = rader[0]?.enhet.symbol
  return renderTabell(
    {
      ...frame,
      enhet: enhet || null,
      slag: 'belopp',
      huvud: [[head(radrubrik), ...kolumner.map((namn) => head(namn, true))]],
      grupper: [false, true].flatMap((summa) => {
        const egna = vyer.filter(({ rad }) => rad.summa === summa).map(({ vy }) => vy)
        return egna.length ? [{ summa, rader: egna }] : []
      })
    },
    {
      kolumner: [radrubrik, ...kolumner],
      rader: rader.map((rad) => [rad.namn, ...talen(rad).map(csvValue)])
    },
    miljö
  )
}

function draw({ perioder, rader }: Historik, anrop: Anrop, miljö: Miljö): string | undefined {
  const valda = rader.length > 1 && rader.at(-1)?.summa ? rader.slice(-1) : rader
  const namn = valda.length > 1 ? 'linje' : 'staplar'
  const mall = diagrammallNamed(namn, anrop.span, miljö)
  if (!mall) return undefined
  const punkter = valda.flatMap((rad): Punkt[] => {
    const serie = valda.length > 1 ? { serie: rad.namn } : {}
    return [
      ...rad.prognoser.flatMap((tal, i): Punkt[] => {
        const period = perioder[i]
        return tal && period ? [{ tal, rad: { namn: period.id, period: period.id, ...serie } }] : []
      }),
      ...(rad.utfall
        ? [{ tal: rad.utfall, rad: { namn: `utfall ${miljö.period.år}`, ...serie } }]
        : [])
    ]
  })
  const first = valda[0]
  return (
    first &&
    drawDiagram(
      mall,
      {
        punkter,
        titel: `Årets prognoser ${miljö.period.år}`,
        enhet: first.enhet,
        decimaler: first.decimaler,
        radrubrik: 'Prognos'
      },
      anrop,
      miljö
    )
  )
}
