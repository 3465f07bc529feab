import { copyFaults } from './grid-copies.ts'
import { gridsOf } from './grids.ts'
import type { Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'varje-rad-ar-sin-egen',
  severity: 'warning',
  on: 'text',
  why: 'En rad eller kolumn med samma tal som en annan, siffra för siffra, är nästan alltid inklistrad på fel ställe: förra årets kolumn som årets, grannens rad som den egna.',
  good: [
    {
      text: '| Område, mnkr | Budget | Utfall |\n|---|--:|--:|\n| Städ | 179,2 | 169,7 |\n| Vakt | 10,0 | 10,0 |\n| Kök | 10,0 | 10,0 |'
    },
    {
      text: '| Område, mnkr | Budget | Prognos |\n|---|--:|--:|\n| Städ | 179,2 | 179,2 |\n| Vakt | 112,4 | 112,4 |\n| Kök | 210,3 | 210,3 |'
    }
  ],
  bad: [
    {
      text: '| Område, mnkr | Budget | Utfall |\n|---|--:|--:|\n| Städ | 179,2 | 169,7 |\n| Vakt | 179,2 | 169,7 |',
      väntat: ['text 6:10 Raden Vakt har samma tal som Städ.']
    },
    {
      text: '| Område, mnkr | 2021 | 2020 |\n|---|--:|--:|\n| Städ | 179,2 | 179,2 |\n| Vakt | 112,4 | 112,4 |\n| Kök | 210,3 | 210,3 |',
      väntat: ['text 5:18 Kolumnen 2020 har samma tal som 2021 i alla rader.']
    },
    {
      text: '| Område, mnkr | 2021 | 2020 |\n|---|--:|--:|\n| Städ | 179,2 | 179,2 |\n| Vakt | 112,4 | 109,8 |\n| Kök | 210,3 | 199,1 |',
      väntat: ['råd text 5:10 Städ är 179,2 i både 2021 och 2020.']
    }
  ],
  check(subject, report) {
    for (const { grid, vänd } of gridsOf(subject))
      if (!vänd) for (const fynd of copyFaults(grid)) report(fynd)
  }
}
