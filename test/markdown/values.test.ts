import { describe, expect, it } from 'vitest'
import { faultsOf, htmlOf, render } from './render.ts'

const TAL = { '{{tal "a"}}': '<span class="tal">12,4 % | *ej*</span>' }
const SPAN = '<span class="tal">12,4 % | *ej*</span>'

describe('a value in the text', () => {
  it('is replaced by HTML that comes through untouched', () => {
    expect(htmlOf('Blev {{tal "a"}}.', TAL)).toBe(`<p>Blev ${SPAN}.</p>`)
  })

  it.each([
    ['emphasis', '*{{tal "a"}}*', `<p><em>${SPAN}</em></p>`],
    ['strong', 'a **{{tal "a"}}** b', `<p>a <strong>${SPAN}</strong> b</p>`],
    ['a link', '[{{tal "a"}}](#x)', `<p><a href="#x">${SPAN}</a></p>`],
    ['a list', '- x {{tal "a"}}\n', `<ul>\n<li>x ${SPAN}</li>\n</ul>`],
    ['a quotation', '> x {{tal "a"}}', `<blockquote>\n<p>x ${SPAN}</p>\n</blockquote>`],
    ['a definition', 'T\n: d {{tal "a"}}', `<dl>\n<dt>T</dt>\n<dd>d ${SPAN}\n</dd>\n</dl>`],
    ['a heading', '## x {{tal "a"}}', `<h3 id="x-12-4-ej">x ${SPAN}</h3>`]
  ])('stands in %s', (_, text, html) => {
    expect(htmlOf(text, TAL)).toBe(html)
  })

  it('keeps a cell one cell, whatever signs it has', () => {
    const { html, faults } = render('| a | b |\n|---|---|\n| {{tal "a"}} | slut |', TAL)
    expect(html).toContain(`<tbody><tr><th scope="row">${SPAN}</th><td>slut</td></tr></tbody>`)
    expect(faults).toEqual([])
  })

  it('is no Markdown inside, and may go on over lines', () => {
    const text = 'Se {{tal "a_b_c *d* 10:30"\n   period="[x](y)"}} där.'
    const value = '{{tal "a_b_c *d* 10:30"\n   period="[x](y)"}}'
    const { html, tree, faults } = render(text, { [value]: '1' })
    expect(html).toBe('<p>Se 1 där.</p>')
    expect(tree.values).toEqual([
      { text: value, span: { file: 'x.md', start: 3, end: 47 }, block: false, nr: 0 }
    ])
    expect(faults).toEqual([])
  })

  it('has its quotation marks blanked, so that offsets stay true', () => {
    const { tree } = render('> a {{tal\n> "b"}}')
    expect(tree.values).toEqual([
      { text: '{{tal\n  "b"}}', span: { file: 'x.md', start: 4, end: 17 }, block: false, nr: 0 }
    ])
  })

  it('keeps its place after a byte order mark, å and CRLF', () => {
    const { tree } = render('\ufeffå\r\n\r\nb {{x}}')
    expect(tree.values[0]?.span).toEqual({ file: 'x.md', start: 8, end: 13 })
  })

  it('prints nothing where the replacement failed', () => {
    expect(htmlOf('Blev {{okänt}}.')).toBe('<p>Blev .</p>')
  })

  it('is found in order through notes, lists and cells', () => {
    const text = '# {{a}}\n\n- {{b}}\n\n| {{c}} |\n|---|\n| {{d}} |\n\nx[^1]\n\n[^1]: {{e}}\n'
    const { tree } = render(text)
    expect(tree.values.map((value) => value.text)).toEqual([
      '{{a}}',
      '{{b}}',
      '{{c}}',
      '{{d}}',
      '{{e}}'
    ])
  })

  it('takes three braces as one value', () => {
    expect(render('a {{{x}}} b').tree.values[0]?.text).toBe('{{{x}}}')
  })

  it('stays text when escaped and code when in code', () => {
    expect(htmlOf('\\{{a}} och `{{b}}`\n\n    {{c}}')).toBe(
      '<p>{{a}} och <code>{{b}}</code></p>\n<pre><code>{{c}}\n</code></pre>'
    )
    expect(faultsOf('\\{{a}} och `{{b}}`\n\n    {{c}}')).toEqual([])
  })
})

describe('a value alone in a paragraph', () => {
  const values = {
    '{{tabell "t"}}': '<table>T</table>',
    '{{tal "a"}}': '<b>1</b>',
    '{{tal "b"}}': '<b>2</b>'
  }

  it('becomes the block itself', () => {
    expect(htmlOf('Före\n\n{{tabell "t"}}\n\nefter', values)).toBe(
      '<p>Före</p>\n<table>T</table>\n<p>efter</p>'
    )
  })

  it('becomes a paragraph when it is no block', () => {
    expect(htmlOf('{{tal "a"}}', values)).toBe('<p><b>1</b></p>')
  })

  it('may have others on the next lines', () => {
    expect(htmlOf('{{tal "a"}}\n{{tal "b"}}\n{{tabell "t"}}', values)).toBe(
      '<p><b>1</b>\n<b>2</b></p>\n<table>T</table>'
    )
  })

  it('gives nothing at all where the replacement failed', () => {
    expect(htmlOf('{{okänt}}')).toBe('')
  })

  it('is reported in the middle of text, and not printed', () => {
    const { html, faults } = render('Här är {{tabell "t"}} den.', values)
    expect(html).toBe('<p>Här är  den.</p>')
    expect(faults).toEqual(['1:8-1:22 block-star-ensamt'])
  })
})

describe('what was meant as a value', () => {
  it.each([
    ['without end', 'Blev {{tal "a" i år.', ['1:6-1:8 varde-ar-avslutat']],
    [
      'without end before a blank line',
      'x {{a\n\n}} y',
      ['1:3-1:5 varde-ar-avslutat', '3:1-3:3 varde-ar-avslutat']
    ],
    ['without beginning', 'Blev tal "a"}}', ['1:13-1:15 varde-ar-avslutat']],
    ['in an address', '[x]({{url}})', ['1:5-1:12 varde-star-i-text']],
    ['in an address with spaces', '[x]({{se "y"}})', ['1:3-1:5 lank-fungerar warning']],
    ['in an alternative text', '![{{namn}}](a.png)', ['1:3-1:11 varde-star-i-text']],
    ['in an attribute', ':::ruta{rubrik="{{x}}"}\na\n:::', ['1:17-1:22 varde-star-i-text']],
    ['in HTML', '<div>{{x}}</div>', ['1:6-1:11 varde-star-i-text']],
    ['in a comment, where it may', '<!-- {{x}} -->', []]
  ])('is reported %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  it('is reported in a cell cut by a pipe', () => {
    expect(faultsOf('| a | b |\n|---|---|\n| {{tal "x|y"}} |')).toEqual([
      '3:3-3:5 varde-ar-avslutat',
      '3:14-3:16 varde-ar-avslutat'
    ])
  })
})

describe('hostile values', () => {
  it('are the business of those who make the HTML: nothing is parsed again', () => {
    const html = '<span>&lt;script>alert(1)&lt;/script></span>'
    expect(htmlOf('a {{x}} <b>b</b>', { '{{x}}': html })).toBe(`<p>a ${html} <b>b</b></p>`)
  })
})
