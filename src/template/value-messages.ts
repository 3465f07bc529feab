import type { Message } from '../diagnostic.ts'
import { fel, menade, varning } from '../messages.ts'
import { lowerFirst } from '../text/swedish.ts'

/** What helpers and blocks say when the data hasn't what they are to print. */

export function saknarUtfall(id: string): Message {
  return varning(
    'varde-finns-i-tabell',
    id,
    'Skriv värdet i data, eller "saknas:" och varför det saknas.'
  )
}

export function värdetSaknas(ref: string, varför: string | undefined): Message {
  return fel(
    'varde-finns',
    `"${ref}" ger inget tal${varför ? `: ${lowerFirst(varför.replace(/\.$/, ''))}` : ''}.`,
    'I löpande text måste talet finnas. Skriv om meningen, eller fyll i värdet i data.'
  )
}

export function saknadText(ref: string): Message {
  return fel('varde-finns', `"${ref}" har ingen text för perioden.`, 'Skriv texten i data.')
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

export function målUtanIndikator(namn: string, omfattning: string): Message {
  return {
    rule: 'mal-har-indikator',
    severity: 'warning',
    text: `Målet "${namn}" har ingen indikator med omfattning "${omfattning}".`,
    hint: 'Lägg till en indikator, eller skriv varför det inte ska finnas någon: utan indikator: …'
  }
}

export function obesvaradRekommendation(nummer: string, text: string): Message {
  return {
    rule: 'rekommendation-foljs-upp',
    severity: 'warning',
    text: `Revisorernas rekommendation ${nummer} har inget svar att följa upp: "${text}"`,
    hint: 'Lägg till ett svar under "svar:" med till: granskarens mapp/rekommendationens id. Den som inte delar rekommendationen svarar "delas inte".'
  }
}
