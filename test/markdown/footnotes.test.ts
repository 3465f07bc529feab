import { describe, expect, it } from 'vitest'
import { faultsOf, htmlOf } from './render.ts'

describe('footnotes', () => {
  it('are numbered by first use, with ids of the file and a way back', () => {
    expect(htmlOf('Ett[^b] två[^a].\n\n[^a]: Not a.\n[^b]: Not *b*.')).toBe(
      '<p>Ett<sup><a href="#p-not-1" id="p-notref-1" aria-label="Not 1">1</a></sup>' +
        ' två<sup><a href="#p-not-2" id="p-notref-2" aria-label="Not 2">2</a></sup>.</p>\n' +
        '<div class="noter"><p class="noterubrik">Noter</p><ol>' +
        '<li id="p-not-1"><p>Not <em>b</em>. <a href="#p-notref-1" class="notlank" aria-label="Tillbaka till texten, not 1">↩</a></p></li>' +
        '<li id="p-not-2"><p>Not a. <a href="#p-notref-2" class="notlank" aria-label="Tillbaka till texten, not 2">↩</a></p></li>' +
        '</ol></div>'
    )
  })

  it('have one way back for each place that refers to them', () => {
    const html = htmlOf('a[^n] b[^n]\n\n[^n]: c')
    expect(html).toContain('id="p-notref-1"')
    expect(html).toContain('id="p-notref-1-2"')
    expect(html).toContain('aria-label="Tillbaka till texten, not 1 (1)"')
    expect(html).toContain(
      '<a href="#p-notref-1-2" class="notlank" aria-label="Tillbaka till texten, not 1 (2)">'
    )
  })

  it('may refer to each other', () => {
    const html = htmlOf('a[^n]\n\n[^n]: c[^m]\n[^m]: d[^n]')
    expect(html).toContain('<li id="p-not-2"><p>d')
    expect(html).toContain('#p-notref-1-2')
  })

  it('have values', () => {
    expect(htmlOf('a[^n]\n\n[^n]: {{x}} kr', { '{{x}}': '<b>5</b>' })).toContain('<p><b>5</b> kr')
  })

  it.each([
    ['without text', 'a[^x] b', ['1:2-1:6 fotnot-har-text']],
    ['with empty text', 'a[^x]\n\n[^x]:', ['3:1-3:6 fotnot-har-text']],
    ['that no text refers to', 'a\n\n[^x]: b', ['3:1-3:8 fotnot-har-hanvisning warning']],
    ['with two texts', 'a[^x]\n\n[^x]: b\n[^x]: c', ['4:1-4:8 fotnot-ar-unik']],
    ['but not when escaped', 'a\\[^x]', []]
  ])('are reported %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
