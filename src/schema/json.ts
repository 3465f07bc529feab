import { z } from 'zod'
import type { Fältmeta, Referensslag } from './common.ts'
import { FILURSPRUNG, LISTOR } from './datafil.ts'
import { organisation, rapport } from './organisation.ts'
import { styrmodell } from './styrning.ts'

/** An id that can be pointed at, with what it is called. */
export interface Mål {
  readonly id: string
  readonly om?: string
}

/** What there is to point at, by kind. Without it an id is any text. */
export type Förslag = Partial<Readonly<Record<Referensslag | 'mått', readonly Mål[]>>>

/** JSON Schema, as far as it is read here. */
export interface JsonSchema extends Fältmeta {
  $ref?: string
  $schema?: string
  definitions?: Record<string, JsonSchema>
  title?: string
  description?: string
  markdownDescription?: string
  examples?: unknown[]
  type?: string | string[]
  enum?: unknown[]
  enumDescriptions?: string[]
  pattern?: string
  minLength?: number
  properties?: Record<string, JsonSchema>
  propertyNames?: JsonSchema
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

const FILER = {
  data: ['En datafil i Tertial', datafil],
  organisation: ['organisation.yaml i Tertial', () => z.strictObject({ organisation })],
  styrmodell: ['styrmodell.yaml i Tertial', () => z.strictObject({ styrmodell })],
  rapport: ['rapport.yaml i Tertial', () => z.strictObject({ rapport })]
} as const

/** The kinds of YAML file that a writer edits. */
export type Filslag = keyof typeof FILER

function datafil() {
  const lists = Object.entries(LISTOR).map(([key, post]) => {
    const { description = '' } = post.meta() ?? {}
    return [
      key,
      z
        .array(post as z.ZodType)
        .meta({ description })
        .optional()
    ]
  })
  return z.strictObject({ ursprung: FILURSPRUNG.optional(), ...Object.fromEntries(lists) })
}

/**
 * The schema of a kind of file for an editor, made from the one that validates it: draft 7, which
 * editors read best. `förslag` are the project's own ids, which are suggested where one is asked for.
 */
export function toJsonSchema(slag: Filslag, förslag: Förslag = {}): JsonSchema {
  const [title, schema] = FILER[slag]
  const json = z.toJSONSchema(schema(), {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any'
  }) as JsonSchema
  return { title, ...adapt(json, förslag) }
}

/** YAML's plain scalars: what a data file holds is text, but an editor sees numbers and booleans. */
const SKALÄR = ['string', 'number', 'boolean']

function adapt(schema: JsonSchema, förslag: Förslag): JsonSchema {
  const { exempel, referens, mått, kortform, ...rest } = schema
  const each = <T extends JsonSchema | boolean>(s: T): T =>
    (typeof s === 'boolean' ? s : adapt(s, förslag)) as T
  const map = (all: Record<string, JsonSchema>) =>
    Object.fromEntries(Object.entries(all).map(([key, s]) => [key, each(s)]))
  const node: JsonSchema = { ...rest }
  if (exempel && exempel.length > 0) node.examples = [...exempel]
  if (node.type === 'string' && !node.enum) node.type = SKALÄR
  if (node.definitions) node.definitions = map(node.definitions)
  if (node.properties) node.properties = map(node.properties)
  if (node.items) node.items = each(node.items)
  if (node.anyOf) node.anyOf = node.anyOf.map(each)
  if (node.oneOf) node.oneOf = node.oneOf.map(each)
  if (node.additionalProperties !== undefined)
    node.additionalProperties = each(node.additionalProperties)
  if (mått) suggestKeys(node, förslag['mått'] ?? [])
  if (node.propertyNames) {
    const { referens: nycklar, enum: fasta } = node.propertyNames
    if (nycklar) suggestKeys(node, förslag[nycklar] ?? [])
    if (fasta)
      suggestKeys(
        node,
        fasta.map((id) => ({ id: String(id) }))
      )
    // A year as a key is a number to an editor, so the names' form can't be said.
    if (fasta) node.propertyNames = { enum: fasta }
    else delete node.propertyNames
  }
  if (kortform) return shorten(node)
  return referens ? suggest(node, förslag[referens] ?? []) : node
}

/** Known keys of a record get a name, so that they can be completed and explained. */
function suggestKeys(node: JsonSchema, mål: readonly Mål[]): void {
  const value = node.additionalProperties
  if (typeof value !== 'object' || mål.length === 0) return
  const known = mål
    .filter(({ id }) => !Object.hasOwn(node.properties ?? {}, id))
    .map(({ id, om }) => [id, om === undefined ? value : { ...value, description: om }])
  node.properties = { ...node.properties, ...Object.fromEntries(known) }
}

/** Suggests ids, but takes another too: that one is missing is told by `check`, with more to say. */
function suggest(node: JsonSchema, mål: readonly Mål[]): JsonSchema {
  if (mål.length === 0) return node
  const { description, examples, ...form } = node
  return {
    ...(description !== undefined && { description }),
    ...(examples && { examples }),
    anyOf: [
      { enum: mål.map(({ id }) => id), enumDescriptions: mål.map(({ om }) => om ?? '') },
      form
    ]
  }
}

function shorten(node: JsonSchema): JsonSchema {
  const { description, examples, ...form } = node
  return {
    ...(description !== undefined && { description }),
    ...(examples && { examples }),
    anyOf: [{ type: SKALÄR }, form]
  }
}
