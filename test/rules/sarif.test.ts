import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { toSarif } from '../../src/rules/sarif.ts'
import { createSource } from '../../src/source.ts'

type Kind = 'text' | 'whole' | 'uri' | readonly string[] | { readonly [key: string]: string }

/**
 * The parts of the SARIF 2.1.0 schema that the report uses, as the standard has them: for each kind of
 * object its properties, required ones with "!", lists with "[]".
 */
const OBJECTS: Readonly<Record<string, Readonly<Record<string, Kind | string>>>> = {
  log: { $schema: 'uri', 'version!': ['2.1.0'], 'runs![]': 'run' },
  run: {
    'tool!': 'tool',
    columnKind: ['utf16CodeUnits', 'unicodeCodePoints'],
    'results[]': 'result'
  },
  tool: { 'driver!': 'driver' },
  driver: { 'name!': 'text', version: 'text', 'rules[]': 'rule' },
  rule: { 'id!': 'text', fullDescription: 'said', defaultConfiguration: 'configuration' },
  said: { 'text!': 'text' },
  configuration: { level: ['none', 'note', 'warning', 'error'] },
  result: {
    ruleId: 'text',
    level: ['none', 'note', 'warning', 'error'],
    'message!': 'said',
    'locations[]': 'location',
    'relatedLocations[]': 'location',
    'fixes[]': 'fix',
    'suppressions[]': 'suppression'
  },
  location: { id: 'whole', message: 'said', physicalLocation: 'physical' },
  physical: { 'artifactLocation!': 'artifact', region: 'region' },
  artifact: { uri: 'uri' },
  region: { startLine: 'place', startColumn: 'place', endLine: 'place', endColumn: 'place' },
  fix: { description: 'said', 'artifactChanges![]': 'change' },
  change: { 'artifactLocation!': 'artifact', 'replacements![]': 'replacement' },
  replacement: { 'deletedRegion!': 'region', insertedContent: 'said' },
  suppression: { 'kind!': ['inSource', 'external'], justification: 'text', location: 'location' }
}

/** Where an object isn't as the standard has it. */
function faults(kind: Kind | string, value: unknown, at: string): string[] {
  if (Array.isArray(kind)) return kind.includes(value as string) ? [] : [`${at}: ${String(value)}`]
  if (kind === 'text') return typeof value === 'string' ? [] : [`${at}: no text`]
  if (kind === 'uri')
    return typeof value === 'string' && /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/.test(value)
      ? []
      : [`${at}: no address`]
  if (kind === 'whole' || kind === 'place')
    return Number.isInteger(value) && (value as number) >= (kind === 'place' ? 1 : 0)
      ? []
      : [`${at}: ${String(value)}`]
  const properties = OBJECTS[kind as string] ?? {}
  const object = value as Readonly<Record<string, unknown>>
  const known = new Map(
    Object.entries(properties).map(([key, of]) => [key.replace(/[![\]]+$/, ''), { key, of }])
  )
  const missing = [...known]
    .filter(([name, { key }]) => key.includes('!') && !(name in object))
    .map(([name]) => `${at}: no ${name}`)
  const wrong = Object.entries(object).flatMap(([name, each]) => {
    const property = known.get(name)
    if (!property) return [`${at}: unknown ${name}`]
    if (!property.key.endsWith('[]')) return faults(property.of, each, `${at}.${name}`)
    return Array.isArray(each)
      ? each.flatMap((one, i) => faults(property.of, one, `${at}.${name}[${i}]`))
      : [`${at}.${name}: no list`]
  })
  return [...missing, ...wrong]
}

const source = createSource('content/år 1/10-text.md', '# A\n\nDet är 8,5% mer.\n')
const sources = new Map([[source.path, source]])
const span = { file: source.path, start: 12, end: 16 }
const FYND: Diagnostic = {
  rule: 'mellanslag-fore-enhet',
  severity: 'advice',
  text: 'Mellanslag saknas.',
  hint: 'Skriv ett.',
  span,
  related: [{ text: 'I data', span }],
  fix: [{ span, text: '8,5\u00a0%' }]
}
const tystning = { regel: FYND.rule, skäl: 'så står det', span, från: 0, till: 20 }

describe('toSarif() as SARIF 2.1.0', () => {
  it.each<[string, readonly Diagnostic[], boolean]>([
    ['nothing', [], false],
    ['a finding with all that one can have, and a silenced one', [FYND], true],
    ['one without a place', [{ rule: 'a-b', severity: 'error', text: 'Fel.' }], false],
    [
      'one in a file that is not read',
      [
        {
          rule: 'a-b',
          severity: 'warning',
          text: 'Fel.',
          span: { file: 'x å.md', start: 0, end: 0 }
        }
      ],
      false
    ],
    ['one at an empty place', [{ ...FYND, span: { ...span, end: 12 } }], false]
  ])('is of that form for %s', (_, found, silenced) => {
    const tystade = silenced ? [{ diagnostic: FYND, tystning }] : []
    const log: unknown = JSON.parse(JSON.stringify(toSarif(found, tystade, sources, '1.0')))
    expect(faults('log', log, 'log')).toEqual([])
  })

  it('names each rule once, and every rule that a finding has', () => {
    const log = toSarif([FYND, FYND], [{ diagnostic: FYND, tystning }], sources, '1.0')
    expect(log).toMatchObject({
      runs: [{ tool: { driver: { rules: [{ id: 'mellanslag-fore-enhet' }] } } }]
    })
  })
})
