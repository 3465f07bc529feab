import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { osundPdf } from '../../src/pdf/messages.ts'
import { findLost } from '../../src/pdf/lost-text.ts'
import { placeOfFinding } from '../../src/pdf/place.ts'
import { createSource } from '../../src/source.ts'
import { openPrinter } from '../../src/stages/8-pdf.ts'
import { openBrowser, printBoth } from './print.ts'
import { sample } from './sample.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const page = (body: string, style = '') =>
  `<!doctype html><html lang="sv"><title>T</title><style>@page{size:A4;margin:20mm}body{margin:0}${style}</style><body><h1 id="rubrik">Rubrik</h1>${body}</body></html>`
const findings = async (body: string, style?: string) =>
  (await printBoth(browser, page(body, style))).findings

describe('what silently spoils a PDF is found', () => {
  it('a heading level skipped', async () => {
    expect(await findings('<h2>Två</h2><h4>Fyra <i>för</i> djupt</h4><h2>Två</h2>')).toEqual([
      { rule: 'skipped-heading', what: 'Fyra för djupt', near: '' }
    ])
  })

  it('rows of different widths, by the table’s caption', async () => {
    const table = `<table><caption id="t-1">Tabell 1. Sned</caption><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td></tr></table>`
    expect(await findings(table)).toEqual([
      { rule: 'irregular-table', what: 'Tabell 1. Sned', near: 't-1' }
    ])
  })

  it('a picture without alternative text', async () => {
    const image =
      '<img width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==">'
    const rules = (await findings(`<p>Text ${image}</p>`)).map(({ rule }) => rule)
    expect(rules).toEqual(['missing-alternative'])
  })

  it('a sign in none of the fonts, by the words before it', async () => {
    expect(await findings('<p>Tecknet \u{E123} saknas</p>')).toContainEqual({
      rule: 'unknown-sign',
      what: 'Tecknet ',
      near: ''
    })
  })

  it('a sign that the browser borrows from a font of its own', async () => {
    const html = sample({ rows: 1, extra: '<p>Mål \u03A9 och Ѣ</p>' })
    expect((await printBoth(browser, html)).findings).toContainEqual({
      rule: 'borrowed-sign',
      what: 'Ω',
      near: ''
    })
  })

  it('an effect that makes text a picture, by the element', async () => {
    const found = await findings('<p id="suddig">Text</p>', '#suddig{filter:blur(1px)}')
    expect(found[0]).toEqual({ rule: 'drawn-text', what: 'filter: blur(1px)', near: 'suddig' })
    expect(found.map(({ rule }) => rule)).toContain('lost-text')
  })

  it('text that a box cuts off', async () => {
    const style = '#smal{width:90px;overflow:hidden;font:40px sans-serif}'
    expect(await findings('<p id="smal">MMM</p>', style)).toEqual([
      { rule: 'cut-text', what: 'MMM', near: '' }
    ])
  })

  it('text that style hides from the tags', async () => {
    const found = await findings('<p id="dolt">Dold text</p><p>Synlig</p>', '#dolt{opacity:0}')
    expect(found).toEqual([{ rule: 'lost-text', what: 'Dold text', near: 'dolt' }])
  })

  it.each([
    ['in the colour of the paper', '#x{color:#fefefe}'],
    ['in the colour of its box', '#x{color:#123;background:#123}'],
    ['without ink', '#x{color:transparent}'],
    ['with next to no ink', '#x{opacity:.01}'],
    ['too small for eyes', '#x{font-size:2px}']
  ])('text that only machines read: %s', async (_, style) => {
    expect(await findings('<p id="x">Siffran 42</p>', style)).toEqual([
      { rule: 'hidden-text', what: 'Siﬀran 42', near: '' }
    ])
  })

  it('text under something else', async () => {
    const style = 'div{position:absolute;left:0;top:60px;width:100%;height:90px;background:#eee}'
    expect(await findings('<p>Siffran 42</p><div></div><p>Under</p>', style)).toContainEqual({
      rule: 'hidden-text',
      what: 'Siﬀran 42',
      near: ''
    })
  })

  it.each([
    ['in no height', '#x{height:0;overflow:hidden}'],
    ['beside the page', '#x{text-indent:-9999px}'],
    ['in no size', '#x{font-size:0}'],
    ['clipped away', '#x{clip-path:inset(50%)}'],
    ['above the page', 'h1{margin:0;font-size:10px}#x{margin:-40mm 0 40mm}']
  ])('text that isn’t drawn: %s', async (_, style) => {
    expect(await findings('<p id="x">Siffran 42</p><p>Slut</p>', style)).toEqual([
      { rule: 'lost-text', what: 'Siffran 42', near: 'x' }
    ])
  })

  it.each([
    ['white on a dark box', '#x{color:#fff;background:#123}'],
    ['white on a round dark box', '#x{color:#fff;background:#123;border-radius:9px}'],
    ['dark in a frame of the same colour', '#x{color:#000;box-shadow:0 0 0 3px #000}'],
    ['dark with a soft shadow round it', '#x{color:#000;box-shadow:2px 2px 9px #000}'],
    ['mixed with what is under it', '#x{mix-blend-mode:multiply}'],
    ['in capitals', '#x{text-transform:uppercase}']
  ])('but not text that eyes can read: %s', async (_, style) => {
    expect(await findings('<p id="x">Straße 42</p>', style)).toEqual([])
  })

  it('a chart’s label outside its edge, by the chart', async () => {
    const svg =
      '<svg id="d-a" role="img" aria-label="Ett diagram" width="90" height="30"><text y="15">Inne</text><text x="80" y="15">Utanför</text><text x="80" y="15" opacity="0">Utan plats</text></svg>'
    expect(await findings(svg)).toEqual([{ rule: 'cut-text', what: 'Utanför', near: 'd-a' }])
  })

  it('a drawing that nothing is said of', async () => {
    const svg = (attribute: string) =>
      `<svg id="d-a" ${attribute} width="9" height="9"><rect width="9" height="9"/></svg>`
    expect(await findings(svg(''))).toEqual([
      { rule: 'missing-alternative', what: '', near: 'd-a' }
    ])
    expect(await findings(svg('aria-hidden="true"'))).toEqual([])
  })

  it.each([
    ['in a drawing', '<text y="9" style="filter:blur(2px)">42</text>', '', 'filter: blur(2px)'],
    [
      'on a drawing’s part',
      '<text y="9" class="m">42</text>',
      '.m{mask:url(#a)}',
      'mask-image: url("#a")'
    ],
    ['by an attribute', '<filter id="a"/><g filter="url(#a)"/>', '', 'filter: url("#a")']
  ])('an effect %s', async (_, drawing, style, what) => {
    const svg = `<svg id="d-a" role="img" aria-label="D" width="90" height="20">${drawing}</svg>`
    expect(await findings(svg, style)).toContainEqual({ rule: 'drawn-text', what, near: 'd-a' })
  })

  it('an effect on what a style sheet writes before an element', async () => {
    const style = '#x::before{content:"Nytt";filter:blur(1px)}'
    expect(await findings('<p id="x">Text</p>', style)).toContainEqual({
      rule: 'drawn-text',
      what: 'filter: blur(1px)',
      near: 'x'
    })
  })

  it('text at one place of every page', async () => {
    expect(await findings('<p id="x">Fast</p>', '#x{position:fixed;bottom:0}')).toEqual([
      { rule: 'repeated-text', what: 'Fast', near: 'x' }
    ])
  })

  it('cells that style takes away', async () => {
    const row = (n: number) => `<tr><th scope="row">Rad ${n}</th><td>${n}1</td></tr>`
    const table = `<table><caption id="t-1">Tabell 1</caption><tr><th scope="col">A</th><th scope="col">B</th></tr>${row(1)}${row(2)}</table>`
    expect(await findings(table, 'tr:nth-child(2){display:none}')).toEqual([
      { rule: 'lost-cells', what: 'Tabell 1', near: 't-1' }
    ])
  })

  it('but not cells with nothing, ornaments or space alone in them, and not a foot', async () => {
    const ornament = '<svg aria-hidden="true" width="9" height="9"></svg>'
    const cells = ['', ' ', '<p></p>', '<!-- -->', ornament].map((c) => `<td>${c}</td>`).join('')
    const table = `<table><thead><tr>${'<th scope="col">A</th>'.repeat(5)}</tr></thead><tfoot><tr>${'<td>9</td>'.repeat(5)}</tr></tfoot><tbody>${`<tr>${cells}</tr>`.repeat(80)}</tbody></table>`
    expect(await findings(table)).toEqual([])
  })

  it('nothing in a page where nothing is wrong', async () => {
    expect(await findings('<h2>Två</h2><p>Text</p>')).toEqual([])
  })

  it('a figure that the ledger says is there, in text and drawing', async () => {
    const svg = (text: string) =>
      `<figure id="d-a"><svg role="img" aria-label="Ett diagram" width="90" height="20"><text y="15">${text}</text></svg></figure>`
    const html = page(`<p>Ökade med <data data-nr="1">5,2 %</data>.</p>${svg('12 340')}`)
    const printer = openPrinter()
    try {
      const print = (placed: { nr: number; text: string; diagram?: string }[]) =>
        printer.print({ id: 'a', title: 'T', date: '2022-03-01', html, placed })
      expect(
        await print([
          { nr: 1, text: '5,2\u00A0%' },
          { nr: 2, text: '12\u00A0340', diagram: 'd-a' }
        ])
      ).toHaveProperty('pages', 1)
      expect(
        await print([
          { nr: 3, text: '5,3 %' },
          { nr: 4, text: '12 341', diagram: 'd-a' }
        ])
      ).toEqual({
        id: 'a',
        fault: {
          kind: 'unsound',
          findings: [
            { rule: 'lost-figure', what: '5,3 %', near: '' },
            { rule: 'lost-figure', what: '12 341', near: 'd-a' }
          ]
        }
      })
    } finally {
      await printer.close()
    }
  })
})

