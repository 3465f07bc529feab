import { describe, expect, it } from 'vitest'
import { kontrollmotsägelser, riskmotsägelser } from '../../src/domain/internkontroll.ts'
import type { Kontroll, Kontrolluppföljning } from '../../src/domain/modell.ts'
import { parsePeriod, type Period } from '../../src/domain/period.ts'
import {
  bedömningFor,
  ingångsläge,
  riskerFor,
  risknivå,
  risktrend,
  riskvärde,
  VANLIG_RISKSKALA,
  type Risk,
  type Riskbedömning
} from '../../src/domain/risk.ts'
import { riskantal, risktal } from '../../src/domain/risktal.ts'

const span = { file: 'data/region/enhet/risker.yaml', start: 0, end: 1 }
const p = (text: string) => parsePeriod(text) as Period

type Steg = readonly [sannolikhet: number, konsekvens: number]

/** A risk by its assessments: `{ '2021': [3, 4] }`. */
function risk(
  id: string,
  bedömningar: Readonly<Record<string, Steg>>,
  mer: Partial<Riskbedömning> = {}
): Risk {
  return {
    id,
    nr: 'R1',
    namn: `Risken ${id}`,
    kontroller: [],
    span,
    bedömningar: new Map(
      Object.entries(bedömningar).map(([period, [sannolikhet, konsekvens]]) => [
        period,
        { period: p(period), sannolikhet, konsekvens, span, ...mer }
      ])
    )
  }
}

describe('riskvärde and level', () => {
  it('is likelihood times consequence', () => {
    expect(riskvärde({ sannolikhet: 3, konsekvens: 4 })).toBe(12)
  })

  it.each([
    [1, 'Låg', 0],
    [3, 'Låg', 0],
    [4, 'Medel', 1],
    [8, 'Medel', 1],
    [9, 'Hög', 2],
    [16, 'Hög', 2]
  ])('%i is %s on the usual scale', (värde, ord, steg) => {
    expect(risknivå(värde, VANLIG_RISKSKALA)).toEqual({ ord, steg, högst: ord === 'Hög' })
  })

  it('follows an organisation that counts in five steps and two levels', () => {
    const skala = {
      sannolikhet: ['1', '2', '3', '4', '5'],
      konsekvens: ['1', '2', '3', '4', '5'],
      gränser: [
        { till: 14, ord: 'Godtas' },
        { till: 25, ord: 'Åtgärdas' }
      ]
    }
    expect(risknivå(14, skala)).toEqual({ ord: 'Godtas', steg: 0, högst: false })
    expect(risknivå(15, skala)).toEqual({ ord: 'Åtgärdas', steg: 1, högst: true })
  })
})

describe('the assessment that stands', () => {
  const r = risk('r', { '2020': [2, 2], '2021-T2': [3, 3] })

  it.each([
    ['2021-T2', 9],
    ['2021', 9],
    ['2021-T1', 4],
    ['2022', 9],
    ['2020-T3', 4]
  ])('at %s has risk value %i', (period, värde) => {
    const b = bedömningFor(r, p(period))
    expect(b && riskvärde(b)).toBe(värde)
  })

  it('is none before the first', () => {
    expect(bedömningFor(r, p('2019'))).toBeUndefined()
  })
})

describe('trend', () => {
  it.each([
    [{ '2020': [2, 2], '2021': [3, 2] }, 'ökar'],
    [{ '2020': [3, 2], '2021': [2, 3] }, 'oförändrad'],
    [{ '2020': [3, 3], '2021': [1, 3] }, 'minskar'],
    [{ '2021': [4, 4] }, 'ny'],
    [{ '2022': [4, 4] }, undefined]
  ] as const)('of %j at 2021 is %s', (bedömningar, trend) => {
    expect(risktrend(risk('r', bedömningar), p('2021'))).toBe(trend)
  })
})

it('orders risks by risk value, and those alike as in data', () => {
  const risker = [
    risk('liten', { '2021': [1, 1] }),
    risk('stor', { '2021': [4, 4] }),
    risk('lika', { '2021': [1, 1] }),
    risk('senare', { '2022': [4, 4] })
  ]
  expect(riskerFor(risker, p('2021')).map(({ risk: { id } }) => id)).toEqual([
    'stor',
    'liten',
    'lika'
  ])
})

it('starts a plan from the values before measures, where there are such', () => {
  const före = { sannolikhet: 4, konsekvens: 4 }
  const utan = risk('r', { '2021': [2, 3] }).bedömningar.get('2021') as Riskbedömning
  expect(riskvärde(ingångsläge({ ...utan, före }))).toBe(16)
  expect(riskvärde(ingångsläge(utan))).toBe(6)
})

