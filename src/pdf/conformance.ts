import type { Diagnostics, Message } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { locator } from './locate.ts'
import type { Located } from './locate.ts'
import { meaningOf, STANDARD } from './standards.ts'
import { openVerapdf, validatePdfs } from './verapdf.ts'
import type { FailedRule, Flavour, Verapdf } from './verapdf.ts'

/** A report's PDF, and where in the report's files words stand; its own file when that isn't known. */
export interface FinishedPdf {
  readonly bytes: Uint8Array
  place(words: string): Span
}

/**
 * Validates finished PDFs with veraPDF and reports what it says, each at its report's place. Gives the
 * names of those that broke a rule; all of them when there is no veraPDF to say that they didn't.
 */
export async function checkConformance(
  pdfs: ReadonlyMap<string, FinishedPdf>,
  diagnostics: Diagnostics
): Promise<ReadonlySet<string>> {
  if (pdfs.size === 0) return new Set()
  const verapdf = await openVerapdf()
  if ('missing' in verapdf) {
    diagnostics.add(ingenVerapdf(verapdf))
    return new Set(pdfs.keys())
  }
  const found = await validatePdfs(
    verapdf,
    new Map([...pdfs].map(([name, { bytes }]) => [name, bytes]))
  )
  const broken = new Set<string>()
  for (const [name, { bytes, place }] of pdfs) {
    const validations = found.get(name) ?? []
    const locate = locator(bytes)
    for (const { flavour, failed, error } of validations) {
      if (error !== undefined) diagnostics.add(oläsligPdf(flavour, error), place(''))
      for (const rule of failed) {
        const located = locate(rule.place)
        diagnostics.add(brutenRegel(flavour, rule, located), place(located.words))
      }
    }
    if (validations.length < 2 || validations.some(({ compliant }) => !compliant)) broken.add(name)
  }
  return broken
}

/** A rule of a standard that a report's PDF breaks, what that means and where it is first broken. */
function brutenRegel(flavour: Flavour, failed: FailedRule, { page, words }: Located): Message {
  const { rule, count, message } = failed
  const meaning = meaningOf(flavour, rule)
  const times = count === 1 ? 'en gång' : `${count} gånger`
  const place = [
    ...(page === undefined ? [] : [`på sidan ${page}`]),
    ...(words === '' ? [] : [`vid "${words}"`])
  ]
  const first = place.length === 0 ? '' : ` Först ${place.join(', ')}.`
  return {
    rule: 'pdf-foljer-standard',
    severity: 'error',
    text: `PDF:en följer inte ${STANDARD[flavour]}, regel ${rule} (${times}): ${meaning?.[0] ?? message}${first}`,
    hint: meaning?.[1] ?? 'Felet stammar från mallarna, stilmallen eller Tertial självt.'
  }
}

/** veraPDF was asked for but isn't there. */
function ingenVerapdf(found: Extract<Verapdf, { missing: string }>): Message {
  const text = {
    java: 'Det går inte att kontrollera PDF:erna: Java 17 eller senare saknas.',
    maven: 'Det går inte att kontrollera PDF:erna: Maven saknas, som behövs första gången.',
    build: 'Det går inte att kontrollera PDF:erna: veraPDF kunde inte hämtas och byggas.'
  }[found.missing]
  return {
    rule: 'verapdf-finns',
    severity: 'error',
    text,
    hint:
      found.missing === 'build'
        ? found.detail.split('\n').slice(0, 3).join(' ')
        : 'Installera Java 17 och Maven, till exempel: apt install openjdk-17-jdk-headless maven. Utan --kontrollera-pdf byggs rapporterna ändå.'
  }
}

/** veraPDF couldn't read the file. */
function oläsligPdf(flavour: Flavour, detail: string): Message {
  return {
    rule: 'pdf-foljer-standard',
    severity: 'error',
    text: `PDF:en kunde inte kontrolleras mot ${STANDARD[flavour]}: ${detail}`,
    hint: 'Kör bygget igen. Består felet: bygg utan --kontrollera-pdf och öppna filen.'
  }
}
