import type { CssRule, DomDocument, DomElement, DomNode, DomStyle } from './dom.ts'

/**
 * What runs inside the browser's page. Each function is sent there as text, so it may use nothing
 * outside itself; DOM types are named here as far as they are used, to keep them out of the rest.
 */
declare const document: DomDocument
declare function getComputedStyle(element: DomElement): DomStyle
declare function matchMedia(query: string): { readonly matches: boolean }

/** What preparing the page found out. */
export interface Prepared {
  /** Ids whose page number the text wants (`data-sidref`). */
  readonly anchors: string[]
  /** Those of them that no element has. */
  readonly missingAnchors: string[]
  /** Images and fonts that could not be loaded. */
  readonly missingResources: string[]
}

/** Waits for fonts and images and readies links, page references and scrolled boxes for paper. */
export async function prepare(title: string): Promise<Prepared> {
  await document.fonts.ready
  if (document.title.trim() === '') document.title = title
  const missingResources: string[] = []
  for (const image of document.images) {
    await image.decode().catch(() => undefined)
    if (image.naturalWidth === 0) missingResources.push(image.getAttribute('src') ?? '')
  }
  for (const font of document.fonts) {
    if (font.status === 'error') {
      missingResources.push(`${font.family} ${font.weight} ${font.style}`)
    }
  }
  const linked = new Set<string>()
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    // On paper there is no folder beside the report for a relative link to lead to.
    if (href.startsWith('#')) linked.add(href.slice(1))
    else if (!/^(https?|mailto|tel):/i.test(href)) link.removeAttribute('href')
  }
  const anchors = new Set<string>()
  const missingAnchors = new Set<string>()
  for (const element of document.querySelectorAll('[data-sidref]')) {
    const id = element.getAttribute('data-sidref') ?? ''
    anchors.add(id)
    if (document.getElementById(id) === null) missingAnchors.add(id)
    // Chromium writes a destination only for what some link points at.
    if (!linked.has(id) && !linked.has(encodeURIComponent(id)) && !element.closest('a')) {
      const link = document.createElement('a')
      link.setAttribute('href', `#${encodeURIComponent(id)}`)
      link.setAttribute('data-sidref', id)
      element.removeAttribute('data-sidref')
      element.textContent = ''
      element.append(link)
      linked.add(id)
    }
  }
  return { anchors: [...anchors], missingAnchors: [...missingAnchors], missingResources }
}

/**
 * Collapses white space in the DOM as CSS would have, then asks for it to be kept: the space at a
 * soft line break is then painted, out of sight, and words aren't glued together in the PDF's text.
 */
