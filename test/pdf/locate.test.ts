import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locator } from '../../src/pdf/locate.ts'
import type { Located } from '../../src/pdf/locate.ts'
import { meaningOf } from '../../src/pdf/standards.ts'
import { openBrowser, printBoth } from './print.ts'
import { sample } from './sample.ts'

describe('locator', () => {
  let browser: Browser
  let locate: (path: string) => Located
  beforeAll(async () => {
    browser = await openBrowser()
    locate = locator((await printBoth(browser, sample({ rows: 2 }))).bytes)
  })
  afterAll(() => browser?.close())

  const tags = (...steps: number[]) =>
    `root/document[0]/StructTreeRoot[0](9 0 obj PDStructTreeRoot)${steps.map((step) => `/K[${step}](7 0 obj SEP P)`).join('')}`

  it('follows a path through the tags to words and their page', () => {
    expect(locate(tags(0, 1, 0))).toEqual({ page: 2, words: 'Innehåll' })
    expect(locate(tags(0, 3))).toEqual({ page: 3, words: 'Inledning' })
  })

  it('stops at the last tag that is there', () => {
    expect(locate(tags(0, 3, 99, 3))).toEqual({ page: 3, words: 'Inledning' })
  })

  it('tells the page of what no tag covers', () => {
    expect(locate('root/document[0]/pages[1](6 0 obj PDPage)/contentStream[0](…)')).toEqual({
      page: 2,
      words: ''
    })
  })

  it('knows no place of what the whole file lacks, nor in a file that isn’t ours', () => {
    expect(locate('root/document[0]')).toEqual({ page: undefined, words: '' })
    expect(locator(Buffer.from('hej'))(tags(0))).toEqual({ page: undefined, words: '' })
  })
})

describe('meaningOf', () => {
  it('is a rule’s own, else its clause’s', () => {
    expect(meaningOf('ua1', '7.2-20')?.[0]).toBe(
      'en listpunkt har något annat än nummer och innehåll.'
    )
    expect(meaningOf('ua1', '7.21.3.3-1')?.[0]).toBe('ett typsnitt är fel inlagt i filen.')
    expect(meaningOf('3a', '6.6.2.3.3-5')?.[0]).toBe('filens metadata är fel skrivna.')
    expect(meaningOf('3a', '9.9-1')).toBeUndefined()
  })

  it.each([
    ['ua1', '5 6.1 6.2 7.1 7.2 7.3 7.4.2 7.4.4 7.5 7.7 7.9 7.10 7.11 7.15 7.16 7.18.1 7.20 7.21.6'],
    ['3a', '6.1.2 6.2.2 6.2.4.2 6.2.8.3 6.2.11.7.2 6.3.1 6.4.1 6.5.1 6.6.4 6.7.4 6.8 6.9 6.10 6.11']
  ] as const)('there is one for every clause of %s', (flavour, clauses) => {
    const without = clauses.split(' ').filter((clause) => !meaningOf(flavour, `${clause}-99`))
    expect(without.filter((clause) => !meaningOf(flavour, `${clause}-1`))).toEqual([])
  })
})
