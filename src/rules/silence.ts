import { positionOf, type Source, type Span } from '../source.ts'

/** A writer's word that a finding is known and stands, at one place and with a reason. */
export interface Tystning {
  readonly regel: string
  /** Empty where the writer gave none, which is itself a finding. */
  readonly skäl: string
  readonly span: Span
  /** Offsets between which findings of the rule are silenced. */
  readonly från: number
  readonly till: number
}

const MARKDOWN = /<!--\s*tystad\b:?\s*([^\s:>]*?)\s*(?::\s*([\s\S]*?))?\s*-->/g
const YAML = /(?<=^|\s)#\s*tystad\b:?\s*([^\s:]*)\s*(?::[ \t]*([^\r\n]*))?/g

/**
 * Silencings in a file: `<!-- tystad: regel-id: skäl -->` in or right before a paragraph, and in
 * YAML `# tystad: regel-id: skäl` on the line or the line above.
 */
export function readTystningar(source: Source): Tystning[] {
  if (!source.text.includes('tystad')) return []
  const markdown = /\.md$/i.test(source.path)
  const found: Tystning[] = []
  const code = markdown ? codeIn(source.text) : []
  for (const match of source.text.matchAll(markdown ? MARKDOWN : YAML)) {
    // Shown, not meant.
    if (code.some(([start, end]) => match.index >= start && match.index < end)) continue
    const span = {
      file: source.path,
      start: match.index,
      end: match.index + match[0].trimEnd().length
    }
    const [från, till] = markdown ? paragraphAt(source, span) : lineAt(source, span)
    found.push({ regel: match[1] ?? '', skäl: (match[2] ?? '').trim(), span, från, till })
  }
  return found
}

/** Fenced blocks and inline code: from mark to mark. */
function codeIn(text: string): [number, number][] {
  return [
    ...text.matchAll(
      /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*\r?$|(?![\s\S]))/gm
    ),
    ...text.matchAll(/(?<!`)(`{1,2})(?!`)[^\n]*?[^`]\1(?!`)/g)
  ].map((match) => [match.index, match.index + match[0].length])
}

/** The paragraph that holds the comment, or the next one where the comment stands alone. */
function paragraphAt({ text }: Source, span: Span): [number, number] {
  const blank = /\n[ \t]*\r?\n/g
  let start = 0
  for (const match of text.slice(0, span.start).matchAll(blank))
    start = match.index + match[0].length
  const own = text.slice(start, span.start) + firstParagraph(text.slice(span.end))
  const alone = own.replace(/<!--[\s\S]*?-->/g, '').trim() === ''
  let end = span.end
  if (alone) end += /^\s*/.exec(text.slice(end))?.[0].length ?? 0
  return [start, end + firstParagraph(text.slice(end)).length]
}

const firstParagraph = (text: string): string => text.split(/\n[ \t]*\r?\n/, 1)[0] ?? ''

/** The comment's own line, or the next line with data where the comment stands alone. */
function lineAt(source: Source, span: Span): [number, number] {
  const lines = source.lineStarts
  let line = positionOf(source, span.start).line - 1
  const startOf = (n: number) => lines[n] ?? source.text.length
  const textOf = (n: number) => source.text.slice(startOf(n), startOf(n + 1))
  if (/^\s*#/.test(textOf(line)))
    while (line + 1 < lines.length && /^\s*(#|$)/.test(textOf(line).trimEnd())) line++
  return [startOf(line), startOf(line + 1)]
}
