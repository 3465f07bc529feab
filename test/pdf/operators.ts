import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

const MARKS = new Set([
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
  // Resources come when they are first needed, which says nothing of the page.
  OPS.dependency
])

/**
 * Everything that each page draws, as text to compare: without marks, which draw nothing, and without
 * glyphs that show nothing.
 */
export async function drawnOperators(bytes: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList()
    const drawn: string[] = []
    fnArray.forEach((operator, i) => {
      const args: unknown = argsArray[i]
      if (MARKS.has(operator) || (operator === OPS.showText && isBlank(args))) return
      drawn.push(`${operator} ${JSON.stringify(args, (_, value: unknown) => named(value))}`)
    })
    pages.push(drawn)
  }
  await document.loadingTask.destroy()
  return pages
}

function isBlank(args: unknown): boolean {
  const [glyphs] = args as [{ unicode?: string }[]]
  return glyphs.every((glyph) => /^\s?$/.test(glyph.unicode ?? ''))
}

/** Names that pdf.js gives fonts and images hold numbers of objects, which are new in the new file. */
function named(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^(g_d\d+|img_p\d+|d\d+)_\S*/, 'x')
  return value instanceof Float32Array ? [...value] : value
}
