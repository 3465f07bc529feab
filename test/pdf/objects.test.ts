import { describe, expect, it } from 'vitest'
import { PdfFile } from '../../src/pdf/file.ts'
import { ValueParser } from '../../src/pdf/parse.ts'
import {
  asText,
  dict,
  Indirect,
  Name,
  PdfString,
  Stream,
  textString
} from '../../src/pdf/values.ts'
import { serialize, writePdf } from '../../src/pdf/writer.ts'
import { content, pdf } from './raw-pdf.ts'
import { unpack } from '../../src/pdf/unpack.ts'

const numbered = new Map<number, Indirect>()
const refer = (number: number) => {
  const known = numbered.get(number) ?? new Indirect(null)
  numbered.set(number, known)
  return known
}
const numberOf = (object: Indirect) => [...numbered].find(([, known]) => known === object)?.[0] ?? 0
const roundTrip = (text: string) => serialize(new ValueParser(text, 0, refer).value(), numberOf)

describe('values', () => {
  it.each([
    ['<< /A 1 /B [ 2 0 R 3 ] >>', '<</A 1/B[2 0 R 3]>>'],
    ['[ true false null -.5 +4 ]', '[true false null -0.5 4]'],
    ['[ 1 2 0 R /N (a) <FE FF> << >> ]', '[1 2 0 R/N(a)<FE FF><<>>]'],
    ['(a \\) (b) \\\\)', '(a \\) (b) \\\\)'],
    ['/m%C3#20#28', '/m#25C3#20#28'],
    ['% a comment\n/X', '/X'],
    ['[]', '[]']
  ])('%j is written back as %j', (text, written) => {
    expect(roundTrip(text)).toBe(written)
  })

  it.each(['', '<< /A', '(abc', '[1 2', '<ab', '<<1 2>>', 'hej', '1.2.3'])('refuses %j', (text) => {
    expect(() => roundTrip(text)).toThrow()
  })

  it('writes small numbers without exponent', () => {
    expect(serialize(0.0000001, numberOf)).toBe('0.0000001')
    expect(serialize(1e-12, numberOf)).toBe('0')
  })

  it('reads and writes text in both of PDF’s spellings', () => {
    expect(textString('En (1) \\ tva').source).toBe('(En \\(1\\) \\\\ tva)')
    expect(textString('Mål').source).toBe('<FEFF004D00E5006C>')
    for (const text of ['', 'En (1) \\ två', 'å😀', 'rad\nrad']) {
      expect(asText(textString(text))).toBe(text)
    }
    expect(asText(new PdfString('(\\345\\(\\n\\\n)'))).toBe('å(\n')
    expect(asText(new PdfString('<4A 4>'))).toBe('J@')
  })
})

describe('a file', () => {
  const FILE = pdf(
    '<</Type /Page\n/Contents 2 0 R>>',
    content('0 0 m'),
    '<</Type /Pages\n/Kids [1 0 R]>>',
    '<</Type /Catalog\n/Pages 3 0 R>>'
  )

  it('is read object by object, its streams without their compression', () => {
    const file = new PdfFile(FILE)
    expect(file.pages()).toHaveLength(1)
    const stream = file.object(2).value
    expect(stream instanceof Stream && file.decoded(stream)).toBe('0 0 m')
    expect(file.object(99).value).toBeNull()
  })

  it('is written with what is reached alone, and read again', async () => {
    const file = new PdfFile(FILE)
    const bytes = await writePdf(
      new Indirect(new Map(file.catalog).set('Pages', file.object(3))),
      new Indirect(dict({ Title: textString('Å') }))
    )
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toMatch(/^%PDF-1\.7\n/)
    expect(text).toMatch(/\/ID\[<([0-9A-F]{32})><\1>\]/)
    const again = new PdfFile(unpack(bytes))
    expect(again.pages()).toHaveLength(1)
    expect(again.catalog.get('Type')).toBe(Name.of('Catalog'))
  })

  it('is the same bytes whatever numbers its objects had', async () => {
    const shuffled = pdf(
      content('0 0 m'),
      '<</Type /Page\n/Contents 1 0 R>>',
      '(not reached)',
      '<</Type /Pages\n/Kids [2 0 R]>>',
      '<</Type /Catalog\n/Pages 4 0 R>>'
    )
    const write = (bytes: Uint8Array) =>
      writePdf(new PdfFile(bytes).trailer.get('Root') as Indirect, new Indirect(new Map()))
    expect(await write(shuffled)).toEqual(await write(FILE))
  })
})
