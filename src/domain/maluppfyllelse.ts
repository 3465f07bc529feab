import { ZERO, decimal, sum, type Decimal } from './decimal.ts'
import { holds, judge, type Delvisregel } from './malvarde-provning.ts'
import { writeStorhet } from './malvarde-tal.ts'
import type { Jämförelse, Jämförelsegrund, Målvärde, Relation, Riktning } from './malvarde-typ.ts'
import type { Period } from './period.ts'

/** How it went with a target. `ej mätt` lacks figures, `ej bedömt` lacks a person's judgement. */
export type Målstatus = 'uppfyllt' | 'delvis' | 'ej uppfyllt' | 'ej mätt' | 'ej bedömt'

/** An outcome held against its target. */
export interface Måluppfyllelse {
  readonly status: Målstatus
  /** Share of the target reached, unrounded (1 is just reached); null where a share says nothing. */
  readonly måluppfyllnad: Decimal | null
  /** Plain Swedish without a final stop: "Utfallet 6,03 % är högre än målet högst 4,5 %". */
  readonly förklaring: string
  /** What has to be filled in, where the status is `ej mätt` or `ej bedömt` for lack of it. */
  readonly saknas?: string
}

/**
 * What an assessment rests on; of the comparisons only the target's own kind has to be there.
 * `delvisFrån` is the share from which a target is partly met (0,8), `delvisInom` the distance
 * that counts instead for zero and negative targets and for improvements.
 */
export interface Målunderlag extends Delvisregel {
  readonly utfall: Decimal | null
  readonly riktning: Riktning | undefined
  readonly period: Period
  /** The same period the year before. */
  readonly föregående?: Decimal | null | undefined
  /** The nation's value, same period. */
  readonly riket?: Decimal | null | undefined
  /** The budget, same period. Where costs are negative both it and the outcome are. */
  readonly budget?: Decimal | null | undefined
  /** How many there are in all, for "samtliga" of a count. */
  readonly totalt?: Decimal | null | undefined
  /** The outcome of the same period another year. */
  readonly vid?: ((år: number) => Decimal | null | undefined) | undefined
  /** Monthly outcomes in order, for "k av m månader". */
  readonly månader?: readonly (Decimal | null)[] | undefined
  /** Months that reached the limit, where the monthly outcomes aren't at hand. */
  readonly uppnåddaMånader?: Decimal | undefined
  /** Yearly outcomes up to and with this one, oldest first, for averages; else `vid` is asked. */
  readonly historik?: readonly (Decimal | null)[] | undefined
}

type Av<S extends Målvärde['slag']> = Extract<Målvärde, { slag: S }>

/**
 * Holds an outcome against a target, on unrounded values. A comparison that isn't there gives
 * `ej mätt` and says what is missing; nothing is guessed.
 */