describe('findLost', () => {
  const texts = (...pieces: string[]) => [{ near: 'a', pieces }]

  it('wants every piece whole and in order', () => {
    expect(findLost('Ett två tre.Fyra', texts('Ett två', ' tre.', 'Fyra'))).toEqual([])
    expect(findLost('Fyra Ett', texts('Ett', 'Fyra'))).toEqual([{ near: 'a', piece: 'Fyra' }])
  })

  it('sees words glued together, and goes on after them', () => {
    expect(
      findLost('de äldreåldersgrupperna ökade. Slut', texts('de äldre åldersgrupperna', 'Slut'))
    ).toEqual([{ near: 'a', piece: 'de äldre åldersgrupperna' }])
  })

  it('overlooks kinds of space and hyphen, capitals, ligatures and soft hyphens', () => {
    const read = '1 367 st i UPPFÖLJNINGEN av e-post fi'
    expect(
      findLost(read, texts('1\u00A0367 st i', 'upp\u00ADföljningen', 'e\u2011post', '\uFB01'))
    ).toEqual([])
  })

  it('takes numbers of lists and made text between pieces', () => {
    expect(findLost('1. Ett2. Två', texts('Ett', 'Två'))).toEqual([])
  })

  it('has nothing to lose in nothing', () => {
    expect(findLost('', [])).toEqual([])
    expect(findLost('', texts('Ett'))).toEqual([{ near: 'a', piece: 'Ett' }])
  })
})

