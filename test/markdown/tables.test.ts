import { describe, expect, it } from 'vitest'
import { faultsOf, htmlOf, render } from './render.ts'

const BLOCK =
  '<div class="tabellblock text"><p class="dra" aria-hidden="true">Dra i sidled för att se hela tabellen</p>'
const REGION = 'role="region" tabindex="0"'

describe('tables', () => {
  it('have a region with a name, row heads, figures to the right and no empty cell', () => {
    expect(htmlOf('## Mål\n\n| Namn | Tal | |\n|---|--:|:-:|\n| A | 1 | x |\n| | | |')).toBe(
      '<h3 id="mal">Mål</h3>\n' +
        `${BLOCK}<div class="tabell" aria-label="Tabell i Mål" ${REGION}><table>` +
        '<thead><tr><th scope="col">Namn</th><th scope="col" class="n">Tal</th><td class="mitt">\u00a0</td></tr></thead>' +
        '<tbody><tr><th scope="row">A</th><td class="n">1</td><td class="mitt">x</td></tr>' +
        '<tr><td>\u00a0</td><td class="n">\u00a0</td><td class="mitt">\u00a0</td></tr></tbody>' +
        '</table></div></div>'
    )
  })

  it('have no row heads when the first column is figures or the only one', () => {
    expect(htmlOf('| Tal | Namn |\n|--:|---|\n| 1 | a |')).toContain(
      '<tbody><tr><td class="n">1</td><td>a</td></tr></tbody>'
    )
    expect(htmlOf('| Namn |\n|---|\n| a |')).toContain('<tbody><tr><td>a</td></tr></tbody>')
  })

  it('get different names, also from file to file', () => {
    const table = '| a |\n|---|\n| b |'
    const ids = new Set<string>()
    const html =
      render(`${table}\n\n${table}`, {}, { ids }).html +
      render(`## X\n\n${table}`, {}, { ids }).html
    expect([...html.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Tabell',
      'Tabell, 2',
      'Tabell i X'
    ])
  })

  it('fill up short rows and report long ones', () => {
    const text = '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |'
    expect(htmlOf(text)).toContain('<tr><th scope="row">1</th><td>\u00a0</td></tr>')
    expect(faultsOf(text)).toEqual(['4:9-4:14 tabell-har-hela-rader'])
  })
})

describe(':::tabell', () => {
  const text = ':::tabell{#avtal rubrik="Avtal & köp"}\n| a |\n|---|\n| b |\n\nEn not.\n:::'

  it('gives its table a numbered caption', () => {
    const { html, tabeller, faults } = render(text, {}, { numberTable: () => '3' })
    expect(html).toBe(
      `${BLOCK}<div class="tabell" aria-labelledby="avtal" ${REGION}><table>` +
        '<caption id="avtal"><b>Tabell 3.</b> Avtal &#x26; köp</caption>' +
        '<thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></div></div>\n' +
        '<p>En not.</p>'
    )
    expect(tabeller).toEqual([{ id: 'avtal', rubrik: 'Avtal & köp' }])
    expect(faults).toEqual([])
  })

  it('stands in the tree before anything is computed', () => {
    expect(render(text).tree.tables).toEqual([
      { id: 'avtal', rubrik: 'Avtal & köp', span: { file: 'x.md', start: 0, end: 38 } }
    ])
  })

  it.each([
    ['no caption', ':::tabell\n| a |\n|---|\n| b |\n:::', ['1:1-1:10 tabell-har-rubrik']],
    ['no table', ':::tabell{rubrik="x"}\ntext\n:::', ['1:1-1:22 tabell-har-rubrik']],
    ['a bad id', ':::tabell{#Ett_id rubrik="x"}\n| a |\n|---|\n:::', ['1:12-1:18 id-ar-giltigt']]
  ])('is reported with %s', (_, markdown, faults) => {
    expect(faultsOf(markdown)).toEqual(faults)
  })
})
