import { z } from 'zod'
import { måttenhetNames } from '../domain/mattenhet.ts'
import {
  about,
  bedömning,
  målprognos,
  decimaler,
  id,
  measured,
  periodnyckel,
  pointing,
  text,
  ursprung,
  värde
} from './common.ts'

export const måttenhet = about(
  z.enum(måttenhetNames as [string, ...string[]]),
  'Enheten som talen är i.',
  'procent',
  'mnkr'
)

export const periodpost = measured(
  z
    .object({
      målvärde: about(
        z.union([
          z.string(),
          z.strictObject({
            saknas: about(text, 'Varför det inte finns något målvärde.', 'Fastställs i höst.')
          })
        ]),
        'Målet som det skrivs. Prövas mot utfallet. Finns det inget: saknas: och varför.',
        'max 4,5',
        'minst 95 %',
        'Årlig förbättring'
      ).optional(),
      kommentar: about(
        text,
        'Förklaring till utfallet eller avvikelsen.',
        'Ökade under våren, vände efter sommaren.'
      ).optional(),
      åtgärd: about(
        text,
        'Vad som görs för att nå ett mål som inte är uppnått.',
        'Alla chefer får stöd av hälsostrateg från mars.'
      ).optional(),
      ursprung: ursprung.optional(),
      bedömning: bedömning.optional(),
      målprognos: målprognos.optional(),
      ingångsår: about(text, 'Det år vars utfall planen utgår från.', '2014').optional(),
      ingångsvärde: about(
        text,
        'Utgångsläget i ord, när det inte är ett utfall.',
        'Två av samtliga sex'
      ).optional(),
      uppdelning: about(
        z
          .array(
            measured(
              z
                .object({ namn: about(text, 'Gruppens namn.', 'Kvinnor'), id: id.optional() })
                .catchall(värde)
            )
          )
          .min(1),
        'Utfall för grupper: kvinnor och män, vårdformer.'
      ).optional()
    })
    .catchall(värde)
)

/** An indicator, an account or a key figure over time. */
export const serie = z.strictObject({
  id,
  namn: about(
    text,
    'Namnet som det skrivs i rapporten.',
    'Sjukfrånvarotid i relation till ordinarie arbetstid'
  ),
  kort: about(text, 'Kortare namn för diagram och nyckeltal.', 'Sjukfrånvaro').optional(),
  synonymer: about(
    z.array(text),
    'Andra ord för samma sak i löptext. Tal nära dem jämförs med serien.',
    ['frånvaron']
  ).optional(),
  kod: about(
    text,
    'Konto- eller verksamhetskod, som text: "09" behåller sin nolla.',
    '09'
  ).optional(),
  mål: pointing(id, 'mål', 'Det mål som indikatorn mäter.', 'attraktiv-arbetsgivare').optional(),
  enhet: måttenhet,
  decimaler: decimaler.optional(),
  riktning: about(
    z.enum(['högre är bättre', 'lägre är bättre']),
    'Vilket håll som är bra.',
    'lägre är bättre'
  ).optional(),
  källa: about(text, 'Systemet eller mätningen som talen kommer ur.', 'Lönesystemet').optional(),
  beskrivning: about(
    text,
    'Vad serien mäter och hur.',
    'Sjuktid i procent av ordinarie arbetstid.'
  ).optional(),
  kommentar: about(text, 'Det som gäller hela serien.', 'Ny mätmetod från 2020.').optional(),
  omfattning: about(
    z.enum(['övergripande', 'egen', 'båda']),
    'Hela organisationens indikator, enhetens egen, eller båda.',
    'egen'
  ).optional(),
  berörda: about(z.array(text).min(1), 'De nämnder som indikatorn gäller.', [
    'Landstingsstyrelsen'
  ]).optional(),
  uppföljning: about(
    text,
    'När indikatorn följs upp.',
    'Delårsrapport och årsredovisning'
  ).optional(),
  fotnot: about(
    text,
    'Not till indikatorns namn i planens tabeller.',
    'Mäts i befolkningsundersökningen.'
  ).optional(),
  ursprung: ursprung.optional(),
  formel: about(
    text,
    'Hur varje periods utfall räknas fram ur andra serier.',
    'kostnader.utfall / intäkter.utfall'
  ).optional(),
  serie: about(
    z.record(periodnyckel, periodpost),
    'Värdena, en period i taget: utfall, budget, prognos och egna mått.'
  ).optional()
})

