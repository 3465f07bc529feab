import { createDiagrampool, type Diagrampool } from './chart/pool.ts'
import { builtInMall, loadDiagrammall } from './chart/mall.ts'
import { chartKey } from './chart/render.ts'
import type { Diagrambild, Diagramdata, Diagramfel, Diagrammall } from './chart/types.ts'
import { Diagnostics, type Diagnostic } from './diagnostic.ts'
import type { Modell } from './domain/modell.ts'
import { parsePeriod } from './domain/period.ts'
import type { Effects } from './effects.ts'
import * as messages from './messages.ts'
import { checkAvsnitt } from './model/avsnitt.ts'
import { dokumentmall, type DokumentmallRecord } from './schema/dokumentmall.ts'
import type { RapportRecord } from './schema/organisation.ts'
import { readPost } from './schema/read.ts'
import { createSource, type Source, type Sources } from './source.ts'
import { discover, type Project, type Rapportmapp } from './stages/1-discover.ts'
import { load } from './stages/2-load.ts'
import { validateRapport } from './stages/3-validate.ts'
import { compose, type Composed } from './stages/6-compose.ts'
import { toHtml, type Finished, type Tema } from './stages/7-html.ts'
import { mallhjälpare } from './template/call.ts'
import { createEngine, type Engine } from './template/engine.ts'
import { openReview, reviewSilencings } from './review.ts'
import type { Tystad } from './rules/settle.ts'
import { loadUnits, type Unit, type Units } from './units.ts'
import { slug } from './text/slug.ts'
import { readYaml } from './yaml/read.ts'

/** A report that went through stages 1–7. */
export interface Made {
  readonly mapp: Rapportmapp
  readonly rapport: RapportRecord | undefined
  /** Undefined when there were faults: nothing is written then. */
  readonly finished: Finished | undefined
  readonly organisation: { readonly namn: string; readonly exempel: boolean } | undefined
  readonly enhet: string | undefined
  /** What the document type asks for; undefined where it isn't known. */
  readonly mall: DokumentmallRecord | undefined
  readonly modell: Modell | undefined
  readonly diagnostics: Diagnostics
  /** Findings that the writers have silenced, with their reasons. */
  readonly tystade: readonly Tystad[]
}

export interface MakeOptions {
  /** Ids of the reports wanted; all when empty. */
  readonly rapporter: readonly string[]
  /** Whether a PDF is made, so that the page may link to it. */
  readonly pdf: boolean
  /** Draws the charts; the caller ends it. Without one, one is started and ended here. */
  readonly pool?: Diagrampool | undefined
  /** Called as soon as each report's page is done, so that printing can start beside the rest. */
  readonly onMade?: (made: Made) => void
}

export interface Making {
  readonly project: Project
  readonly made: readonly Made[]
  readonly sources: Sources
  /** What concerns no single report. */
  readonly diagnostics: Diagnostics
}

/**
 *   folder ─1 discover→ Project ─2 load→ Loaded ─3 validate→ Records
 *          ─4 model→ Modell ─5 compute→ Räknare ─6 compose→ Composed
 *          ─7 html→ Finished        (─8 pdf→, ─9 write→: see build.ts)
 *
 * Positions are carried all the way. Content errors are collected, never thrown: a fault in a
 * unit's data stops that unit's reports, a fault in a report stops that one, the others go on.
 */
export async function make(root: string, options: MakeOptions, effects: Effects): Promise<Making> {
  const { files } = effects
  const sources = new Map<string, Source>()
  const diagnostics = new Diagnostics()
  const project = await discover(root, files, diagnostics)
  const wanted = select(project, options.rapporter, diagnostics)
  const pool = options.pool ?? createDiagrampool()
  try {
    const shop = await openShop(root, project, sources, diagnostics, pool, effects)
    const organisations = new Map<string, Promise<Units>>()
    const units = new Set<Unit>()
    const made: Made[] = []
    // One after the other up to HTML, so that charts, drawn in a thread, overlap with the text of the next.
    const pending = []
    for (const mapp of wanted) {
      const loading =
        organisations.get(mapp.organisation) ??
        loadUnits(root, mapp.organisation, project, sources, effects)
      organisations.set(mapp.organisation, loading)
      const unit = (await loading)(mapp.enhet)
      units.add(unit)
      pending.push(
        await makeReport(root, mapp, unit, shop, options, effects).then((finish) =>
          finish().then((result) => {
            made.push(result)
            options.onMade?.(result)
          })
        )
      )
    }
    await Promise.all(pending)
    const granskade = [...units].flatMap((unit) => unit.granskning ?? [])
    // With some reports alone, what a silencing in the data is for may not have been tried.
    if (options.rapporter.length === 0)
      reviewSilencings(
        granskade,
        made.flatMap(({ tystade }) => tystade),
        diagnostics
      )
    for (const d of shop.mallfel.all) diagnostics.add(d, d.span)
    made.sort((a, b) => wanted.indexOf(a.mapp) - wanted.indexOf(b.mapp))
    return { project, made, sources, diagnostics }
  } finally {
    if (!options.pool) await pool.close()
  }
}

