/**
 * What Landstingsservice's plan for 2016 and the answer to the auditors must print, typed by hand
 * from the published documents. Names of indicators are spelled out where the source abbreviates;
 * the unit stands after the name where the baseline is bare numbers. Nothing here is read from the
 * data folder.
 */
import type { Facittabell } from './du-namnden.facts.ts'

const ALLMÄN = ['Indikator', 'Ingångsvärde', 'Målvärde 2016', 'Berörda nämnder']
const EGEN = ['Indikator', 'Ingångsvärde', 'Målvärde 2016', 'Uppföljning och källa']
const DÅ = 'Delårsrapport och årsredovisning'
const HSN_LS = 'Hälso- och sjukvårdsnämnden Landstingsstyrelsen'
const TRE =
  'Nämnden för Blekingesjukhuset Nämnden för primärvård och folktandvård Nämnden för psykiatri och habilitering'
const ENLIGT_RSA = 'Enligt risk- och sårbarhetsanalysen'

/** Tables by chapter section in the published plan: 3.1.2 and so on. */
export const tabeller: readonly Facittabell[] = [
  {
    // 3.1.2
    rubrik: 'Gemensamma indikatorer: Vården är tillgänglig',
    kolumner: ALLMÄN,
    rader: [
      [
        'Andel patienter som får vård inom 60 dagar',
        '70 under 10 av 12 månader (2014)',
        '70 under 10 av 12 månader',
        'Blekingesjukhuset'
      ],
      [
        'Tillgång till sjukvård, enligt befolkningen procent',
        '81 (Riket: 79) (2014)',
        'Högre än riksgenomsnittet',
        HSN_LS
      ]
    ]
  },
  {
    // 3.1.3
    rubrik: 'Egna indikatorer: Vården är tillgänglig',
    kolumner: EGEN,
    rader: [
      ['Levererade system och lösningar', '1 av 3 lösningar', '3 av 3 lösningar', 'Årsbokslut'],
      [
        'Andel nöjda kunder',
        'Enligt 2015 års mätningar',
        'Årlig förbättring',
        'Källa: Kvalitetsmätningar'
      ]
    ]
  },
  {
    // 3.1.4
    rubrik: 'Gemensamma indikatorer: Hälsan är god och jämlik',
    kolumner: ALLMÄN,
    rader: [
      [
        'Gott allmänt hälsotillstånd procent',
        '71,4 (Riket: 73,5) (2014)',
        'Mäts vart tredje år, se 2018',
        'Alla'
      ],
      [
        'Gott allmänt hälsotillstånd i grupper med sämre hälsa procent',
        'Kvinnor 66,7 (Riket: 71,2) Lågutbildade 65,5 (Riket: 66,6) 60 år och äldre 57,8 (Riket: 62,9) (2014)',
        'Mäts vart tredje år, se 2018',
        'Alla'
      ]
    ]
  },
  {
    // 3.1.6
    rubrik:
      'Gemensamma indikatorer: Invånarna har förtroende för vården, och den ges på lika villkor',
    kolumner: ALLMÄN,
    rader: [
      [
        'Förtroende för sjukvården i landstinget¹ procent',
        '64 (Riket: 63) Män 66 Kvinnor 63 (2014)',
        'Lika eller högre än riksgenomsnittet',
        'Alla'
      ],
      [
        'Vård på lika villkor procent',
        '64 (Riket: 54) Män 67 Kvinnor 60 (2014)',
        'Högre än riksgenomsnittet',
        'Alla'
      ]
    ]
  },
  {
    // 3.1.7
    rubrik: 'Egna indikatorer: Invånarna har förtroende för vården, och den ges på lika villkor',
    kolumner: EGEN,
    rader: [
      [
        'Åtgärdade och besvarade avvikelser',
        'Mäts från och med den 1 januari 2016',
        'Besvaras inom 10 arbetsdagar',
        DÅ
      ]
    ]
  },
  {
    // 3.1.8
    rubrik: 'Gemensamma indikatorer: Vården är säker',
    kolumner: ALLMÄN,
    rader: [
      [
        'Patientsäkerhetsindex¹',
        'Enligt mätningar 2015',
        'Årlig förbättring',
        `Hälso- och sjukvårdsnämnden ${TRE}`
      ],
      [
        'Patientsäkerhetskultur, förbättrade dimensioner²',
        '2014 års mätning',
        'Mäts vart tredje år, se 2018 (minst 15 av 17 dimensioner förbättras)',
        TRE
      ]
    ]
  },
  {
    // 3.1.9
    rubrik: 'Egna indikatorer: Vården är säker',
    kolumner: EGEN,
    rader: [
      [
        'Processer i benchmarking',
        'Benchmarkingprogram 2015',
        'Årlig förbättring',
        'Årsredovisning'
      ],
      ['Identifierade sårbarhetsområden', ENLIGT_RSA, 'Årlig förbättring', 'Årsredovisning'],
      ['Åtgärdade sårbarhetsområden', ENLIGT_RSA, 'Årlig förbättring', 'Årsredovisning'],
      ['Avdelningar med egna mål och mått', 'Enligt 2015', '90\u00a0%', 'Årsredovisning']
    ]
  },
  {
    // 3.1.10
    rubrik: 'Gemensamma indikatorer: Patienten möts med respekt och är delaktig',
    kolumner: ALLMÄN,
    rader: [
      [
        'Patientupplevd kvalitet: bemötande¹',
        'Primärvård 91 (Riket: 90) Somatisk öppenvård 94 (Riket: 94) Somatisk slutenvård 92 (Riket: 92) Psykiatrisk öppenvård 88 (Riket: 85) Psykiatrisk slutenvård 80 (Riket: 73) (2014)',
        'Årlig förbättring',
        HSN_LS
      ],
      [
        'Patientupplevd kvalitet: delaktighet²',
        'Primärvård 80 (Riket: 79) Somatisk öppenvård 82 (Riket: 82) Somatisk slutenvård 78 (Riket: 77) Psykiatrisk slutenvård 64 (Riket: 55) Psykiatrisk öppenvård 71 (Riket: 68) (2014)',
        'Årlig förbättring',
        HSN_LS
      ]
    ]
  },
  {
    // 3.1.11
    rubrik: 'Egna indikatorer: Patienten möts med respekt och är delaktig',
    kolumner: EGEN,
    rader: [
      [
        'Avdelningar med vårdnära service',
        'Koncept 1.0 och 2.0, läget 2015',
        'Ta fram koncept 2.0',
        'Löpande'
      ],
      ['Processer enligt ISO 9001', 'Enligt årsbokslut 2015', 'Årlig förbättring', DÅ],
      ['Genomförda investeringar', 'Enligt årsbokslut 2015', 'Årlig förbättring', DÅ]
    ]
  },
  {
    // 3.2.2
    rubrik: 'Gemensamma indikatorer: Varje förvaltning tar ansvar för sin miljöpåverkan',
    kolumner: ALLMÄN,
    rader: [
      ['Förvaltningar med egna miljömål', 'Två av samtliga sex', 'Fyra av samtliga sex', 'Alla']
    ]
  },
  {
    // 3.2.3
    rubrik: 'Egna indikatorer: Varje förvaltning tar ansvar för sin miljöpåverkan',
    kolumner: EGEN,
    rader: [['Nämnden följer miljöplanens mål', 'Se miljöplanen', 'Se miljöplanen', DÅ]]
  },
  {
    // 3.2.4
    rubrik: 'Gemensamma indikatorer: Miljöarbetet är systematiskt',
    kolumner: ALLMÄN,
    rader: [
      [
        'Förvaltningar med miljöledningssystem',
        'Två av samtliga sex',
        'Två av samtliga sex',
        'Alla ska beskriva'
      ],
      [
        'Förvaltningar med antagen miljöstrategi',
        'Två av samtliga sex',
        'Fyra av samtliga sex',
        'Alla'
      ]
    ]
  },
  {
    // 3.2.5: the same two, with follow-up where the source has boards by mistake
    rubrik: 'Egna indikatorer: Miljöarbetet är systematiskt',
    kolumner: EGEN,
    rader: [
      [
        'Förvaltningar med miljöledningssystem',
        'Två av samtliga sex',
        'Två av samtliga sex',
        'Årsredovisning'
      ],
      [
        'Förvaltningar med antagen miljöstrategi',
        'Två av samtliga sex',
        'Fyra av samtliga sex',
        'Årsredovisning'
      ]
    ]
  },
  {
    // 3.3.2
    rubrik: 'Gemensamma indikatorer: Verksamheten ryms inom sin budget',
    kolumner: ALLMÄN,
    rader: [
      ['Budgetföljsamhet', 'Ej relevant', 'Ingen eller positiv avvikelse', 'Alla'],
      ['Kostnadsutveckling', 'Ej relevant', 'Lika eller lägre än budget', 'Alla']
    ]
  },
  {
    // 3.3.3
    rubrik: 'Egna indikatorer: Verksamheten ryms inom sin budget',
    kolumner: EGEN,
    rader: [
      ['Ekonomiskt resultat', 'Ej relevant', 'Intäkter lika stora som kostnader', DÅ],
      ['Kostnad för bastjänster', 'Ej relevant', 'Lika eller lägre än budget', DÅ],
      [
        'Igångsättningsbeslut över 1 mnkr respektive 0,5 mnkr',
        'Saknar ingångsvärde',
        'Samtliga inom gränsvärdena',
        DÅ
      ]
    ]
  },
  {
    // 3.3.4
    rubrik: 'Gemensamma indikatorer: Landstinget är finansiellt starkt på lång sikt',
    kolumner: ALLMÄN,
    rader: [
      ['Soliditet', 'Ej relevant', 'Minst 35 procent', 'Landstingsstyrelsen'],
      [
        'Avkastning på pensionsplaceringar',
        'Ej relevant',
        'Real avkastning 3 procent i snitt under femårsperiod',
        'Landstingsstyrelsen'
      ]
    ]
  },
  {
    // 3.4.2
    rubrik: 'Gemensamma indikatorer: Medarbetarna är engagerade och vill stanna',
    kolumner: ALLMÄN,
    rader: [
      ['Hållbart medarbetarengagemang (HME)', '76 (2014)', '76 eller högre', 'Alla'],
      ['Extern personalrörlighet procent', '3,2 (2014)', '3,5 eller lägre', 'Alla']
    ]
  },
  {
    // 3.4.3
    rubrik: 'Egna indikatorer: Medarbetarna är engagerade och vill stanna',
    kolumner: EGEN,
    rader: [
      [
        'Hållbart medarbetarengagemang (HME), Landstingsservice',
        '75 (2014)',
        '76 eller högre',
        'Årsredovisning. Källa: Medarbetarenkäten'
      ],
      [
        'Extern personalrörlighet, Landstingsservice procent',
        '1,8 (2014)',
        '3,5 eller lägre',
        'Årsredovisning. Källa: Blues'
      ],
      [
        'Medarbetare som har deltagit i utvecklingsdag',
        '97\u00a0%',
        '97\u00a0% eller högre',
        'Årsredovisning. Källa: Manuell'
      ]
    ]
  },
  {
    // 3.4.4
    rubrik: 'Gemensamma indikatorer: Arbetsmiljön är god',
    kolumner: ALLMÄN,
    rader: [['Arbetsmiljöindex', 'Mätning i november 2015', 'Som 2015 eller högre', 'Alla']]
  },
  {
    // 3.4.5
    rubrik: 'Egna indikatorer: Arbetsmiljön är god',
    kolumner: EGEN,
    rader: [
      [
        'Arbetsmiljöindex, Landstingsservice',
        'Mätning i november 2015',
        'Som 2015 eller högre',
        'Årsredovisning. Källa: Blues'
      ]
    ]
  },
  {
    rubrik: 'Medarbetare som väntas sluta',
    kolumner: ['Grupp', 'Pension inom tio år', 'Alla avgångar 2016–2025'],
    rader: [
      ['Hela förvaltningen', '37', '45'],
      ['Teknik', '33', '53']
    ]
  },
  {
    rubrik: 'Nya licenser per år',
    kolumner: ['Post', '2016', '2017', '2018'],
    rader: [['Nya licenser', '−5,5', '−5,5', '−5,5']]
  }
]

