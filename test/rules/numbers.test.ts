import { describe, expect, it } from 'vitest'
import { readTexttal } from '../../src/rules/numbers.ts'

/** "ca 25 mnkr", "4.77 procent", "5 av 7": what was read, one text a number. */
const read = (text: string): string[] =>
  readTexttal(text).map(({ värde, enhet, närmevärde, intervall, av, decimaler }) =>
    [
      närmevärde,
      värde.toFixed(decimaler),
      enhet,
      intervall ? '(intervall)' : undefined,
      av ? `av ${av.värde.toFixed()}` : undefined
    ]
      .filter(Boolean)
      .join(' ')
  )

describe('readTexttal(text)', () => {
  it('reads numbers as Swedes write them, with units', () => {
    expect(read('Den var 6,03 % mot 5,35 procent.')).toEqual(['6.03 procent', '5.35 procent'])
    expect(read('1 367 tkr, 1\u00a0609\u00a0634 kr och 24,7 miljoner kronor')).toEqual([
      '1367 tkr',
      '1609634 kr',
      '24.7 mnkr'
    ])
    expect(read('0,94 procentenheter, 2002 m2, 592 årsarbetare')).toEqual([
      '0.94 procentenheter',
      '2002 kvm',
      '592 årsarbetare'
    ])
  })

  it('reads signs, but not the dash of a span', () => {
    expect(read('Resultatet −9,5 mnkr, -3 tkr och + 24,7 mnkr')).toEqual([
      '-9.5 mnkr',
      '-3 tkr',
      '24.7 mnkr'
    ])
    expect(read('mellan 10–15 procent')).toEqual([
      '10 procent (intervall)',
      '15 procent (intervall)'
    ])
  })

  it('reads words for numbers, and how loosely one is meant', () => {
    expect(read('Fem av sju är klara, en av tre pågår.')).toEqual(['5 av 7', '7', '1 av 3', '3'])
    expect(read('ca 25 mnkr, drygt 40 procent och knappt 5 kr')).toEqual([
      'ca 25 mnkr',
      'drygt 40 procent',
      'knappt 5 kr'
    ])
    expect(read('minst 80 procent, högst 5 dagar, upp till 3 kr och mer än 7 kr')).toEqual([
      'minst 80 procent',
      'högst 5 dagar',
      'högst 3 kr',
      'drygt 7 kr'
    ])
    expect(read('En nämnd och ett mål.')).toEqual([])
  })

  it('gives the first of two the unit of the second', () => {
    expect(read('från 5,71 till 4,77 %')).toEqual(['5.71 procent', '4.77 procent'])
  })

  it.each([
    'den 14 februari 2022 kl. 13.00, 2022-02-14 och 26/4 2023',
    'åren 2017–2019, 2021/22, 1990-talet och budget 2018',
    'enligt 6 kap. 6 § och 12 § kommunallagen (2017:725)',
    'dnr EX 2022/0001, KS-2014/742.912 och nr 6–2023',
    'se avsnitt 3.1, tabell 4 och bilaga 2, sidan 12',
    'tel. 0920-28 40 00, 1177 och 971 28 Luleå',
    'ISO9001, covid-19, T1, 7-klövern och 3:e plats',
    'i fem år, två gånger, tre månader och 65 år',
    'version 2.0.1 och risken 3x2 = 6',
    'https://example.se/2021/44 och namn@99.se'
  ])('finds no figure in "%s"', (text) => {
    expect(read(text)).toEqual([])
  })
})
