import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../setup/browser.ts'
import { OTHER, previewProject, REPORT, type Previewed } from './project.ts'

const RISKER = `content/${REPORT}/20-riskernas-utveckling.md`
const RESULTAT = `content/${REPORT}/30-kontrollernas-resultat.md`
const INDIKATORER = 'data/region-norrbotten/regionstod/indikatorer.yaml'
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

let browser: Browser
let project: Previewed
let page: Page
let faults: string[]

beforeAll(async () => {
  ;[browser, project] = await Promise.all([openBrowser({ local: true }), previewProject()])
})
afterAll(async () => {
  await browser?.close()
  await project?.close()
})
beforeEach(async () => {
  faults = []
  page = await open({})
})
afterEach(async () => {
  for (const path of [RISKER, RESULTAT, INDIKATORER]) project.restore(path)
  await page.close()
})

async function open({ width = 1440, dark = false }): Promise<Page> {
  const opened = await browser.newPage()
  opened.on('pageerror', (error) => faults.push(String(error)))
  opened.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await opened.setViewport({ width, height: 900 })
  await opened.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' }
  ])
  await opened.goto(project.preview.start, { waitUntil: 'load' })
  await opened.waitForFunction('document.querySelector(".t-falt")?.dataset.läge === "ny"')
  return opened
}

/** Writes a paragraph first in a chapter. */
const writeFirst = (path: string, text: string) =>
  project.write(path, project.read(path).replace('\n\n', `\n\n${text}\n\n`))
const shows = (text: string) =>
  page.waitForFunction(
    `document.querySelector('main').textContent.includes(${JSON.stringify(text)})`
  )
const press = (text: string) =>
  page.evaluate(
    `[...document.querySelectorAll('.t-knapp')].find((knapp) => knapp.textContent.startsWith(${JSON.stringify(text)})).click()`
  )
const textOf = (selector: string) =>
  page.$eval(selector, (e) => (e as unknown as { innerText: string }).innerText)

describe('a saved change', () => {
  it('is shown without the page being loaded anew', async () => {
    await page.evaluate('window.samma = true')
    writeFirst(RISKER, 'Det här skrevs nyss.')
    await shows('Det här skrevs nyss.')
    expect(await page.evaluate('window.samma')).toBe(true)
    expect(faults).toEqual([])
  })

  it('leaves the reader where the reader is, though it is above', async () => {
    const top = `document.querySelector('#kvar').getBoundingClientRect().top`
    await page.evaluate(`(() => {
      const mål = [...document.querySelectorAll('[data-kapitel=samlad-bedomning] p')].at(-1)
      mål.id = 'kvar'
      mål.scrollIntoView({ block: 'center' })
    })()`)
    const before = (await page.evaluate(top)) as number
    const scrolled = (await page.evaluate('scrollY')) as number
    writeFirst(RISKER, 'Ett nytt stycke ovanför.\n\nOch ett till, så att sidan blir längre.')
    await shows('så att sidan blir längre')
    expect(Math.abs(((await page.evaluate(top)) as number) - before)).toBeLessThan(1.5)
    expect((await page.evaluate('scrollY')) as number).toBeGreaterThan(scrolled + 20)
  })

  it('leaves what is open, focused and pressed as it was', async () => {
    await page.evaluate(`(() => {
      document.querySelector('#kallor details').open = true
      document.querySelector('#visa-kallor').click()
      document.querySelector('[data-kapitel=riskernas-utveckling] data.tal').focus()
      window.fokus = document.activeElement
    })()`)
    writeFirst(RISKER, 'Nytt med {{tal "risker.antal"}} risker.')
    await shows('Nytt med')
    expect(
      await page.evaluate(`[
        document.querySelector('#kallor details').open,
        document.activeElement === window.fokus && window.fokus.isConnected,
        document.querySelector('#visa-kallor').getAttribute('aria-pressed'),
        [...document.querySelectorAll('main data.tal')].every((tal) => tal.tabIndex === 0)
      ]`)
    ).toEqual([true, true, 'true', true])
  })

  it('gives the page that loading it anew gives', async () => {
    // Measured anew, since fonts may have come after the page.
    const body = `(() => {
      document.dispatchEvent(new Event('tertial:ny'))
      const kopia = document.querySelector('main').cloneNode(true)
      for (const eget of kopia.querySelectorAll('[data-egen]')) eget.remove()
      for (const ett of kopia.querySelectorAll('*')) {
        ett.classList.remove('t-ny')
        if (ett.getAttribute('class') === '') ett.removeAttribute('class')
      }
      return kopia.innerHTML
    })()`
    writeFirst(RISKER, '## En rubrik\n\n- ett\n- två\n\n| a | b |\n|---|---|\n| c | d |')
    project.write(INDIKATORER, `# en rad till\n${project.read(INDIKATORER)}`)
    await shows('En rubrik')
    await page.waitForFunction(
      `document.querySelector('[data-kapitel] tr[data-plats*="indikatorer.yaml:"], main data.tal[data-källa*="indikatorer"]')`
    )
    const patched = await settled(body)
    await page.reload({ waitUntil: 'load' })
    await page.waitForFunction('document.querySelector(".t-falt")?.dataset.läge === "ny"')
    expect(patched).toBe(await settled(body))
  })

  it('is told at the terminal, with how long it took', async () => {
    const before = project.said.length
    writeFirst(RESULTAT, 'Mätt stycke.')
    await shows('Mätt stycke.')
    while (project.said.length === before) await page.evaluate('new Promise(requestAnimationFrame)')
    expect(project.said.at(-1)).toMatch(
      /30-kontrollernas-resultat\.md: \d+ ms till skärmen( \(median av \d+: \d+ ms\))?$/
    )
  })

  it('of a number in data reaches the figure, the sums and the text', async () => {
    const value = '[data-kapitel=riskernas-utveckling] data.tal[data-källa*="indikatorer.yaml"]'
    const before = await textOf(value)
    const line = Number(
      /:(\d+)/.exec(await page.$eval(value, (e) => e.getAttribute('data-källa') ?? ''))?.[1]
    )
    const lines = project.read(INDIKATORER).split('\n')
    lines[line - 1] = lines[line - 1]?.replace(/\d+(,\d+)?/, '11') ?? ''
    project.write(INDIKATORER, lines.join('\n'))
    await page.waitForFunction(
      `document.querySelector('${value}').innerText !== ${JSON.stringify(before)}`
    )
    expect(await textOf(value)).toMatch(/^11/)
  })
})

