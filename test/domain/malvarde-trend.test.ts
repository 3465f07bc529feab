import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import { computeTrend } from '../../src/domain/malvarde-trend.ts'

const HÖGRE = 'högre är bättre' as const
const LÄGRE = 'lägre är bättre' as const

describe('computeTrend', () => {
  it.each([
    ['6.03', '5.35', LÄGRE, { pil: 'upp', bedömning: 'sämre' }],
    ['4.77', '5.71', LÄGRE, { pil: 'ned', bedömning: 'bättre' }],
    ['76', '75', HÖGRE, { pil: 'upp', bedömning: 'bättre' }],
    ['-9.5', '-1', HÖGRE, { pil: 'ned', bedömning: 'sämre' }],
    ['76', '76.0', HÖGRE, { pil: 'lika', bedömning: 'oförändrad' }],
    ['76', '75', undefined, { pil: 'upp', bedömning: 'okänd' }],
    [null, '75', HÖGRE, { pil: 'okänd', bedömning: 'okänd' }],
    ['76', null, HÖGRE, { pil: 'okänd', bedömning: 'okänd' }]
  ])('%s after %s, %s', (nu, då, riktning, expected) => {
    const read = (text: string | null) => (text === null ? null : decimal(text))
    expect(computeTrend(read(nu), read(då), riktning)).toEqual(expected)
  })
})
