import type { Diagnostic } from '../diagnostic.ts'
import { positionOf, type Sources } from '../source.ts'

/** A file with the safe changes made. */
export interface Rättad {
  readonly path: string
  readonly text: string
  readonly ändringar: readonly {
    readonly rad: number
    readonly regel: string
    readonly från: string
    readonly till: string
  }[]
}

/**
 * Files with all changes that are safe to make unasked. A finding whose changes touch one already
 * made is left for the next run, so that nothing is changed half.
 */
export function applyFixes(diagnostics: readonly Diagnostic[], sources: Sources): Rättad[] {
  const edits = new Map<string, { start: number; end: number; text: string; regel: string }[]>()
  for (const { fix, rule } of diagnostics) {
    if (!fix || fix.length === 0) continue
    const free = fix.every(({ span: { file, start, end } }) =>
      (edits.get(file) ?? []).every((other) => end <= other.start || start >= other.end)
    )
    if (!free) continue
    for (const { span, text } of fix) {
      const list = edits.get(span.file) ?? []
      list.push({ start: span.start, end: span.end, text, regel: rule })
      edits.set(span.file, list)
    }
  }
  const done: Rättad[] = []
  for (const [path, list] of edits) {
    const source = sources.get(path)
    if (!source) continue
    let text = ''
    let at = 0
    const sorted = list.toSorted((a, b) => a.start - b.start)
    for (const edit of sorted) {
      text += source.text.slice(at, edit.start) + edit.text
      at = edit.end
    }
    done.push({
      path,
      text: text + source.text.slice(at),
      ändringar: sorted.map(({ start, end, text: till, regel }) => ({
        rad: positionOf(source, start).line,
        regel,
        från: source.text.slice(start, end),
        till
      }))
    })
  }
  return done
}

/** What was changed, a line each, with no-break spaces shown. */
export function formatFixes(rättade: readonly Rättad[]): string {
  const show = (text: string) => text.replaceAll('\u00a0', '␣')
  return rättade
    .flatMap(({ path, ändringar }) =>
      ändringar.map(
        ({ rad, regel, från, till }) =>
          `${path}:${rad}  ${regel}: ${från === '' ? 'lagt till' : `"${show(från)}" →`} ${till === '' ? 'borttaget' : `"${show(till)}"`}`
      )
    )
    .join('\n')
}
