import { round } from '../domain/decimal.ts'
import type { Stycke } from '../markdown/prose.ts'
import { latin } from '../text/letters.ts'
import { inColumn, readColumn, type Kolumn } from './column.ts'
import { sizeIn } from './fit.ts'
import { unitGroup, type Nämnt, type Siffra } from './figures.ts'
import type { Texttal } from './numbers.ts'
import type { Rapportsubject } from './rule.ts'
import { ordenIn } from './walk.ts'
import { stem, wordsOf } from './words.ts'

/** A sentence with what its words name, as far as numbers in it depend on it. */
export interface Mening {
  readonly text: string
  /** Where it begins in the paragraph. */
  readonly start: number
  readonly nämnda: readonly Nämnt[]
  /** The one year that the sentence is about, where no other time is mentioned. */
  readonly år: number | undefined
  /** Numbers said to be a change: "minskade med 3,6", "0,94 procentenheter lägre". */
  readonly förändrat: ReadonlySet<Texttal>
  /** What a table's column heads say of its numbers. */
  readonly kolumn: Kolumn | undefined
  /** The number said to be a deviation from budget. */
  readonly motBudget: Texttal | undefined
}

const FÖRÄNDRING = latin(
  /(?<!\p{L})(?:ök|minsk|sjönk|sjunk|steg(?!\p{L})|stig(?:it|ande)|föll|fall(?:it|er)|höjd|höjt|sänk|väx|nedgång|uppgång|tapp|förbättr|försämr|förändr|skillnad|differens|reducer)\p{L}*/giu
)
const EFTER_TALET = latin(
  /^[\s\u00a0]*(?:lägre|högre|färre|fler|större|mindre|mer|bättre|sämre)(?!\p{L})/iu
)
const MED = latin(
  /(?<!\p{L})(?:med|på|om|motsvarande|motsvarar|alltså|är|var|blev|dvs\.?|det vill säga)[\s\u00a0]+$/iu
)
const JÄMFÖR = latin(
  /(?<!\p{L})(?:jämfört|jämförelse|än|mot|från|föregående|före|tidigare|sedan|fjol|fjolåret|(?<!upp(?:gick|går)(?:\s\p{L}+)?(?:\s\d{4})?\s)till)(?!\p{L})/iu
)
/** Between a change in kronor and the same change in percent. */
const OCKSÅ =
  /^[\s\u00a0]*(?:,|\(|–)?[\s\u00a0]*(?:eller|motsvarande|vilket (?:motsvarar|är|ger)|dvs\.?|det vill säga|alltså|och)?[\s\u00a0]*(?:med|på)?[\s\u00a0]*$/iu
const ÄN_BUDGET = latin(
  /^[\s\u00a0]*(?:(?:bättre|sämre|lägre|högre|mer|mindre|dyrare|billigare)[\s\u00a0]+än|över|under)[\s\u00a0]+(?:\p{L}+[\s\u00a0]+)?(?:budget|budgeten|budgeterat|planerat|plan|planen)(?!\p{L})/iu
)
const MOT_BUDGET = latin(
  /(?:(?:över|under)skott(?:et)?|avvikelse(?:n)?|resultat(?:et)?)(?:\s+\p{L}+){0,3}\s+mot\s+budget(?:en)?(?!\s*[-−+]?\d)|budgetavvikelse|(?:bättre|sämre|lägre|högre)\s+än\s+budget/iu
)

/** A sentence (or a table's cell with its heads) as numbers in it are to be understood. */
export function subjectsIn(
  stycke: Stycke,
  start: number,
  end: number,
  talen: readonly Texttal[],
  subject: Rapportsubject
): Mening {
  const { cell } = stycke
  const text = stycke.text.slice(start, end)
  const nämnda = cell ? inRow(cell.radrubrik, subject) : named(stycke, start, end, subject)
  const all = cell ? `${cell.kolumnrubrik} ${text}` : text
  // A year in brackets dates what stands there: "24,7 mnkr (28,3 mnkr 2020)".
  const utanför = cell ? all : all.replace(/\([^)]*\)/g, '')
  const åren = new Set([...utanför.matchAll(/(?<![\d-])(?:19|20)\d{2}(?![\d:-])/g)].map(Number))
  const [år] = åren
  const förändrat = new Set(talen.filter((tal) => isChange(tal, text, start)))
  for (const [i, tal] of talen.entries()) {
    const last = talen[i - 1]
    if (!last || !förändrat.has(last) || !/^procent/.test(tal.enhet ?? '')) continue
    if (OCKSÅ.test(stycke.text.slice(last.slut, tal.från))) förändrat.add(tal)
  }
  const motBudget =
    talen.find((tal) => ÄN_BUDGET.test(stycke.text.slice(tal.slut, end))) ??
    (talen.length === 1 && /budget/iu.test(text) && MOT_BUDGET.test(text) ? talen[0] : undefined)
  return {
    text,
    start,
    nämnda,
    år: åren.size === 1 && !JÄMFÖR.test(all) ? år : undefined,
    förändrat,
    kolumn: cell && !cell.huvud ? readColumn(cell.kolumnrubrik, subject) : undefined,
    motBudget
  }
}

