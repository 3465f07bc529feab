import { comparable, findLost } from './lost-text.ts'
import type { PageFacts, PlacedFigure } from './page-facts.ts'
import type { Sheets } from './sheets.ts'
import { contents, elements } from './structure.ts'
import type { Element, Kid } from './structure.ts'
import { columnCounts, rowsOf } from './tables.ts'

/** Something that spoils the file for a reader, though it may look right. */
export interface Finding {
  readonly rule:
    | 'lost-text'
    | 'lost-figure'
    | 'cut-text'
    | 'hidden-text'
    | 'unknown-sign'
    | 'borrowed-sign'
    | 'skipped-heading'
    | 'irregular-table'
    | 'lost-cells'
    | 'missing-alternative'
    | 'drawn-text'
    | 'repeated-text'
  /** What it is about, in the report's own words. */
  readonly what: string
  /** Anchor of the nearest element that has one; empty if there is none or it isn't known. */
  readonly near: string
}

/** Compares the finished tags with the page and with what every reader needs of them. */
export function audit(
  top: readonly Kid[],
  sheets: Sheets,
  facts: PageFacts,
  placed: readonly PlacedFigure[]
): Finding[] {
  const textOf = (node: Element) =>
    [...contents([node])].map((content) => sheets.mark(content)?.text ?? '').join('')
  return [
    ...effects(facts),
    ...repeated(facts),
    ...signs(sheets),
    ...borrowed(sheets, facts),
    ...headings(top, textOf),
    ...tables(top, facts, textOf),
    ...figures(top, facts, textOf),
    ...lostText(top, sheets, facts),
    ...lostFigures(top, facts, placed, textOf),
    ...unseenText(top, sheets)
  ]
}

function effects({ effects: found }: PageFacts): Finding[] {
  return found.map(({ near, effect }) => ({ rule: 'drawn-text', what: effect, near }))
}

function repeated({ repeated: found }: PageFacts): Finding[] {
  return found.map(({ near, text }) => ({ rule: 'repeated-text', what: text, near }))
}

function signs(sheets: Sheets): Finding[] {
  const before = sheets.streams.flatMap(({ survey }) => survey.unknownSigns)
  return before.map((text) => ({ rule: 'unknown-sign', what: text, near: '' }))
}

/** The pinned browser's one font of its own, which it takes when the page's fonts lack a sign. */
const BROWSERS_FONT = 'OpenSans'

/** Signs that the page's fonts lack and the browser has borrowed. */
function borrowed(sheets: Sheets, { fonts }: PageFacts): Finding[] {
  const brought = fonts.map((family) => family.replaceAll(' ', ''))
  if (brought.length === 0 || brought.includes(BROWSERS_FONT)) return []
  const shown = sheets.streams.flatMap(({ survey }) => [...survey.fonts])
  return shown
    .filter(([font]) => font.startsWith(BROWSERS_FONT))
    .map(([, text]) => ({ rule: 'borrowed-sign', what: text, near: '' }))
}

function headings(top: readonly Kid[], textOf: (node: Element) => string): Finding[] {
  const found: Finding[] = []
  let before = 0
  for (const node of elements(top)) {
    const level = Number(/^H([1-6])$/.exec(node.type)?.[1] ?? 0)
    if (level === 0) continue
    if (level > before + 1) {
      found.push({ rule: 'skipped-heading', what: textOf(node).trim(), near: '' })
    }
    before = level
  }
  return found
}

