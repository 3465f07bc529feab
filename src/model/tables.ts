import { ZERO } from '../domain/decimal.ts'
import { convert, måttenhet, type Måttenhet } from '../domain/mattenhet.ts'
import type {
  Datum,
  Kolumn,
  Mått,
  Rad,
  Register,
  Registercell,
  Serie,
  Uppställning
} from '../domain/modell.ts'
import { allaMått } from '../domain/referens.ts'
import type { Ursprung } from '../domain/tal.ts'
import { okändHänvisning, okäntMått, RELATIVA } from '../messages.ts'
import { felSlag, ogiltigtFormat, okändNyckel, saknadNyckel } from '../schema/messages.ts'
import { värde as värdeschema, type Värde } from '../schema/common.ts'
import { readPost, type Post } from '../schema/read.ts'
import type { UppställningRecord } from '../schema/serie.ts'
import type { RegisterRecord } from '../schema/styrning.ts'
import { slug } from '../text/slug.ts'
import { formatDatum } from '../text/swedish.ts'
import type { Path } from '../yaml/read.ts'
import { Ids, readDatum, readPeriod, readPeriods, type Byggmiljö } from './context.ts'
import * as messages from './messages.ts'

type Filpost<T> = Post<T> & { readonly filursprung: Ursprung | undefined }

/** A table record → Uppställning; rows and columns must name series, measures and periods that exist. */
export function buildUppställning(
  post: Filpost<UppställningRecord>,
  serier: ReadonlyMap<string, Serie>,
  måtten: ReadonlyMap<string, Mått>,
  trasiga: ReadonlySet<string>,
  miljö: Byggmiljö
): Uppställning {
  const { data, located, path } = post
  const { diagnostics } = miljö
  const enhet = måttenhet(data.enhet) as Måttenhet
  const rader = buildRader()
  const kontona = rader.flatMap((rad) => (rad.slag === 'konto' ? [serier.get(rad.id)] : []))
  return {
    id: data.id,
    namn: data.namn,
    enhet,
    decimaler: data.decimaler ?? Math.max(0, ...kontona.map((serie) => serie?.decimaler ?? 0)),
    tecken: data.tecken ?? 'kostnad minus',
    radrubrik: data.radrubrik ?? 'Post',
    kodrubrik: data.kodrubrik,
    not: data.not,
    kolumner: data.kolumner.flatMap(
      (kolumn, i) => buildKolumn(kolumn, [...path, 'kolumner', i]) ?? []
    ),
    rader,
    span: located.spanOf([...path, 'id'])
  }

  function buildKolumn(
    kolumn: UppställningRecord['kolumner'][number],
    here: Path
  ): Kolumn | undefined {
    const span = located.spanOf(here)
    const { namn } = kolumn
    if (kolumn.text) return { slag: 'text', text: kolumn.text, namn, span }
    const key = kolumn.mått ? 'mått' : kolumn.förändring ? 'förändring' : 'andel'
    const mått = kolumn[key] ?? ''
    const known = allaMått(måtten)
    if (!known.includes(mått)) {
      if (trasiga.has(mått)) return undefined
      diagnostics.add(okäntMått(mått, known), located.spanOf([...here, key]))
      return undefined
    }
    if (
      kolumn.period &&
      !(RELATIVA as readonly string[]).includes(kolumn.period) &&
      !readPeriod(kolumn.period, located.spanOf([...here, 'period']), miljö, RELATIVA)
    )
      return undefined
    if (key === 'förändring')
      return { slag: 'förändring', mått, som: kolumn.som ?? 'procent', namn, span }
    if (key === 'andel') return { slag: 'andel', mått, namn, span }
    return { slag: 'mått', mått, period: kolumn.period, namn, span }
  }

  function buildRader(): Rad[] {
    const ids = new Ids(diagnostics, messages.dubblettRad)
    const rader: Rad[] = []
    let sedan: string[] = []
    for (const [i, rad] of data.rader.entries()) {
      const here = [...path, 'rader', i]
      if (rad.rubrik !== undefined)
        rader.push({ slag: 'rubrik', text: rad.rubrik, span: located.spanOf(here) })
      else if (rad.rad !== undefined) {
        const span = located.spanOf([...here, 'rad'])
        const [enhetsid = '', cell = ''] = rad.rad.split('/')
        const [tabell = '', hämtad = ''] = cell.split('.')
        const id = rad.id ?? enhetsid
        if (!ids.take(id, span)) continue
        const namn = rad.namn ?? miljö.enhetsnamn?.get(enhetsid) ?? enhetsid
        rader.push({
          slag: 'konto',
          id,
          namn,
          från: { enhet: enhetsid, tabell, rad: hämtad },
          span
        })
        sedan.push(id)
      } else if (rad.konto !== undefined) {
        const span = located.spanOf([...here, 'konto'])
        if (!serier.has(rad.konto) && !trasiga.has(rad.konto))
          diagnostics.add(okändHänvisning(rad.konto, 'konto', [...serier.keys()]), span)
        const serie = serier.get(rad.konto)
        if (serie && !fits(serie.enhet, enhet))
          diagnostics.add(messages.enhetIUppställning(rad.konto, serie.enhet.id, enhet.id), span)
        if (!ids.take(rad.konto, span)) continue
        rader.push({ slag: 'konto', id: rad.konto, namn: rad.namn, span })
        sedan.push(rad.konto)
      } else {
        const span = located.spanOf([...here, 'summa'])
        const id = rad.id ?? 'summa'
        if (!ids.take(id, span)) continue
        const known = rader.flatMap((r) => (r.slag === 'rubrik' ? [] : [r.id]))
        for (const [j, del] of (rad.av ?? []).entries())
          if (!known.includes(del) && !trasiga.has(del))
            diagnostics.add(messages.okändRad(del, known), located.spanOf([...here, 'av', j]))
        rader.push({
          slag: 'summa',
          id,
          namn: rad.summa ?? '',
          av: rad.av ?? sedan,
          givet: buildGivet(rad.givet, [...here, 'givet']),
          span
        })
        sedan = []
      }
    }
    return rader
  }

  function buildGivet(
    givet: Record<string, Record<string, Värde>> | undefined,
    here: Path
  ): Map<string, Map<string, Datum>> {
    const result = new Map<string, Map<string, Datum>>()
    for (const { period, data: värden, path: at } of readPeriods(givet, located, here, miljö)) {
      const måttvärden = new Map<string, Datum>()
      for (const [mått, värde] of Object.entries(värden)) {
        const known = allaMått(måtten)
        if (!known.includes(mått) && !trasiga.has(mått))
          diagnostics.add(okäntMått(mått, known), located.spanOf([...at, mått], 'key'))
        const datum = readDatum(
          värde,
          måtten.get(mått)?.enhet ?? enhet,
          post.filursprung,
          located,
          [...at, mått],
          diagnostics
        )
        if (datum) måttvärden.set(mått, datum)
      }
      result.set(period.id, måttvärden)
    }
    return result
  }
}

