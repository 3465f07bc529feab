import { parsePeriod } from '../domain/period.ts'
import { KORTA_MÅNADER } from '../text/swedish.ts'
import { niceTicks, periodLines, sortPeriods, spread, tickDecimals, yearOf } from './axis.ts'
import { measure, measureLines, RADAVSTÅND, wrap } from './measure.ts'
import type { Diagramdata, Diagramfel, Diagrammall, Diagramrad, Underlag } from './types.ts'

/** Room between a mark and its label, and the widest a label beside the plot may be. */
const LUFT = 10
const SIDETIKETT = 150

interface Punkt {
  readonly rad: Diagramrad
  readonly nyckel: string
  readonly serie: string
}

/** Lays out lines over periods (`tidsserie`) or over the months of the year (`månader`). */
export function layoutLines(
  mall: Diagrammall,
  data: Diagramdata,
  bredd: number
): Underlag | Diagramfel {
  const punkter = pointsOf(mall, data)
  if ('fel' in punkter) return punkter
  const nycklar =
    mall.data === 'månader'
      ? KORTA_MÅNADER.map((_, i) => String(i + 1).padStart(2, '0'))
      : sortPeriods([...new Set(punkter.map((p) => p.nyckel))])
  const serier = [...new Set(punkter.map((p) => p.serie))].map((namn) =>
    seriesOf(punkter, nycklar, namn)
  )
  const huvud = mainSeries(serier)
  const mål = data.målvärde
  const värden = punkter.flatMap(({ rad }) => (rad.värde === null ? [] : [rad.värde]))
  const gräns = lineDomain(mål ? [...värden, mål.värde] : värden, mall.frånNoll)
  const y = (värde: number): number =>
    mall.höjd * (1 - (värde - gräns.lägst) / (gräns.högst - gräns.lägst))

  const sidrum = Math.min(SIDETIKETT, bredd * 0.38)
  // The last value of each line stands at its end, with the line's name where there are several.
  const ändar = serier.flatMap((serie) => {
    const sist = serie.punkter.findLast((p) => p.rad.värde !== null)
    if (!sist) return []
    const namn = serier.length > 1 ? `${serie.namn} ${sist.rad.text}` : sist.rad.text
    return [
      { sist, serie, rader: wrap(namn, sidrum, 600), vidKant: sist.nyckel === nycklar.at(-1) }
    ]
  })
  const måltext = mål ? wrap(`Mål ${mål.text}`, sidrum) : []
  const höger =
    Math.max(
      measureLines(måltext),
      ...ändar.filter((a) => a.vidKant).map((a) => measureLines(a.rader, 600))
    ) + LUFT

  const ensam = serier.length === 1
  const etikettbredd = Math.max(0, ...punkter.map(({ rad }) => measure(rad.text))) + 8
  const alla = ensam && nycklar.length * etikettbredd <= bredd - höger
  const steg = alla
    ? []
    : niceTicks(gräns.lägst, gräns.högst, 5).filter(
        (t) => t >= gräns.lägst - 1e-9 && t <= gräns.högst + 1e-9
      )
  const decimaler = tickDecimals(steg)
  const stegbredd = Math.max(0, ...steg.map((t) => measure(tickText(t, decimaler))))
  const vänster = alla ? etikettbredd / 2 : stegbredd + LUFT
  const plot = Math.max(bredd - vänster - höger, 80)
  const axel = periodAxis(
    nycklar,
    plot / Math.max(nycklar.length - 0.5, 1),
    mall.data === 'månader'
  )

  const vidKant = ändar.filter((a) => a.vidKant)
  const platser = spread(
    [
      ...vidKant.map((a) => ({ y: y(a.sist.rad.värde ?? 0), size: a.rader.length * RADAVSTÅND })),
      ...(mål ? [{ y: y(mål.värde), size: måltext.length * RADAVSTÅND }] : [])
    ],
    -RADAVSTÅND,
    mall.höjd + RADAVSTÅND
  )
  return {
    bredd: plot,
    höjd: mall.höjd,
    data: {
      // The line the chart is about lies on top.
      rader: [...serier.filter((s) => s !== huvud), ...(huvud ? [huvud] : [])].flatMap((serie) =>
        serie.punkter.map((p, i) => ({
          ...pointFields(serie.punkter, i, ensam, alla),
          ...sideOf(serie.punkter, i, y, plot / Math.max(nycklar.length - 0.5, 1)),
          nyckel: p.nyckel,
          serie: serie.namn,
          värde: p.rad.värde,
          text: p.rad.text,
          ton: serie === huvud ? 'stark' : 'svag'
        }))
      ),
      serier: ändar.map((a) => {
        const plats = platser[vidKant.indexOf(a)]
        const värde = a.sist.rad.värde ?? 0
        return {
          nyckel: a.sist.nyckel,
          serie: a.serie.namn,
          värde,
          etikett: a.rader,
          ton: a.serie === huvud ? 'stark' : 'svag',
          vidKant: a.vidKant,
          textbredd: measureLines(a.rader, 600) + 8,
          dy: plats === undefined ? freeSide(a.sist, serier) : plats - y(värde) - middle(a.rader)
        }
      }),
      mål: mål
        ? [
            {
              värde: mål.värde,
              etikett: måltext,
              dy: (platser.at(-1) ?? 0) - y(mål.värde) - middle(måltext)
            }
          ]
        : []
    },
    signaler: {
      ...axel,
      ...gräns,
      nycklar,
      steg,
      stegformat: `,.${decimaler}f`,
      nollinje: gräns.lägst <= 0 && gräns.högst >= 0,
      flera: !ensam
    }
  }
}

