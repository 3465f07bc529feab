import type { Exempel } from '../../src/rules/rule.ts'

/** One thing that is wrong in a published report, typed as published, and what finds it. */
export type Avvikelse = {
  /** Report, number in its list, and a letter where the number holds several. */
  readonly nr: string
  readonly vad: string
} & (
  | { readonly exempel: Exempel; readonly finns: readonly string[] }
  /** Why no program can. */
  | { readonly omöjlig: string }
  /** Looks like a fault and is none; nothing may be said about it above råd. */
  | { readonly inget: string; readonly exempel?: Exempel }
  /** What a rule about data will have to see. */
  | { readonly väntar: string }
)

const organisation = (namn: string) => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: ${namn}
`
})

const RESULTAT = `konton:
  - id: fm
    namn: FM
    enhet: mnkr
    serie:
      2020:
        utfall: -179,6
      2021:
        utfall: -179,2
        budget: -169,7
  - id: sjukresor
    namn: Sjukresor
    enhet: mnkr
    serie:
      2020:
        utfall: -121,8
      2021:
        utfall: -134,9
        budget: -119,5
        avvikelse: -15,5
  - id: fastigheter
    namn: Fastigheter
    enhet: mnkr
    serie:
      2020:
        utfall: 21,9
      2021:
        utfall: 24,8
        budget: -2,6
  - id: övrigt
    namn: Övriga områden
    enhet: mnkr
    serie:
      2020:
        utfall: 307,8
      2021:
        utfall: 314,0
        budget: 291,8
uppställningar:
  - id: resultat
    namn: Resultat per verksamhetsområde
    enhet: mnkr
    kolumner:
      - mått: utfall
      - mått: budget
      - mått: avvikelse
      - mått: utfall
        period: föregående år
    rader:
      - konto: fm
      - konto: sjukresor
      - konto: fastigheter
      - konto: övrigt
      - summa: Summa
        givet:
          2021:
            avvikelse: 24,8
            utfall: 24,7
`

const KOSTNADER = `konton:
  - id: personal
    namn: Personal
    enhet: tkr
    serie:
      2021:
        utfall: -388 528
  - id: vårdmaterial
    namn: Vårdmaterial
    enhet: tkr
    serie:
      2021:
        utfall: -1 221 107
uppställningar:
  - id: kostnadsutveckling
    namn: Kostnadsutveckling
    enhet: tkr
    kolumner:
      - mått: utfall
    rader:
      - konto: personal
      - konto: vårdmaterial
      - summa: Summa
        givet:
          2021:
            utfall: -1 609 634
`

const HANDLINGSPLAN = `mått:
  - id: plan
    namn: Plan
  - id: effekt
    namn: Utfall
konton:
  - id: plan-fm
    namn: VO FM
    enhet: mnkr
    serie:
      2021:
        plan: 4,0
        effekt: 3,8
  - id: plan-övrigt
    namn: VO övriga
    enhet: mnkr
    serie:
      2021:
        plan: 11,5
        effekt: 12,7
nyckeltal:
  - id: uppfyllnad
    namn: Handlingsplanens uppfyllnad
    synonymer: [handlingsplanen]
    enhet: procent
    decimaler: 0
    formel: handlingsplan.summa.effekt / handlingsplan.summa.plan
uppställningar:
  - id: handlingsplan
    namn: Ekonomisk handlingsplan
    enhet: mnkr
    kolumner:
      - mått: plan
      - mått: effekt
    rader:
      - konto: plan-fm
      - konto: plan-övrigt
      - summa: Totalt
`

const SJUKFRÅNVARO = `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    riktning: lägre är bättre
    serie:
      2020:
        utfall: 5,71
      2021:
        utfall: 4,77
`

const DU = `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvarotid
    synonymer: [sjukfrånvaro]
    enhet: procent
    serie:
      2020:
        utfall: 5,35
      2021:
        utfall: 6,03
  - id: avvikelse-budget
    namn: Avvikelse mot budgeterat resultat
    enhet: tkr
    serie:
      2021:
        utfall: 2 676
`

const ERSÄTTARE = `register:
  - id: ersättare
    namn: Ersättare
    kolumner:
      - id: namn
        namn: Namn
    rader:
