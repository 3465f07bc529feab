import { describe, expect, it } from 'vitest'
import { målformer } from '../../src/domain/malvarde-former.ts'
import { parseMålvärde } from '../../src/domain/malvarde.ts'
import type { Riktning } from '../../src/domain/malvarde-typ.ts'
import { knownMåttenhet } from '../../src/domain/mattenhet.ts'

function parse(text: string, enhet = 'procent', riktning?: Riktning) {
  return parseMålvärde(text, { enhet: knownMåttenhet(enhet), riktning })
}

/** The target as plain JSON without its text, so that a row reads as one line. */
function plain(text: string, enhet?: string, riktning?: Riktning): unknown {
  const läst = parse(text, enhet, riktning)
  const json = JSON.parse(JSON.stringify(läst.mål ?? läst))
  delete json.text
  return json
}

const gräns = (jämförelse: string, värde: string, villkor?: string) => ({
  slag: 'gräns',
  jämförelse,
  värde,
  ...(villkor && { villkor })
})
const jämfört = (med: string | number, relation: string) => ({
  slag: 'jämfört',
  med: typeof med === 'number' ? { slag: 'år', år: med } : { slag: med },
  relation
})
const av = (antal: string, hela: string, värde = antal, jämförelse = '≥') => ({
  slag: 'antal av',
  jämförelse,
  antal,
  av: hela,
  värde
})

