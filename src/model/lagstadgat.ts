import type { Balanskravsval, Samband } from '../domain/lagstadgat.ts'
import type { BalanskravRecord, SambandRecord } from '../schema/lagstadgat.ts'
import type { Post } from '../schema/read.ts'
import { readFormel, type Byggmiljö } from './context.ts'

/** A relation record → Samband, if both its formulas can be read. */
export function buildSamband(post: Post<SambandRecord>, { diagnostics }: Byggmiljö): Samband[] {
  const { data, located, path } = post
  const side = (key: 'vänster' | 'höger') =>
    readFormel(data[key], located.spanOf([...path, key]), located, diagnostics)
  const [vänster, höger] = [side('vänster'), side('höger')]
  if (!vänster || !höger) return []
  return [{ id: data.id, namn: data.namn, vänster, höger, span: located.spanOf([...path, 'id']) }]
}

/** The choice of figures for the balanskravsutredning. */
export function buildBalanskrav({ data, located, path }: Post<BalanskravRecord>): Balanskravsval {
  return {
    resultat: data.resultat,
    justeringar: data.justeringar ?? [],
    reservering: data.reservering,
    användning: data.användning,
    tidigareUnderskott: data['tidigare underskott'],
    skattOchBidrag: data['skatt och bidrag'],
    egetKapital: data['eget kapital'],
    reserv: data.reserv,
    span: located.spanOf([...path, 'id'])
  }
}
