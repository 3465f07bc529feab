import type { Diagnostic } from '../diagnostic.ts'
import { SEVERITY } from '../reporter.ts'
import { lineText, positionOf, type Sources, type Span } from '../source.ts'
import { spansOf } from '../domain/tal.ts'
import type { Composed } from '../stages/6-compose.ts'

/** A place that an editor can be opened at. */
export interface Ställe {
  /** Path from the project's root. */
  readonly fil: string
  readonly rad: number
  readonly kol: number
}

/** Something found, as the page shows it. */
export interface Fynd {
  readonly id: string
  readonly nivå: string
  readonly regel: string
  readonly text: string
  readonly råd: string | null
  readonly ställe: Ställe | null
  /** The lines round it, with the marks' place in the line that it is about. */
  readonly ram: readonly { rad: number; text: string; från?: number; till?: number }[]
  readonly andra: readonly { readonly text: string; readonly ställe: Ställe }[]
  /** The last line it is about, to find it on the page by. */
  readonly slutrad: number
  /** Numbers of the figures on the page that rest on it, where it stands in data. */
  readonly tal: readonly number[]
}

export function placeIn(span: Span, sources: Sources): Ställe {
  const source = sources.get(span.file)
  const { line, column } = source ? positionOf(source, span.start) : { line: 1, column: 1 }
  return { fil: span.file, rad: line, kol: column }
}

/** What was found in a report, data first, the gravest first among what is on the same line. */
export function describeFound(
  found: readonly Diagnostic[],
  sources: Sources,
  composed: Composed | undefined
): Fynd[] {
  const figures = composed?.bok.poster.map(({ nr, tal }) => ({ nr, spans: spansOf(tal) })) ?? []
  return found.map((d) => {
    const { span } = d
    const source = span && sources.get(span.file)
    const end = span && source && positionOf(source, Math.max(span.start, span.end - 1)).line
    const ställe = span ? placeIn(span, sources) : null
    return {
      id: `${d.rule} ${span?.file ?? ''} ${d.text} ${span?.start ?? ''}`,
      nivå: SEVERITY[d.severity],
      regel: d.rule,
      text: d.text,
      råd: d.hint ?? null,
      ställe,
      slutrad: end ?? ställe?.rad ?? 1,
      ram: span && source ? frame(span, sources) : [],
      andra: (d.related ?? []).map(({ text, span: other }) => ({
        text,
        ställe: placeIn(other, sources)
      })),
      tal: span?.file.startsWith('data/')
        ? figures.filter(({ spans }) => spans.some((s) => overlap(s, span))).map(({ nr }) => nr)
        : []
    }
  })
}

const overlap = (a: Span, b: Span): boolean =>
  a.file === b.file && a.start <= b.end && b.start <= a.end

const WIDEST = 160

/** The line before and the line itself; of a long line the part round the fault. */
function frame(span: Span, sources: Sources): Fynd['ram'] {
  const source = sources.get(span.file)
  if (!source || source.text === '') return []
  const { line, column } = positionOf(source, span.start)
  const end = positionOf(source, Math.max(span.start, span.end - 1))
  const text = lineText(source, line)
  const cut = column > 100 ? column - 60 : 0
  const from = column - 1 - cut
  const to = Math.max(from + 1, (end.line === line ? end.column : text.length) - cut)
  return [
    ...(line > 1 ? [{ rad: line - 1, text: lineText(source, line - 1).slice(0, WIDEST) }] : []),
    { rad: line, text: text.slice(cut, cut + WIDEST), från: from, till: Math.min(to, WIDEST) }
  ]
}