export function evaluateMålvärde(mål: Målvärde, underlag: Målunderlag): Måluppfyllelse {
  const { utfall, enhet } = underlag
  switch (mål.slag) {
    case 'inget':
      return unassessed('Inget målvärde är satt', 'målvärde')
    case 'fritext':
      return unassessed(
        `Målet "${mål.text}" går inte att räkna på och behöver en egen bedömning`,
        'egen bedömning'
      )
    case 'ej relevant':
      // Not "ej mätt": nothing is missing that could be measured. A person may still assess it.
      return unassessed('Målet är satt till ej relevant och bedöms inte för perioden')
    case 'vissa år':
      return evaluateVissaÅr(mål, underlag)
    case 'månader':
      return evaluateMånader(mål, underlag)
    case 'snitt':
      return evaluateSnitt(mål, underlag)
  }
  if (utfall === null) return unmeasured('Utfallet saknas', 'utfall')
  switch (mål.slag) {
    case 'gräns':
      return judge(utfall, mål.jämförelse, mål.värde, underlag)
    case 'inom':
      return judge(utfall, '≤', mål.värde, underlag, {
        målet: `inom ${writeStorhet(mål.värde)} ${mål.tid}`
      })
    case 'antal av': {
      const målet = `${ORD_AV[mål.jämförelse]} ${writeStorhet(mål.antal)} av ${writeStorhet(mål.av)}`
      // Both may be quotients (4/6 in percent): the last of forty decimals must not decide.
      return judge(utfall.round(30), mål.jämförelse, mål.värde.round(30), underlag, { målet })
    }
    case 'intervall': {
      const målet = `${writeStorhet(mål.från)}–${writeStorhet(mål.till, enhet)}`
      if (utfall.gt(mål.till)) return judge(utfall, '≤', mål.till, underlag, { målet })
      const prövning = judge(utfall, '≥', mål.från, underlag, { målet })
      // Anywhere inside is the whole of it: 75 in 70–80 isn't 107 %.
      return prövning.status === 'uppfyllt' ? { ...prövning, måluppfyllnad: decimal(1) } : prövning
    }
    case 'avvikelse':
      return judge(utfall, mål.jämförelse, ZERO, underlag, {
        subjekt: 'Avvikelsen',
        målet: mål.jämförelse === '=' ? 'ingen avvikelse' : 'ingen eller positiv avvikelse',
        grund: 'noll'
      })
    case 'balans':
      return judge(utfall, '=', mål.värde, underlag, {
        målet: 'att intäkterna är lika stora som kostnaderna',
        grund: mål.värde.eq(0) ? 'noll' : writeStorhet(mål.värde, enhet)
      })
    case 'samtliga': {
      const whole = mål.värde ?? underlag.totalt
      return whole
        ? judge(utfall, '≥', whole, underlag, { målet: `samtliga, ${writeStorhet(whole, enhet)}` })
        : unmeasured('Det framgår inte hur många det är sammanlagt', 'sammanlagt antal')
    }
    case 'jämfört':
      return evaluateJämfört(utfall, mål, underlag)
  }
}

const ORD_AV: Readonly<Record<Jämförelse, string>> = {
  '≥': 'minst',
  '>': 'mer än',
  '≤': 'högst',
  '<': 'mindre än',
  '=': 'exakt'
}

function unmeasured(förklaring: string, saknas?: string): Måluppfyllelse {
  return { status: 'ej mätt', måluppfyllnad: null, förklaring, ...(saknas && { saknas }) }
}

function unassessed(förklaring: string, saknas?: string): Måluppfyllelse {
  return { status: 'ej bedömt', måluppfyllnad: null, förklaring, ...(saknas && { saknas }) }
}

const RELATIONSORD: Readonly<Record<Relation, string>> = {
  '≥': 'lika med eller högre än',
  '>': 'högre än',
  '≤': 'lika med eller lägre än',
  '<': 'lägre än',
  '=': 'lika med',
  bättre: 'bättre än',
  'minst lika bra': 'minst lika bra som'
}

function evaluateJämfört(
  utfall: Decimal,
  mål: Av<'jämfört'>,
  underlag: Målunderlag
): Måluppfyllelse {
  const { med, relation } = mål
  const { riktning, enhet } = underlag
  const namn = med.slag === 'år' ? `${med.år}` : GRUNDORD[med.slag].namn
  const gräns = findGrund(med, underlag)
  if (gräns === null) {
    const saknas = med.slag === 'år' ? `utfall för ${med.år}` : GRUNDORD[med.slag].saknas
    return unmeasured(`Det finns inget att jämföra med: ${saknas} saknas`, saknas)
  }
  const jämförelse = resolveRelation(relation, riktning)
  if (jämförelse === undefined) {
    return unassessed('Det framgår inte om högre eller lägre är bättre', 'riktning')
  }
  // Costs held as negative numbers: "lower than budget" is about their size.
  const costs = med.slag === 'budget' && gräns.lt(0)
  const strict = jämförelse === '>' || jämförelse === '<'
  return judge(costs ? utfall.neg() : utfall, jämförelse, costs ? gräns.neg() : gräns, underlag, {
    ...(costs && { subjekt: 'Kostnaden' }),
    målet: `${RELATIONSORD[relation]} ${namn}`,
    grund: `${namn}, ${writeStorhet(costs ? gräns.neg() : gräns, enhet)}`,
    utanAndel: strict && (med.slag === 'föregående' || (med.slag === 'år' && relation === 'bättre'))
  })
}

