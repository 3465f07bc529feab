import type { Message } from '../diagnostic.ts'
import { menade } from '../messages.ts'

/** What can be wrong with a plan's goals and baselines. */

export function tomtIngångsår(namn: string, period: string): Message {
  return {
    rule: 'ingangsvarde-finns',
    severity: 'error',
    text: `"${namn}" har ingångsår ${period}, men inget utfall för det året.`,
    hint: 'Skriv utfallet under det året, eller ingångsvärdet i ord: ingångsvärde: Två av samtliga sex'
  }
}

export function saknadData(vad: string, dokumenttyp: string, hint: string): Message {
  return {
    rule: 'data-finns',
    severity: 'error',
    text: `Dokumenttypen "${dokumenttyp}" kräver ${vad}, men enheten har inga sådana uppgifter.`,
    hint
  }
}

export function dataVisasInte(vad: string, dokumenttyp: string, anrop: string): Message {
  return {
    rule: 'data-visas',
    severity: 'error',
    text: `Dokumenttypen "${dokumenttyp}" ska visa "${vad}", men rapporten gör det inte.`,
    hint: `Skriv ${anrop} i det avsnitt där läsaren väntar sig det.`
  }
}

export function felKlardatum(text: string): Message {
  return {
    rule: 'datum-finns',
    severity: 'error',
    text: `"${text}" är inte ett datum som finns (klardatum).`,
    hint: 'Skriv år-månad-dag: 2018-12-31'
  }
}

export function okändGranskare(enhet: string, kända: readonly string[]): Message {
  return {
    rule: 'rekommendation-finns',
    severity: 'error',
    text: `Svaret går till en enhet som inte finns i data: "${enhet}".`,
    hint: menade(
      enhet,
      kända,
      'Skriv enhetens mapp och rekommendationens id: landstingsrevisionen/r1'
    )
  }
}

export function okändRekommendation(id: string, enhet: string, kända: readonly string[]): Message {
  return {
    rule: 'rekommendation-finns',
    severity: 'error',
    text: `Rekommendationen "${id}" finns inte hos ${enhet}.`,
    hint: menade(id, kända, 'Rekommendationer står under "revision:" i granskarens data.')
  }
}
