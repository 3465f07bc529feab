import { lowerFirst } from '../text/swedish.ts'
import type { Summabrott } from './grid-sums.ts'
import { printRuta } from './grid-print.ts'
import { faultsIn, gridsOf } from './grids.ts'
import type { Fynd, Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'tabellens-summor-stammer',
  severity: 'error',
  on: 'text',
  why: 'En summa som inte är summan av sina rader är det vanligaste felet i tryckta rapporter. Avrundade rader får skilja en halv enhet var: det är ett råd. Mer är fel. Antal är inte avrundade och ska stämma helt.',
  good: [
    {
      text: '| Område, mnkr | Budget | Utfall |\n|---|--:|--:|\n| Städ | 4,0 | 3,8 |\n| Måltider | 1,5 | 1,8 |\n| Summa | 5,5 | 5,6 |'
    },
    {
      text: '| Post | tkr |\n|---|--:|\n| Avgifter | 20 |\n| Bidrag | 30 |\n| Summa intäkter | 50 |\n| Personal | −35 |\n| Lokaler | −10 |\n| Summa kostnader | −45 |\n| Resultat | 5 |'
    },
    {
      text: '| Grupp | Antal | Medelålder |\n|---|--:|--:|\n| Kvinnor | 71 | 44 |\n| Män | 29 | 46 |\n| Totalt | 100 | 45 |'
    }
  ],
  bad: [
    {
      text: '| Område, mnkr | Budget | Utfall |\n|---|--:|--:|\n| Städ | 4,0 | 3,8 |\n| Måltider | 1,5 | 1,8 |\n| Summa | 5,5 | 6,5 |',
      väntat: ['text 7:17 Summa, utfall är 6,5 men raderna ger 5,6.']
    },
    {
      text: '| Område, mnkr | Utfall |\n|---|--:|\n| Städ | 3,8 |\n| Måltider | 1,8 |\n| Transporter | 2,2 |\n| Summa | 7,9 |',
      väntat: [
        'råd text 8:11 Summa, utfall är 7,9 men raderna ger 7,8; skillnaden ryms i avrundningen.'
      ]
    },
    {
      text: '| Grupp | Antal anställda |\n|---|--:|\n| Kvinnor | 71 |\n| Män | 29 |\n| Totalt | 101 |',
      väntat: ['text 7:12 Totalt, antal anställda är 101 men raderna ger 100.']
    }
  ],
  check(subject, report) {
    for (const { grid } of gridsOf(subject))
      for (const brott of faultsIn(grid).summor) report(describeSum(brott))
  }
}

/** The finding for a total that its rows don't give. */
export function describeSum({ rad, kolumn, ruta, beräknat, utfall }: Summabrott): Fynd {
  const vad = [rad.rubrik, lowerFirst(kolumn.rubrik)].filter((text) => text !== '').join(', ')
  const nära = utfall === 'avrundning'
  return {
    text: `${vad} är ${printRuta(ruta)} men raderna ger ${printRuta(ruta, beräknat)}${nära ? '; skillnaden ryms i avrundningen' : ''}.`,
    hint: nära
      ? 'Skriv under tabellen att summor kan avvika på grund av avrundning, eller skriv det beräknade.'
      : 'Rätta summan eller den rad som är fel. Hämtas tabellen ur data räknas summan av sig själv.',
    span: ruta.span,
    ...(nära ? { severity: 'advice' as const } : {})
  }
}