/** What an expression gives once it has stopped changing. */
async function settled(expression: string): Promise<unknown> {
  for (let last: unknown; ;) {
    const now = await page.evaluate(expression)
    if (now === last) return now
    last = now
    await page.evaluate('new Promise((done) => setTimeout(done, 700))')
  }
}

describe('a fault', () => {
  it('is shown over the last good page with place, cause and remedy, and goes when it is mended', async () => {
    const before = await textOf('[data-kapitel=riskernas-utveckling] p')
    writeFirst(RISKER, 'Fel: {{tal "risker.antl"}}.')
    await page.waitForSelector('.t-felruta:not([hidden])')
    const text = await textOf('.t-felruta')
    expect(text).toContain('1 fel hindrar rapporten')
    expect(text).toContain('Sidan visar hur den såg ut kl.')
    expect(text).toContain('antl')
    expect(text).toContain(`${RISKER}:3`)
    expect(text).toContain('3Fel: {{tal "risker.antl"}}.')
    expect(await textOf('.t-felruta mark')).toBe('antl')
    expect(await textOf('[data-kapitel=riskernas-utveckling] p')).toBe(before)
    expect(await page.$eval('.t-felruta .t-plats a', (e) => e.getAttribute('href'))).toBe(
      `vscode://file${project.root}/${RISKER}:3:${'Fel: {{tal "risker.'.length + 1}`
    )
    project.restore(RISKER)
    await page.waitForSelector('.t-felruta[hidden]')
    await page.waitForFunction('document.querySelector(".t-falt").dataset.läge === "ny"')
  })

  it('in data says so, and a second one beside it too', async () => {
    project.write(INDIKATORER, `${project.read(INDIKATORER)}\n  - [trasig\n`)
    writeFirst(RISKER, '{{tabel "x"}}')
    await page.waitForFunction('document.querySelectorAll(".t-felruta .t-kort").length >= 2')
    const places = await page.$$eval('.t-felruta .t-var a', (all) => all.map((a) => a.textContent))
    expect(places.some((place) => place?.startsWith(`${INDIKATORER}:`))).toBe(true)
    expect(places).toContain(`${RISKER}:3`)
  })
})

describe('what check finds', () => {
  it('stands in the margin beside what it is about, and in the list', async () => {
    writeFirst(RISKER, 'Det gäller stora och och små enheter.')
    await page.waitForSelector('.t-not')
    const not = (await page.evaluate(`(() => {
      const not = [...document.querySelectorAll('.t-not')].find((n) => n.innerText.includes('och'))
      const stycke = not.nextElementSibling
      const [a, b] = [not.getBoundingClientRect(), stycke.getBoundingClientRect()]
      return { text: stycke.textContent, bredvid: a.left >= b.right && Math.abs(a.top - b.top) < 12, inom: a.right <= innerWidth }
    })()`)) as object
    expect(not).toEqual({
      text: 'Det gäller stora och och små enheter.',
      bredvid: true,
      inom: true
    })
    await page.evaluate('document.querySelector(".t-falt .t-knapp:not(.t-felknapp)").click()')
    expect(await textOf('.t-panel')).toContain(`${RISKER}:3`)
    await page.keyboard.press('Escape')
    expect(await page.$('.t-panel:not([hidden])')).toBeNull()
  })

  it('stands above it where the window is narrow', async () => {
    await page.close()
    page = await open({ width: 360 })
    writeFirst(RISKER, 'Det gäller stora och och små enheter.')
    await page.waitForSelector('.t-not')
    expect(
      await page.evaluate(`(() => {
        const not = document.querySelector('.t-not')
        const [a, b] = [not.getBoundingClientRect(), not.nextElementSibling.getBoundingClientRect()]
        return a.bottom <= b.top + 1 && a.left >= 0 && a.right <= innerWidth
      })()`)
    ).toBe(true)
  })
})