const GRUNDORD = {
  föregående: { namn: 'föregående år', saknas: 'föregående års utfall' },
  riket: { namn: 'riket', saknas: 'rikets värde' },
  budget: { namn: 'budget', saknas: 'budget' }
}

function findGrund(med: Jämförelsegrund, underlag: Målunderlag): Decimal | null {
  if (med.slag !== 'år') return underlag[med.slag] ?? null
  const found = underlag.vid?.(med.år) ?? null
  const isPrevious = med.år === underlag.period.år - 1
  return found ?? (isPrevious ? (underlag.föregående ?? null) : null)
}

function resolveRelation(
  relation: Relation,
  riktning: Riktning | undefined
): Jämförelse | undefined {
  if (relation !== 'bättre' && relation !== 'minst lika bra') return relation
  if (riktning === undefined) return undefined
  const higher = riktning === 'högre är bättre'
  return relation === 'bättre' ? (higher ? '>' : '<') : higher ? '≥' : '≤'
}

const ORDNINGSORD = ['', '', 'vartannat år', 'vart tredje år', 'vart fjärde år', 'vart femte år']

function evaluateVissaÅr(mål: Av<'vissa år'>, underlag: Målunderlag): Måluppfyllelse {
  const { intervall, år } = mål
  const ofta = ORDNINGSORD[intervall] ?? `vart ${intervall}:e år`
  if (år !== undefined) {
    const into = (((underlag.period.år - år) % intervall) + intervall) % intervall
    if (into > 0) {
      return unmeasured(`Mäts ${ofta}, nästa gång ${underlag.period.år + intervall - into}`)
    }
  } else if (underlag.utfall === null) {
    return unmeasured(`Mäts ${ofta} och har inte mätts för perioden`)
  }
  if (mål.mål) return evaluateMålvärde(mål.mål, underlag)
  if (underlag.utfall === null) return unmeasured('Utfallet saknas', 'utfall')
  return unassessed(`Mäts ${ofta}, men vilken nivå som ska nås är inte angivet`, 'målnivå')
}

function evaluateMånader(mål: Av<'månader'>, underlag: Målunderlag): Måluppfyllelse {
  const known = (underlag.månader ?? []).slice(-mål.av).filter((månad) => månad !== null)
  const counted = underlag.uppnåddaMånader
  if (counted === undefined && known.length === 0) {
    return unmeasured('Utfallet per månad saknas', 'utfall per månad')
  }
  const met =
    counted ?? decimal(known.filter((månad) => holds(månad, mål.jämförelse, mål.värde)).length)
  const unknown = counted === undefined ? mål.av - known.length : 0
  // With months left the matter is settled only if the target is reached or out of reach.
  if (unknown > 0 && met.lt(mål.antal) && met.plus(unknown).gte(mål.antal)) {
    return unmeasured(
      `Gränsen nåddes ${writeStorhet(met)} av ${known.length} månader; målet är ${mål.antal} av ${mål.av}`,
      `utfall för ${unknown} ${unknown === 1 ? 'månad' : 'månader'}`
    )
  }
  return judge(
    met,
    '≥',
    decimal(mål.antal),
    { ...underlag, enhet: undefined },
    {
      subjekt: 'Antalet månader som nådde gränsen,',
      målet: `minst ${mål.antal} av ${mål.av} månader`
    }
  )
}

function evaluateSnitt(mål: Av<'snitt'>, underlag: Målunderlag): Måluppfyllelse {
  const { historik, vid, period, utfall } = underlag
  const years = Array.from({ length: mål.antalÅr }, (_, i) => period.år - mål.antalÅr + 1 + i)
  const values = historik
    ? historik.slice(-mål.antalÅr)
    : years.map((år) => vid?.(år) ?? (år === period.år ? utfall : null))
  const known = values.filter((value) => value !== null)
  if (known.length < mål.antalÅr) {
    return unmeasured(
      `Snittet gäller ${mål.antalÅr} år, men utfall finns för ${known.length}`,
      `utfall för ${mål.antalÅr - known.length} av ${mål.antalÅr} år`
    )
  }
  return judge(sum(known).div(mål.antalÅr), mål.jämförelse, mål.värde, underlag, {
    subjekt: `Snittet över ${mål.antalÅr} år,`
  })
}