/** Whether a row in one unit can stand, and be summed, in a table of another. */
function fits(rad: Måttenhet, tabell: Måttenhet): boolean {
  return (rad.antal && tabell.antal) || convert(ZERO, rad, tabell) !== undefined
}

/** A register record → Register: free rows held against its own columns. */
export function buildRegister(post: Filpost<RegisterRecord>, miljö: Byggmiljö): Register {
  const { data, located, path } = post
  const { diagnostics } = miljö
  const kolumner = data.kolumner.map((k) => ({
    ...k,
    slag: k.slag ?? (k.enhet ? ('tal' as const) : ('text' as const)),
    enhet: k.enhet === undefined ? undefined : måttenhet(k.enhet)
  }))
  for (const [i, kolumn] of kolumner.entries())
    if (kolumn.slag === 'tal' && !kolumn.enhet)
      diagnostics.add(saknadNyckel('enhet'), located.spanOf([...path, 'kolumner', i, 'id']))
  const period =
    data.period === undefined
      ? undefined
      : readPeriod(data.period, located.spanOf([...path, 'period']), miljö)?.id
  const ids = new Ids(diagnostics)
  const names = kolumner.map((k) => k.id)
  const rader = data.rader.flatMap((rad, i) => {
    const here = [...path, 'rader', i]
    const celler = new Map<string, Registercell>()
    for (const [key, raw] of Object.entries(rad)) {
      if (key === 'ursprung' || (key === 'id' && !names.includes('id'))) continue
      const kolumn = kolumner.find((k) => k.id === key)
      if (!kolumn) {
        diagnostics.add(
          okändNyckel(key, [...names, 'id', 'ursprung']),
          located.spanOf([...here, key], 'key')
        )
        continue
      }
      const cell = readCell(kolumn, raw, rad.ursprung ?? data.ursprung ?? post.filursprung, [
        ...here,
        key
      ])
      if (cell) celler.set(key, cell)
    }
    const first = celler.get(names[0] ?? '')
    const id = rad.id ?? (first?.slag === 'text' ? slug(first.text) : String(i + 1))
    const span = located.spanOf(here)
    return ids.take(id, span) ? [{ id, celler, span }] : []
  })
  return {
    id: data.id,
    namn: data.namn,
    period,
    not: data.not,
    kolumner,
    rader,
    span: located.spanOf([...path, 'id'])
  }

  function readCell(
    kolumn: Register['kolumner'][number],
    raw: unknown,
    ursprung: Ursprung | undefined,
    here: Path
  ): Registercell | undefined {
    const span = located.spanOf(here)
    if (kolumn.slag === 'lista') {
      const texter = Array.isArray(raw)
        ? raw.filter((x): x is string => typeof x === 'string')
        : typeof raw === 'string'
          ? [raw]
          : undefined
      if (texter) return { slag: 'lista', texter: texter.filter((x) => x !== '') }
      diagnostics.add(felSlag(kolumn.id, 'lista'), span)
      return undefined
    }
    if (kolumn.slag === 'tal') {
      const värde = readPost(värdeschema, located, here, diagnostics)
      const datum =
        värde && readDatum(värde.data, kolumn.enhet, ursprung, located, here, diagnostics)
      return datum && { slag: 'tal', datum }
    }
    if (typeof raw !== 'string') {
      diagnostics.add(felSlag(kolumn.id, 'text'), span)
      return undefined
    }
    if (kolumn.slag === 'datum' && raw !== '') {
      if (formatDatum(raw)) return { slag: 'datum', iso: raw }
      diagnostics.add(ogiltigtFormat(kolumn.id, raw, 'datum'), span)
      return undefined
    }
    return { slag: 'text', text: raw }
  }
}
