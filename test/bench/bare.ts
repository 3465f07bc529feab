/**
 * The floor: what a good programmer writes in an afternoon with the same libraries. Merges data into
 * Markdown with Handlebars (tables as GFM), makes HTML with unified, draws charts with Vega, prints
 * with puppeteer. It checks nothing, traces nothing and writes no ledger.
 *
 *   node bare.ts <project> <out> html|pdf [<what the browser is started with, as JSON>]
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import Handlebars from 'handlebars'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { parse } from 'yaml'

interface Serie {
  readonly id: string
  readonly namn: string
  readonly enhet: string
  readonly serie: Readonly<Record<string, Readonly<Record<string, string | number>>>>
}
interface Tabell {
  readonly id: string
  readonly namn: string
  readonly kolumner: readonly { readonly mått: string; readonly period?: string }[]
  readonly rader: readonly { readonly konto?: string }[]
}

const [project = '', out = '', format = 'html', launch = '{}'] = process.argv.slice(2)
const digits = new Intl.NumberFormat('sv-SE', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1
})
const UNITS: Readonly<Record<string, string>> = { procent: '%' }
const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify)
const style = `@page{size:A4;margin:25mm 20mm}body{font:11pt/1.45 serif;max-width:42em;margin:auto}
h1{break-before:page}table{border-collapse:collapse;width:100%}td,th{padding:.2em .5em;border-bottom:1px solid #ccc}
tr,figure{break-inside:avoid}thead{display:table-header-group}svg{width:100%;height:auto}nav a{display:block}`

// The browser starts while text is made; two tabs print at a time.
const browser =
  format === 'pdf'
    ? import('puppeteer').then(({ default: puppeteer }) => puppeteer.launch(JSON.parse(launch)))
    : undefined
const prints: Promise<void>[] = []
for (const unit of await readdir(`${project}/content/region-prov`)) {
  const html = await makeReport(unit)
  const folder = `${out}/${unit}`
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/index.html`, html)
  if (browser) {
    const before = prints.at(-2)
    prints.push(print(html, `${folder}/rapport.pdf`, before))
  }
}
await Promise.all(prints)
await (await browser)?.close()

async function print(html: string, path: string, before: Promise<void> | undefined): Promise<void> {
  await before
  const page = await (await browser)?.newPage()
  if (!page) return
  await page.setContent(html, { waitUntil: 'load' })
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size:8pt;margin:auto"><span class="pageNumber"></span> av <span class="totalPages"></span></div>'
  })
  await writeFile(path, bytes)
  await page.close()
}

async function makeReport(unit: string): Promise<string> {
  const data = parse(
    await readFile(`${project}/data/region-prov/${unit}/ekonomi.yaml`, 'utf8')
  ) as { konton: Serie[]; nyckeltal: Serie[]; uppställningar: Tabell[] }
  const series = new Map([...data.konton, ...data.nyckeltal].map((serie) => [serie.id, serie]))
  const tables = new Map(data.uppställningar.map((tabell) => [tabell.id, tabell]))
  const charts: Promise<string>[] = []

  const value = (id: string, mått: string, year: string): number => {
    const given = series.get(id)?.serie[year]?.[mått]
    if (given === undefined) throw new Error(`${id}.${mått} ${year}`)
    return Number(String(given).replace(',', '.'))
  }
  const handlebars = Handlebars.create()
  handlebars.registerHelper('tal', (ref: string, { hash }: { hash: { period?: string } }) => {
    const [id = '', mått = ''] = ref.split('.')
    const enhet = series.get(id)?.enhet ?? ''
    return `${digits.format(value(id, mått, hash.period ? '2020' : '2021'))}\u00a0${UNITS[enhet] ?? enhet}`
  })
  handlebars.registerHelper('tabell', (id: string) => {
    const tabell = tables.get(id)
    if (!tabell) throw new Error(id)
    const years = tabell.kolumner.map(({ period }) => (period ? '2020' : '2021'))
    const rows = tabell.rader.flatMap(({ konto }) =>
      konto ? [tabell.kolumner.map(({ mått }, i) => value(konto, mått, years[i] ?? ''))] : []
    )
    const sums = tabell.kolumner.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0))
    const line = (name: string, row: readonly number[]) =>
      `| ${name} | ${row.map((n) => digits.format(n)).join(' | ')} |`
    return new Handlebars.SafeString(
      [
        `**${tabell.namn}**`,
        '',
        `| Kostnadsslag | ${tabell.kolumner.map(({ mått }, i) => `${mått} ${years[i]}`).join(' | ')} |`,
        `|---|${'---:|'.repeat(years.length)}`,
        ...rows.map((row, i) => line(series.get(tabell.rader[i]?.konto ?? '')?.namn ?? '', row)),
        line('Summa', sums)
      ].join('\n')
    )
  })
  handlebars.registerHelper(
    'diagram',
    (kind: string, { hash }: { hash: Record<string, string> }) => {
      charts.push(draw(chartSpec(kind, hash)))
      return `DIAGRAM${charts.length - 1}`
    }
  )

  function chartSpec(kind: string, hash: Readonly<Record<string, string>>): TopLevelSpec {
    const base = { width: 560, height: 200, background: 'transparent' } as const
    if (kind === 'linje') {
      const serie = series.get((hash['serie'] ?? '').split('.')[0] ?? '')
      const values = Object.keys(serie?.serie ?? {}).map((year) => ({
        year,
        value: value(serie?.id ?? '', 'utfall', year)
      }))
      return {
        ...base,
        data: { values },
        layer: [{ mark: 'line' }, { mark: 'point' }],
        encoding: {
          x: { field: 'year', type: 'ordinal' },
          y: { field: 'value', type: 'quantitative' }
        }
      }
    }
    const values = (tables.get(hash['tabell'] ?? '')?.rader ?? []).flatMap(({ konto = '' }) =>
      konto
        ? (hash['mått'] ?? '').split(',').map((mått) => ({
            name: series.get(konto)?.namn,
            mått,
            value: value(konto, mått, '2021')
          }))
        : []
    )
    return {
      ...base,
      data: { values },
      encoding: {
        y: { field: 'name', type: 'nominal', sort: null },
        x: { field: 'value', type: 'quantitative' },
        yOffset: { field: 'mått' }
      },
      layer: [
        { mark: 'bar', encoding: { color: { field: 'mått', type: 'nominal' } } },
        { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'value' } } }
      ]
    }
  }

  const content = `${project}/content/region-prov/${unit}/2021-arsrapport`
  const { rapport } = parse(await readFile(`${content}/rapport.yaml`, 'utf8')) as {
    rapport: { titel: string }
  }
  const files = (await readdir(content)).filter((name) => name.endsWith('.md'))
  files.sort((a, b) => parseInt(a) - parseInt(b))
  let merged = ''
  for (const file of files)
    merged += `${handlebars.compile(await readFile(`${content}/${file}`, 'utf8'))({})}\n`
  const drawn = await Promise.all(charts)
  const headings: string[] = []
  const body = String(await markdown.process(merged))
    .replace(/<h([12])>(.*?)<\/h\1>/g, (_, level: string, text: string) => {
      headings.push(text)
      return `<h${level} id="r${headings.length}">${text}</h${level}>`
    })
    .replace(/<p>DIAGRAM(\d+)<\/p>/g, (_, i: string) => `<figure>${drawn[Number(i)]}</figure>`)
  const contents = headings.map((text, i) => `<a href="#r${i + 1}">${text}</a>`).join('')
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><title>${rapport.titel}</title><style>${style}</style><nav>${contents}</nav><main>${body}</main></html>`
}

async function draw(spec: TopLevelSpec): Promise<string> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' })
  return view.toSVG()
}
