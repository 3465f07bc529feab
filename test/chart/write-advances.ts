import { readFileSync, writeFileSync } from 'node:fs'
import { create } from 'fontkit'

/**
 * Writes src/chart/advances.ts from the static font files. Run after an upgrade of
 * @fontsource/source-sans-3: `npx node test/chart/write-advances.ts`. The test beside this file
 * compares the table with the fonts.
 */

/** Latin with what Swedish reports use of punctuation, currency and arithmetic. */
export const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2009, 0x200a],
  [0x2010, 0x2026],
  [0x202f, 0x202f],
  [0x2030, 0x2030],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212]
]

/** Advances in thousandths of an em, −1 for a sign that the font files lack. */
export function readAdvances(weight: 400 | 600): number[] {
  const fonts = ['latin', 'latin-ext'].map((subset) =>
    create(
      readFileSync(
        new URL(
          `../../node_modules/@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff`,
          import.meta.url
        )
      )
    )
  )
  return RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => {
      const font = fonts.find((f) => f.hasGlyphForCodePoint(from + i))
      if (!font) return -1
      // The table hmtx itself: `advanceWidth` also reads outlines and fails on an empty one.
      const last = font.hhea.numberOfMetrics - 1
      const id = Math.min(font.glyphForCodePoint(from + i).id, last)
      return Math.round((font.hmtx.metrics.get(id).advance * 1000) / font.unitsPerEm)
    })
  )
}

function write(): void {
  const text = `/** Written by test/chart/write-advances.ts from Source Sans 3; not edited by hand. */

/** Ranges of code points that the tables cover, in order. */
export const RANGES = ${JSON.stringify(RANGES)} as const

/** Advance widths in thousandths of an em; −1 where the font lacks the sign. */
export const ADVANCES = {
  400: '${readAdvances(400).join(' ')}',
  600: '${readAdvances(600).join(' ')}'
} as const
`
  writeFileSync(new URL('../../src/chart/advances.ts', import.meta.url), text)
}

if (import.meta.filename === process.argv[1]) write()
