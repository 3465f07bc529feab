import type { Message, Severity } from './diagnostic.ts'
import type { Span } from './source.ts'
import { suggest } from './text/suggest.ts'
import { formatLista } from './text/swedish.ts'

/**
 * Every sentence about data and reports that a user can meet: *Okänt/Saknat/Ogiltigt X, väntade Y*
 * with a hint that is an action. Texts about one library's subject (Markdown, templates, charts)
 * stand beside the code that knows it.
 */

/** What the functions here give; the place is added where the fault is found. */
export type Meddelande = Message

const fel = (rule: string, text: string, hint?: string, extra: Partial<Message> = {}): Message =>
  message('error', rule, text, hint, extra)
const varning = (rule: string, text: string, hint?: string): Message =>
  message('warning', rule, text, hint)
const råd = (rule: string, text: string, hint?: string): Message =>
  message('advice', rule, text, hint)

function message(
  severity: Severity,
  rule: string,
  text: string,
  hint?: string,
  extra: Partial<Message> = {}
): Message {
  return { rule, severity, text, ...(hint === undefined ? {} : { hint }), ...extra }
}

/** "Menade du …?" or the list of what is known, when that is short enough to read. */
export function menade(
  word: string,
  kända: readonly string[],
  annars?: string
): string | undefined {
  const nearest = suggest(word, kända)
  if (nearest) return `Menade du "${nearest}"?`
  const unika = [...new Set(kända)]
  if (unika.length > 0 && unika.length <= 12)
    return `Här går det att skriva ${formatLista(
      unika.map((k) => `"${k}"`),
      'eller'
    )}.`
  return annars
}

// ---- YAML and CSV -------------------------------------------------------------------------------

const YAML: Readonly<Record<string, [string, string]>> = {
  BAD_INDENT: [
    'Indraget stämmer inte med raderna omkring',
    'Rader på samma nivå ska ha lika många mellanslag först.'
  ],
  TAB_AS_INDENT: ['Raden är indragen med tabb', 'Byt tabben mot mellanslag.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'Ett kolon står där ett värde väntades',
    'Sätt citattecken om texten: namn: "Brister: avtal saknas".'
  ],
  MULTILINE_IMPLICIT_KEY: [
    'Nyckeln saknar kolon, eller texten fortsätter på nästa rad utan indrag',
    'Skriv "nyckel: värde" och dra in fortsättningsrader.'
  ],
  MISSING_CHAR: [
    'Ett tecken saknas',
    'Se efter att citattecken, klamrar och kolon är i par och att kolon följs av mellanslag.'
  ],
  BAD_DQ_ESCAPE: [
    'Omvänt snedstreck i citattecken betyder något särskilt i YAML',
    "Använd enkla citattecken i stället: '…'."
  ],
  BAD_SCALAR_START: [
    'Värdet börjar med ett tecken som YAML har reserverat',
    'Sätt citattecken om texten.'
  ],
  UNEXPECTED_TOKEN: ['Oväntat tecken', 'Se efter att citattecken och klamrar är i par.'],
  BAD_ALIAS: [
    'Stjärnan (*) eller och-tecknet (&) betyder något särskilt i YAML',
    'Sätt citattecken om texten.'
  ],
  MULTIPLE_DOCS: ['Filen innehåller flera YAML-dokument (---)', 'Dela upp den i flera filer.'],
  TAG_RESOLVE_FAILED: [
    'Utropstecknet (!) betyder något särskilt i YAML',
    'Sätt citattecken om texten.'
  ]
}

export function yamlFel(code: string, original: string, text: string): Message {
  const [vad, råd] = YAML[code] ?? [
    'Raden går inte att läsa som YAML',
    'Jämför med raderna omkring: indrag, kolon följt av mellanslag, citattecken i par.'
  ]
  const closing = /quote/i.test(original) ? 'Ett citattecken saknas' : vad
  const near = text.trim() && text.length < 30 ? ` vid "${text.trim()}"` : ''
  return fel('yaml-gar-att-lasa', `${closing}${near}.`, råd)
}