export function collapseWhiteSpace(): void {
  const SPACES = /[ \t\r\n\f]+/g
  const INLINE_TAG = /^(A|ABBR|B|CITE|CODE|DATA|EM|I|LABEL|MARK|SMALL|SPAN|STRONG|SUB|SUP|TIME|U)$/
  /** The text that a space was last written in, and whether a further one would vanish. */
  interface Line {
    last: DomNode | undefined
    spaced: boolean
  }
  const endLine = (line: Line) => {
    if (line.last?.data.endsWith(' ')) line.last.data = line.last.data.slice(0, -1)
    line.last = undefined
    line.spaced = true
  }
  /** As above, but with a space after the word: what follows is another word, though on a new line. */
  const endWord = (line: Line) => {
    if (line.last && !line.spaced) line.last.data += ' '
    line.last = undefined
    line.spaced = true
  }
  const solid = (line: Line) => {
    line.last = undefined
    line.spaced = false
  }
  const visitText = (node: DomNode, line: Line) => {
    let text = node.data.replace(SPACES, ' ')
    if (line.spaced && text.startsWith(' ')) text = text.slice(1)
    if (text !== node.data) node.data = text
    if (text === '') return
    line.last = node
    line.spaced = text.endsWith(' ')
  }
  /** A break at the very end of kept text starts no line, and isn't in the PDF. */
  const dropLastBreak = (element: DomElement): void => {
    const last = [...element.childNodes].at(-1)
    if (last?.nodeType === 3) last.data = last.data.replace(/\n$/, '')
    else if (last?.nodeType === 1) dropLastBreak(last as DomElement)
  }
  const visit = (element: DomElement, line: Line): void => {
    if (/^(script|style|template|textarea)$/i.test(element.tagName)) return
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return solid(line)
    const style = getComputedStyle(element)
    const display = style.display
    if (display === 'none') return
    if (element.tagName === 'BR') return endWord(line)
    if (/^(IMG|INPUT|CANVAS|SELECT|BUTTON|VIDEO|METER|PROGRESS)$/.test(element.tagName)) {
      return solid(line)
    }
    if (/auto|scroll/.test(style.overflowX)) element.style.setProperty('overflow', 'visible')
    const kept = style.whiteSpaceCollapse !== 'collapse'
    if (kept && style.whiteSpaceCollapse !== 'preserve') {
      element.style.setProperty('white-space-collapse', style.whiteSpaceCollapse, 'important')
    }
    // What is taken out of the line leaves the line's own spaces alone.
    const aside =
      style.position === 'absolute' || style.position === 'fixed' || style.float !== 'none'
    const inline = /^(inline|contents|ruby)$/.test(display) && !aside
    const box = display.startsWith('inline-') && !aside
    const own: Line = aside || box ? { last: undefined, spaced: true } : line
    if (!inline && !aside && !box) endLine(line)
    if (kept) solid(own)
    if (kept && !inline) dropLastBreak(element)
    for (const child of element.childNodes) {
      if (child.nodeType === 3 && !kept) visitText(child, own)
      // A line break within the text leaves no trace in the PDF's.
      else if (child.nodeType === 3 && child.data.includes('\n')) {
        child.data = child.data.replace(/(?<=\S)\n(?=[^])/g, ' \n')
      } else if (child.nodeType === 1) visit(child as DomElement, own)
    }
    if (kept) solid(own)
    // Words that style alone has put on lines of their own would be one in the text.
    if (!inline && !box && !aside && element.nextSibling && INLINE_TAG.test(element.tagName))
      endWord(own)
    else if (!inline) endLine(own)
    if (box) solid(line)
  }
  visit(document.body, { last: undefined, spaced: true })
  const sheet = document.createElement('style')
  // Everywhere: a rule such as `th { white-space: normal }` would undo what is only inherited.
  sheet.textContent =
    'body,body *:not(svg,svg *){white-space-collapse:preserve!important}svg{white-space-collapse:collapse}'
  document.head.append(sheet)
}

/** Shows or hides everything without moving anything: a hidden page is laid out but not painted. */
export function setHidden(hidden: boolean): void {
  document.documentElement.style.setProperty('visibility', hidden ? 'hidden' : '')
}

/** Writes page numbers where `data-sidref` asks for them; an unknown one keeps its place as "00". */
export function fillPageNumbers(pages: Readonly<Record<string, number>>): void {
  for (const element of document.querySelectorAll('[data-sidref]')) {
    const id = element.getAttribute('data-sidref') ?? ''
    const text = Object.hasOwn(pages, id) ? String(pages[id]) : '00'
    if (element.textContent !== text) element.textContent = text
  }
}

