/** Left out of print: what is clicked on, what is drawn for phones, and the list of sources. */
const SCREEN_ONLY: readonly RegExp[] = [
  /<section class="kallor"[\s\S]*?<\/section>/g,
  /<details class="underlag">[\s\S]*?<\/details>/g,
  /<svg[^>]* class="diagram-svg smal"[\s\S]*?<\/svg>/g,
  /<script>[\s\S]*?<\/script>/g
]

/** A list of tables is folded on screen and has a heading on paper. */
const LIST = /<details class="forteckning"><summary>([\s\S]*?)<\/summary>([\s\S]*?)<\/details>/g

/** The page as it is printed: the same but for what paper can't do, and what it alone can. */
export function toPaper(html: string): string {
  const kept = SCREEN_ONLY.reduce((text, pattern) => text.replace(pattern, ''), html)
  const unfolded = kept.replace(
    LIST,
    '<div class="forteckning"><h2 class="navrubrik">$1</h2>$2</div>'
  )
  return addPageNumbers(keepShortWhole(unfolded))
}

/** Characters in the three lines that Chromium would split into two and one, whatever `widows` says. */
const THREE_LINES = 235

/** Short paragraphs go to the next page whole: a single line at its top is lost there. */
function keepShortWhole(html: string): string {
  return html.replace(/<p>([\s\S]*?)<\/p>/g, (paragraph, inner: string) =>
    inner.replace(/<[^>]*>/g, '').length > THREE_LINES ? paragraph : `<p class="helt">${inner}</p>`
  )
}

const REFERENCE = /<a class="se" href="#([^"]+)">[^<]*<\/a>/g
/** Characters of text between a reference and what it points at: less is in sight of each other. */
const NEAR = 1200

/**
 * "tabell 7 på sidan 12": a reader of paper has no link. The number is filled in when the page is
 * known. Left out where what is meant stands close by, under the same heading.
 */
function addPageNumbers(html: string): string {
  return html.replace(REFERENCE, (link, id: string, at: number) =>
    isNear(html, at, html.indexOf(`id="${id}"`))
      ? link
      : `${link} på\u00a0sidan\u00a0<span data-sidref="${id}"></span>`
  )
}

function isNear(html: string, one: number, other: number): boolean {
  const [start, end] = [Math.min(one, other), Math.max(one, other)]
  const between = html.slice(start, end)
  if (other < 0 || end - start > 60 * NEAR || /<h[2-6]|class="[^"]*\bliggande\b/.test(between))
    return false
  return between.replace(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, '').length < NEAR
}
