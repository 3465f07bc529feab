import type { Message, Severity } from '../diagnostic.ts'
import { suggest } from '../text/suggest.ts'

function message(severity: Severity, rule: string, text: string, hint: string): Message {
  return { severity, rule, text, hint }
}

/** "Menade du …?" or, when nothing is near, all there is to choose from. */
function nearest(word: string, known: readonly string[], what: string): string {
  const near = suggest(word, known)
  return near === undefined ? `${what}: ${known.join(', ')}.` : `Menade du ”${near}”?`
}

// Values

export function unclosedValue(): Message {
  return message(
    'error',
    'varde-ar-avslutat',
    'Ett värde börjar med {{ men avslutas aldrig i samma stycke eller tabellcell.',
    'Skriv }} där värdet slutar. Ska tecknen synas som text skrivs \\{{.'
  )
}

export function strayValueEnd(): Message {
  return message(
    'error',
    'varde-ar-avslutat',
    'Här står }} utan att något värde har börjat.',
    'Skriv {{ där värdet börjar, eller ta bort }}. Ska tecknen synas som text skrivs \\}}.'
  )
}

/** `place` in definite or indefinite form, as in "en länkadress". */
export function valueWhereNoneIsRead(place: string, hint: string): Message {
  return message(
    'error',
    'varde-star-i-text',
    `Värdet står i ${place}, och där räknas inga värden ut.`,
    hint
  )
}

export function blockInText(text: string): Message {
  return message(
    'error',
    'block-star-ensamt',
    `${text} ger en tabell, ett diagram eller ett annat block och kan inte stå mitt i en text.`,
    'Ge det ett eget stycke, med en tom rad före och efter.'
  )
}

// Headings

export function emptyHeading(): Message {
  return message(
    'error',
    'rubrik-har-text',
    'Rubriken har ingen text.',
    'Skriv rubriken efter #-tecknen, eller ta bort raden.'
  )
}

export function skippedLevel(from: number, to: number): Message {
  const marks = (level: number): string => '#'.repeat(level)
  return message(
    'warning',
    'rubrik-i-ordning',
    `Rubriken är på nivå ${marks(to)} men den närmast före på nivå ${marks(from)}; en nivå hoppas över.`,
    `Skriv ${marks(from + 1)} i stället för ${marks(to)}.`
  )
}

export function secondChapter(): Message {
  return message(
    'warning',
    'rubrik-i-ordning',
    'Filen har redan en rubrik med ett #, och varje fil är ett avsnitt.',
    'Skriv ##, eller lägg texten i en egen fil.'
  )
}

export function textBeforeChapter(): Message {
  return message(
    'warning',
    'rubrik-i-ordning',
    'Det står text före avsnittets rubrik; den hamnar efter rubriken.',
    'Flytta rubriken (#) till filens första rad.'
  )
}

export function invalidId(id: string, better: string): Message {
  return message(
    'error',
    'id-ar-giltigt',
    `Ogiltigt id ”${id}”, väntade små bokstäver a–z, siffror och bindestreck med en bokstav först.`,
    better === '' ? 'Välj ett id som {#min-rubrik}.' : `Skriv {#${better}}.`
  )
}

export function duplicateId(id: string): Message {
  return message(
    'error',
    'id-ar-unikt',
    `Id:t ”${id}” används redan i rapporten.`,
    'Välj ett annat id, eller ta bort det så väljs ett ledigt.'
  )
}

// Footnotes

export function footnoteWithoutText(label: string): Message {
  return message(
    'error',
    'fotnot-har-text',
    `Fotnoten [^${label}] har ingen text.`,
    `Lägg till en rad i filen som börjar med [^${label}]: och notens text.`
  )
}

export function footnoteWithoutReference(label: string): Message {
  return message(
    'warning',
    'fotnot-har-hanvisning',
    `Fotnoten [^${label}] skrivs inte ut, eftersom ingen text hänvisar till den.`,
    `Skriv [^${label}] i texten där noten hör hemma, eller ta bort noten.`
  )
}

