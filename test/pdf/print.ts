import { launch } from 'puppeteer'
import type { Browser } from 'puppeteer'
import { launchSurroundings, thisMachine } from '../../src/pdf/browser.ts'
import { findBrowsers } from '../../src/pdf/find-browser.ts'
import { finish } from '../../src/pdf/finish.ts'
import type { Finished } from '../../src/pdf/finish.ts'
import { printPage } from '../../src/pdf/print-page.ts'
import type { BrowserSession } from '../../src/pdf/print-page.ts'

/** The first browser that is found, started as the program starts it. */
export async function openBrowser(): Promise<Browser> {
  const { found } = await findBrowsers(thisMachine(() => Promise.resolve(undefined)))
  const path = found[0]?.path ?? ''
  const { args, env } = launchSurroundings(path, false)
  const headless = found[0]?.kind === 'pinned' ? 'shell' : true
  return launch({ executablePath: path, headless, pipe: true, args: [...args], env: { ...env } })
}

/** All text that is laid out, in order, but for drawings. */
const TEXT = `(() => {
  const read = (node) => {
    if (node.nodeType === 3) return node.data
    if (node.nodeType !== 1 || /^(svg|style|script)$/i.test(node.tagName)) return ''
    if (getComputedStyle(node).display === 'none') return ''
    return [...node.childNodes].map(read).join('')
  }
  return read(document.body)
})()`

/** A page as the browser printed it last, and as it was finished. */
export async function printBoth(
  browser: Browser,
  html: string
): Promise<Finished & { readonly raw: Uint8Array; readonly text: string }> {
  const page = await browser.newPage()
  let raw: Uint8Array = new Uint8Array()
  const watched = {
    setJavaScriptEnabled: (enabled: boolean) => page.setJavaScriptEnabled(enabled),
    emulateMediaType: (type: string) => page.emulateMediaType(type),
    setViewport: (viewport: { width: number; height: number }) => page.setViewport(viewport),
    setContent: (text: string) => page.setContent(text, { waitUntil: 'load', timeout: 0 }),
    evaluate: (expression: string) => page.evaluate(expression),
    createCDPSession: async () => {
      const session = await page.createCDPSession()
      const send: BrowserSession['send'] = async (method, options) => {
        const { data } = await session.send(method, options)
        raw = Buffer.from(data, 'base64')
        return { data }
      }
      return { send }
    }
  }
  const date = '2022-03-01'
  const printed = await printPage(watched, { id: 'prov', title: 'Prov', date, html })
  const text = (await page.evaluate(TEXT)) as string
  await page.close()
  if ('fault' in printed) throw new Error(JSON.stringify(printed.fault))
  const finished = await finish({ file: printed.file, facts: printed.page, date })
  return { ...finished, raw, text }
}