describe('from the page to its source', () => {
  it('a figure shows formula, inputs down to lines in data, and last year’s value', async () => {
    const figure = 'main p data.tal[data-formel]'
    await page.evaluate(`document.querySelector('${figure}').scrollIntoView({ block: 'center' })`)
    await page.click(figure)
    await page.waitForSelector('.t-panel:not([hidden])')
    const text = await textOf('.t-panel')
    expect(text).toContain(await textOf(figure))
    expect(text).toContain('Uträknat')
    expect(text).toContain('Räknat av')
    expect(text).toContain('Året före')
    expect(text).toMatch(/data\/region-norrbotten\/regionstod\/[a-z-]+\.yaml:\d+/)
    expect(text).toContain(`content/${REPORT}/`)
  })

  it('a paragraph, a heading, a row and a chart lead to their line when pointed at', async () => {
    const lead = async (selector: string) => {
      await page.evaluate(
        `document.querySelector('${selector}').scrollIntoView({ block: 'center' })`
      )
      await page.hover(selector)
      await page.waitForSelector('.t-flik:not([hidden]) a')
      const href = () => page.$eval('.t-flik a', (a) => a.getAttribute('href') ?? '')
      return (await href()).replace(`vscode://file${project.root}/`, '')
    }
    expect(await lead('[data-kapitel=riskernas-utveckling] > p')).toBe(`${RISKER}:3:1`)
    await page.mouse.move(2, 2)
    await page.evaluate('document.querySelector(".t-flik").hidden = true')
    expect(await lead('[data-kapitel=riskernas-utveckling] > h3')).toBe(`${RISKER}:7:1`)
    await page.evaluate('document.querySelector(".t-flik").hidden = true')
    expect(await lead('[data-kapitel=riskernas-utveckling] tr[data-plats] th')).toMatch(
      /^data\/region-norrbotten\/regionstod\/[a-z-]+\.yaml:\d+:\d+$/
    )
  })

  it('every line can be reached with the keyboard alone', async () => {
    await press('Visa rader')
    const links = await page.$$eval('.t-rader a', (all) => all.map((a) => a.getAttribute('title')))
    for (const line of [1, 3, 5, 7, 9]) expect(links).toContain(`${RISKER}:${line}`)
    expect(links.some((place) => place?.startsWith('data/'))).toBe(true)
    await page.focus('.t-rader a:nth-of-type(3)')
    expect(await page.$('.t-utpekad')).not.toBeNull()
  })
})

describe('the pages together', () => {
  it('lead to each other, and a report is made when it is asked for', async () => {
    await page.goto(`${project.preview.origin}/`, { waitUntil: 'load' })
    const links = await page.$$eval('a.titel', (all) => all.map((a) => a.getAttribute('href')))
    expect(links.toSorted()).toEqual([`${OTHER}/index.html`, `${REPORT}/index.html`])
    await page.goto(`${project.preview.origin}/${OTHER}/`, { waitUntil: 'load' })
    expect(await page.title()).toContain('Internkontrollplan')
  })

  it.each([
    { width: 1440, dark: false },
    { width: 1440, dark: true },
    { width: 360, dark: false }
  ])('have nothing that axe objects to, with all of it open: %o', async (view) => {
    await page.close()
    page = await open(view)
    writeFirst(RISKER, 'Det gäller stora och och små enheter.')
    await page.waitForSelector('.t-not')
    await press('Visa rader')
    await page.evaluate('document.querySelector("main td data.tal, main data.tal").click()')
    await page.waitForSelector('.t-panel:not([hidden])')
    project.write(RESULTAT, `${project.read(RESULTAT)}\n{{tabel "x"}}\n`)
    await page.waitForSelector('.t-felruta:not([hidden])')
    await page.evaluate(AXE)
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then((r) => r.violations.flatMap(({ id, nodes }) => nodes.map((n) => id + ' ' + n.html.slice(0, 160) + ' ' + n.failureSummary)))`
    )) as string[]
    expect(found).toEqual([])
  })
})