export function dubblettnyckel(namn: string, första: Span | undefined): Message {
  return fel(
    'nyckel-en-gang',
    `Nyckeln "${namn}" står två gånger på samma nivå.`,
    'Ta bort den ena, så att det inte är oklart vilken som gäller.',
    första ? { related: [{ text: 'Första gången här', span: första }] } : {}
  )
}

export function kommaDelarTal(nyckel: string, heltal: string, decimaler: string): Message {
  return fel(
    'tal-ar-entydigt',
    `Kommat delar talet: inom klamrar läses "${nyckel}: ${heltal},${decimaler}" som två uppgifter, ${heltal} och ${decimaler}.`,
    `Skriv på en egen rad utan klamrar: ${nyckel}: ${heltal},${decimaler}`
  )
}

export function csvFel(): Message {
  return fel(
    'csv-gar-att-lasa',
    'Raden går inte att läsa som CSV: ett citattecken är inte avslutat.',
    'Citattecken ska stå i par om en hel cell, och dubbleras inuti den.'
  )
}
export function csvTom(): Message {
  return fel(
    'csv-gar-att-lasa',
    'Filen är tom.',
    'Första raden ska vara rubriker: id;period;utfall'
  )
}
export function csvAntalCeller(antal: number, väntat: number): Message {
  return fel(
    'csv-gar-att-lasa',
    `Raden har ${antal} ${antal === 1 ? 'cell' : 'celler'}, rubrikraden har ${väntat}.`,
    'Celler skiljs åt med semikolon; en tom cell behöver också sitt semikolon.'
  )
}
export function csvKolumn(namn: string, kända: readonly string[]): Message {
  return fel('csv-kolumn-finns', `Okänd kolumn "${namn}".`, menade(namn, kända))
}
export function csvSaknarKolumn(namn: string): Message {
  return fel(
    'csv-kolumn-finns',
    `Kolumnen "${namn}" saknas i rubrikraden.`,
    'Rubrikraden ska ha id, period och minst ett mått: id;period;utfall'
  )
}

// ---- Files and keys -----------------------------------------------------------------------------

export function okändNyckel(nyckel: string, kända: readonly string[]): Message {
  return fel(
    'nyckel-finns',
    `Okänd nyckel "${nyckel}".`,
    menade(nyckel, kända, `Nycklar som finns här: ${formatLista(kända)}.`)
  )
}
export function saknadNyckel(nyckel: string): Message {
  return fel('nyckel-saknas-inte', `Nyckeln "${nyckel}" saknas.`, `Lägg till en rad: ${nyckel}: …`)
}
export function tomtVärde(nyckel: string): Message {
  return fel('varde-finns', `"${nyckel}" är tomt.`, 'Skriv ett värde eller ta bort raden.')
}
export function felSlag(nyckel: string, väntat: string): Message {
  return fel('varde-av-ratt-slag', `"${nyckel}" har fel form, väntade ${väntat}.`)
}
export function okäntVärde(nyckel: string, värde: string, kända: readonly string[]): Message {
  const titel = nyckel === 'enhet' ? 'Okänd enhet' : `Okänt värde`
  return fel(
    nyckel === 'enhet' ? 'enhet-finns' : 'varde-finns-i-listan',
    `${titel} "${värde}"${nyckel === 'enhet' ? '' : ` för "${nyckel}"`}.`,
    menade(värde, kända, `Tillåtna värden: ${formatLista(kända, 'eller')}.`)
  )
}
export function ogiltigtFormat(nyckel: string, värde: string, form: string): Message {
  const former: Readonly<Record<string, [string, string]>> = {
    id: ['ett id', 'Använd små bokstäver, siffror och bindestreck: it-stöd'],
    mapp: ['ett mappnamn', 'Använd a–z, siffror och bindestreck, utan å, ä, ö: regionstod'],
    decimaler: ['antal decimaler', 'Skriv ett heltal från 0 till 6.'],
    datum: ['ett datum', 'Skriv år-månad-dag: 2022-02-14'],
    färg: ['en färg', 'Skriv som "#0f5c6e", med citattecken.'],
    procent: ['ett procenttal', 'Skriv till exempel: 80']
  }
  const [vad, hint] = former[form] ?? [form, undefined]
  return fel(
    'varde-av-ratt-slag',
    `"${värde}" är inte ${vad}${nyckel ? ` (${nyckel})` : ''}.`,
    hint
  )
}
export function ettAv(alternativ: string): Message {
  return fel(
    'varde-av-ratt-slag',
    `Här ska stå ${alternativ.replace(/^ett av /, 'exakt ett av ')}.`
  )
}
export function dubblettId(id: string, första: Span): Message {
  return fel(
    'id-ar-unikt',
    `Id "${id}" finns redan.`,
    'Ge det ena ett annat id: hänvisningar måste veta vilket som menas.',
    { related: [{ text: 'Första gången här', span: första }] }
  )
}
export function oläsligFil(vad: string): Message {
  return fel('fil-gar-att-lasa', `Filen går inte att läsa: ${vad}.`)
}
export function saknadFil(fil: string, hint: string): Message {
  return fel('fil-finns', `Filen ${fil} saknas.`, hint)
}
export function okändMapp(mapp: string, kända: readonly string[]): Message {
  return fel(
    'enhet-finns-i-organisationen',
    `Mappen "${mapp}" svarar inte mot någon enhet i organisation.yaml.`,
    menade(mapp, kända)
  )
}
export function utanförProjektet(sökväg: string): Message {
  return fel(
    'fil-i-projektet',
    `${sökväg} leder ut ur projektet.`,
    'Länkar får bara leda till filer i samma projekt.'
  )
}

