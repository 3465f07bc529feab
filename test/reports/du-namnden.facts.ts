/**
 * What the report on DU-nämnden 2017 must print, typed by hand from the published report and
 * worked out by hand where the report computes. Nothing here is read from the data folder.
 * Numbers are as printed: decimal comma, U+2212 for minus, U+00A0 in thousands and before units,
 * "–" where there is no value.
 */

/** A table by its caption; each row begins with its head. Columns may be fewer than the report's. */
export interface Facittabell {
  readonly rubrik: string
  readonly kolumner: readonly string[]
  readonly rader: readonly (readonly string[])[]
}

const NIO = [
  'Utfall',
  'Budget',
  'Avvikelse',
  'Prognos helår',
  'Årsbudget',
  'Prognosavvikelse',
  'Rullande 12 utfall',
  'Utfall föregående år',
  'Helårsutfall föregående år'
]

export const tabeller: readonly Facittabell[] = [
  {
    rubrik: 'Sammanträden under året',
    kolumner: ['Organ', 'Datum', 'Ort'],
    rader: [
      ['Inköpsutskottet', '2017-03-24', 'Eskilstuna (normalt)'],
      ['Nämnden', '2017-04-07', 'Västerås'],
      ['Inköpsutskottet', '2017-05-23', 'Eskilstuna (normalt)'],
      ['Nämnden', '2017-06-16', 'Eskilstuna'],
      ['Inköpsutskottet', '2017-09-15', 'Eskilstuna (normalt)'],
      ['Nämnden', '2017-09-29', 'Västerås'],
      ['Nämnden', '2017-11-24', 'Eskilstuna']
    ]
  },
  {
    // Names are made up; parties, tasks and times are published.
    rubrik: 'Ledamöter',
    kolumner: ['Parti', 'Uppdrag', 'Tid'],
    rader: [
      ['S', 'Ordförande', 'Hela året'],
      ['MP', 'Vice ordförande', 'T.o.m. 31 oktober 2017'],
      ['S', 'Ledamot', 'Hela året'],
      ['M', 'Ledamot', 'Hela året'],
      ['M', 'Ledamot', 'Hela året'],
      ['MP', 'Ledamot', 'Hela året']
    ]
  },
  {
    rubrik: 'Ersättare',
    kolumner: ['Parti', 'Tid'],
    rader: [
      ['S', 'Hela året'],
      ['V', 'Hela året'],
      ['FP', 'Hela året'],
      ['M', 'Hela året'],
      ['C', 'T.o.m. 7 mars 2017'],
      ['C', 'Fr.o.m. 7 mars 2017'],
      ['FP', 'Hela året']
    ]
  },
  {
    rubrik: 'Nämndens kostnad fördelad på huvudmännen',
    kolumner: ['Huvudman', 'Andel', 'Publicerad andel', 'Skillnad'],
    rader: [
      ['Landstinget Sörmland (D)', '91\u00a0440', '91\u00a0440', '0'],
      ['Region Västmanland (U)', '91\u00a0440', '91\u00a0440', '0'],
      ['Summa', '182\u00a0880', '182\u00a0880', '0']
    ]
  },
  {
    rubrik: 'Upphandling och e-handel i siffror',
    kolumner: ['Uppgift', 'Antal'],
    rader: [
      ['Upphandlingsuppdrag', '354'],
      ['Inköpsordrar (ungefärligt)', '15\u00a0264'],
      ['Samordnade upphandlingar', '16'],
      ['Upphandlingar med särskilda miljökrav', '39'],
      ['Upphandlingar med uppförandekod', '171'],
      ['Avbrutna upphandlingar', '16'],
      ['Produkter i e-handeln', '190\u00a0000'],
      ['Leverantörer i e-handeln', '348']
    ]
  },
  {
    rubrik: 'Upphandlade avtal i urval',
    kolumner: ['Avtal', 'Värde', 'Angivet', 'För'],
    rader: [
      ['Mammografi', '16,6', 'exakt', 'Sörmland och Västmanland'],
      ['Ögonläkemedel', '22,4', 'exakt', 'Västmanland'],
      ['Markskötsel', '12,0', 'exakt', 'Sörmland'],
      ['Läkemedelsassisterad rehabilitering (LAR)', '101,0', 'exakt', 'Västmanland'],
      ['Lymfödem', '10,0', 'cirka', 'Västmanland'],
      ['Ledsjukdomar', '6,0', 'cirka', 'Sörmland'],
      ['Andningshjälpmedel', '8,0', 'cirka', 'Sjuklövern'],
      ['Personlyftar', '7,0', 'cirka', 'Sörmland och Västmanland']
    ]
  },
  {
    // 54,5 − 70 = −15,5; 54,5 / 70 = 77,86 %; 50,5 − 70 = −19,5; 50,5 / 70 = 72,14 %.
    rubrik: 'Möjliggjorda besparingar i förhållande till målet',
    kolumner: ['Besparing', 'Utfall', 'Mål', 'Avvikelse mot mål', 'Andel av målet, %'],
    rader: [
      ['Brutto', '54,5', '70,0', '\u221215,5', '78'],
      ['Netto', '50,5', '70,0', '\u221219,5', '72']
    ]
  },
  {
    rubrik: 'Indikatorer',
    kolumner: ['Indikator', 'Utfall 2017', 'Utfall 2016', 'Målvärde'],
    rader: [
      ['HME-index', '–', '–', '–'],
      ['Sjukfrånvarotid', '6,03\u00a0%', '5,35\u00a0%', 'max 4,5\u00a0%'],
      ['Avvikelse mot budgeterat resultat', '\u22122\u00a0676\u00a0tkr', '–', '–'],
      ['Samordnade upphandlingar', '16', '–', '30']
    ]
  },
  {
    // −2 169 + 700 − 700 − 268 − 239 = −2 676.
    rubrik: 'Avvikelse mot budget per kostnadsslag',
    kolumner: ['Kostnadsslag', 'Avvikelse mot budget'],
    rader: [
      ['Personal', '\u22122\u00a0169'],
      ['Externa konsulter', '700'],
      ['E-handelssystemet Proceedo', '\u2212700'],
      ['Lokal', '\u2212268'],
      ['Övrigt', '\u2212239'],
      ['Summa', '\u22122\u00a0676']
    ]
  },
  {
    rubrik: 'Uppföljning per projekt',
    kolumner: ['Projekt', ...NIO],
    rader: [
      ['Data saknas', '0', '0', '0', '0', '0', '0', '0', '0', '0'],
      ['Summa', '0', '0', '0', '0', '0', '0', '0', '0', '0']
    ]
  },
  {
    rubrik: 'Uppföljning per aktivitet',
    kolumner: ['Aktivitet', ...NIO],
    rader: [
      ['Inköp unikt Sörmland', '0', '0', '0', '0', '0', '0', '–', '–', '–'],
      ['Inköp unikt Västmanland', '0', '0', '0', '0', '0', '0', '–', '–', '–'],
      ['E-handel Sörmland', '0', '0', '0', '0', '0', '0', '–', '–', '–'],
      ['Data saknas', '0', '0', '0', '0', '0', '0', '0', '0', '0'],
      ['Summa', '0', '0', '0', '0', '0', '0', '0', '0', '0']
    ]
  },
  {
    // 6 + 1 + 4 + 4 = 15.
    rubrik: 'Överprövningar efter utgång',
    kolumner: ['Utgång', 'Antal mål'],
    rader: [
      ['Vunna', '6'],
      ['Avskrivna', '1'],
      ['Förlorade', '4'],
      ['Ännu inte avgjorda', '4'],
      ['Summa', '15']
    ]
  }
]

