import { describe, expect, it } from 'vitest'
import {
  addsUpInPrint,
  andel,
  compareGivet,
  framskrivning,
  förändring,
  iEnhet,
  rullande12,
  skillnad,
  summa
} from '../../src/domain/berakning.ts'
import { decimal } from '../../src/domain/decimal.ts'
import { knownMåttenhet } from '../../src/domain/mattenhet.ts'
import type { Tal } from '../../src/domain/tal.ts'

/** "-15,4 mnkr", "– procent" (missing); decimals as written. */
function tal(text: string, period = '2021'): Tal {
  const [värde = '', enhet = 'mnkr'] = text.split(' ')
  return {
    värde: värde === '–' ? null : decimal(värde.replace(',', '.')),
    enhet: knownMåttenhet(enhet),
    decimaler: värde.split(',')[1]?.length ?? 0,
    period,
    namn: 'Personal, utfall',
    saknas: värde === '–' ? 'Mättes inte.' : undefined,
    källa: { slag: 'datum', span: { file: 'x.yaml', start: 0, end: 1 } }
  }
}

/** Value and unit, or "–" and why. */
const show = ({ värde, enhet, saknas }: Tal): string =>
  värde === null ? `– ${saknas ?? ''}`.trim() : `${värde.toString()} ${enhet.id}`

describe('skillnad', () => {
  it.each([
    ['-179,2 mnkr', '-169,7 mnkr', '-9.5 mnkr'],
    ['10 mnkr', '500 tkr', '9.5 mnkr'],
    ['6,03 procent', '5,35 procent', '0.68 procentenheter'],
    ['5 mnkr', '5 mnkr', '0 mnkr'],
    ['– mnkr', '5 mnkr', '– Mättes inte.'],
    ['5 mnkr', '– mnkr', '– Mättes inte.'],
    ['0,3 mnkr', '0,1 mnkr', '0.2 mnkr']
  ])('%s minus %s is %s', (a, b, väntat) => {
    expect(show(skillnad(tal(a), tal(b)))).toBe(väntat)
  })
  it('has as many decimals as the more precise of the two', () => {
    expect(skillnad(tal('1,25 mnkr'), tal('1 mnkr')).decimaler).toBe(2)
  })
})

describe('summa', () => {
  const mnkr = knownMåttenhet('mnkr')
  it.each([
    [['1,1 mnkr', '2,2 mnkr'], '3.3 mnkr'],
    [['1 mnkr', '500 tkr', '250000 kr'], '1.75 mnkr'],
    [['1 mnkr', '– mnkr'], '1 mnkr'],
    [['– mnkr', '– mnkr'], '– Mättes inte.'],
    [[], '–'],
    [['-4,5 mnkr', '4,5 mnkr'], '0 mnkr']
  ])('of %j is %s', (delar, väntat) => {
    expect(
      show(
        summa(
          delar.map((del) => tal(del)),
          mnkr,
          1,
          'Summa'
        )
      )
    ).toBe(väntat)
  })
})

describe('andel', () => {
  it.each([
    ['1 mnkr', '4 mnkr', '25 procent'],
    ['500 tkr', '1 mnkr', '50 procent'],
    ['-1 mnkr', '-4 mnkr', '25 procent'],
    ['1 mnkr', '0 mnkr', '– Nämnaren är noll.'],
    ['– mnkr', '4 mnkr', '– Mättes inte.'],
    ['0 mnkr', '4 mnkr', '0 procent']
  ])('%s of %s is %s', (del, hel, väntat) => {
    expect(show(andel(tal(del), tal(hel)))).toBe(väntat)
  })
})

describe('förändring', () => {
  it.each([
    ['110 mnkr', '100 mnkr', '10 procent'],
    ['90 mnkr', '100 mnkr', '-10 procent'],
    // A lower cost is negative whatever sign costs are kept with.
    ['-90 mnkr', '-100 mnkr', '-10 procent'],
    ['-110 mnkr', '-100 mnkr', '10 procent'],
    ['1100 tkr', '1 mnkr', '10 procent'],
    ['100 mnkr', '100 mnkr', '0 procent'],
    ['6,03 procent', '5,35 procent', '0.68 procentenheter'],
    ['5 mnkr', '0 mnkr', '– Basen är noll eller nära noll.'],
    ['5 mnkr', '-2 mnkr', '– Värdet byter tecken.'],
    ['-5 mnkr', '2 mnkr', '– Värdet byter tecken.'],
    ['0 mnkr', '5 mnkr', '– Värdet är noll.'],
    ['– mnkr', '5 mnkr', '– Mättes inte.'],
    ['5 mnkr', '– mnkr', '– Mättes inte.']
  ])('from then: %s against %s is %s', (nu, då, väntat) => {
    expect(show(förändring(tal(nu), tal(då, '2020')))).toBe(väntat)
  })
  it('has no percent on a base that is printed as zero', () => {
    const bas = { ...tal('0,04 mnkr'), decimaler: 1 }
    expect(show(förändring(tal('2 mnkr'), bas))).toBe('– Basen är noll eller nära noll.')
  })
  it('as an amount is the difference, across a change of sign too', () => {
    expect(show(förändring(tal('2 mnkr'), tal('-1 mnkr'), 'belopp'))).toBe('3 mnkr')
  })
  it('keeps the decimals asked for', () => {
    expect(förändring(tal('2 mnkr'), tal('1 mnkr'), 'procent', 0).decimaler).toBe(0)
    expect(förändring(tal('2 procent'), tal('1 procent'), 'procent', 2).decimaler).toBe(2)
  })
})

