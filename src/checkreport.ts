import type { CheckResult } from './check.ts'
import { diagnosticsAsJson, formatDiagnostics, formatPlace, formatSummary } from './reporter.ts'
import { annotate, type Ci } from './rules/annotations.ts'
import { formatFixes } from './rules/fix.ts'
import { formatSjälvgranskning, självgranskningAsJson } from './selfreview.ts'
import { formatAntal } from './text/swedish.ts'
import { toSarif } from './rules/sarif.ts'

/** How the findings of `check` are told. */
export interface Redovisning {
  readonly form: 'text' | 'json' | 'sarif' | Ci
  /** The system to annotate for besides the text. */
  readonly ci?: Ci | undefined
  /** List what is silenced and why. */
  readonly tystade: boolean
  /** The reports as their auditors would see them, in place of the findings. */
  readonly självgranskning?: boolean
  readonly colour: boolean
  readonly version: string
}

/** What `tertial check` prints. */
export function formatCheck(result: CheckResult, options: Redovisning): string {
  const { sources, tystade } = result
  const found = result.diagnostics.sorted()
  switch (options.form) {
    case 'json':
      if (options.självgranskning)
        return JSON.stringify(
          result.made.map((made) => självgranskningAsJson(made, sources)),
          null,
          2
        )
      return JSON.stringify(diagnosticsAsJson(found, sources), null, 2)
    case 'sarif':
      return JSON.stringify(toSarif(found, tystade, sources, options.version), null, 2)
    case 'gitlab':
    case 'github':
    case 'azure':
      return annotate(options.form, found, sources)
  }
  const parts: string[] = []
  if (result.rättade.length > 0) parts.push(`${formatFixes(result.rättade)}\n`)
  if (found.length > 0 && !options.självgranskning)
    parts.push(formatDiagnostics(found, sources, { colour: options.colour }))
  if (options.ci) parts.push(annotate(options.ci, found, sources))
  if (options.tystade) parts.push(formatTystade(result))
  if (options.självgranskning)
    for (const made of result.made) parts.push(formatSjälvgranskning(made, sources))
  const { antal } = result
  const rapporter = `${antal} ${antal === 1 ? 'rapport kontrollerad' : 'rapporter kontrollerade'}`
  const summary = formatSummary(found).toLowerCase()
  parts.push(
    tystade.length === 0
      ? `${rapporter}: ${summary}`
      : `${rapporter}: ${summary.replace(/\.$/, '')}, ${formatAntal(tystade.length, 'tystad', 'tystade')} (--tystade visar dem)`
  )
  const mendable = found.filter(({ fix }) => fix && fix.length > 0).length
  if (mendable > 0) parts.push(`${mendable} kan rättas med npx tertial check --fix`)
  return parts.filter((part) => part !== '').join('\n')
}

function formatTystade({ tystade, sources }: CheckResult): string {
  if (tystade.length === 0) return 'Inget är tystat.\n'
  return `Tystat\n${tystade
    .map(({ diagnostic, tystning }) => {
      const place = diagnostic.span ? formatPlace(diagnostic.span, sources) : ''
      return `${place}  ${diagnostic.rule}\n  ${diagnostic.text}\n  Skäl: ${tystning.skäl}\n`
    })
    .join('\n')}`
}
