import { decimal, type Decimal } from './decimal.ts'
import { writeStorhet } from './malvarde-tal.ts'
import type { Jämförelse } from './malvarde-typ.ts'
import type { Måttenhet } from './mattenhet.ts'

/** How a measured outcome stands to a limit. */
export interface Prövning {
  readonly status: 'uppfyllt' | 'delvis' | 'ej uppfyllt'
  readonly måluppfyllnad: Decimal | null
  readonly förklaring: string
}

/** From where a target counts as partly met: a share, or a distance where a share says nothing. */
export interface Delvisregel {
  readonly enhet?: Måttenhet | undefined
  readonly delvisFrån?: Decimal | undefined
  readonly delvisInom?: Decimal | undefined
}

/** What the explanation calls things, and whether a share of the limit means anything. */
export interface Prövningsord {
  /** "Utfallet" unless another word fits better. */
  readonly subjekt?: string
  /** The target in words, after "målet": "minst 35 %". */
  readonly målet?: string
  /** The limit in words, where it isn't the target's own number: "riket, 65 %". */
  readonly grund?: string
  /** An improvement has no share: last year's outcome isn't a level to reach. */
  readonly utanAndel?: boolean
}

const MINDRE_DELVIS = decimal('0.8')

const ORD: Readonly<Record<Jämförelse, string>> = {
  '≥': 'minst',
  '>': 'mer än',
  '≤': 'högst',
  '<': 'mindre än',
  '=': 'exakt'
}

/** Whether the comparison holds, exactly. */
export function holds(utfall: Decimal, jämförelse: Jämförelse, gräns: Decimal): boolean {
  switch (jämförelse) {
    case '≥':
      return utfall.gte(gräns)
    case '>':
      return utfall.gt(gräns)
    case '≤':
      return utfall.lte(gräns)
    case '<':
      return utfall.lt(gräns)
    case '=':
      return utfall.eq(gräns)
  }
}

/**
 * Share of a limit reached: outcome/limit, or limit/outcome where the limit is a ceiling; for an
 * exact number whichever is below one. Null for limits at or below zero and outcomes of other sign.
 */
export function computeMåluppfyllnad(
  utfall: Decimal,
  jämförelse: Jämförelse,
  gräns: Decimal
): Decimal | null {
  if (gräns.lte(0) || utfall.lt(0)) return null
  const ceiling =
    jämförelse === '≤' || jämförelse === '<' || (jämförelse === '=' && utfall.gt(gräns))
  if (!ceiling) return utfall.div(gräns)
  return utfall.eq(0) ? null : gräns.div(utfall)
}

/** Holds an outcome against a limit and says in words how it went. */
export function judge(
  utfall: Decimal,
  jämförelse: Jämförelse,
  gräns: Decimal,
  regel: Delvisregel,
  ord: Prövningsord = {}
): Prövning {
  const { enhet, delvisFrån = MINDRE_DELVIS, delvisInom } = regel
  const måluppfyllnad = ord.utanAndel ? null : computeMåluppfyllnad(utfall, jämförelse, gräns)
  const met = holds(utfall, jämförelse, gräns)
  const near =
    gräns.lte(0) || ord.utanAndel
      ? delvisInom !== undefined && utfall.minus(gräns).abs().lte(delvisInom)
      : måluppfyllnad !== null && måluppfyllnad.gte(delvisFrån)
  const subjekt = `${ord.subjekt ?? 'Utfallet'} ${writeStorhet(utfall, enhet)}`
  const målet = ord.målet ?? `${ORD[jämförelse]} ${writeStorhet(gräns, enhet)}`
  const läge = utfall.gt(gräns) ? 'högre än' : utfall.lt(gräns) ? 'lägre än' : 'lika med'
  const share =
    !met && måluppfyllnad?.lt(1) ? `; måluppfyllnaden är ${writeAndel(måluppfyllnad)}` : ''
  const förklaring = ord.grund
    ? `${subjekt} är ${läge} ${ord.grund}${met ? '' : `, men målet är ${målet}`}${share}`
    : met
      ? `${subjekt} når målet ${målet}`
      : utfall.eq(gräns)
        ? `${subjekt} är lika med gränsen, men målet är ${målet}`
        : `${subjekt} är ${läge} målet ${målet}${share}`
  return { status: met ? 'uppfyllt' : near ? 'delvis' : 'ej uppfyllt', måluppfyllnad, förklaring }
}

/** A share in percent, cut to one decimal: 99,97 % must not read as 100. */
function writeAndel(share: Decimal): string {
  return `${writeStorhet(share.times(100).round(1, 0))}\u00a0%`
}
