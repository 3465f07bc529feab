import type { Message } from '../diagnostic.ts'
import { fel, menade } from '../messages.ts'
import { slug } from '../text/slug.ts'
import { formatLista } from '../text/swedish.ts'

/** What can be wrong with a record's keys and the form of its values. */

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

/** The one key at the top of a file; `inuti` is whether what should stand under it stands there instead. */
export function saknadNyckelÖverst(nyckel: string, inuti: boolean): Message {
  return fel(
    'nyckel-saknas-inte',
    `Nyckeln "${nyckel}" saknas överst i filen.`,
    inuti
      ? `Skriv "${nyckel}:" på första raden, och dra in resten med två mellanslag.`
      : `Skriv "${nyckel}:" på första raden, och uppgifterna indragna under den.`
  )
}

export function tomFil(nycklar: readonly string[]): Message {
  return fel(
    'fil-gar-att-lasa',
    'Filen är tom.',
    nycklar.length === 1
      ? `Skriv "${nycklar[0] ?? ''}:" på första raden, och uppgifterna indragna under den.`
      : `Ta bort filen, eller skriv en av nycklarna ${formatLista(nycklar, 'eller')} överst.`
  )
}

export function tomtVärde(nyckel: string): Message {
  return fel('varde-finns', `"${nyckel}" är tomt.`, 'Skriv ett värde eller ta bort raden.')
}

const FORMER = {
  nycklar: [
    'nycklar med värden under sig',
    'Skriv en nyckel på varje rad, indragna lika mycket: namn: Verksamhet'
  ],
  lista: ['en lista', 'Skriv "- " först på varje rad i listan, indragna lika mycket.'],
  text: [
    'en text eller ett tal',
    'Skriv värdet på samma rad som nyckeln. Sätt citattecken om texten om den har kolon i sig.'
  ],
  fil: ['nycklar överst', 'Varje rad längst till vänster ska vara en nyckel med kolon efter.']
} as const

/** A value of the wrong form; `del` is whether it is one item of the list that `nyckel` names. */
export function felSlag(nyckel: string, väntat: keyof typeof FORMER, del = false): Message {
  const [vad, råd] = FORMER[väntat]
  return fel(
    'varde-av-ratt-slag',
    `${del ? `En post i listan "${nyckel}"` : `"${nyckel}"`} har fel form, väntade ${vad}.`,
    råd
  )
}

/** The writer's own words as an id, for a hint. */
function idLike(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{Ll}\d]+/u)
    .filter(Boolean)
    .join('-')
}

export function ogiltigtFormat(nyckel: string, värde: string, form: string): Message {
  const former: Readonly<Record<string, readonly [string, string]>> = {
    id: ['ett id', `Använd små bokstäver, siffror och bindestreck: ${idLike(värde) || 'it-stöd'}`],
    enhetsrad: [
      'en rad i en annan enhets uppställning',
      'Skriv enhet/uppställning.rad: halso-och-sjukvard/resultat.summa'
    ],
    mapp: [
      'ett mappnamn',
      `Använd a–z, siffror och bindestreck, utan å, ä, ö: ${slug(värde) || 'regionstod'}`
    ],
    decimaler: ['ett antal decimaler', 'Skriv ett heltal från 0 till 6.'],
    numrering: ['ett antal nivåer', 'Skriv ett heltal från 0 till 3.'],
    datum: ['ett datum i kalendern', 'Skriv år-månad-dag: 2022-02-14'],
    färg: [
      'en färg',
      `Skriv som "#0f5c6e", med citattecken${värde === '' ? '; utan dem läses # som en kommentar' : ''}.`
    ],
    procent: ['ett procenttal', 'Skriv ett tal från 0 till 100, till exempel: 80']
  }
  const [vad, hint] = former[form] ?? [form, `Skriv ${form}, eller ta bort raden.`]
  if (värde === '') return fel('varde-finns', `"${nyckel}" är tomt.`, hint)
  return fel(
    'varde-av-ratt-slag',
    `Ogiltigt värde "${värde}" för "${nyckel}", väntade ${vad}.`,
    hint
  )
}