describe('rullande12', () => {
  it('is this year so far and the rest of last year', () => {
    const [utfall, samma, helår] = [tal('80 mnkr', '2021-T2'), tal('70 mnkr'), tal('100 mnkr')]
    expect(show(rullande12(utfall, samma, helår))).toBe('110 mnkr')
    expect(rullande12(utfall, samma, helår)).toMatchObject({
      period: '2021-T2',
      namn: 'Personal, rullande 12 månader'
    })
  })
  it('is missing where one of the three is', () => {
    expect(show(rullande12(tal('80 mnkr'), tal('– mnkr'), tal('100 mnkr')))).toBe('– Mättes inte.')
  })
})

describe('framskrivning', () => {
  it('carries the pace so far to the whole year', () => {
    expect(show(framskrivning(tal('80 mnkr'), 8))).toBe('120 mnkr')
    expect(show(framskrivning(tal('– mnkr'), 8))).toBe('– Mättes inte.')
  })
})

describe('iEnhet', () => {
  it('changes scale exactly, and refuses units that have nothing in common', () => {
    expect(show(iEnhet(tal('24732 tkr'), knownMåttenhet('mnkr'), 1) as Tal)).toBe('24.732 mnkr')
    expect(iEnhet(tal('5 procent'), knownMåttenhet('mnkr'), 1)).toBeUndefined()
    expect(show(iEnhet(tal('– tkr'), knownMåttenhet('mnkr'), 1) as Tal)).toBe('– Mättes inte.')
  })
})

describe('addsUpInPrint', () => {
  it.each([
    [['1,4 mnkr', '1,4 mnkr'], '2,8 mnkr', 0, false],
    [['1,4 mnkr', '1,4 mnkr'], '2,8 mnkr', 1, true],
    [['1,1 mnkr', '– mnkr'], '1,1 mnkr', 1, true],
    [[], '0 mnkr', 0, true],
    [['1 mnkr'], '– mnkr', 0, true]
  ])('%j against %s with %i decimals: %s', (delar, total, decimaler, väntat) => {
    expect(
      addsUpInPrint(
        delar.map((del) => tal(del)),
        { ...tal(total), decimaler }
      )
    ).toBe(väntat)
  })
})

describe('compareGivet', () => {
  it.each([
    // Printed the same.
    ['24,7', '24.7', 2, 'lika'],
    ['24,7', '24.749', 2, 'lika'],
    ['-0,0', '-0.04', 2, 'lika'],
    ['107', '107.4999', 2, 'lika'],
    // 16,5/15,5 given as 107: half a unit in each of two inputs and in the result.
    ['107', '106.4516', 2, 'avrundning'],
    ['-15,5', '-15.4', 2, 'avrundning'],
    ['-15,5', '-15.35', 2, 'avrundning'],
    ['-15,5', '-15.3499', 2, 'fel'],
    ['24,7', '24.8', 1, 'avrundning'],
    ['24,7', '24.81', 1, 'fel'],
    // More parts may differ more.
    ['100', '103', 5, 'avrundning'],
    ['100', '103.1', 5, 'fel'],
    // Mixed-up digits, sign and scale are never rounding.
    ['51,0', '15.0', 2, 'fel'],
    ['0,4', '-0.4', 2, 'fel'],
    ['1609634', '1609.634', 9, 'fel']
  ] as const)('%s against %s over %i terms: %s', (givet, beräknat, termer, väntat) => {
    const värde = decimal(givet.replace(',', '.'))
    const decimaler = givet.split(',')[1]?.length ?? 0
    expect(compareGivet({ värde, decimaler }, decimal(beräknat), termer)).toBe(väntat)
  })
})
