import { describe, expect, it } from 'vitest'
import { faultsOf, render } from './render.ts'

describe('the chapter', () => {
  it('is taken out with text, HTML and id', () => {
    const { rubrik, html, rubriker } = render('# Året *i* korthet {{x}}\n\nText', {
      '{{x}}': '<span>1 &amp; 2</span>'
    })
    expect(rubrik).toEqual({
      text: 'Året i korthet 1 & 2',
      html: 'Året <em>i</em> korthet <span>1 &amp; 2</span>',
      id: 'aret-i-korthet-1-2'
    })
    expect(html).toBe('<p>Text</p>')
    expect(rubriker).toEqual([])
  })

  it('has the id of the file unless it gives one itself', () => {
    expect(render('# A', {}, { chapterId: 'kapitel' }).rubrik?.id).toBe('kapitel')
    expect(render('# A {#b}', {}, { chapterId: 'kapitel' }).rubrik?.id).toBe('b')
  })

  it('comes out of HTML round it and with notes in it', () => {
    const { rubrik, html } = render('# A <b>b</b>[^n]\n\n[^n]: c')
    expect(rubrik?.text).toBe('A b')
    expect(html).toContain('<div class="noter">')
  })
})

describe('headings', () => {
  it('are numbered by the caller, in order, and listed', () => {
    const counts = [0, 0, 0, 0, 0, 0]
    const { html, rubriker } = render(
      '# K\n\n## A\n\n### B\n\n## C',
      {},
      {
        numberHeading(nivå) {
          counts[nivå] = (counts[nivå] ?? 0) + 1
          return nivå === 2 ? `4.${counts[2]}` : undefined
        }
      }
    )
    expect(html).toBe(
      '<h3 id="a"><span class="nr">4.1</span> A</h3>\n' +
        '<h4 id="b">B</h4>\n' +
        '<h3 id="c"><span class="nr">4.2</span> C</h3>'
    )
    expect(rubriker).toEqual([
      { nivå: 2, id: 'a', text: 'A', nr: '4.1' },
      { nivå: 3, id: 'b', text: 'B' },
      { nivå: 2, id: 'c', text: 'C', nr: '4.2' }
    ])
  })

  it('take a given id, and the next free one of those already used', () => {
    const ids = new Set(['mal'])
    const { rubriker } = render(
      '## Mål\n\n## Mål\n\n## Mål {#eget-id}\n\n## 2021\n\n## ?',
      {},
      { ids }
    )
    expect(rubriker.map((rubrik) => rubrik.id)).toEqual([
      'mal-2',
      'mal-3',
      'eget-id',
      'avsnitt-2021',
      'avsnitt'
    ])
    expect([...ids]).toContain('eget-id')
  })

  it('in a box or a quotation are no part of the contents', () => {
    const { rubriker, html } = render(
      ':::ruta{rubrik="R"}\n### A\n:::\n\n> ### B',
      {},
      { numberHeading: () => '9' }
    )
    expect(rubriker).toEqual([])
    expect(html).toContain('<h4 id="a">A</h4>')
  })

  it('stand in the tree before anything is computed', () => {
    expect(render('# A {#a-id}\n\n## B {{x}}').tree.headings).toEqual([
      { nivå: 1, text: 'A', id: 'a-id', span: { file: 'x.md', start: 0, end: 11 } },
      { nivå: 2, text: 'B', id: undefined, span: { file: 'x.md', start: 13, end: 23 } }
    ])
  })

  it.each([
    ['without text', '# A\n\n##', ['3:1-3:3 rubrik-har-text']],
    ['with an id alone', '## {#a}', ['1:1-1:8 rubrik-har-text']],
    ['that skip a level', '# A\n\n### B', ['3:1-3:6 rubrik-i-ordning warning']],
    ['of a second chapter', '# A\n\n# B', ['3:1-3:4 rubrik-i-ordning warning']],
    ['after text', 'Text\n\n# A', ['3:1-3:4 rubrik-i-ordning warning']],
    ['with an id that can be none', '## A {#Åk-1}', ['1:6-1:13 id-ar-giltigt']],
    ['with an id used before', '## A {#a}\n\n## B {#a}', ['3:1-3:10 id-ar-unikt']],
    ['in order, also upwards', '# A\n\n## B\n\n### C\n\n## D', []]
  ])('are reported %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
