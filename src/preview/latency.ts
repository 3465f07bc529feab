import { decimal } from '../domain/decimal.ts'
import { formatDecimal } from '../text/swedish.ts'

/** From a file's save to its page on screen, in milliseconds, as the pages themselves have told. */
export interface Latens {
  readonly senast: number
  readonly median: number
  readonly antal: number
}

/** Of the last so many; a day's work mustn't be kept for its median. */
const KEPT = 200

export function createLatens(): { add(ms: number): Latens } {
  const times: number[] = []
  let count = 0
  return {
    add(ms) {
      times.push(ms)
      if (times.length > KEPT) times.shift()
      count++
      const sorted = times.toSorted((a, b) => a - b)
      const middle = sorted.length / 2
      const at = (i: number) => sorted[Math.floor(i)] ?? ms
      const median = sorted.length % 2 ? at(middle) : (at(middle - 1) + at(middle)) / 2
      return { senast: ms, median, antal: count }
    }
  }
}

/** "10-inledning.md: 84 ms till skärmen (median av 12: 91 ms)" */
export function formatLatens(paths: readonly string[], { senast, median, antal }: Latens): string {
  const ms = (value: number) => `${formatDecimal(decimal(Math.round(value)), 0)} ms`
  const rest = paths.length - 1
  const files = `${paths[0] ?? ''}${rest > 0 ? ` och ${rest} till` : ''}`
  return `${files}: ${ms(senast)} till skärmen${antal > 1 ? ` (median av ${antal}: ${ms(median)})` : ''}`
}
