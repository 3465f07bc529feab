import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer'
import { hasOwnLibraries, launchSurroundings, thisMachine } from '../pdf/browser.ts'
import { findBrowsers } from '../pdf/find-browser.ts'
import type { BrowserAttempt, BrowserCandidate, BrowserKind, Machine } from '../pdf/find-browser.ts'
import { finish } from '../pdf/finish.ts'
import { printPage } from '../pdf/print-page.ts'
import type { PrintDocument, PrintFault } from '../pdf/print-page.ts'
import { readBookmarks } from '../pdf/reader.ts'

/** A finished PDF. */
export interface PrintedPdf {
  readonly id: string
  readonly bytes: Uint8Array
  readonly pages: number
  /** Page of each linked anchor, from 1; give it back as `pageGuess` to save the next build a print. */
  readonly anchors: Readonly<Record<string, number>>
  readonly bookmarks: readonly { readonly level: number; readonly title: string }[]
}

/** What became of one report: its PDF, or why there is none. */
export type PrintOutcome =
  | PrintedPdf
  | {
      readonly id: string
      readonly fault:
        PrintFault | { readonly kind: 'no-browser'; readonly tried: readonly BrowserAttempt[] }
    }

/** The browser that prints. Only `pinned` promises the same bytes on every machine. */
export interface UsedBrowser {
  readonly kind: BrowserKind
  readonly path: string
  /** As the browser says it: `HeadlessChrome/153.0.8010.0`. */
  readonly version: string
}

/** Prints reports, two at a time, in one browser that is started once and must be closed. */
export interface Printer {
  /** Resolves when the browser runs, or with what was tried in vain; never rejects. */
  readonly browser: Promise<UsedBrowser | { readonly tried: readonly BrowserAttempt[] }>
  print(document: PrintDocument): Promise<PrintOutcome>
  /** All of them, in the order given; `onPrinted` hears of each as soon as it is done. */
  printAll(
    documents: readonly PrintDocument[],
    onPrinted?: (outcome: PrintOutcome) => void
  ): Promise<PrintOutcome[]>
  /** Ends the browser, whatever it is doing. Call it in a `finally`. */
  close(): Promise<void>
}

export interface PrinterOptions {
  /** Reports printed at the same time; more than two gain nothing on two cores. */
  readonly tabs?: number
  /** Milliseconds after which one report is given up. */
  readonly timeout?: number
  /** For tests: another machine to look for browsers on. */
  readonly machine?: Machine
}

interface Running {
  readonly used: UsedBrowser
  readonly browser: Browser
}

/**
 * Starts looking for and starting the browser at once, so that it is ready when the first HTML is.
 * Nothing of puppeteer is loaded before this call. Errors become data, one per report.
 */
