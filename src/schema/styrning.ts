import { z } from 'zod'
import {
  about,
  bedömning,
  målprognos,
  datum,
  decimaler,
  id,
  målstatus,
  periodnyckel,
  pointing,
  regler,
  text,
  ursprung
} from './common.ts'
import { riskskala, åtgärdsstatus } from './risk.ts'
import { måttenhet } from './serie.ts'

const målbas = z.strictObject({
  id,
  nivå: pointing(text, 'nivå', 'Nivån i styrmodellen.', 'perspektiv', 'strategiskt mål'),
  namn: about(text, 'Målet, som det är beslutat.', 'Hållbar kompetensförsörjning'),
  beskrivning: about(
    text,
    'Vad målet betyder.',
    'Regionen är en arbetsgivare som människor söker sig till.'
  ).optional(),
  'utan indikator': about(
    text,
    'Varför målet rätteligen inte har någon indikator.',
    'Följs upp i en egen rapport.'
  ).optional(),
  prioriteringar: about(z.array(text).min(1), 'Det som prioriteras under året.', [
    'Färre hyrläkare'
  ]).optional(),
  målprognos: about(
    z.record(periodnyckel, målprognos),
    'En egen prognos för målet, i den period då den görs.'
  ).optional(),
  bedömning: about(
    z.record(periodnyckel, bedömning),
    'En egen bedömning per period, i stället för den beräknade.'
  ).optional(),
  get mål() {
    return about(z.array(målbas), 'Målen under det här.').optional()
  }
})

/** A goal with the goals below it. */
export const mål = målbas
export type MålRecord = z.infer<typeof målbas>

export const kontroll = z.strictObject({
  id,
  namn: about(text, 'Kontrollens namn.', 'Inventering av materiallager'),
  område: about(text, 'Området i kontrollplanen.', 'Ekonomi').optional(),
  kontrollmoment: about(
    text,
    'Vad som kontrolleras.',
    'Att inventeringen följer rutinen'
  ).optional(),
  metod: about(text, 'Hur det kontrolleras.', 'Stickprov').optional(),
  frekvens: about(text, 'Hur ofta.', 'T1, T2 och T3').optional(),
  utförare: about(text, 'Den som utför kontrollen.', 'Controller').optional(),
  ansvarig: about(text, 'Den som svarar för kontrollen.', 'Lagerchefen').optional(),
  kontrollmål: about(
    text,
    'Vad kontrollen ska säkra.',
    'Lagret stämmer med bokföringen'
  ).optional(),
  risk: pointing(id, 'risk', 'Den risk som kontrollen ska fånga.', 'svinn').optional(),
  uppföljning: about(
    z.record(
      periodnyckel,
      z.strictObject({
        utfört: about(
          z.union([text, z.array(text).min(1)]),
          'När kontrollen gjordes: T1, T2, T3, en dag, eller ej utfört.',
          'T3',
          'ej utfört'
        ),
        resultat: about(
          z.enum([
            'ingen avvikelse',
            'mindre avvikelse',
            'risker identifierade',
            'brister identifierade',
            'ej tillämpligt'
          ]),
          'Vad kontrollen visade. Ej tillämpligt hör till en kontroll som inte är utförd.',
          'ingen avvikelse'
        ),
        iakttagelse: about(
          text,
          'Det som sågs.',
          'Två av tio stickprov saknade underskrift.'
        ).optional(),
        åtgärd: about(text, 'Vad som görs åt bristen.', 'Rutinen skrivs om.').optional(),
        åtgärdsstatus: åtgärdsstatus.optional(),
        klardatum: datum.optional(),
        'ny plan': about(
          text,
          'När och hur en kontroll som inte blev utförd ska utföras.',
          'Utförs senast T1 2022'
        ).optional(),
        kommentar: about(text, 'Annat om kontrollen.', 'Flyttad till nästa år.').optional(),
        ursprung: ursprung.optional()
      })
    ),
    'Hur det gick, en period i taget.'
  ).optional()
})
export type KontrollRecord = z.infer<typeof kontroll>

