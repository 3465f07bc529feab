import type { Diagnostics } from '../diagnostic.ts'
import type { Source, Span } from '../source.ts'
import * as messages from './messages.ts'

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
 * Semicolon-separated text with a head → cells with places (RFC 4180 but for the separator). Rows
 * with more or fewer cells than the head, and broken quotes, are reported where they stand.
 */
export function readCsv(source: Source, diagnostics: Diagnostics): CsvTable | undefined {
  const rader = readRows(source, diagnostics)
  if (!rader) return undefined
  const [kolumner, ...övriga] = rader.filter((celler) => celler.some((cell) => cell.text !== ''))
  if (!kolumner) {
    diagnostics.add(messages.csvTom(), { file: source.path, start: 0, end: 0 })
    return undefined
  }
  const [ensam] = kolumner
  const skilje = kolumner.length === 1 && ensam && /[,\t]/.exec(ensam.text)?.[0]
  if (skilje) {
    diagnostics.add(messages.csvSkiljetecken(skilje === ',' ? 'komma' : 'tabb'), ensam.span)
    return undefined
  }
  for (const [i, { text, span }] of kolumner.entries())
    if (kolumner.findIndex((kolumn) => kolumn.text === text) < i) {
      diagnostics.add(messages.csvDubblettkolumn(text), span)
      return undefined
    }
  return {
    source,
    kolumner,
    rader: övriga.flatMap((celler) => {
      const span = spanOfRow(celler)
      if (celler.length !== kolumner.length) {
        diagnostics.add(messages.csvAntalCeller(celler.length, kolumner.length), span)
        return []
      }
      return [{ celler: new Map(celler.map((cell, i) => [kolumner[i]?.text ?? '', cell])), span }]
    })
  }
}

function spanOfRow(celler: readonly CsvCell[]): Span {
  const [first, last] = [celler[0], celler.at(-1)]
  return { file: first?.span.file ?? '', start: first?.span.start ?? 0, end: last?.span.end ?? 0 }
}

const QUOTED = /"((?:[^"]+|"")*)"/y
const TO_END = /[^;\r\n]*/y

/** Every row's cells; undefined when quotes don't pair, since nothing after that can be trusted. */
function readRows(source: Source, diagnostics: Diagnostics): CsvCell[][] | undefined {
  const { text, path: file } = source
  const rows: CsvCell[][] = []
  let row: CsvCell[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at <= text.length) {
    const start = at
    let value: string
    if (text[at] === '"') {
      QUOTED.lastIndex = at
      const quoted = QUOTED.exec(text)
      if (!quoted) {
        diagnostics.add(messages.csvCitattecken(), { file, start, end: start + 1 })
        return undefined
      }
      value = (quoted[1] ?? '').replaceAll('""', '"')
      at += quoted[0].length
      TO_END.lastIndex = at
      const rest = TO_END.exec(text)?.[0] ?? ''
      if (rest.trim() !== '') {
        diagnostics.add(messages.csvTextEfterCitattecken(), {
          file,
          start: at,
          end: at + rest.length
        })
        return undefined
      }
      row.push(cell(value, { file, start, end: at }))
      at += rest.length
    } else {
      while (at < text.length && !';\r\n'.includes(text[at] ?? '')) at++
      row.push(cell(text.slice(start, at), { file, start, end: at }))
    }
    if (text[at] === ';') {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows
}

function cell(text: string, span: Span): CsvCell {
  return { text: text.normalize('NFC').trim(), span }
}
