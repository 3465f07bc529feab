import type { Browser, Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser, openPage } from '../setup/browser.ts'
import { builtSite, REPORTS } from '../setup/site.ts'

const site = builtSite()
const report = REPORTS[1]

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  page = (await openPage(browser, `${site}/${report}/index.html`)).page
})
afterEach(() => page.close())

/** What the box of sources says; null while it is hidden. */
async function box(): Promise<string | null> {
  return (await page.evaluate(`(() => {
    const box = document.getElementById('kallruta')
    return box.hidden || box.getClientRects().length === 0 ? null : box.innerText
  })()`)) as string | null
}

const press = (selector: string) => page.evaluate(`document.querySelector('${selector}').click()`)
const FIRST = 'main data.tal'

async function hover(selector: string): Promise<void> {
  await page.evaluate(`document.querySelector('${selector}').scrollIntoView({ block: 'center' })`)
  await page.hover(selector)
}

describe('the box with a figure’s source', () => {
  it('is not there until asked for', async () => {
    expect(await box()).toBeNull()
  })

  it('comes on hover with what the figure is, how it was computed and where its data stand', async () => {
    await hover(FIRST)
    expect(await box()).toMatch(
      /^Summa, utfall, 2021\s+Uträknat: summan av 7 poster\s+data\/region-norrbotten\/regionstod\/ekonomi\.yaml:\d+, \S+:\d+, \S+:\d+ och 4 till\s+publicerat$/
    )
    const described = await page.$eval(FIRST, (e) => e.getAttribute('aria-describedby'))
    expect(described).toBe('kallruta')
  })

  it('stays within the window', async () => {
    await page.setViewport({ width: 320, height: 600 })
    await hover(FIRST)
    const [left, right, width] = (await page.evaluate(`(() => {
      const { left, right } = document.getElementById('kallruta').getBoundingClientRect()
      return [left, right, innerWidth]
    })()`)) as [number, number, number]
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
  })

  it('stays while the pointer is on it, goes when the pointer leaves', async () => {
    await hover(FIRST)
    // Found beforehand: the way there takes a moment at most.
    const [x, y] = (await page.evaluate(`(() => {
      const { left, top } = document.getElementById('kallruta').getBoundingClientRect()
      return [left + 5, top + 5]
    })()`)) as [number, number]
    await page.mouse.move(x, y)
    await page.evaluate('new Promise((done) => setTimeout(done, 400))')
    expect(await box()).not.toBeNull()
    await page.mouse.move(1, 1)
    await page.waitForFunction('document.getElementById("kallruta").hidden')
    expect(await box()).toBeNull()
  })

  it('closes with Escape without moving the pointer', async () => {
    await hover(FIRST)
    expect(await box()).not.toBeNull()
    await page.keyboard.press('Escape')
    expect(await box()).toBeNull()
  })

  it('stays after a click until the next one', async () => {
    await hover(FIRST)
    await page.click(FIRST)
    await page.mouse.move(1, 1)
    await page.evaluate('new Promise((done) => setTimeout(done, 400))')
    expect(await box()).not.toBeNull()
    await page.click(FIRST)
    expect(await box()).toBeNull()
  })
})

describe('the button Visa källor', () => {
  it('makes every figure a stop for Tab, and none when pressed again', async () => {
    const stops = () =>
      page.$$eval(
        'main data.tal',
        (all) => all.filter((e) => e.getAttribute('tabindex') === '0').length
      )
    const count = await page.$$eval('main data.tal', (all) => all.length)
    expect(await stops()).toBe(0)
    await press('#visa-kallor')
    expect(await page.$eval('#visa-kallor', (e) => e.getAttribute('aria-pressed'))).toBe('true')
    expect(await stops()).toBe(count)
    await press('#visa-kallor')
    expect(await stops()).toBe(0)
  })

  it('lets the source be read with the keyboard alone', async () => {
    await page.focus('#visa-kallor')
    await page.keyboard.press('Enter')
    // On from the contents to the first figure in the text.
    for (let n = 0; n < 100; n++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement.matches("data.tal")')) break
    }
    expect(await page.evaluate('document.activeElement.matches("data.tal")')).toBe(true)
    expect(await box()).toMatch(/data\/\S+:\d+/)
    await page.keyboard.press('Escape')
    expect(await box()).toBeNull()
    await page.keyboard.press('Escape')
    expect(await page.$eval('#visa-kallor', (e) => e.getAttribute('aria-pressed'))).toBe('false')
  })

  it('is not shown where there is no script to answer it', async () => {
    const { page: plain } = await openPage(browser, `${site}/${report}/index.html`, {
      script: false
    })
    const shown = await plain.evaluate(
      'document.getElementById("visa-kallor").getClientRects().length'
    )
    expect(shown).toBe(0)
    await plain.close()
  })
})

describe('the list of sources', () => {
  it('opens by itself when a link leads to it', async () => {
    await press('a[href="#kallor"]')
    await page.waitForFunction('document.querySelector("#kallor details").open')
    expect(await page.$eval('#kallor details', (e) => e.hasAttribute('open'))).toBe(true)
  })

  it('can be opened without script', async () => {
    const { page: plain } = await openPage(browser, `${site}/${report}/index.html`, {
      script: false
    })
    await plain.click('#kallor summary')
    const rows = (await plain.evaluate(
      '[...document.querySelectorAll("#kallor tbody tr")].filter((row) => row.getClientRects().length > 0).length'
    )) as number
    expect(rows).toBeGreaterThan(100)
    await plain.close()
  })
})
