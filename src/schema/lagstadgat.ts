import { z } from 'zod'
import { id, text } from './common.ts'

/** A relation between figures that must hold: the balance sheet balances, the cash flow ends in cash. */
export const samband = z.strictObject({
  id,
  namn: text,
  vänster: text.describe('En formel: "balansräkning.tillgångar".'),
  höger: text.describe('En formel: "balansräkning.eget-kapital + balansräkning.skulder".')
})
export type SambandRecord = z.infer<typeof samband>

/** Which figures the balanskravsutredning is made of (11 kap. 12 och 14 §§ kommunallagen). */
export const balanskrav = z.strictObject({
  id,
  resultat: text.describe('Årets resultat, till exempel "resultaträkning.årets-resultat".'),
  justeringar: z.array(text).optional(),
  reservering: text.optional(),
  användning: text.optional(),
  'tidigare underskott': text.optional(),
  'skatt och bidrag': text,
  'eget kapital': text.describe('Inklusive ansvarsförbindelsen för pensioner.'),
  reserv: text.optional().describe('Resultatreserven; värdet föregående år är ingången.')
})
export type BalanskravRecord = z.infer<typeof balanskrav>
