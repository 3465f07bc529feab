import type { Facittabell } from './du-namnden.facts.ts'

/**
 * What the auditors' report on NORV 2023 must print, typed by hand from the published report and
 * worked out by hand where the report computes. Nothing here is read from the data folder.
 */

const JA = 'Uppfyllt'
const DELVIS = 'Inte helt uppfyllt'
const NEJ = 'Inte uppfyllt'

const INTERN_KONTROLL = [
  ['Upprättad plan för riskanalys och riskhantering', JA],
  ['Planens innehåll', DELVIS],
  ['Uppföljning 1', JA],
  ['Uppföljning 2', JA],
  ['Genomförd plan', JA],
  ['Vidtagna åtgärder', JA],
  ['Delegerade beslut, rapport nr\u00a06–2023', DELVIS],
  ['Samlad bedömning', 'Inte helt tillräcklig']
]

// The boards' own assessment differs in three goal areas.
const VERKSAMHET = [
  ['Upprättad verksamhetsplan', JA, '–'],
  ['Uppföljning', JA, '–'],
  ['Vidtagna åtgärder', JA, '–'],
  ['Uppdrag i verksamhetsplan och budget', JA, '–'],
  ['Verksamhet enligt reglemente', JA, '–'],
  ['Måluppfyllelse, regionfullmäktiges mål', DELVIS, '–'],
  ['Bättre liv och hälsa', DELVIS, JA],
  ['Tillgänglighet och kvalitet', DELVIS, JA],
  ['Hållbar utveckling', DELVIS, JA],
  ['Attraktiv arbetsgivare', JA, '–'],
  ['Måluppfyllelse, nämndens mål', DELVIS, '–'],
  ['IT-säkerhet, rapport nr\u00a07–2023', NEJ, '–'],
  ['Klagomål, rapport nr\u00a09–2023', DELVIS, '–'],
  ['Cancervård, rapport nr\u00a010–2023', DELVIS, '–'],
  ['Icke akut vård, rapport nr\u00a011–2023', DELVIS, '–'],
  ['Samlad bedömning', 'Inte helt ändamålsenligt', '–']
]

const EKONOMI = [
  ['Internbudget', JA],
  ['Uppföljning', JA],
  ['Vidtagna åtgärder', DELVIS],
  ['Regionfullmäktiges mål, långsiktigt stark ekonomi', DELVIS],
  ['Samlad bedömning', 'Inte helt tillfredsställande']
]

