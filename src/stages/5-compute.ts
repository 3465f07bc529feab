import type { Diagnostics } from '../diagnostic.ts'
import { compareGivet } from '../domain/berakning.ts'
import { ZERO, type Decimal } from '../domain/decimal.ts'
import { refsOf } from '../domain/formel.ts'
import type { Samband } from '../domain/lagstadgat.ts'
import type { Datum, Formel, Modell, Serie } from '../domain/modell.ts'
import { checkSamband, lagstadgade } from '../domain/samband.ts'
import { parsePeriod, yearsBefore, type Period } from '../domain/period.ts'
import { createRäknare, type Räknare } from '../domain/rakna.ts'
import { isFel, type Referensfel } from '../domain/referens.ts'
import { spansOf, type Tal } from '../domain/tal.ts'
import { tomtIngångsår } from '../domain/uppdelning.ts'
import * as messages from '../messages.ts'
import * as planmessages from '../model/messages-plan.ts'
import { föregåendeÅrSkiljer, givetSkiljer, sambandsbrott } from '../model/messages.ts'
import type { Span } from '../source.ts'
import { formatDecimal, lowerFirst, withUnit } from '../text/swedish.ts'

const JÄMFÖRDA = ['avvikelse', 'prognosavvikelse', 'måluppfyllnad', 'rullande12']

/** A unit's model and where its faults are told. */
export interface Modellerad {
  readonly modell: Modell
  readonly diagnostics: Diagnostics
}

/**
 * An organisation's models → a calculator each, that finds and computes its unit's figures and may
 * ask the others for theirs. On the way every formula is tried, and every published value that is
 * also computed is compared (LKBR asks for a true picture; a published total that its parts don't
 * give is the commonest fault in printed reports).
 */
export function compute(modeller: ReadonlyMap<string, Modellerad>): ReadonlyMap<string, Räknare> {
  const räknarna = new Map<string, Räknare>()
  const grannar = { enheter: [...modeller.keys()], räknare: (id: string) => räknarna.get(id) }
  for (const [id, { modell }] of modeller) räknarna.set(id, createRäknare(modell, grannar))
  for (const [id, { modell, diagnostics }] of modeller) {
    const räknare = räknarna.get(id)
    if (!räknare) continue
    for (const serie of modell.serier.values()) checkSerie(räknare, serie, diagnostics)
    checkTotals(räknare, diagnostics)
    for (const samband of [...modell.samband, ...lagstadgade(modell)])
      reportSamband(räknare, samband, diagnostics)
  }
  return räknarna
}

/** A relation that doesn't hold is told where it is written, with both sides' values. */
function reportSamband(räknare: Räknare, samband: Samband, diagnostics: Diagnostics): void {
  for (const brott of checkSamband(räknare, samband)) {
    if ('fel' in brott) {
      diagnostics.add(messages.referensfel(brott.del, brott), samband.span)
      continue
    }
    const print = ({ värde, decimaler, enhet }: Tal) =>
      withUnit(formatDecimal(värde ?? ZERO, decimaler), enhet.symbol)
    const message = sambandsbrott(
      brott.samband.namn,
      brott.period.id,
      print(brott.vänster),
      print(brott.höger),
      brott.nivå
    )
    const related = spansOf(brott.vänster)
      .slice(0, 1)
      .map((span) => ({ text: 'Talet till vänster', span }))
    diagnostics.add({ ...message, related }, samband.span)
  }
}

function checkSerie(räknare: Räknare, serie: Serie, diagnostics: Diagnostics): void {
  const { modell } = räknare
  for (const post of serie.perioder.values()) {
    const tomt = tomtIngångsår(serie, post)
    if (tomt) diagnostics.add(planmessages.tomtIngångsår(serie.namn, tomt.period.id), tomt.span)
    for (const [mått, datum] of post.värden) {
      if (datum.formel) {
        const tal = () => räknare.serietal(serie, mått, post.period)
        checkFormel(räknare, datum.formel, post.period, tal, diagnostics, true)
      }
      if (mått === 'föregående år')
        checkFöregåendeÅr(räknare, serie, post.period, datum, diagnostics)
      const egenFormel = modell.mått.get(mått)?.formel
      if (datum.värde === null || (!JÄMFÖRDA.includes(mått) && !egenFormel)) continue
      const beräknat = computedFor(räknare, serie, mått, post.period)
      const termer = egenFormel ? refsOf(egenFormel.träd).length : mått === 'rullande12' ? 3 : 2
      compare(datum, beräknat, termer, diagnostics)
    }
  }
  if (serie.formel) checkFormelserie(räknare, serie, serie.formel, diagnostics)
}