function tables(
  top: readonly Kid[],
  facts: PageFacts,
  textOf: (node: Element) => string
): Finding[] {
  const found: Finding[] = []
  const all = [...elements(top)].filter(({ type }) => type === 'Table')
  const comparable = facts.tables.length === all.length
  all.forEach((table, i) => {
    const rows = rowsOf(table)
    const first = rows[0] ? textOf(rows[0]) : ''
    const caption = table.kids.find((kid) => kid.kind === 'element' && kid.type === 'Caption')
    const what = (caption?.kind === 'element' ? textOf(caption) : first).trim()
    const fact = comparable ? facts.tables[i] : undefined
    const near = fact?.near ?? ''
    if (new Set(columnCounts(rows)).size > 1) found.push({ rule: 'irregular-table', what, near })
    const cells = rows.map((row) => row.kids.filter((kid) => kid.kind === 'element').length)
    if (fact && fact.cells.join() !== cells.join()) {
      found.push({ rule: 'lost-cells', what, near })
    }
  })
  return found
}

function figures(
  top: readonly Kid[],
  facts: PageFacts,
  textOf: (node: Element) => string
): Finding[] {
  const bare = [...elements(top)].filter(
    ({ type, alt }) => (type === 'Figure' || type === 'Formula') && (alt ?? '') === ''
  )
  const rule = 'missing-alternative' as const
  return [
    ...bare.map((node) => ({ rule, what: textOf(node).trim(), near: '' })),
    ...facts.undescribed.map((near) => ({ rule, what: '', near })),
    ...lostLabels(top, facts, textOf)
  ]
}

/** The words in each drawing must be in its tag, so that none is outside the drawing's edge. */
function lostLabels(
  top: readonly Kid[],
  facts: PageFacts,
  textOf: (node: Element) => string
): Finding[] {
  const drawn = [...elements(top)].filter(({ type }) => type === 'Figure')
  if (drawn.length !== facts.drawings.length) return []
  return facts.drawings.flatMap(({ near, texts }, i) => {
    const text = texts.length === 0 ? '' : comparable(textOf(drawn[i] as Element))
    return texts
      .filter((label) => !text.includes(comparable(label)))
      .map((label) => ({ rule: 'cut-text', what: label, near }) as const)
  })
}

/** Text that is read aloud and that eyes can't read, whole or in part. */
function unseenText(top: readonly Kid[], sheets: Sheets): Finding[] {
  const found: Finding[] = []
  for (const content of contents(top)) {
    const { cut = '', hidden = '' } = sheets.mark(content) ?? {}
    if (cut !== '') found.push({ rule: 'cut-text', what: cut.trim(), near: '' })
    if (hidden.trim() !== '') found.push({ rule: 'hidden-text', what: hidden.trim(), near: '' })
  }
  return found
}

/** Every piece of the page's text must be in the tags' text, whole and in order. */
function lostText(top: readonly Kid[], sheets: Sheets, facts: PageFacts): Finding[] {
  let read = ''
  const visit = (kid: Kid): void => {
    if (kid.kind === 'content') read += sheets.mark(kid)?.text ?? ''
    // A drawing's own text isn't the page's.
    else if (kid.kind === 'element' && kid.type !== 'Figure') kid.kids.forEach(visit)
  }
  top.forEach(visit)
  return findLost(read, facts.texts).map(({ near, piece }) => ({
    rule: 'lost-text',
    what: piece,
    near
  }))
}

/** A figure of `tal.json` is in the page's text, which is compared whole, or in its drawing's. */
function lostFigures(
  top: readonly Kid[],
  facts: PageFacts,
  placed: readonly PlacedFigure[],
  textOf: (node: Element) => string
): Finding[] {
  const marked = new Set(facts.figures)
  const drawings = [...elements(top)].filter(({ type }) => type === 'Figure')
  const texts = drawings.map((node) => comparable(textOf(node)))
  const known = facts.drawings.length === drawings.length
  const found: Finding[] = []
  for (const { nr, text, diagram } of placed) {
    if (marked.has(nr)) continue
    const wanted = comparable(text)
    const there = texts.some(
      (drawn, i) => (!known || facts.drawings[i]?.near === diagram) && drawn.includes(wanted)
    )
    if (!there) found.push({ rule: 'lost-figure', what: text, near: diagram ?? '' })
  }
  return found
}
