import { fitBars, labelPlace, planLabels, toneOf, type Ton } from './layout-rows.ts'
import { measure, RADAVSTÅND } from './measure.ts'
import type { Diagramdata, Diagrammall, Diagramrad, Underlag } from './types.ts'

const LUFT = 6
const STAPEL = 11
const STAPELSTEG = 16
const GRUPPLUFT = 14

/** Lays out groups of thin bars: a few measures for each row, named at the first group's bars. */
export function layoutGroups(mall: Diagrammall, data: Diagramdata, bredd: number): Underlag {
  const serier = [...new Set(data.rader.map(serieOf))]
  const toner = serieTones(data.rader, serier)
  const namn = [...new Set(data.rader.map((rad) => rad.namn))]
  const grupper =
    mall.ordning === 'storlek'
      ? namn.toSorted(
          (a, b) => sizeOf(data.rader, b, serier[0]) - sizeOf(data.rader, a, serier[0]) || 0
        )
      : namn
  const plan = planLabels(grupper, bredd)
  const staplarnas = serier.length * STAPELSTEG
  const rader = Math.max(1, ...plan.etiketter.map((rows) => rows.length))
  const ovan = plan.ovanför ? rader * RADAVSTÅND + 2 : 0
  const höjd = Math.max(staplarnas, plan.ovanför ? 0 : rader * RADAVSTÅND) + GRUPPLUFT + ovan
  const först = grupper[0]
  const staplar = data.rader.map((rad) => {
    const text = measure(rad.text, 600) + LUFT
    const värde = rad.värde ?? 0
    const serie = rad.namn === först && serier.length > 1 ? measure(serieOf(rad)) + LUFT : 0
    return { rad, värde, text, serie }
  })
  const skala = fitBars(
    // The name of a series stands after the value, or right of zero at a negative bar.
    staplar.flatMap(({ värde, text, serie }) =>
      värde < 0
        ? [
            { värde, bredd: text },
            { värde: 0, bredd: serie }
          ]
        : [{ värde, bredd: text + serie }]
    ),
    bredd - plan.kolumn
  )
  return {
    bredd: skala.bredd,
    höjd: Math.max(höjd * grupper.length, 10),
    data: {
      rader: staplar.map(({ rad, värde, text, serie }) => {
        const i = serier.indexOf(serieOf(rad))
        return {
          nyckel: String(grupper.indexOf(rad.namn)),
          namn: rad.namn,
          serie: serieOf(rad),
          serienamn: serie > 0 ? serieOf(rad) : '',
          serieDx: värde < 0 ? LUFT : text + LUFT,
          serieläge: Math.max(värde, 0),
          värde: rad.värde,
          läge: värde,
          text: rad.text,
          klass: rad.klass ?? null,
          ton: rad.klass === 'sämre' ? 'varm' : (toner.get(serieOf(rad)) ?? 'stark'),
          stapelDy: (i - (serier.length - 1) / 2) * STAPELSTEG + ovan / 2,
          åtVänster: värde < 0
        }
      }),
      serier: grupper.map((namn, i) => ({
        nyckel: String(i),
        namn,
        nollDy: ovan / 2,
        ...labelPlace(plan.etiketter[i] ?? [''], plan.ovanför, höjd - GRUPPLUFT, skala.vänster)
      })),
      mål: []
    },
    signaler: {
      nycklar: grupper.map((_, i) => String(i)),
      lägst: skala.lägst,
      högst: skala.högst,
      tjocklek: STAPEL,
      nollhöjd: plan.ovanför ? staplarnas + 4 : höjd,
      etikettJustering: plan.ovanför ? 'left' : 'right'
    }
  }
}

function serieOf(rad: Diagramrad): string {
  return rad.serie ?? rad.period ?? ''
}

function sizeOf(rader: readonly Diagramrad[], namn: string, serie: string | undefined): number {
  return rader.find((rad) => rad.namn === namn && serieOf(rad) === serie)?.värde ?? -Infinity
}

/** First measure strong, the previous year lighter, a plan or budget as an outline. */
function serieTones(rader: readonly Diagramrad[], serier: readonly string[]): Map<string, Ton> {
  const free: Ton[] = ['stark', 'svag', 'tom']
  const toner = new Map<string, Ton>()
  const take = (ton: Ton): Ton => {
    const i = free.indexOf(ton)
    return (i >= 0 ? free.splice(i, 1)[0] : free.shift()) ?? 'tom'
  }
  for (const serie of serier) {
    const klass = rader.find((rad) => serieOf(rad) === serie)?.klass
    toner.set(
      serie,
      take(klass === 'mål' || klass === 'föregående' ? toneOf(klass) : (free[0] ?? 'tom'))
    )
  }
  return toner
}
