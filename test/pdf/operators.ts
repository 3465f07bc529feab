import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

const MARKS = new Set([
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
  // Resources come when they are first needed, which says nothing of the page.
  OPS.dependency
])

/** What a page draws, as text to compare, and how far along its line each glyph in it stands. */
export interface Drawn {
  readonly operators: readonly string[]
  readonly places: readonly number[]
}

/**
 * Everything that each page draws: without marks, which draw nothing, and without glyphs that show
 * nothing. How glyphs are put together in operators is all the same.
 */
export async function drawnOperators(bytes: Uint8Array): Promise<Drawn[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: Drawn[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList()
    const operators: string[] = []
    const places: number[] = []
    let [line, pen, size] = [0, 0, 0]
    fnArray.forEach((operator, i) => {
      const args: unknown = argsArray[i]
      if (MARKS.has(operator)) return
      if (operator === OPS.moveText) {
        const [along, down] = args as [number, number]
        pen = line += along
        if (down === 0) return
      }
      if (operator === OPS.setTextMatrix || operator === OPS.beginText) pen = line = 0
      if (operator === OPS.setFont) [, size] = args as [string, number]
      if (operator !== OPS.showText) {
        operators.push(`${operator} ${JSON.stringify(args, (_, value: unknown) => named(value))}`)
        return
      }
      for (const glyph of (args as [(Glyph | number)[]])[0]) {
        if (typeof glyph === 'number') pen -= (glyph * size) / 1000
        else {
          if (!/^\s?$/.test(glyph.unicode)) {
            operators.push(glyph.unicode)
            places.push(pen)
          }
          pen += (glyph.width * size) / 1000
        }
      }
    })
    pages.push({ operators, places })
  }
  await document.loadingTask.destroy()
  return pages
}

interface Glyph {
  readonly unicode: string
  readonly width: number
}

/** Names that pdf.js gives fonts and images hold numbers of objects, which are new in the new file. */
function named(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^(g_d\d+|img_p\d+|d\d+)_\S*/, 'x')
  return value instanceof Float32Array ? [...value] : value
}
