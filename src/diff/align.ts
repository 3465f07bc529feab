import { diffArrays } from 'diff'

/** Two things that belong together, or one that stands alone on its side. */
export interface Par<T> {
  readonly gammal?: T
  readonly ny?: T
}

export interface Likhet<T> {
  /** Things with one key are the same and unchanged. */
  nyckel(one: T): string
  /** How alike two things are, 0 to 1; below `gräns` they are two. */
  likhet(gammal: T, ny: T): number
  readonly gräns: number
}

/** Above this many comparisons each one is laid beside the best of the nearest alone. */
const MOST = 40_000
const NEAREST = 12

/**
 * Lays two sequences side by side, in order. What is the same on both sides holds the rest in
 * place; between, that pairing is taken that keeps the order and is most alike in all.
 */
export function align<T>(gammal: readonly T[], ny: readonly T[], how: Likhet<T>): Par<T>[] {
  const pairs: Par<T>[] = []
  let [i, j] = [0, 0]
  const changes = diffArrays(gammal.map(how.nyckel), ny.map(how.nyckel))
  for (let c = 0; c < changes.length; c++) {
    const change = changes[c]
    if (!change) continue
    if (!change.added && !change.removed) {
      for (let n = 0; n < change.value.length; n++) pairs.push(pair(gammal[i++], ny[j++]))
      continue
    }
    const next = changes[c + 1]
    const both = next && (next.added || next.removed) ? [change, next] : [change]
    const removed = both.find((part) => part.removed)?.value.length ?? 0
    const added = both.find((part) => part.added)?.value.length ?? 0
    pairs.push(...between(gammal.slice(i, i + removed), ny.slice(j, j + added), how))
    i += removed
    j += added
    c += both.length - 1
  }
  return pairs
}

function pair<T>(gammal: T | undefined, ny: T | undefined): Par<T> {
  return { ...(gammal === undefined ? {} : { gammal }), ...(ny === undefined ? {} : { ny }) }
}

/** The most alike pairing that keeps the order; what goes unpaired stands where it stood. */
function between<T>(gammal: readonly T[], ny: readonly T[], how: Likhet<T>): Par<T>[] {
  const { likhet, gräns } = how
  const [n, m] = [gammal.length, ny.length]
  if (n === 0 || m === 0)
    return [...gammal.map((one) => ({ gammal: one })), ...ny.map((one) => ({ ny: one }))]
  if (n * m > MOST) return nearby(gammal, ny, how)
  const alike = gammal.map((a) => ny.map((b) => likhet(a, b)))
  const score = (i: number, j: number): number => alike[i]?.[j] ?? 0
  const best = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const together = score(i, j) >= gräns ? score(i, j) + at(i + 1, j + 1) : 0
      const row = best[i]
      if (row) row[j] = Math.max(together, at(i + 1, j), at(i, j + 1))
    }
  const pairs: Par<T>[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    const together = i < n && j < m && score(i, j) >= gräns
    if (together && at(i, j) === score(i, j) + at(i + 1, j + 1))
      pairs.push(pair(gammal[i++], ny[j++]))
    else if (i < n && (j >= m || at(i, j) === at(i + 1, j)))
      pairs.push(pair(gammal[i++], undefined))
    else pairs.push(pair(undefined, ny[j++]))
  }
  return pairs
}

/** As `between`, for sequences so long that not all can be compared with all. */
function nearby<T>(gammal: readonly T[], ny: readonly T[], { likhet, gräns }: Likhet<T>): Par<T>[] {
  const pairs: Par<T>[] = []
  let j = 0
  for (const old of gammal) {
    let [best, at] = [gräns, -1]
    for (let k = j; k < Math.min(j + NEAREST, ny.length); k++) {
      const now = ny[k]
      const alike = now === undefined ? 0 : likhet(old, now)
      if (alike > best || (at < 0 && alike === best)) [best, at] = [alike, k]
    }
    if (at >= 0) while (j < at) pairs.push(pair(undefined, ny[j++]))
    pairs.push(pair(old, at < 0 ? undefined : ny[j++]))
  }
  while (j < ny.length) pairs.push(pair(undefined, ny[j++]))
  return pairs
}

/** Dice's measure: twice what two lists of words share, of all there are. */
export function wordLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length)
}
