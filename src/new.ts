import { Diagnostics } from './diagnostic.ts'
import { comparePeriods, parsePeriod, type Period } from './domain/period.ts'
import type { Styrmodell } from './domain/modell.ts'
import type { Effects } from './effects.ts'
import * as messages from './messages.ts'
import { okändDokumenttyp } from './build-messages.ts'
import { avsnittId } from './model/avsnitt.ts'
import * as egna from './new-messages.ts'
import { composeFiles, type Föregångare } from './newfiles.ts'
import { dokumenttyper, openEngine, readMall } from './templates.ts'
import type { DokumentmallRecord } from './schema/dokumentmall.ts'
import type { Source, Sources } from './source.ts'
import { discover, type Project, type Rapportmapp } from './stages/1-discover.ts'
import { load } from './stages/2-load.ts'
import { validateOrganisation, validateRapport, validateStyrmodell } from './stages/3-validate.ts'
import { buildOrganisation, buildStyrmodell, enheterna } from './stages/4-model.ts'
import { öppnaPoster } from './newopen.ts'
import { slug } from './text/slug.ts'
import { formatAntal } from './text/swedish.ts'
import { loadUnits } from './units.ts'

export interface NyRapport {
  readonly dokumenttyp: string
  /** `organisation/enhet`, or a part of it or of the unit's name that fits one alone. */
  readonly enhet: string
  readonly period: string
}

export interface Nytt {
  /** Why nothing was made, when there are errors. */
  readonly diagnostics: Diagnostics
  readonly sources: Sources
  /** The report's id; undefined when nothing was made. */
  readonly id: string | undefined
  /** Files that were made, and those that stood there and were left. */
  readonly gjorda: readonly string[]
  readonly orörda: readonly string[]
  /** The report whose headings and owners were taken over. */
  readonly föregångare: string | undefined
  /** How many assignments, controls and answers the last report left undone. */
  readonly öppna: number
}

/**
 * Makes a report's folder from its document template: rapport.yaml and each section's file with
 * heading and guidance. What the last report of the same kind had is carried over, nothing is
 * overwritten. Data need no carrying: series go on by themselves.
 */
export async function createRapport(
  root: string,
  wanted: NyRapport,
  effects: Effects
): Promise<Nytt> {
  const diagnostics = new Diagnostics()
  const sources = new Map<string, Source>()
  const nothing = {
    diagnostics,
    sources,
    id: undefined,
    gjorda: [],
    orörda: [],
    föregångare: undefined,
    öppna: 0
  }
  const project = await discover(root, effects.files, new Diagnostics())
  const mall = await findMall(root, project, wanted.dokumenttyp, sources, diagnostics, effects)
  const enhet = await findEnhet(root, project, wanted.enhet, sources, diagnostics, effects)
  // Without a unit there are no words of its own for periods; the rest is told all the same.
  const period = parsePeriod(wanted.period, enhet?.styrmodell?.perioder)
  if (!period) diagnostics.add(egna.okändPeriodPåRaden(wanted.period))
  const tillåtna = mall?.perioder ?? []
  if (mall && period && tillåtna.length > 0 && !tillåtna.some((slag) => slag === kindOf(period)))
    diagnostics.add(egna.opassandePeriod(mall.dokumenttyp, period.id, tillåtna))
  if (!mall || !enhet || !period || diagnostics.hasErrors) return nothing

  const nytt = `${enhet.id}/${period.id.toLowerCase()}-${slug(mall.dokumenttyp)}`
  // The same report in other letters is the same report.
  const id = project.rapporter.find((mapp) => mapp.id.toLowerCase() === nytt)?.id ?? nytt
  const folder = `content/${id}`
  if (await leadsOut(root, folder, effects)) {
    diagnostics.add(messages.utanförProjektet(folder))
    return nothing
  }
  const före = await findFöregångare(root, project, enhet, mall, period, sources, effects)
  const gjorda: string[] = []
  const orörda: string[] = []
  const finns = (await effects.files.list(`${root}/${folder}`)).map(({ name }) => name)
  await effects.files.mkdir(`${root}/${folder}`)
  const units = await loadUnits(root, enhet.id.split('/')[0] ?? '', project, sources, effects)
  const modell = units(enhet.id.split('/')[1] ?? '').räknare?.modell
  const öppna = modell ? öppnaPoster(modell, period) : []
  for (const { namn, text } of composeFiles(mall, period, före, öppna)) {
    // A section that has been given another number is the same section.
    const samma = finns.find(
      (name) => name === namn || (/\.md$/i.test(namn) && avsnittId(name) === avsnittId(namn))
    )
    if (samma !== undefined) {
      orörda.push(`${folder}/${samma}`)
      continue
    }
    await effects.files.writeFile(`${root}/${folder}/${namn}`, text)
    gjorda.push(`${folder}/${namn}`)
  }
  return { diagnostics, sources, id, gjorda, orörda, föregångare: före?.namn, öppna: öppna.length }
}

/** A period's kind as document templates name it. */
function kindOf({ slag, tillMånad }: Period): string {
  return slag === 'tertial' ? (tillMånad === 12 ? 'år' : `T${tillMånad / 4}`) : slag
}

async function findMall(
  root: string,
  project: Project,
  wanted: string,
  sources: Map<string, Source>,
  diagnostics: Diagnostics,
  effects: Effects
): Promise<DokumentmallRecord | undefined> {
  const loaded = await load(root, project.mallar, effects, sources, diagnostics)
  const engine = openEngine(project, loaded.texter, new Diagnostics())
  const namn = slug(wanted)
  if (engine.dokumenttyper.includes(namn)) return readMall(namn, engine, diagnostics)
  diagnostics.add(okändDokumenttyp(wanted, dokumenttyper(engine)))
  return undefined
}

