import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../src/diagnostic.ts'
import { createSource } from '../../src/source.ts'
import { readCsv } from '../../src/yaml/csv.ts'

function read(text: string) {
  const diagnostics = new Diagnostics()
  const table = readCsv(createSource('x.csv', text), diagnostics)
  return {
    rader: table?.rader.map(({ celler }) =>
      Object.fromEntries([...celler].map(([namn, cell]) => [namn, cell.text]))
    ),
    /** Each cell's source text, to see that its place is right. */
    platser: table?.rader.map(({ celler }) =>
      [...celler.values()].map(({ span }) => text.slice(span.start, span.end))
    ),
    fel: diagnostics.all.map(({ text, span }) => [text, span?.start, span?.end])
  }
}

describe('readCsv', () => {
  it('gives cells by column, with places', () => {
    expect(read('id;utfall\na;1\nb;-2,5\n')).toEqual({
      rader: [
        { id: 'a', utfall: '1' },
        { id: 'b', utfall: '-2,5' }
      ],
      platser: [
        ['a', '1'],
        ['b', '-2,5']
      ],
      fel: []
    })
  })
  it('reads quoted cells with separators, line breaks and doubled quotes', () => {
    const { rader, platser, fel } = read('id;text\na;"ett; två\nsa ""kö"""\n')
    expect(rader).toEqual([{ id: 'a', text: 'ett; två\nsa "kö"' }])
    expect(platser).toEqual([['a', '"ett; två\nsa ""kö"""']])
    expect(fel).toEqual([])
  })
  it.each([
    ['a byte order mark', '\uFEFFid;v\na;1'],
    ['Windows line ends', 'id;v\r\na;1\r\n'],
    ['empty lines, and lines of separators alone', '\n;\nid;v\n\na;1\n;\n\n'],
    ['spaces round cells', ' id ; v \n a ; 1 ']
  ])('takes %s', (_, text) => {
    expect(read(text)).toMatchObject({ rader: [{ id: 'a', v: '1' }], fel: [] })
  })
  it('composes letters, so that å is å whatever system wrote it', () => {
    expect(read('id\na\u030a').rader).toEqual([{ id: 'å' }])
  })
  it('has no rows where there is a head alone', () => {
    expect(read('id;v\n')).toMatchObject({ rader: [], fel: [] })
  })
  it.each([
    ['', 'Filen är tom.', 0, 0],
    ['id;v\na;"1\nb;2', 'Citattecknet är inte avslutat.', 7, 8],
    ['id;v\na;"1"x;2', 'Här står text efter cellens sista citattecken.', 10, 11],
    ['id;v\na', 'Raden har 1 cell, rubrikraden har 2.', 5, 6],
    ['id;v\na;1;2', 'Raden har 3 celler, rubrikraden har 2.', 5, 10],
    ['id,v\na,1', 'Cellerna är åtskilda med komma, väntade semikolon.', 0, 4],
    ['id\tv', 'Cellerna är åtskilda med tabb, väntade semikolon.', 0, 4],
    ['id;v;v', 'Kolumnen "v" står två gånger.', 5, 6]
  ])('tells of %j', (text, fel, start, end) => {
    expect(read(text).fel).toEqual([[fel, start, end]])
  })
})
