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

/** What the file says of itself, read by another program than ours. */
export async function documentFacts(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info, metadata } = await document.getMetadata()
  // A map, whatever its types say.
  const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean> | null
  const said = info as Record<string, string>
  const facts = {
    marked: marks?.get('Marked') === true,
    title: said['Title'],
    author: said['Author'],
    language: said['Language'],
    created: said['CreationDate'],
    changed: said['ModDate'],
    xmp: metadata?.getRaw() ?? ''
  }
  await document.loadingTask.destroy()
  return facts
}
