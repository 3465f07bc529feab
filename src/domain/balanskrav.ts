import { decimal, sum, ZERO, type Decimal } from './decimal.ts'
import { convert } from './mattenhet.ts'
import { worstUrsprung, type Tal } from './tal.ts'

/**
 * The figures that a balanskravsutredning rests on (11 kap. 12 och 14 §§ kommunallagen, 11 kap. 10 §
 * LKBR). All in one scale of money; amounts as in the accounts, adjustments with the sign they
 * change the result by. What isn't there is null.
 */
export interface Balanskravsunderlag {
  readonly åretsResultat: Tal
  /** Realisationsvinster (minus), förluster (plus), orealiserat i värdepapper and the like. */
  readonly justeringar: readonly Tal[]
  /** Put into the resultatreserv this year, as a positive amount. */
  readonly reservering: Tal | null
  /** Taken out of the reserve this year, as a positive amount. */
  readonly användning: Tal | null
  /** Negative balanskravsresultat of earlier years that are still to be made up, as negative amounts. */
  readonly tidigareUnderskott: Tal | null
  /** Skatteintäkter + generella statsbidrag och utjämning. */
  readonly skattOchBidrag: Tal
  /** Equity with the pension commitments outside the balance sheet taken off; decides 1 or 2 %. */
  readonly egetKapitalInklAnsvarsförbindelse: Tal
  /** The reserve at the beginning of the year. */
  readonly reservFöreÅret: Tal | null
}

export interface Balanskrav {
  readonly efterJusteringar: Tal
  readonly balanskravsresultat: Tal
  /** Negative: what is to be made up within three years. Zero when there is nothing. */
  readonly attÅterställa: Tal
  /** The most that may be put into the reserve this year. */
  readonly tak: Tal
  /** True when the reservation is above the ceiling. */
  readonly överTak: boolean
}

const UNDER_PLUS = decimal('0.01')
const UNDER_MINUS = decimal('0.02')
const RESERVENS_TAK = decimal('0.05')

/**
 * Works out the balanskrav. Reservation lowers and use raises the result. Ceiling: the lower of
 * årets resultat and the result after adjustments, above 1 % of taxes and general grants (2 % where
 * equity including commitments is negative); the reserve itself may be at most 5 % of them.
 */
export function computeBalanskrav(underlag: Balanskravsunderlag): Balanskrav {
  const { åretsResultat, skattOchBidrag } = underlag
  const amount = (tal: Tal | null): Decimal => {
    if (tal?.värde == null) return ZERO
    const värde = convert(tal.värde, tal.enhet, åretsResultat.enhet)
    if (!värde) throw new Error(`${tal.namn} isn't money`)
    return värde
  }
  const resultat = amount(åretsResultat)
  const justerat = resultat.plus(sum(underlag.justeringar.map(amount)))
  const balans = justerat.minus(amount(underlag.reservering)).plus(amount(underlag.användning))
  const kvar = balans.plus(amount(underlag.tidigareUnderskott))

  const bas = amount(skattOchBidrag)
  const negativt = amount(underlag.egetKapitalInklAnsvarsförbindelse).lt(0)
  const lägst = resultat.lt(justerat) ? resultat : justerat
  const utrymme = lägst.minus(bas.times(negativt ? UNDER_MINUS : UNDER_PLUS))
  const rum = bas.times(RESERVENS_TAK).minus(amount(underlag.reservFöreÅret))
  const tak = positive(utrymme.lt(rum) ? utrymme : rum)

  const given = (...talen: (Tal | null)[]): Tal[] => talen.filter((tal) => tal !== null)
  const tal = (namn: string, värde: Decimal, formel: string, ingår: readonly Tal[]): Tal => ({
    värde,
    enhet: åretsResultat.enhet,
    decimaler: åretsResultat.decimaler,
    period: åretsResultat.period,
    namn,
    ursprung: worstUrsprung(ingår),
    källa: { slag: 'formel', formel, ingår }
  })
  const efterJusteringar = tal(
    'Årets resultat efter balanskravsjusteringar',
    justerat,
    'årets resultat och justeringar',
    [åretsResultat, ...underlag.justeringar]
  )
  const balanskravsresultat = tal(
    'Balanskravsresultat',
    balans,
    'resultat efter justeringar − reservering + användning',
    [efterJusteringar, ...given(underlag.reservering, underlag.användning)]
  )
  return {
    efterJusteringar,
    balanskravsresultat,
    attÅterställa: tal(
      'Balanskravsunderskott att återställa',
      kvar.lt(0) ? kvar : ZERO,
      'balanskravsresultat + underskott från tidigare år, om summan är negativ',
      [balanskravsresultat, ...given(underlag.tidigareUnderskott)]
    ),
    tak: tal(
      'Högsta reservering till resultatreserv',
      tak,
      `det lägsta av resultaten − ${negativt ? '2' : '1'} % av skatt och bidrag, högst 5 % i reserven`,
      [åretsResultat, efterJusteringar, skattOchBidrag, ...given(underlag.reservFöreÅret)]
    ),
    överTak: amount(underlag.reservering).gt(tak)
  }
}

function positive(value: Decimal): Decimal {
  return value.lt(0) ? ZERO : value
}
