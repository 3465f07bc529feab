import { Diagnostics } from '../../src/diagnostic.ts'
import type { RenderOptions } from '../../src/markdown/context.ts'
import { parseMarkdown, renderMarkdown, type Rendered } from '../../src/markdown/processor.ts'
import type { MarkdownTree } from '../../src/markdown/tree.ts'
import { createSource, positionOf } from '../../src/source.ts'

interface Tried extends Rendered {
  readonly tree: MarkdownTree
  /** "3:6-3:8 fotnot-har-text", or with a fourth word the severity when it isn't an error. */
  readonly faults: string[]
}

/** Parses and renders; every value becomes what `values` has for its text, else nothing. */
export function render(
  text: string,
  values: Record<string, string> = {},
  options: Partial<RenderOptions> = {}
): Tried {
  const source = createSource('x.md', text)
  const diagnostics = new Diagnostics()
  const tree = parseMarkdown(source, diagnostics)
  const rendered = renderMarkdown(tree, {
    replace(value) {
      const html = values[value.text]
      return html === undefined ? undefined : { html, block: html.startsWith('<table') }
    },
    headingOffset: 1,
    ids: new Set(),
    idPrefix: 'p-',
    diagnostics,
    ...options
  })
  const place = (offset: number): string => {
    const { line, column } = positionOf(source, offset)
    return `${line}:${column}`
  }
  const faults = diagnostics
    .sorted()
    .map(
      ({ rule, span, severity }) =>
        `${span ? `${place(span.start)}-${place(span.end)}` : '?'} ${rule}${severity === 'error' ? '' : ` ${severity}`}`
    )
  return { ...rendered, tree, faults }
}

/** The HTML alone. */
export function htmlOf(text: string, values: Record<string, string> = {}): string {
  return render(text, values).html
}

/** What is reported alone. */
export function faultsOf(text: string): string[] {
  return render(text).faults
}
