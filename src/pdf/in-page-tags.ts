import type { DomDocument, DomElement, DomNode, DomStyle } from './dom.ts'
import type { PageFacts } from './page-facts.ts'

/** Like `in-page.ts`: each function is sent to the page as text and may use nothing outside itself. */
declare const document: DomDocument
declare function getComputedStyle(element: DomElement, part?: string | null): DomStyle

/**
 * Asks the browser for the tags that it doesn't give by itself. `data-pdf-tag="Sect"` is the way to
 * any; contents with page numbers, notes, definition lists, sections and words in another language
 * get theirs without being asked.
 */
export function askForTags(): void {
  const ask = (element: DomElement, tag: string) => {
    if (!element.hasAttribute('data-pdf-tag')) element.setAttribute('data-pdf-tag', tag)
  }
  const each = (selector: string, work: (element: DomElement) => void) => {
    for (const element of [...document.querySelectorAll(selector)]) work(element)
  }
  each('section', (section) => ask(section, 'Sect'))
  each('nav :is(ol, ul):has([data-sidref])', (list) => {
    ask(list, 'TOC')
    for (const item of list.children) ask(item, 'TOCI')
  })
  each('dl', (list) => ask(list, 'L'))
  each('dt', (term) => ask(term, 'Lbl'))
  each('dd', (body) => ask(body, 'LBody'))
  each('.noter li[id]', (item) => {
    // The item itself stays a list item; what is in it is the note.
    const note = document.createElement('div')
    note.append(...item.childNodes)
    item.append(note)
    ask(note, 'Note')
  })
  each('sup > a[href^="#"]', (link) => {
    if (link.parentElement) ask(link.parentElement, 'Reference')
  })
  each('abbr[title]', (short) => ask(short, `Span E="${short.getAttribute('title') ?? ''}"`))
  each(':is(span, i, b, bdi, small, cite)[lang]', (words) => ask(words, 'Span'))
  each('div[lang]', (block) => ask(block, 'Div'))
  // A cell without anything in it vanishes from the tags, and the columns after it move.
  each(':is(td, th):not(:has(img, input, svg:not([aria-hidden=true])))', (cell) => {
    if (cell.textContent.trim() === '') cell.append('\u00A0')
  })
  // Charts keep labels that found no room, without ink.
  each('svg [opacity="0"]', (label) => label.remove())
  // A foot that is repeated on every page would be read as often.
  each('tfoot', (foot) => {
    foot.style.setProperty('display', 'table-row-group', 'important')
    foot.closest('table')?.append(foot)
  })
  each('[data-pdf-tag]', (element) => {
    // Within tables the rows would come apart.
    if (element.matches('table, table :is(caption, thead, tbody, tfoot, tr, td, th)')) return
    element.removeAttribute('aria-labelledby')
    element.setAttribute('role', 'figure')
    element.setAttribute('aria-label', `@@${element.getAttribute('data-pdf-tag') ?? ''}`)
  })
}