const named = (
  stycke: Stycke,
  start: number,
  end: number,
  { siffror }: Rapportsubject
): readonly Nämnt[] =>
  siffror.named(ordenIn(stycke).filter((ord) => ord.start >= start && ord.end <= end))

/** A row is about what its head is, whole: "Kostnader" in "Övriga kostnader" isn't. */
function inRow(radrubrik: string, { siffror }: Rapportsubject): Nämnt[] {
  const words = wordsOf(radrubrik)
  const key = words.map(({ stam }) => stam).join(' ')
  return siffror
    .named(words)
    .filter(({ ämne }) => ämne.namnen.some((namn) => namn.join(' ') === key))
}

/** Whether a number is said to be a change: "minskade med 3,6", "0,9 lägre". */
export function isChange(tal: Texttal, text: string, start: number): boolean {
  const before = text.slice(0, tal.från - start)
  const after = text.slice(tal.slut - start)
  if (EFTER_TALET.test(after)) return true
  // Points may be the lead over others; only with a verb are they a change over time.
  if (tal.enhet === 'procentenheter') return text.search(FÖRÄNDRING) >= 0
  const verb = [...before.matchAll(FÖRÄNDRING)].at(-1)
  return verb !== undefined && MED.test(before) && before.length - verb.index < 90
}

const DEL = latin(
  /(?<!\p{L})(?:varav|därav|inklusive|inkl\.?|exklusive|exkl\.?|utan|utöver|förutom|bland|hos|vardera|respektive|resp\.?|snitt|medel|genomsnitt|genomsnittligt|upp till|mellan|per (?:person|invånare|dag|månad|år|enhet|timme))(?!\p{L})/iu
)
/** What is left, or put together: a sum or a difference of what is named. */
export const REST = latin(
  /(?<!\p{L})(?:tillsammans|sammantaget|summerar|summan|resten|återstår|återstoden|delas|fördelas|halva|hälften|dubbelt|skillnaden|differensen)(?!\p{L})/iu
)
/** Others than the whole. */
export const GRUPP = latin(
  /(?<!\p{L})(?:kvinnor(?:na|nas)?|män(?:nen)?|flickor|pojkar|yngre|äldre|chefer(?:na)?|riket|rikets|rikssnittet|riksgenomsnittet|landet|nationellt|övriga (?:regioner|kommuner|landsting))(?!\p{L})/iu
)
/** Words for another time than the period and the year before. */
export const DELTID = latin(
  /(?<!\p{L})(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|våren|sommaren|hösten|vintern|halvåret|halvår|kvartal(?:et)?|tertial(?:et)?|delår(?:et)?|månad(?:en|er|erna)?|veckan|T[1-3]|Q[1-4]|delårsbokslut(?:et)?|periodvis|tillfälligt|som mest|som högst|som lägst)(?!\p{L})/iu
)
/** What is to come, or wished. */
export const FRAMÅT = latin(
  /(?<!\p{L})(?:nästa år|kommande|framöver|prognos\p{L}*|prognostiser\p{L}*|beräkna\p{L}*|vänta\p{L}*|ska|skulle|kommer att|planera\p{L}*|räkna\p{L}* med|kan|behöver|bör|högst|minst|max|minimum|tak(?:et)?|ram(?:en)?|gräns(?:en)?|krav(?:et)?|till sikt|2030|per år|sedan starten|ackumulera\p{L}*|sammanlagt)(?!\p{L})/iu
)
/** The word that makes the next number a target. */
export const MÅL = latin(
  /(?<!\p{L})mål(?:et|en|värde|värdet|nivå|nivån|sättning|sättningen)?(?!\p{L})/iu
)
const PROGNOS = /prognos/iu
const AVVIKELSE = latin(/(?<!\p{L})(?:budget)?avvikelse(?:n)?(?:\s+\p{L}+){0,3}\s+$/iu)
const HELA = new Set(
  'totala samlade sammanlagda hela årets den det denna samma slutliga redovisade egna divisionens nämndens regionens landstingets kommunens verksamhetens bolagets styrelsens föregående fjolårets sjunkande ökade minskade planerade'.split(
    ' '
  )
)

