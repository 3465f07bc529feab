import { skillnad, summa } from '../../domain/berakning.ts'
import { ZERO } from '../../domain/decimal.ts'
import type { Uppställning } from '../../domain/modell.ts'
import { allaMått, isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import { värdetSaknas } from '../value-messages.ts'
import { listArg, textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import {
  konton,
  kontonamn,
  measureName,
  ofTabell,
  tabellArg,
  uppställningNamed,
  type Konto,
  type Punkt,
  type Underlag
} from './diagram-underlag.ts'

/**
 * The rows of a table as steps from one level to another: `mått="budget,utfall"` goes from the
 * sum of the first to the sum of the second; one measure alone is steps from zero to their sum.
 */
export function overBridge(anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const id = tabellArg(anrop, miljö)
  const tabell = id === undefined ? undefined : uppställningNamed(id, anrop, miljö)
  if (!tabell) return undefined
  const given = listArg(anrop, 'mått')
  const [första = 'budget', andra] = given.length ? given : ['budget', 'utfall']
  const rader = konton(tabell, listArg(anrop, 'rader'))
  const före = valuesOf(tabell, rader, första, anrop, miljö)
  const efter = andra === undefined ? undefined : valuesOf(tabell, rader, andra, anrop, miljö)
  if (!före || (andra !== undefined && !efter)) return undefined

  const steg = rader.map((rad, i): Punkt => {
    const [a, b] = [före[i] as Tal, efter?.[i]]
    const tal = b ? skillnad(b, a, `${kontonamn(rad, miljö)}, förändring`) : a
    const riktning = miljö.modell.serier.get(rad.id)?.riktning
    // More cost is worse where costs have a plus; else what is added is better.
    const lägre =
      riktning === 'lägre är bättre' || (andra !== undefined && tabell.tecken === 'kostnad plus')
    const klass = tal.värde?.eq(0) || tal.värde?.lt(0) === lägre ? 'bättre' : 'sämre'
    return { tal, rad: { namn: kontonamn(rad, miljö), klass } }
  })
  const slutsumma = (talen: readonly Tal[], namn: string) =>
    summa(talen, tabell.enhet, tabell.decimaler, `${tabell.namn}, ${namn.toLowerCase()}`)
  const start =
    textArg(anrop, 'start') ?? (andra === undefined ? undefined : measureName(första, miljö))
  const slut = textArg(anrop, 'slut') ?? (andra === undefined ? 'Summa' : measureName(andra, miljö))
  const level = (namn: string, tal: Tal): Punkt => ({ tal, rad: { namn, klass: 'summa' } })
  return {
    punkter: steg.length
      ? [
          ...(start === undefined
            ? []
            : [
                level(
                  start,
                  andra === undefined ? zero(tabell, start, miljö) : slutsumma(före, start)
                )
              ]),
          ...steg,
          level(slut, slutsumma(efter ?? före, slut))
        ]
      : [],
    ...ofTabell(tabell),
    tecken: true
  }
}

/** One figure a row; a row without would leave a gap in the bridge, so it is a fault. */
function valuesOf(
  tabell: Uppställning,
  rader: readonly Konto[],
  mått: string,
  anrop: Anrop,
  miljö: Miljö
): Tal[] | undefined {
  const known = allaMått(miljö.modell.mått)
  const span = anrop.hash.get('mått')?.span ?? anrop.span
  if (!known.includes(mått)) return report(miljö, messages.okäntMått(mått, known), span)
  const talen: Tal[] = []
  for (const rad of rader) {
    const tal = miljö.räknare.celltal(tabell, rad, mått, miljö.period)
    if (isFel(tal)) {
      if (tal.fel !== 'redan rapporterat')
        report(miljö, messages.referensfel(`${tabell.id}.${rad.id}.${mått}`, tal), span)
    } else if (tal.värde === null)
      report(miljö, värdetSaknas(`${tabell.id}.${rad.id}.${mått}`, tal.saknas), span)
    else talen.push(tal)
  }
  return talen.length === rader.length ? talen : undefined
}

/** Nothing, as the table's own starting point: its source is where the table stands in data. */
function zero(tabell: Uppställning, namn: string, miljö: Miljö): Tal {
  const noll = {
    värde: ZERO,
    enhet: tabell.enhet,
    decimaler: tabell.decimaler,
    period: miljö.period.id,
    namn: `${tabell.namn}, ${namn.toLowerCase()}`
  }
  return {
    ...noll,
    källa: {
      slag: 'formel',
      formel: 'stegen räknas från noll',
      ingår: [{ ...noll, källa: { slag: 'datum', span: tabell.span } }]
    }
  }
}
