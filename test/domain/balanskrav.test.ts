import { describe, expect, it } from 'vitest'
import { computeBalanskrav, type Balanskravsunderlag } from '../../src/domain/balanskrav.ts'
import { decimal } from '../../src/domain/decimal.ts'
import { knownMåttenhet } from '../../src/domain/mattenhet.ts'
import type { Tal } from '../../src/domain/tal.ts'

const mnkr = (namn: string, värde: string): Tal => ({
  värde: decimal(värde),
  enhet: knownMåttenhet('mnkr'),
  decimaler: 1,
  period: '2024',
  namn,
  källa: { slag: 'datum', span: { file: 'data/x.yaml', start: 0, end: 1 } }
})

const underlag: Balanskravsunderlag = {
  åretsResultat: mnkr('Årets resultat', '140'),
  justeringar: [mnkr('Realisationsvinster', '-12')],
  reservering: null,
  användning: null,
  tidigareUnderskott: null,
  skattOchBidrag: mnkr('Skatt och bidrag', '9000'),
  egetKapitalInklAnsvarsförbindelse: mnkr('Eget kapital', '500'),
  reservFöreÅret: mnkr('Resultatreserv', '100')
}
const print = (given: Partial<Balanskravsunderlag>) => {
  const { efterJusteringar, balanskravsresultat, attÅterställa, tak, överTak } = computeBalanskrav({
    ...underlag,
    ...given
  })
  return {
    justerat: efterJusteringar.värde?.toFixed(),
    balans: balanskravsresultat.värde?.toFixed(),
    återställa: attÅterställa.värde?.toFixed(),
    tak: tak.värde?.toFixed(),
    överTak
  }
}

describe('computeBalanskrav(underlag)', () => {
  it('takes gains off, and allows what is above 1 % of taxes and grants', () =>
    // 140 − 12 = 128; the lower of 140 and 128 is 128; 128 − 90 = 38.
    expect(print({})).toEqual({
      justerat: '128',
      balans: '128',
      återställa: '0',
      tak: '38',
      överTak: false
    }))

  it('takes the year’s result for the ceiling where losses make the adjusted one higher', () =>
    expect(print({ justeringar: [mnkr('Förluster', '20')] })).toMatchObject({
      justerat: '160',
      tak: '50'
    }))

  it('asks for 2 % where equity with pension commitments is negative', () =>
    // 128 − 180 < 0: nothing may be reserved.
    expect(print({ egetKapitalInklAnsvarsförbindelse: mnkr('Eget kapital', '-1') })).toMatchObject({
      tak: '0'
    }))

  it('lets the reserve grow to 5 % of taxes and grants, no further', () =>
    // 5 % of 9 000 is 450; 440 are there already.
    expect(print({ reservFöreÅret: mnkr('Resultatreserv', '440') })).toMatchObject({ tak: '10' }))

  it('has no room below zero when the reserve is above its limit', () =>
    expect(print({ reservFöreÅret: mnkr('Resultatreserv', '500') })).toMatchObject({ tak: '0' }))

  it('finds a reservation above the ceiling', () => {
    expect(print({ reservering: mnkr('Reservering', '38') })).toMatchObject({
      balans: '90',
      överTak: false
    })
    expect(print({ reservering: mnkr('Reservering', '38.1') })).toMatchObject({
      balans: '89.9',
      överTak: true
    })
  })

  it('adds what is used from the reserve, and earlier deficits to what is to be made up', () => {
    const deficit = {
      åretsResultat: mnkr('Årets resultat', '-70'),
      användning: mnkr('Användning', '50'),
      tidigareUnderskott: mnkr('Underskott', '-30')
    }
    // −70 − 12 + 50 = −32; −32 − 30 = −62.
    expect(print(deficit)).toMatchObject({
      justerat: '-82',
      balans: '-32',
      återställa: '-62',
      tak: '0'
    })
  })

  it('owes nothing when the year makes up for earlier deficits', () =>
    expect(print({ tidigareUnderskott: mnkr('Underskott', '-128') })).toMatchObject({
      återställa: '0'
    }))

  it('reads thousands among millions', () =>
    expect(
      print({ justeringar: [{ ...mnkr('Vinst', '-12000'), enhet: knownMåttenhet('tkr') }] })
    ).toMatchObject({ justerat: '128' }))

  it('names the figures it rests on', () => {
    const { källa } = computeBalanskrav(underlag).balanskravsresultat
    expect(källa).toMatchObject({
      slag: 'formel',
      formel: 'resultat efter justeringar − reservering + användning',
      ingår: [{ namn: 'Årets resultat efter balanskravsjusteringar' }]
    })
  })
})
