import { describe, expect, it } from 'vitest'
import { område, type Kriterieutfall, type Utslag } from '../../src/domain/sjalvgranskning.ts'
import { makeProject } from '../helpers/project.ts'

const BAS = {
  id: 'x',
  namn: 'X',
  fråga: 'Är X bra?',
  skala: ['tillräcklig', 'inte helt tillräcklig', 'inte tillräcklig']
}
const kriterier = (...utslag: Utslag[]): Kriterieutfall[] =>
  utslag.map((bedömning, i) => ({
    id: `k${i + 1}`,
    namn: `Krav ${i + 1}`,
    krav: 'Så ska det vara.',
    bedömning,
    underlag: '',
    skäl: []
  }))
const samlat = (...utslag: Utslag[]) => {
  const { samlad, motivering } = område(BAS, kriterier(...utslag))
  return [samlad, motivering]
}

describe('område(bas, kriterier)', () => {
  it('is the best step where all that can be assessed are met', () => {
    expect(samlat('uppfyllt', 'uppfyllt')).toEqual(['tillräcklig', 'Alla kriterier är uppfyllda.'])
    expect(samlat('uppfyllt', 'går inte att bedöma')).toEqual([
      'tillräcklig',
      'Det kriterium som går att bedöma är uppfyllt. Ett kriterium går inte att bedöma.'
    ])
  })

  it('is the one between where something deviates, and names it', () => {
    expect(samlat('uppfyllt', 'inte helt uppfyllt', 'inte uppfyllt')).toEqual([
      'inte helt tillräcklig',
      '1 av 3 kriterier är uppfyllda. Inte uppfyllt: krav 3. Inte helt uppfyllt: krav 2.'
    ])
  })

  it('is the worst where at least half are not met at all', () => {
    expect(samlat('uppfyllt', 'inte uppfyllt')[0]).toBe('inte tillräcklig')
    expect(samlat('uppfyllt', 'uppfyllt', 'inte uppfyllt')[0]).toBe('inte helt tillräcklig')
  })

  it('says nothing where data say nothing', () => {
    expect(samlat('går inte att bedöma')).toEqual([
      undefined,
      'Inget kriterium går att bedöma ur data.'
    ])
    expect(samlat()[0]).toBeUndefined()
  })
})

/** "kriterium: bedömning (skäl | skäl)" of each criterion of an area, for a unit with these data. */
async function outcomes(data: string, id: string, dokumentmall?: string): Promise<string[]> {
  const { made } = await makeProject({
    'data/region/enhet/mal.yaml': null,
    'data/region/enhet/indikatorer.yaml': null,
    'data/region/enhet/ekonomi.yaml': null,
    'data/region/enhet/data.yaml': data,
    'content/region/enhet/2021-arsrapport/10-inledning.md': '# Inledning\n\nText.\n',
    ...(dokumentmall ? { 'templates/dokument/arsrapport.hbs': dokumentmall } : {})
  })
  const found = made[0]?.självgranskning()?.områden.find((o) => o.id === id)
  return (found?.kriterier ?? []).map(
    (k) =>
      `${k.namn}: ${k.bedömning}${k.skäl.length > 0 ? ` (${k.skäl.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' | ')})` : ''}`
  )
}

const KONTROLLER = `risker:
  - id: fel-lön
    namn: Fel lön
    riskägare: Karin Ek
    bedömning:
      2021:
        sannolikhet: 2
        konsekvens: 3
        hantering: granska
  - id: brand
    namn: Brand
    bedömning:
      2019:
        sannolikhet: 1
        konsekvens: 3
kontroller:
  - id: attest
    namn: Attest
    metod: Stickprov
    ansvarig: Karin Ek
    uppföljning:
      2021:
        utfört: T3
        resultat: brister identifierade
  - id: kassa
    namn: Kassa
    uppföljning:
      2021:
        utfört: ej utfört
        resultat: ej tillämpligt
        ny plan: Utförs senast T1 2022
  - id: lager
    namn: Lager
    metod: Räkning
    utförare: Lagerchefen
`

describe('granskaSjälv(räknare, period, val): internal control', () => {
  it('tries analysis, plan, follow-up and what was done', async () => {
    expect(await outcomes(KONTROLLER, 'intern-kontroll')).toEqual([
      'Riskanalys: inte uppfyllt (Risken "Brand" är senast bedömd 2019.)',
      'Planens innehåll: inte helt uppfyllt (Risken "Brand" saknar hantering och riskägare. | Kontrollen "Kassa" saknar metod och den som utför den.)',
      'Uppföljning av planen: inte helt uppfyllt (Kontrollen "Lager" är inte rapporterad för 2021.)',
      'Genomförd plan: inte uppfyllt (Kontrollen "Kassa" är inte utförd: utförs senast T1 2022.)',
      'Vidtagna åtgärder: inte uppfyllt (Kontrollen "Attest" visar brister men har ingen åtgärd.)',
      'Uppgifter som går ihop: uppfyllt'
    ])
  })

  it('asks of a plan only what a plan must have', async () => {
    const plan =
      '---\ndokumenttyp: årsrapport\nsjälvgranskning: plan\n---\n<main>{{#each avsnitt}}{{html}}{{/each}}</main>'
    const found = await outcomes(KONTROLLER, 'intern-kontroll', plan)
    expect(found.map((line) => line.split(':')[0])).toEqual(['Riskanalys', 'Planens innehåll'])
  })

  it('says what is missing where it can not tell', async () => {
    expect(
      await outcomes(
        'mål:\n  - id: a\n    nivå: perspektiv\n    namn: A\n    utan indikator: Följs i dialog.\n',
        'intern-kontroll'
      )
    ).toEqual([
      'Riskanalys: går inte att bedöma',
      'Planens innehåll: går inte att bedöma',
      'Uppföljning av planen: går inte att bedöma',
      'Genomförd plan: går inte att bedöma',
      'Vidtagna åtgärder: går inte att bedöma'
    ])
  })

  it('finds a control that is done though it was not to be, and a typed risk value', async () => {
    const data = KONTROLLER.replace(
      '        resultat: brister identifierade',
      '        resultat: ej tillämpligt'
    )
    expect((await outcomes(data, 'intern-kontroll')).at(-1)).toBe(
      'Uppgifter som går ihop: inte helt uppfyllt (Kontrollen "Attest" är utförd, men resultatet är "ej tillämpligt".)'
    )
  })
})

