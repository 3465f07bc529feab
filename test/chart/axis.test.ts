import { describe, expect, it } from 'vitest'
import { niceTicks, periodLines, sortPeriods, spread } from '../../src/chart/axis.ts'
import { periodAxis } from '../../src/chart/layout-time.ts'

describe('periods along the axis', () => {
  it('show the part, and the year where asked', () => {
    expect(periodLines('2021', true)).toEqual(['2021'])
    expect(periodLines('2021-T2', false)).toEqual(['T2'])
    expect(periodLines('2021-T1', true)).toEqual(['T1', '2021'])
    expect(periodLines('2021-03', true)).toEqual(['mars', '2021'])
  })

  it('come in time, but other texts as given', () => {
    expect(sortPeriods(['2021-T2', '2020', '2021-T1'])).toEqual(['2020', '2021-T1', '2021-T2'])
    expect(sortPeriods(['Våren', 'Hösten'])).toEqual(['Våren', 'Hösten'])
  })

  it('are thinned out from the last when they are too close', () => {
    const years = ['2014', '2015', '2016', '2017', '2018', '2019', '2020', '2021']
    expect(periodAxis(years, 20).visade).toEqual(['2015', '2017', '2019', '2021'])
  })

  it('are years where months are too close', () => {
    const months = [
      '2020-11',
      '2020-12',
      ...['01', '02', '03', '04', '05', '06'].map((m) => `2021-${m}`)
    ]
    expect(periodAxis(months, 12).etiketter).toEqual({ '2020-11': ['2020'], '2021-01': ['2021'] })
  })
})

describe('ticks', () => {
  it('are round numbers round the values', () => {
    expect(niceTicks(0.3, 6.1, 4)).toEqual([0, 2, 4, 6, 8])
    expect(niceTicks(-12, 30, 5)).toEqual([-20, 0, 20, 40])
    expect(niceTicks(4, 4, 5)).toEqual([4])
  })
})

describe('spread', () => {
  it('leaves labels that do not touch, and parts those that do', () => {
    const size = 16
    expect(
      spread(
        [
          { y: 20, size },
          { y: 100, size }
        ],
        0,
        200
      )
    ).toEqual([20, 100])
    expect(
      spread(
        [
          { y: 100, size },
          { y: 96, size }
        ],
        0,
        200
      )
    ).toEqual([112, 96])
    expect(
      spread(
        [
          { y: 198, size },
          { y: 195, size }
        ],
        0,
        200
      )
    ).toEqual([192, 176])
  })
})
