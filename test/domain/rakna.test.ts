import { describe, expect, it } from 'vitest'
import { isFel } from '../../src/domain/referens.ts'
import { spansOf } from '../../src/domain/tal.ts'
import { period, räknareOver, show } from '../helpers/rakna.ts'

const EKONOMI = `
ursprung: publicerat
mått:
  - id: ram
    namn: Ram
  - id: kvar
    namn: Kvar
    formel: ram - utfall
  - id: förbrukat
    namn: Förbrukat
    enhet: procent
    decimaler: 0
    formel: utfall / ram
konton:
  - id: personal
    namn: Personal
    enhet: mnkr
    decimaler: 1
    serie:
      2020:
        utfall: -100
      2020-T2:
        utfall: -60
      2021-T2:
        utfall: -66
        budget: -64,5
        prognos: -104
        årsbudget: -102
        ram: -110
        målvärde: minst -102,5
      2021-T1:
        prognos: -103
      2021:
        budget: -101
  - id: lokaler
    namn: Lokaler
    enhet: tkr
    serie:
      2021-T2:
        utfall: -4 500
        budget: -5 000
        ram: -9 000
  - id: resor
    namn: Resor
    enhet: mnkr
    serie:
      2021-T2:
        utfall:
          saknas: Bokförs på personal.
        budget: -1
uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    decimaler: 1
    kolumner:
      - mått: utfall
    rader:
      - konto: personal
      - konto: lokaler
      - summa: Delsumma
        id: delsumma
      - konto: resor
      - summa: Summa
        av: [delsumma, resor]
  - id: kostnader
    namn: Kostnader
    enhet: tkr
    tecken: kostnad plus
    kolumner:
      - mått: avvikelse
    rader:
      - konto: lokaler
      - summa: Summa
`

describe('a figure by its reference', () => {
  const räknare = räknareOver(EKONOMI)
  const at = (ref: string, id = '2021-T2') => show(räknare.tal(ref, period(id)))

  it.each([
    ['personal.utfall', '-66 mnkr'],
    ['personal', '-66 mnkr'],
    ['personal.avvikelse', '-1.5 mnkr'],
    ['personal.prognosavvikelse', '-2 mnkr'],
    ['personal.rullande12', '-106 mnkr'],
    ['personal.framskrivning', '-99 mnkr'],
    ['personal.målvärde', '-102.5 mnkr'],
    ['personal.kvar', '-44 mnkr'],
    ['personal.förbrukat', '60 procent'],
    ['resor.utfall', '– Bokförs på personal.'],
    ['resor.avvikelse', '– Bokförs på personal.'],
    ['resultat.personal.utfall', '-66 mnkr'],
    ['resultat.lokaler', '-4.5 mnkr'],
    ['resultat.lokaler.avvikelse', '0.5 mnkr'],
    ['resultat.delsumma.utfall', '-70.5 mnkr'],
    ['resultat.delsumma.avvikelse', '-1 mnkr'],
    // A part that is known to be missing is left out of the sum; the table says so.
    ['resultat.summa.utfall', '-70.5 mnkr'],
    ['resultat.summa.budget', '-70.5 mnkr'],
    // A share is computed on the sums, not summed.
    [
      'resultat.delsumma.förbrukat',
      '59.243697478991596638655462184873949579831932773109243697478991 procent'
    ],
    // Where costs are plus, the deviation is budget minus outcome.
    ['kostnader.lokaler.avvikelse', '-500 tkr'],
    ['kostnader.summa.avvikelse', '-500 tkr']
  ])('%s is %s', (ref, väntat) => {
    expect(at(ref).slice(0, 40)).toBe(väntat.slice(0, 40))
  })

  it.each([
    ['personl.utfall', 'okänt id: personl'],
    ['personal.uttfall', 'okänt mått: uttfall'],
    ['personal.riket', 'inget värde: riket'],
    ['personal.a.b', 'okänt mått: a.b'],
    ['personal.a.b.c', 'okänt mått: c'],
    ['resultat.lokal.utfall', 'okänd rad: lokal'],
    ['resultat', 'okänd rad: '],
    ['constructor', 'okänt id: constructor'],
    ['personal.constructor', 'okänt mått: constructor'],
    ['personal.toString', 'okänt mått: toString'],
    ['', 'okänt id: '],
    ['kontroller.constructor', 'okänt mått: constructor']
  ])('%s is a fault: %s', (ref, väntat) => {
    expect(at(ref)).toBe(väntat)
  })

  it('takes the budget of the whole year where no årsbudget is given', () => {
    expect(at('personal.prognosavvikelse', '2021-T1')).toBe('-2 mnkr')
  })
  it('finds the year under any of its names', () => {
    expect(['2020', '2020-T3', '2020-K4', '2020-12'].map((id) => at('personal', id))).toEqual(
      Array.from({ length: 4 }, () => '-100 mnkr')
    )
    expect(at('personal', '2021-08')).toBe('-66 mnkr')
  })
  it('rolls over twelve months to the outcome itself at the end of a year', () => {
    expect(at('personal.rullande12', '2020')).toBe('-100 mnkr')
  })
  it('says for which period there is no value, and for which there are', () => {
    expect(räknare.tal('personal.utfall', period('2019'))).toEqual({
      fel: 'inget värde',
      del: 'utfall',
      kända: ['2020-T2', '2020', '2021-T2'],
      förklaring: '"personal.utfall" har inget värde för 2019.'
    })
  })
  it('knows what a computed figure rests on', () => {
    const tal = räknare.tal('resultat.delsumma.utfall', period('2021-T2'))
    if (isFel(tal)) throw new Error(tal.fel)
    expect(spansOf(tal).map(({ start }) => EKONOMI.slice(start, start + 6).trim())).toEqual([
      '-66',
      '-4 500'
    ])
    expect(tal.ursprung).toBe('publicerat')
  })
})

