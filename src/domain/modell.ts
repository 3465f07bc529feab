import type { Span } from '../source.ts'
import type { Avvikelsegräns } from './avvikelsegrans.ts'
import type { Decimal } from './decimal.ts'
import type { Formelträd } from './formel.ts'
import type { Målvärde } from './malvarde.ts'
import type { Målstatus } from './maluppfyllelse.ts'
import type { Balanskravsval, Samband } from './lagstadgat.ts'
import type { EgenPrognos } from './malprognos-typ.ts'
import type { Måttenhet } from './mattenhet.ts'
import type { Period } from './period.ts'
import type { Risk, Riskskala, Åtgärdsstatus } from './risk.ts'
import type { Granskad, Revision } from './revision.ts'
import type { Svar } from './svar.ts'
import type { Sammanvägningsregel } from './sammanvagning.ts'
import type { Ursprung } from './tal.ts'
import type { Organisation, Organisationsenhet } from './organisation.ts'

/** A formula from data, read and placed. */
export interface Formel {
  readonly text: string
  readonly träd: Formelträd
  readonly span: Span
}

/** One value at one place in data: a number, a formula, or a stated absence. */
export interface Datum {
  readonly värde: Decimal | null
  readonly decimaler: number
  readonly formel?: Formel | undefined
  readonly saknas?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly kommentar?: string | undefined
  readonly span: Span
}

