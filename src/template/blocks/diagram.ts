import { describeDiagram } from '../../chart/describe.ts'
import { periodText } from '../../chart/table.ts'
import type { Diagramdata, Diagrammall, Diagramrad, Klass } from '../../chart/types.ts'
import { bedömIndikator, indikatorerna } from '../../domain/bedomning.ts'
import { skillnad } from '../../domain/berakning.ts'
import { decimal } from '../../domain/decimal.ts'
import { knownMåttenhet, type Måttenhet } from '../../domain/mattenhet.ts'
import { comparePeriods, parsePeriod, yearsBefore, type Period } from '../../domain/period.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT, isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import type { Span } from '../../source.ts'
import { formatDecimal, lowerFirst, SAKNAS } from '../../text/swedish.ts'
import { listArg, textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { cellHtml, Html } from '../figure.ts'
import { statusVy, uppdragsstatus } from '../status.ts'
import { målvärdeText } from '../target.ts'
import type { Innehåll } from '../views.ts'
import type { Block } from './block.ts'
import { overBridge } from './brygga.ts'

/** A row to draw with the figure behind it, so that drawing and data table agree. */
export interface Punkt {
  readonly tal: Tal
  readonly rad: Omit<Diagramrad, 'värde' | 'text'>
}

/** What a chart is drawn from, with its words. */
export interface Underlag {
  readonly punkter: readonly Punkt[]
  readonly titel: string
  readonly enhet: Måttenhet
  readonly decimaler: number
  readonly målvärde?: Diagramdata['målvärde']
  readonly radrubrik?: string
  readonly tecken?: boolean
}

/** `{{diagram "mall" …}}`: a chart from a template in templates/diagram, its data taken from the model. */
export const diagram: Block = {
  signatur: {
    params: ['en diagrammall, till exempel "linje"'],
    hash: {
      serie: 'lista',
      tabell: 'text',
      mått: 'lista',
      av: 'text',
      från: 'text',
      till: 'text',
      år: 'tal',
      per: 'text',
      rader: 'lista',
      id: 'text',
      rubrik: 'text',
      not: 'text',
      'utan-summa': 'ja',
      start: 'text',
      slut: 'text'
    }
  },
  numrerad: (anrop) => ({
    slag: 'diagram',
    id:
      textArg(anrop, 'id') ??
      `diagram-${textArg(anrop, 'tabell') ?? textArg(anrop, 'serie') ?? textArg(anrop, 'av') ?? ''}`
  }),
  run(anrop, miljö) {
    const namn = String(anrop.params[0]?.värde)
    const mall = miljö.diagrammallar.get(namn)
    if (mall === null) return undefined
    if (!mall)
      return report(
        miljö,
        messages.okänt('diagram', namn, [...miljö.diagrammallar.keys()]),
        anrop.params[0]?.span
      )
    const underlag = collect(mall, anrop, miljö)
    if (!underlag) return undefined
    if (underlag.punkter.length === 0)
      return report(miljö, messages.diagramfel('Diagrammet har inga värden att visa'), anrop.span)
    return drawDiagram(mall, underlag, anrop, miljö)
  }
}

/** A chart with caption, data table and notes. */
export function drawDiagram(
  mall: Diagrammall,
  underlag: Underlag,
  anrop: Anrop,
  miljö: Miljö
): string | undefined {
  const mål = anrop.span && miljö.numreraBlock(anrop.span)
  const ankare = mål?.ankare ?? `diagram-${mål?.nr ?? '0'}`
  const rubrik = textArg(anrop, 'rubrik') ?? underlag.titel
  const { enhet, decimaler } = underlag
  // A step or a deviation has its sign; a level is what it is.
  const signed = (rad: Punkt['rad']) => underlag.tecken === true && rad.klass !== 'summa'
  const data: Diagramdata = {
    rader: underlag.punkter.map(({ tal, rad }) => ({
      ...rad,
      värde: tal.värde === null ? null : Number(tal.värde.toFixed()),
      text:
        tal.värde === null
          ? SAKNAS
          : formatDecimal(tal.värde, tal.decimaler, { tecken: signed(rad) })
    })),
    enhet: { symbol: enhet.symbol, ord: enhet.ord },
    decimaler,
    titel: rubrik,
    titelIText: lowerFirst(rubrik),
    målvärde: underlag.målvärde,
    radrubrik: underlag.radrubrik
  }
  const avsnitt = miljö.plats.avsnitt
  const tabell = dataTable(underlag, mall, ({ tal, rad: drawn }, rad, kolumn) => {
    miljö.plats = { avsnitt, diagram: ankare, rad, kolumn }
    return cellHtml(tal, miljö, { tecken: signed(drawn), endastHtml: true })
  })
  miljö.plats = { avsnitt }
  return miljö.render('block/diagram', {
    id: ankare,
    nummer: Number(mål?.nr ?? 0),
    rubrik,
    enhet: enhet.symbol || null,
    svg: new Html(miljö.drawDiagram(mall, data, ankare)),
    alt: describeDiagram(mall, data),
    underlag: tabell,
    noter: [
      ...(underlag.punkter.some(({ tal }) => tal.ursprung === 'konstruerat')
        ? ['Delar av underlaget är konstruerat för exemplet.']
        : []),
      ...(textArg(anrop, 'not') ? [textArg(anrop, 'not') ?? ''] : [])
    ]
  })
}

/** The chart's figures as a table: names down, series across. */
function dataTable(
  { punkter, radrubrik }: Underlag,
  mall: Diagrammall,
  print: (punkt: Punkt, rad: string, kolumn: string) => Innehåll
): { kolumner: string[]; rader: Innehåll[][] } {
  const serier = [...new Set(punkter.map(({ rad }) => rad.serie ?? ''))]
  const key = ({ rad }: Punkt) =>
    mall.data === 'månader' ? (rad.period ?? '').slice(5) : (rad.period ?? rad.namn)
  const names = new Map(
    punkter.map((punkt) => [
      key(punkt),
      mall.data === 'månader'
        ? punkt.rad.namn
        : punkt.rad.period
          ? periodText(punkt.rad.period)
          : punkt.rad.namn
    ])
  )
  const kolumner = [
    radrubrik ?? (punkter[0]?.rad.period ? 'Period' : 'Post'),
    ...serier.map((serie) => serie || 'Värde')
  ]
  return {
    kolumner,
    rader: [...names].map(([id, namn]) => [
      namn,
      ...serier.map((serie) => {
        const punkt = punkter.find((p) => key(p) === id && (p.rad.serie ?? '') === serie)
        return punkt ? print(punkt, namn, serie || 'Värde') : SAKNAS
      })
    ])
  }
}

function collect(mall: Diagrammall, anrop: Anrop, miljö: Miljö): Underlag | undefined {
  switch (mall.data) {
    case 'tidsserie':
    case 'perioder':
      return overTime(anrop, miljö)
    case 'månader':
      return overMonths(anrop, miljö)
    case 'rader':
    case 'grupper':
      return overRows(mall, anrop, miljö)
    case 'andelar':
      return shares(anrop, miljö)
    case 'brygga':
      return overBridge(anrop, miljö)
  }
}

/** The series and measures that `serie="a.utfall,b.utfall"` names. */
function seriesOf(anrop: Anrop, miljö: Miljö) {
  const refs = listArg(anrop, 'serie')
  const span = anrop.hash.get('serie')?.span ?? anrop.span
  if (refs.length === 0)
    return report(miljö, messages.saknatArgument(anrop.namn, 'serie="…"'), anrop.span)
  const found = refs.map((ref) => {
    const [id = '', mått = 'utfall'] = ref.split('.')
    const serie = miljö.modell.serier.get(id)
    if (!serie && !miljö.modell.trasiga.has(id))
      report(miljö, messages.okänt('serie', id, [...miljö.modell.serier.keys()]), span)
    return serie && { serie, mått }
  })
  return found.every((x) => x !== undefined) ? found : undefined
}

function overTime(anrop: Anrop, miljö: Miljö): Underlag | undefined {
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
function målOf(
  serie: ReturnType<Miljö['modell']['serier']['get']> & object,
  period: Period,
  miljö: Miljö
): { målvärde?: Diagramdata['målvärde'] } {
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

const MÅNADER = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** This year's and last year's months; `per="månad"` takes each month's share of the accumulated value. */
function overMonths(anrop: Anrop, miljö: Miljö): Underlag | undefined {
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
      const värde =
        före && !isFel(före)
          ? skillnad(tal, före, `${serie.namn} ${MÅNADER[månad - 1]} ${år}`)
          : tal
      return [
        {
          tal: värde,
          rad: {
            namn: MÅNADER[månad - 1] ?? '',
            period: id,
            serie: String(år),
            ...(år < nu.år ? { klass: 'föregående' as const } : {})
          }
        }
      ]
    })
  )
  return {
    punkter,
    titel: serie.namn,
    enhet: serie.enhet,
    decimaler: serie.decimaler,
    radrubrik: 'Månad'
  }
}

