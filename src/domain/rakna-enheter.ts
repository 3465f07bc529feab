import { decimal, sum, ZERO } from './decimal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Organisationsenhet } from './organisation.ts'
import type { Period } from './period.ts'
import type { Granne, Räkneverk } from './rakna-verk.ts'
import { isFel, splitReferens, type Referensfel } from './referens.ts'
import type { Tal } from './tal.ts'

/** The word that stands for the unit itself and every unit below it: `alla/kontroller.utförda`. */
export const ALLA = 'alla'

/** The collections that can be counted over several units. */
const SAMLINGAR = ['kontroller', 'uppdrag', 'indikatorer', 'risker']

/** The unit and those below it, in the organisation's order. */
export function withUnderordnade(enhet: Organisationsenhet): Organisationsenhet[] {
  return [enhet, ...enhet.enheter.flatMap(withUnderordnade)]
}

/**
 * `alla/uppdrag.klara`: a count over the unit and all units below it. Other figures aren't added,
 * since units count in different scales and signs; a table with `rad:` rows does that.
 */
export function talForAlla(
  verk: Pick<Räkneverk, 'grannar' | 'modell' | 'tal'>,
  ref: string,
  nu: Period
): Tal | Referensfel {
  const [samling = '', vad = 'antal', ...fler] = splitReferens(ref).delar
  if (!SAMLINGAR.includes(samling) || fler.length > 0)
    return { fel: 'okänt id', del: samling, kända: SAMLINGAR }
  const delar: Tal[] = []
  for (const { id } of withUnderordnade(verk.modell.enhet)) {
    const räknare = id === verk.modell.enhet.id ? verk : verk.grannar.räknare(id)
    const tal = räknare?.tal(`${samling}.${vad}`, nu)
    if (!tal) continue
    if (isFel(tal)) return tal
    delar.push({ ...tal, namn: `${tal.namn}, ${räknare?.modell.enhet.namn ?? id}` })
  }
  return {
    värde: delar.length ? sum(delar.map((tal) => tal.värde ?? ZERO)) : decimal(0),
    enhet: knownMåttenhet('antal'),
    decimaler: 0,
    period: nu.id,
    namn: `Antal ${samling}${vad === 'antal' ? '' : `, ${vad}`}, alla enheter`,
    källa: { slag: 'formel', formel: 'summan av enheternas antal', ingår: delar }
  }
}

/** The calculators of the unit and of all units below it, in the organisation's order. */
export function enheternasRäknare(verk: Räkneverk): Granne[] {
  return withUnderordnade(verk.modell.enhet).flatMap(({ id }) =>
    id === verk.modell.enhet.id ? [verk] : (verk.grannar.räknare(id) ?? [])
  )
}
