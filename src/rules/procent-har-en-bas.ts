import { round } from '../domain/decimal.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { meaningOf } from './grid-columns.ts'
import { printRuta } from './grid-print.ts'
import { gridsOf } from './grids.ts'
import type { Fynd, Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'procent-har-en-bas',
  severity: 'warning',
  on: 'text',
  why: 'En förändring i procent säger ingenting när det den räknas på är noll eller när talet byter tecken: från en kostnad på 26 tkr till en intäkt på 51 tkr blir "−297,3 %". Skriv ett tankstreck, eller förändringen i kronor.',
  good: [
    {
      text: '| Post | tkr | Förändring, % |\n|---|--:|--:|\n| Personal | −388 | −5,8 |\n| Läkemedel | 51 | – |\n| Bidrag | 0 | −100,0 |'
    },
    {
      text: '| Post, tkr | 2021 | 2020 | Förändring, % |\n|---|--:|--:|--:|\n| Personal | 388 | 412 | −5,8 |\n| Konsulter | 20 | 0 | – |'
    }
  ],
  bad: [
    {
      text: '| Post | tkr | Förändring, % |\n|---|--:|--:|\n| Personal | −388 | −5,8 |\n| Läkemedel | 51 | −297,3 |',
      väntat: [
        'text 6:20 Läkemedel: −297,3 i procent betyder att talet har bytt tecken; då säger procent ingenting.'
      ]
    },
    {
      text: '| Post | tkr | Förändring, % |\n|---|--:|--:|\n| Personal | −388 | −5,8 |\n| Extraordinära kostnader | 0 | −11,4 |',
      väntat: [
        'text 6:33 Extraordinära kostnader: −11,4 i procent, men värdet är 0; från något till noll är alltid −100 %.'
      ]
    },
    {
      text: '| Post, tkr | 2021 | 2020 | Förändring, % |\n|---|--:|--:|--:|\n| Personal | 388 | 412 | −5,8 |\n| Hyra | 412 | 400 | 3,0 |\n| Konsulter | 20 | 0 | 100,0 |',
      väntat: ['text 7:24 Konsulter, 2020 är 0: en förändring från noll kan inte anges i procent.']
    }
  ],
  check(subject, report) {
    for (const { grid } of gridsOf(subject)) for (const fynd of percentFaults(grid)) report(fynd)
  }
}

const HINT = 'Skriv ett tankstreck i stället för procenttalet, eller ange förändringen som belopp.'

/** Changes in percent of nothing, or of what has turned its sign. */
export function percentFaults(grid: Grid): Fynd[] {
  return grid.kolumner
    .filter((kolumn) => isChange(kolumn, grid))
    .flatMap((kolumn) => {
      const samband = meaningOf(grid, kolumn)?.samband
      const [nu, då] = samband?.slag === 'förändring' ? samband.av : []
      const nivå = nu ?? before(kolumn, grid)
      return grid.rader.flatMap((rad): Fynd[] => {
        const ruta = rad.rutor.get(kolumn.nr)
        const now = nivå && rad.rutor.get(nivå.nr)
        const then = då && rad.rutor.get(då.nr)
        if (!ruta?.skriven || ruta.värde.eq(0)) return []
        const text = faultIn(rad, ruta, now, då && then ? { kolumn: då, ruta: then } : undefined)
        return text ? [{ text, hint: HINT, span: ruta.span }] : []
      })
    })
}

/** A column of changes in percent: its head says so, or it has none but "%" and falls below zero. */
function isChange({ slag, enhet, rubrik, nr }: Gridkolumn, { rader }: Grid): boolean {
  if (enhet !== 'procent') return false
  if (slag === 'förändring') return true
  return /^\s*%\s*$/.test(rubrik) && rader.some(({ rutor }) => rutor.get(nr)?.värde.lt(0))
}

/** The amounts right before the column: whose change it is where nothing else says. */
const before = ({ nr }: Gridkolumn, { kolumner }: Grid): Gridkolumn | undefined =>
  kolumner.findLast((k) => k.nr < nr && k.slag === 'nivå' && k.enhet !== 'procent')

function faultIn(
  rad: Gridrad,
  ruta: Ruta,
  now: Ruta | undefined,
  then: { readonly kolumn: Gridkolumn; readonly ruta: Ruta } | undefined
): string | undefined {
  const vem = rad.rubrik || 'Raden'
  if (then && round(then.ruta.värde, then.ruta.decimaler).eq(0))
    return `${vem}, ${lowerFirst(then.kolumn.rubrik)} är ${printRuta(then.ruta)}: en förändring från noll kan inte anges i procent.`
  if (then && now && now.värde.times(then.ruta.värde).lt(0))
    return `${vem}: ${printRuta(ruta)} i procent, men talet byter tecken, från ${printRuta(then.ruta)} till ${printRuta(now)}.`
  if (ruta.värde.lt(-100))
    return `${vem}: ${printRuta(ruta)} i procent betyder att talet har bytt tecken; då säger procent ingenting.`
  if (now && !then && now.värde.eq(0) && !ruta.värde.eq(-100))
    return `${vem}: ${printRuta(ruta)} i procent, men värdet är ${printRuta(now)}; från något till noll är alltid −100 %.`
  return undefined
}
