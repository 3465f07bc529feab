import { refsOf } from '../domain/formel.ts'
import { parseMålvärde } from '../domain/malvarde.ts'
import { måttenhet, type Måttenhet } from '../domain/mattenhet.ts'
import type { Datum, Mått, Periodpost, Serie, Uppdelning } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT } from '../domain/referens.ts'
import type { Ursprung } from '../domain/tal.ts'
import { okäntMått, okäntVärde } from '../messages.ts'
import type { Värde } from '../schema/common.ts'
import type { Post } from '../schema/read.ts'
import type { SerieRecord } from '../schema/serie.ts'
import type { CsvTable } from '../yaml/csv.ts'
import { suggest } from '../text/suggest.ts'
import { csvKolumn, csvSaknarKolumn } from '../yaml/messages.ts'
import type { Path } from '../yaml/read.ts'
import {
  Ids,
  readDatum,
  readFormel,
  readNumber,
  readPeriod,
  readPeriods,
  partOf,
  type Byggmiljö
} from './context.ts'
import * as messages from './messages.ts'

type Filpost<T> = Post<T> & { readonly filursprung: Ursprung | undefined }

const ALLA_MÅTT: readonly string[] = [...Object.keys(GIVNA_MÅTT), ...Object.keys(HÄRLEDDA_MÅTT)]

const isMått = (namn: string, måtten: ReadonlyMap<string, Mått>): boolean =>
  ALLA_MÅTT.includes(namn) || måtten.has(namn)

/** Declared measures; their names may be used in every period of the unit. */
export function buildMått(
  posts: readonly Filpost<{
    id: string
    namn: string
    enhet?: string | undefined
    decimaler?: number | undefined
    formel?: string | undefined
  }>[],
  miljö: Byggmiljö
): Map<string, Mått> {
  const måtten = new Map<string, Mått>()
  for (const { data, located, path } of posts) {
    const span = located.spanOf([...path, 'id'])
    const first = måtten.has(data.id) && posts.find((post) => post.data.id === data.id)
    if (first || data.id in GIVNA_MÅTT || data.id in HÄRLEDDA_MÅTT) {
      miljö.diagnostics.add(
        first
          ? messages.dubblettId(data.id, first.located.spanOf([...first.path, 'id']))
          : messages.inbyggtMått(data.id),
        span
      )
      continue
    }
    måtten.set(data.id, {
      id: data.id,
      namn: data.namn,
      enhet: data.enhet === undefined ? undefined : måttenhet(data.enhet),
      decimaler: data.decimaler,
      formel:
        data.formel === undefined
          ? undefined
          : readFormel(data.formel, located.spanOf([...path, 'formel']), located, miljö.diagnostics)
    })
  }
  for (const { id, formel } of måtten.values())
    for (const ref of formel ? refsOf(formel.träd) : [])
      if (!isMått(ref.ref, måtten) && formel) {
        const exact = formel.span.end - formel.span.start === formel.text.length
        miljö.diagnostics.add(
          okäntMått(ref.ref, [...ALLA_MÅTT, ...måtten.keys()]),
          exact ? partOf(formel.span, ref.start, ref.end) : formel.span
        )
        miljö.trasiga?.add(id)
      }
  return måtten
}

const TEXTNYCKLAR = new Set([
  'målvärde',
  'kommentar',
  'åtgärd',
  'ursprung',
  'bedömning',
  'målprognos',
  'ingångsår',
  'ingångsvärde',
  'uppdelning'
])
const GRUPPTEXTER = new Set(['id', 'namn'])

