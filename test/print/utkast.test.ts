import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { builtSite, pdfName } from '../setup/site.ts'
import { pageTexts } from '../pdf/text.ts'

const site = builtSite()
const GRANSKAD = 'region-norrbotten/regionstod/2021-uppfoljning-av-intern-kontroll'
const BESLUTAD = 'region-norrbotten/regionstod/2021-internkontrollplan'
/** The watermark's colour, which nothing else on the pages has. */
const MÄRKE = '#eef0f2'

const read = (report: string) => new Uint8Array(readFileSync(join(site, report, pdfName(report))))

/** What each page draws: whether in the mark's colour, and whether with pictures of dots. */
async function drawn(report: string) {
  const pdf = await getDocument({ data: read(report), verbosity: 0 }).promise
  const pages: { landscape: boolean; marked: boolean; images: number }[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const { fnArray, argsArray } = await page.getOperatorList()
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({
      landscape: width > height,
      marked: fnArray.some(
        (fn, i) => fn === OPS.setFillRGBColor && [...(argsArray[i] as string[])].includes(MÄRKE)
      ),
      images: fnArray.filter((fn) =>
        [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject].includes(fn)
      ).length
    })
  }
  await pdf.loadingTask.destroy()
  return pages
}

describe('a report that is not decided', () => {
  it('has the mark on every sheet, upright and landscape, drawn as lines', async () => {
    const pages = await drawn(GRANSKAD)
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.some(({ landscape }) => landscape)).toBe(true)
    for (const { marked, images } of pages) expect([marked, images]).toEqual([true, 0])
  })

  it('says so in words once, on the cover', async () => {
    const texts = await pageTexts(read(GRANSKAD))
    const saying = texts.map((text) => text.split('Rapporten är inte beslutad').length - 1)
    expect(saying).toEqual([1, ...texts.slice(1).map(() => 0)])
    expect(texts.filter((text) => text.includes('UTKAST'))).toEqual([])
  })
})

it('a report that is decided has no mark', async () => {
  expect((await drawn(BESLUTAD)).filter(({ marked }) => marked)).toEqual([])
  expect((await pageTexts(read(BESLUTAD))).join(' ')).not.toContain('inte beslutad')
})
