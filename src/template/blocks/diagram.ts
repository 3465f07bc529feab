import { describeDiagram } from '../../chart/describe.ts'
import { periodText } from '../../chart/table.ts'
import type { Diagramdata, Diagrammall } from '../../chart/types.ts'
import * as messages from '../../messages.ts'
import { formatDecimal, lowerFirst, SAKNAS } from '../../text/swedish.ts'
import { textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { cellHtml, Html } from '../figure.ts'
import type { Innehåll } from '../views.ts'
import type { Block } from './block.ts'
import { shares } from './diagram-andelar.ts'
import { overBridge } from './diagram-brygga.ts'
import { overRows } from './diagram-rader.ts'
import { overMonths, overTime } from './diagram-tid.ts'
import { diagrammallNamed, type Punkt, type Underlag } from './diagram-underlag.ts'

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
    const mall = diagrammallNamed(namn, anrop.params[0]?.span, miljö)
    const underlag = mall && collect(mall, anrop, miljö)
    if (!underlag) return undefined
    // Where records were left out for faults already told, an empty chart follows from them.
    if (underlag.punkter.length === 0 && miljö.modell.trasiga.size > 0) return undefined
    if (underlag.punkter.length === 0)
      return report(miljö, messages.diagramfel('Diagrammet har inga värden att visa'), anrop.span)
    return drawDiagram(mall, underlag, anrop, miljö)
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
    nummer: mål?.nr ?? '',
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
