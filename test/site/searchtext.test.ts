import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSökavsnitt, toSökfil } from '../../src/site/searchtext.ts'
import { ALL, builtSite } from '../setup/site.ts'

const page = (body: string) =>
  `<!doctype html>\n<html lang="sv"><head><title>T</title><style>p > b { }</style></head><body>${body}</body></html>`

describe('readSökavsnitt', () => {
  it('gives each heading its text, and the chapter that it stands in', () => {
    expect(
      readSökavsnitt(
        page(
          '<header><h1>Årsrapport</h1><p>Ingress.</p></header><main><section><h2 id="a"><span class="nr">1 </span>Ett &amp; två</h2><p>Text <em>i</em>\nstycke.</p><h3 id="b"><span class="nr">1.1</span> Del</h3><ul><li>Punkt</li><li>Till</li></ul></section><section><h2 id="c">Sist</h2><p>Slut.</p></section></main>'
        )
      )
    ).toEqual([
      { ankare: '', rubrik: 'Årsrapport', kapitel: '', text: 'Ingress.' },
      { ankare: 'a', rubrik: 'Ett & två', kapitel: '', text: 'Text i stycke.' },
      { ankare: 'b', rubrik: 'Del', kapitel: 'Ett & två', text: 'Punkt Till' },
      { ankare: 'c', rubrik: 'Sist', kapitel: '', text: 'Slut.' }
    ])
  })

  it('leaves out what is the page’s own, and what is nested in it', () => {
    expect(
      readSökavsnitt(
        page(
          '<nav><ol><li>Innehåll</li></ol></nav><main><h2 id="a">A</h2><svg><svg></svg><text>9</text></svg><p>Kvar<sup><a href="#n">1</a></sup>.</p><p class="dra" aria-hidden="true">Dra</p><details class="underlag"><details>x</details>Tal</details><section class="kallor" id="kallor"><h2 id="k">Källor</h2></section><section class="granskning"><p>Fel</p></section></main><script>kod("</p>")</script>'
        )
      ).map(({ rubrik, text }) => `${rubrik}: ${text}`)
    ).toEqual([': ', 'A: Kvar.'])
  })

  it('reads entities, keeps no-break spaces, and takes attributes with signs in them as they are', () => {
    expect(
      readSökavsnitt(
        page(
          '<h2 id="a" title="a > b">A</h2><p>15&nbsp;264 &#x3C;b> &lt; &#228; &okänd;<br>ny rad</p><!-- <p>kommentar</p> -->'
        )
      )[1]?.text
    ).toBe('15\u00a0264 <b> < ä &okänd; ny rad')
  })
})

describe('the built reports', () => {
  it('have their text for the search, in half of the page at most', () => {
    for (const report of ALL) {
      const folder = `${builtSite()}/${report}`
      const [script, html] = ['sok.js', 'index.html'].map((name) =>
        readFileSync(`${folder}/${name}`, 'utf8')
      )
      expect(script).toMatch(/^tertialSök\(\{"rapport":"/)
      expect((script ?? '').length, report).toBeLessThan((html ?? '').length / 2)
    }
  })

  it('can’t break out of the script', () => {
    const html = page('<h2 id="a">A</h2><p>"});alert(1);({"&lt;/script&gt;\u2028</p>')
    expect(toSökfil('a/b/c', html)).toBe(
      'tertialSök({"rapport":"a/b/c","avsnitt":[["a","A","","\\"});alert(1);({\\"</script>"]]})\n'
    )
  })
})
