import type { Diagrampool } from './chart/pool.ts'
import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import * as messages from './messages.ts'
import { annanWebbläsare, bredarÄnSidan, ingenWebbläsare, utskriftsfel } from './build-messages.ts'
import { make, type Made, type Making } from './pipeline.ts'
import type { FinishedPdf } from './pdf/conformance.ts'
import { osundPdf } from './pdf/messages.ts'
import { placeOfFinding, plainText } from './pdf/place.ts'
import type { Sources } from './source.ts'
import { openPrinter, type Printer, type PrintOutcome } from './stages/8-pdf.ts'
import { write, type ReportOutput, type WriteOutcome } from './stages/9-write.ts'
import { openPages, renderIndex } from './indexpage.ts'
import { renderSjälvgranskning } from './selfreview.ts'
import { describePrint, fontReader, keepGuess, sharedFonts, type FontReader } from './printing.ts'
import { readSökmotor, SÖKMOTOR } from './site/searchengine.ts'
import { toOutput } from './site/report.ts'

export interface BuildOptions {
  readonly rapporter: readonly string[]
  readonly format: ReadonlySet<'html' | 'pdf'>
  readonly out: string
  readonly strict: boolean
  /** Whether veraPDF shall validate each PDF before it is written. */
  readonly kontrolleraPdf?: boolean
  /** Draws the charts, if started ahead; the caller ends it. */
  readonly pool?: Diagrampool | undefined
  /** Prints, if started ahead; ended here. */
  readonly printer?: Printer | undefined
}

export interface BuildResult {
  readonly diagnostics: Diagnostics
  readonly sources: Sources
  readonly outcomes: readonly WriteOutcome[]
  /** Reports that were made, with their PDFs' pages, for the closing lines. */
  readonly built: readonly {
    readonly id: string
    readonly sidor: number | null
    readonly bytes: number | null
  }[]
  /** Reports with faults; what they had before stays. */
  readonly failed: readonly string[]
}

/**
 * Stages 8 and 9 after `make`: prints each page as soon as it is done, then writes everything.
 * A report whose PDF failed keeps what stood there before, but for want of a browser, when its
 * page is written without one.
 */
export async function build(
  root: string,
  options: BuildOptions,
  effects: Effects,
  version: string
): Promise<BuildResult> {
  const diagnostics = new Diagnostics()
  const wantsPdf = options.format.has('pdf')
  const printer = wantsPdf ? (options.printer ?? openPrinter()) : undefined
  const prints = new Map<string, Promise<PrintOutcome>>()
  const fonts = fontReader(root, effects)
  try {
    const making = await make(
      root,
      {
        rapporter: options.rapporter,
        pdf: wantsPdf,
        pool: options.pool,
        onMade(made) {
          effects.progress(`${made.mapp.id}: ${made.finished ? 'html' : 'har fel'}`)
          if (printer && made.finished)
            prints.set(made.mapp.id, print(root, printer, made, fonts, effects, version))
        }
      },
      effects
    )
    for (const d of making.diagnostics.all) diagnostics.add(d, d.span)
    for (const made of making.made) for (const d of made.diagnostics.all) diagnostics.add(d, d.span)

    const sidor = await openPages(root, making, effects)
    const reports: ReportOutput[] = []
    const built: { id: string; sidor: number | null; bytes: number | null }[] = []
    const failed: string[] = []
    let printed = false
    const invalid = options.kontrolleraPdf
      ? await (
          await import('./pdf/conformance.ts')
        ).checkConformance(await finishedPdfs(making, prints), diagnostics)
      : new Set<string>()
    for (const made of making.made) {
      const outcome = await prints.get(made.mapp.id)
      const pdf = outcome && 'bytes' in outcome ? outcome : undefined
      if (outcome && !pdf) reportFault(outcome, made, making.sources, diagnostics)
      const broken =
        invalid.has(made.mapp.id) ||
        (outcome !== undefined && 'fault' in outcome && outcome.fault.kind !== 'no-browser')
      const strictly = options.strict && made.diagnostics.all.some((d) => d.severity === 'warning')
      if (!made.finished || broken || strictly) {
        failed.push(made.mapp.id)
        continue
      }
      printed ||= pdf !== undefined
      const självgranskning = renderSjälvgranskning(made, making, sidor)
      reports.push(
        toOutput(made, made.finished.files, pdf, självgranskning, making.sources, sidor.engine)
      )
      built.push({ id: made.mapp.id, sidor: pdf?.pages ?? null, bytes: pdf?.bytes.length ?? null })
    }
    const browser = printer && (printed || prints.size > 0) ? await printer.browser : undefined
    if (browser && 'kind' in browser && browser.kind !== 'pinned')
      diagnostics.add(annanWebbläsare(browser.version))

    const kept = making.project.rapporter
      .map((mapp) => mapp.id)
      .filter((id) => !reports.some((report) => report.path === id))
    const index = renderIndex(making, new Set(failed), sidor)
    const sökmotor = await readSökmotor(root, effects)
    const outcomes = await write(
      {
        reports,
        kept,
        complete: options.rapporter.length === 0,
        shared: new Map<string, string | Uint8Array>([
          ...(await sharedFonts(fonts, making.made)),
          ...(sökmotor === undefined ? [] : [[SÖKMOTOR, sökmotor] as const])
        ]),
        index,
        about: {
          verktyg: { namn: 'Tertial', version },
          webbläsare:
            browser && 'kind' in browser ? { slag: browser.kind, version: browser.version } : null,
          commit: await effects.commit(root)
        }
      },
      options.out,
      effects.files
    )
    return { diagnostics, sources: making.sources, outcomes, built, failed }
  } finally {
    await printer?.close()
  }
}