function overRows(mall: Diagrammall, anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const id = textArg(anrop, 'tabell')
  if (id === undefined)
    return report(miljö, messages.saknatArgument(anrop.namn, 'tabell="…"'), anrop.span)
  const span = anrop.hash.get('tabell')?.span
  const måtten = listArg(anrop, 'mått')
  const valda = listArg(anrop, 'rader')
  const register = miljö.modell.register.get(id)
  if (register) {
    const kolumner = register.kolumner.filter(
      (k) => k.slag === 'tal' && (måtten.length === 0 || måtten.includes(k.id))
    )
    const enhet = kolumner[0]?.enhet
    if (!enhet)
      return report(
        miljö,
        messages.okänt(
          'kolumn',
          måtten[0] ?? '',
          register.kolumner.filter((k) => k.slag === 'tal').map((k) => k.id)
        ),
        anrop.hash.get('mått')?.span ?? span
      )
    const punkter = register.rader
      .filter((rad) => valda.length === 0 || valda.includes(rad.id))
      .flatMap((rad) =>
        kolumner.flatMap((k): Punkt[] => {
          const tal = miljö.räknare.tal(`${id}.${rad.id}.${k.id}`, miljö.period)
          const namn = rad.celler.get(register.kolumner[0]?.id ?? '')
          return isFel(tal) || tal.värde === null
            ? []
            : [
                {
                  tal,
                  rad: {
                    namn: namn?.slag === 'text' ? namn.text : rad.id,
                    ...(kolumner.length > 1 ? { serie: k.namn } : {})
                  }
                }
              ]
        })
      )
    return {
      punkter,
      titel: register.namn,
      enhet,
      decimaler: punkter[0]?.tal.decimaler ?? 0,
      radrubrik: register.kolumner[0]?.namn ?? ''
    }
  }
  const tabell = miljö.modell.uppställningar.get(id)
  if (!tabell)
    return miljö.modell.trasiga.has(id)
      ? undefined
      : report(
          miljö,
          messages.okänt('tabell', id, [
            ...miljö.modell.uppställningar.keys(),
            ...miljö.modell.register.keys()
          ]),
          span
        )
  const wanted = måtten.length ? måtten : ['utfall']
  const known = [
    ...Object.keys(GIVNA_MÅTT),
    ...Object.keys(HÄRLEDDA_MÅTT),
    ...miljö.modell.mått.keys(),
    'föregående år'
  ]
  for (const mått of wanted)
    if (!known.includes(mått))
      return report(miljö, messages.okäntMått(mått, known), anrop.hash.get('mått')?.span)
  const rader = tabell.rader.filter(
    (rad) => rad.slag === 'konto' && (valda.length === 0 || valda.includes(rad.id))
  )
  const avvikelse = wanted.length === 1 && /avvikelse/.test(wanted[0] ?? '')
  const punkter = rader.flatMap((rad) =>
    wanted.flatMap((mått): Punkt[] => {
      if (rad.slag !== 'konto') return []
      const period = mått === 'föregående år' ? yearsBefore(miljö.period) : miljö.period
      const tal = miljö.räknare.celltal(
        tabell,
        rad,
        mått === 'föregående år' ? 'utfall' : mått,
        period
      )
      if (isFel(tal) || tal.värde === null) return []
      const riktning = miljö.modell.serier.get(rad.id)?.riktning
      // A deviation is good when positive, unless the series says that lower is better.
      const bättre = tal.värde.lt(0) === (riktning === 'lägre är bättre')
      const klass: Klass | undefined =
        mått === 'föregående år'
          ? 'föregående'
          : avvikelse || riktning
            ? bättre || tal.värde.eq(0)
              ? 'bättre'
              : 'sämre'
            : undefined
      const namn = rad.namn ?? miljö.modell.serier.get(rad.id)?.kort ?? rad.id
      const serie = mall.data === 'grupper' ? { serie: measureName(mått, miljö) } : {}
      return [{ tal, rad: { namn, ...serie, ...(klass ? { klass } : {}) } }]
    })
  )
  return {
    punkter,
    titel: tabell.namn,
    enhet: tabell.enhet,
    decimaler: tabell.decimaler,
    radrubrik: tabell.radrubrik,
    tecken: avvikelse
  }
}

