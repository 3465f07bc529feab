import { z } from 'zod'
import { text } from './common.ts'

/** The front matter of a document template: what the document type requires and how it is numbered. */
export const dokumentmall = z.strictObject({
  dokumenttyp: text,
  numrering: z
    .string()
    .regex(/^[0-3]$/, { error: 'numrering' })
    .transform(Number)
    .optional()
    .describe('Så många rubriknivåer numreras.'),
  nysida: z
    .enum(['kapitel', 'nej'])
    .optional()
    .describe('Om varje kapitel börjar på ny sida i PDF.'),
  avsnitt: z
    .array(z.strictObject({ id: text, rubrik: text, krav: z.enum(['ja', 'nej']).optional() }))
    .optional()
})
export type DokumentmallRecord = z.infer<typeof dokumentmall>
