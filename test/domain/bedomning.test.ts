import { describe, expect, it } from 'vitest'
import { bedömIndikator, bedömMål, indikatorerMed } from '../../src/domain/bedomning.ts'
import type { Räknare } from '../../src/domain/rakna.ts'
import { period, räknareOver } from '../helpers/rakna.ts'

const indikator = (enhet: string, serie: string) =>
  räknareOver(`
indikatorer:
  - id: i
    namn: I
    enhet: ${enhet}
    riktning: högre är bättre
    serie:
${serie.replace(/^/gm, '      ')}
`)

function bedöm(räknare: Räknare, id: string) {
  const serie = räknare.modell.serier.get('i')
  if (!serie) throw new Error('No indicator')
  return bedömIndikator(räknare, serie, period(id))
}

describe('bedömIndikator', () => {
  it.each([
    ['st', '2021:\n  målvärde: minst 10\n  utfall: 10', 'uppfyllt'],
    ['st', '2021:\n  målvärde: minst 10\n  utfall: 8', 'delvis'],
    ['st', '2021:\n  målvärde: minst 10\n  utfall: 7', 'ej uppfyllt'],
    ['st', '2021:\n  målvärde: minst 10', 'ej mätt'],
    ['st', '2021:\n  utfall: 10', 'ej bedömt'],
    ['st', '2021:\n  kommentar: Mättes inte.', 'ej mätt'],
    ['st', '2021:\n  målvärde: Ta fram en plan\n  utfall: 10', 'ej bedömt'],
    // The year under another of its names.
    ['st', '2021-T3:\n  målvärde: minst 10\n  utfall: 10', 'uppfyllt'],
    ['st', '2020:\n  utfall: 5\n2021:\n  målvärde: Årlig förbättring\n  utfall: 6', 'uppfyllt'],
    ['st', '2021:\n  målvärde: Årlig förbättring\n  utfall: 6', 'ej mätt'],
    ['procent', '2021:\n  målvärde: Högre än riket\n  utfall: 6\n  riket: 5', 'uppfyllt'],
    ['st', '2021:\n  målvärde: Samtliga\n  utfall: 6\n  totalt: 6', 'uppfyllt'],
    ['st', '2021:\n  målvärde: Samtliga\n  utfall: 5\n  totalt: 6', 'delvis'],
    ['st', '2021:\n  målvärde: Samtliga\n  utfall: 6', 'ej mätt']
  ])('an indicator in %s with %j is %s', (enhet, serie, status) => {
    expect(bedöm(indikator(enhet, serie), '2021').gällande).toBe(status)
  })

  it('rests on the outcome alone where the target has a number of its own', () => {
    const räknare = indikator(
      'st',
      '2020:\n  utfall: 9\n2021:\n  målvärde: minst 10\n  utfall: 10\n  riket: 12\n  budget: 11'
    )
    expect(bedöm(räknare, '2021').underlag.map(({ namn, period }) => `${namn} ${period}`)).toEqual([
      'I, utfall 2021'
    ])
  })

  it('rests on what the target compares with', () => {
    const räknare = indikator(
      'st',
      '2020:\n  utfall: 5\n2021:\n  målvärde: Årlig förbättring\n  utfall: 6\n  riket: 12'
    )
    expect(bedöm(räknare, '2021').underlag.map(({ namn, period }) => `${namn} ${period}`)).toEqual([
      'I, utfall 2021',
      'I, utfall 2020'
    ])
  })

  it('takes an average over the years it is about, and never another year in place of a missing one', () => {
    const serie = (år2019: string) =>
      `2017:\n  utfall: 100\n2018:\n  utfall: 4\n${år2019}2020:\n  utfall: 4\n2021:\n  målvärde: 3 i snitt under treårsperiod\n  utfall: 4`
    expect(bedöm(indikator('st', serie('2019:\n  utfall: 4\n')), '2021').gällande).toBe('uppfyllt')
    expect(
      bedöm(indikator('st', serie('').replace('2020:\n  utfall: 4\n', '')), '2021')
    ).toMatchObject({
      gällande: 'ej mätt',
      saknas: 'utfall för 2 av 3 år'
    })
  })

  it("lets a person's own assessment go before, and keeps both", () => {
    const räknare = indikator(
      'st',
      '2021:\n  målvärde: minst 10\n  utfall: 7\n  bedömning:\n    status: delvis\n    motivering: Ett bortfall i december.'
    )
    expect(bedöm(räknare, '2021')).toMatchObject({
      gällande: 'delvis',
      beräknad: { status: 'ej uppfyllt' },
      egen: { motivering: 'Ett bortfall i december.' },
      skiljer: true,
      saknarMotivering: false
    })
  })
})

const MÅL = `
mål:
  - id: topp
    nivå: perspektiv
    namn: Topp
    mål:
      - id: gren
        nivå: mål
        namn: Gren
      - id: egen
        nivå: mål
        namn: Egen
        bedömning:
          2021:
            status: uppfyllt
            motivering: Avtalet är tecknat.
      - id: tom
        nivå: mål
        namn: Tom
indikatorer:
  - id: bra
    namn: Bra
    mål: gren
    enhet: st
    serie:
      2021:
        målvärde: minst 1
        utfall: 1
  - id: dålig
    namn: Dålig
    mål: gren
    enhet: st
    serie:
      2021:
        målvärde: minst 10
        utfall: 1
`

describe('bedömMål', () => {
  const weigh = (regel: string) => {
    const räknare = räknareOver(
      MÅL,
      `styrmodell:\n  nivåer: [perspektiv, mål]\n  sammanvägning: ${regel}\n`
    )
    const [topp] = räknare.modell.mål
    if (!topp) throw new Error('No goal')
    const bedömt = bedömMål(räknare, topp, period('2021'))
    return [bedömt, ...bedömt.undermål].map(({ bedömning }) => bedömning.gällande)
  }
  it.each([
    ['alla', ['delvis', 'delvis', 'uppfyllt', 'ej bedömt']],
    ['sämsta', ['ej uppfyllt', 'ej uppfyllt', 'uppfyllt', 'ej bedömt']],
    [
      '\n    andel:\n      uppfyllt: 50\n      delvis: 20 %',
      ['uppfyllt', 'uppfyllt', 'uppfyllt', 'ej bedömt']
    ],
    [
      '\n    andel:\n      uppfyllt: 80\n      delvis: 50',
      ['delvis', 'delvis', 'uppfyllt', 'ej bedömt']
    ]
  ])('weighs upwards by %s', (regel, väntat) => {
    expect(weigh(regel)).toEqual(väntat)
  })
})

describe('indikatorerMed', () => {
  it('gives the indicators of a status', () => {
    const räknare = räknareOver(MÅL)
    const ids = (vad: string) => indikatorerMed(räknare, vad, period('2021'))?.map(({ id }) => id)
    expect(ids('antal')).toEqual(['bra', 'dålig'])
    expect(ids('uppfyllda')).toEqual(['bra'])
    expect(ids('ej-uppfyllda')).toEqual(['dålig'])
    expect(ids('constructor')).toBeUndefined()
  })
})
