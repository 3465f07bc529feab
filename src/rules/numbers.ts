import { decimal, tiopotens, type Decimal } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'

/** A number that a writer has put in running text, with its unit and what stands beside it. */
export interface Texttal {
  /** Of the number with its sign. */
  readonly start: number
  readonly end: number
  /** After the unit. */
  readonly slut: number
  /** Where "ca" or the like before it begins; `start` where there is none. */
  readonly från: number
  readonly värde: Decimal
  readonly decimaler: number
  readonly tecken: '+' | '-' | undefined
  /** Written with letters. */
  readonly ord: boolean
  /** Name of the unit as in data; undefined where none stands there. */
  readonly enhet: string | undefined
  readonly enhetstext: string
  readonly närmevärde: Närmevärde | undefined
  /** A part of a span: "10–15 %". */
  readonly intervall: boolean
  /** The number's whole: 7 in "fem av sju". */
  readonly av: Texttal | undefined
  /** The number's part: 5 in "fem av sju". */
  readonly del: Texttal | undefined
}

/** How loosely a number is meant: about, somewhat more or less than, or as a bound of what may be. */
export type Närmevärde = 'ca' | 'drygt' | 'knappt' | 'minst' | 'högst'

const ORDTAL: Readonly<Record<string, number>> = {
  noll: 0,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  trettio: 30,
  fyrtio: 40,
  femtio: 50,
  sextio: 60,
  sjuttio: 70,
  åttio: 80,
  nittio: 90
}

/** Units as written, longest first; the name is the one data use. */
const ENHETER: readonly (readonly [string, string])[] = [
  ['procentenhet(?:er)?(?:na)?', 'procentenheter'],
  ['procent|%', 'procent'],
  ['promille|‰', 'promille'],
  ['mnkr|mkr|msek|mnsek|miljon(?:er)?(?:\\s+(?:svenska\\s+)?(?:kronor|kr))?', 'mnkr'],
  ['mdkr|mdsek|miljard(?:er)?(?:\\s+(?:kronor|kr))?', 'mdkr'],
  ['tkr|ksek|tsek|tusen\\s+(?:kronor|kr)', 'tkr'],
  ['kronor|kr|sek', 'kr'],
  ['stycken|st', 'st'],
  ['personer', 'personer'],
  ['(?:hel)?årsarbetare|årsarbeten', 'årsarbetare'],
  ['(?:arbets|kalender|vård)?dagar', 'dagar'],
  ['timmar|tim', 'timmar'],
  ['minuter|min', 'minuter'],
  ['kvadratmeter|kvm|m2|m²', 'kvm'],
  ['poäng', 'poäng']
]
const ENHET = latin(
  new RegExp(
    `^[\\s\\u00a0]?(?:${ENHETER.map(([pattern]) => `(${pattern})`).join('|')})(?![\\p{L}\\d])`,
    'iu'
  )
)
const ENHETSORD = latin(
  new RegExp(
    `(?<![\\p{L}\\d])(?<!\\d[\\s\\u00a0])(?:${ENHETER.map(([pattern]) => `(${pattern})`).join('|')})(?![\\p{L}\\d])`,
    'iu'
  )
)

/** The unit that a head or a caption names: "Utfall, mnkr"; not that of a number in it. */
export function unitIn(text: string): string | undefined {
  const found = ENHETSORD.exec(text)
  const nr = found ? found.slice(1).findIndex((group) => group !== undefined) : -1
  return ENHETER[nr]?.[1]
}

/** For looking past a number: any unit. */
const NÅGON_ENHET = ENHETER.map(([pattern]) => pattern).join('|')

const MÅNAD =
  '(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ÅR = '(?:19|20)\\d{2}'
const NUMRERAT =
  'avsnitt(?:et)?|kapitel|kapitlet|kap\\.?|tabell(?:en)?|figur(?:en)?|diagram(?:met)?|bild|bilaga|bilagan|bilagorna|punkt(?:en)?|punkterna|paragraf|nr\\.?|nummer|sida|sidan|sidorna|sid\\.|s\\.|rapport(?:en)?|steg|fas|etapp|version|nivå|del|not|fotnot|rekommendation(?:en)?|artikel|artiklarna|klass|typ|spår|våning|rum|linje|väg|dnr|diarienummer|konto|kod|vecka|v\\.|moment|alternativ'

