import type { Paragraph } from 'mdast'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { pastedCells, tableWithoutHead } from './messages.ts'
import { spanOf } from './tree.ts'

/** A table that became a paragraph: its row of dashes is missing, or its cells were pasted with tabs. */
export function checkLostTable(node: Paragraph, source: Source, diagnostics: Diagnostics): void {
  const span = spanOf(source, node)
  const lines = source.text.slice(span.start, span.end).split(/\r?\n/)
  if (lines.length < 2) return
  const place = { ...span, end: span.start + (lines[0]?.length ?? 0) }
  if (lines.every((line) => /^\s*\|.*\|\s*$/.test(line))) diagnostics.add(tableWithoutHead(), place)
  else if (lines.every((line) => /\S\t+\S/.test(line))) diagnostics.add(pastedCells(), place)
}
