import { ORDNING, TAL, TALORDEN } from './malvarde-tal.ts'
import type { Relation } from './malvarde-typ.ts'

/** Words that begin a new part of a target, so they are never a unit or a thing counted. */
const STOP = '(?!(?:eller|av|under|inom|och|till|i|över|samt|men|mäts)(?!\\p{L}))'

const NIVÅ = '(?: (?:nivån?|utfall(?:et)?|resultat(?:et)?|värde(?:t)?|mätning(?:ar|en)?))?'
const ÅRTAL = '(?:19|20)\\d{2}'

/** How a target holds the outcome against something else than a number. */
const RELATIONER: readonly (readonly [Relation, string])[] = [
  [
    '≥',
    '(?:lika|lika (?:med|stor|stort|stora|hög|högt|höga)|samma) eller (?:högre|större|mer|fler) än|högre än eller lika med|minst lika (?:hög|högt|höga|stor|stort|stora|många) som|(?:inte|ej) lägre än|minst|lägst'
  ],
  [
    '≤',
    '(?:lika|lika (?:med|stor|stort|stora|låg|lågt|låga)|samma) eller (?:lägre|mindre|färre) än|lägre än eller lika med|högst lika (?:hög|högt|höga|stor|stort|stora|många) som|(?:inte|ej) högre än|högst|max|inom'
  ],
  ['>', '(?:högre|större|mer|fler|flera) än|över'],
  ['<', '(?:lägre|mindre|färre|kortare) än|under'],
  ['bättre', 'bättre än|(?:årlig )?förbättring (?:jämfört med|mot|från|sedan)'],
  [
    'minst lika bra',
    '(?:lika eller|lika med eller|lika bra eller) bättre än|minst lika (?:bra|god|gott|goda) som|(?:inte|ej) sämre än|lika med|i nivå med|(?:på )?samma(?: nivå)? som|som|(?:bibehålla|bibehållen|behålla|oförändrad)(?: nivå)?(?: (?:som|mot|från|jämfört med))?'
  ]
]

/** Which comparison the words in `relation` and after "eller" ask for. */
export function readRelation(ord: string | undefined, eller: string | undefined): Relation {
  if (eller) {
    if (/bättre/u.test(eller)) return 'minst lika bra'
    return /lägre|mindre|färre/u.test(eller) ? '≤' : '≥'
  }
  if (ord === undefined) return 'minst lika bra'
  const found = RELATIONER.find(([, source]) => new RegExp(`^(?:${source})$`, 'u').test(ord))
  return found?.[0] ?? 'minst lika bra'
}

/** The parts that forms are put together of: `{tal}` in a form stands for the pattern here. */
const DELAR: Readonly<Record<string, string>> = {
  tal: `(?<tal>${TAL})`,
  a: `(?<a>${TAL})`,
  b: `(?<b>${TAL})`,
  antalÅr: `(?<antalÅr>${TAL})`,
  ordning: `(?<ordning>${ORDNING})`,
  enhet: `(?: ?(?<enhet>(?:%(?:-enhet(?:er)?)?|‰|${STOP}\\p{L}[\\p{L}²2.-]*)(?: ${STOP}[\\p{L}-]+){0,3}))?`,
  enhet2: `(?: ?(?<enhet2>%|‰|${STOP}\\p{L}[\\p{L}²2.-]*))?`,
  av: '(?: av (?<del>[^\\d]+))?',
  tid: '(?<tid>\\p{L}+)',
  år: `(?<år>${ÅRTAL})`,
  år2: `(?<år2>${ÅRTAL})(?: års${NIVÅ})?`,
  årsperiod: `(?:(?<period>${TALORDEN})|(?<period2>\\d+)) ?-?(?:års|årig )period(?:en)?`,
  före: '(?<före>[^\\d]*?)',
  minst:
    '(?:minst|lägst|min|minimum|åtminstone|som minst|≥|>=|=>|(?:inte|ej) (?:under|lägre än|mindre än|färre än)|(?:lika med|lika|samma) eller (?:högre|större|mer|fler) än|(?:större|högre) än eller lika med)\\.?',
  högst:
    '(?:högst|max|maximalt|maximum|som mest|upp till|≤|<=|=<|(?:inte|ej) (?:över|högre än|större än|mer än|fler än)|(?:lika med|lika|samma) eller (?:lägre|mindre|färre) än|(?:mindre|lägre) än eller lika med)\\.?',
  merÄn:
    '(?:över|överstigande|överstiga|överstiger|mer än|fler än|flera än|större än|högre än|längre än|>)',
  mindreÄn:
    '(?:under|understigande|understiga|understiger|mindre än|färre än|lägre än|kortare än|<)',
  ellerMer: 'eller (?:högre|mer|mera|fler|flera|större|över|längre)',
  ellerMindre: 'eller (?:lägre|mindre|färre|under|kortare)',
  föregående: `(?:(?:föregående|fg\\.?|förra|närmast föregående) års?(?:et)?${NIVÅ}|året (?:innan|före)|i fjol)`,
  årgrund: `(?:år (?<år>${ÅRTAL})|(?<års>${ÅRTAL}) års${NIVÅ})`,
  riket:
    'riket|rikets (?:värde|nivå|(?:genom)?-?snitt)|riks(?:genom)?-?snittet|(?:genom)?snittet (?:i|för) (?:riket|landet)',
  budget: 'budget(?:en)?|budgeterat|budgeterad(?:e kostnad(?:er)?| kostnad)?',
  relation: `(?:(?<relation>${RELATIONER.map(([, source]) => source).join('|')}) )?`,
  eller: '(?<eller> eller (?:högre|bättre|mer|större|fler|lägre|mindre|färre))?'
}

/**
 * A form's pattern from a readable line: `{tal}` and its like stand for the parts above, the
 * rest is a regular expression over the text in lower case with single spaces.
 */
export function mönster(form: string): RegExp {
  const source = form.replace(/(?<!\\p)\{(\p{L}+2?)\}/gu, (_, del: string) => {
    const part = DELAR[del]
    if (part === undefined) throw new Error(`Unknown part in a target's form: ${del}`)
    return part
  })
  return new RegExp(`^(?:${source})$`, 'u')
}