/** A group's name as references write it: small letters, digits and hyphens, å ä ö kept. */
function nameToId(namn: string): string {
  return namn
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** One series record → Serie: every value read by its unit, every period by its form. */
export function buildSerie(
  slag: Serie['slag'],
  post: Filpost<SerieRecord>,
  måtten: ReadonlyMap<string, Mått>,
  miljö: Byggmiljö
): Serie {
  const { data, located, path } = post
  const { diagnostics } = miljö
  const enhet = måttenhet(data.enhet) as Måttenhet
  const ursprung = data.ursprung ?? post.filursprung
  const perioder = new Map<string, Periodpost>()
  const formel =
    data.formel === undefined
      ? undefined
      : readFormel(data.formel, located.spanOf([...path, 'formel']), located, diagnostics)
  const lästa = readPeriods(data.serie, located, [...path, 'serie'], miljö)
  // The value that is missed later stands in the period that couldn't be read.
  if (lästa.length < Object.keys(data.serie ?? {}).length) miljö.trasiga?.add(data.id)
  for (const { period, data: record, path: here } of lästa) {
    if (perioder.has(period.id)) {
      const första = perioder.get(period.id)?.span ?? located.spanOf(here, 'key')
      diagnostics.add(messages.dubblettPeriod(period.id, första), located.spanOf(here, 'key'))
      continue
    }
    perioder.set(period.id, buildPost(period, record, here))
  }
  const given = [...perioder.values()].flatMap((p) =>
    [p, ...(p.uppdelning ?? [])].flatMap(({ värden }) =>
      [...värden].filter(([mått]) => !måtten.get(mått)?.enhet).map(([, d]) => d.decimaler)
    )
  )
  return {
    id: data.id,
    slag,
    namn: data.namn,
    kort: data.kort ?? data.namn,
    synonymer: data.synonymer ?? [],
    kod: data.kod,
    mål: data.mål,
    enhet,
    decimaler: data.decimaler ?? Math.max(0, ...given),
    riktning: data.riktning,
    källa: data.källa,
    beskrivning: data.beskrivning,
    kommentar: data.kommentar,
    omfattning: data.omfattning,
    berörda: data.berörda,
    uppföljning: data.uppföljning,
    fotnot: data.fotnot,
    formel,
    ursprung,
    perioder,
    span: located.spanOf([...path, 'id'])
  }

  function buildPost(
    period: Period,
    record: NonNullable<SerieRecord['serie']>[string],
    here: Path
  ): Periodpost {
    const origin = record.ursprung ?? ursprung
    const värden = readVärden(record, TEXTNYCKLAR, origin, here)
    return {
      period,
      värden,
      målvärde:
        typeof record.målvärde === 'string'
          ? buildMålvärde(record.målvärde, [...here, 'målvärde'])
          : undefined,
      målvärdeSaknas: typeof record.målvärde === 'string' ? undefined : record.målvärde?.saknas,
      kommentar: record.kommentar,
      åtgärd: record.åtgärd,
      bedömning: record.bedömning && {
        ...record.bedömning,
        span: located.spanOf([...here, 'bedömning'])
      },
      målprognos: record.målprognos && {
        ...record.målprognos,
        span: located.spanOf([...here, 'målprognos'])
      },
      ingångsår: readBaseYear(record.ingångsår, [...here, 'ingångsår']),
      ingångsvärde: record.ingångsvärde,
      uppdelning: record.uppdelning && buildUppdelning(record.uppdelning, origin, here),
      ursprung: origin,
      span: located.spanOf(here, 'key')
    }
  }

  function readBaseYear(text: string | undefined, here: Path): Periodpost['ingångsår'] {
    if (text === undefined) return undefined
    const span = located.spanOf(here)
    const period = readPeriod(text, span, miljö)
    return period && { period, span }
  }

  function readVärden(
    record: Readonly<Record<string, unknown>>,
    texter: ReadonlySet<string>,
    origin: Ursprung | undefined,
    here: Path
  ): Map<string, Datum> {
    const värden = new Map<string, Datum>()
    for (const [mått, värde] of Object.entries(record)) {
      if (texter.has(mått) || värde === undefined) continue
      const egna = måtten.get(mått)
      if (!isMått(mått, måtten)) {
        if (miljö.trasiga?.has(mått)) continue
        diagnostics.add(
          okäntMått(mått, [...Object.keys(GIVNA_MÅTT), ...TEXTNYCKLAR, ...måtten.keys()]),
          located.spanOf([...here, mått], 'key')
        )
        continue
      }
      const datum = readDatum(
        värde as Värde,
        egna?.enhet ?? (mått === 'måluppfyllnad' ? måttenhet('procent') : enhet),
        origin,
        located,
        [...here, mått],
        diagnostics,
        egna?.enhet ? egna.decimaler : data.decimaler
      )
      if (datum) värden.set(mått, datum)
    }
    return värden
  }

  function buildUppdelning(
    poster: NonNullable<NonNullable<SerieRecord['serie']>[string]['uppdelning']>,
    origin: Ursprung | undefined,
    here: Path
  ): Uppdelning[] {
    const ids = new Ids(diagnostics)
    return poster.flatMap((post, i) => {
      const at = [...here, 'uppdelning', i]
      const id = typeof post.id === 'string' ? post.id : nameToId(post.namn)
      const span = located.spanOf([...at, 'namn'])
      if (!ids.take(id, span)) return []
      return [{ id, namn: post.namn, värden: readVärden(post, GRUPPTEXTER, origin, at), span }]
    })
  }

  function buildMålvärde(text: string, here: Path): Periodpost['målvärde'] {
    const span = located.spanOf(here)
    const läst = parseMålvärde(text, { enhet, riktning: data.riktning })
    if ('fel' in läst && läst.fel !== undefined) {
      diagnostics.add(messages.ogiltigtMålvärde(text, läst.fel, läst.förslag), span)
      return undefined
    }
    if (läst.förslag) diagnostics.add(messages.målvärdeSomText(text, läst.förslag), span)
    return läst.mål ? { text, mål: läst.mål, span } : undefined
  }
}

/** Values of a CSV file put into the series that they name. */
export function addCsv(
  table: CsvTable,
  serier: Map<string, Serie>,
  måtten: ReadonlyMap<string, Mått>,
  trasiga: ReadonlySet<string>,
  miljö: Byggmiljö
): void {
  const { diagnostics } = miljö
  const names = table.kolumner.map((kolumn) => kolumn.text)
  const known = [
    'id',
    'period',
    'ursprung',
    'kommentar',
    ...Object.keys(GIVNA_MÅTT),
    'föregående år',
    ...måtten.keys()
  ]
  const okändaKolumner = table.kolumner.some((kolumn) => !known.includes(kolumn.text))
  for (const kolumn of table.kolumner)
    if (!known.includes(kolumn.text)) diagnostics.add(csvKolumn(kolumn.text, known), kolumn.span)
  const head = table.kolumner[0]?.span
  for (const required of ['id', 'period'])
    if (!names.includes(required)) return diagnostics.add(csvSaknarKolumn(required), head)

  const told = new Set<string>()
  for (const { celler } of table.rader) {
    const idCell = celler.get('id')
    const periodCell = celler.get('period')
    if (!idCell || !periodCell) continue
    const serie = serier.get(idCell.text)
    const period = readPeriod(periodCell.text, periodCell.span, miljö)
    // A series that isn't there is one mistake, however many rows it has.
    if (!serie && !trasiga.has(idCell.text) && !told.has(idCell.text))
      diagnostics.add(messages.okändCsvSerie(idCell.text, [...serier.keys()]), idCell.span)
    told.add(idCell.text)
    // Its values are among the rows that couldn't be used, so that missing them isn't a second fault.
    const menad = serie?.id ?? suggest(idCell.text, [...serier.keys()])
    if (menad !== undefined && (!serie || !period || okändaKolumner)) miljö.trasiga?.add(menad)
    if (!serie || !period) continue
    const origin = readOrigin(celler.get('ursprung')?.text)
    if (origin === undefined && celler.get('ursprung')?.text)
      diagnostics.add(
        okäntVärde('ursprung', celler.get('ursprung')?.text ?? '', [
          'publicerat',
          'härlett',
          'konstruerat'
        ]),
        celler.get('ursprung')?.span
      )
    const before = serie.perioder.get(period.id)
    const värden = new Map(before?.värden)
    for (const mått of names) {
      if (['id', 'period', 'ursprung', 'kommentar'].includes(mått) || !known.includes(mått))
        continue
      const cell = celler.get(mått)
      if (!cell || cell.text === '') continue
      const första = värden.get(mått)
      if (första) {
        diagnostics.add(messages.dubblettVärde(serie.id, mått, period.id, första.span), cell.span)
        continue
      }
      const läst = readNumber(
        cell.text,
        måtten.get(mått)?.enhet ?? serie.enhet,
        cell.span,
        diagnostics,
        måtten.get(mått)?.decimaler
      )
      if (läst) värden.set(mått, { ...läst, ursprung: origin ?? serie.ursprung, span: cell.span })
    }
    const kommentar = celler.get('kommentar')?.text || before?.kommentar
    ;(serie.perioder as Map<string, Periodpost>).set(period.id, {
      ...before,
      period,
      värden,
      kommentar,
      span: before?.span ?? idCell.span
    })
  }
}

function readOrigin(text: string | undefined): Ursprung | undefined {
  return text === 'publicerat' || text === 'härlett' || text === 'konstruerat' ? text : undefined
}
