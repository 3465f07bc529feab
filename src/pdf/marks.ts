import type { Survey } from './survey.ts'

/**
 * The content stream with every stroke in it either tagged or an artifact: what no tag covers is
 * wrapped, what the reading doesn't need (`dropped`, by MCID) is renamed. Lines are set closer, and
 * besides what is to be inserted nothing else is touched.
 */
export function markArtifacts(
  source: string,
  { marks, loose, firstMark, edits: closer }: Survey,
  dropped: ReadonlySet<number>,
  inserted: readonly { readonly at: number; readonly text: string }[] = []
): string {
  const edits = [...closer, ...inserted.map(({ at, text }) => ({ at, until: at, text }))]
  for (const { start, end } of loose) {
    const margin = end <= firstMark
    edits.push({ at: start, until: start, text: margin ? PAGINATION : ARTIFACT })
    edits.push({ at: end, until: end, text: source[end - 1] === '\n' ? 'EMC\n' : '\nEMC\n' })
  }
  for (const mcid of dropped) {
    const mark = marks.get(mcid)
    if (mark) edits.push({ at: mark.start, until: mark.end, text: ARTIFACT.trimEnd() })
  }
  if (edits.length === 0) return source
  edits.sort((a, b) => a.at - b.at || a.until - b.until)
  let text = ''
  let at = 0
  for (const edit of edits) {
    text += source.slice(at, edit.at) + edit.text
    at = edit.until
  }
  return text + source.slice(at)
}

const ARTIFACT = '/Artifact BMC\n'
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n'

/**
 * Puts soft hyphens and no-break spaces right. Skia paints each soft hyphen as a space told to be
 * U+00AD, used or not, and the hyphen at the line's end as a plain sign, so that copied words come
 * apart: unused ones are taken out, and the visible hyphen is told to be the soft one. A no-break space
 * is told so too; to a reader who searches it is a space, which its glyph says by itself.
 */
export function mendSpaces(source: string): string {
  let mended = source
  if (/<feff00a0>/i.test(mended)) mended = mended.replace(NO_BREAK, '$1')
  if (!/<feff00ad>/i.test(mended)) return mended
  return mended
    .replace(USED, 'ET\nBT\n$2/Span <</ActualText <FEFF00AD>>> BDC\n$3\nEMC\nET')
    .replace(UNUSED, (_, move: string | undefined) =>
      move === undefined ? '' : `${move.trimEnd()}\n`
    )
}

/** Exactly as Skia writes it, and not as it is written here. */
const TOLD = String.raw`\/Span<<\/ActualText <feff00ad> >> BDC\n(\S+ \S+ Td )?<[0-9a-f]+> Tj\nEMC\n`
const UNUSED = new RegExp(TOLD, 'gi')
/** Last in its line, and then the hyphen alone in a text object of its own. */
const USED = new RegExp(
  String.raw`${TOLD}ET\nBT\n((?:\/\S+ \S+ Tf\n)?[^\n]* Tm\n)(<[0-9a-f]{4}> Tj)\nET`,
  'gi'
)
const NO_BREAK =
  /\/Span<<\/ActualText <feff00a0> >> BDC\n((?:\S+ \S+ Td )?<[0-9a-f]{4}> Tj\n)EMC\n/gi
