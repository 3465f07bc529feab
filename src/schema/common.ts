import { z } from 'zod'
import { MÅLPROGNOSER } from '../domain/malprognos-typ.ts'

/** What an id can point at. */
export type Referensslag =
  | 'serie'
  | 'mål'
  | 'risk'
  | 'kontroll'
  | 'nivå'
  | 'mått'
  | 'enhet'
  | 'dokumenttyp'
  | 'avsnitt'
  | 'rekommendation'
  | 'regel'

/** What is said of a field besides its form. Zod drops `examples` where a value is transformed. */
export interface Fältmeta {
  readonly description?: string
  readonly exempel?: readonly unknown[]
  /** Ids of this kind in the project are suggested. */
  readonly referens?: Referensslag
  /** Further keys are measures: utfall, budget and the organisation's own. */
  readonly mått?: true
  /** May be written as its text alone. */
  readonly kortform?: true
}

/**
 * A field with what it is, in words for the one who writes it, and examples that fit it. The
 * editor shows them, and the handbook's tables of keys are made from them.
 */
export function about<S extends z.ZodType>(schema: S, om: string, ...exempel: unknown[]): S {
  return withMeta(schema, { description: om, exempel })
}

/** A field whose value points at something else in the project. */
export function pointing<S extends z.ZodType>(
  schema: S,
  referens: Referensslag,
  om: string,
  ...exempel: unknown[]
): S {
  return withMeta(schema, { description: om, exempel, referens })
}

/** A record whose further keys are measures. */
export function measured<S extends z.ZodType>(schema: S): S {
  return withMeta(schema, { mått: true })
}

/** A record that may be written as its text alone, which then is the value of `nyckel`. */
export function shortened<S extends z.ZodType>(nyckel: string, schema: S) {
  return withMeta(
    z.preprocess((raw) => (typeof raw === 'string' ? { [nyckel]: raw } : raw), schema),
    { kortform: true }
  )
}

function withMeta<S extends z.ZodType>(schema: S, meta: Fältmeta): S {
  return schema.meta({ ...schema.meta(), ...meta })
}

/** Text that must say something. */
export const text = z.string().min(1)

/** Ids: lower case, å ä ö, digits and hyphens. */
export const id = about(
  z.string().regex(/^[\p{Ll}\d]+(-[\p{Ll}\d]+)*$/u, { error: 'id' }),
  'Kort namn som används i hänvisningar: små bokstäver, siffror och bindestreck.',
  'sjukfrånvaro'
)

export const ursprung = about(
  z.enum(['publicerat', 'härlett', 'konstruerat']),
  'Varifrån uppgiften kommer: publicerat i en rapport, härlett ur publicerade tal, eller konstruerat för exemplet. Utelämnas för egna siffror.',
  'publicerat'
)

export const målstatus = about(
  z.enum(['uppfyllt', 'delvis', 'ej uppfyllt', 'ej mätt', 'ej bedömt']),
  'Hur det gick med målet.',
  'uppfyllt'
)

/** A day: `2022-02-14`. */
export const datum = about(
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'datum' }),
  'En dag: år-månad-dag.',
  '2022-02-14'
)

/** The key of a period. */
export const periodnyckel = about(
  z.string(),
  'Perioden: år, tertial (T1 jan–apr, T2 jan–aug) eller till och med en månad.',
  '2021',
  '2021-T2',
  '2021-03'
)

/** A number of decimals, as text. */
export const decimaler = about(
  z
    .string()
    .regex(/^[0-6]$/, { error: 'decimaler' })
    .transform(Number),
  'Antal decimaler som skrivs ut, 0–6. Räknas alltid med alla decimaler.',
  '1'
)

/** ja/nej, as text. */
export const janej = z.enum(['ja', 'nej']).transform((value) => value === 'ja')

/** A value: `5,35`, or the long form with its own origin, a formula, or a stated absence. */
export const värde = about(
  shortened(
    'värde',
    z
      .strictObject({
        värde: about(z.string(), 'Talet, med decimalkomma: 5,35 eller 1 367.', '5,35').optional(),
        formel: about(
          text,
          'Hur talet räknas fram ur andra uppgifter.',
          'intäkter.utfall + kostnader.utfall'
        ).optional(),
        saknas: about(
          text,
          'Varför talet inte finns. Skrivs i rapporten i stället för ett tal.',
          'Mäts vart tredje år'
        ).optional(),
        ursprung: ursprung.optional(),
        kommentar: about(
          text,
          'Det läsaren behöver veta om just det här talet.',
          'Preliminärt utfall.'
        ).optional()
      })
      .refine((v) => [v.värde, v.formel, v.saknas].filter((x) => x !== undefined).length === 1, {
        error: 'ett av värde, formel, saknas'
      })
  ),
  'Ett tal, eller värde/formel/saknas med eget ursprung.',
  '5,35'
)

export type Värde = z.infer<typeof värde>

/** An own assessment with the reason that it must have. */
/** A person's forecast of a goal or indicator for the year. */
export const målprognos = about(
  z.strictObject({
    status: about(z.enum(MÅLPROGNOSER), 'Vad som väntas när året är slut.', 'osäkert'),
    motivering: about(
      text,
      'Skälet till prognosen.',
      'Målet nås om höstens rekryteringar går som planerat.'
    ),
    ursprung: ursprung.optional()
  }),
  'En persons egen prognos för målet, i stället för den som räknas ur prognostalet.'
)

export const bedömning = about(
  z.strictObject({
    status: målstatus,
    motivering: about(
      text,
      'Skälet till bedömningen. En egen bedömning måste ha ett.',
      'Målet nås inte i år, men väntetiden har halverats sedan våren.'
    ),
    av: about(text, 'Den som har bedömt.', 'Kvalitetschefen').optional(),
    ursprung: ursprung.optional()
  }),
  'En persons egen bedömning, i stället för den beräknade.'
)

/** Levels of rules, by rule id: a project's in styrmodell.yaml, a report's in rapport.yaml. */
export const regler = about(
  z.record(
    pointing(z.string(), 'regel', 'Regelns namn, som i npx tertial explain.', 'ord-ratt-stavade'),
    about(z.enum(['fel', 'varning', 'råd', 'av']), 'Regelns nivå här.', 'varning')
  ),
  'Nivån på enskilda regler: fel, varning, råd eller av.',
  { 'ord-ratt-stavade': 'varning' }
)
