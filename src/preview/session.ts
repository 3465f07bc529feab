import { setImmediate } from 'node:timers/promises'
import type { Diagrampool } from '../chart/pool.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Cache, Effects } from '../effects.ts'
import { createMinne } from '../minne.ts'
import { make, type Made, type Making, type Page } from '../pipeline.ts'
import { ruleIds } from '../rules/index.ts'
import { describeFound, placeIn, type Ställe } from './found.ts'
import type { Flöde } from './http.ts'
import { oväntat } from './messages.ts'
import { comparePages, readPage } from './page.ts'
import { openReport, type Läge, type Öppen } from './report.ts'
import type { Change, Watched } from './watch.ts'

export interface Session {
  /** The report, made if it wasn't or if files have changed since. */
  open(id: string): Promise<Öppen>
  /** Those that are kept. */
  reports(): readonly Öppen[]
  /** Takes up a page's line: it hears of each version after the one it shows. */
  follow(report: Öppen, version: number, flöde: Flöde): void
  /** Files have changed: what somebody has open is made again. */
  changed(change: Change): void
  /** The change that a version was first to show, for who measures. */
  changeOf(report: Öppen, version: number): Change | undefined
  /** What a page is told besides the page itself. */
  läge(report: Öppen): Läge
  /** Resolves when nothing is being made. */
  idle(): Promise<void>
}

export interface SessionInput {
  readonly root: string
  readonly watched: Watched
  readonly effects: Effects
  readonly pool: Diagrampool
  /** Called when a report has been made and its rules tried. */
  readonly onMade: (report: Öppen, made: Made | undefined) => void
}

/** Reports whose pages are kept though nobody has them open. */
const KEPT = 3
/** Drawings kept at hand; they lie on disk as well. */
const DRAWINGS = 300
/** Versions of a page whose change is remembered. */
const CHANGES = 20

/**
 * The reports that somebody has open, each kept as its last good page. They are made one at a time,
 * the one last asked for first; what changes meanwhile is taken up in the making after.
 */
