import { describe, expect, it } from 'vitest'
import { ADVANCES, RANGES } from '../../src/chart/advances.ts'
import { measure, wrap } from '../../src/chart/measure.ts'
import * as written from './write-advances.ts'

describe('widths of text without a browser', () => {
  it('are those of the font files', () => {
    expect(RANGES).toEqual(written.RANGES)
    expect(ADVANCES[400].split(' ').map(Number)).toEqual(written.readAdvances(400))
    expect(ADVANCES[600].split(' ').map(Number)).toEqual(written.readAdvances(600))
  })

  it('count figures as equally wide, in both weights', () => {
    expect(measure('0000', 400, 10)).toBeCloseTo(19.88)
    expect(measure('1111', 400, 10)).toBeCloseTo(19.88)
    expect(measure('1111', 600, 10)).toBeCloseTo(20.52)
  })

  it('take a letter composed of two signs as one', () => {
    expect(measure('a\u030a')).toBe(measure('å'))
  })

  it('give a sign that the font lacks room to spare', () => {
    expect(measure('≤', 400, 10)).toBe(6.5)
    expect(measure('年', 400, 10)).toBe(10)
  })
})

describe('wrap', () => {
  it('leaves a label that fits', () => {
    expect(wrap('HR- och ekonomistöd', 200)).toEqual(['HR- och ekonomistöd'])
  })

  it('breaks at spaces, into lines of like length', () => {
    expect(wrap('Fastigheter och lokalförsörjning för hälso- och sjukvården', 230)).toEqual([
      'Fastigheter och lokalförsörjning',
      'för hälso- och sjukvården'
    ])
  })

  it('breaks inside a word only where the word alone is too wide, with a hyphen', () => {
    expect(wrap('Hjälpmedelsverksamhetens', 80)).toEqual(['Hjälpmedelsv-', 'erksamhetens'])
  })

  it('shows a soft hyphen only where the line breaks', () => {
    expect(wrap('sjuk\u00advård', 200)).toEqual(['sjukvård'])
    expect(wrap('hälso\u00advårdens', 60)).toEqual(['hälso-', 'vårdens'])
  })

  it('keeps every letter', () => {
    const name = 'Specialistutbildningssjuksköterskeförsörjningsplaneringsgrupp'
    expect(wrap(name, 90).join('').replaceAll('-', '')).toBe(name)
  })

  it('gives one empty line for an empty label', () => {
    expect(wrap('  ', 90)).toEqual([''])
  })
})
