import { z } from 'zod'
import { KRAV } from '../domain/krav.ts'
import { about, text } from './common.ts'

/** The front matter of a document template: what the document type requires and how it is numbered. */
export const dokumentmall = z.strictObject({
  dokumenttyp: about(text, 'Dokumenttypens namn, som i rapport.yaml.', 'årsrapport'),
  numrering: about(
    z
      .string()
      .regex(/^[0-3]$/, { error: 'numrering' })
      .transform(Number),
    'Så många rubriknivåer numreras.',
    '2'
  ).optional(),
  nysida: about(
    z.enum(['kapitel', 'nej']),
    'Om varje kapitel börjar på ny sida i PDF.',
    'kapitel'
  ).optional(),
  ordning: about(
    z.enum(['fast']),
    'Avsnitten ska stå i mallens ordning, som i en lag eller rekommendation.',
    'fast'
  ).optional(),
  avsnitt: about(
    z.array(
      z.strictObject({
        id: about(text, 'Avsnittets namn: filens namn utan nummer.', 'ekonomi'),
        rubrik: about(text, 'Rubriken i en ny rapport.', 'Ekonomi'),
        krav: about(
          z.enum(KRAV),
          'Om avsnittet måste finnas: ja, nej, eller bara i en rapport som är lagstadgad.',
          'ja'
        ).optional(),
        ägare: about(text, 'Den som brukar skriva avsnittet.', 'Ekonomichefen').optional(),
        vägledning: about(
          text,
          'Text som en ny rapports fil börjar med.',
          'Förklara varje avvikelse över en procent.'
        ).optional()
      })
    ),
    'Dokumentets avsnitt, i ordning.'
  ).optional(),
  data: about(
    z.array(
      z.strictObject({
        nyckel: about(text, 'Nyckeln i enhetens datafiler.', 'indikatorer'),
        krav: about(
          z.enum(KRAV),
          'Om delen måste finnas: ja, nej, eller bara för en rapport som är lagstadgad.',
          'ja'
        ).optional(),
        visas: about(
          z.enum(['ja']),
          'Det som krävs ska också stå i rapporten, som tabell eller block.',
          'ja'
        ).optional()
      })
    ),
    'Delar av enhetens data som dokumentet bygger på; krav: ja där de måste finnas.'
  ).optional(),
  självgranskning: about(
    z.enum(['uppföljning', 'plan', 'nej']),
    'Vad självgranskningen prövar: allt, bara det som en plan ska ha, eller ingenting.',
    'plan'
  ).optional(),
  perioder: about(
    z.array(z.enum(['T1', 'T2', 'månad', 'år'])),
    'Perioder som dokumenttypen brukar gälla.',
    ['T2']
  ).optional()
})
export type DokumentmallRecord = z.infer<typeof dokumentmall>
