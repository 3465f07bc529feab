import { kontrollmotsägelser } from '../domain/internkontroll.ts'
import { kontroll } from './exempel-kontroll.ts'
import type { Datarule } from './rule.ts'

export const rule: Datarule = {
  id: 'kontroll-har-ny-plan',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'En kontroll som inte blev av behöver en ny tid, annars glöms den. Planen är beslutad, så läsaren ska få veta när den fullföljs.',
  good: [
    {
      data: kontroll(
        'utfört: ej utfört',
        'resultat: ej tillämpligt',
        'ny plan: Utförs senast T1 2022'
      )
    },
    {
      data: kontroll('utfört: ej utfört', 'resultat: ej tillämpligt', 'klardatum: 2022-04-30')
    }
  ],
  bad: [
    {
      data: kontroll('utfört: ej utfört', 'resultat: ej tillämpligt', 'åtgärd: Åtgärdas'),
      väntat: [
        'data 5:7 Kontrollen "Avtalstrohet" 2021 blev inte utförd, och det står inte när den ska bli det.'
      ]
    }
  ],
  check({ modell }, report) {
    for (const { slag, namn, period, span } of kontrollmotsägelser(modell.kontroller))
      if (slag === 'ej utfört utan ny plan')
        report({
          text: `Kontrollen "${namn}" ${period} blev inte utförd, och det står inte när den ska bli det.`,
          hint: 'Skriv när i "ny plan", till exempel: ny plan: Utförs senast T1 2022',
          span
        })
  }
}
