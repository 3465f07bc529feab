import type { Diagnostics } from '../diagnostic.ts'
import { compareGivet, lowerFirst } from '../domain/berakning.ts'
import type { Decimal } from '../domain/decimal.ts'
import { refsOf } from '../domain/formel.ts'
import type { Datum, Modell, Serie } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import { parsePeriod } from '../domain/period.ts'
import { createRäknare, type Räknare } from '../domain/rakna.ts'
import { isFel, type Referensfel } from '../domain/referens.ts'
import type { Tal } from '../domain/tal.ts'
import { tomtIngångsår } from '../domain/uppdelning.ts'
import * as messages from '../messages.ts'
import * as planmessages from '../model/messages-plan.ts'
import { givetSkiljer } from '../model/messages.ts'
import type { Span } from '../source.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'

const JÄMFÖRDA = ['avvikelse', 'prognosavvikelse', 'måluppfyllnad', 'rullande12']

/**
 * Model → the calculator that finds and computes its figures. On the way every formula is tried,
 * and every published value that is also computed is compared (LKBR asks for a true picture; a
 * published total that its parts don't give is the commonest fault in printed reports).
 */
export function compute(modell: Modell, diagnostics: Diagnostics): Räknare {
  const räknare = createRäknare(modell)
  for (const serie of modell.serier.values()) checkSerie(räknare, serie, diagnostics)
  checkTotals(räknare, diagnostics)
  return räknare
}

function checkSerie(räknare: Räknare, serie: Serie, diagnostics: Diagnostics): void {
  const { modell } = räknare
  for (const post of serie.perioder.values()) {
    const tomt = tomtIngångsår(serie, post)
    if (tomt) diagnostics.add(planmessages.tomtIngångsår(serie.namn, tomt.period.id), tomt.span)
    for (const [mått, datum] of post.värden) {
      if (datum.formel)
        report(
          räknare.serietal(serie, mått, post.period),
          `${serie.id}.${mått}`,
          datum.span,
          diagnostics
        )
      const egenFormel = modell.mått.get(mått)?.formel
      if (datum.värde === null || (!JÄMFÖRDA.includes(mått) && !egenFormel)) continue
      const beräknat = computedFor(räknare, serie, mått, post.period)
      const termer =
        mått === 'måluppfyllnad'
          ? 2
          : egenFormel
            ? refsOf(egenFormel.träd).length
            : mått === 'rullande12'
              ? 3
              : 2
      compare(datum, beräknat, termer, diagnostics)
    }
  }
  if (serie.formel) checkFormelserie(räknare, serie, serie.formel.span, diagnostics)
}

/** The computed value in the sign convention of the table that the series stands in. */
function computedFor(
  räknare: Räknare,
  serie: Serie,
  mått: string,
  period: Period
): Tal | Referensfel {
  for (const tabell of räknare.modell.uppställningar.values()) {
    const rad = tabell.rader.find((rad) => rad.slag === 'konto' && rad.id === serie.id)
    if (rad && tabell.tecken === 'kostnad plus') {
      const cell = räknare.celltal(tabell, rad, mått, period)
      if (isFel(cell) || cell.enhet.id === serie.enhet.id) return cell
    }
  }
  return räknare.serietal(serie, mått, period)
}

/** A key figure with a formula is tried at the periods its inputs have; at least one must work. */
function checkFormelserie(
  räknare: Räknare,
  serie: Serie,
  span: Span,
  diagnostics: Diagnostics
): void {
  const refs = serie.formel ? refsOf(serie.formel.träd) : []
  const perioder = new Set(
    refs.flatMap((ref) => periodsOf(räknare.modell, ref.ref.split('.')[0] ?? ''))
  )
  const utfall = [...perioder].map((id) => räknare.tal(serie.id, parsePeriod(id) as Period))
  const first = utfall[0]
  if (first === undefined)
    return report(
      räknare.tal(serie.id, { id: '0000', år: 0, slag: 'år', tillMånad: 12 }),
      serie.id,
      span,
      diagnostics,
      true
    )
  if (utfall.every((tal) => isFel(tal))) report(first, serie.id, span, diagnostics)
}

function periodsOf(modell: Modell, id: string): string[] {
  const serie = modell.serier.get(id)
  if (serie) return [...serie.perioder.keys()]
  const tabell = modell.uppställningar.get(id)
  if (tabell)
    return tabell.rader.flatMap((rad) => (rad.slag === 'konto' ? periodsOf(modell, rad.id) : []))
  return modell.register.get(id)?.period ? [modell.register.get(id)?.period ?? ''] : []
}

function report(
  tal: Tal | Referensfel,
  ref: string,
  span: Span,
  diagnostics: Diagnostics,
  utanVärde = false
): void {
  if (!isFel(tal) || tal.fel === 'redan rapporterat') return
  // Without any period to try, a formula over other units' or months' figures proves nothing wrong.
  if (utanVärde && tal.fel === 'inget värde') return
  diagnostics.add(messages.referensfel(ref, tal), span)
}

function checkTotals(räknare: Räknare, diagnostics: Diagnostics): void {
  for (const tabell of räknare.modell.uppställningar.values()) {
    for (const rad of tabell.rader) {
      if (rad.slag !== 'summa') continue
      for (const [period, värden] of rad.givet)
        for (const [mått, datum] of värden) {
          const vid = parsePeriod(period, räknare.modell.styrmodell.perioder)
          if (vid)
            compare(
              datum,
              räknare.celltal(tabell, rad, mått, vid),
              rad.av.length * (mått === 'avvikelse' ? 2 : 1),
              diagnostics
            )
        }
    }
  }
}

function compare(
  datum: Datum,
  beräknat: Tal | Referensfel,
  termer: number,
  diagnostics: Diagnostics
): void {
  if (datum.värde === null || isFel(beräknat) || beräknat.värde === null) return
  const result = compareGivet(
    { värde: datum.värde, decimaler: datum.decimaler },
    beräknat.värde,
    termer
  )
  if (result === 'lika') return
  const print = (värde: Decimal) =>
    withUnit(formatDecimal(värde, datum.decimaler), beräknat.enhet.symbol)
  const vad = lowerFirst(beräknat.namn)
  diagnostics.add(
    givetSkiljer(
      vad.charAt(0).toUpperCase() + vad.slice(1),
      print(datum.värde),
      print(beräknat.värde),
      result
    ),
    datum.span
  )
}
