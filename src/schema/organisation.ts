import { z } from 'zod'
import { formatDatum } from '../text/swedish.ts'
import { regler, text } from './common.ts'

/** Folder names: ASCII, since they become addresses. */
const mapp = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'mapp' })

const enhet = z.strictObject({
  id: mapp,
  namn: text,
  kortnamn: text.optional(),
  slag: text.optional(),
  värdar: z.array(text).optional(),
  get enheter() {
    return z.array(enhet).optional()
  }
})
export type EnhetRecord = z.infer<typeof enhet>

export const organisation = z.strictObject({
  namn: text,
  kortnamn: text.optional(),
  slag: z.enum(['region', 'kommun']),
  exempel: text.optional(),
  sidfot: text
    .optional()
    .describe('Vad sidfoten i exemplets rapporter säger, i stället för den vanliga meningen.'),
  enheter: z.array(enhet).min(1),
  benämningar: z
    .array(text)
    .optional()
    .describe('Andra organ som nämns i rapporterna, så som de ska skrivas.'),
  tema: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, { error: 'färg' })
        .optional()
    })
    .optional()
})
export type OrganisationRecord = z.infer<typeof organisation>

export const rapportstatus = z.enum(['utkast', 'klar', 'granskad', 'beslutad'])
export type Rapportstatus = z.infer<typeof rapportstatus>

export const rapport = z.strictObject({
  dokumenttyp: text,
  titel: text,
  ingress: text.optional(),
  period: text,
  status: rapportstatus,
  diarienummer: text.optional(),
  datum: z
    .string()
    .refine((text) => formatDatum(text) !== undefined, { error: 'datum' })
    .optional(),
  ansvarig: text.optional(),
  ansvariga: z.union([text, z.array(text)]).optional(),
  regler: regler.optional(),
  till: z
    .union([text.transform((namn) => [namn]), z.array(text).min(1)])
    .optional()
    .describe('Den eller de som ett brev går till.'),
  ort: text.optional().describe('Orten där ett brev skrivs under.'),
  underskrifter: z
    .array(z.strictObject({ namn: text, titel: text.optional() }))
    .min(1)
    .optional()
    .describe('De som skriver under ett brev.'),
  avsnitt: z
    .array(z.strictObject({ id: text, ägare: text.optional(), status: rapportstatus.optional() }))
    .optional()
    .describe('Vem som skriver varje avsnitt och hur långt det har kommit.')
})
export type RapportRecord = z.infer<typeof rapport>