/** A number along the axis as Vega prints it with the Swedish locale; for its width only. */
function tickText(value: number, decimaler: number): string {
  return value
    .toFixed(decimaler)
    .replace('-', '−')
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, ' ')
}

/** Half the height of all lines but the first: Vega hangs the others below it. */
function middle(lines: readonly string[]): number {
  return ((lines.length - 1) * RADAVSTÅND) / 2
}

function pointsOf(mall: Diagrammall, data: Diagramdata): Punkt[] | Diagramfel {
  const punkter: Punkt[] = []
  for (const rad of data.rader) {
    if (mall.data !== 'månader') {
      punkter.push({ rad, nyckel: rad.period ?? rad.namn, serie: rad.serie ?? '' })
      continue
    }
    const period = rad.period === undefined ? undefined : parsePeriod(rad.period)
    if (period?.slag !== 'månad')
      return {
        fel: `Diagrammet ${mall.namn} visar månader, men ${rad.period ? `perioden ${rad.period}` : `raden ”${rad.namn}” saknar period och`} är ingen månad.`
      }
    punkter.push({
      rad,
      nyckel: (rad.period ?? '').slice(5),
      serie: rad.serie ?? yearOf(rad.period ?? '')
    })
  }
  return punkter
}

interface Serie {
  readonly namn: string
  readonly punkter: readonly Punkt[]
}

/** One series over all keys in order; a key it lacks is a gap. */
function seriesOf(punkter: readonly Punkt[], nycklar: readonly string[], namn: string): Serie {
  const byKey = new Map(punkter.filter((p) => p.serie === namn).map((p) => [p.nyckel, p]))
  return {
    namn,
    punkter: nycklar.map(
      (nyckel) =>
        byKey.get(nyckel) ?? {
          nyckel,
          serie: namn,
          rad: { namn, serie: namn, värde: null, text: '–' }
        }
    )
  }
}

/** The series the chart is about: the latest year, or the first that isn't the year before. */
function mainSeries(serier: readonly Serie[]): Serie | undefined {
  if (serier.length > 1 && serier.every((s) => /^\d{4}$/.test(s.namn)))
    return serier.toSorted((a, b) => Number(b.namn) - Number(a.namn))[0]
  return (
    serier.find((s) =>
      s.punkter.every((p) => p.rad.klass !== 'föregående' && p.rad.klass !== 'mål')
    ) ?? serier[0]
  )
}

/** Lowest and highest of the axis: from zero where the values come near it, else with some air. */
function lineDomain(
  värden: readonly number[],
  frånNoll: boolean
): { lägst: number; högst: number } {
  const low = värden.length ? Math.min(...värden) : 0
  const high = värden.length ? Math.max(...värden) : 1
  const span = high - low || Math.abs(high) * 0.5 || 1
  const nearZero = frånNoll || (low >= 0 ? low < 0.4 * high : high > 0 || high > 0.4 * low)
  const air = span * 0.15
  return {
    lägst: low >= 0 && (nearZero || low - air < 0) ? 0 : low - air,
    högst: high <= 0 && (nearZero || high + air > 0) ? (low === 0 ? 1 : 0) : high + air
  }
}

