import { sortPeriods, spread } from './axis.ts'
import { periodAxis } from './layout-time.ts'
import { measure, measureLines, RADAVSTÅND, wrap } from './measure.ts'
import type { Diagramdata, Diagramfel, Diagrammall, Underlag } from './types.ts'

const LUFT = 10
const STÖRSTA_STEG = 96
const STÖRSTA_STAPEL = 56

/** Lays out columns over periods: one series, the last column strong, earlier ones lighter. */
export function layoutColumns(
  mall: Diagrammall,
  data: Diagramdata,
  bredd: number
): Underlag | Diagramfel {
  const serier = [...new Set(data.rader.map((rad) => rad.serie ?? ''))]
  if (serier.length > 1)
    return {
      fel: `Diagrammet ${mall.namn} visar en serie, men underlaget har ${serier.length}: ${serier.join(', ')}. Välj linje eller grupperade-staplar.`
    }
  const byKey = new Map(data.rader.map((rad) => [rad.period ?? rad.namn, rad]))
  const nycklar = sortPeriods([...byKey.keys()])
  const värden = data.rader.flatMap((rad) => (rad.värde === null ? [] : [rad.värde]))
  const mål = data.målvärde
  const ytter = [0, ...värden, ...(mål ? [mål.värde] : [])]
  const botten = Math.min(...ytter)
  const högst = Math.max(...ytter, ytter.every((v) => v === 0) ? 1 : botten)
  // The text under the lowest negative column stands above the names of the periods.
  const lägst = botten < 0 ? botten - ((högst - botten) * 18) / (mall.höjd - 18) : 0
  const måltext = mål ? wrap(`Mål ${mål.text}`, Math.min(150, bredd * 0.3)) : []
  const höger = mål ? measureLines(måltext) + LUFT : 0
  const antal = Math.max(nycklar.length, 1)
  const steg = Math.min((bredd - höger) / antal, STÖRSTA_STEG)
  const plot = Math.max(steg * antal, 40)
  const alla = nycklar.every((nyckel) => measure(byKey.get(nyckel)?.text ?? '', 600) + 4 <= steg)
  const sist = nycklar.findLast((nyckel) => byKey.get(nyckel)?.värde !== null)
  const störst = Math.max(...värden)
  const extrem = nycklar.find((nyckel) => byKey.get(nyckel)?.värde === störst)
  const visade = new Set(alla ? nycklar : spaced([sist, extrem], nycklar, steg, byKey))
  const y = mål ? mall.höjd * (1 - (mål.värde - lägst) / (högst - lägst)) : 0
  const [plats = 0] = spread(
    [{ y, size: måltext.length * RADAVSTÅND }],
    -RADAVSTÅND,
    mall.höjd + RADAVSTÅND
  )
  return {
    bredd: plot,
    höjd: mall.höjd,
    data: {
      rader: nycklar.map((nyckel) => {
        const rad = byKey.get(nyckel)
        const värde = rad?.värde ?? null
        return {
          nyckel,
          namn: rad?.namn ?? '',
          värde,
          läge: värde ?? 0,
          text: rad?.text ?? '–',
          ton: rad?.klass === 'sämre' ? 'varm' : nyckel === sist ? 'stark' : 'svag',
          visa: visade.has(nyckel) || (alla && värde === null),
          dy: värde !== null && värde < 0 ? 16 : -7,
          textbredd: measure(rad?.text ?? '–', 600) + 6
        }
      }),
      serier: [],
      mål: mål
        ? [
            {
              värde: mål.värde,
              etikett: måltext,
              dy: plats - y - ((måltext.length - 1) * RADAVSTÅND) / 2
            }
          ]
        : []
    },
    signaler: {
      ...periodAxis(nycklar, steg),
      nycklar,
      lägst,
      högst,
      stapelbredd: Math.max(Math.min(steg * 0.66, STÖRSTA_STAPEL), 2)
    }
  }
}

/** Those of the keys whose labels don't touch an earlier one's: the last period first. */
function spaced(
  wanted: readonly (string | undefined)[],
  nycklar: readonly string[],
  steg: number,
  byKey: ReadonlyMap<string, { readonly text: string }>
): string[] {
  const taken: { nyckel: string; mitt: number; halv: number }[] = []
  for (const nyckel of wanted) {
    if (nyckel === undefined) continue
    const mitt = nycklar.indexOf(nyckel) * steg
    const halv = measure(byKey.get(nyckel)?.text ?? '', 600) / 2 + 3
    if (taken.every((t) => Math.abs(t.mitt - mitt) >= t.halv + halv))
      taken.push({ nyckel, mitt, halv })
  }
  return taken.map(({ nyckel }) => nyckel)
}
