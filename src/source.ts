/** A text file as the author wrote it, with what is needed to turn offsets into lines. */
export interface Source {
  /** Path from the project root, with `/`, as printed in messages. */
  readonly path: string
  readonly text: string
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
}

/** A place in a source: offsets only. Line and column are worked out when somebody looks. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** Line and column, both counted from 1, columns in UTF-16 units as editors count them. */
export interface Position {
  readonly line: number
  readonly column: number
}

export function createSource(path: string, text: string): Source {
  const lineStarts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lineStarts.push(i + 1)
  return { path, text, lineStarts }
}

/** Line and column of an offset; an offset past the end is put at the end. */
export function positionOf(source: Source, offset: number): Position {
  const at = Math.min(Math.max(offset, 0), source.text.length)
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1 }
}

/** The text of a line (from 1) without its line break; empty for a line that isn't there. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1]
  if (start === undefined) return ''
  const end = source.lineStarts[line] ?? source.text.length + 1
  return source.text.slice(start, end - 1).replace(/\r$/, '')
}

/** The sources of a build by path, so that any span can be shown. */
export type Sources = ReadonlyMap<string, Source>

/**
 * Places as a page that is being written on names them: "10-inledning.md:12:1-14" is line 12, column
 * 1, to line 14. Files of `folder` are named from there, others from the project's root.
 */
export function placer(sources: Sources, folder: string): (span: Span) => string {
  return (span) => {
    const name = span.file.startsWith(`${folder}/`) ? span.file.slice(folder.length + 1) : span.file
    const source = sources.get(span.file)
    if (!source) return `${name}:1:1-1`
    const { line, column } = positionOf(source, span.start)
    // An end at the beginning of a line is the line before's.
    const last = positionOf(source, Math.max(span.start, span.end - 1)).line
    return `${name}:${line}:${column}-${last}`
  }
}

/** "data/x.yaml:31" for a span, the way sources are named on the page and in the ledger. */
export function placeOf(sources: Sources, span: Span): string {
  const source = sources.get(span.file)
  return source ? `${span.file}:${positionOf(source, span.start).line}` : span.file
}
