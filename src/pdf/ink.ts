import { intersect } from './geometry.ts'
import type { Box } from './geometry.ts'
import type { Mark } from './mark.ts'

/** A colour's red, green and blue, from 0 to 1; unknown where a pattern fills. */
type Colour = readonly [red: number, green: number, blue: number] | undefined

interface Area {
  readonly box: Box
  readonly colour: Colour
  /** Whether it fills all of its box. */
  readonly whole: boolean
}

interface Written {
  readonly box: Box
  readonly mark: Mark
  readonly shown: string
}

const WHITE: Colour = [1, 1, 1]
const BLACK: Colour = [0, 0, 0]

/** How much of each channel two colours may differ by and yet be one to the eye. */
const ALIKE = 0.1
/** Less ink than this is none. */
export const FAINT = 0.1
/** Letters lower than this many points can't be read. */
const TINY = 2.5
/** Areas lower or narrower than this hide no text: they are lines. */
const LINE = 4

/**
 * Follows colours through a content stream and finds the text that is there for a machine alone: in
 * the colour of what lies under it, with no ink, too small for eyes, or under something else.
 */
export class Ink {
  #colour: Colour = BLACK
  /** How much of it: 1 is all. */
  alpha = 1
  /** Whether a mask takes some of it. */
  masked = false
  readonly #saved: [Colour, number, boolean][] = []
  readonly #areas: Area[] = []
  readonly #written: Written[] = []

  save(): void {
    this.#saved.push([this.#colour, this.alpha, this.masked])
  }

  restore(): void {
    const before = this.#saved.pop()
    if (before) [this.#colour, this.alpha, this.masked] = before
  }

  /** Fills from now on are of this colour; of none that is known without numbers. */
  fillWith(numbers: readonly number[]): void {
    const [red, green, blue] = numbers
    this.#colour =
      red === undefined || green === undefined || blue === undefined
        ? undefined
        : [red, green, blue]
  }

  /** Something filled; `whole`: all of its box. */
  area(box: Box | undefined, whole: boolean): void {
    if (!box || this.alpha < FAINT) return
    const solid = this.alpha > 1 - FAINT && !this.masked
    this.#areas.push({ box, colour: solid ? this.#colour : undefined, whole })
    if (!whole || !solid || box[2] - box[0] < LINE || box[3] - box[1] < LINE) return
    for (const { box: under, mark, shown } of this.#written) {
      if (covers(box, under)) mark.hidden += shown
    }
  }

  /** A picture, or something that fills with more colours than one. */
  picture(box: Box | undefined): void {
    if (box) this.#areas.push({ box, colour: undefined, whole: true })
  }

  /** Text in letters of that many points. */
  text(mark: Mark, shown: string, box: Box, points: number): void {
    if (this.alpha < FAINT || points < TINY || this.#blends(box)) mark.hidden += shown
    else this.#written.push({ box, mark, shown })
  }

  /** Whether text there would have the colour of all that may lie under it. */
  #blends(box: Box): boolean {
    const x = (box[0] + box[2]) / 2
    const y = (box[1] + box[3]) / 2
    for (let i = this.#areas.length - 1; i >= 0; i--) {
      const area = this.#areas[i] as Area
      const [left, bottom, right, top] = area.box
      if (x < left || x > right || y < bottom || y > top) continue
      if (!alike(area.colour, this.#colour)) return false
      if (area.whole) return true
    }
    return alike(WHITE, this.#colour)
  }
}

function alike(a: Colour, b: Colour): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    Math.abs(a[0] - b[0]) < ALIKE &&
    Math.abs(a[1] - b[1]) < ALIKE &&
    Math.abs(a[2] - b[2]) < ALIKE
  )
}

/** Whether so much of the text is under the area that nothing is left to read. */
function covers(area: Box, text: Box): boolean {
  const shared = intersect(area, text)
  if (!shared) return false
  const size = (box: Box) => (box[2] - box[0]) * (box[3] - box[1])
  return size(shared) > 0.9 * size(text)
}

/** True where text is seen in part: not when it is out of sight as a whole, which is meant. */
export function isCut(box: Box, seen: Box | undefined, size: number): boolean {
  if (!seen) return false
  // A quarter of a letter may stick out: italics and rounding do.
  const slack = size / 4
  return seen[0] - box[0] > slack || box[2] - seen[2] > slack
}