describe('parseMålvärde: every form', () => {
  it.each([
    ['Minst 35 procent', 'procent', gräns('≥', '35')],
    ['minst 35', 'procent', gräns('≥', '35')],
    ['lägst 35', 'procent', gräns('≥', '35')],
    ['76 eller högre', 'index', gräns('≥', '76')],
    ['97 % eller högre', 'procent', gräns('≥', '97')],
    ['> 80 %', 'procent', gräns('>', '80')],
    ['mer än 80 %', 'procent', gräns('>', '80')],
    ['≥ 80 %', 'procent', gräns('≥', '80')],
    ['≥80', 'procent', gräns('≥', '80')],
    ['>= 80', 'procent', gräns('≥', '80')],
    ['Max 4,5 %', 'procent', gräns('≤', '4.5')],
    ['max 4.5', 'procent', gräns('≤', '4.5')],
    ['max. 4,5', 'procent', gräns('≤', '4.5')],
    ['högst 10 st', 'antal', gräns('≤', '10')],
    ['3,5 eller lägre', 'procent', gräns('≤', '3.5')],
    ['≤ 3,5', 'procent', gräns('≤', '3.5')],
    ['< 5', 'procent', gräns('<', '5')],
    ['lägre än 5 %', 'procent', gräns('<', '5')],
    ['= 100 %', 'procent', gräns('=', '100')],
    ['lika med 100', 'procent', gräns('=', '100')],
    ['lika med eller högre än 80', 'procent', gräns('≥', '80')],
    ['90 % av avdelningarna', 'procent', gräns('≥', '90', 'av avdelningarna')],
    ['90 % inom 60 dagar', 'procent', gräns('≥', '90', 'inom 60 dagar')],
    ['70–80 %', 'procent', { slag: 'intervall', från: '70', till: '80' }],
    ['70-80 %', 'procent', { slag: 'intervall', från: '70', till: '80' }],
    ['70 % – 80 %', 'procent', { slag: 'intervall', från: '70', till: '80' }],
    ['mellan 70 och 80', 'procent', { slag: 'intervall', från: '70', till: '80' }],
    ['-5 – -2', 'procent', { slag: 'intervall', från: '-5', till: '-2' }],
    ['± 5', 'tkr', { slag: 'intervall', från: '-5', till: '5' }],
    ['3 av 3 lösningar', 'antal', av('3', '3')],
    ['Fyra av samtliga sex', 'antal', av('4', '6')],
    ['Två av samtliga sex', 'antal', av('2', '6')],
    ['minst 15 av 17 dimensioner', 'antal', av('15', '17')],
    ['3 av 4', 'procent', av('3', '4', '75')],
    ['3 av 4', 'kvot', av('3', '4', '0.75')],
    ['högst två av tio', 'antal', av('2', '10', '2', '≤')],
    [
      '70 under 10 av 12 månader',
      'procent',
      { slag: 'månader', jämförelse: '≥', värde: '70', antal: 10, av: 12 }
    ],
    [
      'Minst 70 % under minst tio av årets tolv månader',
      'procent',
      { slag: 'månader', jämförelse: '≥', värde: '70', antal: 10, av: 12 }
    ],
    ['Årlig förbättring', 'procent', jämfört('föregående', 'bättre')],
    ['Bibehålla', 'index', jämfört('föregående', 'minst lika bra')],
    ['Bibehålla 2015 års nivå', 'index', jämfört(2015, 'minst lika bra')],
    ['Som 2015 eller högre', 'index', jämfört(2015, '≥')],
    ['som 2015 eller lägre', 'index', jämfört(2015, '≤')],
    ['Som 2015', 'index', jämfört(2015, 'minst lika bra')],
    ['högre än år 2015', 'index', jämfört(2015, '>')],
    ['Högre än föregående år', 'index', jämfört('föregående', '>')],
    ['Minskning', 'antal', jämfört('föregående', '<')],
    ['Högre än riksgenomsnittet', 'procent', jämfört('riket', '>')],
    ['Lika eller högre än riksgenomsnittet', 'procent', jämfört('riket', '≥')],
    ['Lika med eller högre än riket', 'procent', jämfört('riket', '≥')],
    ['lägre än riket', 'procent', jämfört('riket', '<')],
    ['Bättre än rikssnittet', 'procent', jämfört('riket', 'bättre')],
    ['Lika eller lägre än budget', 'mnkr', jämfört('budget', '≤')],
    ['inom budget', 'mnkr', jämfört('budget', '≤')],
    ['Ingen eller positiv avvikelse', 'mnkr', { slag: 'avvikelse', jämförelse: '≥' }],
    ['Ingen avvikelse', 'mnkr', { slag: 'avvikelse', jämförelse: '=' }],
    ['Intäkter lika stora som kostnader', 'mnkr', { slag: 'balans', värde: '0' }],
    ['Intäkter lika stora som kostnader', 'procent', { slag: 'balans', värde: '100' }],
    ['Samtliga', 'procent', { slag: 'samtliga', värde: '100' }],
    [
      'Samtliga inom gränsvärdena',
      'antal',
      { slag: 'samtliga', värde: null, villkor: 'inom gränsvärdena' }
    ],
    ['inom 10 arbetsdagar', 'dagar', { slag: 'inom', värde: '10', tid: 'arbetsdagar' }],
    [
      'besvaras inom 10 arbetsdagar',
      'procent',
      { slag: 'samtliga', värde: '100', villkor: 'inom 10 arbetsdagar' }
    ],
    [
      'Real avkastning 3 procent i snitt under femårsperiod',
      'procent',
      { slag: 'snitt', jämförelse: '≥', värde: '3', antalÅr: 5 }
    ],
    [
      'minst 3 % i genomsnitt över fyra år',
      'procent',
      { slag: 'snitt', jämförelse: '≥', värde: '3', antalÅr: 4 }
    ],
    ['Mäts vart tredje år, se 2018', 'procent', { slag: 'vissa år', intervall: 3, år: 2018 }],
    ['mäts vartannat år', 'procent', { slag: 'vissa år', intervall: 2 }],
    ['vart 3:e år', 'procent', { slag: 'vissa år', intervall: 3 }],
    ['Ej relevant.', 'procent', { slag: 'ej relevant' }],
    ['se planen', 'procent', { slag: 'fritext' }],
    ['Ta fram koncept 2.0', 'procent', { slag: 'fritext' }],
    ['Alla ska beskriva', 'procent', { slag: 'fritext' }],
    ['inom 10 områden', 'dagar', { slag: 'fritext' }],
    ['mäts vart 1:a år', 'procent', { slag: 'fritext' }],
    ['', 'procent', { slag: 'inget' }],
    ['– ', 'procent', { slag: 'inget' }],
    ['-', 'procent', { slag: 'inget' }]
  ])('%s (%s)', (text, enhet, expected) => {
    expect(plain(text, enhet)).toEqual(expected)
  })

  it('keeps what holds in the year of measuring', () => {
    expect(
      plain('vart tredje år, se 2018 (minst 15 av 17 dimensioner² förbättras)', 'antal')
    ).toEqual({
      slag: 'vissa år',
      intervall: 3,
      år: 2018,
      mål: { ...av('15', '17'), text: 'minst 15 av 17 dimensioner förbättras' }
    })
    expect(plain('Minst 35 %, mäts vartannat år')).toMatchObject({
      slag: 'vissa år',
      mål: gräns('≥', '35')
    })
  })

  it('gives each form an example that the form itself reads', () => {
    for (const form of målformer) {
      const { mål } = parse(form.exempel, form.exempelenhet)
      const first = målformer.find(({ mönster }) =>
        mönster.test(form.exempel.toLowerCase().replace(/\s+/g, ' '))
      )
      expect([form.namn, mål?.slag === 'fritext']).toEqual([form.namn, false])
      expect(first?.namn).toBe(form.namn)
      expect(form.förklaring).toMatch(/\.$/)
    }
  })
})

