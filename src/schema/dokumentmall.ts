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
    .array(
      z.strictObject({
        id: text,
        rubrik: text,
        krav: z.enum(['ja', 'nej']).optional(),
        ägare: text.optional().describe('Den som brukar skriva avsnittet.'),
        vägledning: text.optional().describe('Text som en ny rapports fil börjar med.')
      })
    )
    .optional(),
  data: z
    .array(z.strictObject({ nyckel: text, krav: z.enum(['ja', 'nej']).optional() }))
    .optional()
    .describe('Delar av enhetens data som dokumentet bygger på; krav: ja där de måste finnas.'),
  perioder: z
    .array(z.enum(['T1', 'T2', 'månad', 'år']))
    .optional()
    .describe('Perioder som dokumenttypen brukar gälla.')
})
export type DokumentmallRecord = z.infer<typeof dokumentmall>
