import type { Rekommendation } from '../domain/revision.ts'
import type { Svar } from '../domain/svar.ts'
import type { Ursprung } from '../domain/tal.ts'
import type { Post } from '../schema/read.ts'
import type { SvarRecord } from '../schema/svar.ts'
import { formatDatum } from '../text/swedish.ts'
import { readPeriods, type Byggmiljö } from './context.ts'
import * as planmessages from './messages-plan.ts'

type Filpost<T> = Post<T> & { readonly filursprung: Ursprung | undefined }

/** A unit whose recommendations can be answered. */
export interface Granskare {
  readonly rekommendationer: readonly Rekommendation[]
  /** Ids in records with faults of their own: answering them is no second fault. */
  readonly trasiga: ReadonlySet<string>
}

/** `r1`, `landstingsrevisionen/r1` or `region/revision/r1` seen from a unit: where to look for what. */
export function splitTill(
  till: string,
  egen: { readonly organisation: string; readonly enhet: string }
): { readonly enhet: string; readonly id: string } {
  const delar = till.normalize('NFC').trim().split('/')
  const id = delar.pop() ?? ''
  const enhet = delar.pop() ?? egen.enhet
  const organisation = delar.length > 0 ? delar.join('/') : egen.organisation
  return { enhet: `${organisation}/${enhet}`, id }
}

/**
 * An answer record → Svar. `granskare` holds the units answered, by `organisation/enhet`; a link to
 * a recommendation that isn't there is reported and the answer keeps its own heading.
 */
export function buildSvar(
  post: Filpost<SvarRecord>,
  egen: { readonly organisation: string; readonly enhet: string },
  granskare: ReadonlyMap<string, Granskare>,
  miljö: Byggmiljö
): Svar {
  const { data, located, path } = post
  const { diagnostics } = miljö
  if (data.klardatum !== undefined && !formatDatum(data.klardatum))
    diagnostics.add(
      planmessages.felKlardatum(data.klardatum),
      located.spanOf([...path, 'klardatum'])
    )
  return {
    id: data.id,
    rubrik: data.rubrik,
    rekommendation: findRekommendation(),
    ståndpunkt: data.ståndpunkt,
    text: data.text,
    åtgärd: data.åtgärd,
    ansvarig: data.ansvarig,
    klardatum: data.klardatum,
    uppföljning: new Map(
      readPeriods(data.uppföljning, located, [...path, 'uppföljning'], miljö).map(
        ({ period, data: u, path: here }) => [
          period.id,
          { ...u, ursprung: u.ursprung ?? post.filursprung, span: located.spanOf(here, 'key') }
        ]
      )
    ),
    ursprung: data.ursprung ?? post.filursprung,
    span: located.spanOf([...path, 'id'])
  }

  function findRekommendation(): Svar['rekommendation'] {
    if (data.till === undefined)
      return { text: data.rekommendation ?? '', nummer: data.nummer, delar: [] }
    const nothing = { text: data.rubrik, nummer: data.nummer, delar: [] }
    const span = located.spanOf([...path, 'till'])
    const { enhet, id } = splitTill(data.till, egen)
    const unit = granskare.get(enhet)
    if (!unit) {
      diagnostics.add(planmessages.okändGranskare(enhet, [...granskare.keys()]), span)
      return nothing
    }
    const found = unit.rekommendationer.find((r) => r.id === id)
    if (!found) {
      if (!unit.trasiga.has(id))
        diagnostics.add(
          planmessages.okändRekommendation(
            id,
            enhet,
            unit.rekommendationer.map((r) => r.id)
          ),
          span
        )
      return nothing
    }
    return {
      text: found.text,
      nummer: data.nummer ?? found.nummer,
      delar: found.delar,
      ref: `${enhet}/${id}`
    }
  }
}
