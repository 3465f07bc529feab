import { ZERO, decimal, type Decimal } from './decimal.ts'
import { mönster } from './malvarde-monster.ts'
import { readStorhet, readTal, writeStorhet } from './malvarde-tal.ts'
import type {
  Jämförelse,
  Målfel,
  Målform,
  Målgrupper,
  Målinnehåll,
  Målkontext
} from './malvarde-typ.ts'

const PROCENT: ReadonlySet<string> = new Set([
  'procent',
  'promille',
  'procentenheter',
  'index',
  'poäng',
  'kvot'
])

/** A bare number means at least, or at most where lower is better. */
export function bareJämförelse({ riktning }: Målkontext): Jämförelse {
  return riktning === 'lägre är bättre' ? '≤' : '≥'
}

/** Number and unit of a limit, in the indicator's unit; undefined where the words are no unit. */
export function readGräns(
  jämförelse: Jämförelse,
  { tal = '', enhet, del }: Målgrupper,
  { enhet: måttenhet }: Målkontext
): Målinnehåll | Målfel | undefined {
  if (del !== undefined && måttenhet.id !== 'procent') return undefined
  const storhet = readStorhet(tal, enhet, måttenhet)
  if (storhet === undefined || 'fel' in storhet) return storhet
  if (enhet === undefined && /^(?:19|20)\d{2}$/u.test(tal) && PROCENT.has(måttenhet.id)) {
    return {
      fel: `"${tal}" kan vara ett årtal eller ett tal: skriv "${tal[0]} ${tal.slice(1)}" om talet menas, "som ${tal}" eller "högre än år ${tal}" om året menas.`
    }
  }
  return { slag: 'gräns', jämförelse, värde: storhet.värde, villkor: del && `av ${del}` }
}

function gränsform(
  namn: string,
  jämförelse: Jämförelse | 'efter riktning',
  exempel: string,
  förklaring: string,
  form: string
): Målform {
  return {
    namn,
    exempel,
    förklaring,
    mönster: mönster(form),
    bygg: (grupper, kontext) =>
      readGräns(
        jämförelse === 'efter riktning' ? bareJämförelse(kontext) : jämförelse,
        grupper,
        kontext
      )
  }
}

