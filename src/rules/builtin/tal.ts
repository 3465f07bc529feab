import { SERIE, type Inbyggda } from './inbyggd.ts'

const SAMBAND = (kassa: string) => `konton:
  - id: kassa
    namn: Kassa
    enhet: mnkr
    serie:
      2021:
        utfall: ${kassa}
  - id: slut
    namn: Årets slut
    enhet: mnkr
    serie:
      2021:
        utfall: 31,0
samband:
  - id: kassan
    namn: Kassaflödet slutar i kassan
    vänster: slut.utfall
    höger: kassa.utfall
`
const INDIKATOR = (målvärde: string) => `indikatorer:
  - id: svar
    namn: Svar i tid
    enhet: procent
    serie:
      2021:
        målvärde: ${målvärde}
        utfall: 92
`
const serie = (rest: string, enhet = 'antal') => `nyckeltal:
  - id: svar
    namn: Besvarade frågor
    enhet: ${enhet}
    serie:
      2021:
${rest}
`

const FÖREGÅENDE = (värde: string) => `nyckeltal:
  - id: svar
    namn: Besvarade frågor
    enhet: antal
    serie:
      2020:
        utfall: 354
      2021:
        utfall: 381
        föregående år:${värde}
`

/** What numbers say, and whether they fit together. */
export const talkontroller: Inbyggda = {
  'enhet-finns': {
    severity: 'error',
    fast: true,
    why: 'Utan känd enhet går tal varken att jämföra eller skriva ut.',
    good: [{ data: serie('        utfall: 5,3', 'procent') }],
    bad: [
      {
        data: serie('        utfall: 5,3', 'prosent'),
        väntat: ['data 4:12 Okänd enhet "prosent".']
      }
    ]
  },
  'enhet-passar': {
    severity: 'error',
    fast: true,
    why: 'Tal i olika enheter går inte att lägga ihop eller jämföra. Det är så miljoner blir tusental.',
    good: [{ data: serie('        utfall: 24,7', 'mnkr') }],
    bad: [
      {
        data: serie('        utfall: 24 700 tkr', 'mnkr'),
        väntat: ['data 7:17 "24 700 tkr" är skrivet i tkr, men enheten är mnkr.']
      }
    ]
  },
  'formel-gar-att-rakna': {
    severity: 'error',
    fast: true,
    why: 'En formel som inte går att räkna ger inget tal att skriva ut.',
    good: [
      {
        data: `${SERIE}  - id: dubbelt\n    namn: Dubbelt\n    enhet: antal\n    formel: svar.utfall * 2\n`
      }
    ],
    bad: [
      {
        data: `${SERIE}  - id: dubbelt\n    namn: Dubbelt\n    enhet: antal\n    formel: svar.utfall *\n`,
        väntat: ['data 11:26 Formeln slutar för tidigt.']
      }
    ]
  },
  'foregaende-ar-ar-utfallet': {
    severity: 'error',
    fast: false,
    why: 'Det som en rapport kallar föregående år ska vara det som förra rapporten visade, eller ha ett skäl.',
    good: [
      { data: FÖREGÅENDE(' 354') },
      {
        data: FÖREGÅENDE(
          '\n          värde: 349\n          kommentar: Frågor från andra nämnder räknas inte längre.'
        )
      }
    ],
    bad: [
      {
        data: FÖREGÅENDE(' 345'),
        väntat: [
          'data 10:24 Besvarade frågor: föregående år anges till 345, men utfallet 2020 är 354. Skillnaden är −9.'
        ]
      }
    ]
  },
  'givet-lika-med-beraknat': {
    severity: 'error',
    fast: false,
    why: 'Ett angivet tal som inte går att räkna fram ur sina delar är antingen fel eller avrundat. Skiljer det mer än avrundningen kan förklara är det ett fel, annars ett råd.',
    good: [
      {
        data: serie(
          '        utfall: -134,9\n        budget: -119,5\n        avvikelse: -15,4',
          'mnkr'
        ).replace('nyckeltal', 'konton')
      }
    ],
    bad: [
      {
        data: serie(
          '        utfall: -134,9\n        budget: -119,5\n        avvikelse: -18,5',
          'mnkr'
        ).replace('nyckeltal', 'konton'),
        väntat: [
          'data 9:20 Besvarade frågor, avvikelse anges till −18,5 mnkr men räknas fram till −15,4 mnkr.'
        ]
      },
      {
        data: serie(
          '        utfall: -134,9\n        budget: -119,5\n        avvikelse: -15,5',
          'mnkr'
        ).replace('nyckeltal', 'konton'),
        väntat: [
          'råd data 9:20 Besvarade frågor, avvikelse anges till −15,5 mnkr men räknas fram till −15,4 mnkr; skillnaden ryms i avrundningen.'
        ]
      }
    ]
  },
  'malvarde-gar-att-tolka': {
    severity: 'error',
    fast: false,
    why: 'Ett målvärde som inte går att tolka kan inte jämföras med utfallet.',
    good: [{ data: INDIKATOR('minst 90') }, { data: INDIKATOR('Årlig förbättring') }],
    bad: [
      {
        data: INDIKATOR('minst 90 tkr'),
        väntat: [
          'data 7:19 Målvärdet "minst 90 tkr" går inte att tolka: målvärdet är skrivet i tkr, men indikatorn mäts i procent.'
        ]
      },
      {
        data: INDIKATOR('minstt 90'),
        väntat: [
          'råd data 7:19 Målvärdet "minstt 90" läses som fri text och bedöms inte av sig självt.'
        ]
      }
    ]
  },
  'matt-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett okänt mått är oftast felstavat, och då saknas talet i tabellen.',
    good: [{ data: serie('        utfall: 354\n        budget: 340') }],
    bad: [{ data: serie('        utfal: 354'), väntat: ['data 7:9 Okänt mått "utfal".'] }]
  },
  'riskskala-rymmer': {
    severity: 'error',
    fast: true,
    why: 'Ett steg utanför skalan ger ett riskvärde som inte hör hemma i matrisen.',
    good: [
      {
        data: 'risker:\n  - id: brand\n    namn: Brand\n    bedömning:\n      2021:\n        sannolikhet: 2\n        konsekvens: 3\n'
      }
    ],
    bad: [
      {
        data: 'risker:\n  - id: brand\n    namn: Brand\n    bedömning:\n      2021:\n        sannolikhet: 2\n        konsekvens: 5\n',
        väntat: ['data 7:21 Konsekvensen 5 finns inte på skalan, som går från 1 till 4.']
      }
    ]
  },
  'samband-haller': {
    severity: 'error',
    fast: false,
    why: 'Balansräkning, kassaflöde och resultat hänger ihop; gör de inte det är något fel.',
    good: [{ data: SAMBAND('31,0') }],
    bad: [
      {
        data: SAMBAND('28,0'),
        väntat: [
          'data 15:9 Kassaflödet slutar i kassan: det stämmer inte 2021, 31,0 mnkr mot 28,0 mnkr.'
        ]
      }
    ]
  },
  'tal-ar-entydigt': {
    severity: 'error',
    fast: true,
    why: 'Ett tal som går att läsa på två sätt skrivs förr eller senare ut på det felaktiga.',
    good: [
      { data: serie('        utfall: 1 367') },
      { data: serie('        utfall: 5,35', 'procent') }
    ],
    bad: [
      {
        data: serie('        utfall: 1.367'),
        väntat: ['data 7:17 "1.367" är tvetydigt för ett antal (antal): tusental eller decimaler?']
      },
      { data: serie('        utfall: ca 70'), väntat: ['data 7:17 "ca 70" är inte ett tal.'] }
    ]
  }
}