function measureName(mått: string, miljö: Miljö): string {
  if (mått === 'föregående år') return `Utfall ${yearsBefore(miljö.period).id}`
  return miljö.modell.mått.get(mått)?.namn ?? GIVNA_MÅTT[mått] ?? HÄRLEDDA_MÅTT[mått] ?? mått
}

/** Counts by status over kontroller, uppdrag or indikatorer; or the parts of a table's sum. */
function shares(anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const av = textArg(anrop, 'av')
  const { modell, räknare, period } = miljö
  const antal = knownMåttenhet('antal')
  if (av === undefined && textArg(anrop, 'tabell') !== undefined) {
    const mått = listArg(anrop, 'mått')[0] ?? 'utfall'
    const tabell = modell.uppställningar.get(textArg(anrop, 'tabell') ?? '')
    if (!tabell)
      return report(
        miljö,
        messages.okänt('tabell', textArg(anrop, 'tabell') ?? '', [...modell.uppställningar.keys()]),
        anrop.hash.get('tabell')?.span
      )
    const punkter = tabell.rader.flatMap((rad): Punkt[] => {
      const tal = rad.slag === 'konto' ? räknare.celltal(tabell, rad, mått, period) : undefined
      if (rad.slag !== 'konto' || !tal || isFel(tal)) return []
      return [{ tal, rad: { namn: rad.namn ?? modell.serier.get(rad.id)?.kort ?? rad.id } }]
    })
    return {
      punkter,
      titel: tabell.namn,
      enhet: tabell.enhet,
      decimaler: tabell.decimaler,
      radrubrik: tabell.radrubrik
    }
  }
  const grupper = new Map<string, { klass: Klass | undefined; källor: Tal[] }>()
  const count = (ord: string, klass: Klass | undefined, källa: Tal): void => {
    const grupp = grupper.get(ord) ?? { klass, källor: [] }
    grupp.källor.push(källa)
    grupper.set(ord, grupp)
  }
  const one = (namn: string, span: Span): Tal => ({
    värde: decimal(1),
    enhet: antal,
    decimaler: 0,
    period: period.id,
    namn,
    källa: { slag: 'datum', span }
  })
  if (av === 'kontroller')
    for (const k of modell.kontroller) {
      const utfört = k.uppföljning.get(period.id)?.utfört
      count(
        utfört === undefined ? 'Ej rapporterad' : utfört === 'ej utfört' ? 'Ej utförd' : 'Utförd',
        utfört === undefined ? 'ej bedömt' : utfört === 'ej utfört' ? 'ej uppfyllt' : 'uppfyllt',
        one(k.namn, k.span)
      )
    }
  else if (av === 'uppdrag')
    for (const u of modell.uppdrag) {
      const status = u.uppföljning.get(period.id)?.status
      const klass = {
        klart: 'uppfyllt',
        pågår: 'delvis',
        'ej påbörjat': 'ej uppfyllt',
        'avslutat i förtid': 'ej mätt'
      } as const
      count(uppdragsstatus(status).ord, status ? klass[status] : 'ej bedömt', one(u.namn, u.span))
    }
  else if (av === 'indikatorer')
    for (const serie of indikatorerna(modell)) {
      const status = bedömIndikator(räknare, serie, period).gällande
      count(statusVy(status, modell.styrmodell).ord, status, one(serie.namn, serie.span))
    }
  else
    return report(
      miljö,
      messages.okänt('underlag', av ?? '', ['kontroller', 'uppdrag', 'indikatorer']),
      anrop.hash.get('av')?.span ?? anrop.span
    )
  const ORDNING: Klass[] = ['uppfyllt', 'delvis', 'ej uppfyllt', 'ej mätt', 'ej bedömt']
  const punkter = [...grupper]
    .toSorted(
      ([, a], [, b]) =>
        ORDNING.indexOf(a.klass ?? 'ej bedömt') - ORDNING.indexOf(b.klass ?? 'ej bedömt')
    )
    .map(([ord, { klass, källor }]): Punkt => ({
      tal: {
        värde: decimal(källor.length),
        enhet: antal,
        decimaler: 0,
        period: period.id,
        namn: `${ord}, antal`,
        källa: { slag: 'formel', formel: `antal ${av} som är ${ord.toLowerCase()}`, ingår: källor }
      },
      rad: { namn: ord, ...(klass ? { klass } : {}) }
    }))
  return { punkter, titel: `Status för ${av}`, enhet: antal, decimaler: 0, radrubrik: 'Status' }
}
