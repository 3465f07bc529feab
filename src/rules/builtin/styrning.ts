import type { Inbyggda } from './inbyggd.ts'

const MÅL = `mål:
  - id: service
    nivå: perspektiv
    namn: God service
`
const PLAN = (år: string) => `indikatorer:
  - id: svar
    namn: Svar i tid
    enhet: procent
    serie:
      2020:
        utfall: 88
      2021:
        målvärde: minst 90
        ingångsår: ${år}
`
const REVISION = (till = '') => `revision:
  - id: granskning
    granskad: Enheten
    period: 2020
    områden:
      - id: uppföljning
        namn: Uppföljning
        skala:
          - tillräcklig
          - inte tillräcklig
    rekommendationer:
      - id: r1
        nummer: 1
        text: Följ upp besluten.
        mottagare:
          - Enheten
${till}`
const EN_TILL = `      - id: r2
        nummer: 2
        text: Redovisa uppföljningen.
        mottagare:
          - Enheten
`
const SVAR = `svar:
  - id: svar-beslut
    till: r1
    rubrik: Följa upp besluten
    ståndpunkt: delas
    uppföljning:
      2021:
        status: pågår
`
const BALANSKRAV = (reservering: string) => `konton:
  - id: resultat
    namn: Årets resultat
    enhet: mnkr
    serie:
      2021:
        utfall: 20
  - id: reservering
    namn: Reservering
    enhet: mnkr
    serie:
      2021:
        utfall: ${reservering}
  - id: skatt
    namn: Skatt och bidrag
    enhet: mnkr
    serie:
      2021:
        utfall: 1 000
  - id: kapital
    namn: Eget kapital
    enhet: mnkr
    serie:
      2021:
        utfall: 400
balanskrav:
  - id: balanskrav
    resultat: resultat.utfall
    reservering: reservering.utfall
    skatt och bidrag: skatt.utfall
    eget kapital: kapital.utfall
`

const TABELL = (budget: string) => `konton:
  - id: lokaler
    namn: Lokaler
    enhet: mnkr
    serie:
      2021:
        utfall: 12,1${budget === '' ? '' : `\n        budget:${budget}`}
uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    kolumner:
      - mått: utfall
      - mått: budget
    rader:
      - konto: lokaler
`

/** Goals, controls, risks and the balanced budget: what is steered and followed up. */
export const styrkontroller: Inbyggda = {
  'balanskrav-finns': {
    severity: 'error',
    fast: false,
    why: 'Utredningen om balanskravet ska finnas i årsredovisningen (11 kap. 10 § LKBR).',
    good: [{ data: BALANSKRAV('10'), text: '{{balanskrav}}' }],
    bad: [
      {
        text: '{{balanskrav}}',
        väntat: ['text 3:1 Enheten har ingen balanskravsutredning i sina data.']
      }
    ]
  },
  'ingangsvarde-finns': {
    severity: 'error',
    fast: false,
    why: 'Utan ingångsvärde går det inte att se om målet är högt satt.',
    good: [{ data: PLAN('2020'), text: '{{plantabell}}' }],
    bad: [
      {
        data: PLAN('2019'),
        text: '{{plantabell}}',
        väntat: ['data 10:20 "Svar i tid" har ingångsår 2019, men inget utfall för det året.']
      }
    ]
  },
  'mal-finns': {
    severity: 'error',
    fast: true,
    why: 'En översikt av mål kan inte skrivas ut när inga mål finns.',
    good: [{ data: MÅL, text: '{{heatmap}}' }],
    bad: [
      {
        text: '{{heatmap}}',
        väntat: ['text 3:1 Varken Enheten eller någon enhet under den har mål i sina data.']
      }
    ]
  },
  'rekommendation-foljs-upp': {
    severity: 'warning',
    fast: false,
    why: 'En uppföljning av svaren som utelämnar en rekommendation ser ut att vara hel men är det inte.',
    good: [{ data: REVISION() + SVAR, text: '{{svarstabell}}' }],
    bad: [
      {
        data: REVISION(EN_TILL) + SVAR,
        text: '{{svarstabell}}',
        väntat: [
          'text 3:1 Revisorernas rekommendation 2 har inget svar att följa upp: "Redovisa uppföljningen."'
        ]
      }
    ]
  },
  'reservering-under-taket': {
    severity: 'error',
    fast: false,
    why: 'Till resultatreserven får bara en del av resultatet föras (11 kap. 14 § KL).',
    good: [{ data: BALANSKRAV('10'), text: '{{balanskrav}}' }],
    bad: [
      {
        data: BALANSKRAV('15'),
        text: '{{balanskrav}}',
        väntat: [
          'data 27:9 Reserveringen till resultatreserven är 15 mnkr, men taket är 10 mnkr (11 kap. 14 § kommunallagen).'
        ]
      }
    ]
  },
  'varde-finns-i-tabell': {
    severity: 'warning',
    fast: false,
    why: 'En tom cell väcker frågan om något har fallit bort.',
    good: [
      { data: TABELL('\n          saknas: Mäts först 2022'), text: '{{tabell "resultat"}}' },
      { data: TABELL(' 12,5'), text: '{{tabell "resultat"}}' }
    ],
    bad: [
      {
        data: TABELL(''),
        text: '{{tabell "resultat"}}',
        väntat: ['data 2:9 Lokaler saknar budget för 2021, som tabellen "Resultat" visar.']
      }
    ]
  }
}
