import type { Diagnostic, Severity } from '../diagnostic.ts'
import { positionOf, type Sources, type Span } from '../source.ts'
import { inbyggda } from './builtin.ts'
import { rules } from './index.ts'
import type { Tystad } from './settle.ts'

const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'note'
}

/** Findings as SARIF 2.1.0, which GitHub, Azure DevOps and editors read; silenced ones as suppressed. */
export function toSarif(
  diagnostics: readonly Diagnostic[],
  tystade: readonly Tystad[],
  sources: Sources,
  version: string
): object {
  const result = (d: Diagnostic) => ({
    ruleId: d.rule,
    level: LEVEL[d.severity],
    message: { text: d.hint ? `${d.text} ${d.hint}` : d.text },
    ...(d.span ? { locations: [{ physicalLocation: location(d.span, sources) }] } : {}),
    ...(d.related?.length
      ? {
          relatedLocations: d.related.map(({ text, span }, id) => ({
            id,
            message: { text },
            physicalLocation: location(span, sources)
          }))
        }
      : {}),
    ...(d.fix?.length
      ? {
          fixes: [
            {
              description: { text: d.hint ?? d.text },
              artifactChanges: d.fix.map(({ span, text }) => ({
                artifactLocation: { uri: encodeURI(span.file) },
                replacements: [{ deletedRegion: region(span, sources), insertedContent: { text } }]
              }))
            }
          ]
        }
      : {})
  })
  const used = new Set([
    ...diagnostics.map((d) => d.rule),
    ...tystade.map((t) => t.diagnostic.rule)
  ])
  const about = [...used].toSorted().map((id) => {
    const rule = rules.find((each) => each.id === id)
    const why = rule?.why ?? inbyggda[id]?.why
    return {
      id,
      ...(why ? { fullDescription: { text: why } } : {}),
      ...(rule ? { defaultConfiguration: { level: LEVEL[rule.severity] } } : {})
    }
  })
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tertial', version, rules: about } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...diagnostics.map(result),
          ...tystade.map(({ diagnostic, tystning }) => ({
            ...result(diagnostic),
            suppressions: [
              {
                kind: 'inSource',
                justification: tystning.skäl,
                location: { physicalLocation: location(tystning.span, sources) }
              }
            ]
          }))
        ]
      }
    ]
  }
}

const location = (span: Span, sources: Sources) => ({
  artifactLocation: { uri: encodeURI(span.file) },
  region: region(span, sources)
})

function region({ file, start, end }: Span, sources: Sources) {
  const source = sources.get(file)
  if (!source) return { startLine: 1 }
  const a = positionOf(source, start)
  const b = positionOf(source, end)
  return { startLine: a.line, startColumn: a.column, endLine: b.line, endColumn: b.column }
}
