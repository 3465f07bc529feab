import { RawObjects } from './objects.ts'

/**
 * Numbers the ids of table cells anew, in the order of the document. Chromium takes them from a
 * counter that other work in the browser moves on, which is all that differs when two tabs print.
 */
export function renumberTableIds(bytes: Uint8Array): Uint8Array {
  const objects = new RawObjects(bytes)
  const texts = new Map<number, string>()
  const numberOf = new Map<string, string>()
  for (const number of objects.numbers()) {
    const text = objects.text(number)
    if (!text.includes('(node')) continue
    texts.set(number, text)
    for (const [, id = ''] of text.matchAll(ID)) {
      numberOf.set(id, `node${String(numberOf.size + 1).padStart(8, '0')}`)
    }
  }
  if (numberOf.size === 0) return bytes
  const renamed = (part: string) =>
    part.replace(
      /\((node\d{8})\)/g,
      (all, id: string) => `(${numberOf.get(id) ?? all.slice(1, -1)})`
    )

  // The name tree must be in the order of the new ids: its leaves are filled again from the front.
  const leaves = [...texts].filter(([, text]) => NAMES.test(text))
  const entries = leaves
    .flatMap(([, text]) => [...renamed(NAMES.exec(text)?.[1] ?? '').matchAll(/\((\w+)\) \d+ 0 R/g)])
    .toSorted((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1))
    .map((entry) => entry[0])
  for (const [number, text] of texts) {
    texts.set(number, text.replace(ID, renamed).replace(/\/Headers \[[^\]]*\]/g, renamed))
  }
  for (const [number, text] of leaves) {
    const count = (NAMES.exec(text)?.[1] ?? '').split('(').length - 1
    const mine = entries.splice(0, count)
    const ends = [mine[0], mine.at(-1)].map((entry) => entry?.replace(/ .*/, ''))
    texts.set(
      number,
      text
        .replace(NAMES, () => `/Names [${mine.join(' ')}]`)
        .replace(/\/Limits \[[^\]]*\]/, () => `/Limits [${ends.join(' ')}]`)
    )
  }
  return objects.rewrite(texts)
}

const ID = /\/ID \((node\d{8})\)/g
const NAMES = /\/Names \[(\(node\d{8}\)[^\]]*)\]/
