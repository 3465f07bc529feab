import { describe, expect, it } from 'vitest'
import {
  comparePeriods,
  helår,
  parsePeriod,
  periodInWords,
  samePeriods,
  yearsBefore,
  type Period
} from '../../src/domain/period.ts'

const period = (text: string): Period => parsePeriod(text) as Period

describe('parsePeriod', () => {
  it.each([
    ['2021', '2021', 'år', 12],
    ['2021-T1', '2021-T1', 'tertial', 4],
    ['2021-t2', '2021-T2', 'tertial', 8],
    ['2021-T3', '2021-T3', 'tertial', 12],
    ['2021-K1', '2021-K1', 'kvartal', 3],
    ['2021-k4', '2021-K4', 'kvartal', 12],
    ['2021-03', '2021-03', 'månad', 3],
    ['2021-12', '2021-12', 'månad', 12],
    [' 2021 ', '2021', 'år', 12]
  ])('%j is %s, a %s to month %i', (text, id, slag, tillMånad) => {
    expect(parsePeriod(text)).toEqual({ id, år: 2021, slag, tillMånad })
  })
  it.each([
    '',
    '21',
    '2021-T4',
    '2021-K5',
    '2021-13',
    '2021-00',
    '2021-3',
    '2021T2',
    'T2',
    '2021-'
  ])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })
  it("reads the model's own names, whatever their case", () => {
    const alias = new Map([['delår', 'T2']])
    expect(parsePeriod('2021-Delår', alias)?.id).toBe('2021-T2')
    expect(parsePeriod('2021-halvår', alias)).toBeUndefined()
  })
})

describe('yearsBefore and helår', () => {
  it('keep and widen the part of the year', () => {
    expect(yearsBefore(period('2021-T2')).id).toBe('2020-T2')
    expect(yearsBefore(period('2021-03'), 3).id).toBe('2018-03')
    expect(helår(period('2021-T2'))).toEqual(period('2021'))
  })
})

describe('samePeriods', () => {
  it.each([
    ['2021', ['2021', '2021-T3', '2021-K4', '2021-12']],
    ['2021-T3', ['2021-T3', '2021', '2021-K4', '2021-12']],
    ['2021-T2', ['2021-T2', '2021-08']],
    ['2021-08', ['2021-08', '2021-T2']],
    ['2021-K1', ['2021-K1', '2021-03']],
    ['2021-05', ['2021-05']]
  ])('%s is also %j', (id, same) => {
    expect(samePeriods(period(id))).toEqual(same)
  })
})

describe('comparePeriods', () => {
  it('puts them in time, whole years last', () => {
    const ids = ['2021', '2021-12', '2020', '2021-T1', '2021-03', '2022-01']
    expect(
      ids
        .map(period)
        .toSorted(comparePeriods)
        .map(({ id }) => id)
    ).toEqual(['2020', '2021-03', '2021-T1', '2021-12', '2021', '2022-01'])
  })
})

describe('periodInWords', () => {
  it.each([
    ['2021', 'januari–december 2021'],
    ['2021-T2', 'januari–augusti 2021'],
    ['2021-01', 'januari 2021']
  ])('%s is %s', (id, words) => {
    expect(periodInWords(period(id))).toBe(words)
  })
})
