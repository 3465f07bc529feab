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
  - id: intäkter
    namn: Verksamhetens intäkter
    enhet: mnkr
    serie:
      2020:
        utfall: 1 021,4
      2021:
        utfall: 1 023,2
        budget: 1 000,0
        prognos: 1 030,0
  - id: resultat
    namn: Årets resultat
    enhet: mnkr
    serie:
      2020:
        utfall: 28,3
      2021:
        utfall: -24,7
        budget: 0
indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 5,71
      2021:
        målvärde: max 4,5
        utfall: 4,77
        uppdelning:
          - namn: Kvinnor
            utfall: 5,2
          - namn: Män
            utfall: 3,9
  - id: hme
    namn: Hållbart medarbetarengagemang (HME)
    synonymer: [HME]
    enhet: index
    serie:
      2020:
        utfall: 76
      2021:
        utfall: 78
        målvärde: minst 80
  - id: patienthotell
    namn: Beläggning på patienthotellet
    synonymer: [beläggningen, patienthotellets beläggning]
    enhet: procent
    serie:
      2020:
        utfall: 52
      2021:
        målvärde: 85
        utfall: 48
nyckeltal:
  - id: anställda
    namn: Antal anställda
    enhet: antal
    serie:
      2020:
        utfall: 904
      2021:
        utfall: 820
  - id: årsarbetare
    namn: Årsarbetare
    enhet: årsarbetare
    serie:
      2020:
        utfall: 648
      2021:
        utfall: 593
  - id: besök
    namn: Besök på intranätet
    enhet: antal
    serie:
      2020:
        utfall: 12 034
      2021:
        utfall: 24 500
kontroller:
  - id: k1
    namn: Avtal
    uppföljning:
      2021: 
        utfört: [T3]
        resultat: ingen avvikelse
  - id: k2
    namn: Lager
    uppföljning:
      2021:
        utfört: [T3]
        resultat: ingen avvikelse
  - id: k3
    namn: Miljö
    uppföljning:
      2021:
        utfört: ej utfört
        resultat: ej tillämpligt
        ny plan: T1 2022
