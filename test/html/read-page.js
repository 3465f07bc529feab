// Runs in the page: what the tests in page.test.ts look at.
;(() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const shape = (element) => {
    const style = getComputedStyle(element, '::before')
    const image = style.backgroundImage.replace(/(rgb|color|oklch)[a]?\([^)]*\)/g, 'färg')
    const filled = style.backgroundColor === style.color
    const { width, height, borderWidth, borderStyle, borderRadius, transform, content } = style
    return content === 'none'
      ? ''
      : [width, height, borderWidth, borderStyle, borderRadius, transform, image, filled].join(' ')
  }
  // Code shows what is typed, braces and hyphens too.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest('style, script, code'))
      texts.push(walker.currentNode.data)
  return {
    text: texts.join(' '),
    attributes: all('body *').flatMap((e) => [...e.attributes].map((a) => a.value)),
    headings: all('h1, h2, h3, h4, h5, h6').map((e) => [
      Number(e.tagName[1]),
      e.textContent.trim()
    ]),
    ids: all('[id]').map((e) => e.id),
    links: all('a[href]').map((e) => e.getAttribute('href')),
    references: all('[aria-labelledby], [aria-describedby], [aria-controls], [headers], label[for]')
      .flatMap((e) => [
        ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'for'].map((n) =>
          e.getAttribute(n)
        )
      ])
      .filter((value) => value)
      .flatMap((value) => value.split(/\s+/)),
    statuses: all('.status').map((e) => [e.className, e.textContent.trim(), shape(e)]),
    figures: all('data').map((e) => ({
      class: e.className,
      nr: Number(e.dataset.nr),
      text: e.textContent,
      value: e.getAttribute('value'),
      source: e.getAttribute('data-källa') ?? ''
    })),
    sources: all('#kallor tbody tr').map((row) => [...row.cells].map((cell) => cell.textContent)),
    chapters: all('[data-kapitel]').map((e) => e.dataset.kapitel),
    contents: all('nav.innehall > ol > li > a').map((e) => e.getAttribute('href')),
    fonts: [...document.fonts].map((font) => `${font.family} ${font.status}`),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth
  }
})()
