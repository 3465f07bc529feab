import { describe, expect, it } from 'vitest'
import { toPaper } from '../../src/template/paper.ts'

const link = '<a class="se" href="#avtal">tabell&nbsp;7</a>'
const sida = ' på\u00a0sidan\u00a0<span data-sidref="avtal"></span>'
const tabell = '<table><caption id="avtal">Avtal</caption></table>'

const plain = (html: string) => html.replaceAll(' class="helt"', '')

describe('toPaper', () => {
  it('leaves out what is for the screen', () => {
    expect(
      toPaper(
        '<p>a</p><details class="underlag"><summary>Tal</summary>1</details>' +
          '<section class="kallor" id="kallor"><h2>K</h2></section><p>b</p><script>0</script>'
      )
    ).toBe('<p class="helt">a</p><p class="helt">b</p>')
  })

  it('unfolds lists of tables under a heading', () => {
    expect(
      toPaper(
        '<details class="forteckning"><summary>Tabeller</summary><ol><li>1</li></ol></details>'
      )
    ).toBe('<div class="forteckning"><h2 class="navrubrik">Tabeller</h2><ol><li>1</li></ol></div>')
  })

  it.each([
    ['in another chapter', `<p>Se ${link}.</p><h2>B</h2>${tabell}`],
    ['before another heading', `${tabell}<h3>B</h3><p>Se ${link}.</p>`],
    ['further off than half a page', `<p>Se ${link}.</p><p>${'text '.repeat(250)}</p>${tabell}`],
    ['on a landscape page', `<p>Se ${link}.</p><div class="tabellblock liggande">${tabell}</div>`]
  ])('gives the page of what stands %s', (_, html) => {
    expect(plain(toPaper(html))).toBe(html.replace(link, link + sida))
  })

  it.each([
    ['right below', `<p>Se ${link}.</p>${tabell}<p>Text.</p>`],
    ['right above', `${tabell}<p>Som ${link} visar.</p>`],
    ['below a drawing', `<p>Se ${link}.</p><svg><path d="${'0 '.repeat(2000)}"/></svg>${tabell}`]
  ])('gives none of what stands %s', (_, html) => {
    expect(plain(toPaper(html))).toBe(html)
  })

  it('keeps a paragraph of three lines on one page, and lets a longer one break', () => {
    const short = '<a href="#a">' + 'ord '.repeat(50) + '</a>'
    const long = 'ord '.repeat(60)
    expect(toPaper(`<p>${short}</p><p>${long}</p>`)).toBe(
      `<p class="helt">${short}</p><p>${long}</p>`
    )
  })
})
