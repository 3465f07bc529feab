import hyphen from 'hyphen/sv/index.js'

/** Where a word may be broken; seen only at the end of a line, and taken out of the PDF's text. */
const SHY = '\u00ad'
/** Shorter words go to the next line whole: a ragged edge bears it, and a broken word is in the way. */
const SHORTEST = 12
/** Letters that must be left on either side of a joint, and of a break that patterns find. */
const LEAST_JOINT = 3
const LEAST = 4
/** What a compound is put together of is broken in its turn only when it is this long. */
const LONG_PART = 10

/**
 * How the later parts of the field's compounds begin. Patterns know letters, not words: alone they
 * break "prisjämförelse" after "pri" and don't see where "budgetavvikelse" is put together.
 */
const LATER =
  'administr|analys|anbud|anmäl|anslag|anslut|ansvar|(?<!samm|[st])anställ|använd|arbet|assist|avdelning|avgift|avskriv|avtal|avvik|' +
  'bedöm|behov|belopp|beman|beräkn|berättelse|beslut|besparing|beställ|besök|betyg|bidrag|bokslut|bygg|chef|dag(?:en|ar)?$|direktör|' +
  'effekt|engagemang|enkät|ersätt|faktor|faktur|fastighet|finans|form(?:en|er|erna)?$|fördel|föremål|förbind|förbruk|företag|förhåll|förlopp|förmån|försälj|försörj|förvalt|föränd|fullmäkt|' +
  'grad(?:en)?$|grupp|granskning|handl|hantering|hotell|hjälpmedel|höjning|index|indikator|information|inför|inkomst|innehåll|intag|intäkt|investering|jobb|journal|jämför|justering|' +
  'kalend|kapitel|katalog|kedj|klinik|kod(?:en)?$|kontroll|kort(?:en|et)?$|kostnad|krav|kultur|kurser|kvalitet|ledning|leverans|leverantör|lista|läkemedel|(?<!til|be|an)lägg|lösning|mark|material|medel|mottag|' +
  'möjlig|mål|män(?:nen)?$|nivå|nummer|nyckel|nämnd|omlopp|område|omsätt|ordn|organisation|papp[re]|patient|pension|period|personal|plan|plats|platt|process|prognos|program|projekt|påverk|' +
  'rapport|redovis|regel|region|regler|relation|reserv|resor|resultat|resurs|revision|rond|rum(?:met)?$|rutin|räkensk|räkning|rörlig|samman|samtal|service|sjukdom|sjukhus|sjukvård|skad|skatt|skola|skydd|specifi|statist|station|strategi|styrelse|styrning|stöd|störande|support|' +
  'säkerhet|system|tabell|(?<!av|sam)tal(?:en|et)?$|tecken|teknik|teknisk|tidning|tillgång|tillstånd|tjänst|trafik|transport|underhåll|underlag|uppdrag|uppfyll|uppfölj|upphandl|upplev|uppgift|utbild|utfall|utgift|utred|utskott|utsläpp|utveck|' +
  'variation|verk|vidare|vård(?!en)|väntetid|värd|ändring|åldersgr|åtgärd|övergrip|översikt|översyn|(?<=risk|del|fordons|process)ägare|(?<=vård|procent|räkne|data)enhet|(?<=pris|kostnads|volym|löne)ökning|' +
  '(?<=löne|låne|pensions)skuld|(?<=lokal)yta|(?<=skatte)sats'
/** What stands before another word and can't be mistaken for its beginning. */
const FIRST =
  'efter|fram|före(?!n|t|s)|genom|huvud|kvalitets|landstings|mellan|mot(?=sv|t)|ny(?=an)|riks|samman|till(?=[bdfghkrtv])|under(?=h|l|s)|upp(?=[^e])|över(?=[^a])'

const JOINTS = new RegExp(
  `(?<=\\p{L}{${LEAST_JOINT},})(?=(?:${LATER}))|(?<=^(?:${FIRST}))(?=\\p{L}{4})`,
  'giu'
)

const known = new Map<string, string>()

/** A word with soft hyphens where it may be broken: between its parts first of all. */
export function hyphenateWord(word: string): string {
  if (word.length < SHORTEST) return word
  const before = known.get(word)
  if (before !== undefined) return before
  const parts = word.replace(JOINTS, SHY).split(SHY)
  const broken = parts.map((part) => (part.length < LONG_PART ? part : byPatterns(part))).join(SHY)
  known.set(word, broken)
  return broken
}

function byPatterns(part: string): string {
  const pieces = hyphen
    .hyphenateSync(part, { hyphenChar: SHY, minWordLength: LONG_PART })
    .split(SHY)
  // What is too little to stand alone goes with its neighbour.
  return pieces.reduce((done, piece) => {
    const last = done.slice(done.lastIndexOf(SHY) + 1)
    const rest = part.length - done.replaceAll(SHY, '').length
    return last.length < LEAST || rest < LEAST ? done + piece : done + SHY + piece
  })
}

/** Nothing in these is broken: headings, heads of tables, captions, contents, cover, figures, code, drawings. */
const WHOLE = /^(h[1-6]|header|thead|nav|caption|figcaption|data|code|pre|svg|style|script|title)$/
const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*>/gi
/**
 * A word by itself: none with digits, dots, slashes or @ in or beside it, as addresses have, and
 * none that begins with a capital within a sentence, as names do.
 */
const WORD =
  /(?<![\p{L}\p{N}_/@.&#]|[^\s.:!?(–-][ \u00a0](?=\p{Lu}))\p{L}\p{Ll}{11,}(?![\p{L}\p{N}_/@;]|[.]\p{L})/gu
/** The name of a law stays whole. */
const LAW = /(?:lag(?:en|ens)?|balken|förordningen)$/

/** A page with its running text hyphenated. */
export function hyphenate(html: string): string {
  let whole = 0
  let done = ''
  let from = 0
  for (const tag of html.matchAll(TAG)) {
    const text = html.slice(from, tag.index)
    done += (whole > 0 ? text : inText(text)) + tag[0]
    from = tag.index + tag[0].length
    if (WHOLE.test((tag[2] ?? '').toLowerCase()) && !tag[0].endsWith('/>'))
      whole += tag[1] === '/' ? -1 : 1
  }
  return done + html.slice(from)
}

/** "e-handeln": a letter isn't left alone at the end of a line. */
const LETTER_FIRST = /(?<![\p{L}\p{N}_/@.&#-])\p{L}-\p{L}{2,}/gu

function inText(text: string): string {
  if (text.length < SHORTEST) return text
  return text
    .replace(WORD, (word) => (LAW.test(word) ? word : hyphenateWord(word)))
    .replace(LETTER_FIRST, '<span class="helt">$&</span>')
}