/** What looks like a figure but is a date, a law, a code, a cross-reference, an ordinal … */
const INGET_TAL = latin(
  new RegExp(
    [
      '\\d+\\s*[x×]\\s*\\d+(?:\\s*=\\s*\\d+)?',
      '(?:https?:\\/\\/|www\\.)\\S+',
      '\\S+@\\S+',
      '(?:tel\\.?|telefon(?:nummer)?|fax|mobil)[:\\s]*[+\\d][\\d\\s–-]+',
      '\\d{4}:\\d+',
      '\\d{4}-\\d{2}(?:-\\d{2})?(?!\\d)',
      '\\d{6}-\\d{4}',
      '\\d{1,2}[/.]\\d{1,2}[/.-]\\d{2,4}(?!\\d)',
      '(?<![\\d,])\\d{1,2}\\/\\d{1,2}(?![\\d,])',
      `(?:den\\s+)?\\d{1,2}(?::[ea])?(?:\\s*[–-]\\s*\\d{1,2})?\\s+${MÅNAD}(?!\\p{L})\\.?(?:\\s+${ÅR})?`,
      `${MÅNAD}\\s+${ÅR}`,
      'den\\s+\\d{1,2}(?::[ea])?(?![\\d,%])',
      '(?:kl\\.?|klockan)\\s*\\d{1,2}(?:[.:]\\d{2})?(?:\\s*[–-]\\s*\\d{1,2}(?:[.:]\\d{2})?)?',
      '\\d{1,2}:\\d{2}',
      '§§?\\s*\\d+(?:\\s*[a-z](?!\\p{L}))?(?:\\s*(?:[–-]|,|och)\\s*\\d+(?:\\s*[a-z](?!\\p{L}))?)*',
      '\\d+(?:\\s*(?:[–-]|,|och)\\s*\\d+)*(?:\\s*[a-z](?!\\p{L}))?\\s*§§?',
      '\\d+\\s*kap(?:\\.|itlet)?(?!\\p{L})',
      `(?<!\\p{L})(?:${NUMRERAT})[\\s\\u00a0]*[:#]?[\\s\\u00a0]*\\d[\\d.:/]*(?:\\s*(?:,|och|samt|eller|[–-])\\s*\\d[\\d.]*(?!\\s*(?:${NÅGON_ENHET})))*(?:\\s?[a-z](?!\\p{L}))?`,
      `${ÅR}\\s*[–/-]\\s*(?:${ÅR}|\\d{2})(?!\\d)`,
      `\\d+[-–]tal(?:et|s)?`,
      '\\d+:(?:e|a|s|n|t)(?!\\p{L})',
      '\\p{L}+[-–]?\\d[\\p{L}\\d./:-]*',
      '\\p{Lu}{1,6}[\\s-]\\d{2,4}[/.:]\\d+(?:[./-]\\d+)*',
      `\\d+[-–](?!\\d)\\p{L}\\S*`,
      `\\d+(?!(?:${NÅGON_ENHET})(?!\\p{L}))\\p{L}+`,
      '\\+46[\\d\\s-]+',
      '(?<![\\d,.])(?:1177|112|113[\\s\\u00a0]?13|114[\\s\\u00a0]?14)(?![\\d,]|[\\s\\u00a0]?(?:%|tkr|kr|mnkr|\\d))',
      '(?<![\\d,])0\\d{1,3}\\s?[-–/]\\s?\\d{2,3}(?:\\s?\\d{2,3}){1,3}',
      '(?<![\\d,])\\d{3}\\s\\d{2}(?=\\s+\\p{Lu}\\p{L})',
      '\\d+(?:\\.\\d+){2,}\\.?',
      '\\d+(?:[–-]\\d+)?[\\s\\u00a0]*(?:år(?:ingar|s|ig|iga)?|månad(?:er|erna)?|veckor|gånger|dygn|kvartal|tertial|halvår|öre|meter|km|kilometer|mil|grader|kWh|MWh|GWh|ton|kg|liter)(?!\\p{L})',
      `(?<![\\d,.\\p{L}])${ÅR}(?!\\d|,\\d|[\\s\\u00a0](?:\\d{3}(?!\\d))|[\\s\\u00a0]*(?:${NÅGON_ENHET})(?![\\p{L}\\d]))`
    ].join('|'),
    'giu'
  )
)

const SIFFROR = latin(
  /(?<![\p{L}\d,.])(?:([+±][\s\u00a0]?|[-−‑–](?=\d)))?(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+|\d+)(?:[.,](\d+))?(?![\d\p{L}]*[\p{L}\d]:)/gu
)
const ORD = latin(
  new RegExp(`(?<!\\p{L})(?:${Object.keys(ORDTAL).join('|')}|ett|en)(?!\\p{L})`, 'giu')
)
const NÄRMARE =
  /(?:(ca\.?|cirka|c:a|omkring|ungefär|runt|kring|uppskattningsvis|uppemot|i storleksordningen)|(drygt|över|mer än|fler än|lite mer än)|(knappt|nästan|närmare|nära|knappa|under|mindre än)|(minst|lägst)|(högst|upp till|maximalt))[\s\u00a0]*(?:på[\s\u00a0]+)?$/iu

/** In the order of the groups above. */
const NÄRMEVÄRDEN = ['ca', 'drygt', 'knappt', 'minst', 'högst'] as const

