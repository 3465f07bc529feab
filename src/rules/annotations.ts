import { createHash } from 'node:crypto'
import type { Diagnostic, Severity } from '../diagnostic.ts'
import { positionOf, type Sources } from '../source.ts'

/** The systems whose pull requests can show findings at their lines. */
export const CI = ['github', 'gitlab', 'azure'] as const
export type Ci = (typeof CI)[number]

/** The system that this is run by, from its environment; GitLab takes a file and so is asked for. */
export function detectCi(env: Readonly<Record<string, string | undefined>>): Ci | undefined {
  if (env['GITHUB_ACTIONS'] === 'true') return 'github'
  if (env['TF_BUILD'] === 'True') return 'azure'
  return undefined
}

/** Findings in the form that the system reads from the log, or for GitLab as a Code Quality report. */
export function annotate(ci: Ci, diagnostics: readonly Diagnostic[], sources: Sources): string {
  if (ci === 'gitlab') return JSON.stringify(codeQuality(diagnostics, sources), null, 2)
  return diagnostics
    .map((d) => (ci === 'github' ? github(d, sources) : azure(d, sources)))
    .join('\n')
}

const whole = ({ text, hint }: Diagnostic): string => (hint ? `${text} ${hint}` : text)

function placeOf({ span }: Diagnostic, sources: Sources) {
  const source = span && sources.get(span.file)
  if (!source || !span) return span && { file: span.file, line: 1, column: 1, endLine: 1 }
  const start = positionOf(source, span.start)
  const end = positionOf(source, span.end)
  return { file: span.file, line: start.line, column: start.column, endLine: end.line }
}

function github(d: Diagnostic, sources: Sources): string {
  const command = { error: 'error', warning: 'warning', advice: 'notice' }[d.severity]
  const place = placeOf(d, sources)
  const at = place
    ? `file=${property(place.file)},line=${place.line},endLine=${place.endLine},col=${place.column},`
    : ''
  return `::${command} ${at}title=${property(d.rule)}::${message(whole(d))}`
}

const message = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string =>
  message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function azure(d: Diagnostic, sources: Sources): string {
  const place = placeOf(d, sources)
  const at = place
    ? `sourcepath=${vso(place.file)};linenumber=${place.line};columnnumber=${place.column};`
    : ''
  // Azure knows errors and warnings alone.
  const type = d.severity === 'error' ? 'error' : 'warning'
  return `##vso[task.logissue type=${type};${at}code=${vso(d.rule)};]${vsoText(whole(d))}`
}

const vsoText = (text: string): string =>
  text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const vso = (text: string): string => vsoText(text).replaceAll(';', '%3B').replaceAll(']', '%5D')

const GITLAB: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  advice: 'info'
}

function codeQuality(diagnostics: readonly Diagnostic[], sources: Sources): object[] {
  const told = new Map<string, number>()
  return diagnostics.map((d) => {
    const place = placeOf(d, sources)
    // Stays the same while lines above change; of findings alike GitLab shows one if they have one print.
    const key = `${d.rule}|${place?.file ?? ''}|${d.text}`
    const nr = told.get(key) ?? 0
    told.set(key, nr + 1)
    return {
      description: whole(d),
      check_name: d.rule,
      fingerprint: createHash('sha256')
        .update(nr === 0 ? key : `${key}|${nr}`)
        .digest('hex'),
      severity: GITLAB[d.severity],
      location: { path: place?.file ?? '', lines: { begin: place?.line ?? 1 } }
    }
  })
}