/** Reads what is to be found again in the finished file. White space must be collapsed before. */
export function readFacts(): PageFacts {
  const texts: { near: string; pieces: string[] }[] = []
  const tables: { near: string; cells: number[] }[] = []
  const figures: number[] = []
  const drawings: { near: string; texts: string[] }[] = []
  const undescribed: string[] = []
  const repeated: { near: string; text: string }[] = []
  const links: { to: string; label: string }[] = []
  const clean = (text: string) =>
    text
      .replace(/\u00AD/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  const decode = (fragment: string) => {
    try {
      return decodeURIComponent(fragment)
    } catch {
      return fragment
    }
  }
  /** The text of an element without what is hidden from readers and page numbers. */
  const textOf = (node: DomNode): string => {
    if (node.nodeType === 3) return node.data
    const element = node as DomElement
    if (node.nodeType !== 1 || element.matches('[aria-hidden=true], [data-sidref]')) return ''
    if (element.tagName === 'IMG') return element.getAttribute('alt') ?? ''
    let text = ''
    for (const child of element.childNodes) text += textOf(child)
    return text
  }
  const addLink = (link: DomElement) => {
    const href = link.getAttribute('href') ?? ''
    const inside = href.startsWith('#')
    let label = clean(link.getAttribute('aria-label') ?? '')
    if (label === '' || label.startsWith('@@')) label = clean(textOf(link))
    if (label === '' && inside) {
      const target = document.getElementById(decode(href.slice(1)))
      label = `Gå till ${target ? clean(textOf(target)).slice(0, 80) : 'stället'}`
    }
    const absolute = (link as DomElement & { readonly href: string }).href
    links.push({ to: inside ? `#${decode(href.slice(1))}` : absolute, label })
  }
  const addText = (near: string, text: string) => {
    if (text.trim() === '') return
    const last = texts.at(-1)
    if (last?.near === near) last.pieces.push(text)
    else texts.push({ near, pieces: [text] })
  }
  const addDrawing = (drawing: DomElement, near: string) => {
    if (drawing.getAttribute('role') !== 'img') return void undescribed.push(near)
    const texts: string[] = []
    for (const text of drawing.querySelectorAll('text')) {
      for (const part of text.querySelector('tspan') ? text.children : [text]) {
        const words = clean(part.textContent)
        if (words !== '') texts.push(words)
      }
    }
    drawings.push({ near, texts })
  }
  const visit = (element: DomElement, outer: string): void => {
    const tag = element.tagName
    if (/^(script|style|template)$/i.test(tag)) return
    const style = getComputedStyle(element)
    if (style.display === 'none') return
    const near = element.id || outer
    if (element.getAttribute('aria-hidden') === 'true') return
    if (style.position === 'fixed') repeated.push({ near, text: clean(element.textContent) })
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return addDrawing(element, near)
    if (tag === 'IMG' && element.getAttribute('alt') !== '') drawings.push({ near, texts: [] })
    if (element.hasAttribute('data-nr')) figures.push(Number(element.getAttribute('data-nr')))
    if (tag === 'A' && element.hasAttribute('href')) addLink(element)
    if (tag === 'TABLE') {
      const cells = [...element.querySelectorAll('tr')]
        .filter((row) => row.closest('table') === element)
        .map((row) => [...row.children].length)
      const caption = element.querySelector('caption[id]')
      tables.push({ near: caption?.id ?? near, cells })
    }
    // Page numbers aren't known yet, and are compared elsewhere.
    if (element.hasAttribute('data-sidref')) return
    for (const child of element.childNodes) {
      if (child.nodeType === 3) addText(near, child.data)
      else if (child.nodeType === 1) visit(child as DomElement, near)
    }
  }
  visit(document.body, '')
  const fonts = [...new Set([...document.fonts].map(({ family }) => family.replace(/"/g, '')))]
  return { links, texts, tables, figures, drawings, undescribed, repeated, fonts, effects: [] }
}

/**
 * Finds what turns text into a picture, or paints it twice, wherever it is: in style sheets, in what
 * they make before and after elements, in drawings. Looks closely only where some style has such words.
 */
export function findEffects(): { near: string; effect: string }[] {
  const found: { near: string; effect: string }[] = []
  const NAMES = ['filter', 'backdrop-filter', 'mask-image', 'text-shadow']
  const WORDS = /filter|mask|text-shadow/i
  const written = [...document.querySelectorAll('style')].some((sheet) =>
    WORDS.test(sheet.textContent)
  )
  const inline = ['filter', 'mask', 'text-shadow'].map((word) => `[style*="${word}" i]`)
  const suspects = written ? '*' : [...inline, '[filter]', '[mask]'].join()
  for (const element of [...document.querySelectorAll(suspects)]) {
    for (const part of ['', '::before', '::after']) {
      const style = getComputedStyle(element, part || null)
      if (style.display === 'none' || (part !== '' && style.content === 'none')) continue
      for (const name of NAMES) {
        const value = style.getPropertyValue(name)
        if (value === 'none' || value === '') continue
        const near = element.closest('[id]')?.id ?? ''
        found.push({ near, effect: `${name}: ${value}`.slice(0, 60) })
      }
    }
  }
  return found
}
