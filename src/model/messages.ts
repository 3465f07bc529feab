import type { Message } from '../diagnostic.ts'
import { suggest } from '../text/suggest.ts'
import { lowerFirst } from '../text/swedish.ts'
import { fel, menade, okändPeriod, råd, varning } from '../messages.ts'
import type { Span } from '../source.ts'

/** What can be wrong with a unit's figures, ids and references. */

const FÖRSTA = 'Första gången här'

export function dubblettId(id: string, första: Span): Message {
  return fel(
    'id-ar-unikt',
    `Id "${id}" finns redan.`,
    'Ge det ena ett annat id: hänvisningar måste veta vilket som menas.',
    { related: [{ text: FÖRSTA, span: första }] }
  )
}

export function dubblettRad(id: string, första: Span): Message {
  return fel(
    'id-ar-unikt',
    `Raden "${id}" finns redan i tabellen.`,
    'Ta bort den ena. En summa till behöver ett eget id: id: delsumma',
    { related: [{ text: FÖRSTA, span: första }] }
  )
}

export function inbyggtMått(id: string): Message {
  return fel(
    'id-ar-unikt',
    `Måttet "${id}" finns redan utan att beskrivas.`,
    'Ta bort det här, eller ge det ett annat id.'
  )
}

export function dubblettPeriod(period: string, första: Span): Message {
  return fel(
    'nyckel-en-gang',
    `Perioden ${period} står två gånger.`,
    'Slå ihop dem till en, så att det inte är oklart vilken som gäller.',
    { related: [{ text: FÖRSTA, span: första }] }
  )
}

export function dubblettVärde(id: string, mått: string, period: string, första: Span): Message {
  return fel(
    'nyckel-en-gang',
    `${id} har redan ett värde för ${mått} ${period}.`,
    'Ta bort det ena: varje tal skrivs på ett ställe.',
    { related: [{ text: FÖRSTA, span: första }] }
  )
}

/** A period in the steering model, which has no year. */
export function okändDelperiod(text: string): Message {
  return { ...okändPeriod(text), hint: 'Skriv T1, T2, T3, K1, K2, K3, K4 eller en månad: 03.' }
}

export function ogiltigtTal(
  text: string,
  orsak: string,
  extra: { tusental?: string; enhet?: string } = {}
): Message {
  const rule = 'tal-ar-entydigt'
  switch (orsak) {
    case 'flera decimaltecken':
      return fel(
        rule,
        `"${text}" går inte att läsa som ett tal: det har mer än ett decimaltecken.`,
        'Skriv ett decimalkomma, och mellanslag mellan tusental: 4 773,5'
      )
    case 'decimaler i antal':
      return /^\d{1,3}( \d{3})+$/.test(extra.tusental ?? '')
        ? fel(
            rule,
            `"${text}" är tvetydigt för ett antal (${extra.enhet ?? 'st'}): tusental eller decimaler?`,
            `Skriv tusental med mellanslag: ${extra.tusental ?? ''}`
          )
        : fel(
            rule,
            `"${text}" har decimaler, men ett antal (${extra.enhet ?? 'st'}) räknas i hela tal.`,
            'Skriv ett helt tal, eller byt "enhet" till en som kan ha decimaler.'
          )
    case 'blandade tusental':
      return fel(
        rule,
        `"${text}" går inte att läsa som ett tal: siffergrupperna är inte tusental.`,
        'Mellanslag får bara stå mellan grupper om tre siffror: 1 367. Är det flera tal hör de till var sin rad.'
      )
    default:
      if (/^\([\d\s.,]+\)$/.test(text))
        return fel(
          rule,
          `"${text}" är inte ett tal: parentes betyder minus i en del kalkylblad, men inte här.`,
          `Skriv minustecknet: −${text.slice(1, -1).trim()}`
        )
      return fel(
        rule,
        text === '' ? 'Här saknas ett tal.' : `"${text}" är inte ett tal.`,
        'Skriv bara siffror, till exempel 1 367 eller −5,35; enheten står i "enhet". Saknas uppgiften: skriv saknas: och varför.'
      )
  }
}

/** A number written with another unit than the series'; `omräknat` is it in the series' own. */
export function annanEnhet(
  text: string,
  skriven: string,
  enhet: string,
  omräknat: string | undefined
): Message {
  return fel(
    'enhet-passar',
    `"${text}" är skrivet i ${skriven}, men enheten är ${enhet}.`,
    omräknat === undefined
      ? 'Skriv talet utan enhet, eller byt "enhet".'
      : `Skriv talet i ${enhet}, utan enhet: ${omräknat}`
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
    `Målvärdet "${text}" går inte att tolka: ${lowerFirst(orsak.replace(/\.$/, ''))}.`,
    förslag ?? 'Skriv målet i indikatorns enhet, till exempel minst 80, högst 4,5 eller 70–80.'
  )
}

