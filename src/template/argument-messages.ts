import type { Message } from '../diagnostic.ts'
import { fel, menade } from '../messages.ts'
import { formatLista } from '../text/swedish.ts'

/** What can be wrong with a call of a helper or a block: its name and its arguments. */

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
    menade(
      namn,
      kända,
      kända.length ? `Argument som finns: ${formatLista(kända)}.` : 'Ta bort argumentet.'
    )
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

export function felArgument(hjälpare: string, namn: string, väntat: string): Message {
  const exempel = /heltal/.test(väntat) ? '1' : /true/.test(väntat) ? 'true' : '"…"'
  return fel(
    'argument-finns',
    `Argumentet "${namn}" till "${hjälpare}" har fel form, väntade ${väntat}.`,
    `Skriv till exempel ${namn}=${exempel}`
  )
}

export function utanCitattecken(text: string): Message {
  return fel(
    'argument-finns',
    `"${text}" står utan citattecken.`,
    `Skriv med citattecken: "${text}"`
  )
}

export function intetTal(namn: string): Message {
  return fel(
    'argument-finns',
    `"${namn}" ger inget tal och kan inte stå inuti en annan hjälpare.`,
    'Inuti en hjälpare kan tal, summa, skillnad, andel och förändring stå.'
  )
}

export function faktumUtanKälla(): Message {
  return fel(
    'faktum-har-kalla',
    'Faktumet saknar källa.',
    'Skriv varifrån talet kommer: {{faktum "10 000" källa="Statistiska centralbyrån, 2021"}}'
  )
}

/** Months of a count that go down: each is the month's own, where they should count from January. */
export function intePåfylld(namn: string, månad: string): Message {
  return {
    rule: 'manader-ackumuleras',
    severity: 'warning',
    text: `${namn} blir mindre än noll i ${månad}, eftersom talen i data inte räknas från årets början.`,
    hint: `Skriv i data det som har räknats till och med varje månad, eller ta bort per="månad" om talen är månadens egna.`
  }
}
