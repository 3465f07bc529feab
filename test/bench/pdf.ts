import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'puppeteer'
import { finish } from '../../src/pdf/finish.ts'
import { printPage } from '../../src/pdf/print-page.ts'
import { openPrinter } from '../../src/stages/8-pdf.ts'
import { openBrowser } from '../pdf/print.ts'
import { longReport } from './long-report.ts'

/**
 * How long the whole PDF step takes against one tagged print of the same HTML, in one run and in turns,
 * so that whatever else the machine does falls on both.
 *
 *   node test/bench/pdf.ts [--rounds 15] [--pages 500] [file.html …]
 */
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, pages: { type: 'string' } },
  allowPositionals: true
})
const DATE = '2022-03-01'
const OPTIONS = { preferCSSPageSize: true, printBackground: true, timeout: 0 } as const

const browser = await openBrowser()
const reports = positionals.length > 0 ? positionals : ['']
for (const file of reports) {
  await compare(browser, file === '' ? longReport(40) : readFileSync(file, 'utf8'), file)
}
await many(browser, reports[0] ? readFileSync(reports[0], 'utf8') : longReport(40))
if (values.pages) await long(Number(values.pages))
await browser.close()

/** One tagged print, as anyone would do it, and the whole step. */
async function compare(on: Browser, html: string, name: string): Promise<void> {
  const raw: number[] = []
  const whole: number[] = []
  const finishing: number[] = []
  let pages = 0
  let size = [0, 0]
  for (let round = 0; round < Number(values.rounds) + 3; round++) {
    const [plain, page] = [await on.newPage(), await on.newPage()]
    let started = performance.now()
    const bytes = await printRaw(plain, html)
    const rawTime = performance.now() - started
    await plain.close()
    started = performance.now()
    const printed = await printPage(page, { id: '', title: '', date: DATE, html })
    const printTime = performance.now() - started
    if ('fault' in printed) throw new Error(JSON.stringify(printed.fault))
    const finished = await finish({ file: printed.file, facts: printed.page, date: DATE })
    const wholeTime = performance.now() - started
    await page.close()
    // The first rounds are for the compilers.
    if (round < 3) continue
    raw.push(rawTime)
    whole.push(wholeTime)
    finishing.push(wholeTime - printTime)
    pages = printed.facts.pages
    size = [bytes.length, finished.bytes.length]
  }
  const [a, b, c] = [median(raw), median(whole), median(finishing)]
  console.log(
    `${name || 'made-up report'}: ${pages} pages, tagged print ${ms(a)}, whole step ${ms(b)} (of it finishing ${ms(c)}), ${(b / a).toFixed(2)} ×; ${kB(size[0])} → ${kB(size[1])}`
  )
}

/** Eight reports after each other, finishing beside the next one's printing, against eight raw prints. */
async function many(on: Browser, html: string): Promise<void> {
  const COUNT = 8
  const printer = openPrinter()
  await printer.browser
  const documents = Array.from({ length: COUNT }, (_, i) => ({
    id: String(i),
    title: '',
    date: DATE,
    html
  }))
  const ratios: number[] = []
  for (let round = 0; round < 4; round++) {
    let started = performance.now()
    for (let i = 0; i < COUNT; i++) {
      const page = await on.newPage()
      await printRaw(page, html)
      await page.close()
    }
    const raw = performance.now() - started
    started = performance.now()
    await printer.printAll(documents)
    if (round > 0) ratios.push((performance.now() - started) / raw)
  }
  await printer.close()
  console.log(`${COUNT} reports: ${median(ratios).toFixed(2)} × per report`)
}

/** A very long report: that it can be made, how long it takes and how much memory. */
async function long(count: number): Promise<void> {
  const printer = openPrinter()
  await printer.browser
  const started = performance.now()
  const outcome = await printer.print({ id: '', title: '', date: DATE, html: longReport(count) })
  if ('fault' in outcome) throw new Error(JSON.stringify(outcome.fault))
  const { maxRSS } = process.resourceUsage()
  console.log(
    `${outcome.pages} pages: ${ms(performance.now() - started)}, ${kB(outcome.bytes.length)}, at most ${Math.round(maxRSS / 1024)} MB here`
  )
  await printer.close()
}

async function printRaw(page: Page, html: string): Promise<Uint8Array> {
  await page.setJavaScriptEnabled(false)
  await page.setContent(html, { waitUntil: 'load', timeout: 0 })
  return page.pdf({ ...OPTIONS, tagged: true, outline: true })
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN
}

function ms(time: number): string {
  return `${Math.round(time)} ms`
}

function kB(bytes: number | undefined): string {
  return `${Math.round((bytes ?? 0) / 1000)} kB`
}
