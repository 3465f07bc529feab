import { describe, expect, it } from 'vitest'
import { alignDecimals } from '../../src/template/align.ts'

const table = (...cells: string[]) =>
  `<table><tbody>${cells.map((cell) => `<tr><th scope="row">x</th><td class="n">${cell}</td></tr>`).join('')}</tbody></table>`
const moved = (by: string, text: string) => `<span style="margin-right:calc(${by})">${text}</span>`

describe('alignDecimals', () => {
  it.each([
    ['24,7', '−179,2', '–'].slice(0, 2),
    ['34 %', '48 %'],
    ['1 367', '12'],
    ['se planen', '5,3']
  ])('leaves a column that is alike: %s, %s', (...cells) => {
    expect(alignDecimals(table(...cells))).toBe(table(...cells))
  })

  it('moves what has fewer decimals in by what it lacks', () => {
    expect(alignDecimals(table('5,35', '6', '12,1', '–'))).toBe(
      table(
        '5,35',
        moved('2ch + 0.25em', '6'),
        moved('1ch + 0em', '12,1'),
        moved('2ch + 0.25em', '–')
      )
    )
  })

  it('counts signs after the figure: per cent and brackets', () => {
    expect(alignDecimals(table('4,77 %', '34 %', '(12,5)'))).toBe(
      table('4,77 %', moved('2ch + 0.25em', '34 %'), moved('1ch + 0.72em', '(12,5)'))
    )
  })

  it('keeps the figure with its source', () => {
    const figure = '<data class="tal" value="6">6</data>'
    expect(alignDecimals(table('5,35', figure))).toBe(table('5,35', moved('2ch + 0.25em', figure)))
  })

  it('lets tables with joined cells be', () => {
    const joined = table('5,35', '6').replace('<td', '<td rowspan="2"')
    expect(alignDecimals(joined)).toBe(joined)
  })
})
