/**
 * The known word nearest to a mistyped one, or undefined when none is near enough to be meant.
 * Near is at most a third of the letters (and one at least), counting swapped neighbours as one.
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const wanted = fold(word)
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of known) {
    const folded = fold(candidate)
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue
    const d = distance(wanted, folded)
    if (d < bestDistance) {
      best = candidate
      bestDistance = d
    }
  }
  return best
}

/** Lower case without å ä ö, so that "matvarde" is 0 from "målvärde". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1)
      row.push(value)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
