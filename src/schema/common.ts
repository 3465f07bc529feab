import { z } from 'zod'

/** Text that must say something. */
export const text = z.string().min(1)

/** Ids: lower case, å ä ö, digits and hyphens. */
export const id = z
  .string()
  .regex(/^[\p{Ll}\d]+(-[\p{Ll}\d]+)*$/u, { error: 'id' })
  .describe('Kort namn som används i hänvisningar: små bokstäver, siffror och bindestreck.')

export const ursprung = z
  .enum(['publicerat', 'härlett', 'konstruerat'])
  .describe(
    'Varifrån uppgiften kommer: publicerat i en rapport, härlett ur publicerade tal, eller konstruerat för exemplet.'
  )

export const målstatus = z.enum(['uppfyllt', 'delvis', 'ej uppfyllt', 'ej mätt', 'ej bedömt'])

/** A day: `2022-02-14`. */
export const datum = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'datum' })

/** ja/nej, as text. */
export const janej = z.enum(['ja', 'nej']).transform((value) => value === 'ja')

/** A value: `5,35`, or the long form with its own origin, a formula, or a stated absence. */
export const värde = z
  .preprocess(
    (raw) => (typeof raw === 'string' ? { värde: raw } : raw),
    z
      .strictObject({
        värde: z.string().optional(),
        formel: text.optional(),
        saknas: text.optional(),
        ursprung: ursprung.optional(),
        kommentar: text.optional()
      })
      .refine((v) => [v.värde, v.formel, v.saknas].filter((x) => x !== undefined).length === 1, {
        error: 'ett av värde, formel, saknas'
      })
  )
  .describe('Ett tal, eller värde/formel/saknas med eget ursprung.')

export type Värde = z.infer<typeof värde>

/** An own assessment with the reason that it must have. */
export const bedömning = z.strictObject({
  status: målstatus,
  motivering: text,
  av: text.optional(),
  ursprung: ursprung.optional()
})

/** Levels of rules, by rule id: a project's in styrmodell.yaml, a report's in rapport.yaml. */
export const regler = z
  .record(z.string(), z.enum(['fel', 'varning', 'råd', 'av']))
  .describe('Nivån på enskilda regler: fel, varning, råd eller av.')
