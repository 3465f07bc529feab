import { scaleFaults } from './grid-scale.ts'
import { gridsOf } from './grids.ts'
import type { Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'tabellens-tal-i-en-skala',
  severity: 'warning',
  on: 'text',
  why: 'Tusentals kronor bland miljoner går varken att jämföra eller summera, och läsaren märker det inte. Ett tal som är tusen gånger större än sina grannar är oftast i fel enhet.',
  good: [
    {
      text: '| Område, mnkr | Budget | Utfall |\n|---|--:|--:|\n| Städ | 12,1 | 12,4 |\n| Vakt | 0,1 | 110,0 |\n| Kök | 9,0 | 9,2 |'
    },
    {
      text: '| Nyckeltal | 2021 | 2020 |\n|---|--:|--:|\n| Omsättning | 1 023 mnkr | 1 021 mnkr |\n| Kostnad per plats | 812 tkr | 799 tkr |\n| Besök | 12 034 | 13 345 |'
    }
  ],
  bad: [
    {
      text: '| Område, mnkr | Budget | Utfall |\n|---|--:|--:|\n| Städ | 12,1 | 12,4 |\n| Vakt | 8,0 | 8 150 |\n| Kök | 9,0 | 9,2 |',
      väntat: ['text 6:16 Vakt, utfall är 8 150, tusen gånger större än budget.']
    },
    {
      text: '| Område | Utfall, mnkr |\n|---|--:|\n| Städ | 12,4 |\n| Vakt | 8 150 tkr |\n| Kök | 9,2 |',
      väntat: ['text 6:10 Vakt är i tkr i en kolumn i mnkr.']
    },
    {
      text: '| Område | Budget, mnkr | Utfall, tkr |\n|---|--:|--:|\n| Städ | 12,1 | 12 400 |',
      väntat: ['text 5:17 Kolumnen Utfall, tkr är i tkr men Budget, mnkr i mnkr.']
    }
  ],
  check(subject, report) {
    for (const { grid, vänd } of gridsOf(subject))
      if (!vänd) for (const fynd of scaleFaults(grid)) report(fynd)
  }
}
