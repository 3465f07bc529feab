import { describe, expect, it } from 'vitest'
import { faultsOf, htmlOf, render } from './render.ts'

describe('running text', () => {
  it.each([
    "EU:s bidrag den 3:e, kl. 10:30 och :namn[etikett]{#id .klass attribut='värde'}.",
    'Nämnden :3 :a :b{c} x:y 1:2:3 ::',
    'Ungefär ~5 till ~6 och 3 * 4 * 5'
  ])('is left exactly as written: %s', (text) => {
    expect(htmlOf(text)).toBe(`<p>${text}</p>`)
    expect(faultsOf(text)).toEqual([])
  })

  it('may be struck out', () => {
    expect(htmlOf('~~bort~~')).toBe('<p><del>bort</del></p>')
  })

  it('has its bare addresses linked', () => {
    expect(htmlOf('Se https://a.se/b_c eller skriv till a@b.se.')).toBe(
      '<p>Se <a href="https://a.se/b_c">https://a.se/b_c</a> eller skriv till <a href="mailto:a@b.se">a@b.se</a>.</p>'
    )
  })

  it('parts with a line that no one hears', () => {
    expect(htmlOf('a\n\n---\n\nb')).toBe('<p>a</p>\n<hr aria-hidden="true">\n<p>b</p>')
  })

  it('warns of stars that mark nothing', () => {
    expect(faultsOf('Det är **{{x}}**s fel')).toEqual([
      '1:8-1:10 markering-ar-avslutad warning',
      '1:15-1:17 markering-ar-avslutad warning'
    ])
  })

  it.each([
    ['quotations', `a\n\n${'>'.repeat(3000)}a`, '3:1-3:3001'],
    ['lists', `${'+ '.repeat(200)}a`, '1:99-1:402']
  ])('nested beyond reason is reported, not a crash: %s', (_, text, place) => {
    const { html, faults } = render(text)
    expect(html).toBe('')
    expect(faults).toEqual([`${place} markdown-gar-att-lasa`])
  })

  it('is nothing when the file is empty', () => {
    const { html, rubrik, rubriker, faults } = render('')
    expect({ html, rubrik, rubriker, faults }).toEqual({
      html: '',
      rubrik: undefined,
      rubriker: [],
      faults: []
    })
  })
})

describe('task lists', () => {
  it('have boxes with names', () => {
    expect(htmlOf('- [x] ett\n- [ ] två')).toBe(
      '<ul class="contains-task-list">\n' +
        '<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Klart"> ett</li>\n' +
        '<li class="task-list-item"><input type="checkbox" disabled aria-label="Inte klart"> två</li>\n' +
        '</ul>'
    )
  })
})

describe('definition lists', () => {
  it('have terms and definitions', () => {
    expect(htmlOf('Nämnd\n: beslutar\n: svarar')).toBe(
      '<dl>\n<dt>Nämnd</dt>\n<dd>beslutar\n</dd>\n<dd>svarar\n</dd>\n</dl>'
    )
  })
})
