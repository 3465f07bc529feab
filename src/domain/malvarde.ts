import { suggest } from '../text/suggest.ts'
import { målformer } from './malvarde-former.ts'
import { enhetsord } from './malvarde-tal.ts'
import type { Målkontext, Målläsning } from './malvarde-typ.ts'

export type { Målvärde } from './malvarde-typ.ts'

/** Longer texts are prose, not targets; the limit also bounds the time a text can take. */
const LONGEST = 200

/**
 * Reads a target as people write it ("Minst 35 procent", "Fyra av samtliga sex"). A number that
 * can be read in two ways or a unit that isn't the indicator's is an error; words that no form
 * fits become `fritext`, with a suggestion where they look like a mistyped form.
 */
export function parseMålvärde(text: string, kontext: Målkontext): Målläsning {
  const läst = readMålvärde(text, kontext)
  if (läst.mål?.slag !== 'fritext') return läst
  const förslag = suggestMålvärde(text, kontext)
  return förslag === undefined ? läst : { ...läst, förslag }
}

function readMålvärde(text: string, kontext: Målkontext): Målläsning {
  const original = text.normalize('NFC').trim()
  if (original.length > LONGEST) return { mål: { slag: 'fritext', text: original } }
  const cleaned = clean(original)
  const withoutNote = cleaned.replace(/ \([^()]*\p{L}[^()]*\)$/u, '')
  for (const candidate of new Set([cleaned, withoutNote])) {
    for (const form of målformer) {
      const match = form.mönster.exec(candidate)
      if (!match) continue
      const read = form.bygg(match.groups ?? {}, kontext, (inner) => readMålvärde(inner, kontext))
      if (read === undefined) continue
      return 'fel' in read ? read : { mål: { ...read, text: original } }
    }
  }
  return { mål: { slag: 'fritext', text: original } }
}

/** Words after which a digit belongs to the target, not to a footnote. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set([
  'minst',
  'lägst',
  'högst',
  'under',
  'över',
  'inom',
  'exakt',
  'lika',
  'mellan',
  'maximalt',
  'överstigande',
  'understigande'
])

/**
 * Lower case, single spaces, one kind of dash: U+2212 before a negative number, "–" elsewhere.
 * Footnote marks, soft hyphens, a final stop and a leading "ska vara" fall away.
 */
function clean(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u00ad\u200b\ufeff*]/gu, '')
    .replace(/(?<!(?<!\p{L})m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, '')
    .replace(/(\p{L}{4,})\d{1,2}(?=$|[ .);,])/gu, (all, word: string) =>
      BEFORE_NUMBER.has(word) ? all : word
    )
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;,!]+$/u, '')
    .replace(/^(?:ska|skall|bör) (?:vara|uppgå till|vara på|ligga på) /u, '')
    .replace(/^[-–−] ?(?=\d)/u, '−')
    .replace(/(?<=[ (≥≤<>=–])[-–−](?=\d)/gu, '−')
    .replace(/(?<=[\d%]) ?[-−–—] ?(?=[\d−])/gu, '–')
    .trim()
}

/** Words of the forms, for spelling. */
const ORD: readonly string[] = [
  ...enhetsord,
  ...'minst lägst högst eller högre lägre mindre inom samtliga årlig förbättring bibehålla riket riksgenomsnittet budget positiv avvikelse intäkter kostnader månader under mäts tredje relevant snitt mellan exakt lika färre större'.split(
    ' '
  )
]

/** What the author may have meant by a text with a number, or by a form's words mistyped. */
function suggestMålvärde(text: string, kontext: Målkontext): string | undefined {
  if (text.length > LONGEST) return undefined
  const isRead = (candidate: string): boolean => {
    const { mål } = readMålvärde(candidate, kontext)
    return mål !== undefined && mål.slag !== 'fritext' && mål.slag !== 'inget'
  }
  const spaced = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const spelled = spaced.replace(/[\p{L}]+(?:\d\p{L}+)?/gu, respell)
  const exact = spaced
    .replace(/^(?:ca\.?|cirka|omkring|runt|ungefär) /iu, '')
    .replace(/^(\d+) ?\/ ?(\d+)/u, '$1 av $2')
  for (const candidate of [spelled, exact]) {
    if (candidate !== spaced && isRead(candidate)) return candidate
  }
  // A lone number inside prose ("koncept 2.0") is no target, nor is the size of a change.
  if (!/\d/u.test(spaced) || /ök|minsk|förbättr|höj|sänk/iu.test(spaced)) return undefined
  const words = spelled.split(' ')
  const parts = words.flatMap((_, i) => [words.slice(i), words.slice(0, words.length - i)])
  return parts
    .map((part) => part.join(' '))
    .find((part) => /\d/u.test(part) && !/^[\d ,.−-]+$/u.test(part) && isRead(part))
}

function respell(word: string): string {
  const lower = word.toLowerCase()
  if (lower.length < 4 || ORD.includes(lower)) return word
  const nearest = suggest(lower, ORD)
  if (nearest === undefined || nearest.length < 4) return word
  return word.charAt(0) === lower.charAt(0)
    ? nearest
    : nearest.charAt(0).toUpperCase() + nearest.slice(1)
}
