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
  /** Looks like a fault and is none; typed as published, no rule that could find it says a word. */
  | { readonly inget: string; readonly exempel: Exempel; readonly tysta: readonly string[] }
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

const TVÅ_TABELLER = `konton:
${['Intäkter', 'Personal', 'Material', 'Sjukresor', 'Övrigt', 'Finansiella poster']
  .map(
    (namn, i) =>
      `  - id: konto-${i}\n    namn: ${namn}\n    enhet: tkr\n    serie:\n      2021:\n        utfall: ${-100 - i}\n`
  )
  .join('')}uppställningar:
${[
  { id: 'kostnader', namn: 'Kostnadsutveckling', rader: [1, 2, 3, 4, 5] },
  { id: 'nettokostnad', namn: 'Nettokostnadsutveckling', rader: [0, 1, 2, 3, 4] }
]
  .map(
    ({ id, namn, rader }) =>
      `  - id: ${id}\n    namn: ${namn}\n    enhet: tkr\n    kolumner:\n      - mått: utfall\n    rader:\n${rader.map((rad) => `      - konto: konto-${rad}\n`).join('')}      - summa: Summa\n`
  )
  .join('')}`

const TVÅ_GÅNGER = `indikatorer:
${['miljöledning-1', 'miljöledning-2']
  .map(
    (id) =>
      `  - id: ${id}\n    namn: Förvaltningar med miljöledningssystem\n    enhet: antal\n    serie:\n      2021:\n        målvärde: Två av samtliga sex\n`
  )
  .join('')}`

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
    exempel: {
      rapport:
        'dokumenttyp: årsrapport\nperiod: 2021\nstatus: beslutad\nansvarig: Landstingsdirektören\n'
    },
    finns: ['varning rapport-har-uppgifter «status»']
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
    exempel: { data: TVÅ_TABELLER },
    finns: ['råd tabeller-med-samma-rader «nettokostnad»']
  },
  {
    nr: '001.6b',
    vad: 'Procent på värdet noll',
    exempel: {
      text: '| Post | tkr | % |\n|---|--:|--:|\n| Personal | −388 528 | −5,8 |\n| Extraordinära kostnader | 0 | −11,4 |'
    },
    finns: ['varning procent-har-en-bas «−11,4»']
  },
  {
    nr: '001.7',
    vad: 'Procent vid teckenbyte',
    exempel: {
      text: '| Post | tkr | % |\n|---|--:|--:|\n| Personal | −388 528 | −5,8 |\n| Läkemedel | 51 | −297,3 |'
    },
    finns: ['varning procent-har-en-bas «−297,3»']
  },
  {
    nr: '001.8a',
    vad: 'Fastigheters överskott mot budget +25 i texten, 27,4 i tabellen',
    exempel: { data: RESULTAT, text: 'Fastigheter har ett överskott mot budget på 25 mnkr.' },
    finns: ['fel tal-stammer-med-data «25 mnkr»']
  },
  {
    nr: '001.8b',
    vad: 'Komponenterna 11+7+3+5 är 26',
    exempel: {
      text: 'Fastigheters överskott på 25 mnkr består av 11 mnkr lägre drift (varav ca 8 mnkr el), 7 mnkr hyror, 3 mnkr räntor och ca 5 mnkr övrigt.'
    },
    finns: ['råd delarna-ger-helheten «25 mnkr»']
  },
  {
    nr: '001.9',
    vad: 'Övriga poster "tar ut varandra" men ger −2,6',
    omöjlig:
      'Meningens egna tal, 37 − 24 − 6 − 7, går jämnt ut; vilka av tabellens rader som är "övriga" sägs inte.'
  },
  {
    nr: '001.10a',
    vad: '23 % av 1 023 är 235, texten säger 237',
    inget: '237/1 023 är 23,2 %, alltså 23 % avrundat.',
    exempel: { text: 'Av omsättningen är 23 procent av 1 023 mnkr, alltså 237 mnkr, externt.' },
    tysta: ['andelen-stammer']
  },
  {
    nr: '001.10b',
    vad: 'Komponenterna ger 1 005, inte 1 023',
    exempel: {
      text: 'Omsättningen på 1 023 mnkr består av 433 mnkr hyror, 410 mnkr måltider, 88 mnkr material och 74 mnkr övrigt.'
    },
    finns: ['fel delarna-ger-helheten «1 023 mnkr»']
  },
  {
    nr: '001.10c',
    vad: 'Intäkter 1 152,7 i tabellen, omsättning 1 023 i texten, där omsättning är intäkternas synonym',
    exempel: {
      data: 'konton:\n  - id: intäkter\n    namn: Intäkter\n    synonymer: [omsättningen]\n    enhet: mnkr\n    serie:\n      2021:\n        utfall: 1 152,7\n',
      text: 'Omsättningen var 1 023 mnkr.'
    },
    finns: ['fel tal-stammer-med-data «1 023 mnkr»']
  },
  {
    nr: '001.11',
    vad: 'Minskning "0,94 %" är procentenheter',
    exempel: { data: SJUKFRÅNVARO, text: 'Sjukfrånvaron minskade med 0,94\u00a0%.' },
    finns: ['fel procent-eller-procentenheter «0,94 %»']
  },
  {
    nr: '001.12',
    vad: 'Kontroll utförd men ej tillämplig',
    exempel: {
      data: 'kontroller:\n  - id: riskhantering\n    namn: Riskhantering\n    uppföljning:\n      2021:\n        utfört: [T3]\n        resultat: ej tillämpligt\n        åtgärd: Åtgärdas\n'
    },
    finns: ['varning kontroll-gar-ihop «2021»']
  },
  {
    nr: '001.13',
    vad: 'Beslut 1,4 större än ramen 0,8',
    exempel: {
      text: '| Typ, mnkr | Ram 2021 | Beslut 2021 |\n|---|--:|--:|\n| Övriga inventarier | 0,8 | 1,4 |\n| Fastigheter | 240,0 | 38,0 |'
    },
    finns: ['varning delen-ryms-i-helheten «1,4»']
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
    exempel: {
      data: 'register:\n  - id: ledamöter\n    namn: Ledamöter\n    kolumner:\n      - id: namn\n        namn: Namn\n      - id: uppdrag\n        namn: Uppdrag\n      - id: till\n        namn: Till och med\n    rader:\n      - namn: Tom Lind\n        uppdrag: Ordförande\n      - namn: Carla Vik\n        uppdrag: Vice ordförande\n        till: 31 oktober\n'
    },
    finns: [
      'råd den-som-slutar-ersatts «namn: Carla Vik\n        uppdrag: Vice ordförande\n        till: 31 oktober\n»'
    ]
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
    inget: 'Budgeten ca 300 gör det rimligt.',
    exempel: {
      text: 'Konsulter anlitades för ca 1 000 tkr, 700 tkr mer än budgeten på ca 300 tkr.'
    },
    tysta: ['forandringen-stammer', 'delarna-ger-helheten']
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
    exempel: {
      rapport: 'dokumenttyp: verksamhetsplan\nperiod: 2016\nstatus: utkast\n',
      data: 'indikatorer:\n  - id: rörlighet\n    namn: Extern personalrörlighet\n    enhet: procent\n    serie:\n      2014:\n        utfall: 1,8\n      2016:\n        målvärde: 3,5 eller lägre\n        ingångsår: 2014\n'
    },
    finns: ['råd malet-ar-inte-redan-natt «3,5 eller lägre»']
  },
  {
    nr: '003.4',
    vad: 'Avsnitt dubbleras med fel text i källkolumnen',
    exempel: { data: TVÅ_GÅNGER },
    finns: ['råd en-uppgift-ett-varde «miljöledning-2»']
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
  {
    nr: '003.8',
    vad: 'Två avsnitt saknar indikatorer',
    inget: 'Skälet är angivet.',
    exempel: {
      data: 'mål:\n  - id: utveckling\n    nivå: mål\n    namn: Utveckling\n    utan indikator: Följs upp i nämndens plan.\n'
    },
    tysta: ['mal-har-indikator']
  },
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
    exempel: {
      text: 'Avvikelsen −91,1 mnkr består av −40,5 mnkr för datorer, −24,7 mnkr för applikationer, −20,3 mnkr för larm, +28,5 mnkr för konsulter, +18,1 mnkr för vårdsystem, −22 mnkr för reservdelar och −30 mnkr för interna kostnader.'
    },
    finns: ['råd delarna-ger-helheten «−91,1 mnkr»']
  },
  {
    nr: '004.4',
    vad: 'KPMG:s poster förklarar inte resultatet',
    exempel: {
      text: '| Avvikelse mot budget, mnkr | Delår DIT/MT | År DIT/MT |\n|---|--:|--:|\n| Resultat | −44 | −91 |\n| Intäkter | −27 | 32 |\n| Övriga bidrag | 2 | – |\n| Personal | 50 | 63 |\n| Övriga kostnader | −40 | −133 |'
    },
    finns: ['råd posterna-forklarar-resultatet «−44»', 'råd posterna-forklarar-resultatet «−91»']
  },
  {
    nr: '004.5',
    vad: '"ca 40" och 40,5, en tredjedel och 31,5 %',
    inget: 'Båda är inom det "ca" och "en tredjedel" rymmer.',
    exempel: {
      text: 'Utbytet av datorer kostade ca 40 mnkr. Datorerna kostade 40,5 mnkr. En tredjedel av de 2 061 medarbetarna (ca 650) är analytiker.'
    },
    tysta: ['andelen-stammer', 'forandringen-stammer']
  },
  {
    nr: '004.6',
    vad: 'Förvaltningens bedömning skiljer sig från revisionens',
    inget: 'Två bedömare; båda visas.',
    exempel: {
      text: 'Förvaltningen bedömer målet som uppfyllt. Vi bedömer det som inte helt uppfyllt.'
    },
    tysta: ['malet-naddes-som-det-star', 'samlad-bedomning-har-skal']
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
