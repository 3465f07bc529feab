import { ADVANCES, RANGES } from './advances.ts'

/** Size of all text in a chart, and distance between lines of one label, in px. */
export const TEXTSTORLEK = 13
export const RADAVSTÅND = 16

export type Vikt = 400 | 600

const TABLES: Record<Vikt, Map<number, number>> = { 400: table(400), 600: table(600) }

// A sign from some other font; wide enough for ≤ ≥ → and for Cyrillic and Greek.
const UNKNOWN = 650
// CJK, fullwidth forms, emoji: a whole em.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u

function table(vikt: Vikt): Map<number, number> {
  const widths = ADVANCES[vikt].split(' ').map(Number)
  const points = RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i)
  )
  return new Map(
    points.flatMap((point, i): [number, number][] => {
      const width = widths[i] ?? -1
      return width < 0 ? [] : [[point, width]]
    })
  )
}

/** Width in px of a line of Source Sans 3, from the font's own advances, kerning left out. */
export function measure(text: string, vikt: Vikt = 400, storlek = TEXTSTORLEK): number {
  const widths = TABLES[vikt]
  let sum = 0
  for (const sign of text.normalize('NFC')) {
    if (/\p{M}|\u00ad|\u200b/u.test(sign)) continue
    sum += widths.get(sign.codePointAt(0) ?? 0) ?? (WIDE.test(sign) ? 1000 : UNKNOWN)
  }
  return (sum * storlek) / 1000
}

/** Width of the widest line. */
export function measureLines(lines: readonly string[], vikt: Vikt = 400): number {
  return Math.max(0, ...lines.map((line) => measure(line, vikt)))
}

/**
 * Breaks a label into lines no wider than `room`. A break is made at a space, after a hyphen or
 * slash, at a soft hyphen, and last of all inside a word, with a hyphen: nothing is ever cut off.
 */
export function wrap(text: string, room: number, vikt: Vikt = 400): string[] {
  const clean = text.trim().replace(/[ \t\n\r]+/g, ' ')
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(clean, room, vikt)) {
    const joined = line + piece
    if (line && measure(visible(joined), vikt) > room) {
      lines.push(visible(line))
      line = piece
    } else line = joined
  }
  lines.push(visible(line).replaceAll('\u00ad', ''))
  return balance(lines, clean, room, vikt)
}

/** A line as it is seen when the line ends there: a soft hyphen at the end shows. */
function visible(line: string): string {
  const trimmed = line.trimEnd()
  return trimmed.endsWith('\u00ad')
    ? `${trimmed.slice(0, -1).replaceAll('\u00ad', '')}-`
    : trimmed.replaceAll('\u00ad', '')
}

function pieces(text: string, room: number, vikt: Vikt): string[] {
  return text
    .split(/(?<=[ \-–/\u00ad])/u)
    .flatMap((word) =>
      measure(visible(word), vikt) <= room ? [word] : splitWord(word, room, vikt)
    )
}

/** A word wider than the room, in parts that fit, each but the last ending in a soft hyphen. */
function splitWord(word: string, room: number, vikt: Vikt): string[] {
  const signs = [...word]
  const count = Math.ceil(measure(word, vikt) / Math.max(room - measure('-', vikt), 1))
  const size = Math.max(2, Math.ceil(signs.length / count))
  const parts: string[] = []
  let from = 0
  while (from < signs.length) {
    let to = Math.min(from + size, signs.length)
    if (signs.length - to < 2) to = signs.length
    while (to - from > 2 && measure(`${signs.slice(from, to).join('')}-`, vikt) > room) to--
    parts.push(signs.slice(from, to).join('') + (to < signs.length ? '\u00ad' : ''))
    from = to
  }
  return parts
}

/** Two lines of like length rather than one full and one with a single word. */
function balance(lines: string[], text: string, room: number, vikt: Vikt): string[] {
  if (lines.length !== 2 || text.includes('\u00ad')) return lines
  const words = text.split(' ')
  let best = lines
  for (let i = 1; i < words.length; i++) {
    const pair = [words.slice(0, i).join(' '), words.slice(i).join(' ')]
    const widest = measureLines(pair, vikt)
    if (widest <= room && widest < measureLines(best, vikt)) best = pair
  }
  return best
}
