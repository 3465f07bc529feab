import type { Diagramdata, Diagrammall, Diagramrad } from '../../chart/types.ts'
import type { Rad, Uppställning } from '../../domain/modell.ts'
import { yearsBefore } from '../../domain/period.ts'
import { måttnamn } from '../../domain/rakna-verk.ts'
import type { Måttenhet } from '../../domain/mattenhet.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import { saknatArgument } from '../argument-messages.ts'
import type { Span } from '../../source.ts'
import { textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'

/** A row to draw with the figure behind it, so that drawing and data table agree. */
export interface Punkt {
  readonly tal: Tal
  readonly rad: Omit<Diagramrad, 'värde' | 'text'>
}

/** What a chart is drawn from, with its words. */
export interface Underlag {
  readonly punkter: readonly Punkt[]
  readonly titel: string
  readonly enhet: Måttenhet
  readonly decimaler: number
  readonly målvärde?: Diagramdata['målvärde']
  readonly radrubrik?: string
  readonly tecken?: boolean
}

/** A row of a table that has figures of its own. */
export type Konto = Extract<Rad, { slag: 'konto' }>

/** The chart template of that name; undefined, and told, where there is none that can be used. */
export function diagrammallNamed(
  namn: string,
  span: Span | undefined,
  miljö: Miljö
): Diagrammall | undefined {
  const mall = miljö.diagrammallar.get(namn)
  // With faults of its own, which are told where they stand.
  if (mall === null) return undefined
  return (
    mall ?? report(miljö, messages.okänt('diagram', namn, [...miljö.diagrammallar.keys()]), span)
  )
}

/** The id in `tabell="…"`; undefined, and told, where the argument isn't there. */
export function tabellArg(anrop: Anrop, miljö: Miljö): string | undefined {
  return (
    textArg(anrop, 'tabell') ?? report(miljö, saknatArgument(anrop.namn, 'tabell="…"'), anrop.span)
  )
}

/** The table of that id; undefined, and told, where there is none. `fler` is what else would have done. */
export function uppställningNamed(
  id: string,
  anrop: Anrop,
  miljö: Miljö,
  fler: Iterable<string> = []
): Uppställning | undefined {
  const { uppställningar, trasiga } = miljö.modell
  const tabell = uppställningar.get(id)
  if (tabell || trasiga.has(id)) return tabell
  const span = anrop.hash.get('tabell')?.span
  return report(miljö, messages.okänt('tabell', id, [...uppställningar.keys(), ...fler]), span)
}

/** The rows with figures, those alone that are chosen where any are. */
export function konton(tabell: Uppställning, valda: readonly string[]): Konto[] {
  return tabell.rader.filter(
    (rad): rad is Konto => rad.slag === 'konto' && (!valda.length || valda.includes(rad.id))
  )
}

export function kontonamn(rad: Konto, miljö: Miljö): string {
  return rad.namn ?? miljö.modell.serier.get(rad.id)?.kort ?? rad.id
}

/** What a chart of a table takes its words and unit from. */
export function ofTabell(
  tabell: Uppställning
): Pick<Underlag, 'titel' | 'enhet' | 'decimaler' | 'radrubrik'> {
  return {
    titel: tabell.namn,
    enhet: tabell.enhet,
    decimaler: tabell.decimaler,
    radrubrik: tabell.radrubrik
  }
}

/** A measure's name in a chart; "föregående år" is the outcome of the year before the report's. */
export function measureName(mått: string, miljö: Miljö): string {
  return mått === 'föregående år'
    ? `Utfall ${yearsBefore(miljö.period).id}`
    : måttnamn(miljö.modell, mått)
}
