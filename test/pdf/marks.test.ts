import { describe, expect, it } from 'vitest'
import type { Font } from '../../src/pdf/fonts.ts'
import { markArtifacts, mendSpaces } from '../../src/pdf/marks.ts'
import { survey } from '../../src/pdf/survey.ts'

const FONT: Font = {
  name: 'Prov',
  digits: 4,
  signs: [undefined, ' ', 'a', 'ff'],
  space: '0001',
  widths: [],
  missing: 0.5
}
const look = (source: string) =>
  survey(source, [0, 0, 100, 100], {
    font: () => FONT,
    form: () => undefined,
    state: (name) => ({ alpha: name === 'Faint' ? 0.01 : 1 })
  })
const marked = (source: string, ...dropped: number[]) =>
  markArtifacts(source, look(source), new Set(dropped))

const TEXT = 'BT\n/F 10 Tf\n1 0 0 1 5 5 Tm\n<00020003> Tj\nET\n'
const P = `/P <</MCID 0>>BDC\n${TEXT}EMC\n`

describe('markArtifacts', () => {
  it('wraps what no tag covers; before the first tag it is header or footer', () => {
    expect(marked(`${TEXT}${P}0 0 5 5 re\nf\n`)).toBe(
      `/Artifact <</Type /Pagination>> BDC\n${TEXT}EMC\n${P}/Artifact BMC\n0 0 5 5 re\nf\nEMC\n`
    )
  })

  it('wraps within the graphics state it stands in, and leaves clips alone', () => {
    expect(marked('q\n0 0 9 9 re\nW n\n1 0 0 RG\n1 1 m\n2 2 l\nS\nQ\n')).toBe(
      'q\n0 0 9 9 re\nW n\n1 0 0 RG\n/Artifact <</Type /Pagination>> BDC\n1 1 m\n2 2 l\nS\nEMC\nQ\n'
    )
  })

  it('renames what the reading leaves out', () => {
    expect(marked(P, 0)).toBe(P.replace('/P <</MCID 0>>BDC', '/Artifact BMC'))
  })

  it('touches nothing where all is tagged', () => {
    expect(marked(P)).toBe(P)
    expect(marked('')).toBe('')
  })
})

describe('survey', () => {
  it('tells the text of a piece, its box, and what it paints', () => {
    const mark = look(P).marks.get(0)
    expect(mark).toMatchObject({ text: 'aff', hasContent: true, hasPaths: false, cut: '' })
    expect(mark?.box).toEqual([5, 2.5, 15, 13])
  })

  it('follows moves, scales and clips', () => {
    const source =
      'q\n2 0 0 2 10 10 cm\n0 0 5 5 re\nW n\n/Figure <</MCID 7>> BDC\n0 0 50 3 re\nf\nEMC\nQ\n'
    expect(look(source).marks.get(7)).toMatchObject({
      hasPaths: true,
      hasContent: false,
      box: [10, 10, 20, 16]
    })
  })

  it('takes the text that a tag tells, not its glyphs', () => {
    const told = `/P <</MCID 0>> BDC\nBT\n/F 10 Tf\n/Span <</ActualText <FEFF00E5>>> BDC\n<0002> Tj\nEMC\n<0002> Tj\nET\nEMC\n`
    expect(look(told).marks.get(0)?.text).toBe('åa')
  })

  it('sees text cut by the edge, and signs that no font has', () => {
    const at = (x: number, glyph = '0002') =>
      look(`/P <</MCID 0>> BDC\nBT\n/F 10 Tf\n1 0 0 1 ${x} 5 Tm\n<0002${glyph}> Tj\nET\nEMC\n`)
    expect(at(5).marks.get(0)?.cut).toBe('')
    expect(at(93).marks.get(0)?.cut).toBe('aa')
    expect(at(200).marks.get(0)?.cut).toBe('')
    expect(at(5, '0000').unknownSigns).toEqual(['a'])
  })
})

describe('mendSpaces', () => {
  const told = (code: string, move = '') =>
    `/Span<</ActualText <FEFF${code}> >> BDC\n${move}<0001> Tj\nEMC\n`

  it('takes out soft hyphens that aren’t used, and keeps the way to the next glyph', () => {
    expect(mendSpaces(`<0002> Tj\n${told('00AD', '5 0 Td ')}0 0 Td <0002> Tj\n`)).toBe(
      '<0002> Tj\n5 0 Td\n0 0 Td <0002> Tj\n'
    )
    expect(mendSpaces(`<0002> Tj\n${told('00AD')}<0002> Tj\n`)).toBe('<0002> Tj\n<0002> Tj\n')
  })

  it('tells that the hyphen at a line’s end is a soft one', () => {
    const hyphen = 'BT\n/F 9 Tf\n1 0 0 -1 50 5 Tm\n<0004> Tj\nET\n'
    expect(mendSpaces(`BT\n<0002> Tj\n${told('00AD', '5 0 Td ')}ET\n${hyphen}`)).toBe(
      'BT\n<0002> Tj\nET\nBT\n/F 9 Tf\n1 0 0 -1 50 5 Tm\n/Span <</ActualText <FEFF00AD>>> BDC\n<0004> Tj\nEMC\nET\n'
    )
  })

  it('lets a no-break space be a space', () => {
    expect(mendSpaces(told('00A0', '5 0 Td '))).toBe('5 0 Td <0001> Tj\n')
  })
})
