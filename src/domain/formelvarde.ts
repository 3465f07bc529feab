import { decimal, type Decimal } from './decimal.ts'
import type { Formelträd } from './formel.ts'
import { convert, knownMåttenhet, type Måttenhet } from './mattenhet.ts'
import type { Formel } from './modell.ts'
import { isFel, type Referensfel } from './referens.ts'
import { worstUrsprung, type Tal } from './tal.ts'

/** Where a formula's names are looked up. */
export interface Formelmiljö {
  resolve(ref: string, period: string | undefined): Tal | Referensfel
}

/** A number on its way through a formula; `enhet` null is a bare number, 'okänd' a mixed unit. */
interface Led {
  readonly värde: Decimal | null
  readonly enhet: Måttenhet | null | 'okänd'
}

/**
 * A formula's value in the unit that its series declares. Money converts between scales; a quotient
 * put into `procent` is × 100; percent times or into something is a share. Adding unlike units is a fault.
 */
export function evaluateFormel(
  formel: Formel,
  miljö: Formelmiljö,
  mål: {
    readonly enhet: Måttenhet
    readonly decimaler: number
    readonly period: string
    readonly namn: string
  }
): Tal | Referensfel {
  const ingår: Tal[] = []
  let saknas: string | undefined
  const led = visit(formel.träd)
  if ('fel' in led) return led
  let värde = led.värde
  if (värde && led.enhet !== 'okänd') {
    if (led.enhet === null) värde = mål.enhet.id === 'procent' ? värde.times(100) : värde
    else if (isShare(led.enhet) && isShare(mål.enhet)) värde = led.värde
    else {
      const converted = convert(värde, led.enhet, mål.enhet)
      if (!converted)
        return fault(`Formeln ger ${led.enhet.id}, men serien har enheten ${mål.enhet.id}`)
      värde = converted
    }
  }
  return {
    ...mål,
    värde,
    ursprung: worstUrsprung(ingår) === 'konstruerat' ? 'konstruerat' : 'härlett',
    saknas: värde ? undefined : saknas,
    källa: { slag: 'formel', formel: formel.text, ingår }
  }

  function visit(träd: Formelträd): Led | Referensfel {
    switch (träd.slag) {
      case 'tal':
        return { värde: träd.värde, enhet: träd.procent ? knownMåttenhet('procent') : null }
      case 'ref': {
        const found = miljö.resolve(träd.ref, träd.period)
        if (isFel(found)) return found
        ingår.push(found)
        if (found.värde === null) saknas ??= found.saknas
        return { värde: found.värde, enhet: found.enhet.id === 'kvot' ? null : found.enhet }
      }
      case 'minus': {
        const led = visit(träd.led)
        return 'fel' in led ? led : { ...led, värde: led.värde && led.värde.neg() }
      }
    }
    const a = visit(träd.vänster)
    if ('fel' in a) return a
    const b = visit(träd.höger)
    if ('fel' in b) return b
    return träd.slag === '+' || träd.slag === '-' ? add(a, b, träd.slag) : multiply(a, b, träd.slag)
  }

  function add(a: Led, b: Led, tecken: '+' | '-'): Led | Referensfel {
    // A bare number takes the other side's unit: "sjukfrånvaro.utfall - 0,3" is 0,3 procentenheter.
    const enhet = a.enhet ?? b.enhet
    let andra = b.värde
    if (
      a.enhet &&
      b.enhet &&
      a.enhet !== 'okänd' &&
      b.enhet !== 'okänd' &&
      !(isShare(a.enhet) && isShare(b.enhet))
    ) {
      const converted = convert(decimal(1), b.enhet, a.enhet)
      if (!converted) return fault(`Tal i ${a.enhet.id} och ${b.enhet.id} går inte att lägga ihop`)
      andra = b.värde && b.värde.times(converted)
    }
    return {
      värde: a.värde && andra && (tecken === '+' ? a.värde.plus(andra) : a.värde.minus(andra)),
      enhet
    }
  }

  function multiply(a: Led, b: Led, tecken: '*' | '/'): Led | Referensfel {
    if (tecken === '/' && b.värde?.eq(0)) {
      saknas ??= 'Nämnaren är noll.'
      return { värde: null, enhet: null }
    }
    // Same kind over same kind is a bare quotient, whatever the scales.
    if (tecken === '/' && a.enhet && b.enhet && a.enhet !== 'okänd' && b.enhet !== 'okänd') {
      const scale =
        isShare(a.enhet) && isShare(b.enhet) ? decimal(1) : convert(decimal(1), b.enhet, a.enhet)
      if (scale)
        return { värde: a.värde && b.värde && a.värde.div(b.värde.times(scale)), enhet: null }
    }
    const x = share(a)
    const y = share(b)
    const värde =
      x.värde && y.värde && (tecken === '*' ? x.värde.times(y.värde) : x.värde.div(y.värde))
    if (tecken === '*') return { värde, enhet: x.enhet && y.enhet ? 'okänd' : (x.enhet ?? y.enhet) }
    return { värde, enhet: y.enhet === null ? x.enhet : 'okänd' }
  }

  function fault(förklaring: string): Referensfel {
    return { fel: 'formel', del: formel.text, kända: [], förklaring }
  }
}

const isShare = (enhet: Måttenhet): boolean =>
  enhet.id === 'procent' || enhet.id === 'procentenheter'

/** Percent as a bare share: 5,8 % is 0,058. */
function share(led: Led): Led {
  return led.enhet && led.enhet !== 'okänd' && isShare(led.enhet)
    ? { värde: led.värde && led.värde.div(100), enhet: null }
    : led
}
