import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each page, all white space as single spaces. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    const runs = content.items.map((item) =>
      'str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''
    )
    texts.push(runs.join('').replace(/\s+/g, ' ').trim())
  }
  await document.loadingTask.destroy()
  return texts
}