describe('figures of risks', () => {
  const före = { sannolikhet: 4, konsekvens: 3 }
  const sänkt = risk('sänkt', { '2020': [3, 3], '2021': [2, 3] }, { före, status: 'klar' })
  const låg = risk('låg', { '2021': [1, 2] }, { hantering: 'acceptera' })

  it.each([
    ['riskvärde', '6'],
    ['riskvärde-före', '12'],
    ['effekt', '-6'],
    ['förändring', '-3'],
    ['sannolikhet', '2'],
    ['konsekvens', '3']
  ])('%s is %s', (mått, värde) => {
    const tal = risktal(sänkt, mått, p('2021'))
    expect('värde' in tal && tal.värde?.toFixed()).toBe(värde)
  })

  it.each([
    ['antal', '2'],
    ['höga', '0'],
    ['höga-före', '1'],
    ['låga', '1'],
    ['accepteras', '1'],
    ['klara-åtgärder', '1'],
    ['sänkta-av-åtgärder', '1'],
    ['minskar', '1'],
    ['nya', '1']
  ])('risker.%s is %s', (vad, antal) => {
    const tal = riskantal([sänkt, låg], VANLIG_RISKSKALA, vad, p('2021'))
    expect('värde' in tal && tal.värde?.toFixed()).toBe(antal)
  })

  it('have no value where nothing was assessed, and say what is known where the word is not', () => {
    expect(risktal(låg, 'förändring', p('2021'))).toEqual({
      fel: 'inget värde',
      del: 'förändring',
      kända: ['2021'],
      förklaring: '"Risken låg" har ingen tidigare bedömning att jämföra med.'
    })
    expect(riskantal([låg], VANLIG_RISKSKALA, 'antal', p('2019'))).toEqual({
      fel: 'inget värde',
      del: 'antal',
      kända: ['2021'],
      förklaring: 'Ingen risk är bedömd till och med 2019.'
    })
    expect(riskantal([], VANLIG_RISKSKALA, 'hog', p('2021'))).toMatchObject({ fel: 'okänt mått' })
    expect(risktal(låg, 'värde', p('2021'))).toMatchObject({ fel: 'okänt mått', del: 'värde' })
  })
})

describe('contradictions of controls', () => {
  const kontroll = (u: Partial<Kontrolluppföljning>): Kontroll => ({
    id: 'k',
    namn: 'Kontrollen',
    span,
    uppföljning: new Map([['2021', { utfört: ['T3'], resultat: 'ingen avvikelse', span, ...u }]])
  })
  const slag = (u: Partial<Kontrolluppföljning>) =>
    kontrollmotsägelser([kontroll(u)]).map((m) => m.slag)

  it.each([
    [{ resultat: 'ej tillämpligt' }, ['utfört men ej tillämpligt']],
    [{ resultat: 'ej tillämpligt', kommentar: 'Lagret är avvecklat.' }, []],
    [{ resultat: 'brister identifierade' }, ['brist utan åtgärd']],
    [{ resultat: 'risker identifierade' }, ['brist utan åtgärd']],
    [{ resultat: 'brister identifierade', åtgärd: 'Ny rutin' }, []],
    [{ resultat: 'mindre avvikelse' }, []],
    [{ utfört: 'ej utfört', resultat: 'ej tillämpligt' }, ['ej utfört utan ny plan']],
    [{ utfört: 'ej utfört', resultat: 'ej tillämpligt', nyPlan: 'Senast T1 2022' }, []],
    [{ utfört: 'ej utfört', resultat: 'ej tillämpligt', klardatum: '2022-04-30' }, []]
  ] as const)('%j: %j', (u, found) => {
    expect(slag(u)).toEqual(found)
  })
})

describe('contradictions of risks', () => {
  const slag = (r: Risk) => riskmotsägelser([r], VANLIG_RISKSKALA).map((m) => m.slag)

  it.each([
    [{}, ['hög risk utan hantering']],
    [{ hantering: 'bevaka' }, []],
    [{ hantering: 'acceptera' }, ['hög risk utan följd']],
    [{ hantering: 'acceptera', motivering: 'Inget att göra.' }, []],
    [{ hantering: 'åtgärda' }, ['hög risk utan följd']],
    [{ hantering: 'åtgärda', åtgärd: 'Jourlista' }, []],
    [{ hantering: 'granska' }, ['hög risk utan följd']]
  ] as const)('a high risk with %j: %j', (mer, found) => {
    expect(slag(risk('r', { '2021': [3, 3] }, mer))).toEqual(found)
  })

  it('leave a risk below the highest level alone', () => {
    expect(slag(risk('r', { '2021': [2, 4] }))).toEqual([])
  })

  it('compare a typed risk value with the computed one', () => {
    const typed = risk('r', { '2021': [2, 4] }, { angivet: { värde: 9, span } })
    expect(riskmotsägelser([typed], VANLIG_RISKSKALA)).toEqual([
      {
        slag: 'angivet riskvärde',
        namn: 'Risken r',
        period: '2021',
        angivet: 9,
        värde: 8,
        span
      }
    ])
  })
})
