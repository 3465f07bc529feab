import type { Span } from '../source.ts'
import { formatLista, lowerFirst } from '../text/swedish.ts'
import type { Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import { DELBEDÖMNINGAR, type Delbedömning } from './revision.ts'
import { granskaEkonomi, granskaRäkenskaper } from './sjalvgranskning-ekonomi.ts'
import { granskaInternKontroll } from './sjalvgranskning-kontroll.ts'
import { granskaVerksamhet } from './sjalvgranskning-verksamhet.ts'

/** A criterion's outcome; the last where data can't tell, with what is missing as its reasons. */
export type Utslag = Delbedömning | 'går inte att bedöma'

/** Why a criterion isn't met, or what is missing to tell: a sentence, and the line of data it is about. */
export interface Skäl {
  readonly text: string
  readonly span?: Span | undefined
}

/** A criterion as the auditors put it, answered from data. */
export interface Kriterieutfall {
  readonly id: string
  readonly namn: string
  /** What is required, in a sentence. */
  readonly krav: string
  readonly bedömning: Utslag
  /** What it rests on as a whole: "9 av 14 kontroller är utförda". */
  readonly underlag: string
  readonly skäl: readonly Skäl[]
}

/** One of the questions that auditors try, with its scale (best first) and what it comes to. */
export interface Självområde {
  readonly id: string
  readonly namn: string
  readonly fråga: string
  readonly skala: readonly string[]
  /** A step of the scale; undefined where no criterion can be assessed. */
  readonly samlad: string | undefined
  readonly motivering: string
  readonly kriterier: readonly Kriterieutfall[]
}

/** A report seen as its auditors would: what `tertial check --sjalvgranskning` tells. */
export interface Självgranskning {
  readonly områden: readonly Självområde[]
}

/** What was found in the report by its own rules, as far as the self-review looks at it. */
export interface Fynd extends Skäl {
  readonly nivå: 'fel' | 'varning' | 'råd'
}

export interface Granskningsval {
  /** Whether the report follows up; a plan is tried on what a plan must have, not on outcomes. */
  readonly uppföljning: boolean
  readonly fynd: readonly Fynd[]
}

const OMRÅDEN = {
  kontroll: {
    id: 'intern-kontroll',
    namn: 'Intern kontroll',
    fråga: 'Är den interna kontrollen tillräcklig?',
    skala: ['tillräcklig', 'inte helt tillräcklig', 'inte tillräcklig']
  },
  verksamhet: {
    id: 'verksamhet',
    namn: 'Verksamhet',
    fråga: 'Har verksamheten skötts på ett ändamålsenligt sätt?',
    skala: ['ändamålsenlig', 'inte helt ändamålsenlig', 'inte ändamålsenlig']
  },
  ekonomi: {
    id: 'ekonomi',
    namn: 'Ekonomi',
    fråga: 'Har verksamheten skötts på ett från ekonomisk synpunkt tillfredsställande sätt?',
    skala: ['tillfredsställande', 'inte helt tillfredsställande', 'inte tillfredsställande']
  },
  räkenskaper: {
    id: 'rakenskaper',
    namn: 'Räkenskaper',
    fråga: 'Är räkenskaperna rättvisande?',
    skala: ['rättvisande', 'inte helt rättvisande', 'inte rättvisande']
  }
} as const

/**
 * The criteria for internal control, operations and economy (and accounts, where the unit has a
 * balance sheet or a balanskravsutredning) answered from data. Undefined where nothing in the
 * unit's data can be tried: a letter has no self-review.
 */
export function granskaSjälv(
  räknare: Räknare,
  period: Period,
  val: Granskningsval
): Självgranskning | undefined {
  const områden = [
    område(OMRÅDEN.kontroll, granskaInternKontroll(räknare, period, val)),
    område(OMRÅDEN.verksamhet, granskaVerksamhet(räknare, period, val)),
    område(OMRÅDEN.ekonomi, granskaEkonomi(räknare, period, val))
  ]
  if (områden.every(({ samlad }) => samlad === undefined)) return undefined
  const räkenskaper = granskaRäkenskaper(räknare, period, val)
  return {
    områden:
      räkenskaper.length > 0 ? [...områden, område(OMRÅDEN.räkenskaper, räkenskaper)] : områden
  }
}

/**
 * The overall assessment: the best step where all criteria that can be assessed are met, the worst
 * where at least half of them aren't met at all (väsentliga avvikelser), else the one between.
 */
export function område(
  bas: Pick<Självområde, 'id' | 'namn' | 'fråga' | 'skala'>,
  kriterier: readonly Kriterieutfall[]
): Självområde {
  const med = (bedömning: Utslag) => kriterier.filter((k) => k.bedömning === bedömning)
  const [uppfyllda, delvis, inte] = DELBEDÖMNINGAR.map(med) as [
    Kriterieutfall[],
    Kriterieutfall[],
    Kriterieutfall[]
  ]
  const bedömda = uppfyllda.length + delvis.length + inte.length
  const steg =
    uppfyllda.length === bedömda ? 0 : inte.length * 2 >= bedömda ? bas.skala.length - 1 : 1
  return {
    ...bas,
    samlad: bedömda === 0 ? undefined : bas.skala[steg],
    motivering: motivate(uppfyllda.length, bedömda, delvis, inte, kriterier.length - bedömda),
    kriterier
  }
}

function motivate(
  uppfyllda: number,
  bedömda: number,
  delvis: readonly Kriterieutfall[],
  inte: readonly Kriterieutfall[],
  obedömda: number
): string {
  const names = (list: readonly Kriterieutfall[]) =>
    formatLista(list.map(({ namn }) => lowerFirst(namn)))
  const parts = [
    bedömda === 0
      ? 'Inget kriterium går att bedöma ur data.'
      : uppfyllda === bedömda
        ? allaUppfyllda(bedömda, obedömda)
        : `${uppfyllda} av ${bedömda} kriterier är uppfyllda.`,
    ...(inte.length > 0 ? [`Inte uppfyllt: ${names(inte)}.`] : []),
    ...(delvis.length > 0 ? [`Inte helt uppfyllt: ${names(delvis)}.`] : []),
    ...(bedömda > 0 && obedömda > 0
      ? [`${obedömda === 1 ? 'Ett kriterium' : `${obedömda} kriterier`} går inte att bedöma.`]
      : [])
  ]
  return parts.join(' ')
}

function allaUppfyllda(bedömda: number, obedömda: number): string {
  const urval = obedömda > 0 ? ' som går att bedöma' : ''
  return bedömda === 1
    ? `Det kriterium${urval || ' som prövas'} är uppfyllt.`
    : `Alla kriterier${urval} är uppfyllda.`
}
