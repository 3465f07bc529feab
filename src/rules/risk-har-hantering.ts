import { riskmotsägelser, type Motsägelse } from '../domain/internkontroll.ts'
import { risknivå, riskvärde, senasteBedömning, type Risk, type Riskskala } from '../domain/risk.ts'
import { risk } from './exempel-kontroll.ts'
import type { Datarule, Fynd } from './rule.ts'

const HÖG = ['sannolikhet: 3', 'konsekvens: 4'] as const

export const rule: Datarule = {
  id: 'risk-har-hantering',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'En risk som är värd att bedöma ska hanteras: åtgärdas, granskas, bevakas eller accepteras med skäl. På den högsta nivån ska hanteringen också få en följd: en åtgärd, en kontroll eller en motivering.',
  good: [
    {
      data: risk({
        2021: [
          ...HÖG,
          'hantering: åtgärda',
          'åtgärd: Jour dygnet runt',
          'klardatum: 2022-03-31',
          'ansvarig: Chef IT'
        ]
      })
    },
    { data: risk({ 2021: [...HÖG, 'hantering: acceptera', 'motivering: Avvecklas i vår.'] }) },
    { data: risk({ 2021: ['sannolikhet: 1', 'konsekvens: 2'] }) }
  ],
  bad: [
    {
      data: risk({ 2021: HÖG }),
      väntat: ['data 5:7 Risken "Avbrott" 2021 är hög (riskvärde 12), men har ingen hantering.']
    },
    {
      data: risk({ 2021: [...HÖG, 'hantering: acceptera'] }),
      väntat: [
        'data 5:7 Risken "Avbrott" 2021 är på den högsta nivån och accepteras utan motivering.'
      ]
    },
    {
      data: risk({ 2021: [...HÖG, 'hantering: granska'] }),
      väntat: [
        'data 5:7 Risken "Avbrott" 2021 är på den högsta nivån och ska granskas men har ingen kontroll.'
      ]
    },
    {
      data: risk({ 2021: ['sannolikhet: 2', 'konsekvens: 3'] }),
      väntat: [
        'råd data 5:7 Risken "Avbrott" 2021 är medel (riskvärde 6), men har ingen hantering.'
      ]
    }
  ],
  check({ modell }, report) {
    const { riskskala } = modell.styrmodell
    for (const m of riskmotsägelser(modell.risker, riskskala)) {
      const fynd = finding(m)
      if (fynd) report({ ...fynd, span: m.span })
    }
    for (const r of modell.risker) for (const fynd of unhandledInBetween(r, riskskala)) report(fynd)
  }
}

const VÄLJ = 'Skriv hantering: acceptera, bevaka, granska eller åtgärda.'

function finding(m: Motsägelse): Omit<Fynd, 'span'> | undefined {
  const om = `"${m.namn}" ${m.period}`
  if (m.slag === 'hög risk utan hantering')
    return {
      text: `Risken ${om} är ${m.nivå.toLowerCase()} (riskvärde ${m.värde}), men har ingen hantering.`,
      hint: VÄLJ
    }
  if (m.slag === 'hög risk utan följd')
    return {
      text: `Risken ${om} är på den högsta nivån och ${HANTERING[m.hantering][0]}.`,
      hint: HANTERING[m.hantering][1]
    }
  return undefined
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

/** Between the lowest level and the highest as it now stands, where it is for the organisation to decide. */
function unhandledInBetween(risk: Risk, skala: Riskskala): Fynd[] {
  const { namn } = risk
  return senasteBedömning(risk).flatMap((b) => {
    const värde = riskvärde(b)
    const { ord, steg, högst } = risknivå(värde, skala)
    if (b.hantering !== undefined || högst || steg === 0) return []
    return [
      {
        text: `Risken "${namn}" ${b.period.id} är ${ord.toLowerCase()} (riskvärde ${värde}), men har ingen hantering.`,
        hint: VÄLJ,
        span: b.span,
        severity: 'advice'
      }
    ]
  })
}
