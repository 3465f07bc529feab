import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../src/diagnostic.ts'
import { createSource } from '../../src/source.ts'
import { readYaml, type Path, type ReadOptions } from '../../src/yaml/read.ts'

function read(text: string, options: ReadOptions = {}) {
  const diagnostics = new Diagnostics()
  const located = readYaml(createSource('x.yaml', text), diagnostics, options)
  return {
    data: located && (JSON.parse(JSON.stringify(located.data)) as unknown),
    at(path: Path, part?: 'key' | 'value') {
      const span = located?.spanOf(path, part)
      return span && text.slice(span.start, span.end)
    },
    fel: diagnostics.all.map(({ text }) => text)
  }
}

describe('readYaml', () => {
  it('keeps every scalar as the text that stands there', () => {
    expect(read('kod: 09\nutfall: 5,35\nja: yes\ntomt:\ndatum: 2022-02-14').data).toEqual({
      kod: '09',
      utfall: '5,35',
      ja: 'yes',
      tomt: '',
      datum: '2022-02-14'
    })
  })
  it('knows the place of every key and value', () => {
    const { at } = read('mål:\n  - id: a\n    namn: "Ett namn"\n    tomt:\n')
    expect(at(['mål', 0, 'namn'])).toBe('"Ett namn"')
    expect(at(['mål', 0, 'namn'], 'key')).toBe('namn')
    expect(at(['mål'], 'key')).toBe('mål')
    // Nothing stands after the colon, and nothing at all under a key that is missing.
    expect(at(['mål', 0, 'tomt'])).toBe('tomt')
    expect(at(['mål', 0, 'finns inte'])).toBe('id: a')
  })
  it('composes letters in keys and values', () => {
    expect(read('a\u030ar: o\u0308').data).toEqual({ år: 'ö' })
  })
  it('has no prototype for a key to reach', () => {
    const { data, fel } = read('__proto__: x\nconstructor: y')
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor'])
    expect(fel).toEqual([])
  })
  it('gives null for a file of comments alone', () => {
    expect(read('# bara en kommentar\n')).toMatchObject({ data: null, fel: [] })
  })
  it('reads numbers and booleans where a template asks for them', () => {
    expect(read('bredd: 640\nvisa: true', { typed: true }).data).toEqual({ bredd: 640, visa: true })
  })
  it('reads a part of a file, with places in the whole', () => {
    const text = '---\nnamn: a\n---\n'
    const { at } = read(text, { text: 'namn: a\n', offset: 4 })
    expect(at(['namn'])).toBe('a')
  })
  it('follows aliases that were meant', () => {
    expect(read('a: &x 1\nb: *x')).toMatchObject({ data: { a: '1', b: '1' }, fel: [] })
  })
  it.each([
    ['{ utfall: 5,35 }', { utfall: '5' }, 1],
    ['{ utfall: -5,35, budget: 1 367,5 }', { utfall: '-5', budget: '1 367' }, 2],
    ['{ utfall: 5,35 % }', { utfall: '5' }, 1],
    ['{ utfall: 5, budget: 6 }', { utfall: '5', budget: '6' }, 0],
    ['{ namn: a, b: }', { namn: 'a', b: '' }, 0]
  ])('%s: a comma that splits a number is told once', (text, data, antal) => {
    const { data: found, fel } = read(text)
    expect(found).toEqual(data)
    expect(fel.filter((text) => text.startsWith('Kommat delar talet'))).toHaveLength(antal)
    expect(fel).toHaveLength(antal)
  })
  it.each([
    ['a: [*b]', 'Stjärnan (*) eller och-tecknet (&) först betyder något särskilt i YAML.'],
    ['a: &HR Personal', 'Stjärnan (*) eller och-tecknet (&) först betyder något särskilt i YAML.'],
    ['a: !viktigt b', 'Utropstecknet (!) först betyder något särskilt i YAML.'],
    ['a: &x\n  b: *x', 'Filen har fler än hundra nivåer inuti varandra, så den läses inte.']
  ])('%j gives nothing but a fault', (text, fel) => {
    expect(read(text)).toMatchObject({ data: undefined, fel: [fel] })
  })
  it.each([
    [
      'namn: Mål #1',
      ['Texten från och med "#1" läses inte: # efter ett mellanslag börjar en kommentar.']
    ],
    ['namn: Mål # ett', []],
    ['namn: Mål#1', []],
    ['namn: "Mål #1"', []]
  ])('%j: text that a # cuts off', (text, fel) => {
    expect(read(text).fel).toEqual(fel)
  })
})