/** A person's own assessment. */
export interface EgenBedömning {
  readonly status: Målstatus
  readonly motivering: string
  readonly av?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** A group's own figures in a period: women, one form of care. */
export interface Uppdelning {
  /** What a reference calls it: `kvinnor`, `60-år-och-äldre`. */
  readonly id: string
  readonly namn: string
  readonly värden: ReadonlyMap<string, Datum>
  readonly span: Span
}

/** What a series says of one period. */
export interface Periodpost {
  readonly period: Period
  readonly värden: ReadonlyMap<string, Datum>
  readonly målvärde?:
    { readonly text: string; readonly mål: Målvärde; readonly span: Span } | undefined
  /** Why there is rightly no target. */
  readonly målvärdeSaknas?: string | undefined
  readonly kommentar?: string | undefined
  /** What is done to reach a target that wasn't. */
  readonly åtgärd?: string | undefined
  readonly bedömning?: EgenBedömning | undefined
  readonly målprognos?: EgenPrognos | undefined
  /** The period whose outcome a plan starts from. */
  readonly ingångsår?: { readonly period: Period; readonly span: Span } | undefined
  /** The start in words, where it is no figure: "Två av samtliga sex". */
  readonly ingångsvärde?: string | undefined
  readonly uppdelning?: readonly Uppdelning[] | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

export type Riktning = 'högre är bättre' | 'lägre är bättre'

/** Whether an indicator is the whole organisation's, the unit's own, or both alike. */
export type Omfattning = 'övergripande' | 'egen' | 'båda'

/** An indicator, an account or a key figure: one series over time, written once. */
export interface Serie {
  readonly id: string
  readonly slag: 'indikator' | 'konto' | 'nyckeltal'
  readonly namn: string
  readonly kort: string
  readonly synonymer: readonly string[]
  readonly kod?: string | undefined
  readonly mål?: string | undefined
  readonly enhet: Måttenhet
  readonly decimaler: number
  readonly riktning: Riktning | undefined
  readonly källa?: string | undefined
  readonly beskrivning?: string | undefined
  readonly kommentar?: string | undefined
  readonly omfattning?: Omfattning | undefined
  /** The boards that the indicator concerns. */
  readonly berörda?: readonly string[] | undefined
  /** When it is followed up: "Delårsrapport och årsredovisning". */
  readonly uppföljning?: string | undefined
  /** A note to the indicator's name wherever a table has room for one. */
  readonly fotnot?: string | undefined
  /** For key figures: how every period's utfall is computed. */
  readonly formel?: Formel | undefined
  readonly ursprung?: Ursprung | undefined
  readonly perioder: ReadonlyMap<string, Periodpost>
  readonly span: Span
}

/** A measure that the organisation has added to utfall, budget and the other built-in ones. */
export interface Mått {
  readonly id: string
  readonly namn: string
  readonly enhet?: Måttenhet | undefined
  readonly decimaler?: number | undefined
  readonly formel?: Formel | undefined
}

export type Kolumn =
  | {
      readonly slag: 'mått'
      readonly mått: string
      readonly period: string | undefined
      readonly namn: string | undefined
      readonly span: Span
    }
  | {
      readonly slag: 'förändring'
      readonly mått: string
      readonly som: 'procent' | 'belopp'
      readonly namn: string | undefined
      readonly span: Span
    }
  | {
      readonly slag: 'andel'
      readonly mått: string
      readonly namn: string | undefined
      readonly span: Span
    }
  | {
      readonly slag: 'text'
      readonly text: 'kommentar' | 'beskrivning' | 'källa'
      readonly namn: string | undefined
      readonly span: Span
    }

export type Rad =
  | {
      readonly slag: 'konto'
      /** A row of another unit's table, in place of a series of one's own. */
      readonly från?:
        { readonly enhet: string; readonly tabell: string; readonly rad: string } | undefined
      readonly id: string
      readonly namn: string | undefined
      readonly span: Span
    }
  | { readonly slag: 'rubrik'; readonly text: string; readonly span: Span }
  | {
      readonly slag: 'summa'
      readonly id: string
      readonly namn: string
      /** Ids of the rows that are added, series and sums. */
      readonly av: readonly string[]
      /** Published totals by period and measure, to compare with. */
      readonly givet: ReadonlyMap<string, ReadonlyMap<string, Datum>>
      readonly span: Span
    }

/** A table over series and measures, with its own scale and sign convention. */
export interface Uppställning {
  readonly id: string
  readonly namn: string
  readonly enhet: Måttenhet
  readonly decimaler: number
  /** "kostnad minus": avvikelse = utfall − budget; "kostnad plus": budget − utfall. Plus is good in both. */
  readonly tecken: 'kostnad minus' | 'kostnad plus'
  readonly radrubrik: string
  readonly kodrubrik?: string | undefined
  readonly not?: string | undefined
  readonly kolumner: readonly Kolumn[]
  readonly rader: readonly Rad[]
  readonly span: Span
}

/** A goal at any level of the steering model. */
export interface Mål {
  readonly id: string
  readonly nivå: string
  readonly namn: string
  readonly beskrivning?: string | undefined
  /** Why a goal rightly has no indicator. */
  readonly utanIndikator?: string | undefined
  readonly prioriteringar: readonly string[]
  readonly bedömningar: ReadonlyMap<string, EgenBedömning>
  readonly prognoser: ReadonlyMap<string, EgenPrognos>
  readonly undermål: readonly Mål[]
  readonly span: Span
}

export interface Kontrolluppföljning {
  readonly utfört: readonly string[] | 'ej utfört'
  readonly resultat: string
  readonly iakttagelse?: string | undefined
  readonly åtgärd?: string | undefined
  readonly åtgärdsstatus?: Åtgärdsstatus | undefined
  /** When the measure is to be done, as a date. */
  readonly klardatum?: string | undefined
  /** When and how a control that wasn't done will be: "Utförs senast T1 2022". */
  readonly nyPlan?: string | undefined
  readonly kommentar?: string | undefined
  readonly ursprung?: Ursprung | undefined
  readonly span: Span
}

/** A control of the internal control plan with its follow-up per period. */
export interface Kontroll {
  readonly id: string
  readonly namn: string
  readonly område?: string | undefined
  readonly kontrollmoment?: string | undefined
  readonly metod?: string | undefined
  readonly frekvens?: string | undefined
  readonly utförare?: string | undefined
  readonly ansvarig?: string | undefined
  /** What the control is to make sure of. */
  readonly kontrollmål?: string | undefined
  /** Id of the risk it guards against. */
  readonly risk?: string | undefined
  readonly uppföljning: ReadonlyMap<string, Kontrolluppföljning>
  readonly span: Span
}

export type Uppdragsstatus = 'ej påbörjat' | 'pågår' | 'klart' | 'avslutat i förtid'

export interface Uppdrag {
  readonly id: string
  readonly namn: string
  readonly beskrivning?: string | undefined
  readonly ansvarig?: string | undefined
  readonly uppföljning: ReadonlyMap<
    string,
    {
      readonly status: Uppdragsstatus
      readonly kommentar?: string | undefined
      readonly ursprung?: Ursprung | undefined
      readonly span: Span
    }
  >
  readonly span: Span
}

export interface Registerkolumn {
  readonly id: string
  readonly namn: string
  readonly slag: 'text' | 'tal' | 'datum' | 'lista'
  readonly enhet?: Måttenhet | undefined
  readonly decimaler?: number | undefined
}

export type Registercell =
  | { readonly slag: 'text'; readonly text: string }
  | { readonly slag: 'lista'; readonly texter: readonly string[] }
  | { readonly slag: 'datum'; readonly iso: string }
  | { readonly slag: 'tal'; readonly datum: Datum }

/** A table of records: members, meetings, contracts. */
export interface Register {
  readonly id: string
  readonly namn: string
  readonly period?: string | undefined
  readonly not?: string | undefined
  readonly kolumner: readonly Registerkolumn[]
  readonly rader: readonly {
    readonly id: string
    readonly celler: ReadonlyMap<string, Registercell>
    readonly span: Span
  }[]
  readonly span: Span
}

export interface Styrmodell {
  readonly nivåer: readonly string[]
  readonly bedömningsskala: Readonly<Record<Målstatus, string>>
  readonly sammanvägning: Sammanvägningsregel
  /** Share from which a goal is partly met, e.g. 0.8. */
  readonly delvisFrån: Decimal
  readonly perioder: ReadonlyMap<string, string>
  readonly riskskala: Riskskala
  /** From what size a deviation is to be commented; undefined where the model leaves it unsaid. */
  readonly avvikelsegräns?: Avvikelsegräns | undefined
}

/** All that a unit's data say; what every report of the unit is made from. */
export interface Modell {
  readonly organisation: Organisation
  readonly enhet: Organisationsenhet
  readonly styrmodell: Styrmodell
  readonly serier: ReadonlyMap<string, Serie>
  readonly mått: ReadonlyMap<string, Mått>
  readonly uppställningar: ReadonlyMap<string, Uppställning>
  readonly mål: readonly Mål[]
  readonly kontroller: readonly Kontroll[]
  readonly risker: readonly Risk[]
  readonly uppdrag: readonly Uppdrag[]
  readonly revision: readonly Revision[]
  readonly svar: readonly Svar[]
  /** Every recommendation of the auditors that the unit answers, its own among them. */
  readonly granskade: readonly Granskad[]
  readonly register: ReadonlyMap<string, Register>
  readonly samband: readonly Samband[]
  readonly balanskrav?: Balanskravsval | undefined
  /** Ids of records that were left out because of faults already reported: no second fault for using them. */
  readonly trasiga: ReadonlySet<string>
}
