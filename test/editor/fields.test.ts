import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Fältmeta } from '../../src/schema/common.ts'
import { LISTOR } from '../../src/schema/datafil.ts'
import { dokumentmall } from '../../src/schema/dokumentmall.ts'
import { toJsonSchema } from '../../src/schema/json.ts'
import { organisation, rapport } from '../../src/schema/organisation.ts'
import { styrmodell } from '../../src/schema/styrning.ts'

interface Field {
  readonly name: string
  readonly schema: z.ZodType
  readonly meta: Fältmeta
}
type Def = Partial<
  Record<'innerType' | 'element' | 'valueType' | 'in' | 'out' | 'catchall', z.ZodType>
> & { type: string; options?: readonly z.ZodType[]; shape?: Record<string, z.ZodType> }

const defOf = (schema: z.ZodType): Def => (schema as unknown as { def: Def }).def
const within = (schema: z.ZodType): z.ZodType =>
  defOf(schema).innerType ? within(defOf(schema).innerType as z.ZodType) : schema

/** Every key that a writer can type, below that schema. */
function fieldsOf(schema: z.ZodType, path: string, seen = new Set<z.ZodType>()): Field[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { shape = {}, innerType, element, valueType, out, options = [], catchall } = defOf(schema)
  const deeper = [innerType, element, valueType, out, catchall, ...options]
  return [
    ...Object.entries(shape).flatMap(([key, value]) => {
      const name = `${path}.${key}`
      const field = { name, schema: within(value), meta: (within(value).meta() ?? {}) as Fältmeta }
      return [field, ...fieldsOf(value, name, seen)]
    }),
    ...deeper.flatMap((next) => (next ? fieldsOf(next, path, seen) : []))
  ]
}

const FILES: Readonly<Record<string, z.ZodType>> = {
  ...LISTOR,
  organisation,
  rapport,
  styrmodell,
  dokumentmall
}
const fields = Object.entries(FILES).flatMap(([name, schema]) => fieldsOf(schema, name))

describe('every key of the data', () => {
  it('is found by the walk', () => {
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'indikatorer.serie.målvärde',
        'indikatorer.serie.uppdelning.namn',
        'mål.prioriteringar',
        'revision.områden.delområden.kriterier.punkter',
        'organisation.enheter.namn'
      ])
    )
    expect(fields.length).toBeGreaterThan(150)
  })

  it('says what it is, in a sentence', () => {
    const silent = fields.filter(({ meta }) => !/^\p{Lu}.*[.]$/u.test(meta.description ?? ''))
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('has an example where it takes a text, a number or a list of them', () => {
    const simple = new Set(['string', 'enum', 'pipe'])
    const bare = fields.filter(
      ({ schema, meta }) => simple.has(defOf(schema).type) && !meta.exempel?.length
    )
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  it('has examples that fit it', () => {
    const misfits = fields.flatMap(({ name, schema, meta }) =>
      (meta.exempel ?? [])
        .filter((example) => !schema.safeParse(example).success)
        .map((example) => `${name}: ${JSON.stringify(example)}`)
    )
    expect(misfits).toEqual([])
  })
})

describe('toJsonSchema(slag, förslag)', () => {
  const indikator = (förslag: Parameters<typeof toJsonSchema>[1]) =>
    toJsonSchema('data', förslag).properties?.['indikatorer']?.items?.properties ?? {}

  it('lets a text be typed as the number or the boolean that YAML reads in it', () => {
    expect(indikator({})['namn']).toEqual({
      type: ['string', 'number', 'boolean'],
      minLength: 1,
      description: 'Namnet som det skrivs i rapporten.',
      examples: ['Sjukfrånvarotid i relation till ordinarie arbetstid']
    })
  })

  it('suggests ids with what they are called, and takes others', () => {
    expect(indikator({ mål: [{ id: 'trygghet', om: 'Tryggare stad' }] })['mål']).toEqual({
      description: 'Det mål som indikatorn mäter.',
      examples: ['attraktiv-arbetsgivare'],
      anyOf: [
        { enum: ['trygghet'], enumDescriptions: ['Tryggare stad'] },
        {
          type: ['string', 'number', 'boolean'],
          pattern: '^[\\p{Ll}\\d]+(-[\\p{Ll}\\d]+)*$'
        }
      ]
    })
  })

  it('names the measures under a period', () => {
    const serie = indikator({ mått: [{ id: 'ram', om: 'Årets ram' }] })['serie']
    const period = serie?.additionalProperties
    expect(typeof period === 'object' && period.properties?.['ram']?.description).toBe('Årets ram')
  })
})
