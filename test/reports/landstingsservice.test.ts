import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { builtSite, readLedger } from '../setup/site.ts'
import { readTables, type ReadTable } from '../setup/tables.ts'
import * as facts from './landstingsservice.facts.ts'

const site = builtSite()
const PLAN = 'landstinget-blekinge/landstingsservice/2016-verksamhetsplan'
const BERÄTTELSE = 'landstinget-blekinge/landstingsservice/2016-verksamhetsberattelse'
const SVAR = 'landstinget-blekinge/landstingsstyrelsen/2018-svar-pa-granskning'
let browser: Browser
let plan: Page
let brev: Page
let tables: ReadTable[]

beforeAll(async () => {
  browser = await openBrowser()
  plan = (await openPage(browser, `${site}/${PLAN}/index.html`)).page
  brev = (await openPage(browser, `${site}/${SVAR}/index.html`)).page
  tables = await readTables(plan)
})
afterAll(() => browser?.close())

const textOf = (page: Page) => page.$eval('body', (body) => body.textContent.replace(/\s+/g, ' '))

describe('Landstingsservice’s plan', () => {
  it.each(facts.tabeller.map((table) => ({ ...table })))(
    'prints $rubrik as in the published plan',
    ({ rubrik, kolumner, rader }) => {
      const found = tables.filter((table) => table.rubrik === rubrik)
      expect(found, `tables called "${rubrik}"`).toHaveLength(1)
      expect(found[0]?.kolumner).toEqual(kolumner)
      expect(found[0]?.rader).toEqual(rader)
    }
  )

  it('has all rows of the published plan’s tables, and no others', () => {
    const printed = tables.filter(({ kolumner }) => kolumner[0] === 'Indikator')
    expect(printed.flatMap(({ rader }) => rader)).toHaveLength(40)
    expect(printed.map(({ rubrik }) => rubrik)).toEqual(
      facts.tabeller.slice(0, 20).map(({ rubrik }) => rubrik)
    )
  })

  it('has a budget that adds up', () => {
    const table = tables.find(({ rubrik }) => rubrik === 'Intäkter och kostnader enligt budget')
    expect(table?.rader.map(([post, belopp]) => [post, belopp])).toEqual(facts.budget)
  })

  it.each(facts.iText.map((text) => ({ text })))('says $text in its text', ({ text }) => {
    const said = readLedger(site, PLAN).tal.filter(
      ({ plats, ...figure }) =>
        plats.tabell === undefined && plats.diagram === undefined && figure.text === text
    )
    expect(said).not.toEqual([])
  })

  it('has contents in three levels', async () => {
    const numbers = await plan.$$eval('.innehall .nr', (all) =>
      all.map((nr) => nr.textContent.trim())
    )
    const under = (nr: string) =>
      numbers.filter((found) => found.startsWith(`${nr}.`) && found.lastIndexOf('.') === nr.length)
    expect(Object.keys(facts.innehåll).map((nr) => [nr, under(nr).length])).toEqual(
      Object.entries(facts.innehåll)
    )
  })

  it('gives reasons where the published plan has no indicator', async () => {
    const sections = await plan.$$eval('.utan-indikator', (all) =>
      all.map((p) => p.previousElementSibling?.querySelector('.nr')?.textContent)
    )
    expect(sections).toEqual(['3.1.5', '3.3.5'])
  })

  it('doesn’t repeat the published plan’s faults', async () => {
    const text = await textOf(plan)
    for (const fault of [/förbätt4re/, /riksgenom-snittet/, /leverensen/, /överstigande1/, /\*/])
      expect(text).not.toMatch(fault)
    expect(text).not.toMatch(/kompletteras senare/)
    // Every mark has its note.
    const marks = await plan.$$eval('tbody th', (all) =>
      all.flatMap((th) => th.textContent.match(/[¹²³⁴]/g) ?? [])
    )
    const notes = await plan.$$eval('.not', (all) =>
      all.flatMap((p) => p.textContent.match(/^[¹²³⁴]/g) ?? [])
    )
    expect(marks.toSorted()).toEqual(notes.toSorted())
    expect(marks).toHaveLength(5)
  })
})

