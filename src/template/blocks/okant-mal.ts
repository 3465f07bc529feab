import { målgren } from '../../domain/uppdelning.ts'
import * as messages from '../../messages.ts'
import type { Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'

/** Tells that `mål="…"` names no goal of the unit. */
export function reportOkäntMål(id: string, anrop: Anrop, miljö: Miljö): undefined {
  const kända = miljö.modell.mål.flatMap(målgren).map((mål) => mål.id)
  return report(miljö, messages.okänt('mål', id, kända), anrop.hash.get('mål')?.span)
}
