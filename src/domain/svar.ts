import type { Span } from '../source.ts'
import { decimal } from './decimal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Period } from './period.ts'
import type { Referensfel } from './referens.ts'
import type { Tal, Ursprung } from './tal.ts'

/** Whether the one who answers agrees with the auditors. */
export const STÅNDPUNKTER = ['delas', 'delas delvis', 'delas inte'] as const
export type Ståndpunkt = (typeof STÅNDPUNKTER)[number]

export const SVARSSTATUS = ['ej påbörjad', 'pågår', 'klar'] as const
export type Svarsstatus = (typeof SVARSSTATUS)[number]

export interface Svarsuppföljning {
  readonly status: Svarsstatus
  readonly kommentar?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** An answer to an auditor's recommendation. */
export interface Svar {
  readonly id: string
  readonly rubrik: string
  readonly rekommendation: {
    readonly text: string
    readonly nummer?: string | undefined
    readonly delar: readonly string[]
    /** `organisation/enhet/id` where it stands in data. */
    readonly ref?: string | undefined
  }
  readonly ståndpunkt: Ståndpunkt
  readonly text?: string | undefined
  readonly åtgärd?: string | undefined
  readonly ansvarig?: string | undefined
  /** ISO date. */
  readonly klardatum?: string | undefined
  readonly uppföljning: ReadonlyMap<string, Svarsuppföljning>
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

const MÅTT: Readonly<Record<string, (svar: Svar, period: string) => boolean>> = {
  antal: () => true,
  delas: (s) => s.ståndpunkt === 'delas',
  'delas-delvis': (s) => s.ståndpunkt === 'delas delvis',
  'delas-inte': (s) => s.ståndpunkt === 'delas inte',
  klara: (s, period) => s.uppföljning.get(period)?.status === 'klar',
  pågående: (s, period) => s.uppföljning.get(period)?.status === 'pågår',
  'ej-påbörjade': (s, period) => s.uppföljning.get(period)?.status === 'ej påbörjad'
}

/** Counts for prose: `svar.antal`, `svar.delas`, `svar.klara` (in the report's period). */
export function svarstal(svar: readonly Svar[], vad: string, nu: Period): Tal | Referensfel {
  const villkor = MÅTT[vad]
  if (!villkor) return { fel: 'okänt mått', del: vad, kända: Object.keys(MÅTT) }
  const träffar = svar.filter((s) => villkor(s, nu.id))
  const tal = (värde: number, namn: string, källa: Tal['källa']): Tal => ({
    värde: decimal(värde),
    enhet: knownMåttenhet('antal'),
    decimaler: 0,
    period: nu.id,
    namn,
    källa
  })
  const ord = vad === 'antal' ? 'antal svar' : `antal svar som är ${vad.replaceAll('-', ' ')}`
  return tal(träffar.length, ord.charAt(0).toUpperCase() + ord.slice(1), {
    slag: 'formel',
    formel: ord,
    ingår: träffar.map((s) => tal(1, s.rubrik, { slag: 'datum', span: s.span }))
  })
}
