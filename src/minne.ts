import { Diagnostics } from './diagnostic.ts'

/**
 * What was made earlier, kept between makings in one process. Nothing is ever taken for unchanged
 * because of a name or a time: what a thing was made from is compared, part by part, by identity.
 */
export interface Minne {
  /** What stands under a name, if it was made from the very same parts. */
  get(name: string, of: readonly unknown[]): Minnespost | undefined
  set(name: string, post: Minnespost): void
}

export interface Minnespost {
  readonly of: readonly unknown[]
  readonly value: unknown
  /** What was told while it was made, and is told again each time it is taken from here. */
  readonly diagnostics: Diagnostics
}

/**
 * Makes a value, or takes it from memory where everything it is made `of` is the same as then. The
 * maker sees a collector of its own, so that what it tells depends on nothing else.
 */
export function recall<T>(
  minne: Minne | undefined,
  name: string,
  of: readonly unknown[],
  diagnostics: Diagnostics,
  make: (diagnostics: Diagnostics) => T
): T {
  if (!minne) return make(diagnostics)
  let post = minne.get(name, of)
  if (!post) {
    const own = new Diagnostics()
    post = { of, value: make(own), diagnostics: own }
    minne.set(name, post)
  }
  for (const d of post.diagnostics.all) diagnostics.add(d, d.span)
  return post.value as T
}

/** A memory that holds one value a name and, of those, the `size` that were asked for last. */
export function createMinne(size = 2000): Minne {
  const poster = new Map<string, Minnespost>()
  return {
    get(name, of) {
      const post = poster.get(name)
      if (!post || !same(post.of, of)) return undefined
      // Last in the map is asked for last.
      poster.delete(name)
      poster.set(name, post)
      return post
    },
    set(name, post) {
      poster.delete(name)
      poster.set(name, post)
      const [oldest] = poster.keys()
      if (poster.size > size && oldest !== undefined) poster.delete(oldest)
    }
  }
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, i) => part === b[i])
