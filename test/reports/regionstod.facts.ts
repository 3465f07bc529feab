/**
 * What division Regionstöd's report for 2021 must print, typed from the published report's tables and
 * not from the YAML. Sums, deviations and derived years are worked out by hand. U+2212 is the minus,
 * \u00a0 stands in thousands and before units, "–" where there is no value.
 */
export interface Tabellfakta {
  /** The caption in the report. */
  readonly rubrik: string
  readonly kolumner: readonly string[]
  readonly rader: readonly (readonly string[])[]
}

/** Every row of every table of figures. */
export const tabeller: readonly Tabellfakta[] = [
  {
    // Published: 48 and 85. The rest is made up for the example.
    rubrik: 'Indikatorer i perspektivet Verksamhet',
    kolumner: ['Indikator', 'Utfall 2021', 'Utfall 2020', 'Målvärde', 'Bedömning'],
    rader: [
      ['Beläggning på patienthotellet', '48\u00a0%', '44\u00a0%', '85\u00a0%', 'Ej uppnått'],
      [
        'Patienter som är nöjda med måltiderna',
        '82\u00a0%',
        '79\u00a0%',
        'minst 80\u00a0%',
        'Uppnått'
      ],
      ['Styrande dokument som är aktuella', '91\u00a0%', '87\u00a0%', 'minst 90\u00a0%', 'Uppnått'],
      [
        'IT- och MT-ärenden som löses inom avtalad tid',
        '92\u00a0%',
        '89\u00a0%',
        'minst 90\u00a0%',
        'Uppnått'
      ],
      [
        'Förebyggande underhåll av medicinteknik som görs i tid',
        '91\u00a0%',
        '93\u00a0%',
        'minst 95\u00a0%',
        'Delvis uppnått'
      ],
      [
        'Tillgänglighet i vårdens viktigaste IT-system',
        '99,8\u00a0%',
        '99,7\u00a0%',
        'minst 99,7\u00a0%',
        'Uppnått'
      ],
      [
        'Leveranser av förbrukningsmaterial som kommer i tid',
        '96\u00a0%',
        '93\u00a0%',
        'minst 98\u00a0%',
        'Delvis uppnått'
      ]
    ]
  },
  {
    // Published: 0,7 → 0,8 and 4,77 (0,94 lower than the year before). The rest is made up.
    rubrik: 'Indikatorer i perspektivet Medarbetare',
    kolumner: ['Indikator', 'Utfall 2021', 'Utfall 2020', 'Målvärde', 'Bedömning'],
    rader: [
      [
        'Övertid och fyllnadstid av arbetad tid',
        '0,8\u00a0%',
        '0,7\u00a0%',
        'högst 1,0\u00a0%',
        'Uppnått'
      ],
      // 6,0 / 6,4 = 94 %.
      [
        'Extern personalrörlighet',
        '6,4\u00a0%',
        '5,1\u00a0%',
        'högst 6,0\u00a0%',
        'Delvis uppnått'
      ],
      ['Hållbart medarbetarengagemang (HME)', '78', '77', '78 eller högre', 'Uppnått'],
      [
        'Medarbetare som har haft medarbetarsamtal',
        '88\u00a0%',
        '84\u00a0%',
        'minst 95\u00a0%',
        'Delvis uppnått'
      ],
      // 4,5 / 4,77 = 94 %.
      [
        'Sjukfrånvarotid i relation till ordinarie arbetstid',
        '4,77\u00a0%',
        '5,71\u00a0%',
        'högst 4,5\u00a0%',
        'Delvis uppnått'
      ],
      [
        'Långtidssjukfrånvaro av total sjukfrånvaro',
        '41\u00a0%',
        '44\u00a0%',
        'Lägre än föregående år',
        'Uppnått'
      ],
      [
        'Chefer som har fyllt i checklistan för systematiskt arbetsmiljöarbete',
        '86\u00a0%',
        '81\u00a0%',
        'Samtliga',
        'Delvis uppnått'
      ],
      [
        'Arbetsplatser där skyddsrond har gjorts',
        '96\u00a0%',
        '90\u00a0%',
        'minst 95\u00a0%',
        'Uppnått'
      ]
    ]
  },
  {
    // 24,7 − (−0,1); 16,5 / 15,5 = 106,45 %; published −2,6.
    rubrik: 'Indikatorer i perspektivet Ekonomi',
    kolumner: ['Indikator', 'Utfall 2021', 'Utfall 2020', 'Målvärde', 'Bedömning'],
    rader: [
      [
        'Resultatets avvikelse mot budget',
        '24,8\u00a0mnkr',
        '–',
        'Ingen eller positiv avvikelse',
        'Uppnått'
      ],
      [
        'Handlingsplanens effekt i förhållande till plan',
        '106\u00a0%',
        '–',
        'minst 100\u00a0%',
        'Uppnått'
      ],
      ['Nettokostnadens förändring', '−2,6\u00a0%', '–', 'högst 0\u00a0%', 'Uppnått']
    ]
  },
  {
    rubrik: 'Resultat per verksamhetsområde',
    kolumner: ['VO', 'Verksamhetsområde', 'Utfall 2021', 'Budget 2021', 'Avvikelse', 'Utfall 2020'],
    rader: [
      ['09', 'IT/MT-stöd', '3,8', '0,0', '3,8', '11,6'],
      ['20', 'FM', '−179,2', '−169,7', '−9,5', '−179,6'],
      ['51', 'Inköp och försörjning', '−12,9', '−16,3', '3,4', '−29,5'],
      // Published −15,5.
      ['52', 'Sjukresor', '−134,9', '−119,5', '−15,4', '−121,8'],
      ['56', 'HR- och ekonomistöd', '−46,6', '−58,1', '11,5', '−47,3'],
      ['58', 'Fastigheter', '24,8', '−2,6', '27,4', '21,9'],
      ['59', 'Divisionsgemensamt', '369,7', '366,1', '3,6', '373,0'],
      // Published budget −0,0.
      ['', 'Summa', '24,7', '−0,1', '24,8', '28,3']
    ]
  },
  {
    rubrik: 'Kostnadsutveckling',
    kolumner: ['Kostnadsslag', 'Utfall 2021', 'Förändring, %'],
    rader: [
      ['Personal', '−388\u00a0528', '−5,8'],
      ['Vårdmaterial', '−310\u00a0877', '−5,7'],
      // Published −297,3: the sign has changed.
      ['Läkemedel', '51', '–'],
      ['Köp av verksamhet och tjänster', '−1\u00a0542', '19,6'],
      ['Sjukresor och sjuktransporter', '−136\u00a0674', '13,2'],
      ['Övriga kostnader', '−712\u00a0861', '2,5'],
      ['Generella statsbidrag och utjämning', '0', '–'],
      ['Finansiella poster', '−59\u00a0204', '4,2'],
      // Published −1 609 634.
      ['Summa', '−1\u00a0609\u00a0635', '−0,4']
    ]
  },
  {
    rubrik: 'Nettokostnadsutveckling',
    kolumner: ['Slag', 'Utfall 2021', 'Förändring, %'],
    rader: [
      ['Intäkter', '1\u00a0152\u00a0730', '0,1'],
      ['Personal', '−388\u00a0528', '−5,8'],
      ['Vårdmaterial', '−310\u00a0877', '−5,7'],
      ['Läkemedel', '51', '–'],
      ['Köp av verksamhet och tjänster', '−1\u00a0542', '19,6'],
      ['Sjukresor och sjuktransporter', '−136\u00a0674', '13,2'],
      ['Övriga kostnader', '−712\u00a0861', '2,5'],
      ['Generella statsbidrag och utjämning', '0', '–'],
      // Published −11,4 on a base of nothing.
      ['Extraordinära kostnader', '0', '–'],
      // Published −397 700.
      ['Summa', '−397\u00a0701', '−2,6']
    ]
  },
  {
    rubrik: 'Kostnader till följd av covid-19',
    kolumner: ['Kostnad', 'Utfall 2021'],
    rader: [
      ['Personalkostnader', '8,4'],
      ['Övriga kostnader', '16,4'],
      ['Summa', '24,8']
    ]
  },
  {
    rubrik: 'Ekonomisk handlingsplan',
    kolumner: ['Verksamhet', 'Plan, effekt 2021', 'Utfall, effekt 2021'],
    rader: [
      ['VO FM', '4,0', '3,8'],
      ['VO HR- och ekonomistöd', '1,5', '1,8'],
      ['VO Inköp och försörjning', '1,5', '1,5'],
      // Published as VO Regionfastigheter.
      ['VO Fastigheter', '2,4', '3,0'],
      ['VO Sjukresor', '5,6', '5,9'],
      ['VO Divisionsgemensamt', '0,5', '0,5'],
      ['VO IT/MT-stöd', '0,0', '0,0'],
      ['Totalt', '15,5', '16,5']
    ]
  },
  {
    rubrik: 'Investeringar',
    kolumner: [
      'Typ av investering',
      'Ram 2021',
      'Beslut 2021',
      'Upparbetat av beslut 2021',
      'Avvikelse',
      'Upparbetat av tidigare beslut',
      'Summa upparbetat 2021'
    ],
    rader: [
      ['MT-utrustning', '1,7', '1,6', '1,5', '−0,1', '1,0', '2,5'],
      ['IT-utrustning', '17,7', '12,7', '7,1', '−5,6', '8,9', '16,0'],
      ['Övriga inventarier', '0,8', '1,4', '2,4', '1,0', '4,0', '6,4'],
      ['Fastigheter', '240,0', '38,0', '15,0', '−23,0', '61,0', '76,0'],
      ['Hjälpmedel', '38,0', '31,0', '31,0', '0,0', '0,0', '31,0'],
      ['Totalt', '298,2', '84,7', '57,0', '−27,7', '74,9', '131,9']
    ]
  },
  {
    rubrik: 'Antal anställda',
    kolumner: ['Anställning', '2021', '2020', 'Förändring'],
    rader: [
      ['Chefer', '44', '62', '−18'],
      ['Övriga tillsvidareanställda', '583', '625', '−42'],
      ['Tidsbegränsat anställda', '53', '77', '−24'],
      ['Summa', '680', '764', '−84']
    ]
  },
  {
    rubrik: 'Från budget till utfall',
    kolumner: ['Post', 'Bidrag till avvikelsen'],
    rader: [
      ['Lägre personalkostnader', '37,0'],
      ['Covid-19', '−24,0'],
      ['Sjukresor utöver covid-19', '−6,0'],
      ['Konsulter', '−7,0'],
      ['Fastigheter', '27,4'],
      // 24,8 − 27,4, since the four above cancel out.
      ['Övrigt, inte förklarat i källan', '−2,6'],
      ['Avvikelse mot budget', '24,8']
    ]
  },
  {
    rubrik: 'Fastigheters avvikelse mot budget',
    kolumner: ['Post', 'Bidrag till avvikelsen'],
    rader: [
      ['Värme, el och annan media', '11,0'],
      ['Underhåll som skjutits upp', '7,0'],
      ['Högre hyresintäkter', '3,0'],
      ['Lägre personalkostnader', '5,0'],
      // 27,4 − 26.
      ['Övrigt', '1,4'],
      ['Avvikelse mot budget', '27,4']
    ]
  },
  {
    rubrik: 'Övrig omsättning efter vad som säljs',
    kolumner: ['Slag', 'Utfall 2021'],
    rader: [
      ['Hyror för lokaler', '433'],
      ['Varor och hjälpmedel', '410'],
      ['IT och medicinteknik', '88'],
      ['Kost, lokalvård och service', '74'],
      // 1 023 − 1 005.
      ['Övrigt, inte fördelat i källan', '18'],
      ['Summa', '1\u00a0023']
    ]
  },
  {
    rubrik: 'Publicerad förändring och omräknad',
    kolumner: ['Slag', 'Utfall 2021', 'Utfall 2020, härlett', 'Publicerad, %', 'Omräknad, %'],
    rader: [
      ['Intäkter', '1\u00a0152\u00a0730', '1\u00a0151\u00a0327', '0,1', '0,1'],
      ['Personal', '−388\u00a0528', '−412\u00a0450', '−5,8', '−5,8'],
      ['Vårdmaterial', '−310\u00a0877', '−329\u00a0668', '−5,7', '−5,7'],
      ['Läkemedel', '51', '−26', '−297,3', '–'],
      ['Köp av verksamhet och tjänster', '−1\u00a0542', '−1\u00a0289', '19,6', '19,6'],
      ['Sjukresor och sjuktransporter', '−136\u00a0674', '−120\u00a0737', '13,2', '13,2'],
      ['Övriga kostnader', '−712\u00a0861', '−695\u00a0474', '2,5', '2,5'],
      ['Generella statsbidrag och utjämning', '0', '0', '–', '–'],
      ['Finansiella poster', '−59\u00a0204', '−56\u00a0818', '4,2', '4,2'],
      ['Extraordinära kostnader', '0', '0', '−11,4', '–']
    ]
  },
  {
    rubrik: 'Publicerade tal och omräknade',
    kolumner: ['Uppgift', 'Publicerat', 'Omräknat', 'Förklaring'],
    rader: [
      [
        'Föregående års resultat',
        '28,1\u00a0mnkr',
        '28,3\u00a0mnkr',
        'Texten och tabellen skiljer sig åt. Tabellen går att summera.'
      ],
      ['Budgetens summa', '0,0\u00a0mnkr', '−0,1\u00a0mnkr', 'Avrundning av sju områden.'],
      [
        'Sjukresors avvikelse mot budget',
        '−15,5\u00a0mnkr',
        '−15,4\u00a0mnkr',
        'Avrundning av utfall och budget.'
      ],
      [
        'Fastigheters överskott',
        '25\u00a0mnkr',
        '27,4\u00a0mnkr',
        'Texten är grövre än tabellen, och dess delposter ger en tredje summa.'
      ],
      [
        'Handlingsplanens uppfyllnad',
        '107\u00a0%',
        '106\u00a0%',
        'Kvoten mellan tabellens två summor.'
      ],
      [
        'Kostnadernas summa',
        '−1\u00a0609\u00a0634\u00a0tkr',
        '−1\u00a0609\u00a0635\u00a0tkr',
        'Avrundning av raderna till tusental.'
      ],
      [
        'Nettokostnadens summa',
        '−397\u00a0700\u00a0tkr',
        '−397\u00a0701\u00a0tkr',
        'Avrundning av raderna till tusental.'
      ],
      [
        'Sjukfrånvarons minskning',
        '0,94\u00a0%',
        '0,94\u00a0procentenheter',
        'Skillnaden mellan två procenttal är procentenheter.'
      ],
      [
        'Investeringarnas avvikelse',
        '28\u00a0mnkr',
        '27,7\u00a0mnkr',
        'Texten anger hela miljoner.'
      ]
    ]
  }
]

