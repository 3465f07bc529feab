import { comparePeriods } from '../domain/period.ts'
import { riskvärde, type Risk, type Riskbedömning, type Riskläge } from '../domain/risk.ts'
import { risk } from './exempel-kontroll.ts'
import type { Datarule, Fynd } from './rule.ts'

const FÖRE = ['sannolikhet: 2', 'konsekvens: 3', 'hantering: bevaka'] as const
const EFTER = ['sannolikhet: 3', 'konsekvens: 3', 'hantering: bevaka'] as const

export const rule: Datarule = {
  id: 'riskandring-har-skal',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'Ett riskvärde som ändras betyder att något har hänt. Revisionens krav på uppföljningen är att ändringen motiveras; annars vet läsaren inte om risken eller bedömningen har ändrats.',
  good: [
    {
      data: risk({
        2020: FÖRE,
        2021: [...EFTER, 'motivering: Leveranserna har blivit tjänster.']
      })
    },
    { data: risk({ 2020: FÖRE, 2021: FÖRE }) },
    {
      data: risk({ 2020: EFTER, 2021: [...FÖRE, 'åtgärd: Jourlistan täcker alla veckor.'] })
    }
  ],
  bad: [
    {
      data: risk({ 2020: FÖRE, 2021: EFTER }),
      väntat: [
        'data 9:7 Riskvärdet för "Avbrott" ändras från 6 till 9 2021 utan att det motiveras.'
      ]
    },
    {
      data: risk({
        2021: [...EFTER, 'före:', '  sannolikhet: 3', '  konsekvens: 4']
      }),
      väntat: [
        'data 5:7 Riskvärdet för "Avbrott" ändras från 12 till 9 2021 utan att det motiveras.'
      ]
    }
  ],
  check({ modell }, report) {
    for (const fynd of modell.risker.flatMap(changes)) report(fynd)
  }
}

function changes({ namn, bedömningar }: Risk): Fynd[] {
  const all = [...bedömningar.values()].toSorted((a, b) => comparePeriods(a.period, b.period))
  return all.flatMap((b, i) => {
    const då = before(b, all[i - 1])
    if (!då || riskvärde(då) === riskvärde(b) || (b.motivering ?? b.åtgärd) !== undefined) return []
    return [
      {
        text: `Riskvärdet för "${namn}" ändras från ${riskvärde(då)} till ${riskvärde(b)} ${b.period.id} utan att det motiveras.`,
        hint: 'Skriv i "motivering" vad som har hänt.',
        span: b.span
      }
    ]
  })
}

/** What an assessment changes: the state that it itself gives as the one before, else the last one. */
const before = (b: Riskbedömning, last: Riskbedömning | undefined): Riskläge | undefined =>
  b.före ?? last