/** Targets with one number or two that the outcome is held against. */
export const gränsformer: readonly Målform[] = [
  {
    namn: 'antal av',
    exempel: 'Fyra av samtliga sex',
    exempelenhet: 'antal',
    förklaring: 'Minst så många av ett känt antal. Små tal kan skrivas med bokstäver.',
    mönster: mönster(
      '(?:(?<minst>{minst})|(?<högst>{högst}))? ?{a}(?: (?!procent)\\p{L}+)? av (?:de |våra )?(?:samtliga |alla |totalt )?{b}(?: [\\p{L} -]+)?'
    ),
    bygg: ({ minst, högst, a = '', b = '' }, kontext) => {
      const antal = readTal(a)
      const av = readTal(b)
      if ('fel' in antal) return antal
      if ('fel' in av) return av
      if (antal.värde.gt(av.värde) || av.värde.lte(0)) {
        return { fel: `Målet är ${a} av ${b}, men det kan inte vara fler än det hela.` }
      }
      const jämförelse = minst ? '≥' : högst ? '≤' : bareJämförelse(kontext)
      const { id } = kontext.enhet
      const whole = wholeOf(id)
      const värde = whole ? antal.värde.times(whole).div(av.värde) : antal.värde
      return { slag: 'antal av', jämförelse, antal: antal.värde, av: av.värde, värde }
    }
  },
  {
    namn: 'samtliga',
    exempel: 'Samtliga inom gränsvärdena',
    förklaring: 'Alla, utan undantag: 100 procent, eller lika många som finns.',
    mönster: mönster(
      '(?:samtliga|alla)(?: (?!inom(?!\\p{L}))\\p{L}+)?(?: (?<villkor>inom [^\\d]+))?'
    ),
    bygg: ({ villkor }, { enhet }) => ({ slag: 'samtliga', värde: wholeOf(enhet.id), villkor })
  },
  {
    namn: 'intervall',
    exempel: '70–80 %',
    förklaring:
      'Från och med det första talet till och med det andra. Går också att skriva "mellan 70 och 80 %".',
    mönster: mönster('(?<ord>mellan |från )?{a}{enhet2} ?(?<band>–|till|och) ?{b}{enhet}'),
    bygg: ({ ord, band, a = '', b = '', enhet, enhet2 }, kontext) => {
      if ((band === 'och') !== (ord === 'mellan ')) return undefined
      return readIntervall(a, enhet2 ?? enhet, b, enhet, kontext)
    }
  },
  {
    namn: 'plus minus',
    exempel: '± 5 %',
    förklaring: 'Högst så långt från noll, åt båda hållen.',
    mönster: mönster('(?:±|\\+/[−-]) ?{a}{enhet}'),
    bygg: ({ a = '', enhet }, kontext) => readIntervall(`−${a}`, enhet, a, enhet, kontext)
  },
  {
    namn: 'ingen',
    exempel: 'Inga klagomål',
    exempelenhet: 'antal',
    förklaring: 'Noll.',
    mönster: mönster('(?:ingen|inget|inga) \\p{L}+'),
    bygg: (_, { enhet }) =>
      enhet.antal ? { slag: 'gräns', jämförelse: '≤', värde: ZERO } : undefined
  },
  gränsform(
    'minst',
    '≥',
    'Minst 35 procent',
    'Talet eller mer. Även "lägst" och tecknet ≥.',
    '{minst} ?{tal}{enhet}{av}'
  ),
  gränsform(
    'högst',
    '≤',
    'Max 4,5 %',
    'Talet eller mindre. Även "högst" och tecknet ≤.',
    '{högst} ?{tal}{enhet}{av}'
  ),
  gränsform(
    'eller högre',
    '≥',
    '97 % eller högre',
    'Talet eller mer.',
    '{tal}{enhet} {ellerMer}{av}'
  ),
  gränsform(
    'eller lägre',
    '≤',
    '3,5 eller lägre',
    'Talet eller mindre.',
    '{tal}{enhet} {ellerMindre}{av}'
  ),
  gränsform(
    'mer än',
    '>',
    '> 80 %',
    'Mer än talet; just talet räcker inte. Även "mer än" och "över".',
    '{merÄn} ?{tal}{enhet}{av}'
  ),
  gränsform(
    'mindre än',
    '<',
    '< 5 %',
    'Mindre än talet; just talet räcker inte. Även "mindre än" och "under".',
    '{mindreÄn} ?{tal}{enhet}{av}'
  ),
  gränsform(
    'lika med',
    '=',
    '= 100 %',
    'Exakt talet. Även "lika med" och "exakt".',
    '(?:=|lika med|exakt|precis) ?{tal}{enhet}{av}'
  ),
  gränsform(
    'tal',
    'efter riktning',
    '90 %',
    'Ett tal för sig betyder minst, eller högst om lägre är bättre.',
    '{tal}{enhet}{av}'
  )
]

function readIntervall(
  a: string,
  enhetA: string | undefined,
  b: string,
  enhetB: string | undefined,
  { enhet }: Målkontext
): Målinnehåll | Målfel | undefined {
  const från = readStorhet(a, enhetA, enhet)
  const till = readStorhet(b, enhetB, enhet)
  if (från === undefined || 'fel' in från) return från
  if (till === undefined || 'fel' in till) return till
  if (från.värde.lte(till.värde)) return { slag: 'intervall', från: från.värde, till: till.värde }
  const förslag = `${writeStorhet(till.värde)}–${writeStorhet(från.värde, enhet)}`
  return { fel: `Intervallet börjar på ${a} men slutar lägre, på ${b}.`, förslag }
}

/** All of them, where the unit itself says how many that is. */
export function wholeOf(enhet: string): Decimal | null {
  return enhet === 'procent' ? decimal(100) : enhet === 'kvot' ? decimal(1) : null
}
