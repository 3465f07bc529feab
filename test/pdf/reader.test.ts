import { describe, expect, it } from 'vitest'
import { PdfFile } from '../../src/pdf/file.ts'
import { readPageMap, readRawPdf } from '../../src/pdf/reader.ts'
import { content, pdf } from './raw-pdf.ts'

const HEADER = '.24 0 0 -.24 0 841.9 cm\nq\n3.125 0 0 3.125 0 0 cm\nBT\nET\nQ\n'
const body = (scale: string) =>
  content(
    `${HEADER}q\n237.5 237.5 2007.9 3035.4 re\nW* n\nq\n${scale} 0 0 ${scale} 237.5 237.5 cm\nQ`
  )

const PAGE = '<</Type /Page\n/MediaBox [0 0 594 841]\n/Contents 5 0 R\n/Parent 4 0 R>>'
const SHRUNK = '<</Type /Page\n/Contents 6 0 R\n/Parent 4 0 R>>'

const REPORT = pdf(
  PAGE,
  SHRUNK,
  '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
  '<</Type /Pages\n/Count 2\n/Kids [1 0 R 3 0 R]>>',
  body('3.125'),
  body('2.66'),
  '<</inledning [1 0 R /XYZ 0 700 0]\n/m%C3%A5l [2 0 R /XYZ 0 700 0]\n/a#20b [2 0 R /XYZ 0 1 0]\n/hundra% [1 0 R /XYZ 0 1 0]>>',
  '<</Type /Outlines\n/First 9 0 R\n/Last 11 0 R>>',
  '<</Title (Ett \\(1\\) \\345r)\n/Next 11 0 R\n/First 10 0 R>>',
  '<</Title <FEFF005400760061202F00E5>>>',
  '<</Title <FEFFD83DDE00>\n/Prev 9 0 R>>',
  '<</Type /Catalog\n/Pages 4 0 R\n/Dests 7 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 3 0 R\n/Outlines 8 0 R>>'
)

const PLAIN = pdf(
  '<</Type /Page\n/Contents 2 0 R>>',
  content(''),
  '<</Type /Pages\n/Kids [1 0 R]>>',
  '<</Type /Catalog\n/Pages 3 0 R>>'
)

describe('readRawPdf', () => {
  it('counts pages through the page tree and names their destinations by HTML id', () => {
    const facts = readRawPdf(new PdfFile(REPORT))
    expect(facts.pages).toBe(2)
    expect([...facts.destinations]).toEqual([
      ['inledning', 1],
      ['mål', 2],
      ['a b', 2],
      ['hundra%', 1]
    ])
    expect([...readPageMap(new PdfFile(REPORT))]).toEqual([...facts.destinations])
  })

  it('reads bookmarks in both of PDF’s spellings', () => {
    expect(readRawPdf(new PdfFile(REPORT)).bookmarks).toEqual([
      { level: 1, title: 'Ett (1) år' },
      { level: 2, title: 'Tva\u202Få' },
      { level: 1, title: '😀' }
    ])
  })

  it('sees whether it is tagged and whether a page was shrunk', () => {
    const facts = readRawPdf(new PdfFile(REPORT))
    expect(facts.tagged).toBe(true)
    expect(facts.scales[0]).toBe(1)
    expect(facts.scales[1]).toBeCloseTo(0.8512, 4)
  })

  it('takes the absence of tags, bookmarks, destinations and contents as just that', () => {
    expect(readRawPdf(new PdfFile(PLAIN))).toEqual({
      pages: 1,
      destinations: new Map(),
      bookmarks: [],
      tagged: false,
      scales: [1]
    })
  })

  it.each(['', '%PDF-1.7\nstartxref\n9\n%%EOF\n', 'hej'])('refuses %j', (text) => {
    expect(() => new PdfFile(Buffer.from(text))).toThrow('not a PDF')
  })
})
