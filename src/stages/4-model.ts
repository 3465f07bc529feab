import type { Diagnostics } from '../diagnostic.ts'
import { decimal } from '../domain/decimal.ts'
import type { EgenPrognos } from '../domain/malprognos-typ.ts'
import type {
  EgenBedömning,
  Kontroll,
  Kontrolluppföljning,
  Modell,
  Mål,
  Register,
  Serie,
  Styrmodell,
  Uppdrag,
  Uppställning
} from '../domain/modell.ts'
import type { Organisation, Organisationsenhet } from '../domain/organisation.ts'
import { parsePeriod } from '../domain/period.ts'
import * as messages from '../messages.ts'
import { okändDelperiod, okändNivå } from '../model/messages.ts'
import { Ids, percent, readPeriods, type Byggmiljö } from '../model/context.ts'
import { buildRisker, buildRiskskala, linkRisker } from '../model/risker.ts'
import { buildAvvikelsegräns } from '../model/avvikelsegrans.ts'
import { buildBalanskrav, buildSamband } from '../model/lagstadgat.ts'
import { addCsv, buildMått, buildSerie } from '../model/series.ts'
import { buildRevision } from '../model/revision.ts'
import { buildSvar, type Granskare } from '../model/svar.ts'
import { buildRegister, buildUppställning } from '../model/tables.ts'
import { buildTema } from '../model/tema.ts'
import type { EnhetRecord, OrganisationRecord } from '../schema/organisation.ts'
import type { Post } from '../schema/read.ts'
import type {
  KontrollRecord,
  MålRecord,
  StyrmodellRecord,
  UppdragRecord
} from '../schema/styrning.ts'
import type { Path } from '../yaml/read.ts'
import type { Datapost, Records } from './3-validate.ts'

/** The organisation as the model knows it. */
export function buildOrganisation(id: string, post: Post<OrganisationRecord>): Organisation {
  const { data } = post
  const enhet = (record: EnhetRecord): Organisationsenhet => ({
    id: record.id,
    namn: record.namn,
    kortnamn: record.kortnamn ?? record.namn,
    slag: record.slag ?? 'enhet',
    värdar: record.värdar ?? [],
    enheter: (record.enheter ?? []).map(enhet)
  })
  return {
    id,
    namn: data.namn,
    kortnamn: data.kortnamn ?? data.namn,
    slag: data.slag,
    exempel: data.exempel,
    sidfot: data.sidfot,
    enheter: data.enheter.map(enhet),
    benämningar: data.benämningar,
    tema: buildTema(data.tema)
  }
}

/** The steering model, with what it leaves unsaid filled in. */
export function buildStyrmodell(
  post: Post<StyrmodellRecord>,
  diagnostics: Diagnostics
): Styrmodell {
  const { data, located, path } = post
  const perioder = new Map<string, string>()
  for (const [namn, period] of Object.entries(data.perioder ?? {})) {
    if (parsePeriod(`2000-${period}`)) perioder.set(namn.toLowerCase(), period)
    else diagnostics.add(okändDelperiod(period), located.spanOf([...path, 'perioder', namn]))
  }
  return {
    nivåer: data.nivåer,
    bedömningsskala: {
      uppfyllt: 'Uppfyllt',
      delvis: 'Delvis uppfyllt',
      'ej uppfyllt': 'Ej uppfyllt',
      'ej mätt': 'Ej mätt',
      'ej bedömt': 'Ej bedömt',
      ...data.bedömningsskala
    },
    sammanvägning: buildSammanvägning(data.sammanvägning ?? 'alla'),
    delvisFrån: data['delvis från'] === undefined ? decimal('0.8') : percent(data['delvis från']),
    perioder,
    riskskala: buildRiskskala(post, diagnostics),
    avvikelsegräns: buildAvvikelsegräns(post, diagnostics)
  }
}

