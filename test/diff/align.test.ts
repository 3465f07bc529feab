import { describe, expect, it } from 'vitest'
import { align, wordLikeness } from '../../src/diff/align.ts'

const HOW = {
  nyckel: (text: string) => text,
  likhet: (a: string, b: string) => wordLikeness(a.split(' '), b.split(' ')),
  gräns: 0.5
}
const laid = (gammal: readonly string[], ny: readonly string[]) =>
  align(gammal, ny, HOW).map((par) => `${par.gammal ?? '–'} | ${par.ny ?? '–'}`)

describe('align', () => {
  it('lays the same beside the same, and the alike beside the alike, in order', () => {
    expect(laid(['a', 'röd stor bil', 'c', 'd'], ['a', 'blå stor bil', 'x', 'c'])).toEqual([
      'a | a',
      'röd stor bil | blå stor bil',
      '– | x',
      'c | c',
      'd | –'
    ])
  })

  it('takes the pairing that is most alike in all, not the first that will do', () => {
    expect(laid(['en grön liten bil'], ['en grön stor båt', 'en grön liten båt'])).toEqual([
      '– | en grön stor båt',
      'en grön liten bil | en grön liten båt'
    ])
  })

  it('knows nothing beside something', () => {
    expect([laid([], []), laid(['a'], []), laid([], ['a'])]).toEqual([[], ['a | –'], ['– | a']])
  })

  it('pairs hundreds that all have changed', () => {
    const many = (word: string) => Array.from({ length: 400 }, (_, i) => `rad ${i} ${word}`)
    const pairs = align(many('då'), many('nu'), HOW)
    expect([pairs.length, pairs[399]]).toEqual([400, { gammal: 'rad 399 då', ny: 'rad 399 nu' }])
  })
})

describe('wordLikeness', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], 1],
    [['a', 'b'], ['b', 'c'], 0.5],
    [['a', 'a'], ['a'], 2 / 3],
    [['a'], ['b'], 0],
    [[], [], 1]
  ])('%j %j', (a, b, likeness) => {
    expect(wordLikeness(a, b)).toBeCloseTo(likeness)
  })
})
