import { existsSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { ALL, builtSite } from '../setup/site.ts'

const site = builtSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

interface Hit {
  readonly titel: string
  readonly om: string
  readonly href: string
  readonly märkt: readonly string[]
}

/** Writes in the field as a reader does, and waits for the answer. */
async function search(page: Page, words: string): Promise<{ antal: string; hits: Hit[] }> {
  await page.evaluate(
    `(() => { const f = document.getElementById('sokord'); f.focus(); f.value = ${JSON.stringify(words)}; document.getElementById('sok').requestSubmit() })()`
  )
  await page.waitForFunction(`/träff/.test(document.getElementById('antal').textContent)`)
  return (await page.evaluate(`({
    antal: document.getElementById('antal').textContent,
    hits: [...document.querySelectorAll('#traffar-lista > li')].map((li) => ({
      titel: li.querySelector('a').textContent,
      om: li.querySelector('.bi').textContent,
      href: li.querySelector('a').getAttribute('href'),
      märkt: [...new Set([...li.querySelectorAll('mark')].map((m) => m.textContent.toLowerCase()))]
    }))
  })`)) as { antal: string; hits: Hit[] }
}

describe('the search, from a folder on disk', () => {
  it('finds a word in its other forms, and leads to the section', async () => {
    const { page, requests, faults } = await openPage(browser, `${site}/index.html`)
    const forms = async (words: string) =>
      new Set((await search(page, words)).hits.flatMap(({ märkt }) => märkt))
    expect([...(await forms('kommunernas'))]).toContain('kommuner')
    expect([...(await forms('kontroll'))]).toEqual(
      expect.arrayContaining(['kontroll', 'kontroller', 'kontrollerna', 'kontrollen'])
    )
    expect((await search(page, 'kontrollerna')).antal).toBe((await search(page, 'kontroll')).antal)
    // A compound is found by its part.
    expect([...(await forms('frånvaro'))]).toContain('sjukfrånvaro')
    const { hits } = await search(page, 'stort sortiment inköpsordrar')
    expect(hits[0]?.href).toBe(
      'landstinget-sormland/du-namnden/2017-verksamhetsberattelse/index.html#e-handel'
    )
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  })

  it('tells å, ä and ö from a and o, but finds them for who can’t write them', async () => {
    const { page } = await openPage(browser, `${site}/index.html`)
    const marks = async (words: string) =>
      (await search(page, words)).hits.flatMap(({ märkt }) => märkt)
    expect(await marks('mål')).not.toContain('mal')
    expect(await marks('mål')).toContain('målen')
    expect(await marks('overprovningar')).toContain('överprövningar')
    expect((await search(page, 'zzz')).antal).toBe('Inga träffar på ”zzz”.')
    await page.close()
  })

  it('takes a number as it is printed, and all the words that are asked for', async () => {
    const { page } = await openPage(browser, `${site}/index.html`)
    const { hits } = await search(page, '15 264')
    expect(new Set(hits.flatMap(({ märkt }) => märkt))).toEqual(new Set(['15\u00a0264']))
    expect((await search(page, 'inköpsordrar regionfullmäktige')).hits).toEqual([])
    await page.close()
  })

  it('runs no script and builds no element out of what is asked', async () => {
    const { page, faults } = await openPage(browser, `${site}/index.html`)
    await search(page, '<img src=x onerror=alert(1)> "\'')
    expect(await page.$('main img')).toBeNull()
    expect(faults).toEqual([])
    await page.close()
  })

  it('loads nothing until somebody searches', async () => {
    const { page, requests } = await openPage(browser, `${site}/index.html`)
    expect(requests.filter((url) => url.endsWith('.js'))).toEqual([])
    await search(page, 'mål')
    expect(requests.filter((url) => url.endsWith('.js'))).toHaveLength(ALL.length + 1)
    await page.close()
  })
})

describe('the list', () => {
  const shown = (page: Page) =>
    page.evaluate(
      `[...document.querySelectorAll('.rapporter > li')].filter((li) => li.checkVisibility()).map((li) => li.dataset.rapport)`
    ) as Promise<string[]>

  it('shows what is chosen by organisation, unit, year, type and status, and remembers it', async () => {
    const { page } = await openPage(browser, `${site}/index.html`)
    expect((await shown(page)).toSorted()).toEqual(ALL)
    await page.select('select[name=enhet]', 'Division Regionstöd')
    await page.select('select[name=typ]', 'internkontrollplan')
    expect(await shown(page)).toEqual(['region-norrbotten/regionstod/2021-internkontrollplan'])
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.index h2, .index h3')].filter((h) => h.checkVisibility()).map((h) => h.textContent)`
      )
    ).toEqual(['Region Norrbotten', 'Division Regionstöd'])
    const { hits } = await search(page, 'kontroll')
    expect(hits.every(({ href }) => href.includes('/2021-internkontrollplan/'))).toBe(true)
    await page.reload()
    await page.waitForFunction(`document.querySelectorAll('#traffar-lista > li').length > 0`)
    expect(await shown(page)).toEqual(['region-norrbotten/regionstod/2021-internkontrollplan'])
    await page.evaluate(`document.querySelector('#sok [type=reset]').click()`)
    await page.waitForFunction(`document.getElementById('traffar').hidden`)
    expect((await shown(page)).toSorted()).toEqual(ALL)
    await page.close()
  })

  it('has links to the same choices where there is no script', async () => {
    const { page } = await openPage(browser, `${site}/index.html`, { script: false })
    const read = (await page.evaluate(`({
      form: document.getElementById('sok').checkVisibility(),
      heads: [...document.querySelectorAll('.genvagar > p')].map((p) => p.textContent),
      dead: [...document.querySelectorAll('.genvagar a')].map((a) => a.getAttribute('href')).filter((href) => !document.getElementById(href.slice(1)))
    })`)) as { form: boolean; heads: string[]; dead: string[] }
    expect(read).toEqual({
      form: false,
      heads: ['Organisation', 'År', 'Dokumenttyp', 'Status'],
      dead: []
    })
    expect((await shown(page)).toSorted()).toEqual(ALL)
    await page.close()
  })

  it('is printed without its field and choices', async () => {
    const { page } = await openPage(browser, `${site}/index.html`)
    await page.emulateMediaType('print')
    expect(
      await page.evaluate(
        `['#sok', '.genvagar', '.rapporter'].map((s) => document.querySelector(s)?.checkVisibility() ?? false)`
      )
    ).toEqual([false, false, true])
    await page.close()
  })
})

