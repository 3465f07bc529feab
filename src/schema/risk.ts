import { z } from 'zod'
import { about, datum, id, periodnyckel, pointing, text, ursprung } from './common.ts'

/** A step of the scale or a risk value: a whole number from 1. */
const steg = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, { error: 'ett helt tal från 1' })
  .transform(Number)

export const åtgärdsstatus = about(
  z.enum(['ej påbörjad', 'pågår', 'klar']),
  'Hur långt åtgärden har kommit.',
  'pågår'
)

/** styrmodell.riskskala: words for the steps and the levels that risk values fall in. */
export const riskskala = about(
  z.strictObject({
    sannolikhet: about(z.array(text).min(2), 'Orden för sannolikhetens steg, 1 först.', [
      'Mycket liten',
      'Liten',
      'Stor',
      'Mycket stor'
    ]),
    konsekvens: about(z.array(text).min(2), 'Orden för konsekvensens steg, 1 först.', [
      'Försumbar',
      'Lindrig',
      'Kännbar',
      'Allvarlig'
    ]),
    gränser: about(
      z
        .array(
          z.strictObject({
            till: about(steg, 'Till och med vilket riskvärde.', '8'),
            ord: about(text, 'Nivåns ord.', 'Medel')
          })
        )
        .min(1),
      'Nivåerna, lägst först: till och med vilket riskvärde, och nivåns ord.'
    )
  }),
  'Riskanalysens skala.'
)

const läge = {
  sannolikhet: about(steg, 'Sannolikhetens steg på riskskalan.', '3'),
  konsekvens: about(steg, 'Konsekvensens steg på riskskalan.', '4')
}

/** A risk with its assessments; the risk value is computed from the two steps. */
export const risk = z.strictObject({
  id,
  namn: about(text, 'Risken i några ord.', 'Avbrott i driften'),
  område: about(text, 'Området i riskanalysen.', 'Verksamhet').optional(),
  process: about(text, 'Processen som risken finns i.', 'Drift').optional(),
  beskrivning: about(
    text,
    'Vad som kan hända och varför.',
    'Kritiska system står stilla för att rätt kompetens inte finns i tjänst.'
  ).optional(),
  riskägare: about(text, 'Den som äger risken.', 'Chef IT/MT-stöd').optional(),
  kontroller: about(
    z.array(pointing(id, 'kontroll', 'Kontrollens id.', 'driftsäkerhet')),
    'Kontroller som ska fånga risken, som id.',
    ['driftsäkerhet']
  ).optional(),
  ursprung: ursprung.optional(),
  bedömning: about(
    z.record(
      periodnyckel,
      z.strictObject({
        ...läge,
        före: about(z.strictObject(läge), 'Läget före periodens åtgärder.').optional(),
        hantering: about(
          z.enum(['acceptera', 'bevaka', 'granska', 'åtgärda']),
          'Hur risken hanteras.',
          'granska'
        ).optional(),
        åtgärd: about(text, 'Vad som görs.', 'Gemensam jourlista').optional(),
        ansvarig: about(text, 'Den som svarar för åtgärden.', 'Karin Lundmyr').optional(),
        klardatum: datum.optional(),
        status: åtgärdsstatus.optional(),
        'angivet riskvärde': about(
          steg,
          'Ett publicerat riskvärde, som jämförs med sannolikhet × konsekvens.',
          '12'
        ).optional(),
        motivering: about(
          text,
          'Varför risken bedöms så, särskilt när värdet har ändrats.',
          'Jourlistan har täckt alla veckor sedan september.'
        ).optional(),
        ursprung: ursprung.optional()
      })
    ),
    'Bedömningen, en period i taget. Riskvärdet räknas fram.'
  )
})
export type RiskRecord = z.infer<typeof risk>
