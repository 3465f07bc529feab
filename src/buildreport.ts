import type { Diagnostic } from './diagnostic.ts'
import { decimal } from './domain/decimal.ts'
import { formatSummary } from './reporter.ts'
import { formatDecimal } from './text/swedish.ts'

interface Outcome {
  readonly built: readonly { id: string; sidor: number | null; bytes: number | null }[]
  readonly failed: readonly string[]
  readonly outcomes: readonly { path: string; state: string; detail?: string }[]
  readonly diagnostics: { readonly all: readonly Diagnostic[] }
}

/** What `tertial build` says when it has built: a line a report, and how it went. */
export function formatBuilt(result: Outcome, ms: number, out: string): string {
  const state = new Map(result.outcomes.map((outcome) => [outcome.path, outcome]))
  const word = (id: string): string => {
    const outcome = state.get(id)
    if (outcome?.state === 'unchanged') return 'oförändrad'
    if (outcome?.state === 'failed') return `kunde inte skrivas: ${outcome.detail ?? ''}`
    return 'byggd'
  }
  const size = (sidor: number | null, bytes: number | null): string =>
    sidor === null ? '' : `, ${sidor} sidor, ${Math.ceil((bytes ?? 0) / 1000)} kB pdf`
  return [
    ...result.built.map(({ id, sidor, bytes }) => `${id}: ${word(id)}${size(sidor, bytes)}`),
    ...result.failed.map((id) => `${id}: byggdes inte, har fel`),
    ...result.outcomes
      .filter((outcome) => outcome.state === 'removed')
      .map(({ path }) => `${path}: borttagen, finns inte längre under content/`),
    `${formatSummary(result.diagnostics.all)} ${out}/index.html, ${formatDecimal(decimal(Math.round(ms) / 1000), 1)} s`
  ].join('\n')
}
