import { describe, expect, it } from 'vitest'
import { retag } from '../../src/pdf/retag.ts'
import type { Painted } from '../../src/pdf/retag.ts'
import { element } from '../../src/pdf/structure.ts'
import type { Content, Element, Kid } from '../../src/pdf/structure.ts'
import { columnCounts } from '../../src/pdf/tables.ts'
import { dict, Indirect, Name } from '../../src/pdf/values.ts'

const PAGES = [new Indirect(null), new Indirect(null)] as const
const LINK = new Indirect(dict({ Subtype: Name.of('Link') }))

/** A piece of content: its number, on the first page or the second. */
const on = (mcid: number, page: 0 | 1 = 0): Content => ({
  kind: 'content',
  page: PAGES[page],
  form: undefined,
  mcid
})
const link: Kid = { kind: 'object', page: PAGES[0], object: LINK }
const alt = (text: string, ...kids: Kid[]) => Object.assign(element('Figure', kids), { alt: text })
const cell = (type: string, attributes: Record<string, number | Name>, ...kids: Kid[]) => {
  const made = element(type, kids)
  made.attributes.set('Table', dict(attributes))
  return made
}

/** The tags in short: `P(1 2)`; content from 50 on is lines alone, from 90 on nothing. */
function retagged(...kids: Kid[]): { tags: string; dropped: number[] } {
  const dropped: number[] = []
  const painted: Painted = {
    paints: ({ mcid }) => (mcid >= 90 ? 'nothing' : mcid >= 50 ? 'paths' : 'content'),
    pageNumber: ({ page }) => PAGES.indexOf(page),
    drop: ({ mcid }) => dropped.push(mcid)
  }
  const top = element('Document', kids)
  retag([top], painted)
  return { tags: top.kids.map(short).join(' '), dropped }
}

function short(kid: Kid): string {
  if (kid.kind === 'content') return String(kid.mcid)
  if (kid.kind === 'object') return 'link'
  return `${kid.type}(${kid.kids.map(short).join(' ')})`
}

describe('retag', () => {
  it('takes away elements that say nothing, and those that hold nothing', () => {
    const kids = element('P', [element('NonStruct', [element('NonStruct', [on(1)]), on(2)])])
    expect(retagged(kids, element('P', [element('Span')])).tags).toBe('P(1 2)')
  })

  it('makes ornaments artifacts, but not in drawings', () => {
    const { tags, dropped } = retagged(element('P', [on(1), on(50), on(90)]), alt('Bild', on(51)))
    expect(tags).toBe('P(1) Figure(51)')
    expect(dropped).toEqual([50, 90])
  })

  it('gives list items a body', () => {
    const item = element('LI', [
      element('Lbl', [on(1)]),
      on(2),
      element('L', [element('LI', [on(3)])])
    ])
    expect(retagged(element('L', [item])).tags).toBe('L(LI(Lbl(1) LBody(2 L(LI(LBody(3))))))')
  })

  it('makes items of terms and definitions', () => {
    const [lbl, body] = ['Lbl', 'LBody'].map((type) => (n: number) => element(type, [on(n)]))
    expect(retagged(element('L', [lbl!(1), body!(2), lbl!(3), lbl!(4), body!(5)])).tags).toBe(
      'L(LI(Lbl(1) LBody(2)) LI(Lbl(3) Lbl(4) LBody(5)))'
    )
  })

  it('lets an outer figure be a group, and what owns a link’s area a link', () => {
    expect(retagged(alt('', element('Caption', [on(1)]), alt('Bild', on(2)))).tags).toBe(
      'Div(Caption(1) Figure(2))'
    )
    expect(retagged(element('P', [element('NonStruct', [on(1), link])])).tags).toBe(
      'P(Link(1 link))'
    )
  })

  it('puts text among blocks in a paragraph, with its words in other tags', () => {
    expect(retagged(on(1), element('Strong', [on(2)]), element('P', [on(3)]), on(4)).tags).toBe(
      'P(1 Strong(2)) P(3) P(4)'
    )
  })

  it('reads what the page asks for, and keeps its lines in contents', () => {
    const line = alt('@@TOCI', element('Link', [on(1), link]))
    expect(retagged(alt('@@TOC', line)).tags).toBe('TOC(TOCI(Reference(Link(1 link))))')
    const short = alt('@@Span E="till exempel" Lang=sv', on(1))
    retagged(element('P', [short]))
    expect(short).toMatchObject({
      type: 'Span',
      expansion: 'till exempel',
      lang: 'sv',
      alt: undefined
    })
  })

  it('groups a table’s rows, its head from the first page only', () => {
    const head = element('TR', [cell('TH', {}, on(1), on(2, 1))])
    const row = element('TR', [
      cell('TH', { Scope: Name.of('Row') }, on(3)),
      cell('TD', {}, on(4, 1))
    ])
    const { tags, dropped } = retagged(element('Table', [element('Caption', [on(5)]), head, row]))
    expect(tags).toBe('Table(Caption(5) THead(TR(TH(1))) TBody(TR(TH(3) TD(4))))')
    expect(dropped).toEqual([2])
  })
})

describe('columnCounts', () => {
  const row = (...cells: Element[]) => element('TR', cells)
  const plain = () => cell('TD', {})

  it('counts cells with those that reach in from above', () => {
    expect(
      columnCounts([
        row(cell('TH', { RowSpan: 2 }), cell('TH', { ColSpan: 2 })),
        row(plain(), plain()),
        row(plain(), plain(), plain())
      ])
    ).toEqual([3, 3, 3])
  })

  it('shows where a cell is missing', () => {
    expect(columnCounts([row(plain(), plain()), row(plain())])).toEqual([2, 1])
    expect(columnCounts([])).toEqual([])
  })
})