/** The budget is made up, but it must add up: worked out by hand. */
export const budget: readonly (readonly [string, string])[] = [
  ['Bastjänster, abonnemang', '412,0'],
  ['Tilläggstjänster', '96,5'],
  ['Internhyror', '148,0'],
  ['Försäljning utanför landstinget', '21,5'],
  ['Summa intäkter', '678,0'],
  ['Personal', '−248,0'],
  ['Lokaler och fastighetsdrift', '−141,5'],
  ['Livsmedel, varor och material', '−102,0'],
  ['IT-drift och övriga licenser', '−73,0'],
  ['Nya licenser', '−5,5'],
  ['Köpta tjänster', '−54,0'],
  ['Avskrivningar och ränta', '−54,0'],
  ['Summa kostnader', '−678,0'],
  ['Resultat', '0,0']
]

/** Figures in the plan's text, as printed. */
export const iText: readonly string[] = [
  '10\u00a0000',
  '40\u00a0000',
  '37\u00a0procent',
  '45\u00a0procent',
  '33\u00a0procent',
  '53\u00a0procent',
  '5',
  '16,5\u00a0mnkr',
  '5,5\u00a0mnkr',
  '678,0\u00a0mnkr',
  '81\u00a0procent',
  '79\u00a0procent',
  // 73,5 − 71,4
  '2,1\u00a0procentenheter',
  // 64 − 54
  '10\u00a0procentenheter',
  '1,8\u00a0procent',
  '38'
]

