import type { Element, Root, RootContent } from 'hast'
import { attribute, findAll, hasClass, parsePage } from '../markdown/page.ts'
import { readTable, type Tabell } from './grid.ts'
import { captionText, readOrd, textOf, type Läsning, type Ord } from './words.ts'

/** A run of text: a heading, a paragraph, a list item, a note. */
export interface Textblock {
  readonly slag: 'text'
  readonly form: 'rubrik' | 'stycke' | 'punkt' | 'fotnot' | 'fakta'
  /** Rank of a heading, 2 for a chapter's; 0 for other text. */
  readonly nivå: number
  readonly ord: readonly Ord[]
  /** What it says of whom, for an assessment in a list: "Tryggare stad". */
  readonly om: string
  readonly nyckel: string
  /** Headings that it stands under, the chapter's first. */
  readonly under: readonly string[]
}

export interface Tabellblock {
  readonly slag: 'tabell'
  readonly tabell: Tabell
  readonly nyckel: string
  readonly under: readonly string[]
}

export interface Diagramblock {
  readonly slag: 'diagram'
  readonly rubrik: string
  /** The drawing for a narrow column, as it stands in the page. */
  readonly svg: string
  readonly beskrivning: string
  readonly tabell: Tabell
  readonly nyckel: string
  readonly under: readonly string[]
}

export type Block = Textblock | Tabellblock | Diagramblock

export interface Kapitel {
  readonly id: string
  readonly rubrik: string
  readonly block: readonly Block[]
}

/** A report's page as what a reader meets, in order: the cover, then the chapters. */
export interface Sida {
  readonly kapitel: readonly Kapitel[]
}

/** Elements that hold text of their own, and the form they give it. */
const FORMS: Readonly<Record<string, Textblock['form']>> = {
  li: 'punkt',
  dt: 'punkt',
  dd: 'stycke'
}
/** Elements that part the text; others, such as `em` and `a`, run on in it. */
const PARTING = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure ' +
    'footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul'
  ).split(' ')
)
/** What is the page's own and says nothing new: ways about it, and what is told elsewhere. */
const PASSED = new Set(['nav', 'script', 'style', 'button', 'template'])
const PASSED_CLASSES = ['tillbaka', 'dra', 'kallor', 'utkastmarke', 'hoppa', 'granskning']

const isPassed = (node: Element): boolean =>
  PASSED.has(node.tagName) ||
  attribute(node, 'ariaHidden') === 'true' ||
  PASSED_CLASSES.some((name) => hasClass(node, name))

/** Reads a finished page. */
export function readSida(html: string): Sida {
  const root = parsePage(html)
  const läsning: Läsning = { rubriker: captions(root) }
  const isChapter = (node: Element) => attribute(node, 'dataKapitel') !== ''
  const chapters = findAll(root, isChapter)
  const body = findAll(root, ({ tagName }) => tagName === 'body')[0]
  const omslag = new Reader(html, läsning)
  if (body) omslag.read(body, isChapter)
  return {
    kapitel: [
      { id: '', rubrik: 'Omslag', block: omslag.block },
      ...chapters.map((node) => {
        const reader = new Reader(html, läsning)
        reader.read(node, () => false)
        return { id: attribute(node, 'dataKapitel'), rubrik: reader.rubrik, block: reader.block }
      })
    ]
  }
}

/** What stands at each anchor, so that a reference is the same though its number has changed. */
function captions(root: Root): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: Element): void => {
    const id = attribute(node, 'id')
    if (id !== '') {
      const caption =
        node.tagName === 'figure'
          ? findAll(node, ({ tagName }) => tagName === 'figcaption')[0]
          : node
      if (caption && /^(h[1-6]|caption|figcaption)$/.test(caption.tagName))
        found.set(id, captionText(caption))
    }
    for (const child of node.children) if (child.type === 'element') visit(child)
  }
  for (const child of root.children) if (child.type === 'element') visit(child)
  return found
}