/**
 * Last year as this year's data have it, held against what was reported then. A comment on the value
 * says why it has been restated, and answers the difference.
 */
function checkFöregåendeÅr(
  räknare: Räknare,
  serie: Serie,
  period: Period,
  datum: Datum,
  diagnostics: Diagnostics
): void {
  const då = räknare.serietal(serie, 'utfall', yearsBefore(period))
  if (datum.värde === null || datum.kommentar !== undefined || isFel(då) || !då.värde) return
  const { värde, decimaler } = datum
  if (compareGivet({ värde, decimaler }, då.värde, 0) !== 'fel') return
  const print = (värde: Decimal) =>
    withUnit(formatDecimal(värde, serie.decimaler), serie.enhet.symbol)
  const skillnad = datum.värde.minus(då.värde)
  diagnostics.add(
    {
      ...föregåendeÅrSkiljer(
        serie.namn,
        då.period,
        print(datum.värde),
        print(då.värde),
        print(skillnad)
      ),
      related: spansOf(då)
        .slice(0, 1)
        .map((span) => ({ text: `Utfallet ${då.period}`, span }))
    },
    datum.span
  )
}

/**
 * A formula's faults at the word that is wrong: names that don't exist, and then what can't be
 * computed. Another formula's faults are told there. `kräv`: values that aren't there are faults too.
 */
function checkFormel(
  räknare: Räknare,
  formel: Formel,
  period: Period,
  tal: () => Tal | Referensfel,
  diagnostics: Diagnostics,
  kräv: boolean
): void {
  const at = (from: number, to: number): Span =>
    formel.span.end - formel.span.start === formel.text.length
      ? { ...formel.span, start: formel.span.start + from, end: formel.span.start + to }
      : formel.span
  let told = false
  for (const ref of refsOf(formel.träd)) {
    const vid = räknare.period(ref.period, period)
    const found = isFel(vid) ? vid : räknare.tal(ref.ref, vid)
    if (!isFel(found) || found.formel || found.fel === 'redan rapporterat') continue
    if (found.fel === 'inget värde' && !kräv) continue
    const i = formel.text.slice(ref.start, ref.end).lastIndexOf(found.del)
    const from = ref.start + Math.max(i, 0)
    diagnostics.add(
      messages.referensfel(ref.ref, found),
      at(from, i < 0 || found.del === '' ? ref.end : from + found.del.length)
    )
    told = true
  }
  const helt = told ? undefined : tal()
  if (helt && isFel(helt) && helt.formel === formel) {
    const ref = refsOf(formel.träd).find(
      ({ ref }) => helt.fel === 'cirkel' && (ref === helt.del || `${ref}.utfall` === helt.del)
    )
    diagnostics.add(
      messages.referensfel(formel.text, helt),
      ref ? at(ref.start, ref.end) : formel.span
    )
    told = true
  }
  if (told) räknare.markReported(formel)
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
  formel: Formel,
  diagnostics: Diagnostics
): void {
  const ids = refsOf(formel.träd).flatMap((ref) =>
    periodsOf(räknare.modell, ref.ref.split('.')[0] ?? '')
  )
  const perioder = [...new Set(ids)].flatMap((id) => parsePeriod(id) ?? [])
  const utfall = perioder.map((period) => ({ period, tal: räknare.tal(serie.id, period) }))
  const works = utfall.some(({ tal }) => !isFel(tal))
  // Without any period to try, a formula over other units' or months' figures proves nothing wrong.
  const broken = utfall.find(({ tal }) => isFel(tal) && tal.fel !== 'inget värde')
  const period = (broken ?? utfall.at(-1))?.period ?? {
    id: '0000',
    år: 0,
    slag: 'år' as const,
    tillMånad: 12
  }
  const tal = () => räknare.tal(serie.id, period)
  checkFormel(räknare, formel, period, tal, diagnostics, !works && perioder.length > 0)
}

function periodsOf(modell: Modell, id: string): string[] {
  const serie = modell.serier.get(id)
  if (serie) return [...serie.perioder.keys()]
  const tabell = modell.uppställningar.get(id)
  if (tabell)
    return tabell.rader.flatMap((rad) => (rad.slag === 'konto' ? periodsOf(modell, rad.id) : []))
  return modell.register.get(id)?.period ? [modell.register.get(id)?.period ?? ''] : []
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