describe('a period seen from the report', () => {
  const { period: read } = räknareOver(EKONOMI)
  const from = (text: string | undefined) => {
    const found = read(text, period('2021-T2'))
    return isFel(found) ? `${found.fel}: ${found.del}` : found.id
  }
  it.each([
    [undefined, '2021-T2'],
    ['', '2021-T2'],
    ['föregående år', '2020-T2'],
    ['Föregående år', '2020-T2'],
    ['helår', '2021'],
    ['helår föregående år', '2020'],
    ['2019', '2019'],
    ['2020-delår', '2020-T2'],
    ['förra året', 'okänd period: förra året']
  ])('%j is %s', (text, väntat) => {
    expect(from(text)).toBe(väntat)
  })
})

describe('formulas in data', () => {
  const räknare = räknareOver(`
nyckeltal:
  - id: a
    namn: A
    enhet: mnkr
    serie:
      2020:
        utfall: 100
      2021:
        utfall: 110
        ursprung: konstruerat
  - id: tillväxt
    namn: Tillväxt
    enhet: procent
    formel: (a.utfall - a.utfall[föregående år]) / a.utfall[föregående år]
  - id: dubbel
    namn: Dubbel
    enhet: mnkr
    serie:
      2021:
        utfall:
          formel: a.utfall * 2
  - id: x
    namn: X
    enhet: mnkr
    formel: y.utfall + a.utfall
  - id: y
    namn: Y
    enhet: mnkr
    formel: x.utfall + a.utfall
  - id: trasig
    namn: Trasig
    enhet: mnkr
    formel: finns-inte.utfall
  - id: följd
    namn: Följd
    enhet: mnkr
    formel: trasig.utfall
`)
  const at = (ref: string, id = '2021') => show(räknare.tal(ref, period(id)))

  it('are computed for the period asked for', () => {
    expect(at('tillväxt')).toBe('10 procent')
    expect(at('dubbel')).toBe('220 mnkr')
    expect(at('tillväxt', '2020')).toBe('inget värde: utfall')
  })
  it('are made up when an input is', () => {
    expect(räknare.tal('tillväxt', period('2021'))).toMatchObject({ ursprung: 'konstruerat' })
  })
  it('that need each other are a circle, not a loop without end', () => {
    expect(at('x')).toBe('cirkel: x.utfall')
  })
  it('carry the formula that is at fault, and are silent once it is reported', () => {
    const fel = räknare.tal('följd', period('2021'))
    expect(fel).toMatchObject({
      fel: 'okänt id',
      del: 'finns-inte',
      formel: { text: 'finns-inte.utfall' }
    })
    if (isFel(fel) && fel.formel) räknare.markReported(fel.formel)
    expect(at('följd')).toBe('redan rapporterat: finns-inte')
  })
})

