import type { Message, Severity } from './diagnostic.ts'
import type { Span } from './source.ts'
import { suggest } from './text/suggest.ts'
import { formatLista, lowerFirst } from './text/swedish.ts'

/**
 * Every sentence about data and reports that a user can meet: *Okänt/Saknat/Ogiltigt X, väntade Y*
 * with a hint that is an action. Texts about one library's subject (Markdown, templates, charts)
 * stand beside the code that knows it.
 */

/** What the functions here give; the place is added where the fault is found. */
export type Meddelande = Message

export const fel = (
  rule: string,
  text: string,
  hint?: string,
  extra: Partial<Message> = {}
): Message => message('error', rule, text, hint, extra)
export const varning = (rule: string, text: string, hint?: string): Message =>
  message('warning', rule, text, hint)
export const råd = (rule: string, text: string, hint?: string): Message =>
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

/** Words in the neuter that messages are about; all others are of common gender. */
const NEUTRUM = new Set(
  'avsnitt diagram id konto mål mått nyckeltal område rapportnummer register svar textfält underlag uppdrag'.split(
    ' '
  )
)

/** "Okänt mål", "Okänd tabell". */
export function okändOrd(vad: string): string {
  return `${NEUTRUM.has(vad) ? 'Okänt' : 'Okänd'} ${vad}`
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

/** At most a dozen, the last ones: of periods those are the newest. */
function listed(kända: readonly string[]): string {
  return kända.length > 12 ? `… ${formatLista(kända.slice(-12))}` : formatLista(kända)
}

// ---- Files and keys -----------------------------------------------------------------------------

/** What people write for units, and what it is called here. */
const ENHETSORD: ReadonlyMap<string, string> = new Map([
  ['%', 'procent'],
  ['kronor', 'kr'],
  ['sek', 'kr'],
  ['tusental', 'tkr'],
  ['ksek', 'tkr'],
  ['mkr', 'mnkr'],
  ['msek', 'mnkr'],
  ['miljoner', 'mnkr'],
  ['mdr', 'mdkr'],
  ['miljarder', 'mdkr'],
  ['‰', 'promille'],
  ['stycken', 'st'],
  ['m²', 'kvm'],
  ['m2', 'kvm'],
  ['dag', 'dagar'],
  ['timme', 'timmar'],
  ['tim', 'timmar'],
  ['minut', 'minuter'],
  ['min', 'minuter'],
  ['åa', 'årsarbetare']
])

export function okäntVärde(nyckel: string, värde: string, kända: readonly string[]): Message {
  if (nyckel === 'enhet') {
    const känd = ENHETSORD.get(värde.toLowerCase())
    return fel(
      'enhet-finns',
      `Okänd enhet "${värde}".`,
      känd
        ? `Skriv "${känd}".`
        : menade(värde, kända, `Enheter som finns: ${formatLista(kända, 'eller')}.`)
    )
  }
  return fel(
    'varde-finns-i-listan',
    `Okänt värde "${värde}" för "${nyckel}".`,
    menade(värde, kända, `Tillåtna värden: ${formatLista(kända, 'eller')}.`)
  )
}
export function dubblettnyckel(namn: string, första: Span | undefined): Message {
  return fel(
    'nyckel-en-gang',
    `Nyckeln "${namn}" står två gånger på samma nivå.`,
    'Ta bort den ena, så att det inte är oklart vilken som gäller.',
    första ? { related: [{ text: 'Första gången här', span: första }] } : {}
  )
}

/** Exactly one of several keys must be there; `antal` is how many are. "ett av a, b" is read as well. */
export function ettAv(nycklar: string, antal = 0): Message {
  const namn = nycklar.replace(/^ett av /, '').split(', ')
  return fel(
    'varde-av-ratt-slag',
    antal === 0
      ? `En av nycklarna ${formatLista(namn, 'eller')} saknas.`
      : `Här står ${antal} av nycklarna ${formatLista(namn)}, väntade en.`,
    antal === 0 ? `Lägg till en rad: ${namn[0] ?? ''}: …` : 'Behåll den som gäller.'
  )
}
export function oläsligFil(vad: string, råd?: string): Message {
  return fel('fil-gar-att-lasa', `Filen går inte att läsa: ${vad}.`, råd)
}
export function saknadFil(fil: string, hint: string): Message {
  return fel('fil-finns', `Filen ${fil} saknas.`, hint)
}
export function okändMapp(mapp: string, kända: readonly string[]): Message {
  const nearest = suggest(mapp, kända)
  return fel(
    'enhet-finns-i-organisationen',
    `Mappen "${mapp}" svarar inte mot någon enhet i organisation.yaml.`,
    nearest
      ? `Menade du "${nearest}"? Döp om mappen, eller ändra enhetens id.`
      : `Lägg till enheten med id: ${mapp}. Enheter som finns: ${listed(kända)}.`
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

export function okändPeriod(text: string, relativa: readonly string[] = []): Message {
  const former = '2021, 2021-T1 (jan–apr), 2021-T2 (jan–aug), 2021-K3 eller 2021-03'
  const nearest = suggest(text, relativa)
  return fel(
    'period-finns',
    `Okänd period "${text}".`,
    nearest
      ? `Menade du "${nearest}"?`
      : `Skriv ${relativa.length ? `${relativa.map((ord) => `"${ord}"`).join(', ')}, ` : ''}${former}.`
  )
}
export function okäntMått(mått: string, kända: readonly string[]): Message {
  return fel(
    'matt-finns',
    `Okänt mått "${mått}".`,
    menade(mått, kända, 'Egna mått beskrivs under "mått:".')
  )
}
export function okändHänvisning(id: string, vad: string, kända: readonly string[]): Message {
  return fel(
    'referens-finns',
    `${okändOrd(vad)} "${id}".`,
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

/** What a report may call periods by, seen from its own. */
export const RELATIVA = ['föregående år', 'helår', 'helår föregående år'] as const

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
    case 'okänd enhet':
      return fel(
        'referens-finns',
        `Okänd enhet "${del}".`,
        menade(del, kända, 'Före snedstrecket står en enhet i samma organisation.')
      )
    case 'okänd rad':
      return fel(
        'referens-finns',
        `Raden "${del}" finns inte i "${ref.split('.')[0]}".`,
        menade(del, kända, `Rader som finns: ${listed(kända)}.`)
      )
    case 'okänd kolumn':
      return fel(
        'referens-finns',
        `Kolumnen "${del}" finns inte bland talen i "${ref.split('.')[0]}".`,
        menade(del, kända)
      )
    case 'okänt mått':
      return fel(
        'referens-finns',
        `Okänt mått "${del}" i "${ref}".`,
        menade(del, kända, kända.length > 0 ? `Mått som finns: ${listed(kända)}.` : undefined)
      )
    case 'inget värde':
      return fel(
        'varde-finns',
        fel_.förklaring ?? `"${ref}" har inget värde för perioden.`,
        kända.length > 0 ? `Perioder med värde: ${listed(kända)}.` : 'Skriv värdet i data.'
      )
    case 'okänd period':
      return okändPeriod(del, kända.length > 0 ? RELATIVA : [])
    case 'cirkel':
      return fel(
        'formel-gar-att-rakna',
        `Formeln går i cirkel: "${del}" behöver i sin tur det som räknas ut här.`,
        'Bryt cirkeln: minst ett av talen måste stå i data.'
      )
    default:
      return fel(
        'formel-gar-att-rakna',
        `${fel_.förklaring ?? `"${ref}" går inte att räkna`}.`,
        'Se efter vilka enheter talen har. Kvoten av två tal i samma enhet är ett tal utan enhet, i procent × 100.'
      )
  }
}
export function värdetSaknas(ref: string, varför: string | undefined): Message {
  return fel(
    'varde-finns',
    `"${ref}" ger inget tal${varför ? `: ${lowerFirst(varför.replace(/\.$/, ''))}` : ''}.`,
    'I löpande text måste talet finnas. Skriv om meningen, eller fyll i värdet i data.'
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
    `Skriv till exempel {{${hjälpare} ${vad.includes('=') ? `… ${vad}` : '"…"'}}}.`
  )
}
export function förMångaArgument(hjälpare: string, antal: number): Message {
  return fel(
    'argument-finns',
    antal === 0
      ? `Hjälparen "${hjälpare}" tar inget utan namn.`
      : `Hjälparen "${hjälpare}" tar ${antal === 1 ? 'bara ett värde' : `högst ${antal} värden`} utan namn.`,
    'Ta bort det som är för mycket. Andra värden skrivs med namn: period="2020"'
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
    `${okändOrd(vad)} "${namn}".`,
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
export function överTaket(reserverat: string, tak: string): Message {
  return fel(
    'reservering-under-taket',
    `Reserveringen till resultatreserven är ${reserverat}, men taket är ${tak} (11 kap. 14 § kommunallagen).`,
    'Minska reserveringen, eller kontrollera skatt och bidrag, eget kapital och reservens ingående värde.'
  )
}
export function saknarBalanskrav(): Message {
  return fel(
    'balanskrav-finns',
    'Enheten har ingen balanskravsutredning i sina data.',
    'Lägg till "balanskrav:" med resultat, skatt och bidrag och eget kapital, som hänvisningar till tal.'
  )
}
export function ingaMålAttVisa(enhet: string): Message {
  return fel(
    'mal-finns',
    `Varken ${enhet} eller någon enhet under den har mål i sina data.`,
    'Lägg till "mål:" i enheternas data, på styrmodellens översta nivå.'
  )
}
export function diagramfel(orsak: string): Message {
  return fel('diagram-gar-att-rita', orsak.endsWith('.') ? orsak : `${orsak}.`)
}
export function felArgument(hjälpare: string, namn: string, väntat: string): Message {
  const exempel = /heltal/.test(väntat) ? '1' : /true/.test(väntat) ? 'true' : '"…"'
  return fel(
    'argument-finns',
    `Argumentet "${namn}" till "${hjälpare}" har fel form, väntade ${väntat}.`,
    `Skriv till exempel ${namn}=${exempel}`
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
    `Talet är i ${från} och går inte att räkna om till ${till}.`,
    'Välj tal och enheter som hör ihop, till exempel kr, tkr och mnkr.'
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
    menade(
      href,
      kända.map((id) => `#${id}`),
      'Skriv # och ett id som finns i rapporten, eller använd {{se "…"}}.'
    )
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

export function faktumUtanKälla(): Message {
  return fel(
    'faktum-har-kalla',
    'Faktumet saknar källa.',
    'Skriv varifrån talet kommer: {{faktum "10 000" källa="Statistiska centralbyrån, 2021"}}'
  )
}
