import { describe, expect, it } from 'vitest'
import { decimal, type Decimal } from '../../src/domain/decimal.ts'
import { evaluateMålvärde, type Målunderlag } from '../../src/domain/maluppfyllelse.ts'
import { parseMålvärde } from '../../src/domain/malvarde.ts'
import type { Riktning } from '../../src/domain/malvarde-typ.ts'
import { knownMåttenhet } from '../../src/domain/mattenhet.ts'
import { parsePeriod } from '../../src/domain/period.ts'

const NBSP = '\u00a0'
const HÖGRE: Riktning = 'högre är bättre'
const LÄGRE: Riktning = 'lägre är bättre'

type Extra = Partial<Omit<Målunderlag, 'period'>> & { period?: string }

const d = (text: string): Decimal => decimal(text)

function evaluate(text: string, enhet: string, utfall: string | null, extra: Extra = {}) {
  const unit = knownMåttenhet(enhet)
  const { mål } = parseMålvärde(text, { enhet: unit, riktning: extra.riktning })
  if (!mål) throw new Error(`Not read: ${text}`)
  const period = parsePeriod(extra.period ?? '2016')
  if (!period) throw new Error('No period')
  return evaluateMålvärde(mål, {
    riktning: undefined,
    ...extra,
    enhet: unit,
    utfall: utfall === null ? null : d(utfall),
    period
  })
}

describe('evaluateMålvärde: met, partly met, not met', () => {
  it.each<[string, string, Extra, string, string | null, string]>([
    // text, unit, what is known besides, outcomes: met, partly, not met
    ['Minst 35 procent', 'procent', {}, '35', '34,9', '27,9'],
    ['76 eller högre', 'index', {}, '76', '75', '60'],
    ['97 % eller högre', 'procent', {}, '97,1', '77,6', '77,5'],
    ['> 80 %', 'procent', {}, '80,01', '80', '63,9'],
    ['≥ 80 %', 'procent', {}, '80', '64', '63,99'],
    ['Max 4,5 %', 'procent', {}, '4,5', '5,6', '6,03'],
    ['högst 10', 'antal', {}, '0', '12', '13'],
    ['3,5 eller lägre', 'procent', {}, '1,8', '4', '4,4'],
    ['< 5', 'procent', {}, '4,99', '5', '6,3'],
    ['≤ 5', 'procent', {}, '5', '5,1', '6,3'],
    ['= 100', 'procent', {}, '100', '110', '126'],
    ['70–80 %', 'procent', {}, '75', '69', '50'],
    ['70–80 %', 'procent', {}, '80', '90', '101'],
    ['30 st', 'antal', {}, '30', '24', '16'],
    ['30 st', 'antal', { riktning: LÄGRE }, '16', '31', '40'],
    ['Fyra av samtliga sex', 'antal', {}, '4', null, '3'],
    ['3 av 3 lösningar', 'antal', {}, '3', null, '2'],
    ['minst 15 av 17 dimensioner', 'antal', {}, '15', '12', '11'],
    ['Samtliga', 'procent', {}, '100', '99,9', '79'],
    ['Samtliga inom gränsvärdena', 'antal', { totalt: d('10') }, '10', '9', '7'],
    ['inom 10 arbetsdagar', 'dagar', {}, '10', '12', '13,3'],
    ['besvaras inom 10 arbetsdagar', 'procent', {}, '100', '85', '48'],
    ['Årlig förbättring', 'procent', { riktning: HÖGRE, föregående: d('64') }, '64,1', null, '64'],
    [
      'Årlig förbättring',
      'procent',
      { riktning: LÄGRE, föregående: d('5.35') },
      '5,34',
      null,
      '6,03'
    ],
    ['Bibehålla', 'index', { riktning: HÖGRE, föregående: d('76') }, '76', '75', '60'],
    [
      'Som 2015 eller högre',
      'index',
      { vid: (år) => (år === 2015 ? d('71') : null) },
      '71',
      '70',
      '50'
    ],
    [
      'som 2015 eller lägre',
      'index',
      { vid: (år) => (år === 2015 ? d('8') : null) },
      '8',
      '9',
      '11'
    ],
    ['Högre än riksgenomsnittet', 'procent', { riket: d('79') }, '81', '79', '60'],
    ['Lika eller högre än riksgenomsnittet', 'procent', { riket: d('63') }, '63', '62', '50'],
    ['lägre än riket', 'procent', { riket: d('5') }, '4,9', '5', '7'],
    ['Ingen eller positiv avvikelse', 'mnkr', {}, '0', null, '-9,5'],
    ['Ingen eller positiv avvikelse', 'mnkr', { delvisInom: d('1') }, '24,8', '-1', '-1,01'],
    ['Ingen avvikelse', 'mnkr', {}, '0', null, '0,2'],
    ['Lika eller lägre än budget', 'mnkr', { budget: d('100') }, '100', '110', '130'],
    ['Lika eller lägre än budget', 'mnkr', { budget: d('-169.7') }, '-169,7', '-179,2', '-220'],
    ['Intäkter lika stora som kostnader', 'mnkr', {}, '0', null, '0,2'],
    ['Intäkter lika stora som kostnader', 'procent', {}, '100', '97', '70']
  ])('%s (%s)', (text, enhet, extra, met, partly, missed) => {
    const status = (utfall: string) => evaluate(text, enhet, utfall.replace(',', '.'), extra).status
    expect(status(met)).toBe('uppfyllt')
    if (partly !== null) expect(status(partly)).toBe('delvis')
    expect(status(missed)).toBe('ej uppfyllt')
  })
})