export function openPrinter(options: PrinterOptions = {}): Printer {
  const timeout = options.timeout ?? 300_000
  const free = slots(options.tabs ?? 2)
  let closed = false
  let running = start(options.machine)
  /** A page opened ahead, while HTML is still being made or another report printed. */
  let spare: Promise<Page | undefined> = running.then((state) =>
    'browser' in state ? openPage(state.browser) : undefined
  )
  spare.catch(() => undefined)

  /** The running browser; a new one if the old has died, so that one report can't fell the rest. */
  async function current(): Promise<Awaited<typeof running>> {
    const mine = running
    const state = await mine
    if (closed || !('browser' in state) || state.browser.connected) return state
    if (running === mine) running = start(options.machine)
    return running
  }

  async function printRaw(document: PrintDocument) {
    const state = await current()
    if (!('browser' in state)) return { fault: { kind: 'no-browser' as const, tried: state.tried } }
    if (closed) throw new Error('the printer is closed')
    const ahead = spare
    spare = openPage(state.browser)
    spare.catch(() => undefined)
    let page: Page | undefined
    let reading: Promise<unknown> | undefined
    try {
      const raw = await orGiveUp(state.browser, timeout, async (fail) => {
        page = await ahead.catch(() => undefined)
        if (page?.browser() !== state.browser) page = await openPage(state.browser)
        // A crashed page settles nothing by itself.
        page.once('error', fail)
        return printPage(page, document)
      })
      if ('page' in raw) reading = raw.page
      return raw
    } finally {
      Promise.allSettled([reading])
        .then(() => page?.close())
        .catch(() => undefined)
    }
  }

  async function print(document: PrintDocument): Promise<PrintOutcome> {
    const id = document.id
    try {
      const raw = await free(() => printRaw(document))
      if ('fault' in raw) return { id, fault: raw.fault }
      // Outside the slot: the next report prints while this one is finished.
      const { date, about, attachments, placed } = document
      const { bytes, findings } = await finish({
        file: raw.file,
        facts: raw.page,
        date,
        about,
        attachments,
        placed
      })
      if (findings.length > 0) return { id, fault: { kind: 'unsound', findings } }
      const { pages, destinations } = raw.facts
      const bookmarks = readBookmarks(raw.file)
      return { id, bytes, pages, anchors: Object.fromEntries(destinations), bookmarks }
    } catch (error) {
      return { id, fault: { kind: 'browser', detail: reason(error) } }
    }
  }

  return {
    browser: running.then((state) => ('browser' in state ? state.used : { tried: state.tried })),
    print,
    printAll: (documents, onPrinted) =>
      Promise.all(
        documents.map(async (document) => {
          const outcome = await print(document)
          onPrinted?.(outcome)
          return outcome
        })
      ),
    async close() {
      closed = true
      const state = await running
      if ('browser' in state) await end(state.browser)
    }
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  return page
}

/** Starts the first browser that will start; never rejects. */
async function start(
  machine: Machine | undefined
): Promise<Running | { readonly tried: readonly BrowserAttempt[] }> {
  const { default: puppeteer } = await import('puppeteer')
  const downloaded = async () => puppeteer.executablePath()
  const search = await findBrowsers(machine ?? thisMachine(downloaded))
  const tried = [...search.tried]
  for (const candidate of search.found) {
    try {
      const browser = await launch(candidate)
      return { browser, used: { ...candidate, version: await browser.version() } }
    } catch (error) {
      tried.push({ ...candidate, reason: 'broken', detail: reason(error) })
    }
  }
  return { tried }
}

async function launch(candidate: BrowserCandidate): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer')
  const { path, kind } = candidate
  const shell = kind === 'pinned' || path.includes('headless-shell')
  const run = (ownLibraries: boolean) =>
    puppeteer.launch({
      executablePath: path,
      headless: shell ? 'shell' : true,
      defaultViewport: null,
      pipe: true,
      protocolTimeout: 0,
      // Its own handling of these two would end the browser and leave this process waiting. The pipe
      // that the browser listens to closes with this process, and then it ends by itself.
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 60_000,
      ...copy(launchSurroundings(path, ownLibraries))
    })
  try {
    return await run(false)
  } catch (error) {
    // A bare machine lacks NSS; the pinned browser has its own along.
    if (kind !== 'pinned' || !hasOwnLibraries(path)) throw error
    return await run(true)
  }
}

function copy(surroundings: ReturnType<typeof launchSurroundings>) {
  return { args: [...surroundings.args], env: { ...surroundings.env } }
}

/** Asks the browser to end and ends it if it won't. */
async function end(browser: Browser): Promise<void> {
  const process = browser.process()
  const asked = browser.close().then(
    () => true,
    () => false
  )
  if (!(await Promise.race([asked, wait(5000, false, { ref: false })]))) process?.kill('SIGKILL')
}

/** Work that is given up when it takes too long, when its page crashes or when the browser is gone. */
async function orGiveUp<T>(
  browser: Browser,
  timeout: number,
  work: (fail: (error: Error) => void) => Promise<T>
): Promise<T> {
  const { promise: failed, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer in ${timeout} ms`)), timeout)
  const gone = () => reject(new Error('the browser ended'))
  browser.once('disconnected', gone)
  const working = work(reject)
  working.catch(() => undefined)
  try {
    return await Promise.race([working, failed])
  } finally {
    clearTimeout(timer)
    browser.off('disconnected', gone)
  }
}

/** Lets so many run at once; the rest wait their turn. */
function slots(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = count
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