/** The widths between margins that `@page` rules give, by page name; '' is the unnamed page. In CSS pixels. */
export function contentWidths(): Record<string, number> {
  const box = document.createElement('div')
  box.setAttribute('style', 'position:absolute;visibility:hidden;padding:0;border:0;height:0')
  document.body.append(box)
  const pixels = (length: string) => {
    box.style.setProperty('width', length)
    return box.getBoundingClientRect().width
  }
  interface Page {
    size: string
    left: string
    right: string
  }
  const pages: Record<string, Page> = { '': { size: 'A4', left: '10mm', right: '10mm' } }
  const collect = (rules: Iterable<CssRule>) => {
    for (const rule of rules) {
      const name = rule.selectorText
      if (Object.prototype.toString.call(rule) === '[object CSSPageRule]' && rule.style) {
        if (name === undefined || name.includes(':')) continue
        const page = (pages[name] ??= { ...(pages[''] as Page) })
        page.size = rule.style.getPropertyValue('size') || page.size
        // A shorthand with var() in it has no longhands to ask for.
        const margins =
          rule.style.getPropertyValue('margin').match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ??
          []
        const [all, sides = all, , left = sides] = margins
        page.right = rule.style.getPropertyValue('margin-right') || sides || page.right
        page.left = rule.style.getPropertyValue('margin-left') || left || page.left
      } else if (rule.cssRules) {
        if (!rule.conditionText || matchMedia(rule.conditionText).matches) collect(rule.cssRules)
      }
    }
  }
  for (const sheet of document.styleSheets) collect(sheet.cssRules ?? [])
  const widths: Record<string, number> = {}
  const SIZES: Record<string, readonly [string, string]> = {
    a3: ['297mm', '420mm'],
    a4: ['210mm', '297mm'],
    a5: ['148mm', '210mm'],
    letter: ['8.5in', '11in']
  }
  for (const [name, page] of Object.entries(pages)) {
    const words = page.size.toLowerCase().split(/\s+/)
    const named = SIZES[words.find((word) => word in SIZES) ?? 'a4'] ?? ['210mm', '297mm']
    const paper = /^[\d.]/.test(page.size) ? words[0] : named[words.includes('landscape') ? 1 : 0]
    widths[name] = pixels(`calc(${paper} - (${page.left}) - (${page.right}))`)
  }
  box.remove()
  return widths
}

/** Something wider than the page it stands on. */
export interface TooWide {
  /** Tag with id, or with that of the nearest ancestor that has one: `table#tabell-3`. */
  readonly element: string
  /** The start of its text, to find it by. */
  readonly text: string
  /** Millimetres it takes, and millimetres there are between the margins. */
  readonly width: number
  readonly available: number
}

/** Finds the outermost elements that stick out of pages of this name; the window has their width. */
export function findTooWide(name: string, available: number): TooWide[] {
  const millimetres = (pixels: number) => Math.round((pixels * 254) / 96) / 10
  const found: TooWide[] = []
  const left = document.body.getBoundingClientRect().left
  const limit = left + available + 1
  const nameOf = (element: DomElement) => {
    const tag = element.tagName.toLowerCase()
    if (element.id) return `${tag}#${element.id}`
    const near = element.closest('[id]')
    return near?.id ? `${near.tagName.toLowerCase()}#${near.id} ${tag}` : tag
  }
  const add = (element: DomElement, width: number) =>
    found.push({
      element: nameOf(element),
      text: element.textContent.replace(/\s+/g, ' ').trim().slice(0, 80),
      width: millimetres(width),
      available: millimetres(available)
    })
  const visit = (element: DomElement, pageName: string): boolean => {
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.overflowX === 'clip' || style.overflowX === 'hidden') {
      return false
    }
    const box = element.getBoundingClientRect()
    const used = style.page === 'auto' ? pageName : style.page
    const mine = used === name
    if (style.display !== 'contents' && box.right > limit) {
      // What is on pages of another name has its own turn, but it is why its parent overflows.
      if (mine) add(element, box.right - left)
      return true
    }
    let inside = false
    for (const child of element.children) inside = visit(child, used) || inside
    const overflow = box.left - left + element.scrollWidth
    if (!inside && mine && element.clientWidth > 0 && left + overflow > limit) {
      add(element, overflow)
      return true
    }
    return inside
  }
  for (const child of document.body.children) visit(child, '')
  return found
}
