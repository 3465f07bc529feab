import { describe, expect, it } from 'vitest'
import { finish } from '../../src/pdf/finish.ts'
import { RawObjects } from '../../src/pdf/objects.ts'
import { content, pdf } from './raw-pdf.ts'

const info = (created: string, changed: string) =>
  `<</CreationDate (D:${created})\n/ModDate (D:${changed})>>`
const CATALOG = '<</Type /Catalog>>'
const RAW = pdf(info("20261122002753+00'00'", "20261122002754+00'00'"), CATALOG)

describe('finish: times', () => {
  it('puts the report’s date in the place of the two times of printing', () => {
    const fixed = pdf(info("20220301000000+00'00'", "20220301000000+00'00'"), CATALOG)
    expect(finish({ bytes: RAW, date: '2022-03-01' })).toEqual(fixed)
  })

  it('leaves the bytes it was given alone', () => {
    const before = Buffer.from(RAW)
    finish({ bytes: RAW, date: '2022-03-01' })
    expect(RAW).toEqual(before)
  })

  it.each(['', '2022', '1 mars 2022', '2022-03-01T12:00'])('refuses the date %j', (date) => {
    expect(() => finish({ bytes: RAW, date })).toThrow('not a date')
  })

  it('refuses a file whose times it does not find: it would not be the same twice', () => {
    const date = '2022-03-01'
    expect(() => finish({ bytes: pdf(CATALOG), date })).toThrow('/CreationDate is not where')
    const other = pdf(info('20261122002753Z', "20261122002754+00'00'"), CATALOG)
    expect(() => finish({ bytes: other, date })).toThrow('/CreationDate is not where')
  })
})

describe('finish: ids of table cells', () => {
  /** A table of a head cell, a second one and a cell under both, and the name tree in two leaves. */
  const table = (head: string, second: string, row: string, leaves: readonly string[]) =>
    pdf(
      info("20261122002753+00'00'", "20261122002754+00'00'"),
      `<</S /TH /Alt (node00000007)\n/ID (${head})>>`,
      `<</S /TH\n/ID (${second})>>`,
      content('(node00000007) Tj'),
      `<</S /TH /A [<</O /Table\n/Headers [(${head}) (${second})]>>]\n/ID (${row})>>`,
      ...leaves,
      '<</Kids [6 0 R 7 0 R]>>',
      CATALOG
    )
  const finished = (bytes: Uint8Array) => new RawObjects(finish({ bytes, date: '2022-03-01' }))

  const COUNTED = table('node00000033', 'node00000034', 'node00000120', [
    '<</Limits [(node00000033) (node00000034)]\n/Names [(node00000033) 2 0 R (node00000034) 3 0 R]>>',
    '<</Limits [(node00000120) (node00000120)]\n/Names [(node00000120) 5 0 R]>>'
  ])
  const OTHERWISE = table('node00000051', 'node00000002', 'node00000003', [
    '<</Limits [(node00000002) (node00000003)]\n/Names [(node00000002) 3 0 R (node00000003) 5 0 R]>>',
    '<</Limits [(node00000051) (node00000051)]\n/Names [(node00000051) 2 0 R]>>'
  ])

  it('are numbered in the order of the document, in cells, headers and name tree', () => {
    const objects = finished(COUNTED)
    expect([2, 3, 5, 6, 7].map((number) => objects.text(number))).toEqual([
      '2 0 obj\n<</S /TH /Alt (node00000007)\n/ID (node00000001)>>\n',
      '3 0 obj\n<</S /TH\n/ID (node00000002)>>\n',
      '5 0 obj\n<</S /TH /A [<</O /Table\n/Headers [(node00000001) (node00000002)]>>]\n/ID (node00000003)>>\n',
      '6 0 obj\n<</Limits [(node00000001) (node00000002)]\n/Names [(node00000001) 2 0 R (node00000002) 3 0 R]>>\n',
      '7 0 obj\n<</Limits [(node00000003) (node00000003)]\n/Names [(node00000003) 5 0 R]>>\n'
    ])
    expect(objects.stream(4)).toBe('(node00000007) Tj')
  })

  it('are the same whatever the browser’s counter said', () => {
    const date = '2022-03-01'
    expect(finish({ bytes: OTHERWISE, date })).toEqual(finish({ bytes: COUNTED, date }))
  })
})
