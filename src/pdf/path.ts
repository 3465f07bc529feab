import type { Box, Matrix } from './geometry.ts'

/** The path that is being drawn: the box round it, on the page, and whether it fills that box. */
export class Path {
  /** Where in the source it begins; −1 before there is one. */
  start = -1
  box: Box | undefined
  /** Whether it is one rectangle. */
  whole = false

  /** Goes through the points that the numbers are, two by two. */
  through(start: number, numbers: readonly number[], ctm: Matrix): void {
    if (this.start < 0) this.start = start
    this.whole = false
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      this.#extend(numbers[i] ?? 0, numbers[i + 1] ?? 0, ctm)
    }
  }

  rectangle(start: number, numbers: readonly number[], ctm: Matrix): void {
    if (this.start < 0) this.start = start
    this.whole = this.box === undefined
    const [left = 0, bottom = 0, width = 0, height = 0] = numbers
    this.#extend(left, bottom, ctm)
    this.#extend(left + width, bottom, ctm)
    this.#extend(left, bottom + height, ctm)
    this.#extend(left + width, bottom + height, ctm)
  }

  /** It has been painted, or clipped to. */
  end(): void {
    this.start = -1
    this.box = undefined
    this.whole = false
  }

  #extend(px: number, py: number, [a, b, c, d, e, f]: Matrix): void {
    const x = px * a + py * c + e
    const y = px * b + py * d + f
    const box = this.box
    this.box = box
      ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
      : [x, y, x, y]
  }
}