export const tabeller: readonly Facittabell[] = [
  {
    rubrik: 'Samlad bedömning',
    kolumner: ['Område', 'Samlad bedömning'],
    rader: [
      ['Intern kontroll', 'Inte helt tillräcklig'],
      ['Verksamhet', 'Inte helt ändamålsenligt'],
      ['Ekonomi', 'Inte helt tillfredsställande'],
      ['Räkenskaper', 'I allt väsentligt rättvisande']
    ]
  },
  {
    rubrik: 'Bedömning av den interna kontrollen',
    kolumner: ['Delområde', 'Bedömning'],
    rader: INTERN_KONTROLL
  },
  {
    rubrik: 'Bedömning av verksamheten',
    kolumner: ['Delområde', 'Bedömning', 'Egen bedömning'],
    rader: VERKSAMHET
  },
  { rubrik: 'Bedömning av ekonomin', kolumner: ['Delområde', 'Bedömning'], rader: EKONOMI },
  {
    rubrik: 'Kriterier, iakttagelser och bedömningar',
    kolumner: ['Delområde', 'Bedömning', 'Egen bedömning'],
    rader: [
      ...INTERN_KONTROLL.map((row) => [...row, '–']),
      ...VERKSAMHET,
      ...EKONOMI.map((row) => [...row, '–']),
      ['Samlad bedömning', 'I allt väsentligt rättvisande', '–']
    ]
  },
  {
    // 3 × 2 and 2 × 3 became 3 × 3.
    rubrik: 'Risker som har fått ett högre riskvärde',
    kolumner: ['Risk', 'Riskvärde', 'Trend'],
    rader: [
      ['Från systemleverans till tjänsteleverans', '9', 'Ökar, 6 i 2022'],
      ['Säker kemikaliehantering', '9', 'Ökar, 6 i 2022']
    ]
  },
  {
    rubrik: 'Index i medarbetarenkäten',
    kolumner: ['Uppgift', 'Utfall 2022', 'Utfall 2023', 'Förändring'],
    rader: [
      ['HME, hållbart medarbetarengagemang', '76', '78', '2'],
      ['HSE, hållbart säkerhetsengagemang', '74', '77', '3']
    ]
  },
  {
    rubrik: 'Sjukfrånvaro',
    kolumner: ['Förvaltning', 'Utfall 2022', 'Utfall 2023', 'Förändring, procentenheter'],
    rader: [
      ['Digitalisering IT och MT', '3,9', '3,9', '0,0'],
      ['Medicinsk service', '6,4', '5,7', '−0,7']
    ]
  },
  {
    // 2 061 − 650 − 385 − 195 − 190 = 641; 650 / 2 061 = 31,54 %.
    rubrik: 'Yrkesgrupper i Medicinsk service',
    kolumner: ['Yrke', 'Antal', 'Andel, %'],
    rader: [
      ['Biomedicinska analytiker', '650', '31,5'],
      ['Sjuksköterskor', '385', '18,7'],
      ['Undersköterskor', '195', '9,5'],
      ['Läkare', '190', '9,2'],
      ['Övriga yrken', '641', '31,1'],
      ['Summa', '2\u00a0061', '100,0']
    ]
  },
  {
    // The last column: −91,3 − −90 and so on.
    rubrik: 'Prognoser för helåret och utfall',
    kolumner: [
      'Förvaltning',
      'Prognos mars',
      'Prognos maj',
      'Prognos augusti',
      'Prognos oktober',
      'Utfall 2023',
      'Utfall mot sista prognosen'
    ],
    rader: [
      ['Digitalisering IT och MT', '−40,0', '−60,0', '−75,0', '−90,0', '−91,3', '−1,3'],
      ['Medicinsk service', '0,0', '0,0', '0,0', '0,0', '0,2', '0,2'],
      ['Nämnden', '−40,0', '−60,0', '−75,0', '−90,0', '−91,1', '−1,1']
    ]
  },
  {
    // Seven published items are −90,9; −91,3 − −90,9 = −0,4; −91,3 + 0,2 = −91,1.
    rubrik: 'Avvikelser mot budget',
    kolumner: ['Post', 'Avvikelse'],
    rader: [
      ['Datorer', '−40,5'],
      ['Applikationer', '−24,7'],
      ['Larm', '−20,3'],
      ['Konsulter', '28,5'],
      ['Skånes digitala vårdsystem (SDV)', '18,1'],
      ['Fakturering av reservdelar', '−22,0'],
      ['Interna systemkostnader', '−30,0'],
      ['Redovisade poster', '−90,9'],
      ['Övrigt, inte förklarat', '−0,4'],
      ['Digitalisering IT och MT', '−91,3'],
      ['Medicinsk service', '0,2'],
      ['Nämnden', '−91,1']
    ]
  },
  {
    // Dates are made up; number, subject and assessment are published.
    rubrik: 'Fördjupade granskningar',
    kolumner: ['Granskning', 'Rapport', 'Datum', 'Bedömning'],
    rader: [
      ['Delegerade beslut', 'nr\u00a06–2023', '11\u00a0oktober 2023', DELVIS],
      ['IT-säkerhet', 'nr\u00a07–2023', '15\u00a0november 2023', NEJ],
      ['Klagomål', 'nr\u00a09–2023', '6\u00a0december 2023', DELVIS],
      ['Cancervård', 'nr\u00a010–2023', '17\u00a0januari 2024', DELVIS],
      ['Icke akut vård', 'nr\u00a011–2023', '7\u00a0februari 2024', DELVIS]
    ]
  },
  {
    // 1, 2 (a–b), 3, 4 (a–b); 1–5; then one each.
    rubrik: 'Rekommendationer',
    kolumner: ['Nr'],
    rader: ['1', '2', '3', '4', '1', '2', '3', '4', '5', '1', '1', '1'].map((nr) => [nr])
  },
  {
    // Sums by hand: −27 + 2 + 50 − 40 = −15; −46; 32 + 63 − 133 = −38; −60.
    rubrik: 'Digitalisering IT och MT: avvikelser i delårsbokslut och årsbokslut',
    kolumner: [
      'Post',
      'Delår mot budget',
      'Delår mot föregående år',
      'År mot budget',
      'År mot föregående år'
    ],
    rader: [
      ['Intäkter', '−27', '–', '32', '–'],
      ['Övriga bidrag', '2', '–', '–', '–'],
      ['Personal', '50', '–', '63', '–'],
      ['Övriga kostnader', '−40', '−46', '−133', '−60'],
      ['Redovisade poster', '−15', '−46', '−38', '−60'],
      ['Restpost', '−29', '−25', '−53', '−33'],
      ['Resultat', '−44', '−71', '−91', '−93']
    ]
  },
  {
    // 14 + 7 − 16 − 11 + 7 = 1; −98 − 37 + 139 − 22 = −18; 91 − 3 − 42 − 49 = −3; −62 − 73 + 212 − 32 = 45.
    rubrik: 'Medicinsk service: avvikelser i delårsbokslut och årsbokslut',
    kolumner: [
      'Post',
      'Delår mot budget',
      'Delår mot föregående år',
      'År mot budget',
      'År mot föregående år'
    ],
    rader: [
      ['Intäkter', '–', '–', '91', '−62'],
      ['Varav statsbidrag', '14', '−98', '17', '−99'],
      ['Personal', '7', '−37', '−3', '−73'],
      ['Material och tjänster', '−16', '139', '−42', '212'],
      ['Övriga kostnader', '−11', '−22', '−49', '−32'],
      ['Kapital', '7', '–', '–', '–'],
      ['Redovisade poster', '1', '−18', '−3', '45'],
      ['Restpost', '30', '3', '3', '−45'],
      ['Resultat', '31', '−15', '0', '0']
    ]
  },
  {
    rubrik: 'Restposter i KPMG:s tabeller, mnkr',
    kolumner: ['Förvaltning och jämförelse', 'Resultat', 'Redovisade poster', 'Restpost'],
    rader: [
      ['DIT/MT, delår mot budget', '−44', '−15', '−29'],
      ['DIT/MT, år mot budget', '−91', '−38', '−53'],
      ['Medicinsk service, delår mot budget', '31', '1', '30'],
      ['Medicinsk service, delår mot föregående år', '−15', '−18', '3'],
      ['Medicinsk service, år mot budget', '0', '−3', '3'],
      ['Medicinsk service, år mot föregående år', '0', '45', '−45']
    ]
  }
]