/** Codes of the activities, in the table's order; shown in a column of their own. */
export const aktivitetskoder: readonly string[] = ['82910', '82911', '82913']

/** Figures in running text: what they refer to, and the text that must stand there. */
export const iText: readonly { readonly ref: string; readonly text: string }[] = [
  { ref: 'upphandlingsuppdrag.utfall', text: '354' },
  { ref: 'inköpsordrar.utfall', text: '15\u00a0264' },
  { ref: 'samordnade-upphandlingar.utfall', text: '16' },
  { ref: 'samordnade-upphandlingar.målvärde', text: '30' },
  { ref: 'sjukfrånvaro.utfall', text: '6,03\u00a0procent' },
  { ref: 'sjukfrånvaro.utfall', text: '6,03\u00a0%' },
  { ref: 'sjukfrånvaro.utfall[2016]', text: '5,35\u00a0procent' },
  { ref: 'sjukfrånvaro.utfall[2015]', text: '3,2\u00a0procent' },
  { ref: 'sjukfrånvaro.målvärde', text: 'max 4,5\u00a0%' },
  // 6,03 − 5,35
  { ref: 'sjukfrånvaro.utfall', text: '0,68\u00a0procentenheter' },
  { ref: 'sjukfrånvaro-månad.utfall[2017-01]', text: '5,6' },
  { ref: 'sjukfrånvaro-månad.utfall[2017-06]', text: '7,8\u00a0procent' },
  { ref: 'sjukfrånvaro-månad.utfall[2017-12]', text: '6,0\u00a0procent' },
  { ref: 'besparing-brutto.utfall', text: '54,5\u00a0mnkr' },
  { ref: 'besparing-netto.utfall', text: '50,5\u00a0mnkr' },
  { ref: 'besparing-brutto.målbelopp', text: '70\u00a0mnkr' },
  { ref: 'måluppfyllnad-brutto.utfall', text: '78\u00a0procent' },
  { ref: 'måluppfyllnad-netto.utfall', text: '72\u00a0procent' },
  // 54,5 − 50,5
  { ref: 'besparing-brutto.utfall', text: '4,0\u00a0mnkr' },
  { ref: 'nämndkostnad.utfall', text: '182\u00a0880\u00a0kr' },
  { ref: 'nämndkostnad-d.utfall', text: '91\u00a0440\u00a0kr' },
  { ref: 'avvikelse-budget.utfall', text: '2\u00a0676\u00a0tkr' },
  { ref: 'resultat.utfall', text: '0\u00a0tkr' },
  {
    ref: 'avvikelsespecifikation.kostnad-personal.kostnadsavvikelse',
    text: '\u22122\u00a0169\u00a0tkr'
  },
  { ref: 'avvikelsespecifikation.kostnad-personal.kostnadsavvikelse', text: '2\u00a0169\u00a0tkr' },
  { ref: 'kostnad-konsulter.utfall', text: 'ca\u00a01\u00a0000\u00a0tkr' },
  { ref: 'kostnad-konsulter.budget', text: 'ca\u00a0300\u00a0tkr' },
  // 1 000 − 300
  { ref: 'konsulter-avvikelse.utfall', text: '700\u00a0tkr' },
  // −2 169 + 700
  {
    ref: 'avvikelsespecifikation.kostnad-personal.kostnadsavvikelse',
    text: '\u22121\u00a0469\u00a0tkr'
  },
  { ref: 'avvikelsespecifikation.kostnad-proceedo.kostnadsavvikelse', text: '700\u00a0tkr' },
  { ref: 'avvikelsespecifikation.kostnad-lokal.kostnadsavvikelse', text: '268\u00a0tkr' },
  { ref: 'avvikelsespecifikation.kostnad-övrigt.kostnadsavvikelse', text: '239\u00a0tkr' },
  { ref: 'överprövningsmål.summa.utfall', text: '15' },
  { ref: 'överprövning-vunna.utfall', text: '6' },
  { ref: 'överprövning-förlorade.utfall', text: '4' },
  { ref: 'överprövningar-onödiga.utfall', text: '2' },
  { ref: 'avbrutna-upphandlingar.utfall', text: '16' },
  // 4 / 16
  { ref: 'avbrutna-onödiga.utfall', text: '25\u00a0procent' },
  { ref: 'miljökrav.utfall', text: '39' },
  { ref: 'uppförandekod.utfall', text: '171' },
  { ref: 'e-handel-produkter.utfall', text: '190\u00a0000' },
  { ref: 'e-handel-leverantörer.utfall', text: '348' },
  { ref: 'distansmöten.utfall', text: '20' },
  { ref: 'möten-mellan-orterna.utfall', text: '25' },
  { ref: 'distansandel.utfall', text: '80\u00a0procent' },
  // 16,6 + 22,4 + 12 + 101 + 10 + 6 + 8 + 7
  { ref: 'avtal.summa.värde', text: 'ca\u00a0183\u00a0mnkr' },
  // 101 / 183 = 55,19 %
  { ref: 'avtal.lar.värde', text: '55\u00a0procent' },
  { ref: 'ledamöter.antal', text: '6' },
  { ref: 'ersättare.antal', text: '7' },
  { ref: 'ersättarplatser.utfall', text: '6' },
  { ref: 'utskottsplatser.utfall', text: '6' },
  { ref: 'kontroller.antal', text: '5' }
]
