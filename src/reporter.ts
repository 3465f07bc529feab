import type { Diagnostic, Severity } from './diagnostic.ts'
import { lineText, positionOf, type Sources, type Span } from './source.ts'
import { formatAntal } from './text/swedish.ts'

/** The words that users meet. */
export const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varning',
  advice: 'råd'
}

interface Colours {
  readonly bold: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly blue: (text: string) => string
  readonly dim: (text: string) => string
}

const ansi = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`
const plain = (text: string) => text
const COLOURS: Colours = {
  bold: ansi(1),
  red: ansi(31),
  yellow: ansi(33),
  blue: ansi(34),
  dim: ansi(2)
}
const NO_COLOURS: Colours = { bold: plain, red: plain, yellow: plain, blue: plain, dim: plain }

/** Diagnostics as text: place, level, rule, sentence, the source lines underlined, and what to do. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: { colour?: boolean } = {}
): string {
  const c = options.colour ? COLOURS : NO_COLOURS
  return diagnostics.map((d) => formatOne(d, sources, c)).join('\n')
}

function formatOne(diagnostic: Diagnostic, sources: Sources, c: Colours): string {
  const { span, severity } = diagnostic
  const tint = severity === 'error' ? c.red : severity === 'warning' ? c.yellow : c.blue
  const head = [
    span ? c.bold(formatPlace(span, sources)) : undefined,
    tint(SEVERITY[severity]),
    c.dim(diagnostic.rule)
  ]
    .filter(Boolean)
    .join('  ')
  const lines = [head, `  ${diagnostic.text}`]
  if (span) lines.push(...frame(span, sources, c, tint))
  for (const related of diagnostic.related ?? [])
    lines.push(`  ${related.text}: ${formatPlace(related.span, sources)}`)
  if (diagnostic.hint) lines.push(`  ${diagnostic.hint}`)
  return `${lines.join('\n')}\n`
}

/** `data/x.yaml:14:29` */
export function formatPlace(span: Span, sources: Sources): string {
  const source = sources.get(span.file)
  if (!source) return span.file
  const { line, column } = positionOf(source, span.start)
  return `${span.file}:${line}:${column}`
}

/** The line before, the line itself, and marks under the fault. */
function frame(span: Span, sources: Sources, c: Colours, tint: (text: string) => string): string[] {
  const source = sources.get(span.file)
  if (!source || source.text === '') return []
  const { line, column } = positionOf(source, span.start)
  const end = positionOf(source, Math.max(span.start, span.end - 1))
  const text = lineText(source, line)
  const width = String(line).length
  const gutter = (n: number | '') => c.dim(`  ${String(n).padStart(width)} │ `)
  const shown: string[] = ['']
  if (line > 1) shown.push(gutter(line - 1) + clip(lineText(source, line - 1)))
  // A long line is cut round the fault, so that the marks stay under it.
  const from = column > 100 ? column - 60 : 0
  shown.push(gutter(line) + clip(text.slice(from)))
  const length = Math.max(1, (end.line === line ? end.column : text.length) - column + 1)
  const marks = '~'.repeat(Math.min(length, Math.max(1, text.length - column + 1), 120))
  shown.push(gutter('') + text.slice(from, column - 1).replace(/[^\t]/g, ' ') + tint(marks))
  return shown
}

const clip = (text: string): string => (text.length > 140 ? `${text.slice(0, 139)}…` : text)

/** "2 fel, 1 varning och 3 råd" or "Inga fel." */
export function formatSummary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length
  const parts = [
    formatAntal(count('error'), 'fel', 'fel'),
    formatAntal(count('warning'), 'varning', 'varningar'),
    formatAntal(count('advice'), 'råd', 'råd')
  ].filter((part) => !part.startsWith('0 '))
  return parts.length ? parts.join(', ') : 'Inga fel.'
}

/** Diagnostics as data for other programs: one object each, with line and column. */
export function diagnosticsAsJson(diagnostics: readonly Diagnostic[], sources: Sources): object[] {
  return diagnostics.map(({ rule, severity, text, hint, span }) => {
    const source = span && sources.get(span.file)
    const start = source && positionOf(source, span.start)
    const end = source && positionOf(source, span.end)
    return {
      regel: rule,
      nivå: SEVERITY[severity],
      text,
      ...(hint ? { råd: hint } : {}),
      ...(span ? { fil: span.file } : {}),
      ...(start && end
        ? { rad: start.line, kolumn: start.column, slutrad: end.line, slutkolumn: end.column }
        : {})
    }
  })
}