/** Figures in running text: what they refer to, and the text that must stand there. */
export const iText: readonly { readonly ref: string; readonly text: string }[] = [
  // 12 of 22; 9 and 1 are the rest.
  { ref: 'norv-2023.antal', text: '22' },
  { ref: 'norv-2023.uppfyllda', text: '12' },
  { ref: 'norv-2023.inte-helt-uppfyllda', text: '9' },
  { ref: 'norv-2023.inte-uppfyllda', text: '1' },
  { ref: 'norv-2023.intern-kontroll.antal', text: '7' },
  { ref: 'norv-2023.intern-kontroll.uppfyllda', text: '5' },
  { ref: 'norv-2023.fullmäktiges-mål.skilda', text: '3' },
  // 3 + 6 + 2 + 2
  { ref: 'norv-2023.förbättringsområden', text: '13' },
  { ref: 'norv-2023.verksamhet.förbättringsområden', text: '8' },
  // 4 + 5 + 1 + 1 + 1
  { ref: 'norv-2023.rekommendationer', text: '12' },
  { ref: 'nämndens-resultat.summa.utfall', text: '91,1\u00a0miljoner kronor' },
  { ref: 'nämndens-resultat.summa.utfall', text: '−91,1\u00a0mnkr' },
  { ref: 'dit-mt.utfall', text: '−91,3\u00a0mnkr' },
  { ref: 'dit-mt.prognos[2023-03]', text: '40\u00a0mnkr' },
  { ref: 'dit-mt.prognos[2023-10]', text: '−90\u00a0mnkr' },
  { ref: 'medicinsk-service.utfall', text: '+0,2\u00a0mnkr' },
  { ref: 'avvikelse-datorer.utfall', text: '−40,5\u00a0mnkr' },
  { ref: 'avvikelse-applikationer.utfall', text: '24,7\u00a0mnkr' },
  { ref: 'avvikelse-larm.utfall', text: '20,3\u00a0mnkr' },
  { ref: 'avvikelse-konsulter.utfall', text: '+28,5\u00a0mnkr' },
  { ref: 'avvikelse-sdv.utfall', text: '+18,1\u00a0mnkr' },
  { ref: 'avvikelse-reservdelar.utfall', text: '22\u00a0mnkr' },
  { ref: 'avvikelse-systemkostnader.utfall', text: '30\u00a0mnkr' },
  { ref: 'avvikelser.redovisat.utfall', text: '−90,9\u00a0mnkr' },
  { ref: 'avvikelse-övrigt.utfall', text: '0,4\u00a0mnkr' },
  // −91,1 − −90,9
  { ref: 'rest-nämnden.utfall', text: '−0,2\u00a0mnkr' },
  { ref: 'datorlager.utfall[2022]', text: '11\u00a0700\u00a0st' },
  { ref: 'datorlager.utfall', text: 'ca\u00a05\u00a0000\u00a0st' },
  { ref: 'datorlager-förändring.utfall', text: '6\u00a0700\u00a0st' },
  { ref: 'datorpris.utfall', text: 'ca\u00a030\u00a0procent' },
  { ref: 'externa-kostnader.utfall', text: '84\u00a0procent' },
  { ref: 'handlingsplan.utfall', text: 'ca\u00a020\u00a0mnkr' },
  // 20 / 91,3 = 21,9 %
  { ref: 'handlingsplan-andel.utfall', text: '22\u00a0procent' },
  { ref: 'regionbidrag.utfall', text: '567,4\u00a0mnkr' },
  { ref: 'pap.utfall', text: '14,8\u00a0mnkr' },
  { ref: 'uppräkning.utfall', text: '2,2\u00a0procent' },
  { ref: 'trelleborg.utfall', text: '11,4\u00a0mnkr' },
  { ref: 'antagande-löner.utfall', text: '3\u00a0procent' },
  { ref: 'antagande-övrigt.utfall', text: '5\u00a0procent' },
  { ref: 'antagande-produktion.utfall', text: '2\u00a0procent' },
  { ref: 'kpmg-dit-resultat.mot-budget', text: '−91\u00a0mnkr' },
  { ref: 'kpmg-dit-rest.mot-budget', text: '−53\u00a0mnkr' },
  { ref: 'risker-dit-mt.utfall', text: '5' },
  { ref: 'risker-dit-mt-granskas.utfall', text: '1' },
  { ref: 'risker-dit-mt-bevakas.utfall', text: '4' },
  { ref: 'kontrollområden-dit-mt.utfall[2022]', text: '12' },
  { ref: 'risker-medicinsk-service.utfall', text: '13' },
  { ref: 'risker-medicinsk-service.utfall[2022]', text: '14' },
  { ref: 'tjänsteleverans.riskvärde[2022]', text: '6' },
  { ref: 'tjänsteleverans.riskvärde', text: '9' },
  { ref: 'anställda-dit-mt.utfall[2022]', text: '368' },
  { ref: 'anställda-dit-mt.utfall', text: '420' },
  { ref: 'nyanställda-dit-mt.utfall', text: '107' },
  // 107 − (420 − 368); 52 / 368 = 14,13 %
  { ref: 'nyanställda-dit-mt.utfall', text: '55' },
  { ref: 'anställda-dit-mt.utfall', text: '14,1\u00a0%' },
  { ref: 'medarbetare-ms.utfall', text: '2\u00a0061' },
  { ref: 'andel-kvinnor.utfall', text: '71\u00a0%' },
  { ref: 'andel-män.utfall', text: '29\u00a0%' },
  { ref: 'medelålder.utfall', text: '44,5' },
  { ref: 'bma-förändring.utfall', text: '−1,2\u00a0%' },
  { ref: 'bma.utfall', text: 'ca\u00a0650' },
  // 650 / 2 061, and 2 061 / 3
  { ref: 'bma-andel.utfall', text: '31,5\u00a0procent' },
  { ref: 'en-tredjedel.utfall', text: '687' },
  { ref: 'st-läkare.utfall', text: '56' },
  { ref: 'disputerade.utfall', text: '150' },
  { ref: 'docenter.utfall', text: 'ca\u00a040' },
  { ref: 'professorer.utfall', text: '15' },
  { ref: 'forskningsprojekt.utfall', text: '33' },
  { ref: 'insatstid.utfall', text: '18\u00a0minuter' },
  { ref: 'väntetid-1177.utfall', text: '15\u00a0minuter' },
  { ref: 'svarstid.utfall', text: '13,3\u00a0dagar' },
  { ref: 'system.utfall', text: 'ca\u00a0670' }
]

/** Names that a body must not have: another word order, the wrong number of the law. */
export const felaktigt: readonly string[] = [
  '2017:25)',
  'regionövergripande operativ',
  'tillfredställande',
  'revisonskriterier',
  'kvaliet'
]
