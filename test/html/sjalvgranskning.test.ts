import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtSite, pdfName, REPORTS } from '../setup/site.ts'

const site = builtSite()
const read = (path: string) => readFileSync(`${site}/${path}`, 'utf8')
const plain = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

describe.each(REPORTS)('%s/sjalvgranskning.html', (report) => {
  it('says that it is internal and not a part of the report', () => {
    expect(plain(read(`${report}/sjalvgranskning.html`))).toContain(
      'Internt. Underlag för den som granskar, inte en del av rapporten.'
    )
    expect(read(`${report}/sjalvgranskning.html`)).toContain(
      '<meta name="robots" content="noindex">'
    )
  })

  it('is led to from the index, and from nothing that is published', () => {
    expect(read('index.html')).toContain(`<a href="${report}/sjalvgranskning.html">Självgranskning`)
    const pdf = readFileSync(`${site}/${report}/${pdfName(report)}`, 'latin1')
    for (const published of [read(`${report}/index.html`), read(`${report}/tal.json`), pdf])
      expect(published.includes('sjalvgranskning.html')).toBe(false)
  })
})

it('assesses Regionstöd as its data say, with the line of each reason', () => {
  const text = plain(read('region-norrbotten/regionstod/2021-arsrapport/sjalvgranskning.html'))
  expect(text).toContain(
    'Intern kontroll Är den interna kontrollen tillräcklig? Inte helt tillräcklig 5 av 6 kriterier är uppfyllda. Inte helt uppfyllt: genomförd plan.'
  )
  expect(text).toContain('9 av 14 rapporterade kontroller är utförda.')
  expect(text).toMatch(
    /Kontrollen "Systematiskt miljöarbete" är inte utförd: [^.]+\. data\/region-norrbotten\/regionstod\/intern-kontroll\.yaml:\d+ /
  )
})
