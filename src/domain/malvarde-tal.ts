import { decimal, type Decimal } from './decimal.ts'
import { parseTal } from '../text/number.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import type { Målfel } from './malvarde-typ.ts'
import { convert, knownMåttenhet, type Måttenhet } from './mattenhet.ts'

/** Number words as targets use them. */
const TALORD: ReadonlyMap<string, number> = new Map([
  ['noll', 0],
  ['en', 1],
  ['ett', 1],
  ['två', 2],
  ['tre', 3],
  ['fyra', 4],
  ['fem', 5],
  ['sex', 6],
  ['sju', 7],
  ['åtta', 8],
  ['nio', 9],
  ['tio', 10],
  ['elva', 11],
  ['tolv', 12],
  ['tretton', 13],
  ['fjorton', 14],
  ['femton', 15],
  ['sexton', 16],
  ['sjutton', 17],
  ['arton', 18],
  ['nitton', 19],
  ['tjugo', 20]
])

/** Words that say how often: "vart tredje år". */
const ORDNINGSTAL: ReadonlyMap<string, number> = new Map([
  ['annat', 2],
  ['annan', 2],
  ['andra', 2],
  ['tredje', 3],
  ['fjärde', 4],
  ['femte', 5],
  ['sjätte', 6],
  ['sjunde', 7],
  ['åttonde', 8],
  ['nionde', 9],
  ['tionde', 10]
])

/** Pattern source for the number words. */
export const TALORDEN = [...TALORD.keys()].join('|')

/** Pattern source for a number, digits or a word; loose, since `readTal` judges it. */
export const TAL = `(?:[−+] ?)?\\d(?:[\\d .,]*\\d)?|(?:${TALORDEN})(?![\\p{L}\\d])`

/** Pattern source for an ordinal: `tredje`, `3:e`. */
export const ORDNING = `${[...ORDNINGSTAL.keys()].join('|')}|\\d{1,2}(?: ?: ?[ea])?`

export function readOrdningstal(text: string): number {
  return ORDNINGSTAL.get(text) ?? Number.parseInt(text, 10)
}

/**
 * A number in a target's text, or why it can't be read with certainty. Decimal comma and point
 * mean the same; a count has no decimals, so `1.367` could there be thousands and is an error.
 */
export function readTal(text: string, enhet?: Måttenhet): { readonly värde: Decimal } | Målfel {
  const word = TALORD.get(text)
  if (word !== undefined) return { värde: decimal(word) }
  const read = parseTal(text, { antal: enhet?.antal ?? false })
  if (!('fel' in read)) return { värde: read.värde }
  switch (read.fel) {
    case 'decimaler i antal': {
      const heltal = read.tusental.replaceAll(' ', '')
      const tusental = /[.,]\d{3}$/u.test(text)
      return tusental
        ? {
            fel: `"${text}" kan vara ${heltal} eller ett tal med decimaler, men det som räknas i antal är hela tal.`,
            förslag: heltal
          }
        : { fel: `"${text}" har decimaler, men det som räknas i antal är hela tal.` }
    }
    case 'blandade tusental':
      return {
        fel: `Talet "${text}" kan läsas på flera sätt: mellanslagen delar inte in det i tusental.`
      }
    case 'flera decimaltecken':
      return { fel: `Talet "${text}" kan läsas på flera sätt: det har mer än ett decimaltecken.` }
    case 'inget tal':
      return { fel: `Talet "${text}" går inte att läsa.` }
  }
}

/** How people write the units. */
const ENHETSORD: readonly (readonly [string, string])[] = [
  ['procent', '% procent proc pct'],
  ['procentenheter', 'procentenheter procentenhet %-enheter %-enhet'],
  ['promille', '‰ promille'],
  ['st', 'st stycken styck stk'],
  ['kr', 'kr kronor sek'],
  ['tkr', 'tkr kkr ksek tsek tusen_kronor tusen_kr'],
  ['mnkr', 'mnkr mkr msek miljoner milj miljoner_kronor miljoner_kr milj_kr milj_kronor mn_kr'],
  ['mdkr', 'mdkr mdr miljarder miljarder_kronor miljarder_kr'],
  ['personer', 'personer person pers'],
  ['årsarbetare', 'årsarbetare åa'],
  ['dagar', 'dagar dag dgr dygn arbetsdagar arbetsdag kalenderdagar vardagar'],
  ['timmar', 'timmar timme tim h'],
  ['minuter', 'minuter minut min'],
  ['kvm', 'kvm m2 m² kvadratmeter'],
  ['index', 'index indexenheter'],
  ['poäng', 'poäng p'],
  ['kvot', 'kvot']
]

const ENHET_BY_ORD = new Map(
  ENHETSORD.flatMap(([id, ord]) => ord.split(' ').map((o) => [o.replace('_', ' '), id] as const))
)

/** Every unit word, for spelling suggestions. */
export const enhetsord: readonly string[] = [...ENHET_BY_ORD.keys()].filter(
  (ord) => ord.length >= 4
)

/** Index figures are often called points, and the other way round. */
const SAMMA: ReadonlySet<string> = new Set(['index', 'poäng'])

/**
 * A number with the unit written after it, as a value in the indicator's unit. Undefined where
 * the word isn't a unit and the indicator isn't a count (a count may name what it counts).
 */
export function readStorhet(
  tal: string,
  ord: string | undefined,
  enhet: Måttenhet
): { readonly värde: Decimal } | Målfel | undefined {
  const skriven = ord?.replace(/\.$/u, '')
  const id = skriven === undefined ? undefined : ENHET_BY_ORD.get(skriven)
  if (skriven !== undefined && id === undefined && !enhet.antal) return undefined
  const read = readTal(tal, enhet.antal && id !== 'procent' ? enhet : undefined)
  if ('fel' in read || id === undefined || id === enhet.id) return read
  const från = knownMåttenhet(id)
  if ((från.antal && enhet.antal) || (SAMMA.has(id) && SAMMA.has(enhet.id))) return read
  const värde = convert(read.värde, från, enhet)
  if (värde) return { värde }
  return { fel: `Målvärdet är skrivet i ${från.id}, men indikatorn mäts i ${enhet.id}.` }
}

/** Whether the word is a unit of time: "inom 10 arbetsdagar". */
export function isTidsord(ord: string): boolean {
  return ['dagar', 'timmar', 'minuter'].includes(ENHET_BY_ORD.get(ord) ?? '')
}

/** A number for an explanation: as many decimals as it has, at most four, and the unit's symbol. */
export function writeStorhet(value: Decimal, enhet?: Måttenhet): string {
  const decimaler = value.round(4).toFixed().split('.')[1]?.length ?? 0
  return withUnit(formatDecimal(value, decimaler), enhet?.symbol ?? '')
}
