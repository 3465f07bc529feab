import type { Message } from '../diagnostic.ts'
import { fel, menade, varning } from '../messages.ts'
import { formatLista } from '../text/swedish.ts'

/** What can be wrong with a report's sections as rapport.yaml and their files tell of them. */

export function okäntAvsnitt(id: string, kända: readonly string[]): Message {
  return fel(
    'avsnitt-finns',
    `Avsnittet "${id}" finns varken i rapporten eller i dokumentmallen.`,
    menade(id, kända, `Avsnitt som finns: ${formatLista(kända)}.`)
  )
}

export function dubbeltAvsnitt(id: string): Message {
  return fel(
    'nyckel-en-gang',
    `Avsnittet "${id}" står två gånger.`,
    'Slå ihop dem till ett, med en ägare och en status.'
  )
}

/** A section that lags behind the report it stands in. */
export function avsnittEfter(id: string, avsnitt: string, rapport: string): Message {
  return varning(
    'avsnitt-foljer-rapporten',
    `Rapporten är ${rapport}, men avsnittet "${id}" är ${avsnitt}.`,
    'Ändra den status som inte stämmer.'
  )
}

export function vägledningKvar(): Message {
  return varning(
    'vagledning-ersatt',
    'Avsnittets vägledning står kvar.',
    'Skriv avsnittet och ta bort kommentaren.'
  )
}

export function avsnittIOrdning(rubrik: string, före: string): Message {
  return {
    rule: 'avsnitt-i-ordning',
    severity: 'error',
    text: `Avsnittet "${rubrik}" ska stå före "${före}".`,
    hint: 'Mallen har fast ordning. Ändra numren i filernas namn.'
  }
}
