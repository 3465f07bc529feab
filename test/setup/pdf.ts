import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Bookmark {
  readonly title: string
  /** From 1. */
  readonly page: number
  readonly level: number
}

export interface ReadPdf {
  readonly title: string
  readonly language: string
  readonly tagged: boolean
  readonly pages: readonly {
    /** All white space as single spaces. */
    readonly text: string
    readonly landscape: boolean
    /** Roles in the structure tree, such as H2 and Table. */
    readonly roles: ReadonlySet<string>
  }[]
  readonly bookmarks: readonly Bookmark[]
}

interface Outline {
  readonly title: string
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly Outline[]
}
interface Structure {
  readonly role?: string
  readonly children?: readonly Structure[]
}

/** Text on one line: what is compared between page and print. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A word broken at the end of a line is one word; pdf.js sees a hyphen where the file says U+00AD. */
function unbroken(text: string): string {
  return text.replace(/(?<=\p{Ll}{3})[-\u00ad] (?!(?:och|eller|samt) )(?=\p{Ll}{3})/gu, '')
}

/** Reads a PDF by another program than the one that made it. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const data = new Uint8Array(readFileSync(path))
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const pages: ReadPdf['pages'][number][] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    const { width, height } = page.getViewport({ scale: 1 })
    const roles = new Set<string>()
    collectRoles((await page.getStructTree()) as Structure | null, roles)
    pages.push({ text: unbroken(flat(text.join(''))), landscape: width > height, roles })
  }
  const bookmarks: Bookmark[] = []
  const visit = async (items: readonly Outline[], level: number): Promise<void> => {
    for (const { title, dest, items: inner } of items) {
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
      const page = target ? await pdf.getPageIndex(target[0] as never) : -1
      bookmarks.push({ title: flat(title), page: page + 1, level })
      await visit(inner, level + 1)
    }
  }
  await visit(((await pdf.getOutline()) ?? []) as unknown as Outline[], 1)
  const { info } = (await pdf.getMetadata()) as unknown as {
    info: { Title: string; Language: string }
  }
  const marks = (await pdf.getMarkInfo()) as ReadonlyMap<string, boolean> | null
  await pdf.loadingTask.destroy()
  return {
    title: info.Title,
    language: info.Language,
    tagged: marks?.get('Marked') === true,
    pages,
    bookmarks
  }
}

function collectRoles(node: Structure | null, roles: Set<string>): void {
  if (node?.role) roles.add(node.role)
  for (const child of node?.children ?? []) collectRoles(child, roles)
}
