import type { Message } from '../diagnostic.ts'
import type { Motsägelse } from '../domain/internkontroll.ts'
import { formatLista } from '../text/swedish.ts'

/** What can be wrong with risks and the scale that they are assessed on. */

const fel = (rule: string, text: string, hint: string): Message => ({
  rule,
  severity: 'error',
  text,
  hint
})
const varning = (rule: string, text: string, hint: string): Message => ({
  rule,
  severity: 'warning',
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

const HANTERING = {
  acceptera: [
    'accepteras utan motivering',
    'Skriv varför den kan accepteras i "motivering", eller välj en annan hantering.'
  ],
  bevaka: ['bevakas', ''],
  granska: [
    'ska granskas men har ingen kontroll',
    'Räkna upp riskens kontroller under "kontroller", eller skriv riskens id under "risk" i en kontroll.'
  ],
  åtgärda: ['ska åtgärdas men har ingen åtgärd', 'Skriv vad som ska göras i "åtgärd".']
} as const

/** A contradiction in words, with what answers it. */
export function motsägelse(m: Motsägelse): Message {
  const om = `"${m.namn}" ${m.period}`
  switch (m.slag) {
    case 'utfört men ej tillämpligt':
      return varning(
        'kontroll-gar-ihop',
        `Kontrollen ${om} är utförd, men resultatet är "ej tillämpligt".`,
        'Rätta det ena, eller skriv i "kommentar" varför båda stämmer.'
      )
    case 'brist utan åtgärd':
      return varning(
        'kontroll-har-atgard',
        `Kontrollen ${om} visar ${m.resultat.replace(' identifierade', '')}, men har ingen åtgärd.`,
        'Skriv vad som görs åt det i "åtgärd".'
      )
    case 'ej utfört utan ny plan':
      return varning(
        'kontroll-har-ny-plan',
        `Kontrollen ${om} blev inte utförd, och det står inte när den ska bli det.`,
        'Skriv när i "ny plan", till exempel: ny plan: Utförs senast T1 2022'
      )
    case 'hög risk utan hantering':
      return varning(
        'risk-har-hantering',
        `Risken ${om} är ${m.nivå.toLowerCase()} (riskvärde ${m.värde}), men har ingen hantering.`,
        'Skriv hantering: acceptera, bevaka, granska eller åtgärda.'
      )
    case 'hög risk utan följd':
      return varning(
        'risk-har-hantering',
        `Risken ${om} är på den högsta nivån och ${HANTERING[m.hantering][0]}.`,
        HANTERING[m.hantering][1]
      )
    case 'angivet riskvärde':
      return fel(
        'givet-lika-med-beraknat',
        `Riskvärdet för ${om} anges till ${m.angivet}, men sannolikhet × konsekvens är ${m.värde}.`,
        'Rätta stegen eller det angivna värdet; i rapporten skrivs det beräknade.'
      )
  }
}
