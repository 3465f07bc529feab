import { z } from 'zod'
import { DELBEDÖMNINGAR } from '../domain/revision.ts'
import { id, text, ursprung } from './common.ts'

const delbedömning = z
  .enum(DELBEDÖMNINGAR)
  .describe('Revisorernas bedömning: uppfyllt, inte helt uppfyllt eller inte uppfyllt.')

const kriterium = z.preprocess(
  (raw) => (typeof raw === 'string' ? { text: raw } : raw),
  z.strictObject({ text, punkter: z.array(text).min(1).optional() })
)

const förbättringsområde = z.preprocess(
  (raw) => (typeof raw === 'string' ? { text: raw } : raw),
  z.strictObject({ text, avser: text.optional(), ursprung: ursprung.optional() })
)

const delområde = z.strictObject({
  id,
  namn: text,
  kriterier: z
    .array(kriterium)
    .optional()
    .describe('Det som krävs; ett kriterium kan delas upp i punkter.'),
  bedömning: delbedömning,
  'egen bedömning': delbedömning
    .optional()
    .describe('Den granskades egen bedömning, med samma ord som revisorernas.'),
  iakttagelser: z.array(text).optional(),
  förbättringsområden: z.array(förbättringsområde).optional(),
  rapport: text.optional().describe('Den fördjupade granskningens id eller nummer.'),
  ursprung: ursprung.optional(),
  get delområden() {
    return z.array(delområde).optional()
  }
})
export type DelområdeRecord = z.infer<typeof delområde>

/** A year's audit of one body: areas with assessments, in-depth reviews, recommendations. */
export const revision = z
  .strictObject({
    id,
    granskad: text
      .optional()
      .describe('Den granskade nämndens namn, om den inte är en egen enhet.'),
    enhet: text.optional().describe('Den granskade enhetens mapp, i samma organisation.'),
    period: text,
    områden: z
      .array(
        z.strictObject({
          id,
          namn: text,
          fråga: text.optional().describe('Revisionsfrågan.'),
          skala: z.array(text).min(2).describe('Orden för den samlade bedömningen, bäst först.'),
          samlad: z
            .strictObject({
              bedömning: text,
              motivering: text.optional(),
              ursprung: ursprung.optional()
            })
            .optional(),
          delområden: z.array(delområde).optional()
        })
      )
      .min(1),
    fördjupade: z
      .array(
        z.strictObject({
          id,
          namn: text,
          nummer: text.optional(),
          datum: z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'datum' })
            .optional(),
          bedömning: delbedömning.optional(),
          text: text.optional(),
          ursprung: ursprung.optional()
        })
      )
      .optional(),
    rekommendationer: z
      .array(
        z.strictObject({
          id,
          nummer: text,
          text,
          mottagare: z.array(text).min(1),
          rapport: text.optional(),
          delar: z.array(text).min(1).optional(),
          ursprung: ursprung.optional()
        })
      )
      .optional()
  })
  .refine((r) => (r.granskad === undefined) !== (r.enhet === undefined), {
    error: 'ett av granskad, enhet'
  })
export type RevisionRecord = z.infer<typeof revision>
