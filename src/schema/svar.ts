import { z } from 'zod'
import { STÅNDPUNKTER, SVARSSTATUS } from '../domain/svar.ts'
import { about, datum, id, periodnyckel, pointing, text, ursprung } from './common.ts'

/** A unit's answer to an auditor's recommendation, with how it went. */
export const svar = z
  .strictObject({
    id,
    till: pointing(
      text,
      'rekommendation',
      'Rekommendationen som besvaras: id, enhet/id eller organisation/enhet/id.',
      'revisionskontoret/rek-1'
    ).optional(),
    rekommendation: about(
      text,
      'Rekommendationen i ord, när den inte finns i data.',
      'Tydliggör prissättningen.'
    ).optional(),
    nummer: about(text, 'Rekommendationens nummer.', '4').optional(),
    rubrik: about(text, 'Avsnittets rubrik.', 'Prissättning'),
    ståndpunkt: about(z.enum(STÅNDPUNKTER), 'Om rekommendationen delas.', 'delas delvis'),
    text: about(text, 'Svaret i ord.', 'Priserna räknas om inför nästa år.').optional(),
    åtgärd: about(text, 'Vad som ska göras.', 'Ny prismodell').optional(),
    ansvarig: about(text, 'Den som svarar för åtgärden.', 'Ekonomidirektören').optional(),
    klardatum: datum.optional(),
    ursprung: ursprung.optional(),
    uppföljning: about(
      z.record(
        periodnyckel,
        z.strictObject({
          status: about(z.enum(SVARSSTATUS), 'Hur långt åtgärden har kommit.', 'pågår'),
          kommentar: about(text, 'Vad som har gjorts.', 'Modellen är beslutad.').optional(),
          ursprung: ursprung.optional()
        })
      ),
      'Hur det gick, en period i taget.'
    ).optional()
  })
  .refine((s) => (s.till === undefined) !== (s.rekommendation === undefined), {
    error: 'ett av till, rekommendation'
  })
export type SvarRecord = z.infer<typeof svar>
