import { toneOf } from './layout-rows.ts'
import { measure, measureLines, RADAVSTÅND, wrap } from './measure.ts'
import type { Diagramdata, Diagramfel, Diagrammall, Diagramrad, Underlag } from './types.ts'

const STAPEL = 28
/** Least room between two labels under the bar, and from the bar down to their first baseline. */
const LUFT = 16
const NED = 24
const PROV = 11
const LÄNGST = 60
const TÄCKNING = [1, 0.7, 0.5, 0.34, 0.22]

interface Del {
  readonly rad: Diagramrad
  readonly start: number
  readonly slut: number
}

interface Plats {
  readonly etikett: readonly string[]
  readonly textX: number
  readonly textY: number
  readonly etikettX: number
  readonly etikettY: number
  readonly streck: boolean
}

/**
 * Lays out one bar of shares. The labels stand under their parts, moved aside where they are
 * close; where the width doesn't hold them all they become a list with a sample of each tone.
 */
export function layoutShares(
  mall: Diagrammall,
  data: Diagramdata,
  bredd: number
): Underlag | Diagramfel {
  const negativ = data.rader.find((rad) => (rad.värde ?? 0) < 0)
  if (negativ)
    return {
      fel: `Diagrammet ${mall.namn} visar delar av en helhet, men ”${negativ.namn}” är ${negativ.text}. Välj avvikelse eller liggande-staplar.`
    }
  const synliga = data.rader.filter((rad) => (rad.värde ?? 0) > 0)
  const summa = synliga.reduce((sum, rad) => sum + (rad.värde ?? 0), 0)
  let till = 0
  const delar = synliga.map((rad): Del => {
    const start = (till / summa) * bredd
    till += rad.värde ?? 0
    return { rad, start, slut: (till / summa) * bredd }
  })
  const rad = placeInRow(delar, bredd)
  const platser = rad ?? placeInList(delar, bredd)
  return {
    bredd,
    höjd: STAPEL,
    data: {
      rader: delar.map((del, i) => {
        const plats = platser[i]
        const sist = i === delar.length - 1
        return {
          namn: del.rad.namn,
          text: del.rad.text,
          ...toneFor(del.rad, i),
          start: del.start,
          slut: Math.max(del.slut - (sist ? 0 : 2), del.start + 0.75),
          ...plats,
          streckX: (del.start + del.slut) / 2,
          streckX2: (plats?.textX ?? 0) + 4,
          streckY: (plats?.textY ?? 0) - 12,
          provY: (plats?.textY ?? 0) - 10
        }
      }),
      serier: delar.length ? [] : [{ start: 0, slut: bredd, text: 'Inget att visa' }]
    },
    signaler: { lista: rad === undefined, prov: PROV }
  }
}

function toneFor({ klass }: Diagramrad, i: number): { ton: string; täckning: number } {
  if (klass === undefined)
    return { ton: 'stark', täckning: TÄCKNING[Math.min(i, TÄCKNING.length - 1)] ?? 1 }
  if (klass === 'ej bedömt') return { ton: 'grå', täckning: 1 }
  const ton = toneOf(klass)
  return { ton, täckning: ton === 'svag' ? 0.45 : 1 }
}

/** Labels in one row under the bar, or undefined where they don't fit. */
function placeInRow(delar: readonly Del[], bredd: number): Plats[] | undefined {
  const etiketter = delar.map(({ rad, start, slut }) => wrap(rad.namn, Math.max(slut - start, 96)))
  const bredder = delar.map(({ rad }, i) =>
    Math.max(measure(rad.text, 600), measureLines(etiketter[i] ?? []))
  )
  const summa = bredder.reduce((sum, b) => sum + b + LUFT, -LUFT)
  if (summa > bredd) return undefined
  const x = delar.map(({ start }) => start)
  let golv = 0
  delar.forEach((_, i) => {
    x[i] = Math.max(x[i] ?? 0, golv)
    golv = (x[i] ?? 0) + (bredder[i] ?? 0) + LUFT
  })
  let tak = bredd
  for (let i = delar.length - 1; i >= 0; i--) {
    x[i] = Math.min(x[i] ?? 0, tak - (bredder[i] ?? 0))
    tak = (x[i] ?? 0) - LUFT
  }
  // Too far from its part a label is easier to find in a list.
  if (delar.some(({ start }, i) => start - (x[i] ?? 0) > LÄNGST)) return undefined
  const flyttad = delar.map(
    ({ start, slut }, i) => (x[i] ?? 0) + 8 < start || (x[i] ?? 0) > slut - 8
  )
  // The lines down to labels that were moved need some more height.
  const y = STAPEL + NED + (flyttad.some(Boolean) ? 8 : 0)
  return delar.map((_, i) => ({
    etikett: etiketter[i] ?? [],
    textX: x[i] ?? 0,
    textY: y,
    etikettX: x[i] ?? 0,
    etikettY: y + RADAVSTÅND,
    streck: flyttad[i] ?? false
  }))
}

/** Labels as a list under the bar: sample, value, name. */
function placeInList(delar: readonly Del[], bredd: number): Plats[] {
  const textX = PROV + 8
  const etikettX = textX + Math.max(0, ...delar.map(({ rad }) => measure(rad.text, 600))) + 10
  let y = STAPEL + NED
  return delar.map(({ rad }) => {
    const etikett = wrap(rad.namn, Math.max(bredd - etikettX, 60))
    const här = y
    y += etikett.length * RADAVSTÅND + 4
    return { etikett, textX, textY: här, etikettX, etikettY: här, streck: false }
  })
}