describe('operations', () => {
  const DATA = `mål:
  - id: service
    nivå: perspektiv
    namn: God service
    mål:
      - id: snabbt
        nivå: mål
        namn: Svara snabbt
      - id: vänligt
        nivå: mål
        namn: Svara vänligt
indikatorer:
  - id: svar
    namn: Svar i tid
    mål: snabbt
    enhet: procent
    serie:
      2021:
        målvärde: minst 90
        utfall: 60
  - id: kö
    namn: Kötid
    mål: snabbt
    enhet: dagar
    serie:
      2021:
        målvärde: högst 3
uppdrag:
  - id: a
    namn: Ny växel
    uppföljning:
      2021:
        status: ej påbörjat
  - id: b
    namn: Nytt skyltsystem
`
  it('tries goals, follow-up, fulfilment, reasons and assignments', async () => {
    expect(await outcomes(DATA, 'verksamhet')).toEqual([
      'Mål som går att följa upp: inte uppfyllt (Målet "Svara vänligt" har ingen indikator.)',
      'Uppföljning av mål: inte uppfyllt ("Kötid" är ej mätt: utfallet saknas.)',
      'Måluppfyllelse: God service: inte uppfyllt ("Svar i tid" är ej uppfyllt: utfallet 60 % är lägre än målet minst 90 %; måluppfyllnaden är 66,6 %. | "Kötid" är ej mätt: utfallet saknas. | "Svara vänligt" är ej bedömt.)',
      'Vidtagit åtgärder: inte uppfyllt ("Svar i tid" når inte målet, och det står inte varför (kommentar:).)',
      'Uppdrag: inte uppfyllt (Uppdraget "Ny växel" är ej påbörjat, och det står inte varför. | Uppdraget "Nytt skyltsystem" är inte rapporterat.)'
    ])
  })
})

describe('economy and accounts', () => {
  const konto = (id: string, budget: string, utfall: string, rest = '') =>
    `  - id: ${id}\n    namn: ${id.toUpperCase()}\n    enhet: mnkr\n    serie:\n      2021:\n        budget: ${budget}\n        utfall: ${utfall}\n${rest}`
  const DATA = (personal: string, lokaler: string) => `konton:
${konto('personal', '-100', personal, '        kommentar: Fler timavlönade än planerat.\n')}${konto('lokaler', '-50', lokaler)}uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    kolumner:
      - mått: budget
      - mått: utfall
      - mått: avvikelse
    rader:
      - konto: personal
      - konto: lokaler
      - summa: Summa
`
  it('is met where the budget holds', async () => {
    expect(await outcomes(DATA('-99', '-50'), 'ekonomi')).toEqual([
      'Internbudget: uppfyllt',
      'Uppföljning av ekonomin: uppfyllt',
      'Resultat mot budget: Resultat: uppfyllt',
      'Förklarade avvikelser: uppfyllt',
      'Rapporten stämmer med sina data: uppfyllt'
    ])
  })

  it('counts up to a hundredth of the turnover as a smaller deviation, and asks for reasons above it', async () => {
    expect((await outcomes(DATA('-101', '-50'), 'ekonomi'))[2]).toBe(
      'Resultat mot budget: Resultat: inte helt uppfyllt (Resultatet avviker −1 mnkr från budget.)'
    )
    expect((await outcomes(DATA('-104', '-53'), 'ekonomi')).slice(2, 4)).toEqual([
      'Resultat mot budget: Resultat: inte uppfyllt (Resultatet avviker −7 mnkr från budget.)',
      'Förklarade avvikelser: inte uppfyllt ("LOKALER" är −3 mnkr mot budget, och det står inte varför (kommentar:).)'
    ])
  })

  it('tries accounts only where there are any', async () => {
    expect(await outcomes(DATA('-99', '-50'), 'rakenskaper')).toEqual([])
    const samband =
      'samband:\n  - id: lika\n    namn: Lika stora\n    vänster: personal.utfall\n    höger: lokaler.utfall\n'
    expect(await outcomes(`${DATA('-99', '-50')}${samband}`, 'rakenskaper')).toEqual([
      'Räkenskaperna hänger ihop: inte uppfyllt (Lika stora: det stämmer inte 2021.)'
    ])
  })
})
