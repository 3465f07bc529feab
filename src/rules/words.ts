import { latin } from '../text/letters.ts'

/** A word of a text, with its stem for comparing inflected forms. */
export interface Ord {
  readonly text: string
  readonly stam: string
  readonly start: number
  readonly end: number
}

const ORD = latin(/\p{L}+(?:[-–:]\p{L}+)*/gu)
const SMÅORD = new Set(
  'i av för till med på om under per inom mot från hos vid enligt efter och eller samt som att ej inte den det de en ett är var blev har hade inkl exkl'.split(
    ' '
  )
)
const ÄNDELSER =
  /(?:arnas|ernas|ornas|arna|erna|orna|andet|aren|arens|ens|ets|en|et|ar|er|or|na|as|es)$/u

/**
 * What is left of a word without its inflection: "sjukresorna", "sjukresor" and "sjukresa" are one.
 * Coarse on purpose: it is only compared with the stems of names in data.
 */
export function stem(word: string): string {
  let text = word.toLowerCase().replace(/[–]/g, '-')
  for (let i = 0; i < 3; i++) {
    const before = text
    if (text.length > 5) text = text.replace(/s$/u, '')
    const cut = text.replace(ÄNDELSER, '')
    if (cut.length >= 4) text = cut
    else break
    if (text === before) break
  }
  if (text.length > 5) text = text.replace(/(?<=[aeiouyåäö])[nt]$/u, '')
  if (text.length > 4) text = text.replace(/[ae]$/u, '')
  return text
}

const stammar = new Map<string, string>()
const stemOnce = (word: string): string => {
  let known = stammar.get(word)
  if (known === undefined) {
    known = stem(word)
    // Bounded, since a preview lives for days.
    if (stammar.size > 50_000) stammar.clear()
    stammar.set(word, known)
  }
  return known
}

/** The words of a text; small words and numbers left out. */
export function wordsOf(text: string): Ord[] {
  const found: Ord[] = []
  for (const match of text.matchAll(ORD))
    if (!SMÅORD.has(match[0].toLowerCase()))
      found.push({
        text: match[0],
        stam: stemOnce(match[0]),
        start: match.index,
        end: match.index + match[0].length
      })
  return found
}

/** Words too general to be about anything alone: "kostnader", "andel", "utfall". */
const ALLMÄNNA = new Set(
  (
    'kostnad kostnader intäkt intäkter utgift utgifter inkomst belopp summa totalt total övrigt övriga antal andel utfall ' +
    'budget prognos avvikelse mål målvärde indikator indikatorer verksamhet verksamheten tjänst tjänster stöd värde år index ' +
    'tid effekt förändring skillnad nivå del personer uppgift uppdrag grad utveckling poster post plan årets källa kronor ' +
    'intern externa drift rapport tabell områden område division nämnd förvaltning region kommun'
  )
    .split(' ')
    .map(stem)
)

/** Whether a name's head word says what it is about. */
export const isGeneral = (stam: string): boolean => ALLMÄNNA.has(stam) || stam.length < 3

/** Compounds whose head says only what is measured: "läkemedelskostnad", "hme-värde". */
const MÄTHUVUD = latin(
  /^(\p{L}{3,}?)(?:s?kostnad|s?utgift|s?intäkt|-(?:värd|index|resultat|tal|nivå))$/u
)

/** What is left of a compound's stem without such a head; undefined where it has none. */
export function withoutHead(stam: string): string | undefined {
  const first = MÄTHUVUD.exec(stam)?.[1]
  return first === undefined ? undefined : stem(first)
}

const EFTER_HUVUDORD =
  /\s(?:i|av|för|till|med|på|om|under|per|inom|mot|från|hos|vid|enligt|efter|som|där|jämfört)\s|[,(–:;/]/iu

/**
 * What a name is called in a text: its words in full, and its head word where that says enough
 * ("Resultat per verksamhetsområde" is "resultat").
 */
export function namesOf(namn: readonly (string | undefined)[]): string[][] {
  const found = new Map<string, string[]>()
  const add = (stammar: string[]) => {
    if (stammar.length > 0) found.set(stammar.join(' '), stammar)
  }
  for (const text of namn) {
    if (!text) continue
    const whole = wordsOf(text).map((ord) => ord.stam)
    if (whole.length > 1 || !isGeneral(whole[0] ?? '')) add(whole)
    const cut = EFTER_HUVUDORD.exec(text)
    const fras = wordsOf(cut ? text.slice(0, cut.index) : text)
    // "Sjukresor och sjuktransporter": small words are gone, each of two nouns is a head.
    const head = fras.at(-1)
    if (head && !isGeneral(head.stam) && (fras.length === 1 || head.stam.length > 5))
      add([head.stam])
  }
  return [...found.values()]
}

/** Sentences of a text as places in it. Abbreviations and decimals don't end one. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = 0
  for (const match of text.matchAll(
    /[.!?…]+["”’)\]]*(?=\s+(?:\p{Lu}|\d|["”(–•-])|\s*$)|\n{2,}/gu
  )) {
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (
      match[0].startsWith('.') &&
      /(?:^|[\s(])(?:ca|c:a|bl|t\.?ex|dvs|d\.v\.s|m\.?m|o\.?s\.?v|s\.?k|fr\.?o\.?m|t\.?o\.?m|jfr|kap|st|nr|inkl|exkl|resp|ev|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec|f\.?d|p\.?g\.?a|m\.?fl|bl\.?\s?a|kl|sid|tel|avs|\p{Lu})$/iu.test(
        before
      ) &&
      !/^\s*$/.test(text.slice(match.index + match[0].length))
    )
      continue
    const end = match.index + match[0].length
    found.push({ start, end })
    start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.length })
  return found
}