${['Lena', 'Hans', 'Helena', 'Christer', 'Axel', 'Mattias', 'Fredrik'].map((namn) => `      - namn: ${namn}`).join('\n')}
`

const STYCKE =
  'Styrmodellen innebär att beställaren svarar för sina beställningar och att utföraren svarar för leveransen.'

/** All items under Avvikelser in the five reports. */
export const AVVIKELSER: readonly Avvikelse[] = [
  {
    nr: '000.1',
    vad: 'Modellen började gälla 2016 på ett ställe och 2017 på ett annat',
    omöjlig: 'Vilket årtal som hör till vilken händelse står bara i löpande ord, inte i data.'
  },
  {
    nr: '000.2',
    vad: 'Stycken upprepas ordagrant',
    exempel: { text: `${STYCKE}\n\nMellan.\n\n${STYCKE}` },
    finns: [`råd stycken-en-gang «${STYCKE.slice(0, 60)}»`]
  },
  {
    nr: '000.3a',
    vad: 'Ort och datum är "enligt ovan"',
    exempel: { text: 'Karlskrona enligt ovan' },
    finns: ['fel inget-att-komplettera «enligt ovan»']
  },
  {
    nr: '000.3b',
    vad: 'Datum och diarienummer saknas',
    väntar: 'datum och diarienummer i rapport.yaml'
  },
  {
    nr: '000.4',
    vad: 'Hänvisning till slutet av ett annat dokument',
    exempel: { text: 'Rekommendationerna finns i slutet av rapporten.' },
    finns: ['råd hanvisning-med-se «i slutet av rapporten»']
  },
  {
    nr: '000.5a',
    vad: 'engageman, succesivt',
    exempel: { text: 'Ett stort engageman har succesivt vuxit fram.' },
    finns: ['råd ord-ratt-stavade «engageman»', 'råd ord-ratt-stavade «succesivt»']
  },
  {
    nr: '000.5b',
    vad: 'landstingservice och landstingsservice',
    exempel: {
      filer: organisation('Landstingsservice'),
      text: 'Ansvaret ligger på landstingservice.'
    },
    finns: ['varning organ-skrivs-lika «landstingservice»']
  },
  {
    nr: '001.1a',
    vad: 'Föregående års resultat 28,1 i texten, 28,3 i tabellen',
    exempel: { data: RESULTAT, text: 'Resultatet var föregående år +28,1 mnkr.' },
    finns: ['fel tal-stammer-med-data «+28,1 mnkr»']
  },
  {
    nr: '001.1b',
    vad: 'Försämring "ca 3" där tabellen ger 3,6',
    exempel: { data: RESULTAT, text: 'Resultatet försämrades med ca 3 mnkr.' },
    finns: ['råd tal-stammer-med-data «3 mnkr»']
  },
  {
    nr: '001.2',
    vad: 'Budgetavvikelse 24,8 där 24,7 − (−0,0) ger 24,7',
    exempel: { data: RESULTAT },
    finns: ['råd givet-lika-med-beraknat «24,8»']
  },
  {
    nr: '001.3',
    vad: 'Sjukresors avvikelse −15,5 där −134,9 − (−119,5) ger −15,4',
    exempel: { data: RESULTAT },
    finns: ['råd givet-lika-med-beraknat «-15,5»']
  },
  {
    nr: '001.4',
    vad: 'Handlingsplanen 107 % där 16,5/15,5 ger 106',
    exempel: { data: HANDLINGSPLAN, text: 'Handlingsplanen gav 107 % av det planerade.' },
    finns: ['råd tal-stammer-med-data «107 %»']
  },
  {
    nr: '001.5',
    vad: 'Summan −1 609 634 där delarna ger −1 609 635',
    exempel: { data: KOSTNADER },
    finns: ['råd givet-lika-med-beraknat «-1 609 634»']
  },
  {
    nr: '001.6a',
    vad: 'Nettokostnaden utelämnar finansiella poster som ingår i kostnadstabellen',
    väntar: 'två uppställningar med samma rader men olika omfång'
  },
  { nr: '001.6b', vad: 'Procent på värdet noll', väntar: 'angiven förändring där basen är noll' },
  { nr: '001.7', vad: 'Procent vid teckenbyte', väntar: 'angiven förändring där tecknet växlar' },
  {
    nr: '001.8a',
    vad: 'Fastigheters överskott mot budget +25 i texten, 27,4 i tabellen',
    exempel: { data: RESULTAT, text: 'Fastigheter har ett överskott mot budget på 25 mnkr.' },
    finns: ['fel tal-stammer-med-data «25 mnkr»']
  },
  { nr: '001.8b', vad: 'Komponenterna 11+7+3+5 är 26', väntar: 'en post vars delar inte ger den' },
  {
    nr: '001.9',
    vad: 'Övriga poster "tar ut varandra" men ger −2,6',
    väntar: 'en brygga som inte går ihop'
  },
  {
    nr: '001.10a',
    vad: '23 % av 1 023 är 235, texten säger 237',
    inget: '237/1 023 är 23,2 %, alltså 23 % avrundat.'
  },
  {
    nr: '001.10b',
    vad: 'Komponenterna ger 1 005, inte 1 023',
    väntar: 'en post vars delar inte ger den'
  },
  {
    nr: '001.10c',
    vad: 'Intäkter 1 152,7 i tabellen, omsättning 1 023 i texten',
    väntar: 'samma storhet två gånger'
  },
  {
    nr: '001.11',
    vad: 'Minskning "0,94 %" är procentenheter',
    exempel: { data: SJUKFRÅNVARO, text: 'Sjukfrånvaron minskade med 0,94\u00a0%.' },
    finns: ['fel procent-eller-procentenheter «0,94 %»']
  },
  { nr: '001.12', vad: 'Kontroll utförd men ej tillämplig', väntar: 'kontroller' },
  {
    nr: '001.13',
    vad: 'Beslut 1,4 större än ramen 0,8',
    väntar: 'mått som inte får överstiga ett annat'
  },
  {
    nr: '001.14',
    vad: 'Övertiden ökar men kallas låg',
    omöjlig: '"Låg nivå" är en värdering; utan målvärde finns inget att hålla den mot.'
  },
  {
    nr: '001.15',
    vad: '8,5%, + 24,7, ca70, 2021har, bilaga.., -0,0',
    exempel: {
      text: 'Under 2021har tiden minskat med 8,5%. Resultatet + 24,7 mnkr mot -0,0 mnkr är ca70 bättre, se bilaga..'
    },
    finns: [
      'varning mellanslag-vid-tal «2021har»',
      'råd mellanslag-fore-enhet «8,5%»',
      'råd minus-ar-minus «+ »',
      'råd minus-ar-minus «-»',
      'varning mellanslag-vid-tal «ca70»',
      'varning ett-skiljetecken «..»'
    ]
  },
  {
    nr: '002.1a',
    vad: 'Sju ersättare listas mot sex platser',
    exempel: { data: ERSÄTTARE, text: 'Nämnden har sex ersättare.' },
    finns: ['fel tal-stammer-med-data «sex»']
  },
  {
    nr: '002.1b',
    vad: 'Vice ordföranden avgår utan efterträdare',
    väntar: 'poster i register med slutdatum'
  },
  {
    nr: '002.2',
    vad: '171 är avtal, upphandlingar eller annonserade upphandlingar',
    exempel: { text: 'Koden finns i 171 avtal. Kravet ställdes i 171 upphandlingar.' },
    finns: ['råd ett-tal-en-sak «171 upphandlingar»']
  },
  {
    nr: '002.3',
    vad: 'Utfall 2 676 tkr i tabellen, −2 676 tkr i texten',
    exempel: { data: DU, text: 'Avvikelse mot budgeterat resultat är −2 676 tkr.' },
    finns: ['fel tal-har-ratt-tecken «−2 676 tkr»']
  },
  {
    nr: '002.4',
    vad: 'msek och mkr i samma rapport',
    exempel: { text: 'Besparingen blev 54,5 msek mot målet 70 mkr.' },
    finns: ['råd en-form-av-enhet «mkr»']
  },
  {
    nr: '002.5a',
    vad: 'Decimalpunkt och decimalkomma blandas',
    exempel: { text: 'Frånvaron steg från 5,6\u00a0% till 7.8\u00a0%.' },
    finns: ['varning decimaltecken-ar-komma «7.8»']
  },
  {
    nr: '002.5b',
    vad: 'Sjukfrånvaron 6,03 och 6,0',
    exempel: { data: DU, text: 'Sjukfrånvaron var 6,0\u00a0% vid årets slut.' },
    finns: ['råd tal-hamtas-ur-data «6,0 %»']
  },
  {
    nr: '002.6',
    vad: 'Konsulter ca 1 000 tkr, +700 mot budget',
    inget: 'Budgeten ca 300 gör det rimligt.'
  },
  {
    nr: '002.7',
    vad: 'Rubriker numrerade för hand i en del av rapporten',
    exempel: { text: '## 4. Sammanträden\n\nText.\n\n## Nyckeltal\n\nText.' },
    finns: ['varning rubriker-numreras-av-mallen «4.»']
  },
  {
    nr: '003.1',
    vad: 'Notsiffra mitt i ett ord',
    exempel: { text: 'Minst 15 av 17 dimensioner ska förbätt4ras.' },
    finns: ['varning mellanslag-vid-tal «förbätt4ras»']
  },
  {
    nr: '003.2',
    vad: 'Asterisk utan not',
    exempel: {
      text: '| Indikator | Ingångsvärde |\n|---|---|\n| Patientsäkerhetsindex | enligt mätningar 2015* |'
    },
    finns: ['varning asterisk-har-not «*»']
  },
  {
    nr: '003.3',
    vad: 'Målet uppfyllt redan vid start',
    väntar: 'ingångsvärde som uppfyller målvärdet'
  },
  {
    nr: '003.4',
    vad: 'Avsnitt dubbleras med fel text i källkolumnen',
    väntar: 'två indikatorer som är lika'
  },
  {
    nr: '003.5',
    vad: 'Beräkning av intäkter pågår – kompletteras senare',
    exempel: { text: 'Beräkning av intäkter pågår – kompletteras senare' },
    finns: [
      'fel inget-att-komplettera «Beräkning av intäkter pågår»',
      'fel inget-att-komplettera «kompletteras senare»'
    ]
  },
  {
    nr: '003.6',
    vad: 'Rubriknumrering blandad',
    exempel: {
      text: '## 3.1.1. Patienter\n\nText.\n\n## 3.1.2 Kunder\n\nText.\n\n## 4. Direktiv\n\nText.'
    },
    finns: [
      'varning rubriker-numreras-av-mallen «3.1.1.»',
      'varning rubriker-numreras-av-mallen «3.1.2»',
      'varning rubriker-numreras-av-mallen «4.»'
    ]
  },
  {
    nr: '003.7',
    vad: 'överstigande1, riksgenom-snittet, leverensen',
    exempel: {
      text: 'Beslut överstigande1 mnkr. Högre än riksgenom-snittet. Riksgenomsnittet för leverensen.'
    },
    finns: [
      'varning mellanslag-vid-tal «överstigande1»',
      'råd ordet-ar-helt «riksgenom-snittet»',
      'råd ord-ratt-stavade «leverensen»'
    ]
  },
  { nr: '003.8', vad: 'Två avsnitt saknar indikatorer', inget: 'Skälet är angivet.' },
  {
    nr: '004.1',
    vad: 'Kommunallagen (2017:25)',
    exempel: { text: 'Enligt kommunallagen (2017:25) ska nämnden se till det.' },
    finns: ['fel ratt-sfs-nummer «2017:25»']
  },
  {
    nr: '004.2',
    vad: 'Nämnden i två ordföljder',
    exempel: {
      text: 'Nämnden för operativ regional verksamhet och vård har följt upp. Det bedömer nämnden för vård, regional och operativ verksamhet.',
      filer: organisation('Nämnden för operativ regional verksamhet och vård')
    },
    finns: ['varning organ-skrivs-lika «nämnden för vård, regional och operativ verksamhet»']
  },
  {
    nr: '004.3',
    vad: 'Listade poster ger −90,9, nämnden −91,1',
    väntar: 'en post vars delar inte ger den'
  },
  {
    nr: '004.4',
    vad: 'KPMG:s poster förklarar inte resultatet',
    väntar: 'en post vars delar inte ger den'
  },
  {
    nr: '004.5',
    vad: '"ca 40" och 40,5, en tredjedel och 31,5 %',
    inget: 'Båda är inom det "ca" och "en tredjedel" rymmer.'
  },
  {
    nr: '004.6',
    vad: 'Förvaltningens bedömning skiljer sig från revisionens',
    inget: 'Två bedömare; båda visas.'
  },
  {
    nr: '004.7a',
    vad: 'Rapportnummer i tre former',
    exempel: { text: 'Se nr 6 - 2023, nr 9–2023 och nr 10 – 2023.' },
    finns: ['råd en-form-av-datum «nr 9–2023»', 'råd en-form-av-datum «nr 10 – 2023»']
  },
  {
    nr: '004.7b',
    vad: 'Datum i fyra former',
    exempel: { text: 'Beslut 26 april 2023, 2023-05-03, 26/4 2023 och 230426.' },
    finns: [
      'råd en-form-av-datum «2023-05-03»',
      'råd en-form-av-datum «26/4 2023»',
      'råd en-form-av-datum «230426»'
    ]
  },
  {
    nr: '004.8',
    vad: 'tillfredställande, konor, kvaliet, revisonskriterier',
    exempel: {
      text: 'En tillfredställande kvaliet för miljoner konor enligt revisonskriterierna.'
    },
    finns: [
      'råd ord-ratt-stavade «tillfredställande»',
      'råd ord-ratt-stavade «kvaliet»',
      'råd ord-ratt-stavade «konor»',
      'råd ord-ratt-stavade «revisonskriterierna»'
    ]
  },
  {
    nr: '004.9',
    vad: 'Celler bryts över sida så att läsordningen blir fel',
    omöjlig: 'Kan inte uppstå här: tabeller är taggade tabeller, och läsordningen är källans.'
  }
]
