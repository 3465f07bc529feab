import type { Message } from '../diagnostic.ts'
import { suggest } from '../text/suggest.ts'
import { NBSP } from '../text/swedish.ts'

/** What is said about an organisation's colours, logotype and typefaces. */

const fel = (rule: string, text: string, hint: string): Message => ({
  rule,
  severity: 'error',
  text,
  hint
})

const råd = (rule: string, text: string, hint: string): Message => ({
  rule,
  severity: 'advice',
  text,
  hint
})

export function färgMedLågKontrast(
  given: string,
  mot: string,
  kontrast: string,
  använd: string
): Message {
  return råd(
    'tema-kontrast',
    `Färgen ${given} har kontrasten ${kontrast}:1 mot ${mot}; ${använd} används i stället.`,
    `Text kräver minst 4,5:1 (WCAG 2.2, 1.4.3). ${använd} är den närmaste nyans som räcker: skriv den, eller välj en mörkare färg.`
  )
}

export function färgerLikaIGråskala(accent: string, varm: string, kontrast: string): Message {
  return råd(
    'tema-kontrast',
    `Färgerna ${accent} och ${varm} går inte att skilja åt i en svartvit utskrift: kontrasten mellan staplarna är ${kontrast}:1.`,
    'Välj en varm färg som är tydligt ljusare eller mörkare än accentfärgen.'
  )
}

export function ogiltigFärg(given: string): Message {
  return fel(
    'tema-farg',
    `Ogiltig färg "${given}", väntade sex hexadecimala siffror efter #.`,
    'Skriv till exempel "#0f5c6e", inom citattecken.'
  )
}

export function temafilSaknas(fil: string, mapp: string, finns: readonly string[]): Message {
  const nearest = suggest(fil, finns)
  return fel(
    'tema-fil',
    `Filen ${fil} finns inte i ${mapp}.`,
    nearest === undefined ? `Lägg filen i ${mapp}, eller rätta namnet.` : `Menade du "${nearest}"?`
  )
}

export function temafilUtanför(fil: string): Message {
  return fel(
    'tema-fil',
    `Filen ${fil} ligger utanför organisationens mapp.`,
    'Logotyp och typsnitt läses bara ur data/<organisation>/.'
  )
}

export function logotypFörStor(fil: string, bytes: number, högst: number): Message {
  return fel(
    'tema-logotyp',
    `Logotypen ${fil} är ${kB(bytes)}, högst ${kB(högst)} går bra.`,
    'Spara den som SVG, eller som en PNG i mindre format: 1 000 bildpunkter på bredden räcker.'
  )
}

export function logotypFelSlag(fil: string): Message {
  return fel(
    'tema-logotyp',
    `Logotypen ${fil} är varken SVG eller PNG.`,
    'Använd helst SVG, som är skarp i alla storlekar; PNG går också bra.'
  )
}

export function logotypGårInteAttLäsa(fil: string, slag: string): Message {
  return fel(
    'tema-logotyp',
    `Logotypen ${fil} går inte att läsa som ${slag}.`,
    'Kontrollera att filen är hel och sparad i det format som namnet säger.'
  )
}

export function logotypMedOtillåtet(fil: string, vad: string, rad: number): Message {
  const råd: Readonly<Record<string, string>> = {
    text: 'Gör om texten till kurvor: typsnittet finns inte i bilden.',
    'ett filter eller en mask':
      'Platta till bilden när den sparas: sådant blir prickar, inte linjer, i pdf.'
  }
  return fel(
    'tema-logotyp',
    `Logotypen ${fil} innehåller ${vad} på rad ${rad}.`,
    råd[vad] ?? 'En logotyp får bara bestå av former och färger. Spara om den som enkel SVG.'
  )
}

export function logotypUtanMått(fil: string): Message {
  return fel(
    'tema-logotyp',
    `Logotypen ${fil} har ingen viewBox och kan inte få rätt storlek.`,
    'Spara om den med viewBox, eller skriv till exempel viewBox="0 0 240 80" i <svg>.'
  )
}

export function typsnittInteInstallerat(
  namn: string,
  paket: string,
  finns: readonly string[]
): Message {
  const nearest = suggest(namn, finns)
  return fel(
    'tema-typsnitt',
    `Typsnittet "${namn}" är inte installerat.`,
    nearest === undefined
      ? `Installera det med: npm install --save-exact ${paket}. Eller ange egna filer: normal och halvfet.`
      : `Menade du "${nearest}"? Annars: npm install --save-exact ${paket}.`
  )
}

export function typsnittVariabelt(namn: string): Message {
  return fel(
    'tema-typsnitt',
    `Typsnittet ${namn} är variabelt: i en pdf blir bokstäverna lösa former som inte går att söka i.`,
    'Använd de fasta snitten, en fil för normal (400) och en för halvfet (600). De följer ofta med i mappen static.'
  )
}

export function typsnittGårInteAttLäsa(fil: string): Message {
  return fel(
    'tema-typsnitt',
    `${fil} är inget typsnitt som går att använda.`,
    'Filer i formaten woff2, woff, ttf och otf går bra.'
  )
}

export function typsnittFörStort(fil: string, bytes: number, högst: number): Message {
  return fel(
    'tema-typsnitt',
    `Typsnittsfilen ${fil} är ${kB(bytes)}, högst ${kB(högst)} går bra.`,
    'Använd woff2, och en fil med latinska tecken i stället för alla skriftspråk.'
  )
}

export function typsnittSaknarTecken(namn: string, tecken: string): Message {
  return fel(
    'tema-typsnitt',
    `Typsnittet ${namn} saknar ${[...tecken].join(' ')}.`,
    'Välj ett typsnitt med svenska bokstäver, siffror och skiljetecken.'
  )
}

export function typsnittUtanTabellsiffror(namn: string): Message {
  return fel(
    'tema-typsnitt',
    `Typsnittet ${namn} har inga tabellsiffror: talen i tabellerna skulle inte stå under varandra.`,
    'Välj ett typsnitt där alla siffror kan vara lika breda, till exempel Source Sans 3, Fira Sans eller IBM Plex Sans.'
  )
}

const kB = (bytes: number): string =>
  `${String(Math.ceil(bytes / 1000)).replace(/\B(?=(?:\d{3})+$)/g, NBSP)}${NBSP}kB`
