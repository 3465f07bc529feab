import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError
} from 'yaml'
import type { Diagnostics } from '../diagnostic.ts'
import * as messages from '../messages.ts'
import type { Source, Span } from '../source.ts'

/** A path into YAML data: keys and list positions. */
export type Path = readonly PropertyKey[]

/** Data from a file with the place of every key and value. All scalars are text, as the author typed them. */
export interface Located {
  readonly source: Source
  readonly data: unknown
  /** Span of the value (or key) at a path; the nearest one above it where the path isn't in the file. */
  spanOf(path: Path, part?: 'key' | 'value'): Span
}

export interface ReadOptions {
  /** A part of the source, such as front matter, and where it starts. */
  readonly text?: string
  readonly offset?: number
  /** Numbers and booleans become that, as chart templates want; data files keep all as text. */
  readonly typed?: boolean
}

interface Place {
  readonly value: Span
  readonly key: Span | undefined
  readonly children: Map<string, Place>
}

/**
 * YAML text → data and places. The failsafe schema keeps every scalar as text: `09` keeps its zero
 * and `5,35` its comma; fields are read where their unit is known. Faults are reported, and
 * undefined comes back when nothing usable is left.
 */
export function readYaml(
  source: Source,
  diagnostics: Diagnostics,
  options: ReadOptions = {}
): Located | undefined {
  const { text = source.text, offset = 0, typed = false } = options
  const at = (start: number, end: number): Span => ({
    file: source.path,
    start: start + offset,
    end: end + offset
  })
  const doc = parseDocument(text, {
    schema: typed ? 'core' : 'failsafe',
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: false,
    keepSourceTokens: false
  })
  for (const error of [...doc.errors, ...doc.warnings])
    reportYamlError(error, text, at, diagnostics)
  if (doc.errors.length > 0 && !isMap(doc.contents) && !isSeq(doc.contents)) return undefined
  const whole = at(0, text.length)
  if (doc.contents === null) return { source, data: null, spanOf: () => whole }
  let budget = 200_000
  const { data, place } = convert(doc.contents, undefined, doc)
  return {
    source,
    data,
    spanOf(path, part = 'value') {
      let here = place
      for (const step of path) {
        const next = here.children.get(String(step).normalize('NFC'))
        if (!next) return here.key ?? firstLine(here.value, source)
        here = next
      }
      return (part === 'key' ? here.key : undefined) ?? here.value
    }
  }

  function convert(
    node: unknown,
    key: Span | undefined,
    doc: Document
  ): { data: unknown; place: Place } {
    // Aliases can multiply a small file into a huge one; a report never needs that many nodes.
    if (--budget < 0) throw new RangeError(`${source.path}: more than 200 000 YAML nodes`)
    if (isAlias(node)) return convert(node.resolve(doc) ?? null, key, doc)
    const range = (node as { range?: readonly number[] | null } | null)?.range
    const value = range ? at(range[0] ?? 0, range[1] ?? 0) : (key ?? whole)
    const children = new Map<string, Place>()
    const place: Place = { value, key, children }
    if (isMap(node)) {
      const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>
      reportSplitNumbers(node, at, diagnostics)
      for (const pair of node.items) {
        const keyRange = (pair.key as { range?: readonly number[] | null } | null)?.range
        const keySpan = keyRange ? at(keyRange[0] ?? 0, keyRange[1] ?? 0) : value
        const name = String(isScalar(pair.key) ? pair.key.value : pair.key).normalize('NFC')
        if (children.has(name)) {
          const first = children.get(name)?.key
          diagnostics.add(messages.dubblettnyckel(name, first), keySpan)
          continue
        }
        const child = convert(pair.value, keySpan, doc)
        data[name] = child.data
        children.set(name, child.place)
      }
      return { data, place }
    }
    if (isSeq(node)) {
      const data = node.items.map((item, i) => {
        const child = convert(item, undefined, doc)
        children.set(String(i), child.place)
        return child.data
      })
      return { data, place }
    }
    const scalar = isScalar(node) ? node.value : ''
    if (typed && typeof scalar !== 'string') return { data: scalar, place }
    return { data: typeof scalar === 'string' ? scalar.normalize('NFC').trim() : '', place }
  }
}

/** `{ utfall: 5,35 }`: the comma splits a flow mapping, leaving `utfall: 5` and a key `35`. */
function reportSplitNumbers(
  map: { flow?: boolean; items: unknown[] },
  at: (a: number, b: number) => Span,
  diagnostics: Diagnostics
): void {
  if (!map.flow) return
  const pairs = map.items as { key: unknown; value: unknown }[]
  for (const [i, pair] of pairs.entries()) {
    const before = pairs[i - 1]
    if (!before || !isScalar(pair.key) || !isScalar(before.value) || !isScalar(before.key)) continue
    const empty = pair.value === null || (isScalar(pair.value) && !pair.value.value)
    const whole = String(before.value.value)
    const fraction = String(pair.key.value)
    if (!empty || !/^[-−+]?\d+$/.test(whole) || !/^\d+$/.test(fraction)) continue
    const start = before.value.range?.[0] ?? 0
    const end = pair.key.range?.[1] ?? start
    diagnostics.add(
      messages.kommaDelarTal(String(before.key.value), whole, fraction),
      at(start, end)
    )
  }
}

/** The first line of a long value, so that a frame shows a place and not a page. */
function firstLine(span: Span, source: Source): Span {
  const lineEnd = source.text.indexOf('\n', span.start)
  return lineEnd > 0 && lineEnd < span.end ? { ...span, end: lineEnd } : span
}

function reportYamlError(
  error: YAMLError,
  text: string,
  at: (a: number, b: number) => Span,
  diagnostics: Diagnostics
): void {
  const [start, end] = error.pos
  diagnostics.add(
    messages.yamlFel(error.code, error.message, text.slice(start, end)),
    at(start, Math.max(end, start + 1))
  )
}
