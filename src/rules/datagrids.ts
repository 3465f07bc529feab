import type { Kolumn, Register, Serie, Uppställning } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import { måttnamn } from '../domain/rakna-verk.ts'
import { isFel } from '../domain/referens.ts'
import { formatDecimal } from '../text/swedish.ts'
import { readGrid, type Grid, type Råruta } from './grid.ts'
import type { Datasubject } from './rule.ts'

/** A table of data as one that a writer could have typed. */
export interface Datagrid {
  readonly grid: Grid
  readonly slag: 'register' | 'uppställning'
}

const known = new WeakMap<Datasubject['modell'], readonly Datagrid[]>()

/** Registers, and tables over series where some measure is given that others could give. */
export function dataGridsOf(subject: Datasubject): readonly Datagrid[] {
  const { modell } = subject
  const found = known.get(modell) ?? [
    ...[...modell.register.values()].flatMap((register) => {
      const grid = registergrid(register)
      return grid ? [{ grid, slag: 'register' as const }] : []
    }),
    ...[...modell.uppställningar.values()].flatMap((tabell) => tablegrids(tabell, subject))
  ]
  known.set(modell, found)
  return found
}

const text = (value: string): Råruta => ({ text: value, ruta: undefined })

function registergrid({ namn, kolumner, rader }: Register): Grid | undefined {
  if (!kolumner.some(({ slag }) => slag === 'tal')) return undefined
  const heads = kolumner.map((kolumn) => text(kolumn.namn))
  const rows = rader.map(({ celler }) =>
    kolumner.map(({ id, enhet }): Råruta => {
      const cell = celler.get(id)
      if (cell?.slag === 'text') return text(cell.text)
      if (cell?.slag === 'datum') return text(cell.iso)
      if (cell?.slag !== 'tal' || cell.datum.värde === null) return text('')
      const { värde, decimaler, span } = cell.datum
      const said = formatDecimal(värde, decimaler)
      return {
        text: said,
        ruta: {
          värde,
          decimaler,
          enhet: enhet?.id,
          ungefär: false,
          text: said,
          span,
          skriven: true
        }
      }
    })
  )
  return readGrid(namn, [heads, ...rows])
}

/** One grid a period, of the columns that are measures of that period. */
function tablegrids(tabell: Uppställning, subject: Datasubject): Datagrid[] {
  const { modell } = subject
  const kolumner = tabell.kolumner.filter(
    (k): k is Måttkolumn => k.slag === 'mått' && k.period === undefined
  )
  const egna = kolumner.filter(({ mått }) => {
    const own = modell.mått.get(mått)
    return own !== undefined && own.formel === undefined
  })
  if (egna.length === 0 || kolumner.length < 2) return []
  const perioder = new Map<string, Period>()
  for (const serie of seriesIn(tabell, subject))
    for (const { period } of serie.perioder.values()) perioder.set(period.id, period)
  return [...perioder.values()].flatMap((period) => {
    const grid = tablegrid(tabell, kolumner, period, subject)
    return grid ? [{ grid, slag: 'uppställning' as const }] : []
  })
}

type Måttkolumn = Extract<Kolumn, { slag: 'mått' }>

const seriesIn = (tabell: Uppställning, { modell }: Datasubject): Serie[] =>
  tabell.rader.flatMap((rad) => (rad.slag === 'konto' ? (modell.serier.get(rad.id) ?? []) : []))

function tablegrid(
  tabell: Uppställning,
  kolumner: readonly Måttkolumn[],
  period: Period,
  { modell, räknare }: Datasubject
): Grid | undefined {
  const heads = ['', ...kolumner.map(({ mått, namn }) => namn ?? måttnamn(modell, mått))].map(text)
  const rows = tabell.rader.map((rad) => {
    if (rad.slag === 'rubrik') return [text(rad.text), ...kolumner.map(() => text(''))]
    const serie = modell.serier.get(rad.id)
    const cells = kolumner.map(({ mått }): Råruta => {
      const tal = räknare.celltal(tabell, rad, mått, period)
      if (isFel(tal) || tal.värde === null) return text('')
      const datum =
        rad.slag === 'konto' ? serie?.perioder.get(period.id)?.värden.get(mått) : undefined
      const given = datum !== undefined && datum.värde !== null && datum.formel === undefined
      const said = formatDecimal(tal.värde, tal.decimaler)
      const enhet = tal.enhet.id
      const span = datum?.span ?? tabell.span
      const { värde, decimaler } = tal
      return {
        text: said,
        ruta: { värde, decimaler, enhet, ungefär: false, text: said, span, skriven: given }
      }
    })
    return [text(rad.namn ?? serie?.namn ?? rad.id), ...cells]
  })
  return readGrid(`${tabell.namn} ${period.id}`, [heads, ...rows])
}
