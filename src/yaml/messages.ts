import type { Message } from '../diagnostic.ts'
import { fel, menade, varning } from '../messages.ts'
import type { Span } from '../source.ts'

/** What can be wrong with the form of a YAML or CSV file, in words for somebody who writes reports. */

export function yamlFel(vad: string, råd: string): Message {
  return fel('yaml-gar-att-lasa', `${vad}.`, råd)
}

export function kommaDelarTal(nyckel: string, heltal: string, decimaler: string): Message {
  return fel(
    'tal-ar-entydigt',
    `Kommat delar talet: inom klamrar läses "${nyckel}: ${heltal},${decimaler}" som två uppgifter, ${heltal} och ${decimaler}.`,
    `Skriv på en egen rad utan klamrar: ${nyckel}: ${heltal},${decimaler}`
  )
}

export function textEfterNummertecken(text: string): Message {
  return varning(
    'text-lases-hel',
    `Texten från och med "#${text}" läses inte: # efter ett mellanslag börjar en kommentar.`,
    'Sätt citattecken om hela texten, eller skriv ett mellanslag efter # om det är en kommentar.'
  )
}

export function förMångaHänvisningar(): Message {
  return fel(
    'yaml-gar-att-lasa',
    'Filen upprepar delar av sig själv (& och *) så många gånger att den inte läses.',
    'Skriv ut uppgifterna i stället, eller dela upp filen.'
  )
}

export function förDjupt(): Message {
  return fel(
    'yaml-gar-att-lasa',
    'Filen har fler än hundra nivåer inuti varandra, så den läses inte.',
    'Ta bort klamrar eller indrag som inte behövs.'
  )
}

export function csvCitattecken(): Message {
  return fel(
    'csv-gar-att-lasa',
    'Citattecknet är inte avslutat.',
    'Citattecken ska stå i par om en hel cell, och dubbleras inuti den.'
  )
}

export function csvTextEfterCitattecken(): Message {
  return fel(
    'csv-gar-att-lasa',
    'Här står text efter cellens sista citattecken.',
    'Citattecken ska stå om hela cellen, och dubbleras inuti den: "Kallat ""kö"" i text".'
  )
}

export function csvTom(): Message {
  return fel(
    'csv-gar-att-lasa',
    'Filen är tom.',
    'Första raden ska vara rubriker: id;period;utfall'
  )
}

export function csvSkiljetecken(tecken: 'komma' | 'tabb'): Message {
  return fel(
    'csv-gar-att-lasa',
    `Cellerna är åtskilda med ${tecken}, väntade semikolon.`,
    'Spara filen som CSV med semikolon mellan cellerna: id;period;utfall'
  )
}

export function csvAntalCeller(antal: number, väntat: number): Message {
  return fel(
    'csv-gar-att-lasa',
    `Raden har ${antal} ${antal === 1 ? 'cell' : 'celler'}, rubrikraden har ${väntat}.`,
    'Celler skiljs åt med semikolon; en tom cell behöver också sitt semikolon.'
  )
}

export function csvDubblettkolumn(namn: string): Message {
  return fel(
    'csv-kolumn-finns',
    namn === '' ? 'Två kolumner saknar rubrik.' : `Kolumnen "${namn}" står två gånger.`,
    'Ta bort den ena, eller ge den ett annat måtts namn.'
  )
}

export function csvKolumn(namn: string, kända: readonly string[]): Message {
  return fel(
    'csv-kolumn-finns',
    namn === '' ? 'En kolumn saknar rubrik.' : `Okänd kolumn "${namn}".`,
    menade(namn, kända, 'Egna mått beskrivs under "mått:".')
  )
}

export function csvSaknarKolumn(namn: string): Message {
  return fel(
    'csv-kolumn-finns',
    `Kolumnen "${namn}" saknas i rubrikraden.`,
    'Rubrikraden ska ha id, period och minst ett mått: id;period;utfall'
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
