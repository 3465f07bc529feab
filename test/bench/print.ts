/**
 * The PDF step alone, against raw tagged prints of the same HTML, both in a browser that is warm:
 * node print.ts <project> <rounds> <what the browser is started with, as JSON>, JSON on stdout.
 */
import { readFile } from 'node:fs/promises'
import puppeteer, { type Page } from 'puppeteer'
import { diskFiles, packageFile } from '../../src/effects.ts'
import { attachmentsOf, readInputs } from '../../src/pdf/inputs.ts'
import { make } from '../../src/pipeline.ts'
import { openPrinter } from '../../src/stages/8-pdf.ts'
import { longReport } from './long-report.ts'
import { watchMemory } from './memory.ts'

/** What is measured, for `bench.ts`. */
export interface Prints {
  /** Milliseconds of one raw print and of one whole step, a round each. */
  readonly raw: number[]
  readonly step: number[]
  /** The same for several reports after each other, each report's share. */
  readonly rawMany: number[]
  readonly many: number[]
  readonly pages: number
  readonly bytes: number
  /** A very long report. */
  readonly long: {
    readonly pages: number
    readonly ms: number
    readonly bytes: number
    /** Of this process and the browser's together, where the system tells. */
    readonly megabytes: number | undefined
  }
}

const MANY = 8
const LONG = 500

const [project = '', rounds = '5', launch = '{}'] = process.argv.slice(2)
const effects = {
  files: diskFiles,
  env: {},
  commit: async () => null,
  packageFile,
  progress: () => undefined
}
const { made } = await make(project, { rapporter: [], pdf: true }, effects)
const [{ finished, mapp } = { finished: undefined, mapp: undefined }] = made
if (!finished || !mapp) throw new Error('the report has faults')
const fonts = new Map<string, string>()
for (const { file, from } of finished.fonts) {
  const path =
    'package' in from
      ? packageFile(`${from.package}/${from.path}`)
      : `${project}/templates/${from.path.replace(/^templates\//, '')}`
  fonts.set(file, `data:font/woff2;base64,${(await readFile(path)).toString('base64')}`)
}
const inputs = await readInputs(project, mapp, [], diskFiles)
const document = {
  id: 'prov',
  title: 'Prov',
  date: '2022-02-14',
  html: await finished.print(({ file }) => fonts.get(file) ?? ''),
  attachments: attachmentsOf(inputs, finished.files)
}

const browser = await puppeteer.launch(JSON.parse(launch))
const printer = openPrinter()
const times = { raw: [], step: [], rawMany: [], many: [] } as Record<string, number[]>
let printed = { pages: 0, bytes: 0 }
try {
  // The first print of each warms its browser, and the compilers.
  for (let round = -2; round < Number(rounds); round++) {
    const took = {
      raw: await clocked(() => printRaw()),
      step: await clocked(() => printOne()),
      ...(round < 0 ? {} : await clockMany())
    }
    if (round < 0) continue
    for (const [name, ms] of Object.entries(took)) times[name]?.push(ms)
  }
  const memory = watchMemory()
  const started = performance.now()
  const long = await print({ ...document, html: longReport(LONG) })
  const ms = performance.now() - started
  const { pages, bytes } = long
  console.log(
    JSON.stringify({
      ...times,
      ...printed,
      long: { pages, bytes: bytes.length, ms, megabytes: memory.end() }
    })
  )
} finally {
  await printer.close()
  await browser.close()
}

/** As anyone would do it. */
async function printRaw(): Promise<void> {
  const page: Page = await browser.newPage()
  await page.setContent(document.html, { waitUntil: 'load', timeout: 0 })
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  await page.close()
}

async function print(wanted: typeof document) {
  const outcome = await printer.print(wanted)
  if ('fault' in outcome) throw new Error(JSON.stringify(outcome.fault))
  return outcome
}

async function printOne(): Promise<void> {
  const { pages, bytes } = await print(document)
  printed = { pages, bytes: bytes.length }
}

async function clockMany() {
  const all = Array.from({ length: MANY })
  const rawMany = await clocked(async () => {
    for (const _ of all) await printRaw()
  })
  const many = await clocked(() => Promise.all(all.map(printOne)))
  return { rawMany: rawMany / MANY, many: many / MANY }
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
