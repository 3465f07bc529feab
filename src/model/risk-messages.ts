import type { Message } from '../diagnostic.ts'
import { formatLista } from '../text/swedish.ts'

/** What can be wrong with risks and the scale that they are assessed on. */

const fel = (rule: string, text: string, hint: string): Message => ({
  rule,
  severity: 'error',
  text,
  hint
})

/** A step that the scale doesn't have. */
export function utanförSkalan(
  vad: 'sannolikhet' | 'konsekvens',
  värde: number,
  ord: readonly string[]
): Message {
  return fel(
    'riskskala-rymmer',
    `${vad === 'sannolikhet' ? 'Sannolikheten' : 'Konsekvensen'} ${värde} finns inte på skalan, som går från 1 till ${ord.length}.`,
    `Skriv ${formatLista(
      ord.map((o, i) => `${i + 1} (${o.toLowerCase()})`),
      'eller'
    )}.`
  )
}

export function gränserStiger(ord: string, till: number, före: number): Message {
  return fel(
    'riskskala-rymmer',
    `Gränsen ${till} för "${ord}" är inte högre än gränsen före, ${före}.`,
    'Skriv gränserna med den lägsta först.'
  )
}

export function gränserTäcker(sista: number, störst: number): Message {
  return fel(
    'riskskala-rymmer',
    `Gränserna slutar på ${sista}, men det största riskvärdet på skalan är ${störst}.`,
    `Skriv till: ${störst} på den sista gränsen.`
  )
}

/** A typed risk value that isn't the product of its steps. */
export function angivetRiskvärde(
  namn: string,
  period: string,
  angivet: number,
  värde: number
): Message {
  return fel(
    'givet-lika-med-beraknat',
    `Riskvärdet för "${namn}" ${period} anges till ${angivet}, men sannolikhet × konsekvens är ${värde}.`,
    'Rätta stegen eller det angivna värdet; i rapporten skrivs det beräknade.'
  )
}
