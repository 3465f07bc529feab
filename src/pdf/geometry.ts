/** A transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** A rectangle along the axes, in points from the page's lower left corner unless said otherwise. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
export const EVERYWHERE: Box = [-1e9, -1e9, 1e9, 1e9]

/** First `m`, then `then`. */
export function multiply(m: Matrix, then: Matrix): Matrix {
  return [
    m[0] * then[0] + m[1] * then[2],
    m[0] * then[1] + m[1] * then[3],
    m[2] * then[0] + m[3] * then[2],
    m[2] * then[1] + m[3] * then[3],
    m[4] * then[0] + m[5] * then[2] + then[4],
    m[4] * then[1] + m[5] * then[3] + then[5]
  ]
}

/** The box round a transformed box. */
export function transform([left, bottom, right, top]: Box, m: Matrix): Box {
  const x1 = left * m[0] + bottom * m[2] + m[4]
  const x2 = right * m[0] + bottom * m[2] + m[4]
  const x3 = left * m[0] + top * m[2] + m[4]
  const x4 = right * m[0] + top * m[2] + m[4]
  const y1 = left * m[1] + bottom * m[3] + m[5]
  const y2 = right * m[1] + bottom * m[3] + m[5]
  const y3 = left * m[1] + top * m[3] + m[5]
  const y4 = right * m[1] + top * m[3] + m[5]
  return [
    Math.min(x1, x2, x3, x4),
    Math.min(y1, y2, y3, y4),
    Math.max(x1, x2, x3, x4),
    Math.max(y1, y2, y3, y4)
  ]
}

/** What two boxes share; undefined if nothing. */
export function intersect(a: Box, b: Box): Box | undefined {
  const shared: Box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3])
  ]
  return shared[0] > shared[2] || shared[1] > shared[3] ? undefined : shared
}

/** The box round both. */
export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The last six numbers as a matrix. */
export function lastSix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6)
  return [a, b, c, d, e, f]
}