`

const RULES = [
  'tal-stammer-med-data',
  'tal-har-ratt-tecken',
  'procent-eller-procentenheter',
  'ord-om-riktning-stammer',
  'malet-naddes-som-det-star',
  'forandringen-stammer',
  'andelen-stammer',
  'delarna-ger-helheten',
  'delen-ryms-i-helheten'
]

/** What the rules about figures in prose find: the rule, and what is underlined. */
async function faults(text: string, data?: string): Promise<string[]> {
  const { diagnostics, sources } = await checkExempel(
    data === undefined ? { text } : { text, data }
  )
  return diagnostics
    .filter(({ rule }) => RULES.includes(rule))
    .map(({ rule, span }) => {
      const part = span && sources.get(span.file)?.text.slice(span.start, span.end)
      return `${rule} «${part}»`
    })
}

describe('figures held against data', () => {
  it.each([
    'Sjukfrånvaron uppgick till 4,8 procent.',
    'Sjukfrånvaron uppgick till nästan 5 procent.',
    'Sjukfrånvaron är drygt 5 procent.',
    'Sjukfrånvaron för kvinnor var 5,2 procent och för män 3,9 procent.',
    'Sjukfrånvaron, 4,77 procent, ligger över målet på 4,5 procent.',
    'Sjukfrånvaron minskade med nästan en procentenhet.',
    'Besöken på intranätet fördubblades under året.',
    'Årets resultat blev ett underskott på 24,7 mnkr.',
    'Resultatet för året är minus 24,7 mnkr.',
    'Resultatet blev −24,7 mnkr (+28,3 mnkr 2020).',
    'Resultatet är 24,7 mnkr sämre än budget.',
    'Intäkterna ökade med 1,8 mnkr till 1 023,2 mnkr.',
    'Verksamhetens intäkter var 23,2 mnkr högre än budget.',
    'Verksamhetens intäkter blev 1,02 miljarder kronor.',
    'Verksamhetens intäkter blev drygt 1 miljard kronor.',
    'Prognosen för verksamhetens intäkter är 1 030 mnkr.',
    'Personalkostnaderna uppgick till 388,5 miljoner kronor.',
    'Personalkostnaderna minskade med närmare 24 miljoner kronor, 5,8 procent.',
    'Personalkostnaderna blev 6,5 mnkr lägre än budget.',
    'Jämfört med föregående år minskade personalkostnaderna med 23 772 tkr.',
    'Läkemedelskostnaderna ökade med 3,4 mnkr, vilket motsvarar 11 procent.',
    'Kostnaden för läkemedel, 33,6 mnkr, ökade med 11,3 procent.',
    'HME-värdet är 78 (76).',
    'HME ökade från 76 till 78 men når inte målet 80.',
    'HME ökade med två enheter.',
    'Beläggningen på patienthotellet var 48 procent mot målet 85 procent.',
    'Vi har 820 anställda.',
    'Antalet anställda har minskat med 84 till 820.',
    'Antalet årsarbetare minskade med 55, motsvarande 8,5 procent.',
    'Två av tre kontroller är utförda.',
    'En av tre kontroller är inte utförd.',
    'Av fyra kontroller är två utförda.',
    'Tre kontroller ingick i planen.',
    'I fjol var sjukfrånvaron 5,71 procent.',
    'Sjukfrånvaron minskade med 16 procent.',
    'Läkemedel kostade 33 600 tkr.',
    'Mellan 30 och 34 mnkr går till läkemedel varje år.',
    'Läkemedel ska kosta högst 31,0 mnkr.',
    'Sjukfrånvaron var 4-5 procent under våren.',
    'Under T2 var sjukfrånvaron 6,1 procent.'
  ])('are right in "%s"', async (text) => {
    expect(await faults(text, DATA)).toEqual([])
  })

  it.each([
    ['Sjukfrånvaron uppgick till 4,9 procent.', 'tal-stammer-med-data «4,9 procent»'],
    [
      'Sjukfrånvaron har sjunkit till 4,77 procent, från 5,61 procent i fjol.',
      'tal-stammer-med-data «5,61 procent»'
    ],
    [
      'Den totala sjukfrånvaron landade på 4,87 procent för helåret.',
      'tal-stammer-med-data «4,87 procent»'
    ],
    [
      'Sjukfrånvaron för kvinnor var 5,4 procent och för män 3,9 procent.',
      'tal-stammer-med-data «5,4 procent»'
    ],
    [
      'Sjukfrånvaron, 4,77 procent, ligger över målet på 4,0 procent.',
      'tal-stammer-med-data «4,0 procent»'
    ],
    [
      'Sjukfrånvaron ligger under målet på 4,5 procent.',
      'malet-naddes-som-det-star «Sjukfrånvaron ligger under målet på 4,5 procent.»'
    ],
    [
      'Sjukfrånvaron ökade med nästan en procentenhet.',
      'ord-om-riktning-stammer «Sjukfrånvaron ökade»'
    ],
    [
      'Sjukfrånvaron har nästan fördubblats sedan 2020.',
      'ord-om-riktning-stammer «Sjukfrånvaron har nästan fördubblats»'
    ],
    [
      'Besöken på intranätet halverades under året.',
      'ord-om-riktning-stammer «Besöken på intranätet halverades»'
    ],
    ['Årets resultat blev ett överskott på 24,7 mnkr.', 'tal-har-ratt-tecken «24,7 mnkr»'],
    ['Årets resultat blev 24,7 mnkr.', 'tal-har-ratt-tecken «24,7 mnkr»'],
    ['Resultatet blev −24,7 mnkr (+38,3 mnkr 2020).', 'tal-stammer-med-data «+38,3 mnkr»'],
    ['Resultatet är 27,4 mnkr sämre än budget.', 'tal-stammer-med-data «27,4 mnkr»'],
    ['Intäkterna ökade med 2,8 mnkr till 1 023,2 mnkr.', 'tal-stammer-med-data «2,8 mnkr»'],
    ['Intäkterna ökade med 1,8 mnkr till 1 032,2 mnkr.', 'tal-stammer-med-data «1 032,2 mnkr»'],
    ['Verksamhetens intäkter var 32,2 mnkr högre än budget.', 'tal-stammer-med-data «32,2 mnkr»'],
    ['Verksamhetens intäkter blev 1 023 tkr.', 'tal-stammer-med-data «1 023 tkr»'],
    ['Prognosen för verksamhetens intäkter är 1 300 mnkr.', 'tal-stammer-med-data «1 300 mnkr»'],
    [
      'Personalkostnaderna uppgick till 385,8 miljoner kronor.',
      'tal-stammer-med-data «385,8 miljoner kronor»'
    ],
    [
      'Personalkostnaderna minskade med närmare 24 miljoner kronor, 8,5 procent.',
      'tal-stammer-med-data «8,5 procent»'
    ],
    ['Personalkostnaderna blev 5,6 mnkr lägre än budget.', 'tal-stammer-med-data «5,6 mnkr»'],
    ['Personalkostnaderna blev 6,5 mnkr högre än budget.', 'tal-har-ratt-tecken «6,5 mnkr»'],
    [
      'Jämfört med föregående år minskade personalkostnaderna med 32 772 tkr.',
      'tal-stammer-med-data «32 772 tkr»'
    ],
    [
      'Läkemedelskostnaderna ökade med 3,4 mnkr, vilket motsvarar 14 procent.',
      'tal-stammer-med-data «14 procent»'
    ],
    ['HME-värdet är 78 (67).', 'tal-stammer-med-data «67»'],
    ['HME ökade från 76 till 79 men når inte målet 80.', 'tal-stammer-med-data «79»'],
    ['HME minskade med två enheter.', 'tal-har-ratt-tecken «två»'],
    [
      'HME uppgår till 78, vilket är högre än målet 80.',
      'malet-naddes-som-det-star «HME uppgår till 78, vilket är högre än målet 80.»'
    ],
    [
      'Beläggningen på patienthotellet var 58 procent mot målet 85 procent.',
      'tal-stammer-med-data «58 procent»'
    ],
    [
      'Beläggningen nådde målet på 85 procent.',
      'malet-naddes-som-det-star «Beläggningen nådde målet på 85 procent.»'
    ],
    ['Vi har 802 anställda.', 'tal-stammer-med-data «802»'],
    ['Antalet anställda har minskat med 48 till 820.', 'tal-stammer-med-data «48»'],
    [
      'Antalet årsarbetare minskade med 55, motsvarande 5,8 procent.',
      'tal-stammer-med-data «5,8 procent»'
    ],
    ['Antalet årsarbetare ökade med 55.', 'tal-har-ratt-tecken «55»'],
    ['Tre av tre kontroller är utförda.', 'tal-stammer-med-data «Tre»'],
    ['Fyra kontroller ingick i planen.', 'tal-stammer-med-data «Fyra»'],
    ['I fjol var sjukfrånvaron 5,17 procent.', 'tal-stammer-med-data «5,17 procent»'],
    ['2020 var sjukfrånvaron 5,17 procent.', 'tal-stammer-med-data «5,17 procent»'],
    ['Förra året var HME 67.', 'tal-stammer-med-data «67»'],
    [
      'Sjukfrånvaron var 4,77 procentenheter.',
      'procent-eller-procentenheter «4,77 procentenheter»'
    ],
    ['Sjukfrånvaron minskade med 0,94 procent.', 'procent-eller-procentenheter «0,94 procent»'],
    ['Läkemedel kostade 36 300 tkr.', 'tal-stammer-med-data «36 300 tkr»'],
    ['Läkemedel kostade 33 600 mnkr.', 'tal-stammer-med-data «33 600 mnkr»']
  ])('are wrong in "%s"', async (text, ...expected) => {
    expect(await faults(text, DATA)).toEqual(expected)
  })
})

describe('figures held against their own sentence', () => {
  it.each([
    'Intäkterna uppgick till 1 152,7 mnkr, en ökning med 1,2 mnkr eller 0,1 procent jämfört med 2020.',
    'Antalet anställda minskade med 84 personer, från 904 till 820.',
    'Sjukfrånvaron gick ner från 5,7 till 4,8 procent (0,9 procentenheter).',
    'Av 84 färre anställda är 18 chefer, 42 tillsvidareanställda och 24 tidsbegränsade.',
    'Nämnden höll fyra sammanträden, varav två i Västerås och två i Eskilstuna.',
    'Under året prövades 15 mål: 6 vunna, 1 avskrivet, 4 förlorade och 4 ej avgjorda.',
    'Kostnaden var 182 880 kr, varav hälften, 91 440 kr, bars av regionen.',
    'Av 25 möten hölls 20 på distans, alltså 80 procent.',
    'Totalt har 340 av 420 medarbetare svarat, vilket ger en svarsfrekvens på 81 procent.',
    'Svarsfrekvensen var 81 procent (340 av 420).',
    'Två av tre indikatorer (67 procent) är uppfyllda.',
    'Kostnaderna för hyrpersonal halverades från 12,4 mnkr till 6,1 mnkr.',
    'Prognosen är ett underskott på 4,9 mnkr, varav grundskolan 4,8 mnkr och gymnasiet 2,5 mnkr, medan förskolan ger ett överskott på 2,4 mnkr.',
    'Budgeten är 640,6 mnkr och prognosen 645,5 mnkr, en avvikelse på 4,9 mnkr.',
    'Regionbidraget var 481,7 mnkr (493,3), en minskning med 11,6 mnkr.',
    'Antalet besök ökade med 12 procent, från 10 000 till 11 200.',
    'Av de 2 061 medarbetarna är 71 procent kvinnor och 29 procent män.',
    'Mediantiden ökade från 13 till 15 minuter i genomsnitt.',
    'Mellan 2019 och 2021 ökade antalet från 12 till 18, en ökning med hälften.',
    'Kön minskade från 420 till 368 personer, medan antalet remisser ökade med 107.',
    'Omsättningen var 1 023 mnkr, varav 77 % internt och 23 % externt.',
    'Vi köpte in för 3,2 mnkr till två avdelningar.',
    'Temperaturen sjönk från 21 till 19 grader när 3 av 4 pannor stod stilla.',
    'Bidraget ökade från 5 till 7 mnkr. Det gav 3 nya tjänster.',
    'Resultatet, 24,7 mnkr, är 12,7 mnkr bättre än prognosen i oktober på 12,0 mnkr.',
    'Målet är 85 procent men utfallet blev 48 procent, alltså 37 procentenheter lägre.',
    'Personalkostnaderna är 37 mnkr lägre, covid kostade 24 mnkr, konsulter 7 mnkr och sjukresor 6 mnkr, vilket tar ut varandra.',
    'Lagret minskade från 11 700 till ca 5 000, alltså med 6 700.',
    'Andelen ökade från 3,2 till 5,35 procent år 2016 och var 5,6–7,8 procent första halvåret.',
    'Av budgeten på 70 mnkr har 54,5 mnkr (78 procent) använts.'
  ])('are right in "%s"', async (text) => {
    expect(await faults(text)).toEqual([])
  })

  it.each([
    [
      'Antalet anställda minskade med 74 personer, från 904 till 820.',
      'forandringen-stammer «74 personer»'
    ],
    [
      'Sjukfrånvaron minskade från 5,71 % till 4,77 %, en minskning med 0,94 %.',
      'procent-eller-procentenheter «0,94 %»'
    ],
    [
      'De 84 färre anställda fördelar sig på 18 chefer, 42 tillsvidareanställda och 34 tidsbegränsade.',
      'delarna-ger-helheten «84»'
    ],
    ['Av 25 möten hölls 20 på distans, alltså 85 procent.', 'andelen-stammer «85 procent»'],
    [
      'Totalt har 340 av 420 medarbetare svarat, vilket ger en svarsfrekvens på 71 procent.',
      'andelen-stammer «71 procent»'
    ],
    ['Svarsfrekvensen var 87 procent (340 av 420).', 'andelen-stammer «87 procent»'],
    ['Två av tre indikatorer (76 procent) är uppfyllda.', 'andelen-stammer «76 procent»'],
    [
      'Kostnaderna för hyrpersonal halverades från 12,4 mnkr till 9,1 mnkr.',
      'forandringen-stammer «12,4 mnkr till 9,1 mnkr»'
    ],
    [
      'Budgeten är 640,6 mnkr och prognosen 645,5 mnkr, en avvikelse på 6,9 mnkr.',
      'forandringen-stammer «6,9 mnkr»'
    ],
    [
      'Utfallet är 645,5 mnkr mot budgeterade 640,6 mnkr, alltså ett underskott på 5,9 mnkr.',
      'forandringen-stammer «5,9 mnkr»'
    ],
    [
      'Regionbidraget var 481,7 mnkr (493,3), en minskning med 12,6 mnkr.',
      'forandringen-stammer «12,6 mnkr»'
    ],
    [
      'Antalet besök ökade med 15 procent, från 10 000 till 11 200.',
      'forandringen-stammer «15 procent»'
    ],
    [
      'Av de 2 061 medarbetarna är 71 procent kvinnor och resten, 31 procent, män.',
      'delarna-ger-helheten «31 procent»'
    ],
    [
      'Personalomsättningen ökade från 8 till 11 procent, alltså med 3 procent.',
      'procent-eller-procentenheter «3 procent»'
    ],
    [
      'Omsättningen var 1 023 mnkr, varav 77 % internt och 33 % externt.',
      'delarna-ger-helheten «33 %»'
    ],
    [
      'Resultatet, 24,7 mnkr, är 13,7 mnkr bättre än prognosen i oktober på 12,0 mnkr.',
      'forandringen-stammer «13,7 mnkr»'
    ],
    [
      'Målet är 85 procent men utfallet blev 48 procent, alltså 47 procentenheter lägre.',
      'forandringen-stammer «47 procentenheter»'
    ],
    ['Mer än hälften av de 820 anställda (390) är kvinnor.', 'andelen-stammer «hälften»'],
    ['Av budgeten på 70 mnkr har 54,5 mnkr (68 procent) använts.', 'andelen-stammer «68 procent»']
  ])('are wrong in "%s"', async (text, ...expected) => {
    expect(await faults(text)).toEqual(expected)
  })
})
