import { lowerFirst } from '../text/swedish.ts'
import { round, sum, tiopotens, ZERO, type Decimal } from './decimal.ts'
import { convert, knownMåttenhet, type Måttenhet } from './mattenhet.ts'
import { worstUrsprung, type Tal } from './tal.ts'

/**
 * Figures computed from figures. Inputs are unrounded, results too; each result carries its formula
 * and inputs. A missing input gives a missing result with the same reason.
 */

interface Resultat {
  readonly värde: Decimal | null
  readonly enhet: Måttenhet
  readonly decimaler: number
  readonly saknas?: string | undefined
}

function computed(resultat: Resultat, formel: string, ingår: readonly Tal[], namn: string): Tal {
  return {
    ...resultat,
    period: ingår[0]?.period ?? '',
    namn,
    ursprung: worstUrsprung(ingår),
    källa: { slag: 'formel', formel, ingår }
  }
}

const missing = (ingår: readonly Tal[]): string | undefined =>
  ingår.find((tal) => tal.värde === null)?.saknas

/** a − b in a's unit (b is converted where it can be); a difference between shares is in procentenheter. */
export function skillnad(a: Tal, b: Tal, namn = `${a.namn} minus ${b.namn}`): Tal {
  const ingår = [a, b]
  const andra = b.värde && convert(b.värde, b.enhet, a.enhet)
  const enhet = a.enhet.id === 'procent' ? knownMåttenhet('procentenheter') : a.enhet
  return computed(
    {
      värde: a.värde && andra ? a.värde.minus(andra) : null,
      enhet,
      decimaler: Math.max(a.decimaler, b.decimaler),
      saknas: missing(ingår)
    },
    `${a.namn} − ${b.namn}`,
    ingår,
    namn
  )
}

/** The sum in the first figure's unit. Missing parts are left out; all missing gives missing. */
export function summa(
  delar: readonly Tal[],
  enhet: Måttenhet,
  decimaler: number,
  namn: string
): Tal {
  const värden = delar.flatMap((del) => {
    const värde = del.värde && convert(del.värde, del.enhet, enhet)
    return värde ? [värde] : []
  })
  const värde = värden.length ? sum(värden) : null
  return computed(
    { värde, enhet, decimaler, saknas: värde ? undefined : missing(delar) },
    `summan av ${delar.length} poster`,
    delar,
    namn
  )
}

/** del/hel in percent; missing at a zero whole. */
export function andel(
  del: Tal,
  hel: Tal,
  decimaler = 0,
  namn = `${del.namn} som andel av ${hel.namn}`
): Tal {
  const ingår = [del, hel]
  const nämnare = hel.värde && convert(hel.värde, hel.enhet, del.enhet)
  const värde = del.värde && nämnare && !nämnare.eq(0) ? del.värde.div(nämnare).times(100) : null
  return computed(
    {
      värde,
      enhet: knownMåttenhet('procent'),
      decimaler,
      saknas: missing(ingår) ?? (värde ? undefined : 'Nämnaren är noll.')
    },
    `${del.namn} / ${hel.namn}`,
    ingår,
    namn
  )
}

/**
 * Change since `då`. Shares change in procentenheter, all else in percent of the base with the
 * base's own sign, so that a lower cost is negative (as published tables have it). No percent at
 * base zero, at change of sign, or where the base rounds to zero as printed.
 */
export function förändring(
  nu: Tal,
  då: Tal,
  som: 'procent' | 'belopp' = 'procent',
  decimaler?: number
): Tal {
  const namn = `Förändring av ${lowerFirst(nu.namn)}`
  if (som === 'belopp' || nu.enhet.id === 'procent') {
    const difference = skillnad(nu, då, namn)
    return decimaler === undefined ? difference : { ...difference, decimaler }
  }
  const ingår = [nu, då]
  const bas = då.värde && convert(då.värde, då.enhet, nu.enhet)
  let värde: Decimal | null = null
  let saknas = missing(ingår)
  if (nu.värde && bas) {
    if (round(bas, då.decimaler).eq(0)) saknas = 'Basen är noll eller nära noll.'
    else if (nu.värde.times(bas).lt(0)) saknas = 'Värdet byter tecken.'
    else if (nu.värde.eq(0)) saknas = 'Värdet är noll.'
    else värde = nu.värde.minus(bas).div(bas).times(100)
  }
  return computed(
    { värde, enhet: knownMåttenhet('procent'), decimaler: decimaler ?? 1, saknas },
    `(${nu.namn} ${nu.period} − ${då.period}) / ${då.period}`,
    ingår,
    namn
  )
}

/** Utfall so far + last year's remaining months: (fg helår − fg samma period) + utfall. */
export function rullande12(utfall: Tal, samma: Tal, helår: Tal): Tal {
  const ingår = [utfall, helår, samma]
  const värde =
    utfall.värde && samma.värde && helår.värde
      ? utfall.värde.plus(helår.värde).minus(samma.värde)
      : null
  return computed(
    { värde, enhet: utfall.enhet, decimaler: utfall.decimaler, saknas: missing(ingår) },
    'utfall + helår föregående år − samma period föregående år',
    ingår,
    utfall.namn.replace(/utfall$/, 'rullande 12 månader')
  )
}

/** Utfall so far carried forward to the whole year at the same pace. */
export function framskrivning(utfall: Tal, månader: number): Tal {
  return computed(
    {
      värde: utfall.värde && utfall.värde.times(12).div(månader),
      enhet: utfall.enhet,
      decimaler: utfall.decimaler,
      saknas: utfall.saknas
    },
    `utfall × 12 / ${månader}`,
    [utfall],
    utfall.namn.replace(/utfall$/, 'framskrivning till helår')
  )
}

/** The same figure in another scale (tkr → mnkr), or undefined where the units don't convert. */
export function iEnhet(tal: Tal, enhet: Måttenhet, decimaler: number): Tal | undefined {
  if (tal.värde === null) return { ...tal, enhet, decimaler }
  const värde = convert(tal.värde, tal.enhet, enhet)
  return värde && { ...tal, värde, enhet, decimaler }
}

/** Do the printed parts add up to the printed total? If not, the table says why in a note. */
export function addsUpInPrint(delar: readonly Tal[], total: Tal): boolean {
  if (total.värde === null) return true
  const printed = sum(delar.map((del) => (del.värde ? round(del.värde, total.decimaler) : ZERO)))
  return printed.eq(round(total.värde, total.decimaler))
}

/**
 * A published value against the computed one. Published values are rounded, so are `termer` inputs:
 * what half a unit in each can explain is rounding, more is an error.
 */
export function compareGivet(
  givet: { readonly värde: Decimal; readonly decimaler: number },
  beräknat: Decimal,
  termer: number
): 'lika' | 'avrundning' | 'fel' {
  const difference = givet.värde.minus(round(beräknat, givet.decimaler)).abs()
  if (difference.eq(0)) return 'lika'
  const halfUnit = tiopotens(-givet.decimaler).times('0.5')
  return givet.värde
    .minus(beräknat)
    .abs()
    .lte(halfUnit.times(termer + 1))
    ? 'avrundning'
    : 'fel'
}
