import { expect, it } from 'vitest'
import { estimateHeight, follows } from '../../src/template/length.ts'

const text = (paragraphs: number) => `<p>${'ord och mening '.repeat(30)}</p>`.repeat(paragraphs)
const short = { html: text(2), bilaga: false }
const long = { html: text(9), bilaga: false }

it('grows with text, rows and drawings', () => {
  const row = '<tr><th>Personal</th><td class="n">1,0</td></tr>'
  const heights = [
    text(1),
    text(2),
    `${text(2)}<table>${row.repeat(5)}</table>`,
    `${text(2)}<table>${row.repeat(20)}</table>`
  ].map(estimateHeight)
  expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  expect(estimateHeight(`${text(1)}\uE000diagram-0\uE000`) - estimateHeight(text(1))).toBe(66)
})

it('puts short chapters together as long as the page has room', () => {
  expect(follows([short, short, long, short, short])).toEqual([false, true, false, false, true])
  expect(follows([long, long])).toEqual([false, false])
})

it('begins appendices, and what follows wide tables, on pages of their own', () => {
  expect(follows([short, { ...short, bilaga: true }])).toEqual([false, false])
  const wide = { html: '<div class="tabellblock liggande"></div>', bilaga: false }
  expect(follows([short, wide, short])).toEqual([false, false, false])
})
