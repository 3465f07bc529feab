import type { Span } from '../source.ts'
import { decimal } from './decimal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Period } from './period.ts'
import type { Referensfel } from './referens.ts'
import type { Tal, Ursprung } from './tal.ts'

/** How auditors assess a sub-area, best first. */
export const DELBEDÖMNINGAR = ['uppfyllt', 'inte helt uppfyllt', 'inte uppfyllt'] as const
export type Delbedömning = (typeof DELBEDÖMNINGAR)[number]

/** What is required, with the points that it consists of. */
export interface Kriterium {
  readonly text: string
  readonly punkter: readonly string[]
}

export interface Förbättringsområde {
  readonly text: string
  /** The part of the reviewed body it is about, where it isn't all of it. */
  readonly avser?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** A sub-area: criteria, what was seen, the auditors' assessment and, where given, the reviewed body's own. */
export interface Delområde {
  readonly id: string
  readonly namn: string
  readonly kriterier: readonly Kriterium[]
  readonly bedömning: Delbedömning
  readonly egenBedömning?: Delbedömning | undefined
  readonly iakttagelser: readonly string[]
  readonly förbättringsområden: readonly Förbättringsområde[]
  /** Id of the in-depth review that the assessment comes from. */
  readonly granskning?: string | undefined
  /** What this sub-area is divided into, e.g. one goal each. */
  readonly delområden: readonly Delområde[]
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** One of the questions of 12 kap. 1 § kommunallagen, with its scale (best first) and what it came to. */
export interface Revisionsområde {
  readonly id: string
  readonly namn: string
  readonly fråga?: string | undefined
  readonly skala: readonly string[]
  readonly samlad?:
    | {
        readonly bedömning: string
        readonly motivering?: string | undefined
        readonly ursprung?: Ursprung | undefined
        readonly span: Span
      }
    | undefined
  readonly delområden: readonly Delområde[]
  readonly span: Span
}

/** An in-depth review with a report of its own. */
export interface Granskning {
  readonly id: string
  readonly namn: string
  /** "6–2023", however it was written. */
  readonly nummer?: string | undefined
  /** ISO date. */
  readonly datum?: string | undefined
  readonly bedömning?: Delbedömning | undefined
  readonly text?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

export interface Rekommendation {
  readonly id: string
  readonly nummer: string
  readonly text: string
  readonly mottagare: readonly string[]
  /** Id of the in-depth review it comes from. */
  readonly granskning?: string | undefined
  readonly delar: readonly string[]
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** A recommendation with the reference that answers it: `organisation/enhet/id`. */
export type Granskad = Rekommendation & { readonly ref: string }

/** A year's audit of one body. */
export interface Revision {
  readonly id: string
  readonly granskad: string
  readonly period: Period
  readonly områden: readonly Revisionsområde[]
  readonly granskningar: readonly Granskning[]
  readonly rekommendationer: readonly Rekommendation[]
  readonly span: Span
}

/** Every sub-area with those it is divided into, each after its parent. */
export function allaDelområden(delområden: readonly Delområde[]): Delområde[] {
  return delområden.flatMap((del) => [del, ...allaDelområden(del.delområden)])
}

/** An overall assessment's place on its scale: the best step, the worst, or one between. */
export function stegPåSkala(
  bedömning: string,
  skala: readonly string[]
): 'bäst' | 'mellan' | 'sämst' | undefined {
  const steg = skala.indexOf(bedömning)
  if (steg < 0) return undefined
  return steg === 0 ? 'bäst' : steg === skala.length - 1 ? 'sämst' : 'mellan'
}

/**
 * Counts for prose: `revision.uppfyllda` (all audits of the period), `<revision>.rekommendationer`,
 * `<revision>.<område>.inte-uppfyllda`, `<revision>.<delområde>.uppfyllda` (what it is divided
 * into). A sub-area counts once: its parts are counted only where the sub-area itself is named.
 * Undefined where the reference isn't about an audit.
 */
export function revisionstal(
  revisioner: readonly Revision[],
  delar: readonly string[],
  nu: Period
): Tal | Referensfel | undefined {
  const [första = '', ...rest] = delar
  const valda =
    första === 'revision'
      ? revisioner.filter((revision) => revision.period.id === nu.id)
      : revisioner.filter((revision) => revision.id === första)
  if (första !== 'revision' && valda.length === 0) return undefined
  const period = första === 'revision' ? nu.id : (valda[0]?.period.id ?? nu.id)
  if (rest.length > 2) return { fel: 'okänt mått', del: rest.slice(2).join('.'), kända: [] }
  const del = rest.length === 2 ? rest[0] : undefined
  const vad = rest.at(-1) ?? 'antal'
  const urval = del === undefined ? whole(valda) : part(valda, del)
  if (!urval)
    return {
      fel: 'okänd rad',
      del: del ?? '',
      kända: valda.flatMap((r) =>
        r.områden.flatMap((o) => [o.id, ...allaDelområden(o.delområden).map((d) => d.id)])
      )
    }
  const räknade = urval.mått[vad]
  if (!räknade) return { fel: 'okänt mått', del: vad, kända: Object.keys(urval.mått) }
  const ord = vad === 'antal' ? 'delområden' : vad.replaceAll('-', ' ')
  return {
    värde: decimal(räknade.length),
    enhet: knownMåttenhet('antal'),
    decimaler: 0,
    period,
    namn: `${urval.namn}, antal ${ord}`,
    källa: {
      slag: 'formel',
      formel: `antal ${ord}`,
      ingår: räknade.map((span) => ({
        värde: decimal(1),
        enhet: knownMåttenhet('antal'),
        decimaler: 0,
        period,
        namn: urval.namn,
        källa: { slag: 'datum', span }
      }))
    }
  }
}

interface Urval {
  readonly namn: string
  readonly mått: Readonly<Record<string, readonly Span[]>>
}

function whole(revisioner: readonly Revision[]): Urval {
  const områden = revisioner.flatMap((r) => r.områden)
  const spans = (list: readonly { readonly span: Span }[]) => list.map(({ span }) => span)
  return {
    namn: revisioner.length === 1 ? `Granskning av ${revisioner[0]?.granskad ?? ''}` : 'Revisionen',
    mått: {
      ...counted(områden.flatMap((o) => o.delområden)),
      områden: spans(områden),
      rekommendationer: spans(revisioner.flatMap((r) => r.rekommendationer)),
      granskningar: spans(revisioner.flatMap((r) => r.granskningar))
    }
  }
}

function part(revisioner: readonly Revision[], id: string): Urval | undefined {
  for (const område of revisioner.flatMap((r) => r.områden)) {
    if (område.id === id) return { namn: område.namn, mått: counted(område.delområden) }
    const del = allaDelområden(område.delområden).find((d) => d.id === id)
    if (del) return { namn: del.namn, mått: counted(del.delområden) }
  }
  return undefined
}

function counted(delområden: readonly Delområde[]): Urval['mått'] {
  const such = (villkor: (del: Delområde) => boolean) =>
    delområden.filter(villkor).map(({ span }) => span)
  const alla = allaDelområden(delområden)
  return {
    antal: such(() => true),
    uppfyllda: such((del) => del.bedömning === 'uppfyllt'),
    'inte-helt-uppfyllda': such((del) => del.bedömning === 'inte helt uppfyllt'),
    'inte-uppfyllda': such((del) => del.bedömning === 'inte uppfyllt'),
    förbättringsområden: alla.flatMap((del) => del.förbättringsområden.map(({ span }) => span)),
    // Where the reviewed body and the auditors don't agree.
    skilda: alla
      .filter((del) => del.egenBedömning !== undefined && del.egenBedömning !== del.bedömning)
      .map(({ span }) => span)
  }
}