/** Whether a point has a dot and a label, and on which side of the line the label is. */
function pointFields(
  punkter: readonly Punkt[],
  i: number,
  ensam: boolean,
  alla: boolean
): { prick: boolean; visa: boolean; dy: number } {
  const at = (j: number): number | null => punkter[j]?.rad.värde ?? null
  const här = at(i)
  if (här === null) return { prick: false, visa: false, dy: 0 }
  const före = at(i - 1)
  const efter = at(i + 1)
  const sist = !punkter.slice(i + 1).some((p) => p.rad.värde !== null)
  const värden = punkter.flatMap((p) => (p.rad.värde === null ? [] : [p.rad.värde]))
  const botten = (före === null || före > här) && (efter === null || efter > här)
  const först = (värde: number): boolean => punkter.findIndex((p) => p.rad.värde === värde) === i
  const ytter = först(Math.max(...värden)) || först(Math.min(...värden))
  const visa = ensam && !sist && (alla || ytter)
  return {
    prick: visa || sist || (före === null && efter === null),
    visa,
    dy: botten && (före ?? efter) !== null ? 18 : -10
  }
}

/** On a steep slope a label above the line stands on the side that the line leaves free. */
function sideOf(
  punkter: readonly Punkt[],
  i: number,
  y: (värde: number) => number,
  steg: number
): { justering: string; dx: number; textDx: number; textbredd: number } {
  const at = (j: number): number | null => punkter[j]?.rad.värde ?? null
  const [före, här, efter] = [at(i - 1), at(i), at(i + 1)]
  const halv = measure(punkter[i]?.rad.text ?? '') / 2
  const mitt = { justering: 'center', dx: 0, textDx: 0, textbredd: 2 * halv + 6 }
  if (här === null || före === null || efter === null) return mitt
  const hits = (granne: number): boolean => ((y(här) - y(granne)) / steg) * halv > 5
  if (före < här && hits(efter))
    return { justering: 'right', dx: 2, textDx: 2 - halv, textbredd: 2 * halv + 6 }
  if (efter < här && hits(före))
    return { justering: 'left', dx: -2, textDx: halv - 2, textbredd: 2 * halv + 6 }
  return mitt
}

/** Above or below its own end, away from the other line. */
function freeSide(sist: Punkt, serier: readonly Serie[]): number {
  const andra = serier
    .filter((s) => s.namn !== sist.serie)
    .flatMap((s) => s.punkter.filter((p) => p.nyckel === sist.nyckel && p.rad.värde !== null))
  return andra.some((p) => (p.rad.värde ?? 0) > (sist.rad.värde ?? 0)) ? 18 : -12
}

/** Which keys get a label under the plot, and its lines, so that none touches the next. */
export function periodAxis(
  nycklar: readonly string[],
  avstånd: number,
  månader = false
): { visade: string[]; etiketter: Record<string, string[]> } {
  const lines = (nyckel: string, i: number, first: boolean): string[] =>
    månader
      ? [KORTA_MÅNADER[Number(nyckel) - 1] ?? nyckel]
      : parsePeriod(nyckel)
        ? periodLines(nyckel, first || yearOf(nyckel) !== yearOf(nycklar[i - 1] ?? ''))
        : wrap(nyckel, Math.max(avstånd - 8, 40))
  const all = nycklar.map((nyckel, i) => ({ nyckel, rader: lines(nyckel, i, i === 0) }))
  const fits = (list: typeof all, room: number): boolean =>
    list.every(({ rader }) => measureLines(rader) + 8 <= room)
  if (fits(all, avstånd)) return labels(all)
  const years = all.filter(({ nyckel }, i) => yearOf(nyckel) !== yearOf(nycklar[i - 1] ?? ''))
  const perYear = all.length / Math.max(years.length, 1)
  if (perYear >= 2 && 40 <= avstånd * perYear)
    return labels(years.map(({ nyckel }) => ({ nyckel, rader: [yearOf(nyckel)] })))
  const widest = Math.max(...all.map(({ rader }) => measureLines(rader))) + 12
  const every = Math.ceil(widest / avstånd)
  return labels(all.filter((_, i) => (all.length - 1 - i) % every === 0))
}

function labels(list: readonly { nyckel: string; rader: string[] }[]): {
  visade: string[]
  etiketter: Record<string, string[]>
} {
  return {
    visade: list.map(({ nyckel }) => nyckel),
    etiketter: Object.fromEntries(list.map(({ nyckel, rader }) => [nyckel, rader]))
  }
}
