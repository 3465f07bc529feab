import { describe, expect, it } from 'vitest'
import { parseTal } from '../../src/text/number.ts'

const read = (text: string, antal = false): string => {
  const läst = parseTal(text, { antal })
  return 'fel' in läst ? läst.fel : `${läst.värde.toFixed()} (${läst.decimaler})`
}

describe('parseTal(text, {antal})', () => {
  it.each([
    ['5,35', '5.35 (2)'],
    ['5.35', '5.35 (2)'],
    ['1 367', '1367 (0)'],
    ['1\u00a0367', '1367 (0)'],
    ['1\u202f367\u202f000', '1367000 (0)'],
    ['-15,4', '-15.4 (1)'],
    ['−15,4', '-15.4 (1)'],
    ['– 15,4', '-15.4 (1)'],
    ['+ 24,7', '24.7 (1)'],
    ['±0', '0 (0)'],
    ['-0,0', '0 (1)'],
    ['1.367', '1.367 (3)'],
    ['09', '9 (0)'],
    ['-1 609 634,5', '-1609634.5 (1)']
  ])('reads %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['4.77,3', 'flera decimaltecken'],
    ['1,234,567', 'flera decimaltecken'],
    ['1 36', 'blandade tusental'],
    ['1234 567', 'blandade tusental'],
    ['1 367 1 367', 'blandade tusental'],
    ['fem', 'inget tal'],
    ['', 'inget tal'],
    ['5 %', 'inget tal'],
    ['1e5', 'inget tal'],
    ['5,', 'inget tal']
  ])('refuses %s', (text, expected) => expect(read(text)).toBe(expected))

  it('refuses a decimal mark in a count, whichever it is', () => {
    expect(read('1.367', true)).toBe('decimaler i antal')
    expect(read('1,367', true)).toBe('decimaler i antal')
    expect(read('1 367', true)).toBe('1367 (0)')
  })
})
