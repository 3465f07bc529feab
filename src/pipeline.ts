import { createDiagrampool, type Diagrampool } from './chart/pool.ts'
import { Diagnostics, type Diagnostic } from './diagnostic.ts'
import type { Modell } from './domain/modell.ts'
import { parsePeriod, type Period } from './domain/period.ts'
import type { Räknare } from './domain/rakna.ts'
import { granskaSjälv, type Självgranskning } from './domain/sjalvgranskning.ts'
import type { Effects } from './effects.ts'
import { kommandon } from './help.ts'
import { loadImages } from './images.ts'
import * as messages from './messages.ts'
import { mappnamn, okändDokumenttyp } from './build-messages.ts'
import { checkAvsnitt } from './model/avsnitt.ts'
import { openReview, reviewSilencings } from './review.ts'
import { NIVÅORD } from './rules/levels.ts'
import { regelgrupper } from './rules/regelblad.ts'
import { ruleIds } from './rules/index.ts'
import type { Tystad } from './rules/settle.ts'
import type { DokumentmallRecord } from './schema/dokumentmall.ts'
import type { RapportRecord } from './schema/organisation.ts'
import { readNycklar } from './schema/nycklar.ts'
import { select } from './select.ts'
import { placer, type Source, type Sources } from './source.ts'
import { discover, type Project, type Rapportmapp } from './stages/1-discover.ts'
import { load } from './stages/2-load.ts'
import { validateRapport } from './stages/3-validate.ts'
import { compose, type Composed } from './stages/6-compose.ts'
import type { FontFile } from './template/fonts.ts'
import { toHtml, type Finished } from './stages/7-html.ts'
import { hjälparna } from './template/call.ts'
import { dokumenttyper, readMall } from './templates.ts'
import { slug } from './text/slug.ts'
import { loadUnits, type Unit, type Units } from './units.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** A report that went through stages 1–7. */
export interface Made {
  readonly mapp: Rapportmapp
  readonly rapport: RapportRecord | undefined
  /** Undefined when there were faults: nothing is written then. */
  readonly finished: Finished | undefined
  /** The page as far as it could be made where faults keep it from being written; for comparing. */
  readonly ofärdig: Finished | undefined
  readonly organisation: { readonly namn: string; readonly exempel: boolean } | undefined
  readonly enhet: string | undefined
  /** What the document type asks for; undefined where it isn't known. */
  readonly mall: DokumentmallRecord | undefined
  readonly modell: Modell | undefined
  /** Font files of its organisation's own. */
  readonly typsnitt: readonly FontFile[]
  readonly diagnostics: Diagnostics
  /** Findings that the writers have silenced, with their reasons. */
  readonly tystade: readonly Tystad[]
  /** The report as its auditors would see it; undefined where nothing can be tried. */
  självgranskning(): Självgranskning | undefined
}

/** A page on its way to somebody who waits for it, with what it was made from. */
export interface Page {
  readonly mapp: Rapportmapp
  readonly finished: Finished
  readonly composed: Composed
}

export interface MakeOptions {
  /** Ids of the reports wanted; all when empty. */
  readonly rapporter: readonly string[]
  /** Whether a PDF is made, so that the page may link to it. */
  readonly pdf: boolean
  /** Draws the charts; the caller ends it. Without one, one is started and ended here. */
  readonly pool?: Diagrampool | undefined
  /** Whether pages tell where each part of them was written. */
  readonly places?: boolean
  /**
   * Called with each page that can be shown, before the rules have been tried on it: for somebody
   * who waits in front of it. What stands in the way of a page is told in the makings.
   */
  readonly onPage?: (page: Page) => Promise<void> | void
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
    const workshop = await openWorkshop(root, project, sources, diagnostics, pool, effects)
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
        await makeReport(root, mapp, unit, workshop, options, effects).then((finish) =>
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
    for (const d of workshop.mallfel.all) diagnostics.add(d, d.span)
    made.sort((a, b) => wanted.indexOf(a.mapp) - wanted.indexOf(b.mapp))
    return { project, made, sources, diagnostics }
  } finally {
    if (!options.pool) await pool.close()
  }
}

