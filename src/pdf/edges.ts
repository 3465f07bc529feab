import { comparable } from './lost-text.ts'
import type { PageFacts } from './page-facts.ts'
import type { Sheets } from './sheets.ts'
import { contents } from './structure.ts'
import type { Kid } from './structure.ts'

/** How much text on each side tells whether there is a space between. */
const CONTEXT = 16

/**
 * Puts back the spaces that the browser leaves out where a line ends at the very edge of the page's
 * text: as a glyph that shows nothing, where it would have been. The page's own text tells where.
 */
export function mendEdges(top: readonly Kid[], sheets: Sheets, facts: PageFacts): void {
  let page: string | undefined
  const all = [...contents(top)]
  all.forEach((content, i) => {
    const mark = sheets.mark(content)
    if (!mark || mark.edges.length === 0) return
    const next = all[i + 1]
    const following = next ? (sheets.mark(next)?.text ?? '') : ''
    // From the last, so that the places of those before still hold.
    for (const { index, at, space } of mark.edges.toReversed()) {
      const before = mark.text.slice(0, index)
      const after = mark.text.slice(index) + (index === mark.text.length ? following : '')
      if (after === '' || /^\s/.test(after)) continue
      page ??= comparable(facts.texts.flatMap(({ pieces }) => pieces).join(''))
      const wanted = comparable(`${before.slice(-CONTEXT)} ${after.slice(0, CONTEXT)}`)
      if (!page.includes(wanted)) continue
      mark.text = `${before} ${mark.text.slice(index)}`
      sheets.insert(content, at, `<${space}> Tj\n`)
    }
  })
}
