import { describe, expect, it } from 'vitest'
import { attachmentsOf } from '../../src/pdf/inputs.ts'
import { authorOf, createXmp } from '../../src/pdf/metadata.ts'
import { srgbProfile } from '../../src/pdf/srgb.ts'

const ABOUT = {
  organisation: 'Region <Prov> & Co',
  enhet: 'Provnämnden',
  diarienummer: 'PN 2021/7',
  period: '2021-T2',
  status: 'beslutad',
  program: 'Tertial 0.1.0',
  underlag: [
    { fil: 'data/b.yaml', sha256: 'b'.repeat(64) },
    { fil: 'data/a.yaml', sha256: 'a'.repeat(64) }
  ]
}

describe('createXmp', () => {
  const xmp = createXmp('Mål', '2022-03-01', 'Skia/PDF m153', ABOUT, { part: 3 })

  it('says what the report is, and what it was made from in order of path', () => {
    for (const part of [
      '<rdf:li xml:lang="x-default">Mål</rdf:li>',
      '<tertial:organisation>Region &lt;Prov&gt; &amp; Co</tertial:organisation>',
      '<tertial:diarienummer>PN 2021/7</tertial:diarienummer>',
      '<tertial:datum>2022-03-01</tertial:datum>',
      '<tertial:period>2021-T2</tertial:period>',
      '<tertial:status>beslutad</tertial:status>',
      `<rdf:li>${'a'.repeat(64)}  data/a.yaml</rdf:li><rdf:li>${'b'.repeat(64)}  data/b.yaml</rdf:li>`,
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfuaid:part>1</pdfuaid:part>',
      '<xmp:CreateDate>2022-03-01T00:00:00Z</xmp:CreateDate>'
    ]) {
      expect(xmp).toContain(part)
    }
  })

  it('hashes the list as sha256sum would', () => {
    // printf '%s  data/a.yaml\n%s  data/b.yaml\n' aaa… bbb… | sha256sum
    expect(xmp).toContain(
      `<tertial:sha256>b132fcbdfc67a80cb17c5489b045b1e755139e6445ba949c98a8a4872002ad1e</tertial:sha256>`
    )
  })

  it('describes every property of its own, and leaves out what isn’t known', () => {
    const plain = createXmp(
      'T',
      '2022-03-01',
      'p',
      { ...ABOUT, diarienummer: undefined, underlag: [] },
      { part: 2 }
    )
    const used = [...plain.matchAll(/<tertial:(\w+)>/g)].map((found) => found[1])
    expect(used).toEqual(['organisation', 'enhet', 'datum', 'period', 'status'])
    for (const name of used)
      expect(plain).toContain(`<pdfaProperty:name>${name}</pdfaProperty:name>`)
  })

  it('is written without anything known of the report', () => {
    expect(createXmp('T', '2022-03-01', 'p', undefined, { part: 2 })).not.toContain('tertial:')
  })

  it('names the unit and its organisation as author, once where they are one', () => {
    expect(authorOf(ABOUT)).toBe('Provnämnden, Region <Prov> & Co')
    expect(authorOf({ ...ABOUT, enhet: 'Nämnden', organisation: 'Nämnden' })).toBe('Nämnden')
  })
})

describe('attachmentsOf', () => {
  const input = (fil: string) => ({ fil, bytes: Buffer.from('x'), sha256: '' })

  it('takes data and figures, not text and images, each under a name of its own', () => {
    const attachments = attachmentsOf(
      [
        input('content/o/e/r/10-text.md'),
        input('content/o/e/r/bild.png'),
        input('data/o/mål.yaml'),
        input('data/o/e/mål.yaml'),
        input('data/o/e/serie.csv')
      ],
      new Map([
        ['index.html', ''],
        ['tal.json', '{}'],
        ['data/serie.csv', 'a;b']
      ])
    )
    expect(attachments.map(({ name, mime, relationship }) => [name, mime, relationship])).toEqual([
      ['mål.yaml', 'application/yaml', 'Source'],
      ['e-mål.yaml', 'application/yaml', 'Source'],
      ['serie.csv', 'text/csv', 'Source'],
      ['tal.json', 'application/json', 'Data'],
      ['data-serie.csv', 'text/csv', 'Data']
    ])
  })
})

describe('srgbProfile', () => {
  it('is a small profile that says its own length and is always the same', () => {
    const profile = Buffer.from(srgbProfile())
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect(profile.length).toBeLessThan(600)
    expect(profile.toString('latin1', 12, 20)).toBe('mntrRGB ')
    expect(profile).toEqual(Buffer.from(srgbProfile()))
  })
})
