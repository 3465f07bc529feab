import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
  type YAMLError
} from 'yaml'
import type { Diagnostics, Message } from '../diagnostic.ts'
import type { Source, Span } from '../source.ts'
import { adaptYamlFaults } from './faults.ts'
import * as messages from './messages.ts'

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

/** Deeper than this no report's data go; more is a mistake that would exhaust the stack. */
const DEEPEST = 100
/** Aliases can multiply a small file into a huge one; a report never needs that many nodes. */
const MOST_NODES = 200_000

/**
 * YAML text → data and places. The failsafe schema keeps every scalar as text: `09` keeps its zero
 * and `5,35` its comma; fields are read where their unit is known. Faults are reported; after a
 * fault of syntax nothing is given, since what the library guesses would cause faults of its own.
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
  const whole = at(0, text.length)
  const doc = parse(text, typed)
  if (!doc) {
    diagnostics.add(messages.förDjupt(), firstLine(whole, source))
    return undefined
  }
  const faults = adaptYamlFaults(
    [...doc.errors, ...doc.warnings, ...(!typed && /[&*]/.test(text) ? aliasFaults(doc) : [])],
    text
  )
  for (const { message, start, end } of faults) diagnostics.add(message, at(start, end))
  if (faults.length > 0) return undefined
  if (doc.contents === null) return { source, data: null, spanOf: () => whole }
  let budget = MOST_NODES
  let read: Read
  try {
    read = convert(doc.contents, undefined, 0)
  } catch (thrown) {
    if (!(thrown instanceof TooMuch)) throw thrown
    diagnostics.add(thrown.reason, firstLine(whole, source))
    return undefined
  }
  const { data, place } = read
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
      const empty = here.value.start === here.value.end
      return (part === 'key' || empty ? here.key : undefined) ?? here.value
    }
  }

  function convert(node: unknown, key: Span | undefined, depth: number): Read {
    if (--budget < 0) throw new TooMuch(messages.förMångaHänvisningar())
    if (depth > DEEPEST) throw new TooMuch(messages.förDjupt())
    if (isAlias(node)) return convert(node.resolve(doc as Document) ?? null, key, depth + 1)
    const range = (node as { range?: readonly number[] | null } | null)?.range
    const value = range ? at(range[0] ?? 0, range[1] ?? 0) : (key ?? whole)
    const children = new Map<string, Place>()
    const place: Place = { value, key, children }
    if (isMap(node)) {
      const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>
      const split = reportSplitNumbers(node, at, diagnostics)
      for (const pair of node.items) {
        if (split.has(pair)) continue
        const keyRange = (pair.key as { range?: readonly number[] | null } | null)?.range
        const keySpan = keyRange ? at(keyRange[0] ?? 0, keyRange[1] ?? 0) : value
        const name = String(isScalar(pair.key) ? pair.key.value : pair.key).normalize('NFC')
        if (children.has(name)) {
          const first = children.get(name)?.key
          diagnostics.add(messages.dubblettnyckel(name, first), keySpan)
          continue
        }
        const child = convert(pair.value, keySpan, depth + 1)
        data[name] = child.data
        children.set(name, child.place)
      }
      return { data, place }
    }
    if (isSeq(node)) {
      const data = node.items.map((item, i) => {
        const child = convert(item, undefined, depth + 1)
        children.set(String(i), child.place)
        return child.data
      })
      return { data, place }
    }
    const scalar = isScalar(node) ? node.value : ''
    if (typed && typeof scalar !== 'string') return { data: scalar, place }
    if (!typed && range && isScalar(node) && (node.type === 'PLAIN' || !node.type))
      reportCutText(range[1] ?? 0)
    return { data: typeof scalar === 'string' ? scalar.normalize('NFC').trim() : '', place }
  }

  /** `namn: Mål #1`: what follows the # is a comment, which the writer may not have meant. */
  function reportCutText(end: number): void {
    CUT.lastIndex = end
    const cut = CUT.exec(text)
    if (cut)
      diagnostics.add(
        messages.textEfterNummertecken(cut[1] ?? ''),
        at(CUT.lastIndex - (cut[1] ?? '').length - 1, CUT.lastIndex)
      )
  }
}

const CUT = /[ \t]+#([\p{L}\p{N}][^\r\n]*)/uy

interface Read {
  readonly data: unknown
  readonly place: Place
}

/** Leaves the recursion with what is wrong; never leaves this module. */
class TooMuch extends Error {
  readonly reason: Message
  constructor(reason: Message) {
    super(reason.text)
    this.reason = reason
  }
}

function parse(text: string, typed: boolean): Document | undefined {
  try {
    return parseDocument(text, {
      schema: typed ? 'core' : 'failsafe',
      lineCounter: new LineCounter(),
      prettyErrors: false,
      uniqueKeys: false,
      keepSourceTokens: false
    })
  } catch (thrown) {
    // The library recurses; thousands of brackets in each other exhaust the stack.
    if (thrown instanceof RangeError) return undefined
    throw thrown
  }
}

/** `*viktigt` and `&HR` where text was meant: names that are used but not given, or given and not used. */
function aliasFaults(doc: Document): YAMLError[] {
  const anchors = new Map<string, [number, number]>()
  const used = new Set<string>()
  const faults: YAMLError[] = []
  try {
    visit(doc, (_, node) => {
      const range = (node as { range?: readonly number[] } | null)?.range ?? [0, 0]
      const start = range[0] ?? 0
      if (isAlias(node)) {
        if (anchors.has(node.source)) used.add(node.source)
        else faults.push(badAlias([start, start + node.source.length + 1]))
      } else if (isScalar(node) || isMap(node) || isSeq(node)) {
        if (node.anchor) anchors.set(node.anchor, [start, start + 1])
      }
    })
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
  }
  for (const [name, place] of anchors) if (!used.has(name)) faults.push(badAlias(place))
  return faults
}

const badAlias = (pos: [number, number]): YAMLError => new YAMLParseError(pos, 'BAD_ALIAS', '')

/**
 * `{ utfall: 5,35 }`: the comma splits a flow mapping, leaving `utfall: 5` and a key `35`. Gives the
 * pairs that are such left-overs.
 */
function reportSplitNumbers(
  map: { flow?: boolean; items: unknown[] },
  at: (a: number, b: number) => Span,
  diagnostics: Diagnostics
): Set<unknown> {
  const split = new Set<unknown>()
  if (!map.flow) return split
  const pairs = map.items as { key: unknown; value: unknown }[]
  for (const [i, pair] of pairs.entries()) {
    const before = pairs[i - 1]
    if (!before || !isScalar(pair.key) || !isScalar(before.value) || !isScalar(before.key)) continue
    const empty = pair.value === null || (isScalar(pair.value) && !pair.value.value)
    const whole = String(before.value.value)
    const fraction = String(pair.key.value)
    if (!empty || !/^[-−–+]?\d[\d\s]*$/.test(whole) || !/^\d+( ?[%\p{L}]+)?$/u.test(fraction))
      continue
    const start = before.value.range?.[0] ?? 0
    const end = pair.key.range?.[1] ?? start
    split.add(pair)
    diagnostics.add(
      messages.kommaDelarTal(String(before.key.value), whole, fraction),
      at(start, end)
    )
  }
  return split
}

/** The first line of a long value, so that a frame shows a place and not a page. */
function firstLine(span: Span, source: Source): Span {
  const lineEnd = source.text.indexOf('\n', span.start)
  return lineEnd > 0 && lineEnd < span.end ? { ...span, end: lineEnd } : span
}
