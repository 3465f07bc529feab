import { z } from 'zod'
import { DELBEDÖMNINGAR } from '../domain/revision.ts'
import { about, datum, id, pointing, shortened, text, ursprung } from './common.ts'

const delbedömning = about(
  z.enum(DELBEDÖMNINGAR),
  'Revisorernas bedömning: uppfyllt, inte helt uppfyllt eller inte uppfyllt.',
  'inte helt uppfyllt'
)

const kriterium = shortened(
  'text',
  z.strictObject({
    text: about(text, 'Det som krävs.', 'Planen är beslutad av nämnden.'),
    punkter: about(z.array(text).min(1), 'Kravets delar.', ['Risker är värderade']).optional()
  })
)

const förbättringsområde = shortened(
  'text',
  z.strictObject({
    text: about(text, 'Vad som kan bli bättre.', 'Ange vem som äger varje risk.'),
    avser: about(text, 'Den del av verksamheten som det gäller.', 'Medicinsk service').optional(),
    ursprung: ursprung.optional()
  })
)

const delområde = z.strictObject({
  id,
  namn: about(text, 'Delområdets namn.', 'Planens innehåll'),
  kriterier: about(z.array(kriterium), 'Det som krävs; ett kriterium kan delas upp i punkter.', [
    'Planen är beslutad av nämnden.'
  ]).optional(),
  bedömning: delbedömning,
  'egen bedömning': about(
    delbedömning,
    'Den granskades egen bedömning, med samma ord som revisorernas.',
    'uppfyllt'
  ).optional(),
  iakttagelser: about(z.array(text), 'Det som revisorerna såg.', [
    'Två risker saknar ägare.'
  ]).optional(),
  förbättringsområden: about(z.array(förbättringsområde), 'Det som kan bli bättre.', [
    'Ange vem som äger varje risk.'
  ]).optional(),
  rapport: about(text, 'Den fördjupade granskningens id eller nummer.', '6-2023').optional(),
  ursprung: ursprung.optional(),
  get delområden() {
    return about(z.array(delområde), 'Delområdena under det här.').optional()
  }
})
export type DelområdeRecord = z.infer<typeof delområde>

const område = z.strictObject({
  id,
  namn: about(text, 'Området.', 'Intern kontroll'),
  fråga: about(text, 'Revisionsfrågan.', 'Är den interna kontrollen tillräcklig?').optional(),
  skala: about(z.array(text).min(2), 'Orden för den samlade bedömningen, bäst först.', [
    'tillräcklig',
    'inte helt tillräcklig',
    'inte tillräcklig'
  ]),
  samlad: about(
    z.strictObject({
      bedömning: about(text, 'Ett av skalans ord.', 'inte helt tillräcklig'),
      motivering: about(text, 'Skälet.', 'Planen saknar två av fyra delar.').optional(),
      ursprung: ursprung.optional()
    }),
    'Den samlade bedömningen av området.'
  ).optional(),
  delområden: about(z.array(delområde), 'Det som har bedömts var för sig.').optional()
})

const fördjupad = z.strictObject({
  id,
  namn: about(text, 'Granskningens namn.', 'IT-säkerhet'),
  nummer: about(text, 'Rapportens nummer.', '7-2023').optional(),
  datum: datum.optional(),
  bedömning: delbedömning.optional(),
  text: about(text, 'Granskningen i korthet.', 'Behörigheter följs inte upp.').optional(),
  ursprung: ursprung.optional()
})

const rekommendation = z.strictObject({
  id,
  nummer: about(text, 'Rekommendationens nummer.', '1'),
  text: about(text, 'Rekommendationen.', 'Följ upp behörigheter varje år.'),
  mottagare: about(z.array(text).min(1), 'De som den riktas till.', ['Nämnden']),
  rapport: about(text, 'Den fördjupade granskningens id eller nummer.', '7-2023').optional(),
  delar: about(z.array(text).min(1), 'Rekommendationens delar, som skrivs a, b och så vidare.', [
    'Skriv en rutin.'
  ]).optional(),
  ursprung: ursprung.optional()
})

/** A year's audit of one body: areas with assessments, in-depth reviews, recommendations. */
export const revision = z
  .strictObject({
    id,
    granskad: about(
      text,
      'Den granskade nämndens namn, om den inte är en egen enhet.',
      'Landstingsstyrelsen'
    ).optional(),
    enhet: pointing(
      text,
      'enhet',
      'Den granskade enhetens mapp, i samma organisation.',
      'regionstyrelsen'
    ).optional(),
    period: about(text, 'Året som granskas.', '2023'),
    områden: about(z.array(område).min(1), 'Det som lagen kräver prövning av (12 kap. 1 § KL).'),
    fördjupade: about(z.array(fördjupad), 'Årets fördjupade granskningar.').optional(),
    rekommendationer: about(z.array(rekommendation), 'Revisorernas rekommendationer.').optional()
  })
  .refine((r) => (r.granskad === undefined) !== (r.enhet === undefined), {
    error: 'ett av granskad, enhet'
  })
export type RevisionRecord = z.infer<typeof revision>