function buildSammanvägning(
  regel: NonNullable<StyrmodellRecord['sammanvägning']>
): Styrmodell['sammanvägning'] {
  if (typeof regel === 'string') return { slag: regel }
  const { uppfyllt, delvis } = regel.andel
  return { slag: 'andel', uppfyllt: percent(uppfyllt), delvis: percent(delvis) }
}

/** Every unit of an organisation by its folder name. */
export function enheterna(organisation: Organisation): Map<string, Organisationsenhet> {
  const all = new Map<string, Organisationsenhet>()
  const visit = (enhet: Organisationsenhet): void => {
    all.set(enhet.id, enhet)
    enhet.enheter.forEach(visit)
  }
  organisation.enheter.forEach(visit)
  return all
}

/** Records → Modell: ids unique, references resolved, every value a number with its place. */
export function buildModell(
  organisation: Organisation,
  enhet: Organisationsenhet,
  styrmodell: Styrmodell,
  records: Records,
  diagnostics: Diagnostics,
  granskare: ReadonlyMap<string, Granskare> = new Map()
): Modell {
  const enhetsnamn = new Map([...enheterna(organisation)].map(([id, e]) => [id, e.namn]))
  const miljö: Byggmiljö = { diagnostics, styrmodell, trasiga: records.trasiga, enhetsnamn }
  const ids = new Ids(diagnostics)
  const { trasiga } = records
  const unika = <T extends { id: string }>(posts: readonly Datapost<T>[]) =>
    posts.filter((post) => ids.take(post.data.id, post.located.spanOf([...post.path, 'id'])))

  const mått = buildMått(records.mått, miljö)
  const serier = new Map<string, Serie>()
  for (const [slag, posts] of [
    ['indikator', records.indikatorer],
    ['konto', records.konton],
    ['nyckeltal', records.nyckeltal]
  ] as const)
    for (const post of unika(posts)) serier.set(post.data.id, buildSerie(slag, post, mått, miljö))
  for (const table of records.csv) addCsv(table, serier, mått, trasiga, miljö)
  // A value that is missing may stand in the CSV file that couldn't be read.
  if (records.csvBruten) for (const id of serier.keys()) records.trasiga.add(id)

  const uppställningar = new Map<string, Uppställning>()
  for (const post of unika(records.uppställningar))
    uppställningar.set(post.data.id, buildUppställning(post, serier, mått, trasiga, miljö))
  const register = new Map<string, Register>()
  for (const post of unika(records.register)) register.set(post.data.id, buildRegister(post, miljö))

  const mål = records.mål.map((post) => buildMål(post.data, post, post.path, ids, miljö))
  const målen = new Set(allaMål(mål).map((m) => m.id))
  for (const post of records.indikatorer)
    if (post.data.mål !== undefined && !målen.has(post.data.mål) && !trasiga.has(post.data.mål))
      diagnostics.add(
        messages.okändHänvisning(post.data.mål, 'mål', [...målen]),
        post.located.spanOf([...post.path, 'mål'])
      )

  const kontroller = unika(records.kontroller).map((post) => buildKontroll(post, miljö))
  const risker = buildRisker(unika(records.risker), miljö)
  const revision = unika(records.revision).flatMap(
    (post) => buildRevision(post, enheterna(organisation), ids, miljö) ?? []
  )
  const egen = { organisation: organisation.id, enhet: enhet.id }
  const answered = new Map(granskare).set(`${egen.organisation}/${egen.enhet}`, {
    rekommendationer: revision.flatMap((r) => r.rekommendationer),
    trasiga
  })

  return {
    organisation,
    enhet,
    styrmodell,
    serier,
    mått,
    uppställningar,
    mål,
    kontroller,
    risker: linkRisker(risker, kontroller, records, miljö),
    uppdrag: unika(records.uppdrag).map((post) => buildUppdrag(post, miljö)),
    revision,
    granskade: [...answered].flatMap(([enhet, { rekommendationer }]) =>
      rekommendationer.map((r) => ({ ...r, ref: `${enhet}/${r.id}` }))
    ),
    svar: unika(records.svar).map((post) => buildSvar(post, egen, answered, miljö)),
    register,
    samband: unika(records.samband).flatMap((post) => buildSamband(post, miljö)),
    balanskrav: unika(records.balanskrav).map(buildBalanskrav)[0],
    trasiga
  }
}

