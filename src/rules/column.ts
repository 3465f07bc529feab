import { latin } from '../text/letters.ts'
import type { Siffra } from './figures.ts'
import type { Rapportsubject } from './rule.ts'

/** A column as its head has it: the measure, and last year's or this year's. */
export interface Kolumn {
  readonly mått: string | undefined
  readonly bakåt: number
}

const KOLUMNMÅTT: readonly (readonly [RegExp, string])[] = [
  [latin(/avv(?:ikelse)?(?!\p{L})|diff/iu), 'avvikelse'],
  [/prognos/iu, 'prognos'],
  [/årsbudget|helårsbudget/iu, 'årsbudget'],
  [/budget/iu, 'budget'],
  [/utfall|bokslut/iu, 'utfall']
]

/** What a column's head says: its measure by the unit's own names or the usual ones, and its year. */
export function readColumn(head: string, { modell, period }: Rapportsubject): Kolumn {
  const egna = [...modell.mått.values()].find(
    ({ namn }) => namn.toLowerCase() === head.toLowerCase()
  )
  const år = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(head)?.[1]
  const bakåt = år
    ? period.år - Number(år)
    : /(?:fg|föreg|förra|föregående)\.?\s*år/iu.test(head)
      ? 1
      : 0
  return { mått: egna?.id ?? KOLUMNMÅTT.find(([pattern]) => pattern.test(head))?.[1], bakåt }
}

/** Whether a figure may stand in the column. */
export const inColumn = ({ mått, bakåt, slag }: Siffra, kolumn: Kolumn): boolean =>
  (kolumn.mått === undefined || slag === 'mål' || mått === kolumn.mått) && bakåt === kolumn.bakåt