/** The goal table: perspektiv, strategiskt mål, the published assessment, framgångsfaktorer. */
export const mål: readonly {
  readonly perspektiv: string
  readonly mål: string
  readonly bedömning: string
  readonly framgångsfaktorer: readonly string[]
}[] = [
  {
    perspektiv: 'Verksamhet',
    mål: 'God, nära och samordnad vård',
    bedömning: 'Delvis uppnått',
    framgångsfaktorer: [
      'Personcentrerat förhållningssätt',
      'Bästa tillgängliga kunskap',
      'Hållbar verksamhet med hög säkerhet'
    ]
  },
  {
    perspektiv: 'Medarbetare',
    mål: 'Hållbar kompetensförsörjning',
    bedömning: 'Delvis uppnått',
    framgångsfaktorer: [
      'Tillgänglig och rätt använd kompetens',
      'Ledarskap och medarbetarskap',
      'Hållbar arbetsmiljö',
      'Ansvarsfullt chefs- och medarbetarskap'
    ]
  },
  {
    perspektiv: 'Ekonomi',
    mål: 'Långsiktigt hållbar ekonomi',
    bedömning: 'Uppnått',
    framgångsfaktorer: ['Håller sina ekonomiska ramar', 'Kostnadseffektiv verksamhet']
  }
]