/** Contents in three levels: how many headings each chapter and section of the published plan has. */
export const innehåll: Readonly<Record<string, number>> = {
  '2': 9,
  '2.6': 2,
  '3': 4,
  '3.1': 11,
  '3.2': 5,
  '3.3': 5,
  '3.4': 5
}

/** The auditors' recommendations with the answer's standpoint. */
export const svar: readonly (readonly [string, string])[] = [
  ['1. Förtydliga ansvaret', 'Delas'],
  ['2. Ta samordningsansvar', 'Delas delvis'],
  ['3. Följa upp ledtider och leveranser', 'Delas'],
  ['4. Tydliggöra prissättningen', 'Delas delvis'],
  ['5. Utvärdera styrmodellen', 'Delas delvis']
]

/** The letter's parts in the published order; the names are invented. */
export const svarsdisposition: readonly string[] = [
  'Landstingets revisorer',
  'Svar på revisorernas granskning av Landstingsservice',
  'Förslag till beslut',
  'Sammanfattning',
  'Bakgrund',
  'Landstingets kommentarer',
  'Bedömning',
  'Staffan Björkegren',
  'Ingrid Tordmark'
]

/** Who is to do what in the steering model. */
export const roller: readonly string[] = [
  'Landstingsledningen',
  'Den utförande förvaltningen',
  'Den beställande förvaltningen'
]

