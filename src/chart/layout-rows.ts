import { measure, measureLines, RADAVSTÅND, wrap } from './measure.ts'
import type { Diagramdata, Diagrammall, Diagramrad, Klass, Underlag } from './types.ts'

/** Below this width labels stand above their bars instead of beside them. */
export const SMAL = 420
const LUFT = 6
const RADHÖJD = 28
const STAPEL = 18
/** All rows together grow no higher than this where they are one line each, so as to fit a page. */
const HÖGST = 900

export type Ton = 'stark' | 'svag' | 'varm' | 'tom'

/** Tone of a bar: `sämre` is warm, what is compared with is lighter or only an outline. */
export function toneOf(klass: Klass | undefined): Ton {
  if (klass === 'sämre' || klass === 'ej uppfyllt') return 'varm'
  if (klass === 'föregående' || klass === 'delvis') return 'svag'
  return klass === 'mål' || klass === 'ej mätt' || klass === 'ej bedömt' ? 'tom' : 'stark'
}

/** Lays out one horizontal bar a row, largest first, label beside or (narrow) above the bar. */
export function layoutRows(mall: Diagrammall, data: Diagramdata, bredd: number): Underlag {
  const rader = mall.ordning === 'storlek' ? sortBySize(data.rader) : [...data.rader]
  const plan = planLabels(
    rader.map(({ namn }) => namn),
    bredd
  )
  const etiketter = plan.etiketter
  const höjd = plan.ovanför
    ? Math.max(1, ...etiketter.map((rows) => rows.length)) * RADAVSTÅND + STAPEL + 12
    : rowHeight(etiketter)
  const tjocklek = plan.ovanför ? STAPEL - 2 : Math.min(STAPEL, höjd * 0.68)
  const mål = data.målvärde
  const måltext = mål ? `Mål ${mål.text}` : ''
  const värden = rader.map((rad) => rad.värde ?? 0)
  const skala = fitBars(
    [
      ...rader.map((rad) => ({ värde: rad.värde ?? 0, bredd: measure(rad.text, 600) + LUFT })),
      ...(mål ? [{ värde: mål.värde, bredd: 0 }] : [])
    ],
    bredd - plan.kolumn
  )
  return {
    bredd: skala.bredd,
    höjd: Math.max(höjd * rader.length, 10),
    data: {
      rader: rader.map((rad, i) => {
        const etikett = etiketter[i] ?? ['']
        return {
          nyckel: String(i),
          namn: rad.namn,
          värde: rad.värde,
          läge: värden[i],
          text: rad.text,
          klass: rad.klass ?? null,
          ton: toneOf(rad.klass),
          ...labelPlace(etikett, plan.ovanför, höjd, skala.vänster),
          stapelDy: plan.ovanför ? höjd / 2 - STAPEL / 2 - 4 : 0,
          åtVänster: (rad.värde ?? 0) < 0
        }
      }),
      serier: [],
      mål: mål
        ? [{ värde: mål.värde, etikett: måltext, dx: targetShift(mål.värde, måltext, skala) }]
        : []
    },
    signaler: {
      nycklar: rader.map((_, i) => String(i)),
      lägst: skala.lägst,
      högst: skala.högst,
      tjocklek,
      nollhöjd: plan.ovanför ? STAPEL + 6 : höjd,
      etikettJustering: plan.ovanför ? 'left' : 'right'
    }
  }
}

function sortBySize(rader: readonly Diagramrad[]): Diagramrad[] {
  return rader.toSorted((a, b) => (b.värde ?? -Infinity) - (a.värde ?? -Infinity) || 0)
}

/** Labels broken into lines, and how much room at the left they take. */
export function planLabels(
  namn: readonly string[],
  bredd: number
): { etiketter: string[][]; kolumn: number; ovanför: boolean } {
  const ovanför = bredd < SMAL
  // A long word may take more room before it has to be broken.
  const ord = Math.max(
    0,
    ...namn.flatMap((text) => text.split(/[\s-]+/).map((word) => measure(word)))
  )
  const tak = ovanför ? bredd : Math.max(bredd * 0.36, Math.min(ord + 1, bredd * 0.45))
  const etiketter = namn.map((text) => wrap(text, tak))
  const kolumn = ovanför ? 0 : Math.max(0, ...etiketter.map((rows) => measureLines(rows))) + 12
  return { etiketter, kolumn, ovanför }
}

/** Enough for the two neighbours that together have the most lines. */
export function rowHeight(etiketter: readonly (readonly string[])[]): number {
  const pair = Math.max(
    ...etiketter.map(
      (rows, i) => ((rows.length + (etiketter[i + 1]?.length ?? 1)) / 2) * RADAVSTÅND + 2
    )
  )
  const even = Math.min(RADHÖJD, Math.max(HÖGST / Math.max(etiketter.length, 1), RADAVSTÅND + 2))
  return Math.max(even, pair)
}

/** Where a row's label stands: its x from the plot's left edge, and its first line's dy. */
export function labelPlace(
  etikett: readonly string[],
  ovanför: boolean,
  höjd: number,
  vänster: number
): { etikett: readonly string[]; etikettX: number; etikettDy: number } {
  const extra = ((etikett.length - 1) * RADAVSTÅND) / 2
  return ovanför
    ? {
        etikett,
        etikettX: -vänster,
        etikettDy: -höjd / 2 + RADAVSTÅND / 2 + 2
      }
    : { etikett, etikettX: -vänster - 12, etikettDy: -extra }
}

/** The plot and its domain: as wide as there is room for when each bar has its text outside. */
export interface Skala {
  readonly bredd: number
  readonly lägst: number
  readonly högst: number
  /** Room to the left of the plot for texts of negative bars. */
  readonly vänster: number
}

/** Scales bars so that they and the texts at their ends together just fill the room. */
export function fitBars(
  staplar: readonly { readonly värde: number; readonly bredd: number }[],
  rum: number
): Skala {
  const lägst = Math.min(0, ...staplar.map((s) => s.värde))
  const störst = Math.max(0, ...staplar.map((s) => s.värde))
  const högst = störst === lägst ? lägst + 1 : störst
  let bredd = rum
  let vänster = 0
  let höger = 0
  // Texts at short bars stick out less; a few rounds find the widest plot that holds them all.
  for (let i = 0; i < 8; i++) {
    const px = bredd / (högst - lägst)
    const utanför = (s: { värde: number; bredd: number }, kant: number): number =>
      Math.max(0, s.bredd - Math.abs(s.värde - kant) * px)
    vänster = Math.max(0, ...staplar.filter((s) => s.värde < 0).map((s) => utanför(s, lägst)))
    höger = Math.max(0, ...staplar.filter((s) => s.värde >= 0).map((s) => utanför(s, högst)))
    bredd = Math.max(rum - vänster - höger, 40)
  }
  return { bredd, lägst, högst, vänster }
}

/** Keeps the target's label, centred on its line, within the plot. */
function targetShift(värde: number, text: string, skala: Skala): number {
  const x = ((värde - skala.lägst) / (skala.högst - skala.lägst)) * skala.bredd
  const halv = measure(text) / 2
  return Math.max(halv - x, 0) - Math.max(x + halv - skala.bredd, 0)
}
