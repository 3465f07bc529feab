import { NBSP } from '../text/swedish.ts'
import type { Tabelldata } from './environment.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: NBSP
}

/** The captioned tables in a chapter's HTML but those already known: what writers wrote as Markdown. */
export function readTables(html: string, known: ReadonlySet<string>): Tabelldata[] {
  const found: Tabelldata[] = []
  for (const [, table = ''] of html.matchAll(/<table\b[^>]*>([\s\S]*?)<\/table>/g)) {
    const id = /<caption id="([^"]*)"/.exec(table)?.[1]
    if (id === undefined || known.has(id)) continue
    const rows = [...table.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => value(cell))
    )
    const [kolumner = [], ...rader] = rows
    found.push({ id, kolumner, rader })
  }
  return found
}

/** The text of some HTML that the program has made. */
export function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, dec?: string, name?) =>
      hex || dec
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec))
        : (ENTITIES[String(name)] ?? whole)
    )
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
}

/** A cell's text; a number alone is written as a spreadsheet reads it, "–" as nothing. */
function value(cell: string): string {
  const text = textOf(cell)
  if (text === '–') return ''
  return /^−?[\d\u00a0]+(,\d+)?$/.test(text) ? text.replaceAll(NBSP, '').replace('−', '-') : text
}