/** Outcomes of the year's report, made up, with the assessment worked out by hand. */
export const uppföljda: readonly (readonly [string, string, string])[] = [
  // 70 or more in ten of twelve months
  ['Andel patienter som får vård inom 60 dagar', '71\u00a0%', 'Uppnått'],
  // 2 of 3 is 67 %, below the 80 % of "delvis"
  ['Levererade system och lösningar', '2', 'Ej uppnått'],
  // 84 of 90 is 93 %
  ['Avdelningar med egna mål och mått', '84\u00a0%', 'Delvis uppnått'],
  ['Gott allmänt hälsotillstånd', '–', 'Ej mätt'],
  // (5,1 + 4,8 + 6,2 + 2,4 + 3,1) / 5 = 4,32
  ['Avkastning på pensionsplaceringar', '3,1\u00a0%', 'Uppnått'],
  ['Ekonomiskt resultat', '0,0\u00a0mnkr', 'Uppnått'],
  ['Budgetföljsamhet', '−21,4\u00a0mnkr', 'Ej uppnått'],
  ['Extern personalrörlighet', '3,9\u00a0%', 'Delvis uppnått'],
  // 72 against 73 in 2015
  ['Arbetsmiljöindex, Landstingsservice', '72', 'Delvis uppnått']
]
