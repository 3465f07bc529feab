/**
 * The PDF step alone, against one raw tagged print of the same HTML, both in a browser that is warm:
 * node print.ts <project> <rounds> <what the browser is started with, as JSON>, JSON on stdout.
 */
import { readFile } from 'node:fs/promises'
import puppeteer from 'puppeteer'
import { diskFiles, packageFile } from '../../src/effects.ts'
import { make } from '../../src/pipeline.ts'
import { openPrinter } from '../../src/stages/8-pdf.ts'

const [project = '', rounds = '5', launch = '{}'] = process.argv.slice(2)
const effects = {
  files: diskFiles,
  env: {},
  commit: async () => null,
  packageFile,
  progress: () => undefined
}
const { made } = await make(project, { rapporter: [], pdf: true }, effects)
const finished = made[0]?.finished
if (!finished) throw new Error('the report has faults')
const fonts = new Map<string, string>()
for (const { file, from } of finished.fonts) {
  const path =
    'package' in from
      ? packageFile(`${from.package}/${from.path}`)
      : `${project}/templates/${from.path.replace(/^templates\//, '')}`
  fonts.set(file, `data:font/woff2;base64,${(await readFile(path)).toString('base64')}`)
}
const html = await finished.print(({ file }) => fonts.get(file) ?? '')

const browser = await puppeteer.launch(JSON.parse(launch))
const printer = openPrinter()
const times = { raw: [] as number[], step: [] as number[] }
try {
  // The first print of each warms its browser.
  for (let round = 0; round <= Number(rounds); round++) {
    const page = await browser.newPage()
    const raw = await clocked(async () => {
      await page.setContent(html, { waitUntil: 'load' })
      await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true
      })
    })
    await page.close()
    const step = await clocked(async () => {
      const outcome = await printer.print({ id: 'prov', title: 'Prov', date: '2022-02-14', html })
      if ('fault' in outcome) throw new Error(JSON.stringify(outcome.fault))
    })
    if (round === 0) continue
    times.raw.push(raw)
    times.step.push(step)
  }
} finally {
  await printer.close()
  await browser.close()
}
console.log(JSON.stringify(times))

async function clocked(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