describe('evaluateMålvärde: måluppfyllnad', () => {
  it.each([
    ['Max 4,5 %', 'procent', '6', '0.75'],
    ['Max 4,5 %', 'procent', '3', '1.5'],
    ['90 %', 'procent', '45', '0.5'],
    ['90 %', 'procent', '99', '1.1'],
    ['= 100', 'procent', '125', '0.8'],
    ['70–80 %', 'procent', '75', '1'],
    ['3 av 4', 'procent', '60', '0.8']
  ])('%s with outcome %s %s is %s', (text, enhet, utfall, share) => {
    expect(evaluate(text, enhet, utfall).måluppfyllnad?.toFixed()).toBe(share)
  })

  it.each([
    ['minst 0', 'mnkr', '5'],
    ['minst −5', 'mnkr', '−6'],
    ['Max 4,5 %', 'procent', '0'],
    ['minst 5', 'mnkr', '−1']
  ])('says nothing for %s (%s) with outcome %s', (text, enhet, utfall) => {
    expect(evaluate(text, enhet, utfall.replace('−', '-')).måluppfyllnad).toBeNull()
  })

  it('takes the limit for partly met from the model', () => {
    expect(evaluate('90 %', 'procent', '80').status).toBe('delvis')
    expect(evaluate('90 %', 'procent', '80', { delvisFrån: d('0.9') }).status).toBe('ej uppfyllt')
  })

  it('compares unrounded values', () => {
    expect(evaluate('Max 4,5 %', 'procent', '4.5000000000000000000001').status).toBe('delvis')
    expect(evaluate('Minst 0,3', 'procent', d('0.1').plus(d('0.2')).toFixed()).status).toBe(
      'uppfyllt'
    )
  })

  it('takes four of six as met however the outcome was divided', () => {
    const share = d('4').div(6).times(100).toFixed()
    expect(evaluate('Fyra av samtliga sex', 'procent', share).status).toBe('uppfyllt')
    expect(evaluate('två av sex', 'procent', d('2').div(6).times(100).toFixed()).status).toBe(
      'uppfyllt'
    )
  })
})

describe('evaluateMålvärde: zero and negative targets', () => {
  it.each([
    ['minst 0', '0', undefined, 'uppfyllt'],
    ['minst 0', '-0.1', undefined, 'ej uppfyllt'],
    ['minst 0', '-0.1', '0.5', 'delvis'],
    ['minst −5', '-5', undefined, 'uppfyllt'],
    ['minst −5', '-5.5', undefined, 'ej uppfyllt'],
    ['minst −5', '-5.5', '0.5', 'delvis'],
    ['max −5', '-6', undefined, 'uppfyllt'],
    ['max 0', '0', undefined, 'uppfyllt'],
    ['max 0', '1', undefined, 'ej uppfyllt']
  ])('%s with outcome %s and distance %s: %s', (text, utfall, inom, status) => {
    const extra = inom === undefined ? {} : { delvisInom: d(inom) }
    expect(evaluate(text, 'mnkr', utfall, extra).status).toBe(status)
  })
})