/** A target in free text that would be read with a word spelled otherwise. */
export function målvärdeSomText(text: string, förslag: string): Message {
  return råd(
    'malvarde-gar-att-tolka',
    `Målvärdet "${text}" läses som fri text och bedöms inte av sig självt.`,
    `Menade du "${förslag}"?`
  )
}

export function okändNivå(nivå: string, kända: readonly string[]): Message {
  return fel(
    'niva-finns',
    `Okänd nivå "${nivå}".`,
    menade(nivå, kända, 'Nivåerna beskrivs i styrmodell.yaml.')
  )
}

export function okändRad(id: string, kända: readonly string[]): Message {
  return fel(
    'referens-finns',
    `Raden "${id}" finns inte ovanför summan.`,
    menade(id, kända, 'En summa räknar rader som står före den i samma tabell.')
  )
}

export function enhetIUppställning(konto: string, enhet: string, tabell: string): Message {
  return fel(
    'enhet-passar',
    `"${konto}" är i ${enhet} och kan inte räknas om till tabellens ${tabell}.`,
    'Ta bort raden, eller lägg den i en tabell med samma enhet.'
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

export function föregåendeÅrSkiljer(
  vad: string,
  period: string,
  nu: string,
  då: string,
  skillnad: string
): Message {
  return fel(
    'foregaende-ar-ar-utfallet',
    `${vad}: föregående år anges till ${nu}, men utfallet ${period} är ${då}. Skillnaden är ${skillnad}.`,
    'Rätta det som är fel. Har talet räknats om, skriv värde och kommentar med skälet under "föregående år".'
  )
}

/** A report that isn't found, since its folder lies on the wrong level. */
export function filPåFelPlats(fil: string): Message {
  return varning(
    'fil-pa-sin-plats',
    `Rapporten ${fil} läses inte: mappen ligger på fel nivå.`,
    'En rapport ligger i content/<organisation>/<enhet>/<period>-<dokumenttyp>/.'
  )
}

/** Two figures that should be one: the balance sheet's sides, the cash flow's end and the cash. */
export function sambandsbrott(
  namn: string,
  period: string,
  vänster: string,
  höger: string,
  nivå: 'avrundning' | 'fel'
): Message {
  return nivå === 'fel'
    ? fel(
        'samband-haller',
        `${namn}: det stämmer inte ${period}, ${vänster} mot ${höger}.`,
        'Rätta det tal som är fel, eller lägg till den post som saknas.'
      )
    : råd(
        'samband-haller',
        `${namn}: ${period} skiljer ${vänster} och ${höger} på avrundningen.`,
        'Inget behöver göras om talen är avrundade i källan.'
      )
}

/** A point or comma with three digits after it, where whole amounts are expected. */
export function tusentalEllerDecimaler(text: string, tusental: string): Message {
  return fel(
    'tal-ar-entydigt',
    `"${text}" är tvetydigt: tusental eller tre decimaler?`,
    `Skriv tusental med mellanslag: ${tusental}. Är det decimaler, ange decimaler: 3 för serien.`
  )
}

/** A row of a CSV file for a series that no data file describes. */
export function okändCsvSerie(id: string, kända: readonly string[]): Message {
  const nära = suggest(id, kända)
  return fel(
    'referens-finns',
    `Okänt id "${id}".`,
    nära === undefined
      ? 'Beskriv serien i en YAML-fil i samma mapp, med namn och enhet, under indikatorer, konton eller nyckeltal.'
      : `Menade du "${nära}"?`
  )
}

/** A text saved as something else than Markdown would be missing without a word. */
export function filLäsesInte(fil: string): Message {
  return varning(
    'fil-lases',
    `Filen ${fil} läses inte.`,
    'Ett avsnitt är en fil som slutar på .md. Flytta filen om den inte hör till rapporten.'
  )
}

/** Two sections in an order that the writer hasn't chosen. */
export function sammaNummer(fil: string, andra: string, nummer: string): Message {
  return varning(
    'avsnitt-har-nummer',
    `Filerna ${fil} och ${andra} har båda nummer ${nummer}, och kommer i bokstavsordning.`,
    'Ge den ena ett eget nummer, så att ordningen är den du vill ha.'
  )
}

/** A file beside the data that looks like data. */
export function datafilLäsesInte(fil: string): Message {
  return varning(
    'fil-lases',
    `Filen ${fil} läses inte.`,
    /\.(xlsx?|ods)$/i.test(fil)
      ? 'Spara bladet som CSV med semikolon och UTF-8: id;period;utfall överst.'
      : 'Data är filer som slutar på .yaml eller .csv. Flytta filen om den inte är data.'
  )
}

export function avsnittUtanNummer(fil: string): Message {
  return varning(
    'avsnitt-har-nummer',
    `Filen ${fil} har inget nummer och hamnar sist, efter bilagorna.`,
    'Börja filnamnet med ett nummer som visar ordningen: 80-ekonomi.md.'
  )
}
