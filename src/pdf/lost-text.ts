import type { PageFacts } from './page-facts.ts'

/** How far ahead a piece may be: numbers of lists and text made by style stand between. */
const AHEAD = 300

/** The pieces of the page's text that aren't in what is read from the file, whole and in order. */
export function findLost(
  read: string,
  texts: PageFacts['texts']
): { readonly near: string; readonly piece: string }[] {
  const lost: { near: string; piece: string }[] = []
  const whole = comparable(read)
  let at = 0
  /** What has been missed since the last piece that was found may be there in another form. */
  let missed = 0
  for (const { near, pieces } of texts) {
    for (const piece of pieces) {
      const text = comparable(piece)
      const next = whole.slice(at, at + missed + AHEAD + text.length).indexOf(text)
      if (next >= 0) {
        at += next + text.length
        missed = 0
      } else {
        missed += text.length
        lost.push({ near, piece: piece.trim() })
      }
    }
  }
  return lost
}

/**
 * Text without what fonts can't tell apart or style may change: kinds of space and hyphen, capitals,
 * ligatures. One space stands for a row of them.
 */
export function comparable(text: string): string {
  return text
    .replaceAll('\u00AD', '')
    .normalize('NFKC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .toUpperCase()
}