/** Measures that are meant only where they are said. */
const UTSAGDA = ['budget', 'årsbudget', 'prognos', 'riket', 'kvinnor', 'män', 'ingångsvärde']
const FÖRE_FÖREGÅENDE = latin(
  /(?:föregående år|året före|året innan|förra året|i fjol|fjolårets?|från|\()(?:\s+\p{L}+){0,2}\s*$/iu
)
const EFTER_FÖREGÅENDE = /^[\s\u00a0]*(?:föregående år|året före|året innan|förra året|i fjol)/iu

/**
 * The figures that a number contradicts, nearest first; none where the sentence may be about a
 * part, another group, another time or a wish. Careful on purpose: a false alarm costs more trust
 * than a missed fault.
 */
export function isAbout(
  tal: Texttal,
  mening: Mening,
  nämnda: readonly Siffra[],

  { period }: Rapportsubject
): Siffra[] {
  const { text, start } = mening
  if (tal.intervall || tal.del) return []
  const nearest = nearestName(tal, mening)
  const grupp = nearest?.ämne.slag === 'grupp'
  const before = text.slice(0, tal.från - start)
  const after = text.slice(tal.slut - start)
  if (DEL.test(before.slice(-40)) || DEL.test(after.slice(0, 25))) return []
  if ((!grupp && GRUPP.test(text)) || DELTID.test(text) || REST.test(text)) return []
  const mål = MÅL.test(before.slice(-30))
  const prognos = isForecast(tal, mening)
  if (!mål && !prognos && FRAMÅT.test(text)) return []
  if (
    tal.enhet === 'procent' &&
    /^[\s\u00a0]+av[\s\u00a0]/iu.test(after) &&
    !ownWhole(after, mening)
  )
    return []
  const år = [...text.matchAll(/(?<![\d-])((?:19|20)\d{2})(?![\d:-])/g)].map((m) => Number(m[1]))
  if (år.some((y) => y > period.år)) return []
  const förändrat = mening.förändrat.has(tal)
  // Only what the nearest name is about, and not where a word narrows it.
  if (!nearest || isNarrowed(nearest, mening)) return []
  const lower = text.toLowerCase()
  const avvikelse = mening.motBudget === tal || AVVIKELSE.test(before)
  const own = nämnda.filter((siffra) => {
    if (siffra.ämne !== nearest.ämne) return false
    if (siffra.anrop === '' || !sizeIn(siffra, tal.enhet)) return false
    if (
      år.length > 0 &&
      !år.includes(Number(siffra.tal.period.slice(0, 4))) &&
      siffra.slag === 'nivå'
    )
      return false
    if (mening.kolumn && !inColumn(siffra, mening.kolumn)) return false
    if (UTSAGDA.some((mått) => siffra.mått === mått && !lower.includes(mått)))
      return mening.kolumn?.mått === siffra.mått
    if (mål) return siffra.slag === 'mål'
    if (prognos) return siffra.mått === 'prognos'
    if (avvikelse)
      return (
        /avvikelse/.test(siffra.mått) && (siffra.mått !== 'prognosavvikelse' || PROGNOS.test(text))
      )
    if (förändrat) return siffra.slag === 'förändring'
    return siffra.slag === 'nivå'
  })
  // More exact than data are: nothing in data says otherwise.
  if (own.some((siffra) => isCoarser(siffra, tal))) return []
  const counted = unitGroup(tal.enhet) === 'antal'
  const plausible = own.filter((siffra) =>
    !counted
      ? isNear(tal, siffra)
      : siffra.tal.enhet.antal
        ? isCount(tal, siffra, nearest, mening)
        : (ÄR.test(before) || /\($/.test(before) || isRightBefore(nearest, tal)) &&
          isNear(tal, siffra)
  )
  const now = plausible.filter(({ bakåt }) => bakåt <= 1)
  const wanted = FÖRE_FÖREGÅENDE.test(before) || EFTER_FÖREGÅENDE.test(after) ? 1 : 0
  const off = ({ bakåt }: Siffra) => (mening.år === undefined ? Math.abs(bakåt - wanted) : 0)
  return (now.length > 0 ? now : plausible).toSorted(
    (a, b) => off(a) - off(b) || away(a, tal) - away(b, tal) || a.bakåt - b.bakåt
  )
}

const isRightBefore = ({ end }: Nämnt, tal: Texttal): boolean =>
  end <= tal.från && end >= tal.från - 2

/** "Prognosen för läkemedel är 31 mnkr": what is to come is here what data forecast. */
function isForecast(tal: Texttal, { text, start, nämnda }: Mening): boolean {
  if (!latin(/^(?:helårs|års)?prognos(?:en)?(?!\p{L})/iu).test(text)) return false
  if (latin(/(?<!\p{L})(?:budget|utfall|mål|än|mot|från)(?!\p{L})/iu).test(text)) return false
  const before = text.slice(0, tal.från - start)
  return (
    latin(
      /(?<!\p{L})(?:är|var|visar|pekar på|uppgår till|blir)[\s\u00a0]+(?:\p{L}+[\s\u00a0]+){0,3}$/iu
    ).test(before) && nämnda.some(({ ämne }) => ämne.siffror.some(({ mått }) => mått === 'prognos'))
  )
}

function isCoarser(siffra: Siffra, tal: Texttal): boolean {
  const size = sizeIn(siffra, tal.enhet)
  const { decimaler, enhet } = siffra.tal
  if (!size || enhet.id !== tal.enhet || decimaler >= tal.decimaler) return false
  return round(tal.värde.abs(), decimaler).eq(round(size, decimaler))
}

function away(siffra: Siffra, tal: Texttal): number {
  const size = sizeIn(siffra, tal.enhet)
  return size ? Math.abs(Number(size) - Math.abs(Number(tal.värde))) : Infinity
}

/** Within a factor of four, or a slip of scale: another number than that is about something else. */
function isNear(tal: Texttal, siffra: Siffra): boolean {
  const size = Number(sizeIn(siffra, tal.enhet) ?? 0)
  const written = Math.abs(Number(tal.värde))
  if (size === 0 || written === 0) return false
  const ratio = written / size
  const power = Math.log10(ratio)
  return (ratio > 0.25 && ratio < 4) || Math.abs(power - Math.round(power)) < 0.003
}

/** What stands between an index and its value. */
const ÄR = /(?:blev|är|var|på|till|nådde|uppnådde|om)[\s\u00a0]+$/iu
const ALLA =
  /(?:har|hade|omfattar|omfattade|består av|bestod av|finns|fanns|uppgår till|uppgick till|totalt|sammanlagt|alla|samtliga|blev|var|är|de|dessa|tog emot)[\s\u00a0]+$/iu

/** Counts: parts of a whole are common, so a total must be said, or the number be of its size. */
function isCount(tal: Texttal, siffra: Siffra, name: Nämnt, { text, start }: Mening): boolean {
  const size = Number(siffra.tal.värde.abs())
  const written = Number(tal.värde.abs())
  if (siffra.mått !== 'antal' && siffra.ämne.slag === 'samling') return false
  const between = text.slice(tal.slut - start, name.start - start)
  const next = name.start >= tal.slut && wordsOf(between).length <= 1
  const said = latin(/antal(?:et)?(?!\p{L})/iu).test(text.slice(0, tal.från - start))
  if (!next && !said) return false
  const total = ALLA.test(text.slice(0, tal.från - start)) || said || tal.del !== undefined
  if (siffra.ämne.slag === 'samling' || tal.ord || size < 20)
    return total && written > size / 3 && written < size * 3
  return written > size / 2 && written < size * 2
}

/** "av ordinarie arbetstid" is the figure's own whole where its name says so. */
function ownWhole(after: string, { nämnda }: Mening): boolean {
  const first = wordsOf(after.slice(0, 60))
    .slice(0, 2)
    .map(({ stam }) => stam)
  return nämnda.some(({ ämne }) => {
    const all = new Set(ämne.namnen.flat())
    return first.some((stam) => all.has(stam)) || first.includes(stem('planen'))
  })
}

export function nearestName(tal: Texttal, { nämnda }: Mening): Nämnt | undefined {
  // Of names before the number the last one, of none the first after it.
  let before: Nämnt | undefined
  let first: Nämnt | undefined
  for (const each of nämnda) {
    if (each.end <= tal.start && (!before || each.end > before.end)) before = each
    if (!first || each.start < first.start) first = each
  }
  return before ?? first
}

const EFTER_NAMN =
  /^\s+(?:för|inom|hos|bland|vid|på|i)\s+(?!året|perioden|förhållande|relation|genomsnitt|snitt|procent|\d)/iu

/** Whether a word beside the name makes it about a part: "långa sjukfrånvaron", "kostnaden för el". */
export function isNarrowed(name: Nämnt, { text, start }: Pick<Mening, 'text' | 'start'>): boolean {
  const before = latin(/(\p{L}+)\s+$/u).exec(text.slice(0, name.start - start))?.[1] ?? ''
  const aside = /(?:utöver|förutom|exklusive|inklusive|utan|jämte|bortsett från)\s+$/iu
  if (aside.test(text.slice(0, name.start - start))) return true
  const adjective =
    /^\p{Ll}+a$/u.test(before) && !HELA.has(before) && !/^(?:för|i|av|och)$/u.test(before)
  // "Förvaltningens resultat" is not the whole's, unless the name says so.
  const genitive =
    latin(/\p{L}{3,}s$/u).test(before) &&
    !HELA.has(before.toLowerCase()) &&
    !name.ämne.namnen.some((namn) => namn.includes(stem(before)))
  if (genitive) return true
  return adjective || EFTER_NAMN.test(text.slice(name.end - start))
}
