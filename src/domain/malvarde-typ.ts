import type { Decimal } from './decimal.ts'
import type { Måttenhet } from './mattenhet.ts'

/** Whether a higher or a lower outcome is the better one; the YAML key `riktning`. */
export type Riktning = 'högre är bättre' | 'lägre är bättre'

export type Jämförelse = '≥' | '>' | '≤' | '<' | '='

/** A comparison, or one whose sign follows from the indicator's `riktning`. */
export type Relation = Jämförelse | 'bättre' | 'minst lika bra'

/** What an outcome is held against where the target names no number of its own. */
export type Jämförelsegrund =
  | { readonly slag: 'föregående' }
  | { readonly slag: 'år'; readonly år: number }
  | { readonly slag: 'riket' }
  | { readonly slag: 'budget' }

/**
 * What a target says, by form. Numbers are in the indicator's own unit (`30 mnkr` for an
 * indicator in tkr is 30 000).
 */
export type Målinnehåll =
  /** "Minst 35 procent": `villkor` is what the text adds, as in "90 % inom 10 dagar". */
  | {
      readonly slag: 'gräns'
      readonly jämförelse: Jämförelse
      readonly värde: Decimal
      readonly villkor?: string | undefined
    }
  | { readonly slag: 'intervall'; readonly från: Decimal; readonly till: Decimal }
  /** "Fyra av samtliga sex": `värde` is what the outcome is held against (4; 66,7 for a share). */
  | {
      readonly slag: 'antal av'
      readonly jämförelse: Jämförelse
      readonly antal: Decimal
      readonly av: Decimal
      readonly värde: Decimal
    }
  /** "70 under 10 av 12 månader". */
  | {
      readonly slag: 'månader'
      readonly jämförelse: Jämförelse
      readonly värde: Decimal
      readonly antal: number
      readonly av: number
    }
  /** "Årlig förbättring", "Som 2015 eller högre", "Högre än riket", "Lika eller lägre än budget". */
  | { readonly slag: 'jämfört'; readonly med: Jämförelsegrund; readonly relation: Relation }
  /** "Ingen eller positiv avvikelse": the outcome is the deviation itself. */
  | { readonly slag: 'avvikelse'; readonly jämförelse: '≥' | '=' }
  /** "Intäkter lika stora som kostnader": the outcome is the result, or the share covered. */
  | { readonly slag: 'balans'; readonly värde: Decimal }
  /** "Samtliga inom gränsvärdena": `värde` is null for counts, where the total must be told. */
  | {
      readonly slag: 'samtliga'
      readonly värde: Decimal | null
      readonly villkor?: string | undefined
    }
  /** "Inom 10 arbetsdagar", for an indicator that measures time. */
  | { readonly slag: 'inom'; readonly värde: Decimal; readonly tid: string }
  /** "3 procent i snitt under femårsperiod". */
  | {
      readonly slag: 'snitt'
      readonly jämförelse: Jämförelse
      readonly värde: Decimal
      readonly antalÅr: number
    }
  /** "Mäts vart tredje år, se 2018": `år` is one year of measuring, `mål` what holds then. */
  | {
      readonly slag: 'vissa år'
      readonly intervall: number
      readonly år?: number | undefined
      readonly mål?: Målvärde | undefined
    }
  | { readonly slag: 'ej relevant' }
  /** Text that no form fits ("se planen"): a person has to assess it. */
  | { readonly slag: 'fritext' }
  /** Empty, or a dash: no target is set. */
  | { readonly slag: 'inget' }

/** A target: what it says and the text as its author wrote it. */
export type Målvärde = Målinnehåll & { readonly text: string }

/** What decides how a text is read: the indicator's unit and direction. */
export interface Målkontext {
  readonly enhet: Måttenhet
  readonly riktning: Riktning | undefined
}

/** A target that can't be read: the cause in plain Swedish, and what to write instead. */
export interface Målfel {
  readonly fel: string
  readonly förslag?: string | undefined
}

/** What was found in a text, or why it can't be read; `förslag` also where free text looks mistyped. */
export type Målläsning =
  | { readonly mål: Målvärde; readonly förslag?: string | undefined }
  | (Målfel & { readonly mål?: undefined })

/** What a form's pattern caught, by name. */
export type Målgrupper = Readonly<Record<string, string | undefined>>

/** One way to write a target. The handbook's table is made from `exempel` and `förklaring`. */
export interface Målform {
  readonly namn: string
  /** As a writer writes it; for an indicator in percent unless `exempelenhet` says otherwise. */
  readonly exempel: string
  readonly exempelenhet?: string
  /** One line of Swedish for the handbook. */
  readonly förklaring: string
  readonly mönster: RegExp
  /** The target's content; undefined where the words fit but the meaning doesn't: next form. */
  readonly bygg: (
    grupper: Målgrupper,
    kontext: Målkontext,
    read: (text: string) => Målläsning
  ) => Målinnehåll | Målfel | undefined
}
