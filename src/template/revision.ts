import {
  allaDelområden,
  stegPåSkala,
  type Delbedömning,
  type Delområde,
  type Granskning,
  type Revision,
  type Revisionsområde
} from '../domain/revision.ts'
import type { Modell } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import * as messages from '../messages.ts'
import { NBSP } from '../text/swedish.ts'
import { textArg, type Anrop } from './arguments.ts'
import { report, type Miljö } from './environment.ts'
import { escapeHtml, Html } from './figure.ts'
import { statusHtml } from './status.ts'
import type { Innehåll, StatusVy } from './views.ts'

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const KLASS: Readonly<Record<Delbedömning, string>> = {
  uppfyllt: 'uppfyllt',
  'inte helt uppfyllt': 'delvis',
  'inte uppfyllt': 'ej'
}
const STEG = { bäst: 'uppfyllt', mellan: 'delvis', sämst: 'ej' } as const

/** A sub-area's assessment as symbol and word. */
export function delstatus(bedömning: Delbedömning): StatusVy {
  return { klass: KLASS[bedömning], ord: upperFirst(bedömning) }
}

/** An area's overall assessment: its word, with the symbol of its place on the scale. */
export function samladStatus(område: Revisionsområde): StatusVy {
  const ord = område.samlad?.bedömning
  const steg = ord === undefined ? undefined : stegPåSkala(ord, område.skala)
  return { klass: steg ? STEG[steg] : 'ejbedomt', ord: upperFirst(ord ?? 'ej bedömt') }
}

/** An assessment in a table's cell, which CSS tints by it; the word may take two lines. */
export function assessedCell(status: StatusVy, miljö: Miljö): Innehåll {
  return statusHtml({ ...status, klass: `${status.klass} bedomd` }, miljö) ?? status.ord
}

/** "nr 6–2023", or the review's name where it has no number. */
export function granskningsnummer(granskning: Granskning): string {
  return granskning.nummer === undefined ? granskning.namn : `nr${NBSP}${granskning.nummer}`
}

/** The same as HTML that no line breaks at its dash. */
export function granskningHtml(granskning: Granskning): string {
  return `<span class="ihop">${escapeHtml(granskningsnummer(granskning))}</span>`
}

/** The audits of the report's period, or the one that `revision="…"` names; reported where there is none. */
export function selectRevisioner(anrop: Anrop, miljö: Miljö): readonly Revision[] | undefined {
  const { revision, trasiga } = miljö.modell
  const id = textArg(anrop, 'revision')
  const valda = revision.filter((r) =>
    id === undefined ? r.period.id === miljö.period.id : r.id === id
  )
  if (valda.length > 0) return valda
  // A broken record has been reported already.
  if (revision.length === 0 && trasiga.size > 0) return undefined
  return id === undefined
    ? report(
        miljö,
        messages.fel(
          'revision-finns',
          `Ingen revision finns för ${miljö.period.id}.`,
          revision.length
            ? `Ange vilken: revision="${revision[0]?.id ?? ''}"`
            : 'Skriv den i enhetens data under nyckeln "revision".'
        ),
        anrop.span
      )
    : report(
        miljö,
        messages.okänt(
          'revision',
          id,
          revision.map((r) => r.id)
        ),
        anrop.hash.get('revision')?.span
      )
}

/** The areas to print: all, or the one that `område="…"` names. */
export function selectOmråden(anrop: Anrop, miljö: Miljö): readonly Revisionsområde[] | undefined {
  const områden = selectRevisioner(anrop, miljö)?.flatMap((r) => r.områden)
  const id = textArg(anrop, 'område')
  if (!områden || id === undefined) return områden
  const valda = områden.filter((område) => område.id === id)
  return valda.length
    ? valda
    : report(
        miljö,
        messages.okänt(
          'område',
          id,
          områden.map((område) => område.id)
        ),
        anrop.hash.get('område')?.span
      )
}

/** The in-depth review with that id, in any audit. */
export function granskningOf(id: string | undefined, miljö: Miljö): Granskning | undefined {
  return miljö.modell.revision.flatMap((r) => r.granskningar).find((g) => g.id === id)
}

/** The assessment of an area or sub-area by its id; the latest audit up to the period goes first. */
export function revisionsstatus(id: string, modell: Modell, period: Period): StatusVy | undefined {
  const revisioner = modell.revision.filter((r) => r.period.id <= period.id)
  for (const { områden } of revisioner.toReversed()) {
    const område = områden.find((o) => o.id === id)
    if (område) return samladStatus(område)
    const del = allaDelområden(områden.flatMap((o) => o.delområden)).find((d) => d.id === id)
    if (del) return delstatus(del.bedömning)
  }
  return undefined
}

/** Criteria as a list in a cell, points below their criterion. */
export function criteriaHtml(kriterier: Delområde['kriterier']): Innehåll | undefined {
  if (kriterier.length === 0) return undefined
  return new Html(
    list(kriterier.map(({ text, punkter }) => `${escapeHtml(text)}${itemsHtml(punkter)}`))
  )
}

/** A plain list, or nothing where there are no items. */
export function itemsHtml(items: readonly string[], tag: 'ul' | 'ol type="a"' = 'ul'): string {
  return items.length ? `\n${list(items.map(escapeHtml), tag)}` : ''
}

/** A line an item, so that the text alone doesn't run together. */
function list(items: readonly string[], tag = 'ul'): string {
  return `<${tag}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${tag.slice(0, 2)}>`
}
