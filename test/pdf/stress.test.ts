import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnOperators } from './operators.ts'
import { openBrowser, printBoth } from './print.ts'
import { stressReport } from './stress.ts'
import { readTags, tagText } from './tags.ts'
import type { Tag } from './tags.ts'

let browser: Browser
let printed: Awaited<ReturnType<typeof printBoth>>
let tags: Tag[]
beforeAll(async () => {
  browser = await openBrowser()
  // Without soft hyphens, which are taken out where they aren't used.
  printed = await printBoth(browser, stressReport().replaceAll('\u00AD', ''))
  tags = readTags(printed.bytes)
})
afterAll(() => browser?.close())

/** All tags of a type, in reading order. */
function find(type: string): Tag[] {
  const walk = (tag: Tag): Tag[] => [
    ...(tag.type === type ? [tag] : []),
    ...tag.kids.flatMap((kid) => (typeof kid === 'string' ? [] : walk(kid)))
  ]
  return tags.flatMap(walk)
}

describe('a report with all that goes wrong in print', () => {
  it('loses no text, cuts none and has no fault in its tags', () => {
    expect(printed.findings).toEqual([])
  })

  it('has the page’s text in its tags, character for character', () => {
    const read = (tag: Tag): string =>
      tag.type === 'Figure' || (tag.type === 'Lbl' && /^\d+\. $/.test(tagText(tag)))
        ? ''
        : tag.kids.map((kid) => (typeof kid === 'string' ? kid : read(kid))).join('')
    expect(tags.map(read).join('')).toBe(printed.text.replaceAll('\n', ''))
  })

  it('draws what the browser drew, on every page', async () => {
    const [before, after] = [await drawnOperators(printed.raw), await drawnOperators(printed.bytes)]
    const operators = (pages: typeof after) => pages.map((page) => page.operators)
    expect(after).toHaveLength(35)
    expect(operators(after)).toEqual(operators(before))
    // Within a fiftieth of a CSS pixel.
    const places = (pages: typeof after) => pages.flatMap((page) => page.places)
    const was = places(before)
    expect(
      Math.max(...places(after).map((place, i) => Math.abs(place - (was[i] ?? NaN))))
    ).toBeLessThan(0.02)
  })

  it('is less than half as large', () => {
    expect(printed.bytes.length).toBeLessThan(printed.raw.length / 2)
  })

  it('reads a table’s head once, though it stands on every page', () => {
    const heads = find('THead').map(tagText)
    expect(heads.filter((text) => text.includes('Kvinnor'))).toEqual(['EnhetAntalKvinnorMän'])
  })

  it('has every row of the long table, the empty cells too', () => {
    const rows = find('TR')
      .map((row) => row.kids.map((cell) => (typeof cell === 'string' ? cell : tagText(cell))))
      .filter(([head]) => /^Enhet \d+$/.test(head ?? ''))
    expect(rows.slice(0, 3)).toEqual([
      ['Enhet 1', '7 st', '11 st'],
      ['Enhet 2', '14 st', '22 st'],
      ['Enhet 3', '21 st', '\u00A0']
    ])
    expect(rows).toHaveLength(300 + 9)
  })

  it('keeps words apart at a line break, and nests lists in cells', () => {
    const texts = find('TD').map(tagText)
    expect(texts).toContain('Öppet måndag')
    expect(texts.find((text) => text.includes('Djupast'))).toBe('EttEtt i ett1. DjupastTvå')
  })

  it('makes definitions a list, terms in a row sharing an item', () => {
    const items = find('LI').map((item) =>
      item.kids.map((kid) => (typeof kid === 'string' ? kid : `${kid.type}: ${tagText(kid)}`))
    )
    expect(items).toContainEqual(['Lbl: Begrepp', 'LBody: Förklaring av begreppet.'])
    expect(items).toContainEqual(['Lbl: Ett till', 'Lbl: Synonym', 'LBody: Förklaring av båda.'])
  })

  it('tags forty notes and what refers to them', () => {
    expect(find('Note')).toHaveLength(40)
    // The contents refer too: three lines.
    expect(find('Reference').map(tagText).slice(0, 5)).toEqual([
      'Inledning ',
      'Måluppföljning ',
      'Bilaga A ',
      '1',
      '2'
    ])
    expect(find('Reference')).toHaveLength(43)
  })

  it('describes every picture once and keeps its caption beside it', () => {
    const figures = find('Figure')
    expect(figures).toHaveLength(26)
    expect(figures[0]?.alt).toBe('Stapeldiagram 1: ärenden per kvartal, flest i kvartal 4')
    expect(figures[25]?.alt).toBe('En grå punkt')
    expect(find('Caption').map(tagText)).toContain('Diagram 25. Ärenden')
  })

  it('tells the language of foreign words', () => {
    expect(find('Span').map((span) => [span.lang, tagText(span)])).toContainEqual([
      'en',
      'internal control'
    ])
  })

  it('has no other types than the standard’s', () => {
    const types = new Set<string>()
    const walk = (tag: Tag): void => {
      types.add(tag.type)
      for (const kid of tag.kids) if (typeof kid !== 'string') walk(kid)
    }
    tags.forEach(walk)
    expect([...types].toSorted().join(' ')).toBe(
      'BlockQuote Caption Code Div Document Em Figure H1 H2 H3 H4 H5 H6 L LBody LI Lbl Link Note P Reference Sect Span Strong TBody TD TH THead TOC TOCI TR Table'
    )
  })
})
