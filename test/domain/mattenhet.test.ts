import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import { convert, knownMåttenhet, måttenhet, måttenhetNames } from '../../src/domain/mattenhet.ts'

describe('måttenhet', () => {
  it('knows each of its names and no others', () => {
    expect(måttenhetNames.map((namn) => måttenhet(namn)?.id)).toEqual([...måttenhetNames])
    expect(måttenhet('mkr')).toBeUndefined()
    expect(måttenhet('constructor')).toBeUndefined()
  })
  it('throws for a unit that the program itself misspells', () => {
    expect(() => knownMåttenhet('mkr')).toThrow('Unknown unit in code: mkr')
  })
  it('has counts without decimals', () => {
    expect(måttenhetNames.filter((namn) => måttenhet(namn)?.antal)).toEqual([
      'st',
      'antal',
      'personer'
    ])
  })
})

describe('convert', () => {
  it.each([
    ['24732', 'tkr', 'mnkr', '24.732'],
    ['0.1', 'mnkr', 'kr', '100000'],
    ['-1609634', 'tkr', 'mdkr', '-1.609634'],
    ['5', 'procent', 'procent', '5'],
    ['1', 'kr', 'mdkr', '1e-9']
  ])('%s %s in %s is %s', (värde, från, till, väntat) => {
    const found = convert(decimal(värde), knownMåttenhet(från), knownMåttenhet(till))
    expect(found?.toString()).toBe(väntat)
  })
  it.each([
    ['procent', 'mnkr'],
    ['st', 'personer'],
    ['procent', 'procentenheter'],
    ['timmar', 'minuter']
  ])('%s has no way to %s', (från, till) => {
    expect(convert(decimal(1), knownMåttenhet(från), knownMåttenhet(till))).toBeUndefined()
  })
})
