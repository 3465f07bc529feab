/** A part of a report that a hit leads to. */
export interface Sökavsnitt {
  /** Anchor on the page; empty for the cover. */
  readonly ankare: string
  readonly rubrik: string
  /** The chapter that it stands in; empty for a chapter itself. */
  readonly kapitel: string
  readonly text: string
}

const PIECE = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/gi
const VOID = new Set('area br col hr img input link meta source wbr'.split(' '))
/** What is the page's own, or repeats what stands elsewhere. */
const PASSED = new Set('head script style svg nav button template sup'.split(' '))
const PASSED_CLASS =
  /\bclass="(?:[^"]*\s)?(?:nr|dold|dra|notlank|kallor|utkastmarke|granskning|tillbaka|verktyg|underlag|hoppa)[\s"]/
/** Elements that run on in the text; every other parts two words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em i ins kbd mark q s samp small span strong sub time u var'.split(
    ' '
  )
)

/**
 * A finished page's text by section. The page is our own, every element closed: pieces in order
 * are enough, and a tenth of the time that a tree takes.
 */
export function readSökavsnitt(html: string): Sökavsnitt[] {
  const found: { ankare: string; nivå: number; rubrik: string; kapitel: string; text: string }[] = [
    { ankare: '', nivå: 1, rubrik: '', kapitel: '', text: '' }
  ]
  let skipping: { name: string; depth: number } | undefined
  let heading: string | undefined
  let kapitel = ''
  for (const [piece, slash, tag, attributes = ''] of html.matchAll(PIECE)) {
    const here = found[found.length - 1]
    if (!here) continue
    if (tag === undefined) {
      if (skipping || piece.startsWith('<!')) continue
      if (heading === undefined) here.text += piece
      else here.rubrik += piece
      continue
    }
    const name = tag.toLowerCase()
    if (skipping) {
      if (name !== skipping.name) continue
      skipping.depth += slash === '/' ? -1 : 1
      if (skipping.depth === 0) skipping = undefined
      continue
    }
    if (slash === '/') {
      if (name === heading) {
        heading = undefined
        if (here.nivå === 2) kapitel = here.rubrik
      } else if (!INLINE.has(name)) here.text += ' '
      continue
    }
    if (VOID.has(name)) {
      here.text += ' '
      continue
    }
    const passed =
      PASSED.has(name) ||
      attributes.includes('aria-hidden="true"') ||
      PASSED_CLASS.test(`${attributes} `)
    if (passed) {
      skipping = { name, depth: 1 }
      continue
    }
    const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0)
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1]
    if (level === 1) heading = name
    else if (level > 1 && id !== undefined) {
      heading = name
      if (level === 2) kapitel = ''
      found.push({ ankare: decode(id), nivå: level, rubrik: '', kapitel, text: '' })
    } else if (!INLINE.has(name)) here.text += ' '
  }
  return found.map((one) => ({
    ankare: one.ankare,
    rubrik: plain(one.rubrik),
    kapitel: plain(one.kapitel),
    text: plain(one.text)
  }))
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0'
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    hex
      ? String.fromCodePoint(parseInt(String(hex), 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (NAMED[String(name)] ?? String(all))
  )
}

/** In one line; no-break spaces stay, since they hold a number's digits together. */
function plain(text: string): string {
  return decode(text)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
}

/**
 * A report's text for the search, as a script: a page opened from disk may run a script beside
 * it but may not read a file.
 */
export function toSökfil(rapport: string, html: string): string {
  const avsnitt = readSökavsnitt(html)
    .filter(({ rubrik, text }) => rubrik !== '' || text !== '')
    .map(({ ankare, rubrik, kapitel, text }) => [ankare, rubrik, kapitel, text])
  return `tertialSök(${JSON.stringify({ rapport, avsnitt })})\n`
}
