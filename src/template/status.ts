import type { Målstatus } from '../domain/maluppfyllelse.ts'
import type { Kontrolluppföljning, Modell, Styrmodell, Uppdragsstatus } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import {
  bedömningFor,
  risknivå,
  riskvärde,
  type Riskskala,
  type Åtgärdsstatus
} from '../domain/risk.ts'
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

const ÅTGÄRD: Readonly<Record<Åtgärdsstatus, StatusVy>> = {
  'ej påbörjad': { klass: 'ejpaborjat', ord: 'Ej påbörjad' },
  pågår: { klass: 'pagar', ord: 'Pågår' },
  klar: { klass: 'klart', ord: 'Klar' }
}

/** How far a measure has come; undefined where nothing is said. */
export function åtgärdsstatusVy(status: Åtgärdsstatus | undefined): StatusVy | undefined {
  return status && ÅTGÄRD[status]
}

/** The scale's level of a risk value: its colour by the distance from the ends, and its word. */
export function risknivåVy(värde: number, skala: Riskskala): StatusVy {
  const nivå = risknivå(värde, skala)
  const klass = nivå.högst ? 'hog' : nivå.steg === 0 ? 'lag' : nivå.steg === 1 ? 'medel' : 'hojd'
  return { klass: `risk ${klass}`, ord: nivå.ord }
}

/** The level that a risk is on at a period; undefined where the id is no assessed risk's. */
export function riskstatus(
  id: string,
  { modell }: { readonly modell: Modell },
  period: Period
): StatusVy | undefined {
  const risk = modell.risker.find((r) => r.id === id)
  const bedömning = risk && bedömningFor(risk, period)
  return bedömning && risknivåVy(riskvärde(bedömning), modell.styrmodell.riskskala)
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
