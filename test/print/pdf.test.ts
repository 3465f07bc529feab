import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { flat, readPdf, type ReadPdf } from '../setup/pdf.ts'
import { builtSite, pdfName, readLedger, REPORTS } from '../setup/site.ts'
import { readTables, type ReadTable } from '../setup/tables.ts'

const site = builtSite()

interface Chapter {
  readonly id: string
  readonly heading: string
  /** Anchors of tables that ask for a landscape page. */
  readonly landscape: readonly string[]
  readonly tables: readonly string[]
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe.each(REPORTS)('the PDF of %s', (report) => {
  let pdf: ReadPdf
  let tables: ReadTable[]
  let chapters: Chapter[]
  let contents: [heading: string, href: string][]
  let listed: [list: string, line: string][]

  beforeAll(async () => {
    pdf = await readPdf(join(site, report, pdfName(report)))
    const { page } = await openPage(browser, join(site, report, 'index.html'))
    tables = await readTables(page)
    chapters = (await page.evaluate(`[...document.querySelectorAll('[data-kapitel]')].map((c) => ({
      id: c.dataset.kapitel,
      heading: c.querySelector('h2').textContent,
      landscape: [...c.querySelectorAll('.liggande caption')].map((e) => e.id),
      tables: [...c.querySelectorAll('caption')].map((e) => e.id)
    }))`)) as Chapter[]
    contents = (await page.evaluate(
      `[...document.querySelectorAll('nav.innehall > ol a')].map((a) => [a.textContent, a.hash.slice(1)])`
    )) as [string, string][]
    listed = (await page.evaluate(
      `[...document.querySelectorAll('.forteckning a')].map((a) => [a.closest('details').querySelector('summary').textContent, a.textContent])`
    )) as [string, string][]
    await page.close()
  })

  /** First and last page of a chapter, from 1. */
  function span(id: string): [number, number] {
    const place = chapters.findIndex((chapter) => chapter.id === id)
    const start = (at: number) =>
      pdf.bookmarks.find(({ title }) => title === flat(chapters[at]?.heading ?? '\0'))?.page
    const first = start(place)
    if (first === undefined) throw new Error(`no bookmark for ${id}`)
    return [first, (start(place + 1) ?? pdf.pages.length + 1) - 1]
  }
  const text = ([first, last]: [number, number]) =>
    pdf.pages
      .slice(first - 1, last)
      .map((page) => page.text)
      .join(' ')
  /** Pages of the chapter that a table stands in, by the numbers that a reader sees. */
  const chapterOf = (table: string) =>
    chapters.find((chapter) => chapter.tables.includes(table))?.id ?? ''

  it('has as many pages as manifest and index say', () => {
    const { rapporter } = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as {
      rapporter: { sökväg: string; pdf: { sidor: number; bytes: number } }[]
    }
    const entry = rapporter.find(({ sökväg }) => sökväg === report)
    expect(entry?.pdf.sidor).toBe(pdf.pages.length)
    expect(pdf.pages.length).toBeGreaterThan(20)
    const index = readFileSync(join(site, 'index.html'), 'utf8')
    const kB = Math.ceil((entry?.pdf.bytes ?? 0) / 1000)
    expect(index).toContain(`${pdfName(report)}">Pdf`)
    expect(index).toContain(`${kB} kB, ${pdf.pages.length} sidor`)
  })

  it('has title, language, tags and bookmarks', () => {
    const { rapport } = readLedger(site, report)
    expect(pdf.title).toContain(rapport)
    expect(pdf.language).toBe('sv')
    expect(pdf.tagged).toBe(true)
    const untagged = pdf.pages.flatMap(({ roles }, i) => (roles.size > 1 ? [] : [i + 1]))
    expect(untagged).toEqual([])
    const roles = new Set(pdf.pages.flatMap((page) => [...page.roles]))
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'Table', 'TH', 'TD', 'Figure', 'Link'])
      expect(roles, [...roles].join(' ')).toContain(role)
    const titles = pdf.bookmarks.map(({ title }) => title)
    for (const { heading } of chapters) expect(titles).toContain(flat(heading))
    expect(pdf.bookmarks.filter(({ page }) => page < 1)).toEqual([])
  })

  it('has a cover without header and page number, and both on every page after it', () => {
    const count = pdf.pages.length
    expect(pdf.pages[0]?.text).not.toMatch(/sida \d/)
    const { rapport } = readLedger(site, report)
    const head = new RegExp(`^${rapport} – `)
    expect(pdf.pages[0]?.text).not.toMatch(head)
    const wrong = pdf.pages.flatMap((page, i) =>
      i === 0 || (page.text.includes(`sida ${i + 1} (${count})`) && head.test(page.text))
        ? []
        : [`${i + 1}: ${page.text.slice(0, 80)}`]
    )
    expect(wrong).toEqual([])
  })

  it('says on the cover and on every page that it is an example', () => {
    const silent = pdf.pages.flatMap(({ text: page }, i) => (/exempel/i.test(page) ? [] : [i + 1]))
    expect(silent).toEqual([])
  })

  it('begins each chapter on a page of its own, under a running head with its name', () => {
    for (const { id, heading } of chapters) {
      const [first, last] = span(id)
      const before = pdf.pages[first - 1]?.text.split(`(${pdf.pages.length})`)[1] ?? ''
      expect(before.indexOf(flat(heading)), heading).toBeGreaterThanOrEqual(0)
      expect(before.indexOf(flat(heading)), heading).toBeLessThan(80)
      for (let page = first; page <= last; page++)
        expect(pdf.pages[page - 1]?.text.split('sida ')[0], `page ${page}`).toContain(flat(heading))
    }
  })

