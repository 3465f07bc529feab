import type { Formel } from './modell.ts'

/** A reference to a figure, as written in prose, tables and formulas: `resultat.fm.utfall`. */
export interface Referens {
  readonly delar: readonly string[]
}

/** Why a reference leads nowhere; `del` is the part at fault, `kända` what would have been right. */
export interface Referensfel {
  readonly fel:
    | 'okänt id'
    | 'okänd rad'
    | 'okänd enhet'
    | 'okänt mått'
    | 'okänd kolumn'
    | 'inget värde'
    | 'cirkel'
    | 'okänd period'
    | 'formel'
    | 'redan rapporterat'
  readonly del: string
  readonly kända: readonly string[]
  /** A sentence of its own where the kind doesn't say enough. */
  readonly förklaring?: string | undefined
  /** The formula in data that it arose in, where the writer has to mend it. */
  readonly formel?: Formel | undefined
}

export function isFel<T extends object>(x: T | Referensfel): x is Referensfel {
  return 'fel' in x
}

export function splitReferens(text: string): Referens {
  return { delar: text.normalize('NFC').trim().split('.') }
}

/** Names of measures that are built in, given or derived. */
export const GIVNA_MÅTT: Readonly<Record<string, string>> = withoutPrototype({
  utfall: 'Utfall',
  budget: 'Budget',
  prognos: 'Prognos helår',
  årsbudget: 'Årsbudget',
  riket: 'Riket',
  kvinnor: 'Kvinnor',
  män: 'Män',
  totalt: 'Totalt'
})

export const HÄRLEDDA_MÅTT: Readonly<Record<string, string>> = withoutPrototype({
  avvikelse: 'Avvikelse',
  prognosavvikelse: 'Prognosavvikelse',
  rullande12: 'Rullande 12',
  framskrivning: 'Framskrivning helår',
  måluppfyllnad: 'Måluppfyllnad',
  målvärde: 'Målvärde',
  'föregående år': 'Föregående år'
})

/** Every measure that a table or chart can show: the built-in ones and a unit's own. */
export function allaMått(egna: ReadonlyMap<string, unknown>): string[] {
  return [...Object.keys(GIVNA_MÅTT), ...Object.keys(HÄRLEDDA_MÅTT), ...egna.keys()]
}

/** A writer's word can be any word, "constructor" too: then only what is written here is known. */
function withoutPrototype(record: Record<string, string>): Readonly<Record<string, string>> {
  return Object.assign(Object.create(null) as Record<string, string>, record)
}
