import { readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { builtSite, readLedger, REPO, type Input } from '../setup/site.ts'
import { readTables, type ReadTable } from '../setup/tables.ts'
import * as du from './du-namnden.facts.ts'
import * as regionstod from './regionstod.facts.ts'

const site = builtSite()
const DU = 'landstinget-sormland/du-namnden/2017-verksamhetsberattelse'
const REGIONSTOD = 'region-norrbotten/regionstod/2021-arsrapport'
const read = new Map<string, ReadTable[]>()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  for (const report of [DU, REGIONSTOD]) {
    const { page } = await openPage(browser, `${site}/${report}/index.html`)
    read.set(report, await readTables(page))
  }
})
afterAll(() => browser?.close())

/** The report's table with that caption, with those of its columns that the facts have. */
function printed(report: string, rubrik: string, kolumner: readonly string[]): string[][] {
  const found = (read.get(report) ?? []).filter((table) => table.rubrik === rubrik)
  expect(found, `tables called "${rubrik}"`).toHaveLength(1)
  const table = found[0]!
  const places = kolumner.map((kolumn) => table.kolumner.indexOf(kolumn))
  expect(places, `columns of "${rubrik}": ${table.kolumner.join(' | ')}`).not.toContain(-1)
  return table.rader.map((row) => places.map((place) => row[place] ?? ''))
}

describe.each([
  { report: DU, tabeller: du.tabeller },
  { report: REGIONSTOD, tabeller: regionstod.tabeller }
])('$report', ({ report, tabeller }) => {
  it.each(tabeller.map((table) => ({ ...table })))(
    'prints $rubrik as in the published report',
    ({ rubrik, kolumner, rader }) => {
      expect(printed(report, rubrik, kolumner)).toEqual(rader)
    }
  )

  it('has no column of figures that is not compared', () => {
    const compared = new Map(tabeller.map((table) => [table.rubrik, table.kolumner]))
    const left = (read.get(report) ?? []).flatMap((table) =>
      table.kolumner.filter(
        (kolumn, place) =>
          !compared.get(table.rubrik)?.includes(kolumn) &&
          table.rader.some((row) => /^[−\d]/.test(row[place] ?? ''))
      )
    )
    // Codes aren't figures; they have a test of their own.
    expect(left).toEqual(report === DU ? ['Kod'] : [])
  })

  it('has no figure of the ledger in a table that is not compared', () => {
    const compared = new Set(tabeller.map((table) => table.rubrik))
    const rubrik = new Map((read.get(report) ?? []).map((table) => [table.id, table.rubrik]))
    const left = readLedger(site, report).tal.flatMap(({ plats, text }) =>
      plats.tabell === undefined || compared.has(rubrik.get(plats.tabell) ?? '')
        ? []
        : [`${plats.tabell}: ${text}`]
    )
    expect(left).toEqual([])
  })
})

describe('DU-nämnden', () => {
  it('shows the codes of the activities', () => {
    const koder = printed(DU, 'Uppföljning per aktivitet', ['Kod']).flat()
    expect(koder.filter((kod) => kod !== '')).toEqual(du.aktivitetskoder)
  })
})

describe('Regionstöd', () => {
  it('shows each goal with its assessment and its success factors', () => {
    const rows = printed(REGIONSTOD, 'Måluppfyllelse', [
      'Perspektiv',
      'Strategiskt mål',
      'Framgångsfaktor'
    ])
    const table = read.get(REGIONSTOD)?.find(({ rubrik }) => rubrik === 'Måluppfyllelse')
    expect(table?.kolumner.slice(0, 3)).toEqual(['Perspektiv', 'Strategiskt mål', 'Bedömning'])
    expect(rows).toEqual(
      regionstod.mål.flatMap(({ perspektiv, mål, framgångsfaktorer }) =>
        framgångsfaktorer.map((faktor) => [perspektiv, mål, faktor])
      )
    )
    expect(table?.rader.map((row) => [row[1], row[2]])).toEqual(
      regionstod.mål.flatMap(({ mål, bedömning, framgångsfaktorer }) =>
        framgångsfaktorer.map(() => [mål, bedömning])
      )
    )
  })

  it('shows each control with when it was done and what it gave', () => {
    const rows = printed(REGIONSTOD, 'Uppföljning av intern kontroll', [
      'Kontroll',
      'Utfört',
      'Resultat'
    ])
    const said: Readonly<Record<string, string>> = {
      T3: 'Utförd T3',
      'T1, T2, T3': 'Utförd T1, T2 och T3',
      'ej utfört': 'Ej utförd'
    }
    expect(rows.map(([namn, utfört]) => [namn, utfört])).toEqual(
      regionstod.kontroller.map(([namn, utfört]) => [namn, said[utfört]])
    )
    for (const [i, [namn, , resultat]] of regionstod.kontroller.entries())
      expect(rows[i]?.[2]?.toLowerCase(), namn).toMatch(new RegExp(`^${resultat}(\\.|$)`))
  })
})

const source = (file: string) => readFileSync(`${REPO}/${file}`, 'utf8').split('\n')

/** Ids in data that a figure's lines belong to: the nearest `id:` above, or the first cell in CSV. */
function ids(figure: Input): string[] {
  if (!figure.källa) return (figure.ingår ?? []).flatMap(ids)
  const { fil, rad } = figure.källa
  const lines = source(fil).slice(0, rad)
  if (fil.endsWith('.csv')) return [lines.at(-1)?.split(';')[0] ?? '']
  for (const line of lines.toReversed()) {
    const id = /^\s*(?:- )?id: (.+)$/.exec(line)?.[1]
    if (id) return [id.replaceAll('"', '')]
  }
  return []
}

describe.each([
  { report: DU, iText: du.iText },
  { report: REGIONSTOD, iText: regionstod.iText }
])('figures in the text of $report', ({ report, iText }) => {
  it.each(iText.map(({ ref, text }) => ({ ref, text })))(
    'says $text where it is about $ref',
    ({ ref, text }) => {
      const parts = ref.replace(/\[.*/, '').split('.')
      const said = readLedger(site, report).tal.filter(
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