/** One report up to its text; the returned function waits for its charts and gives the page. */
async function makeReport(
  root: string,
  mapp: Rapportmapp,
  unit: Unit,
  workshop: Workshop,
  options: MakeOptions,
  effects: Effects
): Promise<() => Promise<Made>> {
  const diagnostics = new Diagnostics()
  for (const d of unit.diagnostics.all) diagnostics.add(d, d.span)
  const { sources, engine } = workshop
  const loaded = await load(root, [mapp.rapportfil, ...mapp.avsnitt], effects, sources, diagnostics)
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
    typsnitt: unit.tema.typsnitt,
    mall: post && readMall(slug(post.data.dokumenttyp), engine, new Diagnostics())
  }
  const granskning = openReview(
    unit.granskning,
    post,
    [mapp.rapportfil, ...mapp.avsnitt],
    sources,
    diagnostics,
    effects.minne
  )
  const failed = async (): Promise<Made> => ({
    ...base,
    ...granskning.settle(),
    självgranskning: () => undefined,
    finished: undefined,
    ofärdig: undefined
  })
  if (!post || !unit.räknare || !unit.styrmodell) return failed

  const at = (key: string) => post.located.spanOf(['rapport', key])
  const mallnamn = slug(post.data.dokumenttyp)
  const mall = readMall(mallnamn, engine, diagnostics)
  if (!engine.dokument(mallnamn))
    diagnostics.add(
      okändDokumenttyp(post.data.dokumenttyp, dokumenttyper(engine)),
      at('dokumenttyp')
    )
  const period = parsePeriod(post.data.period, unit.styrmodell.perioder)
  if (!period) diagnostics.add(messages.okändPeriod(post.data.period), at('period'))
  if (!period || !mall) return failed
  const väntat = `${post.data.period.toLowerCase()}-${mallnamn}`
  if (mapp.namn.toLowerCase() !== väntat) diagnostics.add(mappnamn(mapp.namn, väntat), at('period'))

  const texter = mapp.avsnitt.flatMap((path) => loaded.texter.get(path) ?? [])
  checkAvsnitt(post, mall, texter, diagnostics)
  const before = errorsOf(workshop.mallfel)
  const composed: Composed = compose(
    {
      räknare: unit.räknare,
      period,
      texter,
      bilder,
      mall,
      lagstadgad: post.data.lagstadgad ?? false,
      engine,
      diagrammallar: workshop.diagrammallar,
      sources,
      minne: effects.minne,
      handbok: { regler: regelgrupper, nycklar: readNycklar, hjälpare: hjälparna, kommandon },
      place: options.places ? placer(sources, `content/${mapp.id}`) : undefined,
      draw: workshop.draw
    },
    diagnostics
  )
  const { räknare } = unit
  const review = () => granskning.composed(composed, mall, period, räknare)
  // Beside the drawing of charts, unless somebody waits for the page.
  if (!options.onPage) review()
  return async () => {
    const finished = await toHtml(
      {
        rapport: post.data,
        period,
        modell: composed.miljö.modell,
        composed,
        mall,
        mallnamn,
        tema: workshop.tema,
        engine,
        sources,
        pdf: options.pdf ? `${mapp.enhet}-${mapp.namn}.pdf` : null,
        temafiler: unit.tema
      },
      diagnostics
    )
    if (options.onPage) {
      // What a rule finds in data is no reason not to show the page.
      const broken = errorsOf(diagnostics).some(({ rule }) => !ruleIds.has(rule))
      if (finished && !broken && !composed.ofullständig())
        await options.onPage({ mapp, finished, composed })
      review()
    }
    // A faulty template is told once, but stops every report that uses it.
    const mallfel = errorsOf(workshop.mallfel)
    if (!finished || mallfel.length > before.length)
      for (const d of mallfel) diagnostics.add(d, d.span)
    // What couldn't be printed without a fault of this report's own is broken in another unit's data.
    if (composed.ofullständig() && !diagnostics.hasErrors)
      for (const d of unit.grannfel()) diagnostics.add(d, d.span)
    granskning.page(finished?.files.get('index.html') ?? '')
    const settled = granskning.settle()
    const good =
      finished !== undefined && !settled.diagnostics.hasErrors && !composed.ofullständig()
    return {
      ...base,
      ...settled,
      självgranskning: () => reviewSelf(räknare, period, mall, settled.diagnostics),
      finished: good ? finished : undefined,
      ofärdig: good ? undefined : finished
    }
  }
}

/** Tried when somebody asks: `check` without the option and the preview don't. */
function reviewSelf(
  räknare: Räknare,
  period: Period,
  { självgranskning: slag = 'uppföljning' }: DokumentmallRecord,
  diagnostics: Diagnostics
): Självgranskning | undefined {
  if (slag === 'nej') return undefined
  return granskaSjälv(räknare, period, {
    uppföljning: slag === 'uppföljning',
    fynd: diagnostics.sorted().map(({ severity, text, span }) => ({
      nivå: NIVÅORD[severity],
      text,
      span
    }))
  })
}

const errorsOf = (diagnostics: Diagnostics): Diagnostic[] =>
  diagnostics.all.filter((d) => d.severity === 'error')