export function duplicateFootnote(label: string): Message {
  return message(
    'error',
    'fotnot-ar-unik',
    `Fotnoten [^${label}] har redan en text i filen, så den här skrivs inte ut.`,
    'Ge noten ett annat namn.'
  )
}

// Directives

export function unknownDirective(name: string, known: readonly string[]): Message {
  return message(
    'error',
    'direktiv-finns',
    `Okänt direktiv ”:::${name}”, väntade ett som finns.`,
    nearest(name, known, 'De som finns är')
  )
}

export function unknownAttribute(
  attribute: string,
  name: string,
  known: readonly string[]
): Message {
  const hint =
    known.length === 0
      ? `:::${name} skrivs utan klamrar.`
      : nearest(attribute, known, `:::${name} kan ha`)
  return message(
    'error',
    'direktiv-finns',
    `Okänt attribut ”${attribute}” på direktivet :::${name}.`,
    hint
  )
}

export function unclosedDirective(name: string): Message {
  return message(
    'error',
    'direktiv-ar-avslutat',
    `Direktivet :::${name} avslutas aldrig.`,
    'Skriv ::: på en egen rad där det slutar. Ligger ett direktiv inne i ett annat ska det yttre ha fler kolon: ::::.'
  )
}

export function strayDirectiveEnd(): Message {
  return message(
    'error',
    'direktiv-ar-avslutat',
    'Här avslutas ett direktiv som inte har börjat.',
    'Ta bort raden. Ligger ett direktiv inne i ett annat ska det yttre ha fler kolon: ::::.'
  )
}

export function leafForContainer(name: string): Message {
  return message(
    'error',
    'direktiv-finns',
    `Direktivet ${name} omsluter text men är skrivet med två kolon.`,
    `Skriv :::${name} före texten och ::: på en egen rad efter.`
  )
}

export function unknownKindOfBox(slag: string, known: readonly string[]): Message {
  return message(
    'error',
    'direktiv-finns',
    `Okänt slag av ruta ”${slag}”.`,
    `Det här finns: ${known.join(', ')}. Utan slag blir det en vanlig ruta.`
  )
}

export function quoteWithoutSource(): Message {
  return message(
    'error',
    'citat-har-kalla',
    'Citatet saknar källa.',
    'Skriv vem som citeras inom klamrarna: :::citat{källa="Revisionsrapporten, sidan 3"}.'
  )
}

export function signaturesWithoutList(): Message {
  return message(
    'error',
    'underskrifter-ar-en-lista',
    'Direktivet :::underskrifter ska innehålla en lista med namn och inget annat.',
    'Skriv en rad för var och en: - Förnamn Efternamn, titel'
  )
}

export function tableDirectiveWithoutCaption(): Message {
  return message(
    'error',
    'tabell-har-rubrik',
    'Direktivet :::tabell saknar rubrik.',
    'Skriv rubriken inom klamrarna: :::tabell{#mitt-id rubrik="Tabellens rubrik"}.'
  )
}

export function tableDirectiveWithoutTable(tables: number): Message {
  return message(
    'error',
    'tabell-har-rubrik',
    tables === 0
      ? 'Direktivet :::tabell innehåller ingen tabell.'
      : `Direktivet :::tabell innehåller ${tables} tabeller, väntade en.`,
    'Låt varje :::tabell omsluta en tabell, skriven med | mellan kolumnerna.'
  )
}

// Tables, links, images, markup

export function extraCells(cells: number, columns: number): Message {
  return message(
    'error',
    'tabell-har-hela-rader',
    `Raden har ${cells} celler men tabellen ${columns} kolumner, så de sista skrivs inte ut.`,
    'Ta bort cellerna eller lägg till kolumner i tabellens huvud. Ett | inne i en cell skrivs \\|.'
  )
}

