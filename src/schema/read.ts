import type { z } from 'zod'
import type { Diagnostics } from '../diagnostic.ts'
import { ettAv, okäntVärde } from '../messages.ts'
import type { Located, Path } from '../yaml/read.ts'
import * as messages from './messages.ts'

/** A record that passed its schema, with the place it came from. */
export interface Post<T> {
  readonly data: T
  readonly located: Located
  readonly path: Path
}

/**
 * Holds the data at a path against a schema. Every fault becomes a message at its key or value;
 * undefined comes back when there was one.
 */
export function readPost<S extends z.ZodType>(
  schema: S,
  located: Located,
  path: Path,
  diagnostics: Diagnostics
): Post<z.infer<S>> | undefined {
  const raw = valueAt(located.data, path)
  const result = schema.safeParse(raw)
  if (result.success) return { data: result.data, located, path }
  const { issues } = result.error
  for (const issue of issues)
    // A mistyped key is why the right one seems to be missing.
    if (issue.code !== 'custom' || !issues.some((other) => isUnknownKey(other, issue.path)))
      report(issue, schema, raw, located, path, diagnostics)
  return undefined
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data
  )
}

type Issue = z.core.$ZodIssue

const isUnknownKey = (issue: Issue, path: Path): boolean =>
  issue.code === 'unrecognized_keys' && issue.path.join('/') === path.join('/')

function report(
  issue: Issue,
  schema: z.ZodType,
  raw: unknown,
  located: Located,
  base: Path,
  diagnostics: Diagnostics
): void {
  const path = [...base, ...issue.path]
  const nyckel = [...path].reverse().find((step) => typeof step === 'string' && !/^\d+$/.test(step))
  const namn = typeof nyckel === 'string' ? nyckel : 'värdet'
  const value = valueAt(raw, issue.path)
  const text = typeof value === 'string' ? value : ''
  switch (issue.code) {
    case 'unrecognized_keys': {
      const kända = keysAt(schema, issue.path)
      for (const key of issue.keys) {
        diagnostics.add(messages.okändNyckel(key, kända), located.spanOf([...path, key], 'key'))
      }
      return
    }
    case 'invalid_type':
      if (value === undefined)
        diagnostics.add(
          messages.saknadNyckel(String(path.at(-1))),
          located.spanOf(path.slice(0, -1), 'key')
        )
      else
        diagnostics.add(
          text === '' && typeof value === 'string'
            ? messages.tomtVärde(namn)
            : messages.felSlag(namn, expected(issue.expected), typeof path.at(-1) === 'number'),
          located.spanOf(path)
        )
      return
    case 'too_small':
      diagnostics.add(messages.tomtVärde(namn), located.spanOf(path, text === '' ? 'key' : 'value'))
      return
    case 'invalid_value':
      diagnostics.add(
        value === undefined
          ? messages.saknadNyckel(namn)
          : okäntVärde(namn, text, issue.values.map(String)),
        located.spanOf(value === undefined ? path.slice(0, -1) : path)
      )
      return
    case 'invalid_format':
      diagnostics.add(messages.ogiltigtFormat(namn, text, issue.message), located.spanOf(path))
      return
    case 'custom':
      diagnostics.add(custom(issue.message, namn, value), located.spanOf(path))
      return
    case 'invalid_union': {
      // The branch that got furthest is the one that was meant.
      const best = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0]
      if (best)
        report(
          { ...best, path: [...issue.path, ...best.path] } as Issue,
          schema,
          raw,
          located,
          base,
          diagnostics
        )
      return
    }
    case 'invalid_key':
      diagnostics.add(okäntVärde(namn, String(issue.path.at(-1)), []), located.spanOf(path, 'key'))
      return
    default:
      diagnostics.add(messages.felSlag(namn, 'text'), located.spanOf(path))
  }
}

function expected(type: string): 'nycklar' | 'lista' | 'text' {
  return type === 'object' || type === 'record' ? 'nycklar' : type === 'array' ? 'lista' : 'text'
}

/** A refinement's message is the name of a form, or "ett av" and the keys of which one must be there. */
function custom(message: string, namn: string, value: unknown) {
  const [, list] = /^ett av (.*)$/.exec(message) ?? []
  if (list === undefined)
    return messages.ogiltigtFormat(namn, typeof value === 'string' ? value : '', message)
  const keys = list.split(', ')
  const given = keys.filter((key) => typeof value === 'object' && value !== null && key in value)
  return ettAv(message, given.length)
}

/** The keys that an object schema allows at a path, for hints. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  interface Def {
    type: string
    shape?: Record<string, z.ZodType>
    element?: z.ZodType
    valueType?: z.ZodType
    innerType?: z.ZodType
    out?: z.ZodType
    options?: z.ZodType[]
    catchall?: z.ZodType
  }
  const unwrap = (s: z.ZodType | undefined): Def | undefined => {
    const def = s && (s as unknown as { def: Def }).def
    if (!def) return undefined
    return def.type === 'optional' || def.type === 'default'
      ? unwrap(def.innerType)
      : def.type === 'pipe'
        ? unwrap(def.out)
        : def
  }
  let here = unwrap(schema)
  for (const step of path) {
    if (here?.type === 'array') here = unwrap(here.element)
    else if (here?.type === 'record') here = unwrap(here.valueType)
    else if (here?.type === 'object') here = unwrap(here.shape?.[String(step)] ?? here.catchall)
  }
  return Object.keys(here?.shape ?? {})
}