/** Goes through a part of the page and gathers its blocks. */
class Reader {
  readonly block: Block[] = []
  rubrik = ''
  readonly #html: string
  readonly #läsning: Läsning
  #under: { nivå: number; text: string }[] = []
  #om = ''
  #note = false
  constructor(html: string, läsning: Läsning) {
    this.#html = html
    this.#läsning = läsning
  }

  read(node: Element, stop: (element: Element) => boolean): void {
    let run: RootContent[] = []
    const flush = () => {
      this.#text(node, run)
      run = []
    }
    for (const child of node.children) {
      if (child.type !== 'element' || !PARTING.has(child.tagName)) {
        if (child.type !== 'element' || !isPassed(child)) run.push(child)
        continue
      }
      flush()
      if (isPassed(child) || stop(child)) continue
      if (child.tagName === 'table') this.#table(child)
      else if (child.tagName === 'figure' && hasClass(child, 'diagram')) this.#chart(child)
      else if (hasClass(child, 'noter')) {
        this.#note = true
        this.read(child, stop)
        this.#note = false
      } else this.read(child, stop)
    }
    flush()
  }

  #text(node: Element, run: readonly RootContent[]): void {
    const ord = readOrd(run, this.#läsning)
    if (ord.length === 0 || hasClass(node, 'noterubrik')) return
    const nivå = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)
    const text = ord.map(({ text: word }) => word).join(' ')
    if (hasClass(node, 'namn')) this.#om = text
    if (nivå > 0) {
      this.rubrik ||= textOf(node)
      this.#under = this.#under.filter((over) => over.nivå < nivå)
      this.#om = ''
    }
    const form =
      nivå > 0
        ? 'rubrik'
        : this.#note
          ? 'fotnot'
          : node.tagName === 'li' && this.rubrik === ''
            ? 'fakta'
            : (FORMS[node.tagName] ?? 'stycke')
    this.block.push({
      slag: 'text',
      form,
      nivå,
      ord,
      om: this.#om,
      nyckel: `${form}${nivå || ''} ${ord.map(({ nyckel }) => nyckel).join(' ')}`,
      // Notes stand last in the chapter, whatever heading came before.
      under: form === 'fotnot' ? this.#places().slice(0, 1) : this.#places()
    })
    if (nivå > 0) this.#under.push({ nivå, text: textOf(node) })
  }

  #table(node: Element): void {
    const tabell = readTable(node, this.#läsning)
    this.block.push({
      slag: 'tabell',
      tabell,
      nyckel: `tabell ${tabell.nyckel}`,
      under: this.#places()
    })
  }

  #chart(node: Element): void {
    const [caption] = findAll(node, ({ tagName }) => tagName === 'figcaption')
    const [table] = findAll(node, ({ tagName }) => tagName === 'table')
    const svgs = findAll(node, ({ tagName }) => tagName === 'svg')
    const svg = svgs.find((drawing) => hasClass(drawing, 'smal')) ?? svgs[0]
    const rubrik = caption ? captionText(caption) : ''
    const tabell = readTable(table ?? node, this.#läsning)
    const drawing = svg
      ? this.#html.slice(svg.position?.start.offset, svg.position?.end.offset)
      : ''
    this.block.push({
      slag: 'diagram',
      rubrik,
      svg: drawing,
      beskrivning: svg ? attribute(svg, 'ariaLabel') : '',
      tabell: { ...tabell, rubrik },
      nyckel: `diagram ${rubrik} ${tabell.nyckel} ${withoutIds(drawing)}`,
      under: this.#places()
    })
    for (const note of findAll(node, (child) => hasClass(child, 'not')))
      this.read(note, () => false)
  }

  #places(): string[] {
    return this.#under.map(({ text }) => text)
  }
}

/** A drawing's names for its own parts follow the report's other names, and mean nothing. */
function withoutIds(svg: string): string {
  return svg
    .replace(/\s(?:id|aria-labelledby|aria-describedby)="[^"]*"/g, '')
    .replace(/url\(#[^)]*\)|href="#[^"]*"/g, '')
}