describe('evaluateMålvärde: what is missing', () => {
  it.each<[string, string, string | null, Extra, string, string | undefined]>([
    ['Max 4,5 %', 'procent', null, {}, 'ej mätt', 'utfall'],
    ['Årlig förbättring', 'procent', '5', { riktning: HÖGRE }, 'ej mätt', 'föregående års utfall'],
    [
      'Årlig förbättring',
      'procent',
      '5',
      { riktning: HÖGRE, föregående: null },
      'ej mätt',
      'föregående års utfall'
    ],
    ['Årlig förbättring', 'procent', '5', { föregående: d('4') }, 'ej bedömt', 'riktning'],
    ['Som 2015 eller högre', 'index', '5', {}, 'ej mätt', 'utfall för 2015'],
    ['Högre än riket', 'procent', '5', {}, 'ej mätt', 'rikets värde'],
    ['Lika eller lägre än budget', 'mnkr', '5', {}, 'ej mätt', 'budget'],
    ['Samtliga', 'antal', '5', {}, 'ej mätt', 'sammanlagt antal'],
    ['70 under 10 av 12 månader', 'procent', '72', {}, 'ej mätt', 'utfall per månad'],
    ['3 % i snitt under femårsperiod', 'procent', '5', {}, 'ej mätt', 'utfall för 4 av 5 år'],
    ['Mäts vart tredje år, se 2018', 'procent', '5', {}, 'ej mätt', undefined],
    ['Mäts vart tredje år, se 2018', 'procent', '5', { period: '2018' }, 'ej bedömt', 'målnivå'],
    ['Mäts vart tredje år, se 2018', 'procent', null, { period: '2021' }, 'ej mätt', 'utfall'],
    ['mäts vart tredje år', 'procent', null, {}, 'ej mätt', undefined],
    ['Ej relevant', 'procent', '5', {}, 'ej bedömt', undefined],
    ['se planen', 'procent', '5', {}, 'ej bedömt', 'egen bedömning'],
    ['', 'procent', '5', {}, 'ej bedömt', 'målvärde']
  ])('%s (%s), outcome %s', (text, enhet, utfall, extra, status, saknas) => {
    const result = evaluate(text, enhet, utfall, extra)
    expect([result.status, result.saknas, result.måluppfyllnad]).toEqual([status, saknas, null])
  })

  it('takes "som 2015" from the year before where that is 2015', () => {
    expect(evaluate('Som 2015 eller högre', 'index', '70', { föregående: d('70') }).status).toBe(
      'uppfyllt'
    )
  })
})

describe('evaluateMålvärde: months, years and averages', () => {
  /** "70 70 -": monthly outcomes, "-" where there is none. */
  const months = (text: string) => text.split(' ').map((v) => (v === '-' ? null : d(v)))
  const text = '70 under 10 av 12 månader'

  it.each<[string, Extra, string]>([
    ['ten reached', { månader: months('70 71 72 73 74 75 76 77 78 79 60 60') }, 'uppfyllt'],
    ['eight reached', { månader: months('70 71 72 73 74 75 76 77 60 60 60 60') }, 'delvis'],
    ['seven reached', { månader: months('70 71 72 73 74 75 76 60 60 60 60 60') }, 'ej uppfyllt'],
    ['ten reached by October', { månader: months('70 70 70 70 70 70 70 70 70 70') }, 'uppfyllt'],
    ['open at the end of August', { månader: months('70 70 70 70 70 70 70 60') }, 'ej mätt'],
    ['out of reach in August', { månader: months('70 70 70 70 70 60 60 60') }, 'ej uppfyllt'],
    [
      'still open when every month left is needed',
      { månader: months('70 70 70 70 70 70 60 60') },
      'ej mätt'
    ],
    [
      'a longer series: its last twelve',
      { månader: months('70 70 70 70 70 70 70 70 70 70 60 60 60 60') },
      'delvis'
    ],
    [
      'a month without a figure is open',
      { månader: months('70 70 70 70 70 70 70 70 70 60 60 -') },
      'ej mätt'
    ],
    ['a count', { uppnåddaMånader: d('10') }, 'uppfyllt']
  ])('%s', (_, extra, status) => {
    expect(evaluate(text, 'procent', null, extra).status).toBe(status)
  })

  it('says how many months are left', () => {
    expect(
      evaluate(text, 'procent', null, { månader: months('70 70 70 70 70 70 70 60') })
    ).toMatchObject({
      förklaring: 'Gränsen nåddes 7 av 8 månader; målet är 10 av 12',
      saknas: 'utfall för 4 månader'
    })
  })

  it('counts months below a ceiling where lower is better', () => {
    const extra = { riktning: LÄGRE, månader: months('4 5 6') }
    expect(evaluate('5 under 2 av 3 månader', 'dagar', null, extra).status).toBe('uppfyllt')
  })

  it.each([
    [['1', '2', '3', '4', '5'], 'uppfyllt'],
    [['9', '1', '2', '3', '4', '4.9'], 'delvis'],
    [['-5', '2', '3', '4', '5'], 'ej uppfyllt'],
    [['2', '3', '4'], 'ej mätt']
  ])('averages the last five of %j: %s', (values, status) => {
    const historik = values.map(d)
    const result = evaluate('3 % i snitt under femårsperiod', 'procent', '5', { historik })
    expect(result.status).toBe(status)
  })

  it('asks for the years of an average, and for a missing one', () => {
    const text = '3 % i snitt över tre år'
    const vid = (år: number) => (år === 2015 ? d('4') : år === 2014 ? d('2') : null)
    expect(evaluate(text, 'procent', '3', { vid }).status).toBe('uppfyllt')
    expect(evaluate(text, 'procent', '3', { vid, period: '2017' }).saknas).toBe(
      'utfall för 1 av 3 år'
    )
  })

  it('evaluates what holds in the year of measuring', () => {
    const text = 'vart tredje år, se 2018 (minst 15 av 17 dimensioner)'
    expect(evaluate(text, 'antal', '16', { period: '2018' }).status).toBe('uppfyllt')
    expect(evaluate(text, 'antal', '2', { period: '2015' }).status).toBe('ej uppfyllt')
    expect(evaluate(text, 'antal', '16', { period: '2017' }).förklaring).toBe(
      'Mäts vart tredje år, nästa gång 2018'
    )
  })
})