export const uppdrag = z.strictObject({
  id,
  namn: about(text, 'Uppdraget, som det är givet.', 'Minska lokalytan'),
  beskrivning: about(
    text,
    'Vad uppdraget innebär.',
    'Säga upp lokaler som inte används.'
  ).optional(),
  ansvarig: about(text, 'Den som svarar för uppdraget.', 'Fastighetschefen').optional(),
  uppföljning: about(
    z.record(
      periodnyckel,
      z.strictObject({
        status: about(
          z.enum(['ej påbörjat', 'pågår', 'klart', 'avslutat i förtid']),
          'Hur långt uppdraget har kommit.',
          'pågår'
        ),
        kommentar: about(
          text,
          'Vad som har gjorts.',
          'Avtalet är uppsagt från den 1 juli.'
        ).optional(),
        ursprung: ursprung.optional()
      })
    ),
    'Hur det gick, en period i taget.'
  ).optional()
})
export type UppdragRecord = z.infer<typeof uppdrag>

export const register = z.strictObject({
  id,
  namn: about(text, 'Tabellens rubrik.', 'Avtal som tecknades under året'),
  period: about(text, 'Perioden som registret gäller.', '2017').optional(),
  not: about(text, 'En not under tabellen.', 'Belopp per år.').optional(),
  ursprung: ursprung.optional(),
  kolumner: about(
    z
      .array(
        z.strictObject({
          id,
          namn: about(text, 'Kolumnens rubrik.', 'Leverantör'),
          slag: about(
            z.enum(['text', 'tal', 'datum', 'lista']),
            'Vad som står i kolumnen; text om inget sägs.',
            'tal'
          ).optional(),
          enhet: måttenhet.optional(),
          decimaler: decimaler.optional()
        })
      )
      .min(1),
    'Tabellens kolumner, från vänster.'
  ),
  rader: about(
    z.array(z.object({ id: id.optional(), ursprung: ursprung.optional() }).catchall(z.unknown())),
    'En rad i taget: kolumnernas id med sina värden.'
  )
})
export type RegisterRecord = z.infer<typeof register>

const procent = z.string().regex(/^(100|\d{1,2}([.,]\d+)?)( ?%)?$/, { error: 'procent' })

export const styrmodell = z.strictObject({
  nivåer: about(z.array(text).min(1), 'Målens nivåer, uppifrån.', [
    'perspektiv',
    'strategiskt mål',
    'framgångsfaktor'
  ]),
  bedömningsskala: about(
    z.partialRecord(målstatus, text),
    'Organisationens egna ord för bedömningarna.',
    { uppfyllt: 'Uppnått' }
  ).optional(),
  sammanvägning: about(
    z.union([
      z.enum(['alla', 'sämsta', 'majoritet']),
      z.strictObject({
        andel: about(
          z.strictObject({
            uppfyllt: about(procent, 'Från vilken andel uppfyllda målet är uppfyllt.', '100'),
            delvis: about(procent, 'Från vilken andel det är delvis uppfyllt.', '50')
          }),
          'Gränser i procent för andelen uppfyllda.'
        )
      })
    ]),
    'Hur bedömningar vägs samman; andel med gränser i procent för uppfyllt och delvis.',
    'alla'
  ).optional(),
  'delvis från': about(
    procent,
    'Från vilken måluppfyllnad i procent en indikator är delvis uppfylld; 80 om inget sägs.',
    '80'
  ).optional(),
  perioder: about(
    z.record(about(z.string(), 'Det egna namnet.', 'delår'), text),
    'Egna namn på perioder.',
    { delår: 'T2' }
  ).optional(),
  riskskala: riskskala.optional(),
  avvikelsegräns: about(
    z.strictObject({
      procent: about(procent, 'Andel av budgeten.', '5').optional(),
      belopp: about(text, 'Belopp med enhet.', '500 tkr').optional()
    }),
    'Från vilken storlek en avvikelse mot budget ska kommenteras. Anges både procent och belopp ska båda vara nådda. Sägs inget: 10 procent av budgeten och minst en hundradel av tabellens största budget.',
    { procent: '5', belopp: '500 tkr' }
  ).optional(),
  regler: regler.optional()
})
export type StyrmodellRecord = z.infer<typeof styrmodell>
