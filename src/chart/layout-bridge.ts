import { labelPlace, planLabels, rowHeight, toneOf } from './layout-rows.ts'
import { measure, RADAVSTÅND } from './measure.ts'
import type { Diagramdata, Diagramfel, Diagrammall, Underlag } from './types.ts'

const LUFT = 6
const STAPEL = 18

interface Steg {
  /** Level before and after, in the chart's unit. */
  readonly från: number
  readonly till: number
  readonly bredd: number
  readonly åtVänster: boolean
}

/**
 * Lays out a bridge: rows of the class `summa` are levels drawn from zero, all others are steps
 * from the level before. A level that its steps don't lead to is a fault, not a drawing.
 */
export function layoutBridge(
  mall: Diagrammall,
  data: Diagramdata,
  bredd: number
): Underlag | Diagramfel {
  const { rader } = data
  const steg: Steg[] = []
  let nivå: number | undefined
  let summerad = true
  for (const rad of rader) {
    const värde = rad.värde ?? 0
    const text = { bredd: measure(rad.text, 600) + LUFT, åtVänster: värde < 0 }
    if (rad.klass === 'summa') {
      if (nivå !== undefined && summerad && !sameLevel(nivå, värde, data, rader.length))
        return {
          fel: `Bryggan går inte ihop i diagrammet ${mall.namn}: stegen leder till ${String(
            Number(nivå.toFixed(data.decimaler))
          )
            .replace('.', ',')
            .replace('-', '−')}, men ${rad.namn} är ${rad.text}`
        }
      if (rad.värde !== null) nivå = värde
      steg.push({ från: 0, till: värde, ...text })
    } else {
      // What an unknown step leads to can't be told.
      summerad &&= rad.värde !== null
      steg.push({ från: nivå ?? 0, till: (nivå ?? 0) + värde, ...text })
      nivå = (nivå ?? 0) + värde
    }
  }
  const plan = planLabels(
    rader.map(({ namn }) => namn),
    bredd
  )
  const höjd = plan.ovanför
    ? Math.max(1, ...plan.etiketter.map((rows) => rows.length)) * RADAVSTÅND + STAPEL + 12
    : rowHeight(plan.etiketter)
  const skala = fitSteps(steg, bredd - plan.kolumn)
  return {
    bredd: skala.bredd,
    höjd: Math.max(höjd * rader.length, 10),
    data: {
      rader: rader.map((rad, i) => {
        const { från, till, åtVänster } = steg[i] as Steg
        return {
          nyckel: String(i),
          namn: rad.namn,
          värde: rad.värde,
          från,
          till,
          läge: åtVänster ? Math.min(från, till) : Math.max(från, till),
          text: rad.text,
          klass: rad.klass ?? null,
          ton: toneOf(rad.klass),
          summa: rad.klass === 'summa',
          länk: i < rader.length - 1 && !plan.ovanför,
          ...labelPlace(plan.etiketter[i] ?? [''], plan.ovanför, höjd, skala.vänster),
          stapelDy: plan.ovanför ? höjd / 2 - STAPEL / 2 - 4 : 0,
          åtVänster
        }
      }),
      serier: []
    },
    signaler: {
      nycklar: rader.map((_, i) => String(i)),
      lägst: skala.lägst,
      högst: skala.högst,
      tjocklek: plan.ovanför ? STAPEL - 2 : Math.min(STAPEL, höjd * 0.68),
      nollhöjd: plan.ovanför ? STAPEL + 6 : höjd,
      radhöjd: höjd,
      etikettJustering: plan.ovanför ? 'left' : 'right'
    }
  }
}

/** Equal but for what rounding of each row can give. */
function sameLevel(a: number, b: number, { decimaler }: Diagramdata, rader: number): boolean {
  return Math.abs(a - b) <= 0.5 * 10 ** -decimaler * rader + 1e-9
}

/** As wide a plot as there is room for when each step has its text outside its end. */
function fitSteps(
  steg: readonly Steg[],
  rum: number
): { bredd: number; lägst: number; högst: number; vänster: number } {
  const lägst = Math.min(0, ...steg.flatMap(({ från, till }) => [från, till]))
  const störst = Math.max(0, ...steg.flatMap(({ från, till }) => [från, till]))
  const högst = störst === lägst ? lägst + 1 : störst
  let bredd = rum
  let vänster = 0
  for (let i = 0; i < 8; i++) {
    const px = bredd / (högst - lägst)
    const left = steg
      .filter((s) => s.åtVänster)
      .map((s) => s.bredd - (Math.min(s.från, s.till) - lägst) * px)
    const right = steg
      .filter((s) => !s.åtVänster)
      .map((s) => s.bredd - (högst - Math.max(s.från, s.till)) * px)
    vänster = Math.max(0, ...left)
    bredd = Math.max(rum - vänster - Math.max(0, ...right), 40)
  }
  return { bredd, lägst, högst, vänster }
}
