import type { Flavour } from './verapdf.ts'

/** The standards' names in print. */
export const STANDARD: Readonly<Record<Flavour, string>> = {
  ua1: 'PDF/UA-1',
  '2a': 'PDF/A-2a',
  '3a': 'PDF/A-3a'
}

/** The meaning of a rule such as `7.2-20`: its own, else that of the nearest clause above it. */
export function meaningOf(flavour: Flavour, rule: string): Meaning | undefined {
  const meanings = MEANINGS[flavour === 'ua1' ? 'ua' : 'a']
  if (meanings[rule]) return meanings[rule]
  let clause = rule.split('-')[0] ?? ''
  while (clause !== '' && !meanings[clause]) clause = clause.replace(/(^|\.)[^.]*$/, '')
  return meanings[clause]
}

/** What a rule that is broken means to the writer, and what to do about it. */
export type Meaning = readonly [what: string, remedy: string]

const TEMPLATE = 'Se över mallen som skriver elementet.'
const STYLE = 'Se över stilmallen för utskrift.'
const PROGRAM = 'Det här ska Tertial ordna självt. Anmäl felet.'
const SIGNS = 'Skriv om med tecken som finns i rapportens typsnitt.'

/** By clause and test; by clause alone for what is left in it. */
const MEANINGS: Readonly<Record<'ua' | 'a', Readonly<Record<string, Meaning>>>> = {
  ua: {
    '5': ['filens uppgift om att den är PDF/UA är felskriven.', PROGRAM],
    '6': ['filens uppbyggnad är fel.', PROGRAM],
    '7.1': ['filens märkning är fel uppbyggd.', PROGRAM],
    '7.2': ['märkningens delar står på fel ställe.', TEMPLATE],
    '7.2-5': ['ett tabellhuvud står utanför en tabell.', TEMPLATE],
    '7.2-8': ['en rubrikcell står utanför en tabellrad.', TEMPLATE],
    '7.2-9': ['en tabellcell står utanför en tabellrad.', TEMPLATE],
    '7.2-16': ['tabellens rubrik står mitt i tabellen.', 'Skriv caption först i tabellen.'],
    '7.2-21': ['språket i en ersättningstext går inte att avgöra.', TEMPLATE],
    '7.2-23': ['språket i en förkortnings uttydning går inte att avgöra.', TEMPLATE],
    '7.2-24': ['språket i en länks beskrivning går inte att avgöra.', TEMPLATE],
    '7.2-29': ['ett språk är inte skrivet som ett språk.', 'Skriv språket som sv, en eller fi.'],
    '7.2-33': ['språket i metadata går inte att avgöra.', PROGRAM],
    '7.2-39': ['tabellen har mer än en rubrik.', 'Skriv en enda caption i tabellen.'],
    '7.4': ['rubrikerna är märkta på två sätt.', TEMPLATE],
    '7.10': ['filen har lager som inte är beskrivna.', PROGRAM],
    '7.11': ['en bifogad fil saknar namn.', PROGRAM],
    '7.15': ['filen har ett formulär som inte är tillåtet.', TEMPLATE],
    '7.16': ['filen är låst för hjälpmedel.', PROGRAM],
    '7.18': ['en länk eller en anteckning är fel märkt.', TEMPLATE],
    '7.20': ['ett ritat stycke är fel märkt.', STYLE],
    '7.21': ['ett typsnitt är fel inlagt i filen.', STYLE],
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
    '6.1': ['filens uppbyggnad är fel.', PROGRAM],
    '6.1.13-8': [
      'något är ritat i för många lager på varandra.',
      'Förenkla teckningen eller stilmallen.'
    ],
    '6.2': ['något på sidan är ritat på ett sätt som arkivet inte tillåter.', STYLE],
    '6.2.3': ['filens färgprofil är fel.', PROGRAM],
    '6.2.4': ['en färg saknar färgprofil.', STYLE],
    '6.2.4.3-3': ['en bild har tryckfärger (CMYK).', 'Spara om bilden med skärmfärger (RGB).'],
    '6.2.8': [
      'en bild är sparad på ett sätt som arkivet inte tillåter.',
      'Spara om bilden som png.'
    ],
    '6.2.11': ['ett typsnitt är fel inlagt i filen.', STYLE],
    '6.3': ['en länk eller en anteckning är av ett slag som arkivet inte tillåter.', TEMPLATE],
    '6.4': ['filen har ett formulär, som arkivet inte tillåter.', TEMPLATE],
    '6.5': ['filen gör något när den öppnas, som arkivet inte tillåter.', TEMPLATE],
    '6.6': ['filens metadata är fel skrivna.', PROGRAM],
    '6.7': ['filens märkning är fel uppbyggd.', PROGRAM],
    '6.8': ['en bifogad fil är inte beskriven som den ska.', PROGRAM],
    '6.9': ['filen har lager, som arkivet inte tillåter.', PROGRAM],
    '6.10': ['filen har bildspel, som arkivet inte tillåter.', PROGRAM],
    '6.11': ['filen ställer krav på programmet som läser den.', PROGRAM],
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
