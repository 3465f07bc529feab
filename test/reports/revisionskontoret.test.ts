import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { builtSite, readLedger, REPO, type Input } from '../setup/site.ts'
import { readTables, type ReadTable } from '../setup/tables.ts'
import { felaktigt, iText, tabeller } from './revisionskontoret.facts.ts'

const site = builtSite()
const RAPPORT = 'region-skane/revisionskontoret/2023-revisionens-arsrapport'
let browser: Browser
let page: Page
let read: readonly ReadTable[] = []

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page } = await openPage(browser, `${site}/${RAPPORT}/index.html`))
  read = await readTables(page)
})
afterAll(() => browser?.close())

describe('every table of the auditors’ report', () => {
  it.each(tabeller.map((table) => ({ ...table })))(
    'prints $rubrik as in the published report',
    ({ rubrik, kolumner, rader }) => {
      const found = read.filter((table) => table.rubrik === rubrik)
      expect(found, `tables called "${rubrik}"`).toHaveLength(1)
      const table = found[0]!
      const places = kolumner.map((kolumn) => table.kolumner.indexOf(kolumn))
      expect(places, `columns of "${rubrik}": ${table.kolumner.join(' | ')}`).not.toContain(-1)
      expect(table.rader.map((row) => places.map((place) => row[place] ?? ''))).toEqual(rader)
    }
  )

  it('is compared, with each column that has figures', () => {
    const compared = new Map(tabeller.map((table) => [table.rubrik, table.kolumner]))
    const left = read.flatMap((table) =>
      table.kolumner.filter(
        (kolumn, place) =>
          !compared.get(table.rubrik)?.includes(kolumn) &&
          table.rader.some((row) => /^[−\d]/.test(row[place] ?? ''))
      )
    )
    expect(left).toEqual([])
  })
})

describe('assessments', () => {
  it('stand in cells that are tinted, with symbol and word', async () => {
    const cells = (await page.evaluate(`
      [...document.querySelectorAll('td:has(> .bedomd)')].map((cell) => ({
        ord: cell.textContent.trim(),
        klass: cell.firstElementChild.className,
        ton: getComputedStyle(cell).backgroundColor,
        symbol: getComputedStyle(cell.firstElementChild, '::before').content
      }))
    `)) as { ord: string; klass: string; ton: string; symbol: string }[]
    // 4 + 8 + 16 + 3 + 5 + 5, and all sub-areas with their overall assessments once more in the appendix.
    expect(cells).toHaveLength(4 + 8 + 19 + 5 + 5 + (8 + 19 + 5 + 1))
    const said = new Map(cells.map(({ ord, klass }) => [ord, klass]))
    expect(Object.fromEntries(said)).toEqual({
      Uppfyllt: 'status uppfyllt bedomd',
      'Inte helt uppfyllt': 'status delvis bedomd',
      'Inte uppfyllt': 'status ej bedomd',
      'Inte helt tillräcklig': 'status delvis bedomd',
      'Inte helt ändamålsenligt': 'status delvis bedomd',
      'Inte helt tillfredsställande': 'status delvis bedomd',
      'I allt väsentligt rättvisande': 'status uppfyllt bedomd'
    })
    for (const { ord, ton, symbol } of cells) {
      expect(ton, ord).not.toMatch(/transparent|rgba\(0, 0, 0, 0\)/)
      expect(symbol, ord).toBe('""')
    }
  })

  it('have criteria with their points as a list in a list', async () => {
    const points = (await page.evaluate(`
      [...document.querySelectorAll('td > ul > li > ul')].slice(0, 3).map((list) =>
        [...list.children].map((item) => item.textContent.trim()))
    `)) as string[][]
    expect(points.map((list) => list.length)).toEqual([4, 4, 4])
    expect(points[1]).toEqual([
      'status för hanteringen',
      'status för iakttagelser',
      'händelser under perioden',
      'riskens trend'
    ])
  })
})

describe('the text', () => {
  it.each(felaktigt)('does not say "%s"', async (word) => {
    const text = String(await page.evaluate('document.body.textContent'))
    expect(text).not.toContain(word)
  })

  it('has the law’s right number, three appendices and the bridge in words', async () => {
    const text = String(await page.evaluate('document.body.textContent'))
    expect(text).toContain('Kommunallagen (2017:725)')
    const headings = await page.$$eval('h2', (all) => all.map((h) => h.textContent ?? ''))
    expect(headings.filter((h) => h.startsWith('Bilaga')).map((h) => h.slice(0, 8))).toEqual([
      'Bilaga A',
      'Bilaga B',
      'Bilaga C'
    ])
    const html = readFileSync(`${site}/${RAPPORT}/index.html`, 'utf8')
    expect(html).toContain('Från budget 0,0\u00a0mnkr till utfall −91,1\u00a0mnkr. 9 steg:')
  })
})

const source = (file: string) => readFileSync(`${REPO}/${file}`, 'utf8').split('\n')

/** Ids in data that a figure's lines belong to: the nearest `id:` above. */
function ids(figure: Input): string[] {
  if (!figure.källa) return (figure.ingår ?? []).flatMap(ids)
  const { fil, rad } = figure.källa
  for (const line of source(fil).slice(0, rad).toReversed()) {
    const id = /^\s*(?:- )?id: (.+)$/.exec(line)?.[1]
    if (id) return [id.replaceAll('"', '')]
  }
  return []
}

describe('figures in the text', () => {
  it.each(iText.map(({ ref, text }) => ({ ref, text })))(
    'say $text where it is about $ref',
    ({ ref, text }) => {
      const parts = ref.replace(/\[.*/, '').split('.')
      const said = readLedger(site, RAPPORT).tal.filter(
        ({ plats, ...figure }) =>
          plats.tabell === undefined && plats.diagram === undefined && figure.text === text
      )
      expect(said, `no figure in the text is printed "${text}"`).not.toEqual([])
      // A computed figure stands on others; a given one must stand on the one that is named.
      const about = said.filter(
        (figure) => figure.formel !== undefined || ids(figure).some((id) => parts.includes(id))
      )
      expect(about, `"${text}" is about something else`).not.toEqual([])
    }
  )
})
