import type { Diagnostic } from '../diagnostic.ts'
import { positionOf, type Sources } from '../source.ts'
import type { Engine } from '../template/engine.ts'
import type { GranskningVy } from '../template/listviews.ts'
import { formatAntal, formatLista } from '../text/swedish.ts'

/** "2 varningar och 3 råd"; undefined where there is nothing to look at. */
export function summarize(found: readonly Diagnostic[]): string | undefined {
  const count = (severity: Diagnostic['severity']) =>
    found.filter((d) => d.severity === severity).length
  const [fel, varningar, råd] = [count('error'), count('warning'), count('advice')]
  const said = [
    ...(fel > 0 ? [formatAntal(fel, 'fel', 'fel')] : []),
    ...(varningar > 0 ? [formatAntal(varningar, 'varning', 'varningar')] : []),
    ...(råd > 0 ? [formatAntal(råd, 'råd', 'råd')] : [])
  ]
  return said.length === 0 ? undefined : formatLista(said)
}

const LEVELS: Readonly<Record<Diagnostic['severity'], readonly [ord: string, klass: string]>> = {
  error: ['fel', 'fel'],
  warning: ['varning', 'varning'],
  advice: ['råd', 'rad']
}

/**
 * The page of a report that isn't decided, with what was found in it last on the page, for those
 * who review it. The printed one is without.
 */
export function withFindings(
  html: string,
  found: readonly Diagnostic[],
  sources: Sources,
  engine: Engine
): string {
  const summering = summarize(found)
  if (summering === undefined || !engine.has('block/granskning')) return html
  const vy: GranskningVy = {
    summering,
    fynd: found.map(({ severity, text, hint, span }) => {
      const source = span && sources.get(span.file)
      const line = source && span ? `:${positionOf(source, span.start).line}` : ''
      const [nivå, klass] = LEVELS[severity]
      return { nivå, klass, text, råd: hint ?? null, plats: span ? `${span.file}${line}` : null }
    })
  }
  const block = engine.render('block/granskning', vy)
  const end = html.lastIndexOf('</main>')
  return block === undefined || end < 0 ? html : `${html.slice(0, end)}${block}${html.slice(end)}`
}
