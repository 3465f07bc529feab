import type { Effects } from './effects.ts'
import { Diagnostics } from './diagnostic.ts'
import { parsePeriod, periodInWords } from './domain/period.ts'
import type { Making } from './pipeline.ts'
import type { ReportEntry } from './stages/9-write.ts'
import { SJÄLVGRANSKNING } from './selfreview.ts'
import { createEngine, type Engine } from './template/engine.ts'
import { mallhjälpare } from './template/call.ts'
import { Html } from './template/figure.ts'
import { fontFaces, fontsFor } from './template/fonts.ts'
import type { IndexVy } from './template/views.ts'
import { formatDecimal } from './text/swedish.ts'
import { decimal } from './domain/decimal.ts'

/** Templates and style of the pages that belong to no single report. */
export interface Sidmallar {
  readonly engine: Engine
  readonly css: string
}

/** Reads them; faults in templates are told with the reports that use them. */
export async function openPages(
  root: string,
  { project, sources }: Making,
  { files }: Effects
): Promise<Sidmallar> {
  const read = (path: string) => files.readText(`${root}/${path}`)
  const css = await Promise.all(project.temafiler.filter((path) => path.endsWith('.css')).map(read))
  const mallar = [...sources.values()].filter((source) => source.path.endsWith('.hbs'))
  return {
    engine: createEngine({ sources: mallar, helpers: mallhjälpare }, new Diagnostics()),
    css: css.join('\n')
  }
}

type Rapport =
  IndexVy['organisationer'][number]['enheter'][number]['år'][number]['rapporter'][number]

/** A maker of the index page from what stands on disk once all reports are written. */
export function renderIndex(
  making: Making,
  failed: ReadonlySet<string>,
  { engine, css }: Sidmallar
): (entries: readonly ReportEntry[]) => string {
  return (entries) => {
    const all = new Map<
      string,
      { organisation: string; enhet: string; år: string; rapport: Rapport }
    >()
    for (const entry of entries) all.set(entry.sökväg, describe(entry, !failed.has(entry.sökväg)))
    for (const { mapp, rapport, organisation, enhet } of making.made)
      if (failed.has(mapp.id) && !all.has(mapp.id)) {
        const period = rapport?.period ?? mapp.namn
        all.set(mapp.id, {
          organisation: organisation?.namn ?? mapp.organisation,
          enhet: enhet ?? mapp.enhet,
          år: period.slice(0, 4),
          rapport: {
            titel: rapport?.titel ?? mapp.namn,
            dokumenttyp: rapport?.dokumenttyp ?? '',
            period: words(period),
            status: rapport?.status ?? '',
            exempel: organisation?.exempel ?? false,
            href: null,
            granskning: null,
            pdf: null,
            byggd: false
          }
        })
      }
    const vy = (stil: string): IndexVy => ({
      stil: new Html(stil),
      organisationer: group([...all.values()])
    })
    const draft = engine.render('sida/index', vy(css)) ?? ''
    const faces = fontFaces(
      (file) => `typsnitt/${file}`,
      fontsFor(draft.replace(/<style>[\s\S]*?<\/style>/, ''))
    )
    return engine.render('sida/index', vy(`${faces}\n${css}`)) ?? ''
  }
}

function words(period: string): string {
  const parsed = parsePeriod(period)
  return parsed ? periodInWords(parsed) : period
}

function describe(
  entry: ReportEntry,
  byggd: boolean
): { organisation: string; enhet: string; år: string; rapport: Rapport } {
  const text = (key: string) => (typeof entry[key] === 'string' ? entry[key] : '')
  const pdf = entry['pdf'] as { fil: string; bytes: number; sidor: number } | null
  const period = text('period')
  return {
    organisation: text('organisation'),
    enhet: text('enhet'),
    år: period.slice(0, 4),
    rapport: {
      titel: text('titel'),
      dokumenttyp: text('dokumenttyp'),
      period: words(period),
      status: text('status'),
      exempel: entry['exempel'] === true,
      href: `${entry.sökväg}/index.html`,
      granskning: entry['självgranskning'] === true ? `${entry.sökväg}/${SJÄLVGRANSKNING}` : null,
      pdf: pdf && {
        href: `${entry.sökväg}/${pdf.fil}`,
        text: `${formatDecimal(decimal(Math.ceil(pdf.bytes / 1000)), 0)} kB, ${pdf.sidor} ${pdf.sidor === 1 ? 'sida' : 'sidor'}`
      },
      byggd
    }
  }
}

/** By organisation and unit in Swedish order, newest year first. */
function group(
  all: readonly { organisation: string; enhet: string; år: string; rapport: Rapport }[]
): IndexVy['organisationer'] {
  const swedish = new Intl.Collator('sv')
  const by = <T>(
    items: readonly T[],
    key: (item: T) => string,
    order: (a: string, b: string) => number
  ): [string, T[]][] => [...Map.groupBy(items, key)].toSorted(([a], [b]) => order(a, b))
  return by(all, (r) => r.organisation, swedish.compare).map(([namn, inOrganisation]) => ({
    namn,
    enheter: by(inOrganisation, (r) => r.enhet, swedish.compare).map(([enhet, inEnhet]) => ({
      namn: enhet,
      år: by(
        inEnhet,
        (r) => r.år,
        (a, b) => swedish.compare(b, a)
      ).map(([år, rapporter]) => ({ år, rapporter: rapporter.map((r) => r.rapport) }))
    }))
  }))
}
