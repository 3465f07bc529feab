import { PdfFile } from './file.ts'
import { readSheets } from './sheets.ts'
import type { Sheets } from './sheets.ts'
import { contents, readStructure } from './structure.ts'
import type { Element, Kid } from './structure.ts'
import { unpack } from './unpack.ts'

/** Where in a file something is, as far as it can be told. */
export interface Located {
  /** From 1; undefined where it is on no page. */
  readonly page: number | undefined
  /** The words there, or the nearest before; empty if there are none. */
  readonly words: string
}

/**
 * What veraPDF's paths in a file lead to: `root/document[0]/pages[1](6 0 obj PDPage)/…`, or through the
 * tags, `…/StructTreeRoot[0](…)/K[0](173 0 obj SEDocument Document)/K[2](…)`.
 */
export function locator(bytes: Uint8Array): (path: string) => Located {
  let opened: { readonly sheets: Sheets; readonly top: readonly Kid[] } | undefined
  const open = () => {
    const file = new PdfFile(unpack(bytes))
    return { sheets: readSheets(file), top: readStructure(file).top }
  }
  return (path) => {
    const page = /\/pages\[(\d+)\]/.exec(path)?.[1]
    const tags = path.split('/StructTreeRoot[0]')[1]
    if (tags === undefined) return { page: page && Number(page) + 1, words: '' } as Located
    try {
      opened ??= open()
    } catch {
      // Not a file of ours: what is wrong is told all the same.
      return { page: undefined, words: '' }
    }
    const steps = [...tags.matchAll(/\/K\[(\d+)\]/g)].map(([, index]) => Number(index))
    return follow(opened.top, steps, opened.sheets)
  }
}

/** Goes down the tags, and keeps the last that has words in it. */
function follow(top: readonly Kid[], steps: readonly number[], sheets: Sheets): Located {
  let kids = top
  let before: Element | undefined
  let here: Element | undefined
  for (const step of steps) {
    const inside = kids.filter((kid): kid is Element => kid.kind === 'element')
    const next = inside[step]
    if (!next) break
    before = inside[step - 1] ?? before
    here = next
    kids = next.kids
  }
  const nearest = [here, before].find((node) => node && wordsOf(node, sheets) !== '')
  const [content] = [...contents(nearest ? [nearest] : [])]
  return {
    page: content && sheets.pageNumber(content) + 1,
    words: nearest ? wordsOf(nearest, sheets) : ''
  }
}

function wordsOf(node: Element, sheets: Sheets): string {
  let words = ''
  for (const content of contents([node])) {
    words += sheets.mark(content)?.text ?? ''
    if (words.trim().length > 80) break
  }
  return words.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim().slice(0, 80)
}