// ---- Figures ------------------------------------------------------------------------------------

export function ogiltigtTal(
  text: string,
  orsak: string,
  extra: { tusental?: string; enhet?: string } = {}
): Message {
  switch (orsak) {
    case 'flera decimaltecken':
      return fel(
        'tal-ar-entydigt',
        `"${text}" går inte att läsa som ett tal: det har mer än ett decimaltecken.`,
        'Skriv ett decimalkomma, och mellanslag mellan tusental: 4 773,5'
      )
    case 'decimaler i antal':
      return fel(
        'tal-ar-entydigt',
        `"${text}" är tvetydigt för ett antal (${extra.enhet ?? 'st'}): tusental eller decimaler?`,
        `Skriv tusental med mellanslag: ${extra.tusental ?? ''}`
      )
    case 'blandade tusental':
      return fel(
        'tal-ar-entydigt',
        `"${text}" går inte att läsa som ett tal: siffergrupperna är inte tusental.`,
        'Mellanslag får bara stå mellan grupper om tre siffror: 1 367. Är det flera tal hör de till var sin rad.'
      )
    default:
      return fel(
        'tal-ar-entydigt',
        text === '' ? 'Ett tal saknas.' : `"${text}" är inte ett tal.`,
        'Skriv bara siffror, till exempel 1 367 eller −5,35; enheten står i "enhet". Saknas uppgiften: skriv saknas: och varför.'
      )
  }
}
export function okändPeriod(text: string): Message {
  return fel(
    'period-finns',
    `Okänd period "${text}".`,
    'Skriv 2021, 2021-T1 (jan–apr), 2021-T2 (jan–aug), 2021-K3 eller 2021-03.'
  )
}
export function dubblettPeriod(text: string): Message {
  return fel(
    'nyckel-en-gang',
    `Perioden ${text} står två gånger för samma serie.`,
    'Slå ihop dem till en.'
  )
}
export function okäntMått(mått: string, kända: readonly string[]): Message {
  return fel(
    'matt-finns',
    `Okänt mått "${mått}".`,
    menade(mått, kända, 'Egna mått beskrivs under "mått:".')
  )
}
export function formelfel(orsak: string): Message {
  return fel(
    'formel-gar-att-rakna',
    `${orsak}.`,
    'En formel har namn, tal och + − * / med mellanslag omkring: resultat.fm.utfall / resultat.summa.utfall'
  )
}
export function ogiltigtMålvärde(text: string, orsak: string, förslag?: string): Message {
  return fel(
    'malvarde-gar-att-tolka',
    `Målvärdet "${text}" går inte att tolka: ${orsak.replace(/\.$/, '')}.`,
    förslag
  )
}
export function okändNivå(nivå: string, kända: readonly string[]): Message {
  return fel(
    'niva-finns',
    `Okänd nivå "${nivå}".`,
    menade(nivå, kända, 'Nivåerna beskrivs i styrmodell.yaml.')
  )
}
export function okändHänvisning(id: string, vad: string, kända: readonly string[]): Message {
  return fel(
    'referens-finns',
    `Okänt ${vad} "${id}".`,
    menade(id, kända, `Skriv ett ${vad} som finns i enhetens data.`)
  )
}
export function saknarUtfall(id: string): Message {
  return varning(
    'varde-finns-i-tabell',
    id,
    'Skriv värdet i data, eller "saknas:" och varför det saknas.'
  )
}
export function givetSkiljer(
  vad: string,
  givet: string,
  beräknat: string,
  nivå: 'avrundning' | 'fel'
): Message {
  return nivå === 'fel'
    ? fel(
        'givet-lika-med-beraknat',
        `${vad} anges till ${givet} men räknas fram till ${beräknat}.`,
        'Rätta talet eller delposterna; i rapporten skrivs det beräknade.'
      )
    : råd(
        'givet-lika-med-beraknat',
        `${vad} anges till ${givet} men räknas fram till ${beräknat}; skillnaden ryms i avrundningen.`,
        'I rapporten skrivs det beräknade. Ta bort det angivna talet om det inte ska jämföras.'
      )
}