/** The internal control plan: the control's name, when it was done, result. */
export const kontroller: readonly (readonly [namn: string, utfört: string, resultat: string])[] = [
  ['Driftsäkerhet', 'T3', 'risker identifierade'],
  ['Systematiskt miljöarbete', 'ej utfört', 'ej tillämpligt'],
  ['Löneskulder', 'T3', 'brister identifierade'],
  ['Avtalsförvaltning', 'ej utfört', 'ej tillämpligt'],
  ['Inventering av materiallager', 'T3', 'brister identifierade'],
  ['Kassation i materiallager', 'ej utfört', 'ej tillämpligt'],
  ['Externt utlagda tjänster', 'ej utfört', 'ej tillämpligt'],
  ['Efterlevnad av regler', 'ej utfört', 'ej tillämpligt'],
  ['Riskhantering', 'T3', 'ej tillämpligt'],
  ['Ledningsrutin för systematiskt arbetsmiljöarbete (SAM)', 'T3', 'brister identifierade'],
  ['Leverantörsfakturor till fastigheter', 'T1, T2, T3', 'brister identifierade'],
  [
    'Förebyggande underhåll av medicinteknik (risktal över 19) och IT',
    'T3',
    'brister identifierade'
  ],
  ['Reviderade checklistor för förebyggande underhåll 2021', 'T3', 'brister identifierade'],
  ['Ändringsprocess i IT/MT-stöd', 'T3', 'brister identifierade']
]