describe('registers', () => {
  const räknare = räknareOver(`
register:
  - id: avtal
    namn: Avtal
    period: 2017
    kolumner:
      - id: avtal
        namn: Avtal
      - id: värde
        namn: Värde
        slag: tal
        enhet: mnkr
        decimaler: 1
      - id: antal-parter
        namn: Parter
        enhet: st
    rader:
      - avtal: Mammografi
        värde: 16,6
        antal-parter: 2
      - id: sjukresor
        avtal: Sjukresor och färdtjänst
        värde: 3,45
  - id: tomt
    namn: Tomt
    kolumner:
      - id: namn
        namn: Namn
    rader: []
`)
  it.each([
    ['avtal.mammografi.värde', '16.6 mnkr'],
    ['avtal.sjukresor.värde', '3.45 mnkr'],
    ['avtal.antal', '2 antal'],
    ['avtal.summa.värde', '20.05 mnkr'],
    ['avtal.summa.antal-parter', '2 st'],
    ['avtal.sjukresor.antal-parter', 'inget värde: antal-parter'],
    ['avtal.finns-inte.värde', 'okänd rad: finns-inte'],
    ['avtal.mammografi.avtal', 'okänd kolumn: avtal'],
    ['avtal.mammografi', 'okänd kolumn: '],
    ['tomt.antal', '0 antal']
  ])('%s is %s', (ref, väntat) => {
    expect(show(räknare.tal(ref, period('2021')))).toBe(väntat)
  })
})

describe('counts', () => {
  const räknare = räknareOver(`
kontroller:
  - id: k1
    namn: K1
    uppföljning:
      2021:
        utfört: [T1, T3]
        resultat: brister identifierade
        åtgärd: Nytt avtal
  - id: k2
    namn: K2
    uppföljning:
      2021:
        utfört: ej utfört
        resultat: ej tillämpligt
        ny plan: Utförs senast T1 2022
  - id: k3
    namn: K3
    uppföljning:
      2020:
        utfört: T1
        resultat: ingen avvikelse
uppdrag:
  - id: u1
    namn: U1
    uppföljning:
      2021-T3:
        status: klart
  - id: u2
    namn: U2
    uppföljning:
      2021:
        status: pågår
indikatorer:
  - id: i1
    namn: I1
    enhet: st
    serie:
      2021:
        målvärde: minst 5
        utfall: 6
  - id: i2
    namn: I2
    enhet: st
    serie:
      2021:
        målvärde: minst 5
`)
  it.each([
    ['kontroller.antal', '2 antal'],
    ['kontroller', '2 antal'],
    ['kontroller.utförda', '1 antal'],
    ['kontroller.ej-utförda', '1 antal'],
    ['kontroller.brister', '1 antal'],
    ['uppdrag.antal', '2 antal'],
    ['uppdrag.klara', '1 antal'],
    ['uppdrag.pågående', '1 antal'],
    ['uppdrag.ej-påbörjade', '0 antal'],
    ['indikatorer.antal', '2 antal'],
    ['indikatorer.uppfyllda', '1 antal'],
    ['indikatorer.ej-mätta', '1 antal'],
    ['indikatorer.delvis', '0 antal'],
    ['uppdrag.färdiga', 'okänt mått: färdiga']
  ])('%s is %s', (ref, väntat) => {
    expect(show(räknare.tal(ref, period('2021')))).toBe(väntat)
  })
  it('rest on the records counted', () => {
    const tal = räknare.tal('indikatorer.uppfyllda', period('2021'))
    expect(isFel(tal) ? [] : spansOf(tal)).toHaveLength(1)
  })
})
