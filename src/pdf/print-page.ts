import {
  collapseWhiteSpace,
  contentWidths,
  fillPageNumbers,
  findTooWide,
  prepare,
  setHidden
} from './in-page.ts'
import type { Prepared, TooWide } from './in-page.ts'
import { askForTags, findEffects, readFacts } from './in-page-tags.ts'
import type { Attachment } from './attachments.ts'
import type { Finding } from './audit.ts'
import { PdfFile } from './file.ts'
import type { About } from './metadata.ts'
import type { PageFacts, PlacedFigure } from './page-facts.ts'
import { readPageMap, readRawPdf } from './reader.ts'
import type { RawPdfFacts } from './reader.ts'

/** What printing needs of a browser's page; puppeteer's fits. */
export interface BrowserPage {
  setJavaScriptEnabled(enabled: boolean): Promise<void>
  emulateMediaType(type: string): Promise<void>
  setViewport(viewport: { width: number; height: number }): Promise<void>
  setContent(html: string, options: { waitUntil: 'load'; timeout: number }): Promise<void>
  evaluate(expression: string): Promise<unknown>
  createCDPSession(): Promise<BrowserSession>
}

/** The browser's own protocol: puppeteer's `pdf()` fetches the file in small pieces, which takes time. */
export interface BrowserSession {
  send(method: 'Page.printToPDF', options: PrintOptions): Promise<{ readonly data: string }>
}

interface PrintOptions {
  readonly preferCSSPageSize: boolean
  readonly printBackground: boolean
  readonly generateTaggedPDF: boolean
  readonly generateDocumentOutline: boolean
}

/** A complete page to print: styles, fonts and images inlined, since the browser has no network. */
export interface PrintDocument {
  /** The report's id, given back with the result. */
  readonly id: string
  /** Used when the HTML has no title of its own. */
  readonly title: string
  /** The report's date, `2022-03-01`, or that of SOURCE_DATE_EPOCH: the only time in the file. */
  readonly date: string
  readonly html: string
  /** What the file's metadata say, besides title and date. */
  readonly about?: About | undefined
  /** Files that ride in the PDF; it is PDF/A-3a with them, 2a without. */
  readonly attachments?: readonly Attachment[] | undefined
  /** Figures that must be found in the finished file. */
  readonly placed?: readonly PlacedFigure[] | undefined
  /** Page of each anchor in an earlier print. Where it still holds, one print is enough. */
  readonly pageGuess?: Readonly<Record<string, number>> | undefined
}

/** Why a report could not be printed: data, worded by the caller. */
export type PrintFault =
  | { readonly kind: 'too-wide'; readonly elements: readonly TooWide[] }
  | { readonly kind: 'missing-anchor'; readonly anchors: readonly string[] }
  | { readonly kind: 'missing-resource'; readonly resources: readonly string[] }
  /** Printed, but with something lost or wrong in it. */
  | { readonly kind: 'unsound'; readonly findings: readonly Finding[] }
  /** The numbers changed the pages they number, three times over. */
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'browser'; readonly detail: string }

/**
 * A print as it left the browser. What the page tells is still being read, beside the first half of
 * the finishing; the page must be left open so long.
 */
export type RawPrint =
  | { readonly file: PdfFile; readonly facts: RawPdfFacts; readonly page: Promise<PageFacts> }
  | { readonly fault: PrintFault }

const MAX_PRINTS = 3

/** Loads a document into a fresh page and prints it, tagged, with its page numbers filled in. */
export async function printPage(page: BrowserPage, document: PrintDocument): Promise<RawPrint> {
  const [session] = await Promise.all([
    page.createCDPSession(),
    page.setJavaScriptEnabled(false),
    page.emulateMediaType('print')
  ])
  await page.setContent(document.html, { waitUntil: 'load', timeout: 0 })
  const guess = document.pageGuess ?? {}
  // Together, so that the browser doesn't lay the page out in between.
  const prepared = (await page.evaluate(`(async () => {
    const prepared = await ${call(prepare, document.title)}
    ${call(fillPageNumbers, guess)}
    ${call(askForTags)}
    ${call(collapseWhiteSpace)}
    const guessed = prepared.anchors.every((id) => Object.hasOwn(${JSON.stringify(guess)}, id))
    if (!guessed) ${call(setHidden, true)}
    return prepared
  })()`)) as Prepared
  const { anchors, missingAnchors, missingResources } = prepared
  if (missingResources.length > 0) {
    return { fault: { kind: 'missing-resource', resources: missingResources } }
  }
  if (missingAnchors.length > 0) return missing(missingAnchors)
  const guessed = anchors.every((id) => Object.hasOwn(guess, id))
  let numbers = guessed ? guess : await measure(page, session)
  for (let i = 0; i < MAX_PRINTS; i++) {
    const unknown = anchors.filter((id) => !Object.hasOwn(numbers, id))
    if (unknown.length > 0) return missing(unknown)
    if (!(i === 0 && guessed)) await page.evaluate(call(fillPageNumbers, numbers))
    const file = new PdfFile(await print(session, true))
    const read = readRawPdf(file)
    if (Math.min(...read.scales) < 0.9995) return { fault: await locateTooWide(page) }
    const printed = Object.fromEntries(read.destinations)
    if (anchors.every((id) => numbers[id] === printed[id])) {
      const facts = `({ ...${expression(readFacts)}, effects: ${expression(findEffects)} })`
      return { file, facts: read, page: page.evaluate(facts) as Promise<PageFacts> }
    }
    numbers = printed
  }
  return { fault: { kind: 'unsettled' } }
}

/** A function with its arguments as the page is to run it: sent as text. */
function call<A extends unknown[]>(work: (...args: A) => unknown, ...args: A): string {
  return `${expression(work, ...args)};`
}

function expression<A extends unknown[]>(work: (...args: A) => unknown, ...args: A): string {
  return `(${work.toString()})(${args.map((value) => JSON.stringify(value)).join(',')})`
}

function missing(anchors: readonly string[]): RawPrint {
  return { fault: { kind: 'missing-anchor', anchors } }
}

/** Which page each anchor falls on: a print of the hidden page, at half the time of a real one. */
async function measure(
  page: BrowserPage,
  session: BrowserSession
): Promise<Readonly<Record<string, number>>> {
  const bytes = await print(session, false)
  await page.evaluate(call(setHidden, false))
  return Object.fromEntries(readPageMap(new PdfFile(bytes)))
}

async function print(session: BrowserSession, tagged: boolean): Promise<Uint8Array> {
  const { data } = await session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: tagged,
    generateDocumentOutline: tagged
  })
  return Buffer.from(data, 'base64')
}

/** Only when the print was shrunk: lays the page out at each page width and looks for what sticks out. */
async function locateTooWide(page: BrowserPage): Promise<PrintFault> {
  const elements: TooWide[] = []
  const widths = (await page.evaluate(call(contentWidths))) as Record<string, number>
  for (const [name, width] of Object.entries(widths)) {
    await page.setViewport({ width: Math.floor(width), height: 1000 })
    elements.push(...((await page.evaluate(call(findTooWide, name, width))) as TooWide[]))
  }
  return { kind: 'too-wide', elements }
}
