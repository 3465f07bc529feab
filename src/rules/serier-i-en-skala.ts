import { måttnamn } from '../domain/rakna-verk.ts'
import type { Datum, Serie } from '../domain/modell.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import type { Datarule } from './rule.ts'

const data = (nu: string) => `konton:
  - id: städ
    namn: Städ
    enhet: mnkr
    serie:
      2019:
        utfall: -170,1
      2020:
        utfall: -179,6
      2021:
        utfall: ${nu}
        budget: -169,7
`

export const rule: Datarule = {
  id: 'serier-i-en-skala',
  severity: 'warning',
  on: 'data',
  why: 'Ett tal som är tusen gånger större eller mindre än samma post andra år, eller än sin budget, är nästan alltid inlagt i tkr i stället för mnkr eller tvärtom.',
  good: [
    { data: data('-179,2') },
    {
      data: 'nyckeltal:\n  - id: besök\n    namn: Besök\n    enhet: antal\n    serie:\n      2020:\n        utfall: 2\n      2021:\n        utfall: 2 100\n'
    }
  ],
  bad: [
    {
      data: data('-179 200'),
      väntat: [
        'data 11:17 Städ, utfall 2021 är −179 200 mnkr, omkring tusen gånger mer än annars (−170,1 mnkr).'
      ]
    }
  ],
  check({ modell }, report) {
    for (const serie of modell.serier.values()) {
      if (!serie.enhet.skala && !serie.enhet.antal) continue
      const all = valuesOf(serie)
      if (all.length < 3) continue
      for (const { mått, period, datum, size } of all) {
        const others = all.filter((other) => other.datum !== datum)
        const middle = others.toSorted((a, b) => a.size - b.size)[Math.floor(others.length / 2)]
        if (!middle) continue
        const ratio = size > middle.size ? size / middle.size : middle.size / size
        // All others are of one size, and this alone is not.
        const even = others.every(
          (other) => other.size < middle.size * 20 && other.size > middle.size / 20
        )
        if (ratio < 400 || ratio > 2500 || !even) continue
        const print = (d: Datum) =>
          withUnit(d.värde ? formatDecimal(d.värde, d.decimaler) : '', serie.enhet.symbol)
        report({
          text: `${serie.namn}, ${måttnamn(modell, mått).toLowerCase()} ${period} är ${print(datum)}, omkring tusen gånger ${size > middle.size ? 'mer' : 'mindre'} än annars (${print(middle.datum)}).`,
          hint: `Skriv talet i ${serie.enhet.id}, som resten av serien.`,
          span: datum.span
        })
      }
    }
  }
}

/** A series' own amounts with their sizes, nothings left out. */
function valuesOf(serie: Serie) {
  return [...serie.perioder.values()].flatMap(({ period, värden }) =>
    [...värden].flatMap(([mått, datum]) => {
      if (datum.värde === null || datum.formel || /avvikelse|förändr/iu.test(mått)) return []
      const size = Math.abs(Number(datum.värde))
      const värde = datum.värde
      return size >= 1 ? [{ mått, period: period.id, datum: { ...datum, värde }, size }] : []
    })
  )
}
