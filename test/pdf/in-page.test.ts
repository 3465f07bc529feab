import { launch } from 'puppeteer'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchSurroundings, thisMachine } from '../../src/pdf/browser.ts'
import { findBrowsers } from '../../src/pdf/find-browser.ts'
import { collapseWhiteSpace, contentWidths, findTooWide, prepare } from '../../src/pdf/in-page.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  const search = await findBrowsers(thisMachine(() => Promise.resolve(undefined)))
  const path = search.found[0]?.path ?? ''
  const { args, env } = launchSurroundings(path, false)
  const headless = search.found[0]?.kind === 'pinned' ? 'shell' : true
  browser = await launch({ executablePath: path, headless, pipe: true, args: [...args], env })
  page = await browser.newPage()
}, 60_000)
afterAll(() => browser?.close())

/** The text as CSS lays it out, by the browser itself, before and after collapsing. */
async function texts(body: string): Promise<{ before: string; after: string; html: string }> {
  await page.setContent(`<!doctype html><body>${body}</body>`)
  const read = () => page.evaluate('document.body.innerText') as Promise<string>
  const before = await read()
  await page.evaluate(collapseWhiteSpace)
  return {
    before,
    after: await read(),
    html: (await page.evaluate('document.body.innerHTML')) as string
  }
}

describe('collapseWhiteSpace', () => {
  it.each([
    ['runs of space and line breaks', '<p>  ett\n   två\t tre  </p>\n\n <p> fyra </p>'],
    ['space around inline elements', '<p>ett <b> två</b> <i>tre </i> fyra<b> </b></p>'],
    ['space only inside an element', '<p>ett<b> </b>två</p>'],
    ['text beside blocks', '<div> ett <p> två </p> tre <div> fyra</div> </div>'],
    ['tables', '<table> <tr> <th> a </th> <td> b <b>c </b> </td> </tr> </table>'],
    ['lists', '<ul> <li> a\n b <ul> <li> c </li> </ul> </li> <li>d</li> </ul>'],
    [
      'preformatted text',
      '<pre>  a   b </pre><p>x <code style="white-space:pre"> y  z </code> å</p>'
    ],
    ['no-break spaces', '<p>1&nbsp;367 st&nbsp; och</p>'],
    ['what does not wrap', '<p style="white-space:nowrap"> a   b </p>'],
    ['hidden elements', '<p>a <span style="display:none"> x </span> b</p>'],
    ['nothing at all', ''],
    ['only space', '<p>  </p> <p> <b> </b> </p>']
  ])('keeps the text as laid out: %s', async (_, body) => {
    const { before, after } = await texts(body)
    expect(after).toBe(before)
  })

  it('leaves one space between words and none at the ends', async () => {
    const { html } = await texts('<p> ett\n <b> två </b>\n tre </p> <p>\n</p>')
    expect(html).toBe('<p>ett <b>två </b>tre</p><p></p>')
  })

  it('keeps no break at the end of preformatted text', async () => {
    const { html } = await texts('<pre><code>a:\n  b\n</code></pre>')
    expect(html).toBe('<pre><code>a: \n  b</code></pre>')
  })

  it('keeps the space before what is taken out of the line, and after it', async () => {
    const out = 'style="position:absolute"'
    expect((await texts(`<p>ett <span ${out}> (dolt) </span> två</p>`)).html).toBe(
      `<p>ett <span ${out}>(dolt)</span>två</p>`
    )
    expect((await texts(`<p>ett<span ${out}> dolt </span> två</p>`)).html).toBe(
      `<p>ett<span ${out}>dolt</span> två</p>`
    )
    expect((await texts('<p>ett <span style="float:right">x</span>två</p>')).html).toContain(
      'ett <'
    )
  })

  it('keeps the space on both sides of an image and of a box in the line', async () => {
    const image = '<img alt="" width="4">'
    expect((await texts(`<p>ett ${image} två</p>`)).html).toBe(`<p>ett ${image} två</p>`)
    const box = '<span style="display:inline-block"> a b </span>'
    expect((await texts(`<p>ett ${box} två</p>`)).html).toBe(
      '<p>ett <span style="display:inline-block">a b</span> två</p>'
    )
  })

  it('keeps words apart that style or a line break alone puts on lines of their own', async () => {
    expect((await texts('<p>ett <br> två<br>\n<br> tre</p>')).html).toBe(
      '<p>ett <br>två <br><br>tre</p>'
    )
    expect((await texts('<pre>  a\n\n   b </pre>')).html).toBe('<pre>  a \n\n   b </pre>')
    const row = '<div style="display:flex"><span>Period</span> <b> 2021 </b></div>'
    expect((await texts(row)).html).toBe(
      '<div style="display:flex"><span>Period </span><b>2021</b></div>'
    )
  })

  it('keeps the space at a soft break also where a style sheet sets white space anew', async () => {
    await page.setContent(
      '<!doctype html><style>th { white-space: normal }</style><table><tr><th>Utfall 2021</th></tr></table>'
    )
    await page.evaluate(collapseWhiteSpace)
    expect(
      await page.evaluate('getComputedStyle(document.querySelector("th")).whiteSpaceCollapse')
    ).toBe('preserve')
  })

  it('touches neither charts nor scripts, and opens scrolled boxes', async () => {
    const { html } = await texts(
      '<svg><text> a  b </text></svg><script type="text/plain"> a  b </script><div style="overflow: auto;">x</div>'
    )
    expect(html).toBe(
      '<svg><text> a  b </text></svg><script type="text/plain"> a  b </script><div style="overflow: visible;">x</div>'
    )
  })
})

