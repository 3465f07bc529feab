import type { z } from 'zod'
import type { Fältmeta } from './common.ts'
import { LISTOR } from './datafil.ts'
import { dokumentmall } from './dokumentmall.ts'
import { organisation, rapport } from './organisation.ts'
import { styrmodell } from './styrning.ts'

/** A key that a writer can type, with what is said of it. */
export interface Nyckel {
  /** From the record, with `<period>` for a key that varies: `serie.<period>.målvärde`. */
  readonly väg: string
  readonly krav: boolean
  readonly om: string
  readonly exempel: readonly string[]
  /** The values that are allowed, where they are few. */
  readonly värden: readonly string[]
}

const POSTER: Readonly<Record<string, z.ZodType>> = {
  ...LISTOR,
  organisation,
  styrmodell,
  rapport,
  dokumentmall
}

/** The keys of a record, with those below them, in the order of the schema. */
export function readNycklar(
  namn: string
): readonly Nyckel[] | { readonly kända: readonly string[] } {
  const schema = POSTER[namn]
  return schema ? keysOf(schema, '', new Set()) : { kända: Object.keys(POSTER) }
}

interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly out?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
}
const defOf = (schema: z.ZodType): Def => (schema as unknown as { def: Def }).def

/** A record's key varies: what stands for it in the way to the keys below. */
const VARIERAR = '<period>'

/** `seen` are the records on the way here: one that holds its own kind is told of once. */
function keysOf(schema: z.ZodType, path: string, seen: ReadonlySet<z.ZodType>): Nyckel[] {
  const inner = unwrap(schema)
  const def = defOf(inner)
  const below = (next: z.ZodType, at: string) => keysOf(next, at, new Set([...seen, inner]))
  if (seen.has(inner)) return []
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([key, value]) => {
        const own = path === '' ? key : `${path}.${key}`
        return [tell(own, value), ...below(value, own)]
      })
    case 'array':
      return def.element ? below(def.element, path) : []
    case 'record':
      return def.valueType && hasKeys(def.valueType)
        ? // The second key that varies is the measure in the period.
          below(def.valueType, `${path}.${path.includes(VARIERAR) ? '<mått>' : VARIERAR}`)
        : []
    case 'union':
      return (def.options ?? []).flatMap((option) => below(option, path))
    default:
      return []
  }
}

const hasKeys = (schema: z.ZodType): boolean =>
  ['object', 'record', 'array'].includes(defOf(unwrap(schema)).type)

/** Through what is optional, and through a short form to the whole one. */
function unwrap(schema: z.ZodType): z.ZodType {
  const { type, innerType, out } = defOf(schema)
  if (innerType) return unwrap(innerType)
  return type === 'pipe' && out && defOf(out).type !== 'transform' ? unwrap(out) : schema
}

function tell(väg: string, schema: z.ZodType): Nyckel {
  const optional = defOf(schema).type === 'optional'
  const named = optional ? (defOf(schema).innerType ?? schema) : schema
  const { description = '', exempel = [] } = (named.meta() ?? {}) as Fältmeta
  return {
    väg,
    krav: !optional,
    om: description,
    exempel: exempel.map(written),
    värden: Object.keys(defOf(unwrap(named)).entries ?? {})
  }
}

/** An example as it is typed in YAML. */
function written(exempel: unknown): string {
  if (Array.isArray(exempel)) return exempel.map((each) => `- ${written(each)}`).join('\n')
  if (typeof exempel === 'object' && exempel !== null)
    return Object.entries(exempel)
      .map(([key, value]) => `${key}: ${written(value)}`)
      .join(', ')
  return String(exempel)
}
