import { lowerFirst } from '../text/swedish.ts'
import type { Kolumnbrott } from './grid-columns.ts'
import { printRuta } from './grid-print.ts'
import { faultsIn, gridsOf } from './grids.ts'
import type { Fynd, Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'tabellens-kolumner-stammer',
  severity: 'error',
  on: 'text',
  why: 'Avvikelser, förändringar, andelar och totaler räknas ur tabellens andra kolumner. Ett tal som inte går att räkna fram är fel, i sin egen kolumn eller i någon av de andra. Ryms skillnaden i avrundningen är det ett råd.',
  good: [
    {
      text: '| Område, mnkr | Budget | Utfall | Avvikelse |\n|---|--:|--:|--:|\n| Städ | −4,0 | −3,8 | 0,2 |\n| Måltider | −1,5 | −1,8 | −0,3 |'
    },
    {
      text: '| Post, tkr | 2021 | 2020 | Förändring, % |\n|---|--:|--:|--:|\n| Personal | 388 | 412 | −5,8 |\n| Lokaler | 310 | 300 | 3,3 |'
    },
    {
      text: '| Grupp | Kvinnor | Män | Totalt |\n|---|--:|--:|--:|\n| Läkare | 90 | 100 | 190 |\n| Undersköterskor | 150 | 45 | 195 |'
    }
  ],
  bad: [
    {
      text: '| Område, mnkr | Budget | Utfall | Avvikelse |\n|---|--:|--:|--:|\n| Städ | −4,0 | −3,8 | 0,2 |\n| Måltider | −1,5 | −1,8 | −0,5 |',
      väntat: ['text 6:28 Måltider, avvikelse är −0,5 men Utfall − Budget ger −0,3.']
    },
    {
      text: '| Område, mnkr | Budget | Utfall | Avvikelse |\n|---|--:|--:|--:|\n| Städ | −4,0 | −3,8 | 0,2 |\n| Vakt | −2,0 | −2,1 | −0,1 |\n| Måltider | −1,5 | −1,8 | 0,3 |',
      väntat: [
        'text 7:28 Måltider, avvikelse är 0,3 men Utfall − Budget ger −0,3: tecknet är omvänt.'
      ]
    },
    {
      text: '| Plan, mnkr | Plan | Utfall | Uppfyllnad, % |\n|---|--:|--:|--:|\n| Städ | 4,0 | 3,8 | 95 |\n| Måltider | 1,5 | 1,8 | 120 |\n| Summa | 5,5 | 5,6 | 108 |',
      väntat: ['text 7:23 Summa, uppfyllnad, % är 108 men Utfall / Plan ger 102.']
    },
    {
      text: '| Grupp | Kvinnor | Män | Totalt |\n|---|--:|--:|--:|\n| Läkare | 90 | 100 | 190 |\n| Undersköterskor | 150 | 45 | 185 |',
      väntat: ['text 6:32 Undersköterskor, totalt är 185 men Kvinnor + Män ger 195.']
    }
  ],
  check(subject, report) {
    for (const { grid } of gridsOf(subject))
      for (const brott of reportable(faultsIn(grid).kolumner)) report(describeColumn(brott))
  }
}

/** Every fault, but of rounding one a column: what holds for one row holds for all. */
export function reportable(brotten: readonly Kolumnbrott[]): Kolumnbrott[] {
  const first = (brott: Kolumnbrott) =>
    brotten.find((b) => b.utfall === 'avrundning' && b.kolumn === brott.kolumn) === brott
  return brotten.filter(
    (brott) => brott.samband.slag !== 'punkter' && (brott.utfall === 'fel' || first(brott))
  )
}

/** The finding for a cell that its column's other cells don't give. */
export function describeColumn(brott: Kolumnbrott): Fynd {
  const { rad, kolumn, ruta, beräknat, samband, utfall, tecken } = brott
  const vad = `${rad.rubrik}, ${lowerFirst(kolumn.rubrik)}`
  const nära = utfall === 'avrundning'
  const slut = nära ? '; skillnaden ryms i avrundningen' : tecken ? ': tecknet är omvänt' : ''
  return {
    text: `${vad} är ${printRuta(ruta)} men ${samband.text} ger ${printRuta(ruta, beräknat)}${slut}.`,
    hint: nära
      ? 'Skriv det beräknade, eller skriv under tabellen att tal kan avvika på grund av avrundning.'
      : 'Rätta talet, eller något av dem det räknas ur. Hämtas tabellen ur data räknas det av sig självt.',
    span: ruta.span,
    ...(nära ? { severity: 'advice' as const } : {})
  }
}
