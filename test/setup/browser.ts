import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import type { Browser, Page } from 'puppeteer'
import { hasOwnLibraries, launchSurroundings, thisMachine } from '../../src/pdf/browser.ts'
import { findBrowsers } from '../../src/pdf/find-browser.ts'

/**
 * The browser that the product itself would take, to read the built pages with. It has no network; with
 * `local` it reaches servers on this machine.
 */
export async function openBrowser({ local = false } = {}): Promise<Browser> {
  const { found, tried } = await findBrowsers(thisMachine(async () => puppeteer.executablePath()))
  const candidate = found[0]
  if (!candidate) throw new Error(`No browser: ${JSON.stringify(tried)}`)
  const { path, kind } = candidate
  const run = (ownLibraries: boolean) => {
    const { args, env } = launchSurroundings(path, ownLibraries)
    return puppeteer.launch({
      executablePath: path,
      headless: kind === 'pinned' ? 'shell' : true,
      pipe: true,
      protocolTimeout: 0,
      args: local ? args.filter((arg) => !arg.startsWith('--host-resolver-rules')) : [...args],
      env: { ...env }
    })
  }
  return run(false).catch((error: unknown) => {
    if (kind !== 'pinned' || !hasOwnLibraries(path)) throw error
    return run(true)
  })
}

export interface View {
  readonly width?: number
  readonly dark?: boolean
  readonly script?: boolean
}

/** A built page as a reader opens it, with every address that it asked for besides its own. */
export async function openPage(
  browser: Browser,
  path: string,
  { width = 1440, dark = false, script = true }: View = {}
): Promise<{ page: Page; requests: string[]; faults: string[] }> {
  const page = await browser.newPage()
  const requests: string[] = []
  const faults: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') faults.push(message.text())
  })
  await page.setJavaScriptEnabled(script)
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    // Nothing on its way somewhere when it is looked at.
    { name: 'prefers-reduced-motion', value: 'reduce' }
  ])
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load' })
  return { page, requests, faults }
}