describe('evaluateMålvärde: förklaring', () => {
  it.each<[string, string, string, Extra, string]>([
    [
      'Max 4,5 %',
      'procent',
      '6.03',
      {},
      `Utfallet 6,03${NBSP}% är högre än målet högst 4,5${NBSP}%; måluppfyllnaden är 74,6${NBSP}%`
    ],
    ['Minst 35 procent', 'procent', '35', {}, `Utfallet 35${NBSP}% når målet minst 35${NBSP}%`],
    [
      'minst 10 000',
      'kr',
      '9999.9',
      {},
      `Utfallet 9${NBSP}999,9${NBSP}kr är lägre än målet minst 10${NBSP}000${NBSP}kr; måluppfyllnaden är 99,9${NBSP}%`
    ],
    ['> 80', 'index', '80', {}, 'Utfallet 80 är lika med gränsen, men målet är mer än 80'],
    [
      'Två av samtliga sex',
      'antal',
      '1',
      {},
      `Utfallet 1 är lägre än målet minst 2 av 6; måluppfyllnaden är 50${NBSP}%`
    ],
    ['Högre än riket', 'index', '81', { riket: d('79') }, 'Utfallet 81 är högre än riket, 79'],
    [
      'Högre än riket',
      'index',
      '79',
      { riket: d('79') },
      `Utfallet 79 är lika med riket, 79, men målet är högre än riket`
    ],
    [
      'Årlig förbättring',
      'index',
      '64',
      { riktning: HÖGRE, föregående: d('65') },
      'Utfallet 64 är lägre än föregående år, 65, men målet är bättre än föregående år'
    ],
    [
      'Lika eller lägre än budget',
      'mnkr',
      '-179.2',
      { budget: d('-169.7') },
      `Kostnaden 179,2${NBSP}mnkr är högre än budget, 169,7${NBSP}mnkr, men målet är lika med eller lägre än budget; måluppfyllnaden är 94,6${NBSP}%`
    ],
    [
      'Ingen eller positiv avvikelse',
      'mnkr',
      '-9.5',
      {},
      `Avvikelsen −9,5${NBSP}mnkr är lägre än noll, men målet är ingen eller positiv avvikelse`
    ],
    [
      '70–80',
      'index',
      '90',
      {},
      `Utfallet 90 är högre än målet 70–80; måluppfyllnaden är 88,8${NBSP}%`
    ],
    ['Mäts vart tredje år, se 2018', 'index', '90', {}, 'Mäts vart tredje år, nästa gång 2018'],
    [
      'se planen',
      'index',
      '90',
      {},
      'Målet "se planen" går inte att räkna på och behöver en egen bedömning'
    ]
  ])('%s (%s), outcome %s', (text, enhet, utfall, extra, förklaring) => {
    expect(evaluate(text, enhet, utfall, extra).förklaring).toBe(förklaring)
  })
})
