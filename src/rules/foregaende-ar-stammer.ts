import { compareGivet } from '../domain/berakning.ts'
import { yearsBefore } from '../domain/period.ts'
import { isFel } from '../domain/referens.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import type { Datarule, Datasubject } from './rule.ts'

const data = (före: string) => `mått:
  - id: utfall-fg-år
    namn: Utfall föregående år
konton:
  - id: städ
    namn: Städ
    enhet: mnkr
    serie:
      2020:
        utfall: 28,3
      2021:
        utfall: 24,7
        utfall-fg-år: ${före}
`
const kapital = (in21: string) => `mått:
  - id: ingående
    namn: Ingående balans
  - id: utgående
    namn: Utgående balans
konton:
  - id: kassa
    namn: Kassa
    enhet: tkr
    serie:
      2020:
        ingående: 1 200
        utgående: 1 858
      2021:
        ingående: ${in21}
        utgående: 1 900
`

export const rule: Datarule = {
  id: 'foregaende-ar-stammer',
  severity: 'error',
  on: 'data',
  why: 'Förra årets kolumn är förra årets utfall, och det som går in i år är det som gick ut i fjol. Skiljer de har någon ändrat i efterhand eller skrivit av fel.',
  good: [{ data: data('28,3') }, { data: kapital('1 858') }],
  bad: [
    {
      data: data('28,1'),
      väntat: [
        'data 13:23 Städ, utfall föregående år 2021 är 28,1 mnkr, men utfall 2020 är 28,3 mnkr.'
      ]
    },
    {
      data: kapital('1 885'),
      väntat: [
        'data 15:19 Kassa, ingående balans 2021 är 1 885 tkr, men utgående balans 2020 är 1 858 tkr.'
      ]
    }
  ],
  check(subject, report) {
    for (const { mått, motsvarande } of pairsIn(subject)) {
      for (const serie of subject.modell.serier.values())
        for (const post of serie.perioder.values()) {
          const datum = post.värden.get(mått.id)
          if (!datum || datum.värde === null || datum.formel) continue
          const före = yearsBefore(post.period)
          const tal = subject.räknare.serietal(serie, motsvarande.id, före)
          if (isFel(tal) || tal.värde === null || tal.källa.slag !== 'datum') continue
          const given = { värde: datum.värde, decimaler: datum.decimaler }
          if (compareGivet(given, tal.värde, 0) !== 'fel') continue
          const print = (value: typeof tal.värde, decimaler: number) =>
            withUnit(formatDecimal(value, decimaler), tal.enhet.symbol)
          report({
            text: `${serie.namn}, ${mått.namn.toLowerCase()} ${post.period.id} är ${print(datum.värde, datum.decimaler)}, men ${motsvarande.namn.toLowerCase()} ${före.id} är ${print(tal.värde, tal.decimaler)}.`,
            hint: 'Rätta det tal som är fel. Är jämförelseåret omräknat, tysta här och säg det i en not.',
            span: datum.span,
            related: [{ text: `${motsvarande.namn} ${före.id}`, span: tal.källa.span }]
          })
        }
    }
  }
}

interface Namngett {
  readonly id: string
  readonly namn: string
}

/** Measures that repeat the year before, with the measure that they repeat. */
function pairsIn({ modell }: Datasubject): { mått: Namngett; motsvarande: Namngett }[] {
  const egna = [...modell.mått.values()].filter(({ formel }) => !formel)
  return egna.flatMap((mått) => {
    if (
      /(?:föreg(?:ående)?|fg|förra)\.?\s*år/iu.test(mått.namn) &&
      !/mot|förändr|diff|avvik|%/iu.test(mått.namn)
    )
      return [{ mått, motsvarande: { id: 'utfall', namn: 'Utfall' } }]
    if (!/^ingående/iu.test(mått.namn)) return []
    const ut = egna.find(
      ({ namn }) => namn.toLowerCase() === mått.namn.toLowerCase().replace(/^ingående/u, 'utgående')
    )
    return ut ? [{ mått, motsvarande: ut }] : []
  })
}
