import type { Diagnostic } from './diagnostic.ts'
import { avsnittId } from './model/avsnitt.ts'
import type { Made } from './pipeline.ts'
import type { Rapportstatus } from './schema/organisation.ts'
import { positionOf, type Sources } from './source.ts'
import { krävs } from './domain/krav.ts'
import { missingData } from './template/datakrav.ts'

/** A section as the report's people see it. */
export interface Avsnittsläge {
  readonly id: string
  readonly rubrik: string
  /** Null where the section isn't written yet. */
  readonly fil: string | null
  readonly ägare: string | null
  readonly status: Rapportstatus | 'saknas'
}

/** Something that a report lacks before it can be decided, and who owes it. */
export interface Brist {
  readonly slag: 'fel i rapporten' | 'avsnitt' | 'data' | 'platshållare' | 'status'
  readonly vad: string
  readonly ägare: string | null
  readonly fil: string | null
  readonly rad: number | null
}

/** Something that a check says of a report, with whose it is to mend. */
export interface Fynd {
  readonly nivå: 'fel' | 'varning' | 'råd'
  readonly regel: string
  readonly vad: string
  readonly ägare: string | null
  readonly fil: string | null
  readonly rad: number | null
}

/** How far a report has come; what `tertial status` lists and gives as JSON. */
export interface Rapportläge {
  readonly organisation: string
  readonly enhet: string
  /** The report's id on the command line. */
  readonly rapport: string
  readonly titel: string
  readonly dokumenttyp: string
  readonly period: string
  /** Null where rapport.yaml can't be read. */
  readonly status: Rapportstatus | null
  readonly fel: number
  readonly varningar: number
  readonly råd: number
  readonly avsnitt: readonly Avsnittsläge[]
  readonly saknas: readonly Brist[]
  /** What the checks say, faults first. */
  readonly fynd: readonly Fynd[]
}

/** Rules that find text which was to be replaced, and sections that nobody has begun. */
const PLATSHÅLLARE = 'inget-att-komplettera'
const VÄGLEDNING = 'vagledning-ersatt'

/**
 * A report's state from what the pipeline found. A section without a status of its own has the
 * report's; one without an owner is owed by whom the template names, else by the report's responsible.
 */
export function readLäge(made: Made, sources: Sources): Rapportläge {
  const { mapp, rapport, modell, diagnostics } = made
  const found = diagnostics.all
  const count = (severity: Diagnostic['severity']) =>
    found.filter((d) => d.severity === severity).length
  const avsnitt = readAvsnitt(made, sources)
  return {
    organisation: made.organisation?.namn ?? mapp.organisation,
    enhet: made.enhet ?? mapp.enhet,
    rapport: mapp.id,
    titel: rapport?.titel ?? mapp.namn,
    dokumenttyp: made.mall?.dokumenttyp ?? rapport?.dokumenttyp ?? '',
    period: rapport?.period ?? '',
    status: rapport?.status ?? null,
    fel: count('error'),
    varningar: count('warning'),
    råd: count('advice'),
    avsnitt,
    saknas: [
      ...(rapport && modell ? [] : [unreadable(made)]),
      ...missingSections(avsnitt),
      ...missingRecords(made),
      ...placeholders(found, avsnitt, sources),
      // What nobody can read has no status to fall short of.
      ...(rapport ? unfinished(avsnitt, found) : [])
    ],
    fynd: findings(made, avsnitt, sources)
  }
}

const NIVÅ = { error: 'fel', warning: 'varning', advice: 'råd' } as const

/** What the checks found; a finding in a section is its owner's, one in data the report's responsible's. */
function findings(
  { diagnostics, rapport }: Made,
  avsnitt: readonly Avsnittsläge[],
  sources: Sources
): Fynd[] {
  const order = ['fel', 'varning', 'råd']
  return diagnostics
    .sorted()
    .map(({ severity, rule, text, span }): Fynd => {
      const source = span && sources.get(span.file)
      return {
        nivå: NIVÅ[severity],
        regel: rule,
        vad: text,
        ägare: avsnitt.find(({ fil }) => fil === span?.file)?.ägare ?? rapport?.ansvarig ?? null,
        fil: span?.file ?? null,
        rad: source && span ? positionOf(source, span.start).line : null
      }
    })
    .toSorted((a, b) => order.indexOf(a.nivå) - order.indexOf(b.nivå))
}

