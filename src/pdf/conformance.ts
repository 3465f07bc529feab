import type { Diagnostics, Message } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { openVerapdf, validatePdfs } from './verapdf.ts'
import type { FailedRule, Flavour, Verapdf } from './verapdf.ts'

/**
 * Validates finished PDFs with veraPDF and reports what it says, each at its report's place. Gives the
 * names of those that broke a rule; all of them when there is no veraPDF to say that they didn't.
 */
export async function checkConformance(
  pdfs: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly place: Span }>,
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
  for (const [name, { place }] of pdfs) {
    const validations = found.get(name) ?? []
    for (const { flavour, failed, error } of validations) {
      if (error !== undefined) diagnostics.add(oläsligPdf(flavour, error), place)
      for (const rule of failed) diagnostics.add(brutenRegel(flavour, rule), place)
    }
    if (validations.length < 2 || validations.some(({ compliant }) => !compliant)) broken.add(name)
  }
  return broken
}

/** A rule of a standard that a report's PDF breaks, and what that means. */
function brutenRegel(flavour: Flavour, { rule, count, message }: FailedRule): Message {
  const meaning = MEANINGS[flavour === 'ua1' ? 'ua' : 'a'][rule]
  const times = count === 1 ? 'en gång' : `${count} gånger`
  return {
    rule: 'pdf-foljer-standard',
    severity: 'error',
    text: `PDF:en följer inte ${STANDARD[flavour]}, regel ${rule} (${times}): ${meaning?.[0] ?? message}`,
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

const STANDARD: Readonly<Record<Flavour, string>> = {
  ua1: 'PDF/UA-1',
  '2a': 'PDF/A-2a',
  '3a': 'PDF/A-3a'
}

type Meaning = readonly [what: string, remedy: string]

const TEMPLATE = 'Se över mallen som skriver elementet.'
const STYLE = 'Se över stilmallen för utskrift.'
const PROGRAM = 'Det här ska Tertial ordna självt. Anmäl felet.'
const SIGNS = 'Skriv om med tecken som finns i rapportens typsnitt.'

/** By clause and test, for the two families of standards. */
const MEANINGS: Readonly<Record<'ua' | 'a', Readonly<Record<string, Meaning>>>> = {
  ua: {
    '5-1': ['filen säger inte att den är PDF/UA.', PROGRAM],
    '7.1-1': ['en artefakt ligger inne i märkt innehåll.', PROGRAM],
    '7.1-2': ['märkt innehåll ligger inne i en artefakt.', PROGRAM],
    '7.1-3': ['något på sidan är varken märkt innehåll eller artefakt.', PROGRAM],
    '7.1-5': ['en märkning som standarden inte känner saknar motsvarighet.', TEMPLATE],
    '7.1-8': ['filen saknar metadata.', PROGRAM],
    '7.1-9': ['metadata saknar titel.', 'Ge rapporten en titel i rapport.yaml.'],
    '7.1-10': ['läsaren visar inte titeln.', PROGRAM],
    '7.1-11': ['filen saknar läsordning.', PROGRAM],
    '7.2-2': ['bokmärkenas språk går inte att avgöra.', TEMPLATE],
    '7.2-3': ['en tabell har en del som inte hör hemma i en tabell.', TEMPLATE],
    '7.2-4': ['en tabellrad står utanför en tabell.', TEMPLATE],
    '7.2-10': ['en tabellrad har något annat än celler.', TEMPLATE],
    '7.2-11': ['en tabell har mer än ett huvud.', TEMPLATE],
    '7.2-15': ['tabellen har celler som går över varandra.', 'Se över colspan och rowspan.'],
    '7.2-17': ['en listpunkt står utanför en lista.', TEMPLATE],
    '7.2-18': ['en listpunkts innehåll står utanför en listpunkt.', TEMPLATE],
    '7.2-19': ['en lista har något annat än listpunkter.', TEMPLATE],
    '7.2-20': ['en listpunkt har något annat än nummer och innehåll.', PROGRAM],
    '7.2-22': ['alternativtextens språk går inte att avgöra.', TEMPLATE],
    '7.2-26': ['en rad i innehållet står utanför innehållsförteckningen.', TEMPLATE],
    '7.2-27': ['innehållsförteckningen har något annat än rader.', TEMPLATE],
    '7.2-34': ['textens språk går inte att avgöra.', TEMPLATE],
    '7.2-41': ['tabellens kolumner har olika många rader.', 'Se över rowspan.'],
    '7.2-42': [
      'tabellens rader har olika många kolumner.',
      'Se över colspan, rowspan och tomma celler.'
    ],
    '7.2-43': [
      'tabellens rader spänner över olika många kolumner.',
      'Se över colspan, rowspan och tomma celler.'
    ],
    '7.3-1': ['en bild saknar alternativtext.', 'Beskriv bilden: ![beskrivning](bild.png).'],
    '7.4.2-1': ['en rubriknivå är överhoppad.', 'Använd nästa nivå under rubriken ovanför.'],
    '7.5-1': ['en tabellcell har inget tydligt rubrikfält.', 'Ge tabellens rubrikceller scope.'],
    '7.7-1': ['en formel saknar alternativtext.', TEMPLATE],
    '7.9-1': ['en not saknar id.', PROGRAM],
    '7.9-2': ['två noter har samma id.', PROGRAM],
    '7.18.1-2': ['en länk saknar beskrivning.', PROGRAM],
    '7.18.3-1': ['länkarnas ordning på sidan är inte bestämd.', PROGRAM],
    '7.18.5-1': ['en länk är inte märkt som länk.', 'Ta bort role på länken i mallen.'],
    '7.18.5-2': ['en länk saknar beskrivning.', PROGRAM],
    '7.20-2': ['märkt innehåll används flera gånger.', 'Ta bort mask-image ur stilmallen.'],
    '7.21.3.2-1': ['ett typsnitt saknar sin teckentabell.', STYLE],
    '7.21.4.1-1': ['ett typsnitt är inte inbäddat.', STYLE],
    '7.21.4.1-2': ['ett tecken saknas i det inbäddade typsnittet.', SIGNS],
    '7.21.5-1': ['ett teckens bredd stämmer inte med typsnittets.', STYLE],
    '7.21.7-1': ['ett tecken går inte att läsa som text.', SIGNS],
    '7.21.7-2': ['ett tecken har en kod som inte är ett tecken.', SIGNS],
    '7.21.8-1': ['ett tecken finns inte i något typsnitt.', SIGNS]
  },
  a: {
    '6.1.3-1': ['filen saknar identitet.', PROGRAM],
    '6.2.4.3-2': ['färgerna saknar färgprofil.', PROGRAM],
    '6.2.10-2': ['genomskinlighet saknar färgrymd.', PROGRAM],
    '6.2.11.4.1-1': ['ett typsnitt är inte inbäddat.', STYLE],
    '6.2.11.7.2-1': ['ett tecken går inte att läsa som text.', SIGNS],
    '6.2.11.8-1': ['ett tecken finns inte i något typsnitt.', SIGNS],
    '6.6.2.1-1': ['filen saknar metadata.', PROGRAM],
    '6.6.2.3.1-1': ['metadata har en egenskap som inte är beskriven.', PROGRAM],
    '6.6.4-1': ['filen säger inte att den är PDF/A.', PROGRAM],
    '6.7.2.2-1': ['filen är inte märkt.', PROGRAM],
    '6.7.3.4-1': ['en märkning som standarden inte känner saknar motsvarighet.', TEMPLATE],
    '6.8-1': ['en bifogad fil saknar sin typ.', PROGRAM],
    '6.8-2': ['en bifogad fil saknar namn.', PROGRAM],
    '6.8-3': ['det framgår inte vad en bifogad fil är för rapporten.', PROGRAM]
  }
}
