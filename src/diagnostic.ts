import type { Span } from './source.ts'

/** How bad it is; printed as fel, varning, råd. A report with an error is not written. */
export type Severity = 'error' | 'warning' | 'advice'

/** Something to tell the author: data only, worded in messages.ts, printed by reporter.ts. */
export interface Diagnostic {
  /** Permanent name in slug form, e.g. `referens-finns`: what is true when all is well. */
  readonly rule: string
  readonly severity: Severity
  /** One Swedish sentence without position or colour. */
  readonly text: string
  /** What to do, or the nearest word. */
  readonly hint?: string | undefined
  /** Absent rather than invented. */
  readonly span?: Span | undefined
  readonly related?: readonly { readonly text: string; readonly span: Span }[]
  /** Changes of sources that mend it and are safe to make without asking. */
  readonly fix?: readonly { readonly span: Span; readonly text: string }[]
}

/** What messages.ts makes: everything but the place. */
export type Message = Omit<Diagnostic, 'span'>

/** Collects what is found; nothing throws for bad content. */
export class Diagnostics {
  readonly #all: Diagnostic[] = []
  readonly #seen = new Set<string>()

  /** Adds a message at a place. The same message at the same place counts once. */
  add(message: Message, span?: Span): void {
    const key = `${message.rule}|${span?.file}|${span?.start}|${message.text}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#all.push(span ? { ...message, span } : { ...message })
  }

  get all(): readonly Diagnostic[] {
    return this.#all
  }

  get hasErrors(): boolean {
    return this.#all.some((d) => d.severity === 'error')
  }

  /**
   * Data before templates before text, since a fault in data is the cause of those that follow; then
   * by file, place and rule: the same order whatever the stages' order was.
   */
  sorted(): Diagnostic[] {
    return this.#all.toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        compare(a.span?.file ?? '', b.span?.file ?? '') ||
        (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
        compare(a.rule, b.rule) ||
        compare(a.text, b.text)
    )
  }
}

function rank({ span }: Diagnostic): number {
  const folder = span?.file.split('/')[0] ?? ''
  return ['data', 'templates', 'content'].indexOf(folder)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
