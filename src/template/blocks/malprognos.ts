import { bedömMål } from '../../domain/bedomning.ts'
import { prognosFörMål, type Målprognos, type Målprognosgren } from '../../domain/malprognos.ts'
import type { Prognosstatus } from '../../domain/malprognos-typ.ts'
import { målgren } from '../../domain/uppdelning.ts'
import { formatDecimal, SAKNAS, withUnit } from '../../text/swedish.ts'
import { textArg } from '../arguments.ts'
import type { Miljö } from '../environment.ts'
import { escapeHtml, figureHtml, Html } from '../figure.ts'
import { statusHtml, statusVy } from '../status.ts'
import type { Innehåll, RadVy, StatusVy } from '../views.ts'
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
import { reportOkäntMål } from './okant-mal.ts'

const ORD: Readonly<Record<Prognosstatus, StatusVy>> = {
  uppnås: { klass: 'uppfyllt', ord: 'Bedöms uppnås' },
  osäkert: { klass: 'delvis', ord: 'Osäkert' },
  'uppnås inte': { klass: 'ej', ord: 'Bedöms inte uppnås' }
}

/** A forecast as symbol and word; the heat map prints it too. */
export function prognosVy(status: Prognosstatus | undefined): StatusVy {
  return status ? ORD[status] : { klass: 'ejbedomt', ord: 'Ingen prognos' }
}

/**
 * `{{målprognos}}`: each goal and its indicators with the assessment so far beside what is expected
 * of the year, with forecast figure and reason. R17 asks for goals judged on the year's forecast.
 */
export const målprognos: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, mål: 'text' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'målprognos' }),
  run(anrop, miljö) {
    const { modell, räknare, period } = miljö
    const id = textArg(anrop, 'mål')
    const rötter = modell.mål.flatMap((mål) => (id === undefined ? [mål] : målgren(mål)))
    const valda = id === undefined ? rötter : rötter.filter((mål) => mål.id === id)
    if (id !== undefined && valda.length === 0) return reportOkäntMål(id, anrop, miljö)
    const frame = frameOf(anrop, miljö, 'målprognos', 'Målen och prognosen för året')
    const { avsnitt } = miljö.plats
    const grenar = valda.map((rot) => prognosFörMål(räknare, rot, period))
    const skäl = grenar.some(hasReason)
    const huvud = ['Mål och indikator', 'Läget nu', 'Prognostal', 'Året', ...(skäl ? ['Skäl'] : [])]
    const data: string[][] = []

    const row = (
      namn: string,
      nu: StatusVy,
      { gällande, egen, tal }: Målprognos,
      slag: 'rad' | 'mål'
    ): RadVy => {
      const året = prognosVy(gällande)
      const text = tal?.värde
        ? withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol)
        : ''
      data.push([namn, nu.ord, csvValue(tal), året.ord, ...(skäl ? [egen?.motivering ?? ''] : [])])
      miljö.plats = { avsnitt, tabell: frame.id, rad: namn, kolumn: 'Prognostal' }
      return {
        slag: 'rad',
        celler: [
          rowHead(slag === 'mål' ? new Html(`<b>${escapeHtml(namn)}</b>`) : namn),
          cell(status(nu, miljö)),
          cell(tal && text ? figureHtml(tal, text, miljö) : SAKNAS, { numerisk: true }),
          cell(status(året, miljö)),
          ...(skäl ? [cell(egen?.motivering ?? SAKNAS)] : [])
        ]
      }
    }

    const rowsOf = (gren: Målprognosgren): RadVy[] => {
      const nu = bedömMål(räknare, gren.mål, period)
      const egna = gren.indikatorer.map(({ serie, prognos }) => {
        const läge = nu.indikatorer.find((i) => i.serie === serie)?.bedömning.gällande
        return row(serie.kort, statusVy(läge ?? 'ej bedömt', modell.styrmodell), prognos, 'rad')
      })
      const mål = row(
        gren.mål.namn,
        statusVy(nu.bedömning.gällande, modell.styrmodell),
        gren.prognos,
        'mål'
      )
      return [mål, ...gren.undermål.flatMap(rowsOf), ...egna]
    }

    const grupper = grenar.map((gren) => {
      const rot = gren.mål
      const rubrik: RadVy = {
        slag: 'rubrik',
        celler: [rowHead(rot.namn, { scope: 'rowgroup', colspan: huvud.length })]
      }
      return { summa: false, rader: [rubrik, ...gren.undermål.flatMap(rowsOf), ...leaves(gren)] }
    })

    function leaves(gren: Målprognosgren): RadVy[] {
      return gren.undermål.length > 0 && gren.indikatorer.length === 0
        ? []
        : rowsOf({ ...gren, undermål: [] })
    }
    miljö.plats = { avsnitt }
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [huvud.map((namn) => head(namn, namn === 'Prognostal'))],
        grupper
      },
      { kolumner: huvud, rader: data },
      miljö
    )
  }
}

/** Whether anybody has said why, of the goal or anything below it. */
function hasReason({ prognos, undermål, indikatorer }: Målprognosgren): boolean {
  return (
    prognos.egen !== undefined ||
    undermål.some(hasReason) ||
    indikatorer.some((i) => i.prognos.egen !== undefined)
  )
}

function status(vy: StatusVy, miljö: Miljö): Innehåll {
  return statusHtml(vy, miljö) ?? SAKNAS
}
