import type { Message, Severity } from './diagnostic.ts'
import { suggest } from './text/suggest.ts'
import { formatLista } from './text/swedish.ts'

/**
 * The sentences that several rooms say: *Okänt/Saknat/Ogiltigt X, väntade Y* with a hint that is
 * an action. What one room alone says stands beside the code that knows it, in its own messages.
 */

/** What the functions here give; the place is added where the fault is found. */
export type Meddelande = Message

/** Nothing is said without what to do about it. */
export const fel = (
  rule: string,
  text: string,
  hint: string,
  extra: Partial<Message> = {}
): Message => message('error', rule, text, hint, extra)
export const varning = (rule: string, text: string, hint: string): Message =>
  message('warning', rule, text, hint)
export const råd = (rule: string, text: string, hint: string): Message =>
  message('advice', rule, text, hint)

function message(
  severity: Severity,
  rule: string,
  text: string,
  hint: string,
  extra: Partial<Message> = {}
): Message {
  return { rule, severity, text, hint, ...extra }
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
export function menade(word: string, kända: readonly string[], annars: string): string
export function menade(word: string, kända: readonly string[]): string | undefined
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
export function oläsligFil(vad: string, råd: string): Message {
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

// ---- Reports ------------------------------------------------------------------------------------

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
export const RELATIVA = [
  'föregående år',
  'helår',
  'helår föregående år',
  'senaste prognos'
] as const

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
        menade(del, kända, `Kolumner som finns: ${listed(kända)}.`)
      )
    case 'okänt mått':
      return fel(
        'referens-finns',
        `Okänt mått "${del}" i "${ref}".`,
        menade(
          del,
          kända,
          kända.length > 0
            ? `Mått som finns: ${listed(kända)}.`
            : 'Ta bort det som står efter punkten.'
        )
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
export function okänt(vad: string, namn: string, kända: readonly string[]): Message {
  return fel(
    'referens-finns',
    `${okändOrd(vad)} "${namn}".`,
    menade(
      namn,
      kända,
      kända.length
        ? `Det som finns: ${formatLista(kända)}.`
        : `Inget ${vad} finns; ta bort anropet.`
    )
  )
}
export function felDatum(text: string): Message {
  return fel(
    'datum-finns',
    `"${text}" är inte ett datum i kalendern.`,
    'Skriv år-månad-dag: 2022-02-14'
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
  return fel(
    'diagram-gar-att-rita',
    orsak.endsWith('.') ? orsak : `${orsak}.`,
    'Fyll i värdena i data, välj en annan serie eller period, eller ta bort diagrammet.'
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