export function tableWithoutHead(): Message {
  return message(
    'warning',
    'tabell-ar-tabell',
    'Tabellen saknar raden med streck under rubrikerna, så den skrivs ut som ett stycke.',
    'Lägg till en rad efter den första: | --- | --- |, med lika många delar som det finns kolumner.'
  )
}

export function pastedCells(): Message {
  return message(
    'warning',
    'tabell-ar-tabell',
    'Raderna ser ut att vara klistrade ur ett kalkylblad och skrivs ut som ett stycke.',
    'Lägg talen i data och hämta dem med {{tabell "…"}}, eller skriv | mellan cellerna och | --- | --- | efter rubrikraden.'
  )
}

export function unsafeLink(href: string): Message {
  return message(
    'error',
    'lank-fungerar',
    `Länken till ”${href}” tas bort, eftersom den inte är en webbadress, en e-postadress eller ett ställe i rapporten.`,
    'Länka till https://…, mailto:… eller #id.'
  )
}

export function emptyLink(): Message {
  return message(
    'error',
    'lank-fungerar',
    'Länken har ingen text.',
    'Skriv texten mellan hakparenteserna: [text](adress).'
  )
}

export function unreadLink(): Message {
  return message(
    'warning',
    'lank-fungerar',
    'Länken går inte att läsa och skrivs ut som den står.',
    'En adress kan varken ha mellanslag (skriv %20) eller ett värde i sig.'
  )
}

export function unresolvedReference(label: string): Message {
  return message(
    'warning',
    'lank-fungerar',
    `Hänvisningen [${label}] har ingen adress i filen och skrivs ut som den står.`,
    `Lägg till en rad [${label}]: https://… eller skriv [text](adress).`
  )
}

export function imageWithoutAlt(src: string): Message {
  return message(
    'error',
    'bild-har-alternativtext',
    `Bilden ”${src}” saknar alternativtext, så den som inte ser bilden får inget veta.`,
    'Beskriv vad bilden visar: ![beskrivning](fil).'
  )
}

export function imageOutsideReport(src: string): Message {
  return message(
    'error',
    'bild-finns-i-rapporten',
    `Bilden ”${src}” ligger inte i rapportens mapp.`,
    'Lägg bildfilen i samma mapp som texten och skriv bara filens namn.'
  )
}

export function leftoverEmphasis(): Message {
  return message(
    'warning',
    'markering-ar-avslutad',
    'Här skrivs ** ut som två stjärnor, eftersom markeringen inte börjar och slutar intill ett ord.',
    'Sätt ** tätt intill texten, eller skriv \\*\\* om stjärnorna ska synas.'
  )
}

export function removedElement(name: string, hint: string | undefined): Message {
  return message(
    'warning',
    'html-ar-saker',
    `Elementet <${name}> tas bort, eftersom det inte är tillåtet i rapportens text.`,
    hint ?? 'Skriv det med Markdown, eller ta bort det.'
  )
}

export function removedAttribute(attribute: string, element: string): Message {
  return message(
    'warning',
    'html-ar-saker',
    `Attributet ${attribute} på <${element}> tas bort, eftersom det inte är tillåtet i rapportens text.`,
    'Ta bort attributet.'
  )
}

export function unreadable(reason: string): Message {
  return message(
    'error',
    'markdown-gar-att-lasa',
    `Texten går inte att läsa som Markdown (${reason}).`,
    'Förenkla stycket närmast före en rad som börjar med kolon.'
  )
}

export function unclosedElement(name: string): Message {
  return message(
    'error',
    'html-ar-saker',
    `Elementet <${name}> avslutas aldrig, så all text efter det skulle försvinna.`,
    'Ta bort det. Ska tecknen synas som text skrivs \\<.'
  )
}

export function tooDeep(): Message {
  return message(
    'error',
    'markdown-gar-att-lasa',
    'Texten har fler än hundra nivåer av citat eller listor i varandra, så filen skrivs inte ut.',
    'Ta bort > och listtecken i radens början.'
  )
}