describe('parseMålvärde: a bare number follows the direction', () => {
  it.each([
    ['30 st', 'antal', undefined, gräns('≥', '30')],
    ['30 st', 'antal', 'högre är bättre', gräns('≥', '30')],
    ['30 st', 'antal', 'lägre är bättre', gräns('≤', '30')],
    ['30 avtal', 'st', undefined, gräns('≥', '30')],
    ['90 %', 'procent', undefined, gräns('≥', '90')],
    ['0', 'mnkr', undefined, gräns('≥', '0')],
    ['3 av 10', 'antal', 'lägre är bättre', av('3', '10', '3', '≤')],
    ['minst 30 st', 'antal', 'lägre är bättre', gräns('≥', '30')]
  ] as const)('%s (%s, %s)', (text, enhet, riktning, expected) => {
    expect(plain(text, enhet, riktning)).toEqual(expected)
  })
})

describe('parseMålvärde: how numbers and text are written', () => {
  it.each([
    ['minst 1 367', 'antal', gräns('≥', '1367')],
    ['minst 1\u00a0367', 'antal', gräns('≥', '1367')],
    ['minst 1\u202f609\u202f634 kr', 'kr', gräns('≥', '1609634')],
    ['minst 1.367', 'mnkr', gräns('≥', '1.367')],
    ['minst −5,5', 'mnkr', gräns('≥', '-5.5')],
    ['minst -5,5 mnkr', 'mnkr', gräns('≥', '-5.5')],
    ['- 5', 'mnkr', gräns('≥', '-5')],
    ['minst 30 mnkr', 'tkr', gräns('≥', '30000')],
    ['minst 500 tkr', 'mnkr', gräns('≥', '0.5')],
    ['max 2 mkr', 'mnkr', gräns('≤', '2')],
    ['minst 76 poäng', 'index', gräns('≥', '76')],
    ['minst 120 m²', 'kvm', gräns('≥', '120')],
    ['MINST 35 PROCENT.', 'procent', gräns('≥', '35')],
    ['Minst 35 procent²', 'procent', gräns('≥', '35')],
    ['Minst 35 procent2', 'procent', gräns('≥', '35')],
    ['minst35%', 'procent', gräns('≥', '35')],
    ['  Minst\n 35\t% ', 'procent', gräns('≥', '35')],
    ['ska vara minst 35 %', 'procent', gräns('≥', '35')],
    ['76 eller högre (se fotnot)', 'index', gräns('≥', '76')],
    ['Lika eller högre än riksgenom\u00adsnittet', 'procent', jämfört('riket', '≥')],
    ['Årlig förbättring'.normalize('NFD'), 'procent', jämfört('föregående', 'bättre')],
    ['Två av samtliga sex'.normalize('NFD'), 'antal', av('2', '6')]
  ])('%j (%s)', (text, enhet, expected) => {
    expect(plain(text, enhet)).toEqual(expected)
  })

  it('keeps the text as written, trimmed', () => {
    expect(parse(' Max 4,5 % ').mål?.text).toBe('Max 4,5 %')
  })
})

describe('parseMålvärde: what can be read in two ways is an error', () => {
  it.each([
    ['30 mnkr', 'procent', { fel: 'Målvärdet är skrivet i mnkr, men indikatorn mäts i procent.' }],
    ['90 %', 'antal', { fel: 'Målvärdet är skrivet i procent, men indikatorn mäts i antal.' }],
    [
      'minst 2 procentenheter',
      'procent',
      { fel: 'Målvärdet är skrivet i procentenheter, men indikatorn mäts i procent.' }
    ],
    [
      'inom 10 arbetsdagar',
      'timmar',
      { fel: 'Målvärdet är skrivet i dagar, men indikatorn mäts i timmar.' }
    ],
    [
      '4.77,3',
      'procent',
      { fel: 'Talet "4.77,3" kan läsas på flera sätt: det har mer än ett decimaltecken.' }
    ],
    [
      'minst 1.367.000',
      'kr',
      { fel: 'Talet "1.367.000" kan läsas på flera sätt: det har mer än ett decimaltecken.' }
    ],
    [
      '1 367 1 367',
      'kr',
      {
        fel: 'Talet "1 367 1 367" kan läsas på flera sätt: mellanslagen delar inte in det i tusental.'
      }
    ],
    [
      '1.367',
      'antal',
      {
        fel: '"1.367" kan vara 1367 eller ett tal med decimaler, men det som räknas i antal är hela tal.',
        förslag: '1367'
      }
    ],
    ['2,5 st', 'antal', { fel: '"2,5" har decimaler, men det som räknas i antal är hela tal.' }],
    ['5 av 3', 'antal', { fel: 'Målet är 5 av 3, men det kan inte vara fler än det hela.' }],
    [
      '70 under 13 av 12 månader',
      'procent',
      { fel: 'Målet är 13 av 12 månader, men det finns bara 12.' }
    ],
    [
      '80–70 %',
      'procent',
      { fel: 'Intervallet börjar på 80 men slutar lägre, på 70.', förslag: '70–80\u00a0%' }
    ],
    [
      'högre än 2015',
      'procent',
      {
        fel: '"2015" kan vara ett årtal eller ett tal: skriv "2 015" om talet menas, "som 2015" eller "högre än år 2015" om året menas.'
      }
    ]
  ])('%s (%s)', (text, enhet, expected) => {
    expect(parse(text, enhet)).toEqual(expected)
  })
})