describe('prepare', () => {
  const load = async (body: string, head = '<title>T</title>') => {
    await page.setContent(`<!doctype html>${head}<body>${body}</body>`)
    return page.evaluate(prepare, 'Reserv')
  }
  const html = () => page.evaluate('document.body.innerHTML') as Promise<string>

  it('finds which anchors the text wants the page of, and which of them do not exist', async () => {
    const found = await load(
      '<h1 id="å b"></h1><a href="#å b">x <i data-sidref="å b"></i></a><i data-sidref="saknas"></i>'
    )
    expect(found.anchors).toEqual(['å b', 'saknas'])
    expect(found.missingAnchors).toEqual(['saknas'])
  })

  it('makes a page reference a link when nothing else leads to its anchor', async () => {
    await load('<h1 id="å"></h1><p>sidan <span data-sidref="å">?</span></p>')
    expect(await html()).toContain('<span><a href="#%C3%A5" data-sidref="å"></a></span>')
  })

  it('takes away links that lead nowhere on paper, and leaves the others', async () => {
    await load(
      '<a href="data/a.csv">a</a><a href="javascript:x()">b</a><a href="https://a.se/">c</a><a href="mailto:a@b.se">d</a><a href="#x">e</a>'
    )
    expect(await html()).toBe(
      '<a>a</a><a>b</a><a href="https://a.se/">c</a><a href="mailto:a@b.se">d</a><a href="#x">e</a>'
    )
  })

  it('names images and fonts that did not load', async () => {
    const found = await load(
      '<p style="font-family:Borta">x</p><img src="data:image/png;base64,AAAA"><img src="https://exempel.se/logo.png">',
      '<style>@font-face{font-family:Borta;src:url(https://exempel.se/a.woff2)}</style>'
    )
    expect(found.missingResources).toEqual([
      'data:image/png;base64,AAAA',
      'https://exempel.se/logo.png',
      'Borta normal normal'
    ])
  })

  it('gives the page a title only if it has none', async () => {
    await load('', '<title>Eget</title>')
    expect(await page.title()).toBe('Eget')
    await load('', '')
    expect(await page.title()).toBe('Reserv')
  })
})

describe('contentWidths', () => {
  const widths = async (css: string) => {
    await page.setContent(`<!doctype html><style>${css}</style>`)
    const pixels = await page.evaluate(contentWidths)
    return Object.fromEntries(
      Object.entries(pixels).map(([name, width]) => [name, Math.round((width * 25.4) / 96)])
    )
  }

  it('reads sizes and margins of named pages, which inherit from the unnamed', async () => {
    expect(
      await widths(
        ':root{--m:15mm}@page{size:A4;margin:20mm}@page liggande{size:A4 landscape}@page a3{size:A3;margin:0 2cm 0 var(--m)}@page fri{size:100mm 200mm}'
      )
    ).toEqual({ '': 170, liggande: 257, a3: 262, fri: 60 })
  })

  it('passes over the first page’s own margins and rules for the screen', async () => {
    expect(
      await widths(
        '@page{size:A4;margin:20mm}@page :first{margin:0}@media screen and (max-width:1px){@page{margin:50mm}}'
      )
    ).toEqual({ '': 170 })
  })
})

describe('findTooWide', () => {
  const find = async (body: string) => {
    await page.setContent(
      `<!doctype html><body style="margin:0;font:10px/1 sans-serif">${body}</body>`
    )
    await page.setViewport({ width: 378, height: 800 })
    return page.evaluate(findTooWide, '', 378)
  }

  it('finds nothing where all fits', async () => {
    expect(await find('<p>kort</p><table style="width:100%"><tr><td>a</td></tr></table>')).toEqual(
      []
    )
  })

  it('names the outermost element that sticks out, with its text and measures', async () => {
    const table = '<table id="tabell-3" style="width:120mm"><tr><td>Ett  brett</td></tr></table>'
    expect(await find(`<section id="s"><h2>Hej</h2>${table}</section>`)).toEqual([
      { element: 'table#tabell-3', text: 'Ett brett', width: 120, available: 100 }
    ])
  })

  it('names a paragraph by its section when a word is too long for it', async () => {
    const [found] = await find(`<section id="s"><p>${'x'.repeat(200)}</p></section>`)
    expect(found).toMatchObject({ element: 'section#s p', text: 'x'.repeat(80), available: 100 })
  })

  it('leaves alone what is on pages of another name, and what is clipped', async () => {
    const wide = '<div style="width:120mm">x</div>'
    expect(
      await find(
        `<div style="page:liggande">${wide}</div><div style="overflow:hidden">${wide}</div>`
      )
    ).toEqual([])
  })
})