describe('what is told of it', () => {
  it('is a sentence with the words in question, shortened, and what to do', () => {
    expect(osundPdf({ rule: 'cut-text', what: 'Kolumn', near: '' })).toEqual({
      rule: 'pdf-text-hel',
      severity: 'error',
      text: 'Texten "Kolumn" är avskuren i PDF:en.',
      hint: 'Ge kolumnen eller rutan mer plats, eller lägg tabellen på en liggande sida.'
    })
    expect(osundPdf({ rule: 'missing-alternative', what: '', near: '' }).text).toBe(
      'En bild saknar beskrivning för den som inte ser den.'
    )
    expect(osundPdf({ rule: 'lost-text', what: 'x'.repeat(200), near: '' }).text).toHaveLength(139)
  })

  it('stands where the words are written, else at the anchor, else at the report', () => {
    const sources = new Map(
      [
        createSource(
          'content/a/b/c/10-text.md',
          '# Text\n\n### Fyra för djupt\n\n{{tabell "utfall"}}\n'
        ),
        createSource('content/a/b/d/10-text.md', 'Borta\n')
      ].map((source) => [source.path, source])
    )
    const place = (what: string, near: string) =>
      placeOfFinding({ what, near }, sources, 'content/a/b/c', 'content/a/b/c/rapport.yaml')
    expect(place('Fyra för djupt', '')).toEqual({
      file: 'content/a/b/c/10-text.md',
      start: 12,
      end: 26
    })
    expect(place('Tabell 1. Sned', 'utfall')).toMatchObject({ start: 38, end: 44 })
    expect(place('Borta', 'd-borta')).toEqual({
      file: 'content/a/b/c/rapport.yaml',
      start: 0,
      end: 0
    })
  })
})
