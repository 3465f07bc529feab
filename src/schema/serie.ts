import { z } from 'zod'
import { måttenhetNames } from '../domain/mattenhet.ts'
import { bedömning, id, text, ursprung, värde } from './common.ts'

export const måttenhet = z.enum(måttenhetNames as [string, ...string[]])

const decimaler = z
  .string()
  .regex(/^[0-6]$/, { error: 'decimaler' })
  .transform(Number)

export const periodpost = z
  .object({
    målvärde: z
      .string()
      .optional()
      .describe('Målet som det skrivs: "max 4,5", "Årlig förbättring".'),
    kommentar: text.optional(),
    ursprung: ursprung.optional(),
    bedömning: bedömning.optional(),
    ingångsår: text.optional().describe('Det år vars utfall planen utgår från.'),
    ingångsvärde: text
      .optional()
      .describe('Utgångsläget i ord, när det inte är ett utfall: "Två av samtliga sex".'),
    uppdelning: z
      .array(z.object({ namn: text, id: id.optional() }).catchall(värde))
      .min(1)
      .optional()
      .describe('Utfall för grupper: kvinnor och män, vårdformer.')
  })
  .catchall(värde)

/** An indicator, an account or a key figure over time. */
export const serie = z.strictObject({
  id,
  namn: text,
  kort: text.optional().describe('Kortare namn för diagram och nyckeltal.'),
  synonymer: z.array(text).optional(),
  kod: text.optional().describe('Konto- eller verksamhetskod, som text: "09" behåller sin nolla.'),
  mål: id.optional().describe('Det mål som indikatorn mäter.'),
  enhet: måttenhet,
  decimaler: decimaler.optional(),
  riktning: z.enum(['högre är bättre', 'lägre är bättre']).optional(),
  källa: text.optional(),
  beskrivning: text.optional(),
  kommentar: text.optional(),
  omfattning: z
    .enum(['övergripande', 'egen', 'båda'])
    .optional()
    .describe('Hela organisationens indikator, enhetens egen, eller båda.'),
  berörda: z.array(text).min(1).optional().describe('De nämnder som indikatorn gäller.'),
  uppföljning: text.optional().describe('När indikatorn följs upp.'),
  fotnot: text.optional().describe('Not till indikatorns namn i planens tabeller.'),
  ursprung: ursprung.optional(),
  formel: text.optional(),
  serie: z.record(z.string(), periodpost).optional()
})

export type SerieRecord = z.infer<typeof serie>

export const mått = z.strictObject({
  id,
  namn: text,
  enhet: måttenhet.optional(),
  decimaler: decimaler.optional(),
  formel: text.optional()
})

export const uppställning = z.strictObject({
  id,
  namn: text,
  enhet: måttenhet,
  decimaler: decimaler.optional(),
  tecken: z.enum(['kostnad minus', 'kostnad plus']).optional(),
  radrubrik: text.optional(),
  kodrubrik: text.optional(),
  not: text.optional(),
  kolumner: z
    .array(
      z
        .strictObject({
          mått: text.optional(),
          förändring: text.optional(),
          andel: text.optional(),
          text: z.enum(['kommentar', 'beskrivning', 'källa']).optional(),
          namn: text.optional(),
          period: text.optional(),
          som: z.enum(['procent', 'belopp']).optional()
        })
        .refine(
          (k) =>
            [k.mått, k.förändring, k.andel, k.text].filter((x) => x !== undefined).length === 1,
          { error: 'ett av mått, förändring, andel, text' }
        )
    )
    .min(1),
  rader: z
    .array(
      z
        .strictObject({
          konto: id.optional(),
          rad: z
            .string()
            .regex(/^[^/.\s]+\/[^/.\s]+\.[^/.\s]+$/, { error: 'enhetsrad' })
            .optional()
            .describe(
              'En rad i en annan enhets uppställning: "halso-och-sjukvard/resultat.summa".'
            ),
          rubrik: text.optional(),
          summa: text.optional(),
          namn: text.optional(),
          id: id.optional(),
          av: z.array(id).optional(),
          givet: z.record(z.string(), z.record(z.string(), värde)).optional()
        })
        .refine(
          (r) => [r.konto, r.rad, r.rubrik, r.summa].filter((x) => x !== undefined).length === 1,
          {
            error: 'ett av konto, rad, rubrik, summa'
          }
        )
    )
    .min(1)
})

export type UppställningRecord = z.infer<typeof uppställning>
