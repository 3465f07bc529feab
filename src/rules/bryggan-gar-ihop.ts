import { bridgeFaults } from './grid-bridge.ts'
import { gridsOf } from './grids.ts'
import type { Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'bryggan-gar-ihop',
  severity: 'error',
  on: 'text',
  why: 'En brygga från budget till utfall, eller från ingående till utgående, ska gå ihop: det som saknas är det som läsaren frågar om.',
  good: [
    {
      text: '| Brygga | Mnkr |\n|---|--:|\n| Budget 2021 | 20,0 |\n| Lägre löner | 6,5 |\n| Dyrare läkemedel | −1,8 |\n| Utfall 2021 | 24,7 |'
    },
    {
      text: '| Nyckeltal | Antal |\n|---|--:|\n| Antal anställda 2020 | 904 |\n| Medelålder | 46 |\n| Antal chefer 2021 | 48 |'
    }
  ],
  bad: [
    {
      text: '| Brygga | Mnkr |\n|---|--:|\n| Budget 2021 | 20,0 |\n| Lägre löner | 6,5 |\n| Dyrare läkemedel | −1,8 |\n| Utfall 2021 | 26,7 |',
      väntat: [
        'text 8:17 Bryggan går inte ihop: från budget 2021 leder stegen till 24,7, men utfall 2021 är 26,7.'
      ]
    },
    {
      text: '| Eget kapital | tkr |\n|---|--:|\n| Ingående balans | 1 858 |\n| Årets resultat | 42 |\n| Utgående balans | 1 890 |',
      väntat: [
        'text 7:21 Bryggan går inte ihop: från ingående balans leder stegen till 1 900, men utgående balans är 1 890.'
      ]
    }
  ],
  check(subject, report) {
    for (const { grid, vänd } of gridsOf(subject))
      if (!vänd) for (const fynd of bridgeFaults(grid)) report(fynd)
  }
}