/** Sections in the order they stand, then those that the template requires and nobody has begun. */
function readAvsnitt({ mapp, rapport, mall }: Made, sources: Sources): Avsnittsläge[] {
  const sagt = new Map((rapport?.avsnitt ?? []).map((a) => [a.id, a]))
  const mallens = new Map((mall?.avsnitt ?? []).map((a) => [a.id, a]))
  const ägare = (id: string) =>
    sagt.get(id)?.ägare ?? mallens.get(id)?.ägare ?? rapport?.ansvarig ?? null
  const skrivna = mapp.avsnitt.map((fil): Avsnittsläge => {
    const id = avsnittId(fil)
    const rubrik =
      /^#[ \t]+(.+?)[ \t#]*$/m.exec(sources.get(fil)?.text ?? '')?.[1] ?? mallens.get(id)?.rubrik
    const status = sagt.get(id)?.status ?? rapport?.status ?? 'utkast'
    return { id, rubrik: rubrik ?? id, fil, ägare: ägare(id), status }
  })
  const finns = new Set(skrivna.map(({ id }) => id))
  const saknade = [...mallens.values()]
    .filter(
      ({ id, krav }) =>
        !finns.has(id) && (krävs({ krav }, rapport?.lagstadgad ?? false) || sagt.has(id))
    )
    .map(({ id, rubrik }): Avsnittsläge => ({
      id,
      rubrik,
      fil: null,
      ägare: ägare(id),
      status: 'saknas'
    }))
  return [...skrivna, ...saknade]
}

function unreadable({ mapp, rapport }: Made): Brist {
  return {
    slag: 'fel i rapporten',
    vad: rapport ? 'Enhetens data går inte att läsa' : 'rapport.yaml går inte att läsa',
    ägare: rapport?.ansvarig ?? null,
    fil: rapport ? null : mapp.rapportfil,
    rad: null
  }
}

function missingSections(avsnitt: readonly Avsnittsläge[]): Brist[] {
  return avsnitt
    .filter(({ status }) => status === 'saknas')
    .map(({ rubrik, ägare }) => ({
      slag: 'avsnitt',
      vad: `Avsnittet "${rubrik}" finns inte`,
      ägare,
      fil: null,
      rad: null
    }))
}

function missingRecords({ modell, mall, rapport }: Made): Brist[] {
  if (!modell) return []
  return missingData(modell, mall?.data ?? [], rapport?.lagstadgad ?? false).map(({ vad }) => ({
    slag: 'data',
    vad: `Enhetens data saknar ${vad}`,
    ägare: rapport?.ansvarig ?? null,
    fil: null,
    rad: null
  }))
}

function placeholders(
  found: readonly Diagnostic[],
  avsnitt: readonly Avsnittsläge[],
  sources: Sources
): Brist[] {
  return found
    .filter(({ rule }) => rule === PLATSHÅLLARE)
    .map(({ text, span }) => {
      const source = span && sources.get(span.file)
      return {
        slag: 'platshållare',
        vad: text.replace(/\.$/, ''),
        ägare: avsnitt.find(({ fil }) => fil === span?.file)?.ägare ?? null,
        fil: span?.file ?? null,
        rad: source && span ? positionOf(source, span.start).line : null
      }
    })
}

/** Sections that are still drafts; one whose guidance stands there isn't even begun. */
function unfinished(avsnitt: readonly Avsnittsläge[], found: readonly Diagnostic[]): Brist[] {
  const oskrivna = new Set(
    found.flatMap(({ rule, span }) => (rule === VÄGLEDNING && span ? [span.file] : []))
  )
  return avsnitt
    .filter(({ status, fil }) => status === 'utkast' || oskrivna.has(fil ?? ''))
    .map(({ rubrik, ägare, fil }) => ({
      slag: 'status',
      vad: `Avsnittet "${rubrik}" är inte ${oskrivna.has(fil ?? '') ? 'skrivet' : 'klart'}`,
      ägare,
      fil,
      rad: null
    }))
}
