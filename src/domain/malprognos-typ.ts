import type { Span } from '../source.ts'
import type { Ursprung } from './tal.ts'

/** What is expected of a goal or indicator when the year is over. */
export const MÅLPROGNOSER = ['uppnås', 'osäkert', 'uppnås inte'] as const
export type Prognosstatus = (typeof MÅLPROGNOSER)[number]

/** A person's own forecast of a goal or indicator. */
export interface EgenPrognos {
  readonly status: Prognosstatus
  readonly motivering: string
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}
