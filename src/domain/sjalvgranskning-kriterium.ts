import type { Kriterieutfall, Skäl, Utslag } from './sjalvgranskning.ts'

type Kriterium = Pick<Kriterieutfall, 'id' | 'namn' | 'krav'>

/** A criterion that can't be assessed, with what is missing. */
export function obedömt(kriterium: Kriterium, saknas: string): Kriterieutfall {
  return {
    ...kriterium,
    bedömning: 'går inte att bedöma',
    underlag: saknas,
    skäl: []
  }
}

/** A criterion assessed by hand. */
export function bedömt(
  kriterium: Kriterium,
  bedömning: Utslag,
  underlag: string,
  skäl: readonly Skäl[] = []
): Kriterieutfall {
  return { ...kriterium, bedömning, underlag, skäl }
}

/**
 * A criterion that each of several things must meet: met where all do, not met where at least half
 * don't. `brist` says what is lacking in one of them, or nothing.
 */
export function prövaAlla<T>(
  kriterium: Kriterium,
  alla: readonly T[],
  brist: (en: T) => Skäl | undefined,
  underlag: (uppfyller: number, antal: number) => string
): Kriterieutfall {
  const skäl = alla.flatMap((en) => brist(en) ?? [])
  const bedömning =
    skäl.length === 0
      ? 'uppfyllt'
      : skäl.length * 2 >= alla.length
        ? 'inte uppfyllt'
        : 'inte helt uppfyllt'
  return bedömt(kriterium, bedömning, underlag(alla.length - skäl.length, alla.length), skäl)
}
