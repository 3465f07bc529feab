import { z } from 'zod'
import { STÅNDPUNKTER, SVARSSTATUS } from '../domain/svar.ts'
import { id, text, ursprung } from './common.ts'

const datum = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'datum' })

/** A unit's answer to an auditor's recommendation, with how it went. */
export const svar = z
  .strictObject({
    id,
    till: text
      .optional()
      .describe('Rekommendationen som besvaras: id, enhet/id eller organisation/enhet/id.'),
    rekommendation: text.optional().describe('Rekommendationen i ord, när den inte finns i data.'),
    nummer: text.optional(),
    rubrik: text,
    ståndpunkt: z.enum(STÅNDPUNKTER),
    text: text.optional(),
    åtgärd: text.optional(),
    ansvarig: text.optional(),
    klardatum: datum.optional(),
    ursprung: ursprung.optional(),
    uppföljning: z
      .record(
        z.string(),
        z.strictObject({
          status: z.enum(SVARSSTATUS),
          kommentar: text.optional(),
          ursprung: ursprung.optional()
        })
      )
      .optional()
  })
  .refine((s) => (s.till === undefined) !== (s.rekommendation === undefined), {
    error: 'ett av till, rekommendation'
  })
export type SvarRecord = z.infer<typeof svar>
