import { ZERO } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridrad } from './grid.ts'
import { distanceOf, judgeRuta, slackOf } from './grid-fit.ts'
import { printRuta } from './grid-print.ts'
import type { Fynd } from './rule.ts'

const NIVÅ = latin(
  /^(?:utfall|resultat|årets resultat|bokslut|budget|prognos|ingående|utgående|nettokostnad(?:er)?|saldo|antal|anställda|likvida medel|eget kapital)(?!\p{L})/iu
)

/**
 * A bridge: a level, steps, and the level they lead to ("Ingående eget kapital … Utgående"). The
 * steps must lead there.
 */
export function bridgeFaults({ rader, kolumner }: Grid): Fynd[] {
  const own = rader.filter(({ slag }) => slag !== 'rubrik' && slag !== 'varav')
  const [first, ...rest] = own
  const last = rest.at(-1)
  const steg = rest.slice(0, -1)
  if (!first || !last || steg.length === 0 || !isBridge(first, steg, last)) return []
  return kolumner.flatMap((kolumn): Fynd[] => {
    const [a, b] = [first.rutor.get(kolumn.nr), last.rutor.get(kolumn.nr)]
    const steps = steg.flatMap(({ rutor }) => rutor.get(kolumn.nr) ?? [])
    if (!a || !b || steps.length === 0 || !(b.skriven || a.skriven)) return []
    if (kolumn.slag !== 'nivå' || kolumn.enhet === 'procent') return []
    if (steg.some(({ oklara }) => oklara.has(kolumn.nr))) return []
    const beräknat = [a, ...steps].reduce((total, { värde }) => total.plus(värde), ZERO)
    const utfall = judgeRuta(b, beräknat, slackOf([a, ...steps], kolumn), kolumn.exakt)
    if (utfall === 'lika' || distanceOf(b.värde, beräknat) > 0.6) return []
    const nära = utfall === 'avrundning'
    return [
      {
        text: `Bryggan går inte ihop: från ${lowerFirst(first.rubrik)} leder stegen till ${printRuta(b, beräknat)}, men ${lowerFirst(last.rubrik)} är ${printRuta(b)}${nära ? '; skillnaden ryms i avrundningen' : ''}.`,
        hint: nära
          ? 'Skriv under tabellen att talen är avrundade.'
          : 'Rätta det steg som är fel, eller lägg till det som saknas.',
        span: b.span,
        ...(nära ? { severity: 'advice' as const } : {})
      }
    ]
  })
}

/** From one level to another of the same kind, with no level between. */
function isBridge(first: Gridrad, steg: readonly Gridrad[], last: Gridrad): boolean {
  if (!NIVÅ.test(first.rubrik) || !NIVÅ.test(last.rubrik)) return false
  if (first.rubrik.toLowerCase() === last.rubrik.toLowerCase()) return false
  // A result may be a step of a bridge of equity; other levels make it a list of levels.
  if (steg.some(({ rubrik }) => NIVÅ.test(rubrik) && !/resultat/iu.test(rubrik))) return false
  const opens = /^ingående/iu.test(first.rubrik) && /^utgående/iu.test(last.rubrik)
  return (
    opens || (isDated(first) !== undefined && isDated(last) !== undefined) || isPlanned(first, last)
  )
}

const isDated = ({ rubrik }: Gridrad): string | undefined =>
  /(?<!\d)(?:19|20)\d{2}(?!\d)|föregående år|fg år/iu.exec(rubrik)?.[0]
const isPlanned = (first: Gridrad, last: Gridrad): boolean =>
  /^budget/iu.test(first.rubrik) && /^(?:utfall|prognos|resultat|bokslut)/iu.test(last.rubrik)
