import { kontrollmotsägelser } from '../domain/internkontroll.ts'
import { kontroll } from './exempel-kontroll.ts'
import type { Datarule } from './rule.ts'

export const rule: Datarule = {
  id: 'kontroll-gar-ihop',
  severity: 'warning',
  on: 'data',
  why: 'En kontroll som är utförd har ett resultat. Står det "ej tillämpligt" är antingen den ena uppgiften fel, eller så saknas skälet. Felet har stått i en publicerad årsrapport.',
  good: [
    { data: kontroll('utfört: T3', 'resultat: ingen avvikelse') },
    {
      data: kontroll(
        'utfört: T3',
        'resultat: ej tillämpligt',
        'kommentar: Inga inköp gjordes under året.'
      )
    }
  ],
  bad: [
    {
      data: kontroll('utfört: T3', 'resultat: ej tillämpligt'),
      väntat: [
        'data 5:7 Kontrollen "Avtalstrohet" 2021 är utförd, men resultatet är "ej tillämpligt".'
      ]
    }
  ],
  check({ modell }, report) {
    for (const { slag, namn, period, span } of kontrollmotsägelser(modell.kontroller))
      if (slag === 'utfört men ej tillämpligt')
        report({
          text: `Kontrollen "${namn}" ${period} är utförd, men resultatet är "ej tillämpligt".`,
          hint: 'Rätta det ena, eller skriv i "kommentar" varför båda stämmer.',
          span
        })
  }
}
