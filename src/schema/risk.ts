import { z } from 'zod'
import { datum, id, text, ursprung } from './common.ts'

/** A step of the scale or a risk value: a whole number from 1. */
const steg = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, { error: 'ett helt tal från 1' })
  .transform(Number)

export const åtgärdsstatus = z.enum(['ej påbörjad', 'pågår', 'klar'])

/** styrmodell.riskskala: words for the steps and the levels that risk values fall in. */
export const riskskala = z.strictObject({
  sannolikhet: z.array(text).min(2).describe('Orden för sannolikhetens steg, 1 först.'),
  konsekvens: z.array(text).min(2).describe('Orden för konsekvensens steg, 1 först.'),
  gränser: z
    .array(z.strictObject({ till: steg, ord: text }))
    .min(1)
    .describe('Nivåerna, lägst först: till och med vilket riskvärde, och nivåns ord.')
})

const läge = { sannolikhet: steg, konsekvens: steg }

/** A risk with its assessments; the risk value is computed from the two steps. */
export const risk = z.strictObject({
  id,
  namn: text,
  område: text.optional(),
  process: text.optional(),
  beskrivning: text.optional(),
  riskägare: text.optional(),
  kontroller: z.array(id).optional().describe('Kontroller som ska fånga risken, som id.'),
  ursprung: ursprung.optional(),
  bedömning: z.record(
    z.string(),
    z.strictObject({
      ...läge,
      före: z.strictObject(läge).optional().describe('Läget före periodens åtgärder.'),
      hantering: z.enum(['acceptera', 'bevaka', 'granska', 'åtgärda']).optional(),
      åtgärd: text.optional(),
      ansvarig: text.optional(),
      klardatum: datum.optional(),
      status: åtgärdsstatus.optional().describe('Hur långt åtgärden har kommit.'),
      'angivet riskvärde': steg
        .optional()
        .describe('Ett publicerat riskvärde, som jämförs med sannolikhet × konsekvens.'),
      motivering: text.optional(),
      ursprung: ursprung.optional()
    })
  )
})
export type RiskRecord = z.infer<typeof risk>
