import type { Serie, Uppställning } from '../domain/modell.ts'
import { samePeriods, type Period } from '../domain/period.ts'
import { latin } from '../text/letters.ts'
import type { Rapportsubject } from './rule.ts'

/** Whether a report tells how its period went: not a plan, a letter or an audit of somebody else. */
export function följerUpp({ mall }: Rapportsubject): boolean {
  return !latin(/plan(?!\p{L})|budget|svar|revision/iu).test(mall.dokumenttyp)
}

/** Whether the document type is made from that part of the data. */
export function byggerPå({ mall }: Rapportsubject, nyckel: string): boolean {
  return (mall.data ?? []).some((krav) => krav.nyckel === nyckel)
}

/** Whether the report follows up the indicators: its type is made from them, and a month's report shows them. */
export function följerIndikatorer(subject: Rapportsubject): boolean {
  return (
    följerUpp(subject) &&
    byggerPå(subject, 'indikatorer') &&
    (subject.period.slag !== 'månad' ||
      subject.avsnitt.some(({ anrop }) =>
        anrop.some((text) => latin(/^indikatortabell(?!\p{L})/u).test(text))
      ))
  )
}

/** What a series says of a period, under whichever name the period goes. */
export function periodpost(serie: Serie, period: Period) {
  return samePeriods(period)
    .map((id) => serie.perioder.get(id))
    .find((post) => post !== undefined)
}

/** Whether something that is recorded period by period came about only after the report's. */
export function kommerSenare(perioder: Iterable<string>, { id }: Period): boolean {
  const all = [...perioder]
  return all.length > 0 && all.every((each) => each.slice(0, 4) > id.slice(0, 4))
}

/** Whether the report prints a table, by the id it has in data. */
export function trycker({ avsnitt }: Rapportsubject, id: string): boolean {
  return avsnitt.some(({ anrop }) => anrop.some((text) => TABELL.exec(text)?.[1] === id))
}
const TABELL = /^#?tabell\s+["']([^"']+)["']/u

/** The uppställningar that the report prints, each once. */
export function tryckta(subject: Rapportsubject): Uppställning[] {
  return [...subject.modell.uppställningar.values()].filter(({ id }) => trycker(subject, id))
}