describe('on a host', () => {
  const MIME: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.woff2': 'font/woff2'
  }
  /** The site as a host gives it, below a folder, without a network. */
  async function openHosted(bad: string[]): Promise<Page> {
    const page = await browser.newPage()
    await page.setRequestInterception(true)
    page.on('request', (request) => {
      const path = decodeURIComponent(new URL(request.url()).pathname)
      const file = `${site}${path.replace('/kommunen/rapporter', '')}`.replace(/\/$/, '/index.html')
      if (path === '/favicon.ico') return void request.respond({ status: 204 })
      if (!path.startsWith('/kommunen/rapporter/') || !existsSync(file)) {
        bad.push(path)
        return void request.respond({ status: 404 })
      }
      const contentType = MIME[extname(file)] ?? 'application/octet-stream'
      void request.respond({ status: 200, contentType, body: readFileSync(file) })
    })
    page.on('pageerror', (error) => bad.push(String(error)))
    return page
  }

  it('works in a folder of any name, search and all', async () => {
    const bad: string[] = []
    const page = await openHosted(bad)
    await page.goto('https://exempel.se/kommunen/rapporter/')
    const { hits } = await search(page, 'stort sortiment inköpsordrar')
    await page.goto(new URL(hits[0]?.href ?? '', page.url()).href)
    expect(await page.evaluate(`document.querySelector(location.hash).textContent`)).toContain(
      'E-handel'
    )
    expect(bad).toEqual([])
    await page.close()
  })
})
