import { z } from 'zod'
import { bedömning, datum, id, målstatus, regler, text, ursprung } from './common.ts'
import { riskskala, åtgärdsstatus } from './risk.ts'
import { måttenhet } from './serie.ts'

const målbas = z.strictObject({
  id,
  nivå: text,
  namn: text,
  beskrivning: text.optional(),
  'utan indikator': text.optional(),
  prioriteringar: z.array(text).min(1).optional(),
  bedömning: z.record(z.string(), bedömning).optional(),
  get mål() {
    return z.array(målbas).optional()
  }
})

/** A goal with the goals below it. */
export const mål = målbas
export type MålRecord = z.infer<typeof målbas>

export const kontroll = z.strictObject({
  id,
  namn: text,
  område: text.optional(),
  kontrollmoment: text.optional(),
  metod: text.optional(),
  frekvens: text.optional(),
  utförare: text.optional(),
  ansvarig: text.optional(),
  kontrollmål: text.optional(),
  risk: id.optional().describe('Den risk som kontrollen ska fånga.'),
  uppföljning: z
    .record(
      z.string(),
      z.strictObject({
        utfört: z.union([text, z.array(text).min(1)]),
        resultat: z.enum([
          'ingen avvikelse',
          'mindre avvikelse',
          'risker identifierade',
          'brister identifierade',
          'ej tillämpligt'
        ]),
        iakttagelse: text.optional(),
        åtgärd: text.optional(),
        åtgärdsstatus: åtgärdsstatus.optional(),
        klardatum: datum.optional(),
        'ny plan': text
          .optional()
          .describe('När och hur en kontroll som inte blev utförd ska utföras.'),
        kommentar: text.optional(),
        ursprung: ursprung.optional()
      })
    )
    .optional()
})
export type KontrollRecord = z.infer<typeof kontroll>

export const uppdrag = z.strictObject({
  id,
  namn: text,
  beskrivning: text.optional(),
  ansvarig: text.optional(),
  uppföljning: z
    .record(
      z.string(),
      z.strictObject({
        status: z.enum(['ej påbörjat', 'pågår', 'klart', 'avslutat i förtid']),
        kommentar: text.optional(),
        ursprung: ursprung.optional()
      })
    )
    .optional()
})
export type UppdragRecord = z.infer<typeof uppdrag>

export const register = z.strictObject({
  id,
  namn: text,
  period: text.optional(),
  not: text.optional(),
  ursprung: ursprung.optional(),
  kolumner: z
    .array(
      z.strictObject({
        id,
        namn: text,
        slag: z.enum(['text', 'tal', 'datum', 'lista']).optional(),
        enhet: måttenhet.optional(),
        decimaler: z
          .string()
          .regex(/^[0-6]$/, { error: 'decimaler' })
          .transform(Number)
          .optional()
      })
    )
    .min(1),
  rader: z.array(
    z.object({ id: id.optional(), ursprung: ursprung.optional() }).catchall(z.unknown())
  )
})
export type RegisterRecord = z.infer<typeof register>

const procent = z.string().regex(/^(100|\d{1,2}([.,]\d+)?)( ?%)?$/, { error: 'procent' })

export const styrmodell = z.strictObject({
  nivåer: z.array(text).min(1),
  bedömningsskala: z.partialRecord(målstatus, text).optional(),
  sammanvägning: z
    .union([
      z.enum(['alla', 'sämsta', 'majoritet']),
      z.strictObject({ andel: z.strictObject({ uppfyllt: procent, delvis: procent }) })
    ])
    .optional()
    .describe('Hur bedömningar vägs samman; andel med gränser i procent för uppfyllt och delvis.'),
  'delvis från': procent.optional(),
  perioder: z.record(z.string(), text).optional(),
  riskskala: riskskala.optional(),
  regler: regler.optional()
})
export type StyrmodellRecord = z.infer<typeof styrmodell>
