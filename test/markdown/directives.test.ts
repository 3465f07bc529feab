import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../src/diagnostic.ts'
import { parseMarkdown } from '../../src/markdown/processor.ts'
import { createSource } from '../../src/source.ts'
import { faultsOf, htmlOf, render } from './render.ts'

describe(':::ruta', () => {
  it('is an aside with its heading as name', () => {
    expect(htmlOf(':::ruta{rubrik="Åtgärd"}\nText.\n:::')).toBe(
      '<aside class="ruta" aria-label="Åtgärd"><p class="rutrubrik">Åtgärd</p><p>Text.</p></aside>'
    )
  })

  it('takes its heading from a label too', () => {
    expect(htmlOf(':::ruta[Åtgärd]\nText.\n:::')).toBe(
      '<aside class="ruta" aria-label="Åtgärd"><p class="rutrubrik">Åtgärd</p><p>Text.</p></aside>'
    )
  })

  it('is no landmark without a heading', () => {
    expect(htmlOf(':::ruta\nText.\n:::')).toBe('<div class="ruta"><p>Text.</p></div>')
  })

  it('gets a name of its own when two have one heading', () => {
    const html = htmlOf('## Mål\n\n:::ruta{rubrik="A"}\nx\n:::\n\n:::ruta{rubrik="A"}\ny\n:::')
    expect(html).toContain('aria-label="A"')
    expect(html).toContain('aria-label="A, Mål"')
  })
})

describe(':::ruta{slag}', () => {
  it('has the kind as a class', () => {
    expect(htmlOf(':::ruta{slag="vision" rubrik="Vision"}\nHjälpsam.\n:::')).toBe(
      '<aside class="ruta vision" aria-label="Vision"><p class="rutrubrik">Vision</p><p>Hjälpsam.</p></aside>'
    )
    expect(htmlOf(':::ruta{slag="vision"}\nHjälpsam.\n:::')).toBe(
      '<div class="ruta vision"><p>Hjälpsam.</p></div>'
    )
  })

  it('reports a kind that there is none of', () => {
    const { html, faults } = render(':::ruta{slag="visjon"}\na\n:::')
    expect(html).toBe('<div class="ruta"><p>a</p></div>')
    expect(faults).toEqual(['1:1-1:23 direktiv-finns'])
  })
})

describe(':::citat', () => {
  it('is a quote with its source', () => {
    expect(htmlOf(':::citat{källa="Revisorernas rapport"}\nAnsvaret är otydligt.\n:::')).toBe(
      '<figure class="citat"><blockquote><p>Ansvaret är otydligt.</p></blockquote><figcaption>Revisorernas rapport</figcaption></figure>'
    )
  })

  it.each([':::citat\na\n:::', ':::citat{källa=" "}\na\n:::'])('needs a source: %j', (text) => {
    const { html, faults } = render(text)
    expect(html).toBe('<blockquote><p>a</p></blockquote>')
    expect(faults.map((fault) => fault.split(' ')[1])).toEqual(['citat-har-kalla'])
  })
})

describe(':::underskrifter', () => {
  it('sets names side by side, with title after a comma or on the next line', () => {
    expect(htmlOf(':::underskrifter\n- Åsa Ek, landstingsdirektör\n- Bo Al\n:::')).toBe(
      '<ul class="underskrifter"><li><b>Åsa Ek</b> <span class="vad">landstingsdirektör</span></li><li><b>Bo Al</b></li></ul>'
    )
    expect(htmlOf(':::underskrifter\n- Åsa Ek\n  vd, koncernen\n:::')).toBe(
      '<ul class="underskrifter"><li><b>Åsa Ek</b> <span class="vad">vd, koncernen</span></li></ul>'
    )
  })

  it.each([':::underskrifter\nÅsa Ek\n:::', ':::underskrifter\n- {{namn "x"}}\n:::'])(
    'reports what is no list of names: %j',
    (text) => {
      expect(faultsOf(text).map((fault) => fault.split(' ')[1])).toEqual([
        'underskrifter-ar-en-lista'
      ])
    }
  )
})

describe(':::liggande', () => {
  it('is a part with a class, and may hold others when it has more colons', () => {
    const { html, faults } = render('::::liggande\n:::ruta\na\n:::\n::::')
    expect(html).toBe('<div class="liggande"><div class="ruta"><p>a</p></div></div>')
    expect(faults).toEqual([])
  })
})

describe(':::bilaga', () => {
  it.each([
    ['before the heading', ':::bilaga\n:::\n\n# A\n\nb'],
    ['round it', ':::bilaga\n# A\n\nb\n:::'],
    ['and needs no end', ':::bilaga\n\n# A\n\nb'],
    ['or third colon', '::bilaga\n\n# A\n\nb']
  ])('marks the file %s', (_, text) => {
    const { tree, rubrik, html, faults } = render(text)
    expect(tree.bilaga).toBe(true)
    expect(rubrik?.text).toBe('A')
    expect(html).toBe('<p>b</p>')
    expect(faults).toEqual([])
  })

  it('is false for other files', () => {
    expect(render('# A').tree.bilaga).toBe(false)
  })
})

describe('directives', () => {
  it.each([
    ['an unknown name', ':::rutta\na\n:::', ['1:4-1:9 direktiv-finns']],
    ['an unknown attribute', ':::ruta{rubik="x"}\na\n:::', ['1:9-1:14 direktiv-finns']],
    ['a class', ':::liggande{.bred}\na\n:::', ['1:13-1:14 direktiv-finns']],
    ['no end', 'a\n\n:::ruta\nb', ['3:1-3:8 direktiv-ar-avslutat']],
    ['an end too many', ':::ruta\na\n:::\n\n:::', ['5:1-5:4 direktiv-ar-avslutat']],
    ['two colons', '::ruta', ['1:1-1:7 direktiv-finns']],
    [
      'as many colons inside',
      ':::liggande\n:::ruta\na\n:::\n:::',
      ['2:1-2:8 direktiv-ar-avslutat', '5:1-5:4 direktiv-ar-avslutat']
    ]
  ])('are reported with %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  it('suggest the nearest name', () => {
    const diagnostics = new Diagnostics()
    parseMarkdown(createSource('x.md', ':::rutta\na\n:::'), diagnostics)
    expect(diagnostics.all[0]).toEqual({
      rule: 'direktiv-finns',
      severity: 'error',
      text: 'Okänt direktiv ”:::rutta”, väntade ett som finns.',
      hint: 'Menade du ”ruta”?',
      span: { file: 'x.md', start: 3, end: 8 }
    })
  })
})