/** A goal tree flattened, parents first. */
export function allaMål(mål: readonly Mål[]): Mål[] {
  return mål.flatMap((m) => [m, ...allaMål(m.undermål)])
}

function buildMål(
  data: MålRecord,
  post: Post<MålRecord>,
  path: Path,
  ids: Ids,
  miljö: Byggmiljö
): Mål {
  const { located } = post
  const { diagnostics, styrmodell } = miljö
  ids.take(data.id, located.spanOf([...path, 'id']))
  if (!styrmodell.nivåer.includes(data.nivå))
    diagnostics.add(okändNivå(data.nivå, styrmodell.nivåer), located.spanOf([...path, 'nivå']))
  const bedömningar = new Map<string, EgenBedömning>()
  for (const { period, data: bedömning, path: here } of readPeriods(
    data.bedömning,
    located,
    [...path, 'bedömning'],
    miljö
  ))
    bedömningar.set(period.id, { ...bedömning, span: located.spanOf(here, 'key') })
  const prognoser = new Map<string, EgenPrognos>(
    readPeriods(data.målprognos, located, [...path, 'målprognos'], miljö).map(
      ({ period, data: prognos, path: here }) => [
        period.id,
        { ...prognos, span: located.spanOf(here, 'key') }
      ]
    )
  )
  return {
    id: data.id,
    nivå: data.nivå,
    namn: data.namn,
    beskrivning: data.beskrivning,
    utanIndikator: data['utan indikator'],
    prioriteringar: data.prioriteringar ?? [],
    bedömningar,
    prognoser,
    undermål: (data.mål ?? []).map((under, i) =>
      buildMål(under, post, [...path, 'mål', i], ids, miljö)
    ),
    span: located.spanOf([...path, 'id'])
  }
}

const UTFÖRT = ['T1', 'T2', 'T3', 'ej utfört']

function buildKontroll(post: Datapost<KontrollRecord>, miljö: Byggmiljö): Kontroll {
  const { data, located, path } = post
  const uppföljning = new Map<string, Kontrolluppföljning>()
  for (const { period, data: u, path: here } of readPeriods(
    data.uppföljning,
    located,
    [...path, 'uppföljning'],
    miljö
  )) {
    const delar = Array.isArray(u.utfört) ? u.utfört : [u.utfört]
    for (const [i, del] of delar.entries())
      if (!UTFÖRT.includes(del))
        miljö.diagnostics.add(
          messages.okäntVärde('utfört', del, UTFÖRT),
          located.spanOf([...here, 'utfört', ...(Array.isArray(u.utfört) ? [i] : [])])
        )
    uppföljning.set(period.id, {
      ...u,
      nyPlan: u['ny plan'],
      utfört: u.utfört === 'ej utfört' ? 'ej utfört' : delar,
      ursprung: u.ursprung ?? post.filursprung,
      span: located.spanOf(here, 'key')
    })
  }
  return { ...data, uppföljning, span: located.spanOf([...path, 'id']) }
}

function buildUppdrag(post: Datapost<UppdragRecord>, miljö: Byggmiljö): Uppdrag {
  const { data, located, path } = post
  const uppföljning = new Map(
    readPeriods(data.uppföljning, located, [...path, 'uppföljning'], miljö).map(
      ({ period, data: u, path: here }) => [
        period.id,
        { ...u, ursprung: u.ursprung ?? post.filursprung, span: located.spanOf(here, 'key') }
      ]
    )
  )
  return { ...data, uppföljning, span: located.spanOf([...path, 'id']) }
}
