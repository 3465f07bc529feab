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
  const words = what.replace(/\s+/g, ' ').trim().slice(0, 40)
  const plain = near.replace(/^[dt]-/, '')
  for (const wanted of [words, near, plain]) {
    if (wanted.length < 4) continue
    for (const { path, text } of own) {
      const start = text.indexOf(wanted)
      if (start >= 0) return { file: path, start, end: start + wanted.length }
    }
  }
  return { file, start: 0, end: 0 }
}