/** Every number in a text that could be a figure, in order; dates, laws, codes and ordinals left out. */
export function readTexttal(text: string): Texttal[] {
  const digits = /\d/.test(text)
  const masked = digits ? text.replace(INGET_TAL, (match) => '\u0001'.repeat(match.length)) : text
  const found: Skiss[] = []
  if (digits)
    for (const match of masked.matchAll(SIFFROR)) {
      const [whole, sign = '', heltal = '', bråk] = match
      const start = match.index
      // Between two numbers a dash is a span and a plus a sum, not signs.
      const span = sign !== '' && /[\d%]\s?$/.test(masked.slice(0, start))
      const minus = !span && /^[-−‑–]/.test(sign)
      const värde = decimal(
        `${minus ? '-' : ''}${heltal.replace(/\D/g, '')}${bråk ? `.${bråk}` : ''}`
      )
      found.push({
        start: span ? start + sign.length : start,
        end: start + whole.length,
        värde,
        decimaler: bråk?.length ?? 0,
        tecken: minus ? '-' : !span && sign.startsWith('+') ? '+' : undefined,
        ord: false
      })
    }
  for (const match of masked.matchAll(ORD)) {
    const ord = match[0].toLowerCase()
    const after = masked.slice(match.index + ord.length)
    const value = ORDTAL[ord]
    // "en" and "ett" are articles but before "av" and a number.
    if (value === undefined && !AV_TAL.test(after)) continue
    if (/^[\s\u00a0]+(?:år|månad|vecko|gånger|dygn|kvartal|tertial|halvår)/iu.test(after)) continue
    found.push({
      start: match.index,
      end: match.index + ord.length,
      värde: decimal(value ?? 1),
      decimaler: 0,
      tecken: undefined,
      ord: true
    })
  }
  return complete(
    found.toSorted((a, b) => a.start - b.start),
    text
  )
}

interface Skiss {
  readonly start: number
  readonly end: number
  readonly värde: Decimal
  readonly decimaler: number
  readonly tecken: '+' | '-' | undefined
  readonly ord: boolean
}

const BESTÄMNING =
  '(?:de|totalt|samtliga|alla|våra|årets|planerade|sammanlagt|de totalt|regionens|nämndens)'
const AV_TAL = new RegExp(
  `^[\\s\\u00a0]+av[\\s\\u00a0]+(?:${BESTÄMNING}[\\s\\u00a0]+)*(?:\\d|${Object.keys(ORDTAL).join('|')})`,
  'iu'
)
const AV = new RegExp(`^[\\s\\u00a0]+av[\\s\\u00a0]+(?:${BESTÄMNING}[\\s\\u00a0]+)*$`, 'iu')

/** What may follow a number in brackets that is of the same kind as the one before: "5,71 procent (4,77)". */
const JÄMFÖRT = latin(
  /^[\s\u00a0]*(?:\)|[,;/]|(?:fg\.?|förra|föregående|i fjol|året|år|(?:19|20)\d{2})(?!\p{L}))/iu
)

function complete(skisser: readonly Skiss[], text: string): Texttal[] {
  const done: { -readonly [K in keyof Texttal]: Texttal[K] }[] = skisser.map((skiss) => {
    const unit = ENHET.exec(text.slice(skiss.end, skiss.end + 40))
    const nr = unit ? unit.slice(1).findIndex((group) => group !== undefined) : -1
    const near = NÄRMARE.exec(text.slice(Math.max(0, skiss.start - 30), skiss.start))
    return {
      ...skiss,
      slut: skiss.end + (unit?.[0].length ?? 0),
      från: near ? skiss.start - near[0].length : skiss.start,
      enhet: ENHETER[nr]?.[1],
      enhetstext: unit?.[0].trim() ?? '',
      närmevärde: near
        ? NÄRMEVÄRDEN[near.slice(1).findIndex((each) => each !== undefined)]
        : undefined,
      intervall: false,
      av: undefined,
      del: undefined
    }
  })
  for (const [i, tal] of done.entries()) {
    const next = done[i + 1]
    if (!next) continue
    const between = text.slice(tal.slut, next.från)
    if (/^\s?[–-]\s?$/.test(between) && !next.tecken) {
      tal.intervall = next.intervall = true
      tal.enhet ??= next.enhet
    } else if (AV.test(between)) {
      tal.av = next
      next.del = tal
      tal.enhet ??= next.enhet === 'procent' ? undefined : next.enhet
    } else if (/^\s*\(\s*$/.test(between) && JÄMFÖRT.test(text.slice(next.slut)))
      next.enhet ??= tal.enhet
    else if (/^\s+(?:till|och|eller|respektive|resp\.?|mot)\s+$/iu.test(between) && !tal.enhet)
      tal.enhet = next.enhet
  }
  return done
}

/** Half of the last place that a number shows, wider where it is said to be about so much. */
export function precisionOf(tal: Texttal): Decimal {
  if (tal.decimaler > 0 || !tal.närmevärde) return tiopotens(-tal.decimaler)
  // "ca 1 500" has two meaning figures.
  const zeros = /0*$/.exec(tal.värde.abs().toFixed(0))?.[0].length ?? 0
  return tiopotens(tal.värde.eq(0) ? 0 : zeros)
}