interface Enhet {
  /** `organisation/enhet` */
  readonly id: string
  readonly namn: string
  readonly styrmodell: Styrmodell | undefined
}

/** A unit of any organisation, whether it has data yet or not. */
async function findEnhet(
  root: string,
  project: Project,
  wanted: string,
  sources: Map<string, Source>,
  diagnostics: Diagnostics,
  effects: Effects
): Promise<Enhet | undefined> {
  const alla: Enhet[] = []
  const brutna = new Diagnostics()
  for (const [id, paths] of project.organisationsfiler) {
    const found = new Diagnostics()
    const { yaml } = await load(
      root,
      [paths.organisation, paths.styrmodell],
      effects,
      sources,
      found
    )
    const post = validateOrganisation(yaml.get(paths.organisation), found)
    const styrpost = validateStyrmodell(yaml.get(paths.styrmodell), found)
    if (!post) {
      for (const d of found.all) brutna.add(d, d.span)
      continue
    }
    const styrmodell = styrpost && buildStyrmodell(styrpost, found)
    for (const enhet of enheterna(buildOrganisation(id, post)).values())
      alla.push({ id: `${id}/${enhet.id}`, namn: enhet.namn, styrmodell })
  }
  const text = wanted
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase()
  const exact = alla.filter(({ id, namn }) =>
    [id, id.split('/')[1], namn.toLowerCase()].includes(text)
  )
  const hits = exact.length
    ? exact
    : alla.filter(
        ({ id, namn }) => text !== '' && (id.includes(text) || namn.toLowerCase().includes(text))
      )
  const ids = (enheter: readonly Enhet[]) => enheter.map(({ id }) => id)
  // A unit may be missing because the file that names it can't be read.
  if (hits.length === 0 && brutna.hasErrors) for (const d of brutna.all) diagnostics.add(d, d.span)
  else if (hits.length === 0) diagnostics.add(egna.okändEnhet(wanted, ids(alla)))
  if (hits.length > 1) diagnostics.add(egna.flertydigEnhet(wanted, ids(hits)))
  return hits.length === 1 ? hits[0] : undefined
}

/** The latest report of the same kind before the period; of the same part of the year where there is one. */
async function findFöregångare(
  root: string,
  project: Project,
  enhet: Enhet,
  mall: DokumentmallRecord,
  period: Period,
  sources: Map<string, Source>,
  effects: Effects
): Promise<Föregångare | undefined> {
  const found: (Omit<Föregångare, 'texter'> & { readonly mapp: Rapportmapp })[] = []
  for (const mapp of project.rapporter) {
    if (`${mapp.organisation}/${mapp.enhet}` !== enhet.id) continue
    if (!mapp.namn.endsWith(`-${slug(mall.dokumenttyp)}`)) continue
    const unsaid = new Diagnostics()
    const { yaml } = await load(root, [mapp.rapportfil], effects, sources, unsaid)
    const rapport = validateRapport(yaml.get(mapp.rapportfil), unsaid)?.data
    const när = rapport && parsePeriod(rapport.period, enhet.styrmodell?.perioder)
    if (rapport && när && comparePeriods(när, period) < 0)
      found.push({ namn: mapp.namn, rapport, period: när, mapp })
  }
  found.sort((a, b) => comparePeriods(b.period, a.period))
  const bäst = found.find((f) => kindOf(f.period) === kindOf(period)) ?? found[0]
  if (!bäst) return undefined
  const { texter } = await load(root, bäst.mapp.avsnitt, effects, sources, new Diagnostics())
  return {
    namn: bäst.namn,
    rapport: bäst.rapport,
    period: bäst.period,
    texter: new Map(
      bäst.mapp.avsnitt.map((path) => [
        path.split('/').at(-1) ?? path,
        texter.get(path)?.text ?? ''
      ])
    )
  }
}

/** Whether the folder, or the nearest one above it that exists, lies outside the project. */
async function leadsOut(root: string, folder: string, { files }: Effects): Promise<boolean> {
  const parts = folder.split('/')
  while (parts.length > 0 && !(await files.exists(`${root}/${parts.join('/')}`))) parts.pop()
  const [real, realRoot] = await Promise.all([
    files.realPath(`${root}/${parts.join('/')}`),
    files.realPath(root)
  ])
  return real.replace(/\/+$/, '') !== realRoot && !real.startsWith(`${realRoot}/`)
}

/** What was made, in words, with what to do next. */
export function formatNytt({ id, gjorda, orörda, föregångare, öppna }: Nytt): string {
  if (id === undefined) return ''
  const name = (path: string) => path.split('/').at(-1) ?? path
  const data = `data/${id.split('/').slice(0, 2).join('/')}/`
  return [
    `content/${id}/`,
    ...gjorda.map((path) => `  gjord  ${name(path)}`),
    ...orörda.map((path) => `  fanns  ${name(path)} (orörd)`),
    '',
    föregångare === undefined
      ? 'Det finns ingen tidigare rapport av samma slag att ta rubriker från.'
      : `Rubriker och ägare kommer från ${föregångare}. Data följer med av sig själva.`,
    ...(öppna === 0
      ? []
      : [
          `${formatAntal(öppna, 'sak', 'saker')} från förra rapporteringen är inte klara. De står i vägledningen till de avsnitt som tar upp dem.`
        ]),
    '',
    'Nästa steg',
    `  1. Lägg in periodens värden i ${data}`,
    '  2. Skriv avsnitten, och ta bort kommentaren med vägledning i vart och ett.',
    `  3. Se vad som återstår: npx tertial status ${id}`
  ].join('\n')
}
