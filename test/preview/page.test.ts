import { describe, expect, it } from 'vitest'
import { comparePages, dressPage, policy, readPage } from '../../src/preview/page.ts'

const page = (chapters: string, { title = 'T', style = 'a{}', script = 'x()' } = {}) =>
  `<!doctype html>
<html lang="sv">
<head>
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-abc&#x3D;'">
<title>${title}</title>
<style>${style}</style>
</head>
<body class="lang">
<main id="text">
${chapters}</main>
<script>${script}</script>
</body>
</html>
`
const chapter = (id: string, text: string) =>
  `<section class="kapitel" data-kapitel="${id}" aria-labelledby="${id}">\n<p>${text}</p>\n</section>\n`
const compare = (a: string, b: string) => comparePages(readPage(a), readPage(b))

describe('comparePages(före, efter)', () => {
  const before = page(chapter('a', 'ett') + chapter('b', 'två'))

  it('finds the chapter that has changed', () => {
    expect(compare(before, page(chapter('a', 'ett') + chapter('b', 'tre')))).toEqual({
      delar: [
        { nyckel: 'b', före: chapter('b', 'två').trimEnd(), efter: chapter('b', 'tre').trimEnd() }
      ]
    })
  })

  it('takes the whole body when a chapter has come or moved', () => {
    const change = compare(before, page(chapter('b', 'två') + chapter('a', 'ett')))
    expect(change?.delar.map(({ nyckel }) => nyckel)).toEqual([null])
    expect(change?.delar[0]?.efter).toBe(
      `\n<main id="text">\n${chapter('b', 'två')}${chapter('a', 'ett')}</main>\n`
    )
  })

  it('takes the whole body when chapters stand in each other', () => {
    const nested = (text: string) =>
      page(`<section data-kapitel="a">${chapter('b', text)}</section>\n`)
    expect(compare(nested('ett'), nested('två'))?.delar.map(({ nyckel }) => nyckel)).toEqual([null])
  })

  it('finds a new title and a new style', () => {
    const after = page(chapter('a', 'ett') + chapter('b', 'två'), { title: 'U', style: 'b{}' })
    expect(compare(before, after)).toEqual({ titel: 'U', stil: 'b{}', delar: [] })
  })

  it('asks for the page anew when its script has changed', () => {
    expect(compare(before, page(chapter('a', 'ett'), { script: 'y()' }))).toBeUndefined()
  })
})

describe('dressPage(html, inställning)', () => {
  it('puts the preview’s script in, told where it stands, and takes the page’s own policy out', () => {
    const html = dressPage(page(''), {
      rapport: 'a/b/c',
      version: 3,
      nyckel: 'x"y',
      rot: '/r',
      editor: null
    })
    expect(html).not.toContain('http-equiv')
    expect(html).toContain('<script type="module" src="/_tertial/klient.js"></script>\n</head>')
    expect(html).toContain('&quot;version&quot;:3,&quot;nyckel&quot;:&quot;x\\&quot;y&quot;')
  })

  it('has a policy that lets the page’s own script through by its hash', () => {
    expect(policy(page(''))).toContain("script-src 'self' 'sha256-abc='; ")
  })
})