  it('gives in the contents the page where each heading stands', () => {
    const list = pdf.bookmarks.find(({ title }) => title === 'Innehåll')?.page ?? 0
    const end = span(chapters[0]?.id ?? '')[0]
    const listed = text([list, end - 1])
    const wrong = contents.flatMap(([heading]) => {
      const at = listed.indexOf(`${flat(heading)} `)
      const page = Number(/^\d+/.exec(listed.slice(at + flat(heading).length + 1))?.[0])
      const there = pdf.pages[page - 1]?.text.split(`(${pdf.pages.length})`)[1] ?? ''
      return at >= 0 && page >= end && there.includes(flat(heading)) ? [] : [`${heading}: ${page}`]
    })
    expect(wrong).toEqual([])
    expect(contents.length).toBeGreaterThan(chapters.length)
  })

  it('gives in its lists, where it has them, the page where each table and diagram stands', () => {
    const wrong = listed.flatMap(([word, line]) => {
      const [, nr = '', rubrik = ''] = /^(\S+) (.*)$/.exec(flat(line)) ?? []
      const [first] = span(chapters[0]?.id ?? '')
      const row = text([2, first - 1])
      const at = row.indexOf(`${nr} ${rubrik} `, row.indexOf(`${word} 1 `))
      const page = Number(/^\d+/.exec(row.slice(at + nr.length + rubrik.length + 2))?.[0])
      const caption = `${word === 'Tabeller' ? 'Tabell' : 'Diagram'} ${nr}. ${rubrik}`
      return pdf.pages[page - 1]?.text.includes(caption) ? [] : [`${caption}: ${page}`]
    })
    expect(wrong).toEqual([])
    if (report === REPORTS[1]) expect(listed.length).toBeGreaterThan(25)
  })

  it('gives with each reference the page of what it points at', () => {
    const all = text([1, pdf.pages.length])
    const given = [...all.matchAll(/(tabell|diagram|avsnitt|bilaga) (\S+) på sidan (\d+)/g)]
    const wrong = given.flatMap(([whole, word = '', nr, page]) => {
      const there = pdf.pages[Number(page) - 1]?.text ?? ''
      const start = {
        tabell: `Tabell ${nr}. `,
        diagram: `Diagram ${nr}. `,
        bilaga: `Bilaga ${nr} `
      }
      return there.includes(start[word as 'tabell'] ?? `${nr} `) ? [] : [whole]
    })
    expect(wrong).toEqual([])
    expect(given.length).toBeGreaterThan(5)
  })

  it('has every figure that the ledger says it has, in its chapter', () => {
    const { tal } = readLedger(site, report)
    const printed = tal.filter(({ finnsI }) => finnsI.includes('pdf'))
    expect(printed.length).toBeGreaterThan(100)
    const lost = printed
      .filter((figure) => !text(span(figure.plats.avsnitt)).includes(flat(figure.text)))
      .map(({ nr, text: shown, plats }) => `${nr} ${shown} ${JSON.stringify(plats)}`)
    expect(lost).toEqual([])
  })

  /** Each table's rows as they are printed, with the page of each. */
  function printedRows(table: ReadTable): { row: string; page: number }[] {
    const [first, last] = span(chapterOf(table.id))
    const caption = `. ${flat(table.rubrik)}`
    let from = first
    while (from < last && !pdf.pages[from - 1]?.text.includes(caption)) from++
    return table.egna.map((cells) => {
      const row = flat(cells.join(' '))
      for (let page = from; page <= last; page++)
        if (pdf.pages[page - 1]?.text.includes(row)) return { row, page }
      return { row, page: 0 }
    })
  }

  it('has every row of every table, all cells in order', () => {
    const lost = tables.flatMap((table) =>
      printedRows(table)
        .filter(({ page }) => page === 0)
        .map(({ row }) => `${table.rubrik}: ${row}`)
    )
    expect(lost).toEqual([])
  })

  it('repeats the head of a table on each page that it goes on to', () => {
    const continued = tables.flatMap((table) => {
      const head = table.kolumner.map(flat).join(' ')
      const pages = new Set(printedRows(table).map(({ page }) => page))
      if (pages.size > 1)
        for (const page of pages)
          expect(pdf.pages[page - 1]?.text, `${table.rubrik}, page ${page}`).toContain(head)
      return pages.size > 1 ? [table.rubrik] : []
    })
    // The longest table of the longest report, so that the loop above is known to have tried one.
    if (report === REPORTS[1]) expect(continued).toContain('Publicerade tal och omräknade')
  })

  it('turns the page for wide tables alone', () => {
    const wide = chapters.flatMap(({ landscape }) => landscape)
    const captions = new Map(tables.map(({ id, rubrik }) => [id, flat(rubrik)]))
    expect(wide.length).toBeGreaterThan(0)
    for (const { id } of tables) {
      const [first, last] = span(chapterOf(id))
      const page = pdf.pages
        .slice(first - 1, last)
        .find(({ text: shown }) => shown.includes(`. ${captions.get(id) ?? '\0'}`))
      expect(page?.landscape, captions.get(id)).toBe(wide.includes(id))
    }
    expect(pdf.pages[0]?.landscape).toBe(false)
  })
})
