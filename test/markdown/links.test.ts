import { describe, expect, it } from 'vitest'
import { faultsOf, htmlOf, render } from './render.ts'

describe('links', () => {
  it('are listed with their places', () => {
    expect(render('[a](#x) och [b][r]\n\n[r]: https://b.se "B"').tree.links).toEqual([
      { href: '#x', span: { file: 'x.md', start: 0, end: 7 } },
      { href: 'https://b.se', span: { file: 'x.md', start: 20, end: 41 } }
    ])
  })

  it('are printed, or as the caller says', () => {
    expect(htmlOf('[a](b/å%20c.html "T")')).toBe(
      '<p><a href="b/%C3%A5%20c.html" title="T">a</a></p>'
    )
    const resolveLink = ({ href }: { href: string }): string | undefined =>
      href === '30-mal.md' ? '#mal' : undefined
    expect(render('[a](30-mal.md) [b](c)', {}, { resolveLink }).html).toBe(
      '<p><a href="#mal">a</a> <a href="c">b</a></p>'
    )
  })

  it.each(['javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', 'vbscript:x', '//ond.se/x'])(
    'are dropped and reported: %s',
    (href) => {
      const { html, tree, faults } = render(`[a](${href})`)
      expect(html).toBe('<p>a</p>')
      expect(tree.links).toEqual([])
      expect(faults).toEqual([`1:1-1:${href.length + 6} lank-fungerar`])
    }
  )

  it.each([
    ['hidden by references', '[a](java&#115;cript&colon;x)', ['1:1-1:29 lank-fungerar']],
    ['in a definition', '[a]\n\n[a]: javascript:x', ['3:1-3:18 lank-fungerar']],
    ['without text', '[](a)', ['1:1-1:6 lank-fungerar']],
    ['without definition', '[a][b]', ['1:4-1:7 lank-fungerar warning']],
    ['with a space', '[a](b c)', ['1:3-1:6 lank-fungerar warning']],
    ['not with a value for text', '[{{x}}](a)', []]
  ])('are reported %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})

describe('images', () => {
  it('are listed and printed, or as the caller says', () => {
    const text = '![Karta över länet](./bilder/l%C3%A4n.png)'
    const { html, tree } = render(text)
    expect(html).toBe('<p><img src="bilder/l%C3%A4n.png" alt="Karta över länet"></p>')
    expect(tree.images).toEqual([
      {
        src: 'bilder/län.png',
        alt: 'Karta över länet',
        span: { file: 'x.md', start: 0, end: 42 }
      }
    ])
    expect(render(text, {}, { resolveImage: () => 'data:x' }).html).toBe(
      '<p><img src="data:x" alt="Karta över länet"></p>'
    )
  })

  it.each([
    ['without alternative text', '![](a.png)', ['1:1-1:11 bild-har-alternativtext']],
    ['from the net', '![a](https://x.se/a.png)', ['1:1-1:25 bild-finns-i-rapporten']],
    ['above the folder', '![a](b/../../c.png)', ['1:1-1:20 bild-finns-i-rapporten']],
    ['from the root', '![a](/etc/passwd)', ['1:1-1:18 bild-finns-i-rapporten']],
    ['encoded', '![a](%2e%2e/c.png)', ['1:1-1:19 bild-finns-i-rapporten']],
    ['with a drive', '![a](c:\\\\d.png)', ['1:1-1:16 bild-finns-i-rapporten']]
  ])('are reported %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