/** Reports by id or any part of it that fits one alone. */
export function select(
  project: Project,
  wanted: readonly string[],
  diagnostics: Diagnostics
): Rapportmapp[] {
  const all = project.rapporter
  if (wanted.length === 0) {
    if (all.length === 0) diagnostics.add(messages.ingaRapporter())
    return [...all]
  }
  return all.filter((mapp) => wanted.some((name) => matches(name, all, diagnostics).includes(mapp)))
}

function matches(
  name: string,
  all: readonly Rapportmapp[],
  diagnostics: Diagnostics
): Rapportmapp[] {
  const clean = name.replace(/^\.?\/*(content\/)?/, '').replace(/\/+$/, '')
  const exact = all.filter((mapp) => mapp.id === clean)
  const hits = exact.length ? exact : all.filter((mapp) => mapp.id.includes(clean))
  if (hits.length === 0)
    diagnostics.add(
      messages.okändRapport(
        name,
        all.map((mapp) => mapp.id)
      )
    )
  if (hits.length > 1)
    diagnostics.add(
      messages.flertydigRapport(
        name,
        hits.map((mapp) => mapp.id)
      )
    )
  return hits.length === 1 ? hits : []
}

/** What all reports share: templates, theme, and the drawing of charts. */
interface Shop {
  readonly engine: Engine
  readonly mallfel: Diagnostics
  /** Null for a template with faults, which are told where they stand. */
  readonly diagrammallar: ReadonlyMap<string, Diagrammall | null>
  readonly tema: Tema
  readonly sources: Map<string, Source>
  draw(mall: Diagrammall, data: Diagramdata, id: string): Promise<Diagrambild | Diagramfel>
}

async function openShop(
  root: string,
  project: Project,
  sources: Map<string, Source>,
  diagnostics: Diagnostics,
  pool: Diagrampool,
  effects: Effects
): Promise<Shop> {
  const { files } = effects
  const loaded = await load(
    root,
    [...project.mallar, ...project.temafiler],
    files,
    sources,
    diagnostics
  )
  const mallfel = new Diagnostics()
  const engine = createEngine(
    {
      sources: project.mallar.flatMap((path) => loaded.texter.get(path) ?? []),
      helpers: mallhjälpare
    },
    mallfel
  )
  const theme = (ending: string) =>
    project.temafiler
      .filter((path) => path.endsWith(ending))
      .map((path) => loaded.texter.get(path)?.text ?? '')
      .join('\n')
  return {
    engine,
    mallfel,
    diagrammallar: await loadCharts(root, project, sources, mallfel, effects),
    tema: { css: theme('.css'), skript: theme('.js') },
    sources,
    async draw(mall, data, id) {
      // Redrawn for phones, since a shrunk drawing can't be read.
      const options = { bredd: 640, smal: 320, prefix: id }
      const key = chartKey(mall, data, options)
      const cached = await effects.cache?.get(key)
      if (cached !== undefined) return JSON.parse(cached) as Diagrambild
      const bild = await pool.draw(mall, data, options)
      if (!('fel' in bild)) await effects.cache?.set(key, JSON.stringify(bild))
      return bild
    }
  }
}

async function loadCharts(
  root: string,
  project: Project,
  sources: Map<string, Source>,
  diagnostics: Diagnostics,
  effects: Effects
): Promise<Map<string, Diagrammall | null>> {
  const mallar = new Map<string, Diagrammall | null>()
  for (const path of project.diagrammallar) {
    const source = createSource(path, await effects.files.readText(`${root}/${path}`))
    sources.set(path, source)
    const known = builtInMall(source.text)
    if (known) {
      mallar.set(known.namn, known)
      continue
    }
    const located = readYaml(source, diagnostics, { typed: true })
    const namn = path.replace(/^.*\/|\.ya?ml$/g, '')
    const mall = located && loadDiagrammall(located.data, path)
    if (mall && !('fel' in mall)) mallar.set(mall.namn, mall)
    else mallar.set(namn, null)
    if (located && mall && 'fel' in mall)
      for (const { väg, text: fel, tips } of mall.felen)
        diagnostics.add(
          {
            rule: 'diagrammall-gar-att-anvanda',
            severity: 'error',
            text: fel,
            ...(tips ? { hint: tips } : {})
          },
          located.spanOf(väg, 'key')
        )
  }
  return mallar
}

/** One report up to its text; the returned function waits for its charts and gives the page. */
async function makeReport(
  root: string,
  mapp: Rapportmapp,
  unit: Unit,
  shop: Shop,
  options: MakeOptions,
  effects: Effects
): Promise<() => Promise<Made>> {
  const diagnostics = new Diagnostics()
  for (const d of unit.diagnostics.all) diagnostics.add(d, d.span)
  const { sources, engine } = shop
  const loaded = await load(
    root,
    [mapp.rapportfil, ...mapp.avsnitt],
    effects.files,
    sources,
    diagnostics
  )
  const post = validateRapport(loaded.yaml.get(mapp.rapportfil), diagnostics)
  const bilder = await loadImages(root, mapp, effects)
  const modell = unit.räknare?.modell
  const base = {
    mapp,
    rapport: post?.data,
    organisation: modell && {
      namn: modell.organisation.namn,
      exempel: modell.organisation.exempel !== undefined
    },
    enhet: modell?.enhet.namn,
    modell,
    mall: post && readMall(slug(post.data.dokumenttyp), engine, new Diagnostics())
  }
  const granskning = openReview(
    unit.granskning,
    post,
    [mapp.rapportfil, ...mapp.avsnitt],
    sources,
    diagnostics
  )
  const failed = async (): Promise<Made> => ({
    ...base,
    ...granskning.settle(),
    finished: undefined
  })
  if (!post || !unit.räknare || !unit.styrmodell) return failed

  const at = (key: string) => post.located.spanOf(['rapport', key])
  const mallnamn = slug(post.data.dokumenttyp)
  const mall = readMall(mallnamn, engine, diagnostics)
  if (!engine.dokument(mallnamn))
    diagnostics.add(
      messages.okändDokumenttyp(
        post.data.dokumenttyp,
        engine.dokumenttyper.map(
          (typ) => readMall(typ, engine, new Diagnostics())?.dokumenttyp ?? typ
        )
      ),
      at('dokumenttyp')
    )
  const period = parsePeriod(post.data.period, unit.styrmodell.perioder)
  if (!period) diagnostics.add(messages.okändPeriod(post.data.period), at('period'))
  if (!period || !mall) return failed
  const väntat = `${post.data.period.toLowerCase()}-${mallnamn}`
  if (mapp.namn.toLowerCase() !== väntat)
    diagnostics.add(messages.mappnamn(mapp.namn, väntat), at('period'))

  const texter = mapp.avsnitt.flatMap((path) => loaded.texter.get(path) ?? [])
  checkAvsnitt(post, mall, texter, diagnostics)
  const before = errorsOf(shop.mallfel)
  const composed: Composed = compose(
    {
      räknare: unit.räknare,
      period,
      texter,
      bilder,
      mall,
      engine,
      diagrammallar: shop.diagrammallar,
      sources,
      draw: shop.draw
    },
    diagnostics
  )
  granskning.composed(composed, mall, period, unit.räknare)
  return async () => {
    const finished = await toHtml(
      {
        rapport: post.data,
        period,
        modell: composed.miljö.modell,
        composed,
        mall,
        mallnamn,
        tema: shop.tema,
        engine,
        sources,
        pdf: options.pdf ? `${mapp.enhet}-${mapp.namn}.pdf` : null,
        accentSpan: unit.accentSpan
      },
      diagnostics
    )
    // A faulty template is told once, but stops every report that uses it.
    const mallfel = errorsOf(shop.mallfel)
    if (!finished || mallfel.length > before.length)
      for (const d of mallfel) diagnostics.add(d, d.span)
    // What couldn't be printed without a fault of this report's own is broken in another unit's data.
    if (composed.ofullständig() && !diagnostics.hasErrors)
      for (const d of unit.grannfel()) diagnostics.add(d, d.span)
    granskning.page(finished?.files.get('index.html') ?? '')
    const settled = granskning.settle()
    const good =
      finished !== undefined && !settled.diagnostics.hasErrors && !composed.ofullständig()
    return { ...base, ...settled, finished: good ? finished : undefined }
  }
}

const errorsOf = (diagnostics: Diagnostics): Diagnostic[] =>
  diagnostics.all.filter((d) => d.severity === 'error')

/** A document template's front matter; undefined where there is none such or it has faults. */
export function readMall(
  namn: string,
  engine: Engine,
  diagnostics: Diagnostics
): DokumentmallRecord | undefined {
  const found = engine.dokument(namn)
  if (!found) return undefined
  if (!found.frontMatter) return { dokumenttyp: namn }
  const located = readYaml(found.source, diagnostics, found.frontMatter)
  return located && readPost(dokumentmall, located, [], diagnostics)?.data
}

const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml'
}

/** Pictures beside the text, inlined so that a page is one file. */
async function loadImages(
  root: string,
  mapp: Rapportmapp,
  { files }: Effects
): Promise<Map<string, string>> {
  const folder = `${root}/content/${mapp.id}`
  const bilder = new Map<string, string>()
  for (const { name, isDirectory } of await files.list(folder)) {
    const mime = MIME[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
    if (isDirectory || !mime) continue
    const [real, realFolder] = await Promise.all([
      files.realPath(`${folder}/${name}`),
      files.realPath(folder)
    ])
    if (!real.startsWith(`${realFolder}/`)) continue
    bilder.set(
      name,
      `data:${mime};base64,${Buffer.from(await files.readFile(`${folder}/${name}`)).toString('base64')}`
    )
  }
  return bilder
}