export function createSession(input: SessionInput): Session {
  const { root, watched, pool } = input
  const reports = new Map<string, Öppen>()
  const wanted = new Set<Öppen>()
  const changes = new WeakMap<Öppen, Map<number, Change>>()
  const effects: Effects = {
    ...input.effects,
    files: watched.files,
    cache: input.effects.cache && keepAtHand(input.effects.cache),
    minne: createMinne()
  }
  let making: Promise<void> | undefined
  let turn = 0

  async function open(id: string): Promise<Öppen> {
    const report = reports.get(id) ?? openReport(id)
    reports.set(id, report)
    report.sedd = ++turn
    letGo()
    wanted.add(report)
    while (report.gammal) await start()
    wanted.delete(report)
    return report
  }

  /** Reports that nobody has had open for long are made again when they are asked for. */
  function letGo(): void {
    const idle = [...reports.values()]
      .filter((report) => report.flöden.size === 0 && !wanted.has(report))
      .toSorted((a, b) => b.sedd - a.sedd)
    for (const { id } of idle.slice(KEPT)) reports.delete(id)
  }

  function start(): Promise<void> {
    return (making ??= run().finally(() => {
      making = undefined
    }))
  }

  async function run(): Promise<void> {
    for (;;) {
      const [next] = [...reports.values()]
        .filter((report) => report.gammal && (report.flöden.size > 0 || wanted.has(report)))
        .toSorted((a, b) => b.sedd - a.sedd)
      if (!next) return
      next.gammal = false
      await makeOne(next)
    }
  }

  async function makeOne(report: Öppen): Promise<void> {
    const { ändring } = report
    report.ändring = undefined
    let shown = false
    const onPage = async (page: Page) => {
      shown = true
      show(report, page, ändring)
      // What has been sent leaves first; the rules, which take longer, hold everything up.
      await setImmediate()
    }
    let made: Made | undefined
    try {
      const options = { rapporter: [report.id], pdf: true, places: true, pool, onPage }
      const result = await make(root, options, effects)
      made = result.made.find(({ mapp }) => mapp.id === report.id)
      const found = findings(result, made)
      // What a rule finds is no reason not to show a page.
      const felen = shown
        ? []
        : found.filter(({ severity, rule }) => severity === 'error' && !ruleIds.has(rule))
      const rest = found.filter((d) => !felen.includes(d))
      const composed = shown ? report.visad?.composed : undefined
      report.fel = describeFound(felen, result.sources, composed)
      report.fynd = describeFound(rest, result.sources, composed)
    } catch (error) {
      // A file may go while it is read; then there is a change to come, and a making after it.
      if (report.gammal) return
      report.fel = describeFound([oväntat(error)], new Map(), undefined)
    }
    // What kept a change from being shown is mended by a later one, but it was saved when it was.
    if (!shown && ändring && report.fel.length === 0) report.ändring ??= ändring
    tell(report, 'läge', läge(report))
    input.onMade(report, made)
  }

  function show(report: Öppen, page: Page, ändring: Change | undefined): void {
    const html = page.finished.files.get('index.html') ?? ''
    const before = report.visad
    if (before?.html === html) {
      report.visad = { ...before, ...page, gjord: Date.now() }
      return
    }
    const sida = readPage(html)
    const version = (before?.version ?? 0) + 1
    report.visad = { ...page, sida, html, version, gjord: Date.now() }
    const difference = before && comparePages(before.sida, sida)
    if (ändring) rememberChange(report, version, ändring)
    if (difference) tell(report, 'sida', { från: before.version, version, ...difference })
    else tell(report, 'ladda', { version })
  }

  function rememberChange(report: Öppen, version: number, change: Change): void {
    const own = changes.get(report) ?? new Map<number, Change>()
    changes.set(report, own)
    own.set(version, change)
    own.delete(version - CHANGES)
  }

  function läge({ visad, fel, fynd }: Öppen): Läge {
    const kapitel: Record<string, Ställe> = {}
    for (const { id, tree } of visad?.composed.texter ?? []) {
      const start = tree.chapter?.position?.start.offset ?? 0
      const span = { file: tree.source.path, start, end: start }
      kapitel[id] = placeIn(span, new Map([[tree.source.path, tree.source]]))
    }
    return { version: visad?.version ?? 0, fel, fynd, kapitel, gjord: visad?.gjord ?? 0 }
  }

  return {
    open,
    läge,
    reports: () => [...reports.values()],
    changeOf: (report, version) => changes.get(report)?.get(version),
    follow(report, version, flöde) {
      report.flöden.add(flöde)
      flöde.onClose(() => report.flöden.delete(flöde))
      if (report.visad && report.visad.version !== version)
        flöde.send('ladda', { version: report.visad.version })
      flöde.send('läge', läge(report))
      flöde.send('pdf', report.pdfläge)
      if (report.gammal) void start()
    },
    changed(change) {
      for (const report of reports.values()) {
        if (!concerns(change, report.id)) continue
        report.gammal = true
        report.ändring = report.ändring
          ? { paths: [...new Set([...report.ändring.paths, ...change.paths])], at: change.at }
          : change
      }
      void start()
    },
    async idle() {
      while (making) await making
    }
  }
}

export function tell(report: Öppen, event: string, data: unknown): void {
  for (const flöde of report.flöden) flöde.send(event, data)
}

/** Another report's text is nothing to this one. */
const concerns = ({ paths }: Change, id: string): boolean =>
  paths.some((path) => !path.startsWith('content/') || path.startsWith(`content/${id}/`))

/** What was found about a report: its own, and what concerns all. */
function findings({ diagnostics }: Making, made: Made | undefined): readonly Diagnostic[] {
  const all = made?.diagnostics ?? diagnostics
  const own = made && `content/${made.mapp.id}/`
  if (made)
    for (const d of diagnostics.all) {
      const about = d.span?.file ?? /content\/\S+?(?=[\s:]|$)/.exec(d.text)?.[0]
      if (!about?.startsWith('content/') || about.startsWith(own ?? '')) all.add(d, d.span)
    }
  return all.sorted()
}

/** Drawings that were asked for last are kept in memory, and on disk as they were. */
function keepAtHand(disk: Cache): Cache {
  const kept = new Map<string, string>()
  const keep = (key: string, value: string): void => {
    kept.delete(key)
    kept.set(key, value)
    const [oldest] = kept.keys()
    if (kept.size > DRAWINGS && oldest !== undefined) kept.delete(oldest)
  }
  return {
    async get(key) {
      const value = kept.get(key) ?? (await disk.get(key))
      if (value !== undefined) keep(key, value)
      return value
    },
    async set(key, value) {
      keep(key, value)
      await disk.set(key, value)
    }
  }
}