// ---- Reports ------------------------------------------------------------------------------------

export function okändDokumenttyp(typ: string, kända: readonly string[]): Message {
  return fel(
    'dokumenttyp-finns',
    `Okänd dokumenttyp "${typ}".`,
    menade(typ, kända, 'Dokumenttyper är mallarna i templates/dokument.')
  )
}
export function mappnamn(mapp: string, väntat: string): Message {
  return fel(
    'mapp-heter-som-rapporten',
    `Mappen heter "${mapp}" men rapporten gäller ${väntat}.`,
    `Döp om mappen till ${väntat}, eller rätta period och dokumenttyp i rapport.yaml.`
  )
}
export function saknatAvsnitt(rubrik: string, fil: string): Message {
  return fel(
    'avsnitt-finns',
    `Avsnittet "${rubrik}" saknas.`,
    `Lägg till en fil, till exempel ${fil}, som börjar med "# ${rubrik}".`
  )
}
export function ingaAvsnitt(): Message {
  return fel(
    'avsnitt-finns',
    'Rapporten har inga avsnitt.',
    'Lägg till Markdown-filer bredvid rapport.yaml, till exempel 10-inledning.md.'
  )
}
export function saknadRubrik(): Message {
  return fel('avsnitt-har-rubrik', 'Avsnittet saknar rubrik.', 'Börja filen med en rad "# Rubrik".')
}

