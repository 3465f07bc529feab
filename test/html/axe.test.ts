import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { ALL, builtSite, REPORTS } from '../setup/site.ts'

const site = builtSite()
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const RULES = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22a',
  'wcag22aa',
  'best-practice',
  'EN-301-549'
]
const PAGES = [
  'index.html',
  ...REPORTS.map((report) => `${report}/sjalvgranskning.html`),
  ...ALL.map((report) => `${report}/index.html`)
]

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** All that axe finds, one line each. `before` is what a reader has done on the page. */
async function violations(
  path: string,
  view: { width: number; dark: boolean },
  before = ''
): Promise<string[]> {
  const { page } = await openPage(browser, `${site}/${path}`, view)
  await page.evaluate(before)
  await page.evaluate(AXE)
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, resultTypes: ['violations'] }).then((r) => r.violations)`
  )) as Violation[]
  await page.close()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary}`)
  )
}

describe.each([
  { width: 1440, dark: false },
  { width: 1440, dark: true },
  { width: 320, dark: false },
  { width: 320, dark: true }
])('$width px wide, dark $dark', (view) => {
  it.each(PAGES)('%s breaks no rule of WCAG 2.2 AA or good practice', async (path) => {
    expect(await violations(path, view)).toEqual([])
  })
})

const OPENED = 'for (const d of document.querySelectorAll("details")) d.open = true'
const SHOWN = `${OPENED}
document.getElementById('visa-kallor').click()
document.querySelector('data.tal').focus()`

describe('with everything opened, sources shown and a figure in focus', () => {
  it.each(REPORTS)('%s breaks no rule', async (report) => {
    const path = `${report}/index.html`
    expect(await violations(path, { width: 1440, dark: false }, SHOWN)).toEqual([])
    expect(await violations(path, { width: 320, dark: true }, SHOWN)).toEqual([])
  })
})

it('tells of a fault when there is one', async () => {
  const fault = 'document.documentElement.lang = ""'
  const found = await violations('index.html', { width: 1440, dark: false }, fault)
  expect(found.map((line) => line.split(':')[0])).toEqual(['html-has-lang'])
})
