import type { Målstatus } from '../domain/maluppfyllelse.ts'
import type { Kontrolluppföljning, Styrmodell, Uppdragsstatus } from '../domain/modell.ts'
import { formatLista } from '../text/swedish.ts'
import type { Miljö } from './environment.ts'
import { Html } from './figure.ts'
import type { StatusVy } from './views.ts'

const KLASS: Readonly<Record<Målstatus, string>> = {
  uppfyllt: 'uppfyllt',
  delvis: 'delvis',
  'ej uppfyllt': 'ej',
  'ej mätt': 'ejmatt',
  'ej bedömt': 'ejbedomt'
}

/** A goal's status with the organisation's word for it. */
export function statusVy(status: Målstatus, styrmodell: Styrmodell): StatusVy {
  return { klass: KLASS[status], ord: styrmodell.bedömningsskala[status] }
}

const UPPDRAG: Readonly<Record<Uppdragsstatus, StatusVy>> = {
  'ej påbörjat': { klass: 'ejpaborjat', ord: 'Ej påbörjat' },
  pågår: { klass: 'pagar', ord: 'Pågår' },
  klart: { klass: 'klart', ord: 'Klart' },
  'avslutat i förtid': { klass: 'avslutat', ord: 'Avslutat i förtid' }
}

export function uppdragsstatus(status: Uppdragsstatus | undefined): StatusVy {
  return status ? UPPDRAG[status] : { klass: 'ejbedomt', ord: 'Ej rapporterat' }
}

export function utförtStatus(utfört: Kontrolluppföljning['utfört'] | undefined): StatusVy {
  if (utfört === undefined) return { klass: 'ejbedomt', ord: 'Ej rapporterat' }
  return utfört === 'ej utfört'
    ? { klass: 'ejutford', ord: 'Ej utförd' }
    : { klass: 'utford', ord: `Utförd ${formatLista(utfört)}` }
}

/** A status as symbol and word. */
export function statusHtml(status: StatusVy, miljö: Miljö): Html | undefined {
  const html = miljö.render('block/status', status)
  return html === undefined ? undefined : new Html(html.trim())
}