/** Figures in prose as they are printed; `ref` is the figure that the text names. */
export const iText: readonly { readonly ref: string; readonly text: string }[] = [
  { ref: 'resultat.summa.utfall', text: '24,7\u00a0miljoner kronor' },
  { ref: 'resultat.summa.avvikelse', text: '24,8\u00a0miljoner kronor' },
  { ref: 'prognosutfall.utfall', text: '12,7\u00a0miljoner kronor' },
  { ref: 'resultat.summa.utfall', text: '+24,7\u00a0mnkr' },
  { ref: 'resultat.summa.avvikelse', text: '+24,8\u00a0mnkr' },
  // Föregående år: the table's 28,3, not the text's 28,1.
  { ref: 'resultat.summa.utfall', text: '28,3\u00a0mnkr' },
  { ref: 'resultat.fastigheter.avvikelse', text: '+27,4\u00a0mnkr' },
  { ref: 'resultat.hr-ekonomi.avvikelse', text: '+11,5\u00a0mnkr' },
  { ref: 'resultat.sjukresor.avvikelse', text: '15,4\u00a0mnkr' },
  { ref: 'resultat.fm.avvikelse', text: '9,5\u00a0mnkr' },
  { ref: 'oktoberprognos.utfall', text: '12,0\u00a0mnkr' },
  { ref: 'regionbidrag.utfall', text: '481,7\u00a0mnkr' },
  { ref: 'regionbidrag.utfall', text: '493,3\u00a0mnkr' },
  { ref: 'omsättning.utfall', text: '1\u00a0023\u00a0mnkr' },
  { ref: 'omsättning.utfall', text: '1\u00a0021\u00a0mnkr' },
  { ref: 'andel-intern.utfall', text: '77\u00a0%' },
  { ref: 'andel-extern.utfall', text: '23\u00a0%' },
  { ref: 'extern-omsättning.utfall', text: '237\u00a0mnkr' },
  { ref: 'sjukfrånvaro.utfall', text: '4,77\u00a0%' },
  { ref: 'sjukfrånvaro.utfall', text: '5,71\u00a0%' },
  { ref: 'sjukfrånvaro.utfall', text: '0,94\u00a0procentenheter' },
  { ref: 'övertid.utfall', text: '0,8\u00a0%' },
  { ref: 'övertid.utfall', text: '0,7\u00a0%' },
  { ref: 'årsarbetare.utfall', text: '592\u00a0årsarbetare' },
  { ref: 'årsarbetare.utfall', text: '55\u00a0årsarbetare' },
  { ref: 'årsarbetare.utfall', text: '8,5\u00a0%' },
  { ref: 'anställda-förändring.utfall', text: '84\u00a0personer' },
  { ref: 'anställda-chefer.antalsförändring', text: '18' },
  { ref: 'anställda-tidsbegränsade.antalsförändring', text: '24' },
  { ref: 'patienthotell-beläggning.utfall', text: '48\u00a0%' },
  { ref: 'patienthotell-beläggning.målvärde', text: '85\u00a0%' },
  { ref: 'uppsagd-lokalyta.utfall', text: '2\u00a0002\u00a0kvadratmeter' },
  { ref: 'städrobot.utfall', text: '3' },
  { ref: 'lokaleffekt.utfall', text: '2,5\u00a0mnkr' },
  { ref: 'sjukreseeffekt.utfall', text: '6\u00a0mnkr' },
  { ref: 'sjukreseeffekt.full-effekt', text: '17\u00a0mnkr' },
  { ref: 'digitala-återbesök.utfall', text: '8\u00a0mnkr' },
  { ref: 'handlingsplan.summa.effekt', text: '16,5\u00a0mnkr' },
  { ref: 'handlingsplan.summa.plan', text: '15,5\u00a0mnkr' },
  { ref: 'handlingsplan-uppfyllnad.utfall', text: '106\u00a0%' },
  { ref: 'omställning.utfall', text: '33\u00a0mnkr' },
  { ref: 'omställning.full-effekt', text: 'ca\u00a050\u00a0mnkr' },
  { ref: 'omställning-ackumulerat.utfall', text: 'ca\u00a0100\u00a0mnkr' },
  { ref: 'covid.summa.utfall', text: '24,8\u00a0mnkr' },
  { ref: 'kostnadsutveckling.summa.utfall', text: '1\u00a0610\u00a0mnkr' },
  { ref: 'kostnadsutveckling.summa.utfall', text: '0,4\u00a0%' },
  { ref: 'nettokostnad.summa.utfall', text: '397,7\u00a0mnkr' },
  { ref: 'nettokostnad.summa.utfall', text: '2,6\u00a0%' },
  { ref: 'netto-med-finansiella.utfall', text: '456,9\u00a0mnkr' },
  { ref: 'investeringar.summa.summa-upparbetat', text: '131,9\u00a0mnkr' },
  { ref: 'kontroller.antal', text: '14' },
  { ref: 'kontroller.utförda', text: '9' },
  { ref: 'kontroller.ej-utförda', text: '5' },
  { ref: 'uppdrag.antal', text: '20' },
  { ref: 'granskade-leverantörer.utfall', text: '10' },
  { ref: 'leverantörer-med-avtal.utfall', text: '2' }
]
