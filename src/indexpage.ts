import { createHash } from 'node:crypto'
import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import { parsePeriod, periodInWords } from './domain/period.ts'
import type { Making } from './pipeline.ts'
import type { ReportEntry } from './stages/9-write.ts'
import { SJÄLVGRANSKNING } from './selfreview.ts'
import { createEngine, type Engine } from './template/engine.ts'
import { mallhjälpare } from './template/call.ts'
import { Html } from './template/figure.ts'
import { fontFaces, fontsFor } from './template/fonts.ts'
import type { IndexVy, IndexrapportVy } from './template/listviews.ts'
import { slug } from './text/slug.ts'
import { formatDecimal, SAKNAS } from './text/swedish.ts'
import { decimal } from './domain/decimal.ts'

/** A report with what it is listed by. */
interface Listad {
  readonly organisation: string
  readonly enhet: string
  readonly år: string
  readonly rapport: IndexrapportVy
}

const URVAL: IndexVy['urval'] = [
  { namn: 'organisation', rubrik: 'Organisation', alla: 'Alla organisationer' },
  { namn: 'enhet', rubrik: 'Enhet', alla: 'Alla enheter' },
  { namn: 'ar', rubrik: 'År', alla: 'Alla år' },
  { namn: 'typ', rubrik: 'Dokumenttyp', alla: 'Alla dokumenttyper' },
  { namn: 'status', rubrik: 'Status', alla: 'Alla' }
]

/** Templates, style and script of the pages that belong to no single report. */
export interface Sidmallar {
  readonly engine: Engine
  readonly css: string
  /** The list's own, besides the theme's. */
  readonly index: { readonly css: string; readonly skript: string }
}

/** Reads them; faults in templates are told with the reports that use them. */
export async function openPages(
  root: string,
  { project, sources }: Making,
  { files }: Effects
): Promise<Sidmallar> {
  const read = async (path: string) =>
    (await files.exists(`${root}/${path}`)) ? files.readText(`${root}/${path}`) : ''
  const css = await Promise.all(project.temafiler.filter((path) => path.endsWith('.css')).map(read))
  const mallar = [...sources.values()].filter((source) => source.path.endsWith('.hbs'))
  return {
    engine: createEngine({ sources: mallar, helpers: mallhjälpare }, new Diagnostics()),
    css: css.join('\n'),
    index: {
      css: await read('templates/sida/index.css'),
      skript: await read('templates/sida/index.js')
    }
  }
}

/** A maker of the index page from what stands on disk once all reports are written. */
export function renderIndex(
  making: Making,
  failed: ReadonlySet<string>,
  { engine, css: tema, index: { css: egen, skript } }: Sidmallar
): (entries: readonly ReportEntry[]) => string {
  const css = `${tema}\n${egen}`
  const skriptHash = createHash('sha256').update(skript).digest('base64')
  return (entries) => {
    const all = new Map<string, Listad>()
    for (const entry of entries) all.set(entry.sökväg, describe(entry, !failed.has(entry.sökväg)))
    for (const made of making.made)
      if (failed.has(made.mapp.id) && !all.has(made.mapp.id))
        all.set(made.mapp.id, describeFailed(made))
    const listade = [...all.values()]
    const vy = (stil: string): IndexVy => ({
      stil: new Html(stil),
      skript: new Html(skript),
      skriptHash,
      urval: URVAL,
      genvägar: shortcuts(listade),
      organisationer: group(listade)
    })
    const draft = engine.render('sida/index', vy(css)) ?? ''
    const faces = fontFaces(
      (file) => `typsnitt/${file}`,
      fontsFor(draft.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, ''))
    )
    return engine.render('sida/index', vy(`${faces}\n${css}`)) ?? ''
  }
}

function words(period: string): string {
  const parsed = parsePeriod(period)
  return parsed ? periodInWords(parsed) : period
}

