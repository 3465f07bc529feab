import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL, builtSite, pdfName, REPORTS } from '../setup/site.ts'

const site = builtSite()
const read = (report: string) => readFileSync(join(site, report, pdfName(report)), 'latin1')

describe.each(REPORTS)('the PDF of %s', (report) => {
  it('has no pictures of dots: symbols, charts and lines are drawn', () => {
    expect(read(report).match(/\/Subtype\/Image/g) ?? []).toEqual([])
  })
})

/** Forty pages may take half a megabyte; the handbook has more than three times as many. */
const LIMIT = 500_000
const HANDBOOK = 'tertial/handboken/2026-handbok'

it.each(ALL)('the PDF of %s is light, with its sources in it', (report) => {
  expect(read(report).length).toBeLessThan(report === HANDBOOK ? 2 * LIMIT : LIMIT)
})
