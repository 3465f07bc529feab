import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer'

/** A table as a reader sees it: a spanned cell stands in every place that it covers. */
export interface ReadTable {
  /** Anchor of the caption. */
  readonly id: string
  /** The caption without number and unit. */
  readonly rubrik: string
  readonly kolumner: readonly string[]
  /** Rows without those that are a heading across the table. */
  readonly rader: readonly (readonly string[])[]
  /** The same rows with the cells that begin in them alone. */
  readonly egna: readonly (readonly string[])[]
}

const SCRIPT = readFileSync(new URL('read-tables.js', import.meta.url), 'utf8')

/** Every captioned table of a page; within text, U+00A0 is kept apart from space. */
export async function readTables(page: Page): Promise<ReadTable[]> {
  return (await page.evaluate(SCRIPT)) as ReadTable[]
}
