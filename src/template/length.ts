/** Millimetres between the margins of an upright page, as templates/tema/utskrift.css has them. */
const PAGE = 242
/** What two chapters may take together. Where that is too little after all, the later begins a page. */
const ROOM = PAGE
const LINE = 5.3
const CHARACTERS = 74

/**
 * About how many millimetres of a page a chapter takes, with its heading: near enough to see that
 * two short ones go on one page. The drawing of charts isn't known when it is asked for.
 */
export function estimateHeight(html: string): number {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
  const drawings = count(/\uE000diagram-|<svg\b/g) * 66
  const paper = html
    .replace(/<details class="underlag">[\s\S]*?<\/details>/g, '')
    .replace(/<p class="dra"[\s\S]*?<\/p>/g, '')
  const rows = [...paper.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => {
    const cells = [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)]
    const room = 110 / Math.max(1, cells.length)
    const lines = cells.map(([, cell = '']) => Math.ceil(textLength(cell) / room))
    return 2.7 + 4.2 * Math.max(1, ...lines)
  })
  const running = paper.replace(/<table\b[\s\S]*?<\/table>/g, '')
  const blocks = [...running.matchAll(/<(p|li|h[3-6]|dt|dd)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(
    ([, tag = '', text = '']) =>
      LINE * Math.ceil(textLength(text) / CHARACTERS) + (tag.startsWith('h') ? 11 : 2.6)
  )
  const tables = count(/<table\b/g) * 22
  return [...rows, ...blocks].reduce((sum, part) => sum + part, 22 + drawings + tables)
}

const textLength = (html: string): number => html.replace(/<[^>]*>/g, '').trim().length

/**
 * Which chapters follow on the page that the one before began: short ones that fit there together,
 * which would else leave two pages half empty. Wide tables have pages of their own.
 */
export function follows(
  chapters: readonly { readonly html: string; readonly bilaga: boolean }[]
): boolean[] {
  let used = Infinity
  let appendix = false
  return chapters.map(({ html, bilaga }) => {
    const height = /class="[^"]*\bliggande\b/.test(html) ? Infinity : estimateHeight(html)
    const joins = bilaga === appendix && used + height <= ROOM
    used = joins ? used + height : height
    appendix = bilaga
    return joins
  })
}
