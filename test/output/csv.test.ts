import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { builtSite, listFiles, REPORTS } from '../setup/site.ts'
import { readTables, type ReadTable } from '../setup/tables.ts'

const site = builtSite()

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A cell as a spreadsheet gets it: no thousands, hyphen for minus, nothing for "–". */
function plain(cell: string): string {
  if (cell === '–') return ''
  return /^−?[\d\u00a0]+(,\d+)?$/.test(cell)
    ? cell.replaceAll('\u00a0', '').replace('−', '-')
    : cell.split(' egen bedömning;')[0]!
}

describe.each(REPORTS)('the CSV files of %s', (report) => {
  let tables: ReadTable[]
  const names = listFiles(join(site, report, 'data'))
  const read = (name: string) => readFileSync(join(site, report, 'data', name), 'utf8')
  beforeAll(async () => {
    const { page } = await openPage(browser, join(site, report, 'index.html'))
    tables = await readTables(page)
    await page.close()
  })

  it('are one for each table with a caption', () => {
    expect(names).toEqual(tables.map(({ id }) => `${id}.csv`).toSorted())
  })

  it('open right in a Swedish spreadsheet: byte order mark, semicolons, CRLF', () => {
    for (const name of names) {
      const text = read(name)
      expect(text.slice(0, 1), name).toBe('\uFEFF')
      expect(text.slice(-2), name).toBe('\r\n')
      expect(text.replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/)
    }
  })

  it('have every row and cell that the page has', () => {
    for (const { id, kolumner, rader } of tables) {
      const rows = parse(read(`${id}.csv`), { delimiter: ';', bom: true }) as string[][]
      expect(rows, id).toEqual([kolumner, ...rader.map((row) => row.map(plain))])
    }
  })
})
