import type { Datum, Serie } from '../domain/modell.ts'
import { måttnamn } from '../domain/rakna-verk.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import { telling } from './grid-copies.ts'
import type { Datarule, Datasubject } from './rule.ts'

const konto = (id: string, namn: string, nu: string, budget: string) => `  - id: ${id}
    namn: ${namn}
    enhet: mnkr
    serie:
      2020:
        utfall: -179,6
        budget: -180,3
      2021:
        utfall: ${nu}
        budget: ${budget}
`

export const rule: Datarule = {
  id: 'serier-ar-sina-egna',
  severity: 'warning',
  on: 'data',
  why: 'En post med samma tal som en annan, siffra för siffra, eller som sig själv året före, är nästan alltid inklistrad på fel rad eller fel år.',
  good: [
    { data: `konton:\n${konto('fm', 'FM', '-179,2', '-169,7')}` },
    { data: `konton:\n${konto('fm', 'FM', '-179,6', '-169,7')}` }
  ],
  bad: [
    {
      data: `konton:\n${konto('fm', 'FM', '-179,6', '-180,3')}`,
      väntat: [
        'data 10:17 FM har samma tal 2021 som 2020: utfall −179,6 mnkr och budget −180,3 mnkr.'
      ]
    },
    {
      data: `konton:\n${konto('fm', 'FM', '-179,2', '-169,7')}${konto('kök', 'Kök', '-179,2', '-169,7')}`,
      väntat: ['data 17:17 Kök har samma tal som FM, 4 stycken.']
    }
  ],
  check(subject, report) {
    const seen: Serie[] = []
    for (const serie of subject.modell.serier.values()) {
      for (const fynd of yearsAlike(serie, subject)) report(fynd)
      const twin = seen.find((other) => areAlike(serie, other))
      const first = valuesOf(serie)[0]
      if (twin && first)
        report({
          text: `${serie.namn} har samma tal som ${twin.namn}, ${valuesOf(serie).length} stycken.`,
          hint: 'Rätta den som är fel, eller tysta här med skälet till att de är lika.',
          span: first.datum.span,
          related: [{ text: twin.namn, span: twin.span }]
        })
      seen.push(serie)
    }
  }
}

interface Värde {
  readonly key: string
  readonly mått: string
  readonly datum: Datum & { readonly värde: NonNullable<Datum['värde']> }
}

const hasValue = (datum: Datum): datum is Värde['datum'] =>
  datum.värde !== null && datum.formel === undefined && !datum.värde.eq(0)

const values = new WeakMap<Serie, readonly Värde[]>()
function valuesOf(serie: Serie): readonly Värde[] {
  const found =
    values.get(serie) ??
    [...serie.perioder.values()].flatMap(({ period, värden }) =>
      [...värden].flatMap(([mått, datum]) =>
        hasValue(datum) ? [{ key: `${period.id}.${mått}`, mått, datum }] : []
      )
    )
  values.set(serie, found)
  return found
}

/** Every value alike, and so many telling digits that it is no coincidence. */
function areAlike(a: Serie, b: Serie): boolean {
  if (a.enhet.id !== b.enhet.id || a.namn === b.namn) return false
  const [x, y] = [valuesOf(a), valuesOf(b)]
  if (x.length < 3 || x.length !== y.length) return false
  const other = new Map(y.map(({ key, datum }) => [key, datum.värde]))
  if (!x.every(({ key, datum }) => other.get(key)?.eq(datum.värde))) return false
  return x.reduce((total, { datum }) => total + telling(datum.värde), 0) >= 10
}

/** Two whole years of a series that don't differ in any measure. */
function* yearsAlike(serie: Serie, { modell }: Datasubject) {
  const years = [...serie.perioder.values()].filter(({ period }) => period.slag === 'år')
  for (const [i, post] of years.entries()) {
    const before = years[i - 1]
    const own = [...post.värden].filter(([, datum]) => hasValue(datum))
    if (!before || own.length < 2) continue
    const same = own.filter(([mått, datum]) => {
      const other = before.värden.get(mått)
      return other && hasValue(other) && hasValue(datum) && other.värde.eq(datum.värde)
    })
    const digits = same.reduce((sum, [, { värde }]) => sum + (värde ? telling(värde) : 0), 0)
    const first = same[0]?.[1]
    if (!first || same.length < own.length || digits < 8) continue
    const said = same.map(([mått, { värde, decimaler }]) => {
      const number = värde ? formatDecimal(värde, decimaler) : ''
      return `${måttnamn(modell, mått).toLowerCase()} ${withUnit(number, serie.enhet.symbol)}`
    })
    yield {
      text: `${serie.namn} har samma tal ${post.period.id} som ${before.period.id}: ${said.join(' och ')}.`,
      hint: 'Rätta det år som är fel, eller tysta här med skälet till att de är lika.',
      span: first.span
    }
  }
}
