import type { Diagnostics } from '../diagnostic.ts'
import { ZERO } from '../domain/decimal.ts'
import { convert, knownMåttenhet } from '../domain/mattenhet.ts'
import type { Avvikelsegräns } from '../domain/avvikelsegrans.ts'
import { fel } from '../messages.ts'
import type { Post } from '../schema/read.ts'
import type { StyrmodellRecord } from '../schema/styrning.ts'
import { parseTal } from '../text/number.ts'
import { percent, splitUnit } from './context.ts'

/** From what size deviations are to be commented; the amount must be money, with its unit. */
export function buildAvvikelsegräns(
  { data, located, path }: Post<StyrmodellRecord>,
  diagnostics: Diagnostics
): Avvikelsegräns | undefined {
  const gräns = data.avvikelsegräns
  if (!gräns) return undefined
  const andel = gräns.procent === undefined ? undefined : percent(gräns.procent)
  if (gräns.belopp === undefined) return { andel }
  const { tal, skriven } = splitUnit(gräns.belopp)
  const läst = parseTal(tal, { antal: false })
  if (!('fel' in läst) && skriven && convert(ZERO, skriven, knownMåttenhet('kr')))
    return { andel, belopp: { värde: läst.värde, enhet: skriven } }
  diagnostics.add(
    fel(
      'tal-ar-entydigt',
      `"${gräns.belopp}" är inte ett belopp med enhet.`,
      'Skriv ett tal och en enhet: 500 tkr'
    ),
    located.spanOf([...path, 'avvikelsegräns', 'belopp'])
  )
  return { andel }
}
