import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import { slug } from '../../src/text/slug.ts'
import { suggest } from '../../src/text/suggest.ts'
import {
  formatAntal,
  formatDatum,
  formatDecimal,
  formatLista,
  lowerFirst,
  ordtal,
  withUnit
} from '../../src/text/swedish.ts'

describe('formatDecimal(value, decimaler, {tecken})', () => {
  it.each([
    ['24.7', 1, '24,7'],
    ['-1609634.5', 0, '−1\u00a0609\u00a0635'],
    ['1609634', 0, '1\u00a0609\u00a0634'],
    ['999', 0, '999'],
    ['1000', 0, '1\u00a0000'],
    ['-0.04', 1, '0,0'],
    ['-15.45', 1, '−15,5'],
    ['15.45', 1, '15,5'],
    ['0.1', 3, '0,100']
  ])('prints %s with %i decimals', (value, decimaler, expected) =>
    expect(formatDecimal(decimal(value), decimaler)).toBe(expected)
  )
  it('adds 0,1 and 0,2 to 0,3', () =>
    expect(formatDecimal(decimal('0.1').plus('0.2'), 20)).toBe('0,30000000000000000000'))
  it('puts a sign on what is not zero', () => {
    expect(formatDecimal(decimal('24.7'), 1, { tecken: true })).toBe('+24,7')
    expect(formatDecimal(decimal('-3.1'), 1, { tecken: true })).toBe('−3,1')
    expect(formatDecimal(decimal('0.04'), 1, { tecken: true })).toBe('0,0')
  })
})

describe('the small words', () => {
  it('dates', () => {
    expect(formatDatum('2022-07-06')).toBe('6\u00a0juli 2022')
    expect(formatDatum('2022-02-30')).toBeUndefined()
    expect(formatDatum('6/7 2022')).toBeUndefined()
  })
  it('lists, counts, units', () => {
    expect(formatLista([])).toBe('')
    expect(formatLista(['a', 'b', 'c'])).toBe('a, b och c')
    expect(formatLista(['a', 'b'], 'eller')).toBe('a eller b')
    expect(formatAntal(1, 'rapport', 'rapporter')).toBe('1 rapport')
    expect(ordtal(12)).toBe('tolv')
    expect(ordtal(13)).toBe('13')
    expect(withUnit('6,03', '%')).toBe('6,03\u00a0%')
    expect(withUnit('76', '')).toBe('76')
  })
  it('slugs', () => {
    expect(slug('Mål och uppföljning')).toBe('mal-och-uppfoljning')
    expect(slug('  1.2 Åtgärder (2021)! ')).toBe('1-2-atgarder-2021')
    expect(slug('Ma\u030al')).toBe('mal')
    expect(slug('–')).toBe('')
  })
  it('suggests the near word only', () => {
    expect(suggest('trygghett', ['trygghet', 'väntetid'])).toBe('trygghet')
    expect(suggest('malvarde', ['utfall', 'målvärde'])).toBe('målvärde')
    expect(suggest('utafll', ['utfall'])).toBe('utfall')
    expect(suggest('helt annat', ['utfall', 'budget'])).toBeUndefined()
  })
})

describe('lowerFirst', () => {
  it.each([
    ['Sjukfrånvaro, utfall', 'sjukfrånvaro, utfall'],
    ['Årsbudget', 'årsbudget'],
    ['HME-index', 'HME-index'],
    ['FM', 'FM'],
    ['', '']
  ])('%j → %j', (text, väntat) => {
    expect(lowerFirst(text)).toBe(väntat)
  })
})
