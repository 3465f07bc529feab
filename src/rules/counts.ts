import { latin } from '../text/letters.ts'
import { DELTID, FRAMÅT, GRUPP, isNarrowed, type Mening } from './about.ts'
import type { Nämnt, Siffra } from './figures.ts'
import type { Texttal } from './numbers.ts'

/** What is said of so many of a collection, as the measure that counts them. */
const SAGT: readonly (readonly [string, RegExp])[] = [
  ['ej-utförda', latin(/(?:inte|ej)\s+(?:\p{L}+\s+)?(?:utförd|genomförd|gjord)/iu)],
  ['ej-uppfyllda', latin(/(?:inte|ej)\s+(?:\p{L}+\s+)?(?:uppfyll|uppnå|nådd|nått)/iu)],
  ['ej-påbörjade', latin(/(?:inte|ej)\s+(?:\p{L}+\s+)?påbörja/iu)],
  ['ej-mätta', latin(/(?:inte|ej)\s+(?:\p{L}+\s+)?mätt/iu)],
  ['delvis', /delvis\s+(?:uppfyll|uppnå|nådd)/iu],
  ['utförda', latin(/(?<!\p{L})(?:utförd|genomförd)/iu)],
  ['uppfyllda', latin(/(?<!\p{L})(?:uppfyll|uppnå|nådd)/iu)],
  ['klara', latin(/(?<!\p{L})(?:klar(?:a|t)?(?!\p{L})|slutförd|färdig)/iu)],
  ['pågående', latin(/(?<!\p{L})pågå/iu)]
]
const FINNS = latin(
  /^\s*(?:ingick|ingår|fanns|finns|omfattas|planerades|beslutades|i planen|i internkontrollplanen)(?!\p{L})/iu
)

/**
 * The figure of a collection that a number counts: all of it ("tre kontroller ingick", "två av tre
 * kontroller") or those of one state ("två av tre kontroller är utförda"). Undefined where it may
 * count something else.
 */
export function countedIn(tal: Texttal, mening: Mening): Siffra | undefined {
  const { text, start } = mening
  if (tal.enhet !== undefined || tal.decimaler > 0 || tal.intervall || tal.närmevärde)
    return undefined
  if (DELTID.test(text) || GRUPP.test(text) || FRAMÅT.test(text)) return undefined
  const whole = tal.av ?? tal
  const name = nameAfter(whole, mening)
  if (!name || isNarrowed(name, mening)) return undefined
  const rest = text.slice(name.end - start)
  if (latin(/(?<!\p{L})(?:som|vars|varav|där|medan|och)(?!\p{L})/iu).test(rest)) return undefined
  const find = (mått: string) => name.ämne.siffror.find((siffra) => siffra.mått === mått)
  if (tal.av) {
    const state = SAGT.find(([, pattern]) => pattern.test(rest))?.[0]
    return state ? find(state) : undefined
  }
  if (tal.del) return find('antal')
  return FINNS.test(rest) ? find('antal') : undefined
}

/** The collection's name right after the number. */
const nameAfter = (tal: Texttal, { nämnda, text, start }: Mening): Nämnt | undefined =>
  nämnda.find(
    (name) =>
      name.ämne.slag === 'samling' &&
      name.start >= tal.end &&
      /^[\s\u00a0]*$/u.test(text.slice(tal.end - start, name.start - start))
  )
