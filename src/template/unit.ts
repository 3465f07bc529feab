import type { Modell } from '../domain/modell.ts'
import type { Granne } from '../domain/rakna-verk.ts'
import * as messages from '../messages.ts'
import type { Argument } from './arguments.ts'
import { report, type Miljö } from './environment.ts'

/** Where a name leads: the unit it is about, and the rest of it. */
export interface Plats {
  readonly ref: string
  readonly modell: Modell
  readonly räknare: Granne
}

/** `kollektivtrafiknamnden/stomlinje` is another unit's `stomlinje`; without a slash it is one's own. */
export function unitOf(argument: Argument | undefined, miljö: Miljö): Plats | undefined {
  const text = String(argument?.värde ?? '')
  const slash = text.indexOf('/')
  if (slash < 0) return { ref: text, modell: miljö.modell, räknare: miljö.räknare }
  const enhet = text.slice(0, slash).trim()
  const granne = miljö.räknare.granne(enhet)
  if (!granne)
    return report(
      miljö,
      messages.referensfel(text, { fel: 'okänd enhet', del: enhet, kända: miljö.räknare.grannar }),
      argument?.span
    )
  return { ref: text.slice(slash + 1).trim(), modell: granne.modell, räknare: granne }
}
