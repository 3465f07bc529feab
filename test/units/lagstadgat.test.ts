import { describe, expect, it } from 'vitest'
import { check, makeProject, type Filer } from '../helpers/project.ts'

/** A small region's statements; `kassa` is what the balance sheet says, `reservering` what is put by. */
const statements = (kassa = '120,0', reservering = '30,0'): Filer => ({
  'data/region/enhet/bokslut.yaml': `konton:
${[
  ['skatt', '9 000,0'],
  ['kostnad', '-8 860,0'],
  ['vinster', '-12,0'],
  ['reservering', reservering],
  ['anläggningar', '1 880,0'],
  ['kassa', kassa],
  ['eget-kapital', '700,0'],
  ['skulder', '1 300,0'],
  ['löpande', '150,0'],
  ['investering', '-130,0'],
  ['finansiering', '0,0'],
  ['kassa-början', '100,0']
]
  .map(
    ([id, värde]) =>
      `  - id: k-${id}\n    namn: ${id}\n    enhet: mnkr\n    decimaler: 1\n    serie:\n      2021:\n        utfall: ${värde}\n`
  )
  .join('')}uppställningar:
  - id: resultaträkning
    namn: Resultaträkning
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: k-skatt
      - konto: k-kostnad
      - summa: Årets resultat
        id: årets-resultat
  - id: balansräkning
    namn: Balansräkning
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: k-anläggningar
      - konto: k-kassa
      - summa: Summa tillgångar
        id: tillgångar
      - konto: k-eget-kapital
      - summa: Eget kapital
        id: eget-kapital
      - summa: Avsättningar
        id: avsättningar
        av: []
      - konto: k-skulder
      - summa: Skulder
        id: skulder
  - id: kassaflödesanalys
    namn: Kassaflödesanalys
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: k-löpande
      - summa: Löpande verksamhet
        id: löpande
      - konto: k-investering
      - summa: Investeringar
        id: investering
      - konto: k-finansiering
      - summa: Finansiering
        id: finansiering
samband:
  - id: kassan-stämmer
    namn: Kassan är början och årets förändring
    vänster: k-kassa.utfall
    höger: k-kassa-början.utfall + k-löpande.utfall + k-investering.utfall
balanskrav:
  - id: utredning
    resultat: resultaträkning.årets-resultat
    justeringar:
      - k-vinster.utfall
    reservering: k-reservering.utfall
    skatt och bidrag: k-skatt.utfall
    eget kapital: k-eget-kapital.utfall
`,
  'content/region/enhet/2021-arsrapport/10-inledning.md': '# Inledning\n\n{{balanskrav}}\n'
})

describe('samband', () => {
  it('says nothing when the statements hold together', async () =>
    expect(await check(statements())).toBe(''))

  it('finds cash that the flow doesn’t end in, where the relation is written', async () => {
    const found = await check(statements('121,0'))
    expect(found).toContain(
      'fel  samband-haller\n  Kassan är början och årets förändring: det stämmer inte 2021, 121,0\u00a0mnkr mot 120,0\u00a0mnkr.'
    )
  })

  it('excuses what rounding can explain', async () => {
    const found = await check(statements('120,1'))
    expect(found).toContain('råd  samband-haller')
    expect(found).not.toContain('fel  samband')
  })

  it('names the figure that isn’t there', async () =>
    expect(
      await check({
        'data/region/enhet/samband.yaml':
          'samband:\n  - id: x\n    namn: Ett samband\n    vänster: sjukfrånvaro.utfall\n    höger: sjukfrånvara.utfall\n'
      })
    ).toContain('Menade du "sjukfrånvaro"?'))
})

describe('cash from one year to the next', () => {
  const kassa = (början: string): Filer => ({
    'data/region/enhet/kassa.yaml': `konton:
  - id: kassa
    namn: Kassa och bank
    enhet: mnkr
    decimaler: 1
    serie:
      2020:
        utfall: 100,0
      2021:
        utfall: 130,0
  - id: vid-början
    namn: Likvida medel vid årets början
    enhet: mnkr
    decimaler: 1
    serie:
      2021:
        utfall: ${början}
uppställningar:
  - id: balansräkning
    namn: Balansräkning
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: kassa
  - id: kassaflödesanalys
    namn: Kassaflödesanalys
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: vid-början
`
  })

  it('begins with what last year’s balance sheet ended with', async () => {
    expect(await check(kassa('100,0'))).toBe('')
    expect(await check(kassa('110,0'))).toContain(
      'Likvida medel vid periodens början är kassa och bank vid förra årets slut: det stämmer inte 2021, 110,0\u00a0mnkr mot 100,0\u00a0mnkr.'
    )
  })
})

describe('{{balanskrav}}', () => {
  const numbers = async (filer: Filer): Promise<string[]> => {
    const { made } = await makeProject(filer)
    const html = made[0]?.finished?.files.get('index.html') ?? ''
    const table = html.slice(
      html.indexOf('Balanskravsutredning'),
      html.indexOf('<section class="kallor')
    )
    return [
      ...table.matchAll(/<th scope="row">([^<]*)<\/th><td class="n"><data[^>]*>([^<]*)/g)
    ].map(([, namn, tal]) => `${namn}: ${tal}`)
  }

  it('goes from the year’s result to the balanskravsresultat, and says the ceiling', async () =>
    // 9 000 − 8 860 = 140; − 12 = 128; − 30 = 98. Ceiling 128 − 1 % of 9 000 = 38.
    expect(await numbers(statements())).toEqual([
      'Årets resultat: 140,0',
      'vinster: −12,0',
      'Årets resultat efter balanskravsjusteringar: 128,0',
      'Reservering till resultatreserv: −30,0',
      'Balanskravsresultat: 98,0',
      'Högsta möjliga reservering till resultatreserv: 38,0'
    ]))

  it('stops a reservation above the ceiling', async () =>
    expect(await check(statements('120,0', '40,0'))).toContain(
      'Reserveringen till resultatreserven är 40,0\u00a0mnkr, men taket är 38,0\u00a0mnkr (11 kap. 14 § kommunallagen).'
    ))

  it('tells a unit without one what to add', async () =>
    expect(
      await check({
        'content/region/enhet/2021-arsrapport/10-inledning.md': '# Inledning\n\n{{balanskrav}}\n'
      })
    ).toContain('Enheten har ingen balanskravsutredning i sina data.'))
})
