import type { Severity } from '../diagnostic.ts'

/** The words for a rule's level in styrmodell.yaml and rapport.yaml; `av` turns it off. */
export const NIVÅER = { fel: 'error', varning: 'warning', råd: 'advice', av: 'av' } as const
export type Nivå = (typeof NIVÅER)[keyof typeof NIVÅER]

/** The same words, from the levels that findings have. */
export const NIVÅORD = {
  error: 'fel',
  warning: 'varning',
  advice: 'råd'
} as const satisfies Readonly<Record<Severity, string>>

/** Levels that the project and then the report have set, by rule id. */
export type Regelnivåer = ReadonlyMap<string, Nivå>

/** Merges settings; the report's win over the project's. */
export function mergeNivåer(
  ...settings: readonly (Readonly<Record<string, string>> | undefined)[]
): Regelnivåer {
  const merged = new Map<string, Nivå>()
  for (const setting of settings)
    for (const [regel, ord] of Object.entries(setting ?? {}))
      if (ord in NIVÅER) merged.set(regel, NIVÅER[ord as keyof typeof NIVÅER])
  return merged
}

/** A finding's level: what was set for the rule, else its own. Undefined where the rule is off. */
export function levelOf(regel: string, own: Severity, nivåer: Regelnivåer): Severity | undefined {
  const set = nivåer.get(regel)
  return set === 'av' ? undefined : (set ?? own)
}