describe('the year’s report', () => {
  it('follows up every indicator of the plan, with the target that the plan set', async () => {
    const { page } = await openPage(browser, `${site}/${BERÄTTELSE}/index.html`)
    const followed = (await readTables(page)).filter(({ kolumner }) => kolumner[0] === 'Indikator')
    const targets = new Map(followed.flatMap(({ rader }) => rader.map((rad) => [rad[0], rad[3]])))
    const planned = new Map(
      facts.tabeller
        .slice(0, 20)
        .flatMap(({ rader }) =>
          rader.map((rad) => [rad[0]?.replace(/[¹²]|( procent$)/g, '').trim(), rad[2]])
        )
    )
    expect(targets.size).toBe(38)
    expect([...targets].toSorted()).toEqual([...planned].toSorted())
  })

  it.each(facts.uppföljda.map(([namn, utfall, bedömning]) => ({ namn, utfall, bedömning })))(
    'shows $namn as $utfall, $bedömning',
    async ({ namn, utfall, bedömning }) => {
      const { page } = await openPage(browser, `${site}/${BERÄTTELSE}/index.html`)
      const rows = (await readTables(page)).flatMap(({ rader }) => rader)
      const row = rows.find((rad) => rad[0] === namn)
      expect([row?.[1], row?.[4]]).toEqual([utfall, bedömning])
    }
  )
})

describe('the answer to the auditors', () => {
  it('answers each recommendation with a standpoint', async () => {
    const [table] = await readTables(brev)
    expect(table?.rader.map(([namn, ståndpunkt]) => [namn, ståndpunkt])).toEqual(facts.svar)
    const boxes = await brev.$$eval('.svarsruta .rutrubrik', (all) => all.map((p) => p.textContent))
    expect(boxes).toEqual([1, 2, 3, 4, 5].map((nr) => `Rekommendation\u00a0${nr}`))
  })

  it('goes from addressee to signatures in the published order, with one decision and three roles', async () => {
    const order = await brev.$$eval('.till b, h1, h2, .underskrifter b', (all) =>
      all.map((part) => part.textContent.trim()).filter((text) => text !== 'Källor till talen')
    )
    expect(order).toEqual(facts.svarsdisposition)
    const decisions = await brev.$$eval('#forslag-till-beslut ~ ol > li', (all) =>
      all.map((li) => li.textContent.trim())
    )
    expect(decisions).toEqual(['överlämna svaret till revisorerna.'])
    const roles = await brev.$$eval('#kommentarer ~ ul > li > strong', (all) =>
      all.map((name) => name.textContent.trim())
    )
    expect(roles).toEqual(facts.roller)
  })

  it('quotes the auditors’ assessment from their data', async () => {
    const quote = await brev.$eval('blockquote', (q) => q.textContent.replace(/\s+/g, ' ').trim())
    expect(quote).toContain('Styrmodellen är i grunden genomtänkt')
  })

  it('has the auditors’ own words, from their data', async () => {
    const data = readFileSync(
      'data/landstinget-blekinge/landstingsrevisionen/revision.yaml',
      'utf8'
    )
    const words = await brev.$$eval('.svarsruta .ord', (all) => all.map((p) => p.textContent))
    expect(words).toHaveLength(5)
    for (const text of words) expect(data).toContain(`text: ${text}`)
  })

  it('says one year for when the model began, and signs with place and date', async () => {
    const text = await textOf(brev)
    expect(text).toContain('Styrmodellen har gällt sedan ingången av 2016.')
    expect(text).not.toMatch(/ingången av 2017|trädde i kraft 2015|under 2017/)
    expect(text).toMatch(/Karlskrona den 12\s?mars 2018/)
    for (const fault of [
      /engageman\b/,
      /engageman /,
      /succesiv/,
      /landstingservice/i,
      /enligt ovan/
    ])
      expect(text).not.toMatch(fault)
  })
})
