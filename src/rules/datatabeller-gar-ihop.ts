import { partFaults } from './grid-parts.ts'
import { dataGridsOf } from './datagrids.ts'
import { percentFaults } from './procent-har-en-bas.ts'
import type { Datarule } from './rule.ts'
import { meanFaults } from './snitt-ar-vagt.ts'
import { describeColumn, reportable } from './tabellens-kolumner-stammer.ts'
import { describeSum } from './tabellens-summor-stammer.ts'
import { faultsIn } from './grids.ts'

const register = (rader: string) => `register:
  - id: planer
    namn: Handlingsplan
    kolumner:
      - id: område
        namn: Område
      - id: plan
        namn: Plan
        slag: tal
        enhet: mnkr
        decimaler: 1
      - id: utfall
        namn: Utfall
        slag: tal
        enhet: mnkr
        decimaler: 1
      - id: avvikelse
        namn: Avvikelse
        slag: tal
        enhet: mnkr
        decimaler: 1
    rader:
${rader}`
const rad = (namn: string, plan: string, utfall: string, avvikelse: string) =>
  `      - område: ${namn}\n        plan: ${plan}\n        utfall: ${utfall}\n        avvikelse: ${avvikelse}\n`

const investeringar = (beslut: string, procent: string) => `mått:
  - id: ram
    namn: Ram
  - id: beslut
    namn: Beslut
  - id: förändring
    namn: Förändring
    enhet: procent
    decimaler: 1
konton:
  - id: inventarier
    namn: Inventarier
    enhet: mnkr
    decimaler: 1
    serie:
      2021:
        ram: 0,8
        beslut: ${beslut}
        förändring: ${procent}
uppställningar:
  - id: investeringar
    namn: Investeringar
    enhet: mnkr
    kolumner:
      - mått: ram
      - mått: beslut
      - mått: förändring
    rader:
      - konto: inventarier
`

export const rule: Datarule = {
  id: 'datatabeller-gar-ihop',
  severity: 'error',
  on: 'data',
  why: 'Register och egna mått läggs in som de är publicerade. Summor, avvikelser, andelar och delar i dem prövas som i en tabell i texten, så att felet hittas innan det trycks igen.',
  good: [
    { data: register(rad('Städ', '4,0', '3,8', '-0,2') + rad('Kök', '1,5', '1,8', '0,3')) },
    { data: investeringar('0,7', '4,0') }
  ],
  bad: [
    {
      data: register(rad('Städ', '4,0', '3,8', '-0,2') + rad('Kök', '1,5', '1,8', '0,5')),
      väntat: ['data 30:20 Kök, avvikelse är 0,5 mnkr men Utfall − Plan ger 0,3 mnkr.']
    },
    {
      data: register(
        rad('Städ', '4,0', '3,8', '-0,2') +
          rad('Kök', '1,5', '1,8', '0,3') +
          rad('Summa', '5,5', '6,5', '1,0')
      ),
      väntat: ['data 33:17 Summa, utfall är 6,5 mnkr men raderna ger 5,6 mnkr.']
    },
    {
      data: investeringar('1,4', '4,0'),
      väntat: ['varning data 18:17 Inventarier: beslut är 1,4 mnkr, mer än ram, 0,8 mnkr.']
    },
    {
      data: investeringar('0,7', '-297,3'),
      väntat: [
        'varning data 19:21 Inventarier: −297,3 % i procent betyder att talet har bytt tecken; då säger procent ingenting.'
      ]
    }
  ],
  check(subject, report) {
    for (const { grid, slag } of dataGridsOf(subject)) {
      // What is computed from data is right; only what is given can be wrong.
      const givna = faultsIn(grid).kolumner.filter(({ ruta }) => ruta.skriven)
      for (const brott of reportable(givna)) report(describeColumn(brott))
      // Tables over series have their totals computed; a given total is compared with that.
      if (slag === 'register') for (const brott of faultsIn(grid).summor) report(describeSum(brott))
      for (const fynd of partFaults(grid)) report(fynd)
      for (const fynd of [...percentFaults(grid), ...meanFaults(grid)])
        report({ severity: 'warning', ...fynd })
    }
  }
}