describe('parseMålvärde: free text that looks mistyped', () => {
  it.each([
    ['mints 35 %', 'minst 35 %'],
    ['Mints 35 %', 'Minst 35 %'],
    ['90 procnet', '90 procent'],
    ['Årlig förbätt4ring', 'Årlig förbättring'],
    ['ca 90 %', '90 %'],
    ['4/6', '4 av 6'],
    ['Andelen nöjda minst 90 %', 'minst 90 %']
  ])('%s: %s', (text, förslag) => {
    expect(parse(text)).toEqual({ mål: { slag: 'fritext', text }, förslag })
  })

  it.each(['se planen', 'Ta fram koncept 2.0', 'Öka med 5 %', 'ISO9001', 'x'.repeat(100_000)])(
    'has nothing to suggest for %.30s',
    (text) => {
      expect(parse(text)).toEqual({ mål: { slag: 'fritext', text } })
    }
  )
})

describe('parseMålvärde: every target of a published plan', () => {
  it.each([
    ['Andel patienter inom 60 dagar', 'procent', '70 under 10 av 12 månader', 'månader'],
    ['Tillgång till sjukvård', 'procent', 'Högre än riksgenomsnittet', 'jämfört'],
    ['Levererade system', 'antal', '3 av 3 lösningar', 'antal av'],
    ['Andel nöjda kunder', 'procent', 'Årlig förbättring', 'jämfört'],
    ['Gott allmänt hälsotillstånd', 'procent', 'Mäts vart tredje år, se 2018', 'vissa år'],
    ['Förtroende', 'procent', 'Lika eller högre än riksgenomsnittet', 'jämfört'],
    ['Vård på lika villkor', 'procent', 'Högre än riksgenomsnittet', 'jämfört'],
    ['Besvarade avvikelser', 'procent', 'besvaras inom 10 arbetsdagar', 'samtliga'],
    ['Patientsäkerhetsindex', 'index', 'Årlig förbättring', 'jämfört'],
    [
      'Patientsäkerhetskultur',
      'antal',
      'vart tredje år, se 2018 (minst 15 av 17 dimensioner² förbättras)',
      'vissa år'
    ],
    ['Avdelningar med mål', 'procent', '90 %', 'gräns'],
    ['Vårdnära service', 'antal', 'Ta fram koncept 2.0', 'fritext'],
    ['Egna miljömål', 'antal', 'Fyra av samtliga sex', 'antal av'],
    ['Miljöplanens mål', 'antal', 'se planen', 'fritext'],
    ['Miljöledningssystem', 'antal', 'Två av samtliga sex', 'antal av'],
    ['Budgetföljsamhet', 'mnkr', 'Ingen eller positiv avvikelse', 'avvikelse'],
    ['Kostnadsutveckling', 'mnkr', 'Lika eller lägre än budget', 'jämfört'],
    ['Ekonomiskt resultat', 'mnkr', 'Intäkter lika stora som kostnader', 'balans'],
    ['Igångsättningsbeslut', 'antal', 'Samtliga inom gränsvärdena', 'samtliga'],
    ['Soliditet', 'procent', 'Minst 35 procent', 'gräns'],
    ['Avkastning', 'procent', 'Real avkastning 3 procent i snitt under femårsperiod', 'snitt'],
    ['HME', 'index', '76 eller högre', 'gräns'],
    ['Extern personalrörlighet', 'procent', '3,5 eller lägre', 'gräns'],
    ['Utvecklingsdag', 'procent', '97 % eller högre', 'gräns'],
    ['Arbetsmiljöindex', 'index', 'Som 2015 eller högre', 'jämfört'],
    ['Ingångsvärde', 'mnkr', 'Ej relevant.', 'ej relevant']
  ])('%s (%s): %s', (_, enhet, text, slag) => {
    expect(parse(text, enhet).mål?.slag).toBe(slag)
  })
})
