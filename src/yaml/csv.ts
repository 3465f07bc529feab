import { parse, CsvError } from 'csv-parse/sync'
import type { Diagnostics } from '../diagnostic.ts'
import * as messages from '../messages.ts'
import type { Source, Span } from '../source.ts'

export interface CsvCell {
  readonly text: string
  readonly span: Span
}

/** Rows of a CSV file by column name, each cell with its place. */
export interface CsvTable {
  readonly source: Source
  readonly kolumner: readonly CsvCell[]
  readonly rader: readonly { readonly celler: ReadonlyMap<string, CsvCell>; readonly span: Span }[]
}

/**
 * Semicolon-separated text with a head → cells with places. Rows with more or fewer cells than the
 * head, and broken quotes, are reported with their line.
 */
export function readCsv(source: Source, diagnostics: Diagnostics): CsvTable | undefined {
  interface Row {
    record: string[]
    raw: string
    info: { lines: number }
  }
  let rows: Row[]
  const text = source.text.replace(/^\uFEFF/, ' ')
  try {
    rows = parse(text, {
      delimiter: ';',
      raw: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false
    }) as unknown as Row[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as unknown as { lines?: number }).lines ?? 1)
    const start = source.lineStarts[line - 1] ?? 0
    diagnostics.add(messages.csvFel(), {
      file: source.path,
      start,
      end: source.lineStarts[line] ?? text.length
    })
    return undefined
  }
  let offset = 0
  const placed = rows.map(({ record, raw }) => {
    const start = offset
    offset += raw.length
    return {
      celler: placeCells(record, raw, start, source.path),
      span: { file: source.path, start, end: start + raw.trimEnd().length }
    }
  })
  const [huvud, ...rader] = placed.filter(({ celler }) => celler.some((cell) => cell.text !== ''))
  if (!huvud) {
    diagnostics.add(messages.csvTom(), { file: source.path, start: 0, end: 0 })
    return undefined
  }
  const kolumner = huvud.celler
  return {
    source,
    kolumner,
    rader: rader.flatMap(({ celler, span }) => {
      if (celler.length !== kolumner.length) {
        diagnostics.add(messages.csvAntalCeller(celler.length, kolumner.length), span)
        return []
      }
      return [{ celler: new Map(celler.map((cell, i) => [kolumner[i]?.text ?? '', cell])), span }]
    })
  }
}

/** Offsets of a record's cells in its raw text: quoted cells may hold the delimiter and line breaks. */
function placeCells(
  record: readonly string[],
  raw: string,
  start: number,
  file: string
): CsvCell[] {
  let at = 0
  return record.map((value) => {
    const from = at
    if (raw[at] === '"') {
      at++
      while (at < raw.length && !(raw[at] === '"' && raw[at + 1] !== '"'))
        at += raw[at] === '"' ? 2 : 1
      at++
    } else while (at < raw.length && raw[at] !== ';' && raw[at] !== '\n' && raw[at] !== '\r') at++
    const span = { file, start: start + from, end: start + at }
    at++
    return { text: value.normalize('NFC').trim(), span }
  })
}
