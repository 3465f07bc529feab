import { describe, expect, it } from 'vitest'
import { checkExempel } from './exempel.ts'

const DATA = `konton:
  - id: personal
    namn: Personalkostnader
    enhet: tkr
    serie:
      2020:
        utfall: -412 300
      2021:
        utfall: -388 528
        budget: -395 000
  - id: läkemedel
    namn: Läkemedel
    enhet: mnkr
    serie:
      2020:
        utfall: -30,2
      2021:
        utfall: -33,6
        budget: -31,0
indikatorer:
  - id: hme
    namn: HME-index
    enhet: index
    serie:
      2020:
        utfall: 76
      2021:
        utfall: 78
        målvärde: minst 80
  - id: vårdgaranti
    namn: Andel patienter som får besök inom 60 dagar
    kort: Vårdgarantin
    enhet: procent
    serie:
      2020:
        utfall: 71,4
      2021:
        målvärde: 80
        utfall: 66,2
nyckeltal:
  - id: anställda
    namn: Antal anställda
    enhet: antal
    serie:
      2020:
        utfall: 904
      2021:
        utfall: 820
  - id: soliditet
    namn: Soliditet
    enhet: procent
    serie:
      2020:
        utfall: 34,1
      2021:
        utfall: 33,0
`

/** What is said of fetching a sentence's numbers from data, or of giving them a source. */
async function advice(text: string): Promise<string[]> {
  const { diagnostics } = await checkExempel({ data: DATA, text })
  return diagnostics
    .filter(({ rule }) => rule === 'tal-hamtas-ur-data' || rule === 'tal-har-kalla')
    .map(({ text: said }) => said.replaceAll('\u00a0', ' '))
}

/** The faults found in a sentence: what is underlined, and the figure it is held against. */
async function faults(text: string): Promise<string[]> {
  const { diagnostics, sources } = await checkExempel({ data: DATA, text })
  return diagnostics
    .filter((d) => d.severity === 'error')
    .map(({ span, text: said }) => {
      const part = span && sources.get(span.file)?.text.slice(span.start, span.end)
      return `${part}: ${/(?:data säger |: )([^:]+: [^:]+)\.$/.exec(said)?.[1] ?? said}`.replaceAll(
        '\u00a0',
        ' '
      )
    })
}

describe('figures in prose', () => {
  it.each([
    'Personalkostnaderna uppgick till 388,5 mnkr, vilket är 23,8 mnkr lägre än föregående år.',
    'Personalkostnaderna minskade med 5,8 procent.',
    'Kostnaden för läkemedel ökade från 30,2 till 33,6 mnkr.',
    'Läkemedel överskred budget med 2,6 mnkr.',
    'HME-index blev 78, en ökning från 76, och målet är 80.',
    'Vårdgarantin uppfylldes för 66 procent av patienterna, inte för 80 som är målet.',
    'Antalet anställda var 820 vid årets slut, 84 färre än året före.',
    'Av de 820 anställda är 240 chefer, och tolv anställda slutade i december.',
    'Soliditeten sjönk med 1,1 procentenheter till 33,0 procent (34,1).',
    'Soliditeten är 33 procent, men för koncernen är den 28 procent.',
    'Soliditeten ska vara 40 procent om fem år.',
    'Soliditeten i riket är 45 procent.',
    'Soliditeten är minst 30 procent, som ägaren kräver.',
    'Tolv nya medarbetare har börjat, och HME-index ökar.',
    'Under våren var soliditeten 31 procent.',
    'Resultatet blev 12,3 mnkr enligt 11 kap. 12 § kommunallagen (2017:725).'
  ])('are right in "%s"', async (text) => {
    expect(await faults(text)).toEqual([])
  })

  it.each([
    [
      'Personalkostnaderna uppgick till 398,5 mnkr.',
      '398,5 mnkr: Personalkostnader, utfall 2021: −388 528 tkr'
    ],
    [
      'Personalkostnaderna minskade med 6,8 procent.',
      '6,8 procent: Personalkostnader, förändring mot föregående år: −5,8 %'
    ],
    ['Läkemedel kostade 33,6 tkr.', '33,6 tkr: Läkemedel, utfall 2021: −33,6 mnkr'],
    [
      'Kostnaden för läkemedel ökade från 32,0 till 33,6 mnkr.',
      '32,0: Läkemedel, utfall 2020: −30,2 mnkr'
    ],
    ['Läkemedel överskred budget med 3,6 mnkr.', '3,6 mnkr: Läkemedel, avvikelse 2021: −2,6 mnkr'],
    ['HME-index blev 87.', '87: HME-index, utfall 2021: 78'],
    [
      'Vårdgarantin uppfylldes för 76 procent av patienterna.',
      '76 procent: Vårdgarantin, utfall 2021: 66,2 %'
    ],
    [
      'Vårdgarantin nådde 66,2 procent, målet var 90 procent.',
      '90 procent: Vårdgarantin, målvärde 2021: 80 %'
    ],
    ['Antalet anställda var 802 vid årets slut.', '802: Antal anställda, utfall 2021: 820'],
    ['Soliditeten är 31,0 % (34,1 %).', '31,0 %: Soliditet, utfall 2021: 33,0 %'],
    ['Soliditeten är 33,0 % (31,4).', '31,4: Soliditet, utfall 2020: 34,1 %'],
    [
      'Soliditeten uppgick år 2020 till 33,0 procent.',
      '33,0 procent: Soliditet, utfall 2020: 34,1 %'
    ]
  ])('contradict data in "%s"', async (text, expected) => {
    expect(await faults(text)).toEqual([expected])
  })

  it('are bounds that a figure keeps within, and nothing to fetch', async () => {
    expect(await advice('Soliditeten är minst 30 procent, som ägaren kräver.')).toEqual([])
    expect(await advice('Soliditeten får vara högst 35 procent.')).toEqual([])
  })

  it('are bounds that no figure is, and then need a source', async () => {
    expect(await advice('Soliditeten är minst 40 procent, som ägaren kräver.')).toEqual([
      '40 procent finns inte i data och har ingen källa.'
    ])
  })
})