export type SerieRecord = z.infer<typeof serie>

export const mått = z.strictObject({
  id,
  namn: about(text, 'Rubriken i tabeller.', 'Ram'),
  enhet: måttenhet.optional(),
  decimaler: decimaler.optional(),
  formel: about(
    text,
    'Hur måttet räknas fram ur andra mått på samma rad.',
    'upparbetat − beslut'
  ).optional()
})

export type MåttRecord = z.infer<typeof mått>

const kolumn = z
  .strictObject({
    mått: pointing(text, 'mått', 'Måttet i kolumnen.', 'utfall').optional(),
    förändring: pointing(
      text,
      'mått',
      'Måttets förändring mot föregående år.',
      'utfall'
    ).optional(),
    andel: pointing(text, 'mått', 'Radens andel av summan.', 'utfall').optional(),
    text: about(
      z.enum(['kommentar', 'beskrivning', 'källa']),
      'En kolumn med text ur serien.',
      'kommentar'
    ).optional(),
    namn: about(text, 'Kolumnens rubrik, om inte måttets.', 'Utfall 2021-12').optional(),
    period: about(text, 'En annan period än rapportens.', 'föregående år', '2020-T2').optional(),
    som: about(z.enum(['procent', 'belopp']), 'Hur en förändring skrivs.', 'procent').optional()
  })
  .refine(
    (k) => [k.mått, k.förändring, k.andel, k.text].filter((x) => x !== undefined).length === 1,
    { error: 'ett av mått, förändring, andel, text' }
  )

const rad = z
  .strictObject({
    konto: pointing(id, 'serie', 'Serien på raden.', 'personal').optional(),
    rad: about(
      z.string().regex(/^[^/.\s]+\/[^/.\s]+\.[^/.\s]+$/, { error: 'enhetsrad' }),
      'En rad i en annan enhets uppställning.',
      'halso-och-sjukvard/resultat.summa'
    ).optional(),
    rubrik: about(text, 'En mellanrubrik.', 'Kostnader').optional(),
    summa: about(text, 'En summarad, med sitt namn.', 'Summa kostnader').optional(),
    namn: about(text, 'Radens namn, om inte seriens.', 'Personal').optional(),
    id: id.optional(),
    av: about(
      z.array(id),
      'Raderna som summeras. Utan dem alla rader ovanför, från förra summan.',
      ['personal', 'övrigt']
    ).optional(),
    givet: about(
      z.record(periodnyckel, z.record(about(z.string(), 'Måttet.', 'utfall'), värde)),
      'En publicerad summa, som jämförs med den beräknade.'
    ).optional()
  })
  .refine((r) => [r.konto, r.rad, r.rubrik, r.summa].filter((x) => x !== undefined).length === 1, {
    error: 'ett av konto, rad, rubrik, summa'
  })

export const uppställning = z.strictObject({
  id,
  namn: about(text, 'Tabellens rubrik.', 'Resultat per verksamhetsområde'),
  enhet: måttenhet,
  decimaler: decimaler.optional(),
  tecken: about(
    z.enum(['kostnad minus', 'kostnad plus']),
    'Hur kostnader är skrivna i data. I kolumnen Avvikelse är plus bra i båda fallen.',
    'kostnad minus'
  ).optional(),
  radrubrik: about(text, 'Rubriken över radernas namn.', 'Verksamhetsområde').optional(),
  kodrubrik: about(text, 'Rubriken över koderna; med den får de en egen kolumn.', 'VO').optional(),
  not: about(text, 'En not under tabellen.', 'Inklusive statsbidrag för covid-19.').optional(),
  kolumner: about(z.array(kolumn).min(1), 'Tabellens kolumner, från vänster.'),
  rader: about(z.array(rad).min(1), 'Tabellens rader, uppifrån.')
})

export type UppställningRecord = z.infer<typeof uppställning>
