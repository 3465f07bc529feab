import { z } from 'zod'
import { about, id, text } from './common.ts'

/** A relation between figures that must hold: the balance sheet balances, the cash flow ends in cash. */
export const samband = z.strictObject({
  id,
  namn: about(text, 'Vad som ska stämma, i ord.', 'Balansräkningen balanserar'),
  vänster: about(text, 'En formel.', 'balansräkning.tillgångar'),
  höger: about(
    text,
    'En formel som ska ge detsamma.',
    'balansräkning.eget-kapital + balansräkning.skulder'
  )
})
export type SambandRecord = z.infer<typeof samband>

/** Which figures the balanskravsutredning is made of (11 kap. 12 och 14 §§ kommunallagen). */
export const balanskrav = z.strictObject({
  id,
  resultat: about(text, 'Årets resultat.', 'resultaträkning.årets-resultat'),
  justeringar: about(
    z.array(text),
    'Det som resultatet justeras med, med det tecken det ändrar resultatet med.',
    ['realisationsvinster', 'orealiserade-vinster']
  ).optional(),
  reservering: about(
    text,
    'Det som förs till resultatreserven, som ett positivt tal.',
    'reservering'
  ).optional(),
  användning: about(text, 'Det som tas ur resultatreserven.', 'användning').optional(),
  'tidigare underskott': about(
    text,
    'Underskott från tidigare år som ska återställas.',
    'tidigare-underskott'
  ).optional(),
  'skatt och bidrag': about(
    text,
    'Skatteintäkter, generella statsbidrag och utjämning: taket för reserven räknas på dem.',
    'skatt-och-bidrag'
  ),
  'eget kapital': about(
    text,
    'Eget kapital, inklusive ansvarsförbindelsen för pensioner.',
    'eget-kapital-inkl-ansvarsförbindelse'
  ),
  reserv: about(
    text,
    'Resultatreserven; värdet föregående år är ingången.',
    'resultatreserv'
  ).optional()
})
export type BalanskravRecord = z.infer<typeof balanskrav>