/** A report that has never been built; what can't be read of it is a dash. */
function describeFailed({ mapp, rapport, organisation, enhet }: Making['made'][number]): Listad {
  const period = rapport?.period ?? mapp.namn
  return {
    organisation: organisation?.namn ?? mapp.organisation,
    enhet: enhet ?? mapp.enhet,
    år: period.slice(0, 4),
    rapport: {
      id: anchor('rapport', mapp.id),
      rapport: mapp.id,
      titel: rapport?.titel ?? mapp.namn,
      dokumenttyp: rapport?.dokumenttyp ?? SAKNAS,
      period: words(period),
      status: rapport?.status ?? SAKNAS,
      exempel: organisation?.exempel ?? false,
      href: null,
      pdf: null,
      granskning: null,
      självgranskning: null,
      sökfil: null,
      byggd: false
    }
  }
}

function describe(entry: ReportEntry, byggd: boolean): Listad {
  const text = (key: string) => (typeof entry[key] === 'string' ? entry[key] : '') || SAKNAS
  const pdf = entry['pdf'] as { fil: string; bytes: number; sidor: number } | null
  const period = text('period')
  const { granskning } = entry
  return {
    organisation: text('organisation'),
    enhet: text('enhet'),
    år: period.slice(0, 4),
    rapport: {
      id: anchor('rapport', entry.sökväg),
      rapport: entry.sökväg,
      titel: text('titel'),
      dokumenttyp: text('dokumenttyp'),
      period: words(period),
      status: text('status'),
      exempel: entry['exempel'] === true,
      href: `${entry.sökväg}/index.html`,
      pdf: pdf && {
        href: `${entry.sökväg}/${pdf.fil}`,
        text: `${formatDecimal(decimal(Math.ceil(pdf.bytes / 1000)), 0)} kB, ${pdf.sidor} ${pdf.sidor === 1 ? 'sida' : 'sidor'}`
      },
      granskning:
        typeof granskning === 'string'
          ? { href: `${entry.sökväg}/index.html#granskningslista`, text: granskning }
          : null,
      självgranskning:
        entry['självgranskning'] === true ? `${entry.sökväg}/${SJÄLVGRANSKNING}` : null,
      // A report that an earlier version of the program wrote has none.
      sökfil: entry['sök'] === true ? `${entry.sökväg}/sok.js` : null,
      byggd
    }
  }
}

const anchor = (...parts: readonly string[]): string => slug(parts.join('-'))

const swedish = new Intl.Collator('sv')

function sorted<T>(
  items: readonly T[],
  key: (item: T) => string,
  order: (a: string, b: string) => number = swedish.compare
): [string, T[]][] {
  return [...Map.groupBy(items, key)].toSorted(([a], [b]) => order(a, b))
}
const newest = (a: string, b: string): number => swedish.compare(b, a)

/** By organisation and unit in Swedish order, newest year first. */
function group(all: readonly Listad[]): IndexVy['organisationer'] {
  return sorted(all, (r) => r.organisation).map(([namn, inOrganisation]) => ({
    id: anchor('organisation', namn),
    namn,
    enheter: sorted(inOrganisation, (r) => r.enhet).map(([enhet, inEnhet]) => ({
      id: anchor('enhet', namn, enhet),
      namn: enhet,
      år: sorted(inEnhet, (r) => r.år, newest).map(([år, rapporter]) => ({
        år,
        rapporter: rapporter.map((r) => r.rapport)
      }))
    }))
  }))
}

/** Ways to the rows for readers without a script: by organisation, year, type and status. */
function shortcuts(all: readonly Listad[]): IndexVy['genvägar'] {
  const rows = (listade: readonly Listad[]) =>
    listade.map(({ enhet, rapport }) => ({
      href: `#${rapport.id}`,
      text: `${rapport.titel}, ${enhet}`
    }))
  const by = (rubrik: string, key: (r: Listad) => string, order?: typeof newest) => ({
    rubrik,
    val: sorted(all, key, order).map(([text, listade]) => ({
      text,
      href: null,
      rapporter: rows(listade)
    }))
  })
  return [
    {
      rubrik: 'Organisation',
      val: sorted(all, (r) => r.organisation).map(([namn]) => ({
        text: namn,
        href: `#${anchor('organisation', namn)}`,
        rapporter: []
      }))
    },
    by('År', (r) => r.år, newest),
    by('Dokumenttyp', (r) => r.rapport.dokumenttyp),
    by('Status', (r) => r.rapport.status)
  ]
}
