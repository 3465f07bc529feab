import type { Sources, Span } from '../source.ts'
import type { Finding } from './audit.ts'

/**
 * Where in a report's own files a finding stems from: the words themselves, else the anchor by which
 * a table, chart or heading is called, else the report's file.
 */
export function placeOfFinding(
  { what, near }: Pick<Finding, 'what' | 'near'>,
  sources: Sources,
  folder: string,
  file: string
): Span {
  const own = [...sources.values()].filter(
    ({ path }) => path.startsWith(`${folder}/`) && path.endsWith('.md')
  )
  const words = plainText(what).slice(0, 40)
  const plain = near.replace(/^[dt]-/, '')
  for (const wanted of [words, near, plain]) {
    if (wanted.length < 4) continue
    // Lines are broken elsewhere in the source, and its spaces may be of another kind.
    const pattern = new RegExp(
      wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
    )
    for (const { path, text } of own) {
      const found = pattern.exec(text)
      if (found) return { file: path, start: found.index, end: found.index + found[0].length }
    }
  }
  return { file, start: 0, end: 0 }
}

/** Text as it is written: without hyphens that only a line's end shows, ligatures as letters. */
export function plainText(text: string): string {
  return text.replaceAll('\u00AD', '').normalize('NFKC').replace(/\s+/g, ' ').trim()
}