/** What has been printed without faults, with the places that faults in it are told at. */
async function finishedPdfs(
  { made: all, sources }: Making,
  prints: ReadonlyMap<string, Promise<PrintOutcome>>
) {
  const pdfs = new Map<string, FinishedPdf>()
  for (const { mapp } of all) {
    const outcome = await prints.get(mapp.id)
    if (!outcome || !('bytes' in outcome)) continue
    pdfs.set(mapp.id, {
      bytes: outcome.bytes,
      place: (what) =>
        placeOfFinding({ what, near: '' }, sources, `content/${mapp.id}`, mapp.rapportfil)
    })
  }
  return pdfs
}

async function print(
  root: string,
  printer: Printer,
  made: Made,
  fonts: FontReader,
  effects: Effects,
  version: string
): Promise<PrintOutcome> {
  const { mapp } = made
  const outcome = await printer.print(await describePrint(root, made, fonts, effects, version))
  await keepGuess(mapp, outcome, effects)
  effects.progress(
    `${mapp.id}: ${'bytes' in outcome ? `pdf, ${outcome.pages} sidor` : 'ingen pdf'}`
  )
  return outcome
}

/** Tells what kept a report from being printed. */
export function reportFault(
  outcome: PrintOutcome,
  made: Made,
  sources: Sources,
  diagnostics: Diagnostics
): void {
  if (!('fault' in outcome)) return
  const { fault } = outcome
  const place = { file: made.mapp.rapportfil, start: 0, end: 0 }
  const placeOf = (finding: Parameters<typeof placeOfFinding>[0]) =>
    placeOfFinding(finding, sources, `content/${made.mapp.id}`, made.mapp.rapportfil)
  switch (fault.kind) {
    case 'no-browser':
      return diagnostics.add(
        ingenWebbläsare(fault.tried.map((attempt) => attempt.path ?? attempt.kind))
      )
    case 'too-wide':
      for (const { element, text, width, available } of fault.elements)
        diagnostics.add(
          bredarÄnSidan(
            `"${plainText(text) || element}" (${Math.round(width)} mm av ${Math.round(available)} mm)`
          ),
          placeOf({ what: text, near: /#(\S+)/.exec(element)?.[1] ?? '' })
        )
      // The pages were shrunk all the same.
      if (fault.elements.length === 0) diagnostics.add(bredarÄnSidan('Något'), place)
      return
    case 'missing-anchor':
      for (const anchor of fault.anchors)
        diagnostics.add(messages.okäntAnkare(`#${anchor}`, []), placeOf({ what: '', near: anchor }))
      return
    case 'missing-resource':
      return diagnostics.add(utskriftsfel(`resurser saknas: ${fault.resources.join(', ')}`), place)
    case 'unsettled':
      return diagnostics.add(utskriftsfel('innehållets sidnummer blir inte stabila'), place)
    case 'unsound':
      for (const finding of fault.findings) diagnostics.add(osundPdf(finding), placeOf(finding))
      return
    case 'browser':
      return diagnostics.add(utskriftsfel(fault.detail), place)
  }
}