export function referensfel(
  ref: string,
  fel_: { fel: string; del: string; kända: readonly string[]; förklaring?: string | undefined }
): Message {
  const { del, kända } = fel_
  switch (fel_.fel) {
    case 'okänt id':
      return fel(
        'referens-finns',
        `Okänd uppgift "${del}".`,
        menade(
          del,
          kända,
          'Uppgifter beskrivs i enhetens data: indikatorer, konton, nyckeltal, uppställningar, register.'
        )
      )
    case 'okänd rad':
      return fel(
        'referens-finns',
        `Raden "${del}" finns inte i "${ref.split('.')[0]}".`,
        menade(del, kända, `Rader som finns: ${formatLista(kända.slice(0, 20))}.`)
      )
    case 'okänd kolumn':
      return fel(
        'referens-finns',
        `Kolumnen "${del}" finns inte bland talen i "${ref.split('.')[0]}".`,
        menade(del, kända)
      )
    case 'okänt mått':
      return fel('referens-finns', `Okänt mått "${del}" i "${ref}".`, menade(del, kända))
    case 'inget värde':
      return fel(
        'varde-finns',
        fel_.förklaring ?? `"${ref}" har inget värde för perioden.`,
        kända.length > 0 ? `Perioder med värde: ${formatLista(kända)}.` : 'Skriv värdet i data.'
      )
    case 'okänd period':
      return okändPeriod(del)
    case 'cirkel':
      return fel(
        'formel-gar-att-rakna',
        `Formeln för "${del}" hänvisar till sig själv.`,
        'Bryt cirkeln: minst ett av talen måste stå i data.'
      )
    default:
      return fel('formel-gar-att-rakna', `${fel_.förklaring ?? `"${ref}" går inte att räkna`}.`)
  }
}
export function värdetSaknas(ref: string, varför: string | undefined): Message {
  return fel(
    'varde-finns',
    `"${ref}" saknar värde${varför ? `: ${varför.replace(/\.$/, '')}` : ''}.`,
    'Ett tal i löpande text måste finnas. Skriv om meningen, eller fyll i värdet i data.'
  )
}
export function okändHjälpare(namn: string, kända: readonly string[]): Message {
  return fel(
    'hjalpare-finns',
    `Okänd hjälpare "${namn}".`,
    menade(namn, kända, `Hjälpare som finns: ${formatLista(kända)}.`)
  )
}
export function okäntArgument(hjälpare: string, namn: string, kända: readonly string[]): Message {
  return fel(
    'argument-finns',
    `Hjälparen "${hjälpare}" har inget argument "${namn}".`,
    menade(namn, kända, kända.length ? `Argument som finns: ${formatLista(kända)}.` : undefined)
  )
}
export function saknatArgument(hjälpare: string, vad: string): Message {
  return fel(
    'argument-finns',
    `Hjälparen "${hjälpare}" behöver ${vad}.`,
    `Skriv till exempel {{${hjälpare} "…"}}.`
  )
}
export function förMångaArgument(hjälpare: string, antal: number): Message {
  return fel(
    'argument-finns',
    `Hjälparen "${hjälpare}" tar ${antal === 0 ? 'inga argument' : antal === 1 ? 'ett argument' : `högst ${antal} argument`} före de namngivna.`,
    'Ta bort det som är för mycket, eller sätt citattecken om hela texten.'
  )
}
export function utanCitattecken(text: string): Message {
  return fel(
    'argument-finns',
    `"${text}" står utan citattecken.`,
    `Skriv med citattecken: "${text}"`
  )
}
export function okänt(vad: string, namn: string, kända: readonly string[]): Message {
  return fel(
    'referens-finns',
    `Okänt ${vad} "${namn}".`,
    menade(namn, kända, kända.length ? `Det som finns: ${formatLista(kända)}.` : undefined)
  )
}
export function felDatum(text: string): Message {
  return fel(
    'datum-finns',
    `"${text}" är inte ett datum i kalendern.`,
    'Skriv år-månad-dag: 2022-02-14'
  )
}
export function saknadText(ref: string): Message {
  return fel('varde-finns', `"${ref}" har ingen text för perioden.`, 'Skriv texten i data.')
}
export function intetTal(namn: string): Message {
  return fel(
    'argument-finns',
    `"${namn}" ger inget tal och kan inte stå inuti en annan hjälpare.`,
    'Inuti en hjälpare kan tal, summa, skillnad, andel och förändring stå.'
  )
}
export function saknadBild(namn: string, kända: readonly string[]): Message {
  return fel(
    'bild-finns',
    `Bilden "${namn}" finns inte i rapportens mapp.`,
    menade(namn, kända, 'Lägg bilden bredvid rapport.yaml; png, jpg, svg, webp och gif går bra.')
  )
}
export function diagramfel(orsak: string): Message {
  return fel('diagram-gar-att-rita', orsak.endsWith('.') ? orsak : `${orsak}.`)
}
export function felArgument(hjälpare: string, namn: string, väntat: string): Message {
  return fel(
    'argument-finns',
    `Argumentet "${namn}" till "${hjälpare}" har fel form, väntade ${väntat}.`
  )
}
export function blockIText(hjälpare: string): Message {
  return fel(
    'block-star-ensamt',
    `"${hjälpare}" ger en tabell eller ett diagram och kan inte stå inne i en mening.`,
    'Låt {{…}} stå ensamt i ett eget stycke.'
  )
}
export function enhetPassarInte(från: string, till: string): Message {
  return fel(
    'enhet-passar',
    `Talet är i ${från} och kan inte skrivas i ${till}.`,
    'Byt enhet, eller ta bort enhet="…".'
  )
}
export function okäntMål(text: string, kända: readonly string[]): Message {
  return fel(
    'referens-finns',
    `Hänvisningen "${text}" leder ingenstans i rapporten.`,
    menade(
      text,
      kända,
      'Det går att hänvisa till avsnitt, tabeller och diagram som finns i rapporten.'
    )
  )
}
export function okäntAnkare(href: string, kända: readonly string[]): Message {
  return fel(
    'lank-fungerar',
    `Länken "${href}" leder ingenstans i rapporten.`,
    menade(href.replace(/^#/, ''), kända)
  )
}
export function saknadGlyf(tecken: string): Message {
  return fel(
    'tecken-finns-i-typsnittet',
    `Tecknet "${tecken}" (U+${(tecken.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}) finns inte i något av rapportens typsnitt.`,
    'Byt tecknet mot ord eller ett vanligare tecken.'
  )
}

// ---- Printing -----------------------------------------------------------------------------------

export function ingenWebbläsare(prövade: readonly string[]): Message {
  return fel(
    'webblasare-finns',
    'Ingen webbläsare hittades, så PDF kan inte skapas. HTML är byggt.',
    `Installera Chrome, Chromium eller Edge, eller ange sökvägen i PUPPETEER_EXECUTABLE_PATH.${prövade.length ? ` Prövade: ${formatLista(prövade)}.` : ''}`
  )
}
export function annanWebbläsare(vilken: string): Message {
  return varning(
    'webblasare-ar-den-fasta',
    `PDF skrivs med ${vilken}, inte med den fasta webbläsaren.`,
    'Samma bytes som i andra byggen utlovas bara med den fasta webbläsaren.'
  )
}
export function utskriftsfel(orsak: string): Message {
  return fel(
    'pdf-gar-att-skriva',
    `PDF kunde inte skrivas: ${orsak}.`,
    'HTML är byggt. Kör bygget igen; består felet, pröva en annan webbläsare med PUPPETEER_EXECUTABLE_PATH.'
  )
}
export function bredarÄnSidan(vad: string): Message {
  return fel(
    'inget-bredare-an-sidan',
    `${vad} är bredare än sidan i PDF och skulle krympa alla sidor.`,
    'Lägg tabellen i :::liggande, eller korta rubriker och texter i den.'
  )
}

// ---- Command line -------------------------------------------------------------------------------

export function okändRapport(namn: string, kända: readonly string[]): Message {
  return fel(
    'rapport-finns',
    `Ingen rapport passar "${namn}".`,
    menade(namn, kända, `Rapporter som finns: ${formatLista(kända)}.`)
  )
}
export function flertydigRapport(namn: string, träffar: readonly string[]): Message {
  return fel(
    'rapport-finns',
    `"${namn}" passar flera rapporter.`,
    `Skriv mer av namnet: ${formatLista(träffar, 'eller')}.`
  )
}
export function ingaRapporter(): Message {
  return fel(
    'rapport-finns',
    'Inga rapporter hittades under content/.',
    'En rapport är en mapp content/<organisation>/<enhet>/<period>-<dokumenttyp>/ med rapport.yaml.'
  )
}
