import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, type View } from '../setup/browser.ts'
import { ALL, builtSite, readLedger, REPORTS } from '../setup/site.ts'

const site = builtSite()
const SCRIPT = readFileSync(new URL('read-page.js', import.meta.url), 'utf8')
const PAGES = ['index.html', ...ALL.map((report) => `${report}/index.html`)]

interface Read {
  readonly text: string
  readonly attributes: readonly string[]
  readonly headings: readonly (readonly [level: number, text: string])[]
  readonly ids: readonly string[]
  readonly links: readonly string[]
  readonly references: readonly string[]
  readonly statuses: readonly (readonly [className: string, text: string, shape: string])[]
  readonly figures: readonly {
    readonly class: string
    readonly nr: number
    readonly text: string
    readonly value: string
    readonly source: string
  }[]
  readonly sources: readonly (readonly string[])[]
  readonly chapters: readonly string[]
  readonly contents: readonly string[]
  readonly fonts: readonly string[]
  readonly overflow: number
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function read(
  path: string,
  view?: View
): Promise<Read & { requests: string[]; faults: string[] }> {
  const { page, requests, faults } = await openPage(browser, join(site, path), view)
  const found = (await page.evaluate(SCRIPT)) as Read
  await page.close()
  return { ...found, requests, faults }
}

describe.each(PAGES)('%s', (path) => {
  let page: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    page = await read(path)
  })

  it('asks for nothing but files beside it, and gets them all', () => {
    const folder = `file://${site}/`
    // What a data: address holds stands in the page itself.
    expect(page.requests.filter((url) => !url.startsWith(folder) && !/^data:/.test(url))).toEqual(
      []
    )
    expect(page.requests.length).toBeGreaterThan(1)
    expect(page.faults).toEqual([])
  })

  it('has the signs of no mistake', () => {
    const everything = [page.text, ...page.attributes].join('\n')
    expect(everything).not.toMatch(/undefined|NaN|\[object|\bnull\b|[\uE000-\uF8FF\uFFFD]/)
    // The handbook quotes what is said of braces.
    if (!path.includes('handbok')) expect(everything).not.toMatch(/\{\{|\}\}/)
    // A minus is U+2212, and zero has none.
    expect(page.text).not.toMatch(/(?<![\p{L}\d])-\d|[−-]0(,0+)?(?![\d,])/u)
  })

  it('has headings in one tree', () => {
    const levels = page.headings.map(([level]) => level)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    const gaps = page.headings.filter(([level], i) => level > (levels[i - 1] ?? 0) + 1)
    expect(gaps).toEqual([])
    expect(page.headings.filter(([, text]) => text === '')).toEqual([])
  })

  it('gives each id once', () => {
    const twice = page.ids.filter((id, i) => page.ids.indexOf(id) !== i)
    expect(twice).toEqual([])
  })

  it('links to what is there', () => {
    const ids = new Set(page.ids)
    const lost = page.links.filter((href) => {
      if (href.startsWith('#')) return !ids.has(decodeURIComponent(href.slice(1)))
      if (/^(https:|mailto:)/.test(href)) return false
      return !existsSync(join(site, path, '..', decodeURIComponent(href.replace(/#.*/, ''))))
    })
    expect(lost).toEqual([])
    expect(page.references.filter((id) => !ids.has(id))).toEqual([])
    expect(page.links.length).toBeGreaterThan(1)
  })

  it.each([320, 375, 768, 1024, 1440, 2560])('does not scroll sideways at %i px', async (width) => {
    expect((await read(path, { width })).overflow).toBe(0)
  })

  it('reads the same without script', async () => {
    const without = await read(path, { script: false })
    expect(without.faults).toEqual([])
    expect(without.headings).toEqual(page.headings)
    expect(without.figures.map(({ text }) => text)).toEqual(page.figures.map(({ text }) => text))
    // Without a script the list has ways to its own rows besides.
    const outward = (links: readonly string[]) =>
      path === 'index.html' ? links.filter((href) => !href.startsWith('#')) : links
    expect(outward(without.links)).toEqual(outward(page.links))
    expect(without.overflow).toBe(0)
  })
})

describe.each(REPORTS)('%s', (report) => {
  let page: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    page = await read(`${report}/index.html`)
  })

  it('lists every chapter in the contents, in order', () => {
    expect(page.contents).toEqual(page.chapters.map((id) => `#${id}`))
    expect(page.chapters.length).toBeGreaterThan(5)
  })

  it('has the source of every figure, at the figure and in the list of sources', () => {
    const { tal } = readLedger(site, report)
    expect(page.figures.map(({ nr, text }) => [nr, text])).toEqual(
      tal.map(({ nr, text }) => [nr, text])
    )
    expect(page.figures.map(({ value }) => value)).toEqual(tal.map(({ värde }) => värde ?? ''))
    expect(page.figures.filter((figure) => figure.class !== 'tal')).toEqual([])
    expect(page.figures.filter(({ source }) => !/^data\/\S+:\d+/.test(source))).toEqual([])
    expect(page.sources.map(([nr, text]) => [Number(nr), text])).toEqual(
      tal.map(({ nr, text }) => [nr, text])
    )
    expect(
      page.sources.map((row) => row[4]).filter((cell) => !/data\/\S+:\d+/.test(cell ?? ''))
    ).toEqual([])
    expect(tal.length).toBeGreaterThan(100)
  })

  it('says each status with a word and a symbol of its own', () => {
    expect(page.statuses.length).toBeGreaterThan(5)
    expect(page.statuses.filter(([, text, shape]) => text === '' || shape === '')).toEqual([])
    const shapes = new Map(page.statuses.map(([name, , shape]) => [shape, name]))
    const names = new Set(page.statuses.map(([name]) => name))
    expect(new Set(shapes.values())).toEqual(names)
  })

  it('shows no column of figures wider than its page at 320 px outside a region that scrolls', async () => {
    const { page: narrow } = await openPage(browser, `${site}/${report}/index.html`, { width: 320 })
    const regions = (await narrow.evaluate(`
      [...document.querySelectorAll('.tabell, .rityta')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1)
        .map((e) => [e.tabIndex, e.getAttribute('role'), e.getAttribute('aria-label') ?? e.getAttribute('aria-labelledby'), getComputedStyle(e).overflowX])
    `)) as [number, string, string | null, string][]
    await narrow.close()
    expect(regions.length).toBeGreaterThan(0)
    expect(
      regions.filter(
        ([tab, role, name, overflow]) =>
          tab !== 0 || role !== 'region' || !name || overflow !== 'auto'
      )
    ).toEqual([])
  })

  it('says on its cover that it is an example', () => {
    expect(page.text).toMatch(/exempel/i)
  })
})

describe('index.html', () => {
  it('lists every report with its PDF', async () => {
    const { links } = await read('index.html')
    for (const report of ALL) {
      expect(links).toContain(`${report}/index.html`)
      const [, enhet, rapport] = report.split('/')
      expect(links).toContain(`${report}/${enhet}-${rapport}.pdf`)
    }
  })
})
