import { decimal, type Decimal } from './decimal.ts'
import type { Måluppfyllelse, Målstatus } from './maluppfyllelse.ts'

/**
 * How several assessments become one. `alla`: met if all are, not met if all are not, else partly.
 * `sämsta`: the worst. `majoritet`: what more than half are, else partly. `andel`: met from a share
 * of met ones, partly from a share of met and partly met ones.
 */
export type Sammanvägningsregel =
  | { readonly slag: 'alla' }
  | { readonly slag: 'sämsta' }
  | { readonly slag: 'majoritet' }
  | { readonly slag: 'andel'; readonly uppfyllt: Decimal; readonly delvis: Decimal }

/** Several assessments as one, with how many of each and the rule in words. */
export interface Sammanvägning {
  readonly status: Målstatus
  /** "2 uppfyllda, 1 delvis av 3; regeln "alla" ger delvis". */
  readonly förklaring: string
  readonly antal: Readonly<Record<Målstatus, number>>
}

/**
 * Weighs assessments together. What isn't measured or assessed is left out; with nothing left the
 * result is `ej mätt` if all were that, else `ej bedömt`.
 */
export function sammanväg(
  statusar: readonly Målstatus[],
  regel: Sammanvägningsregel
): Sammanvägning {
  const count = (status: Målstatus): number => statusar.filter((s) => s === status).length
  const antal = {
    uppfyllt: count('uppfyllt'),
    delvis: count('delvis'),
    'ej uppfyllt': count('ej uppfyllt'),
    'ej mätt': count('ej mätt'),
    'ej bedömt': count('ej bedömt')
  }
  if (statusar.length === 0) {
    return { status: 'ej bedömt', förklaring: 'Det finns inget att väga samman', antal }
  }
  const weighed = antal.uppfyllt + antal.delvis + antal['ej uppfyllt']
  const status =
    weighed > 0
      ? applyRegel(antal, weighed, regel)
      : antal['ej bedömt'] === 0
        ? 'ej mätt'
        : 'ej bedömt'
  const parts = [
    `${antal.uppfyllt} ${antal.uppfyllt === 1 ? 'uppfyllt' : 'uppfyllda'}`,
    `${antal.delvis} delvis`,
    `${antal['ej uppfyllt']} ej ${antal['ej uppfyllt'] === 1 ? 'uppfyllt' : 'uppfyllda'}`,
    `${antal['ej mätt']} ej ${antal['ej mätt'] === 1 ? 'mätt' : 'mätta'}`,
    `${antal['ej bedömt']} ej ${antal['ej bedömt'] === 1 ? 'bedömt' : 'bedömda'}`
  ].filter((part) => !part.startsWith('0 '))
  const outcome = weighed > 0 ? `regeln "${regel.slag}" ger ${status}` : `samlat ${status}`
  return { status, förklaring: `${parts.join(', ')} av ${statusar.length}; ${outcome}`, antal }
}

function applyRegel(
  antal: Readonly<Record<Målstatus, number>>,
  weighed: number,
  regel: Sammanvägningsregel
): Målstatus {
  const { uppfyllt, delvis, 'ej uppfyllt': missed } = antal
  switch (regel.slag) {
    case 'alla':
      return uppfyllt === weighed ? 'uppfyllt' : missed === weighed ? 'ej uppfyllt' : 'delvis'
    case 'sämsta':
      return missed > 0 ? 'ej uppfyllt' : delvis > 0 ? 'delvis' : 'uppfyllt'
    case 'majoritet':
      return uppfyllt * 2 > weighed ? 'uppfyllt' : missed * 2 > weighed ? 'ej uppfyllt' : 'delvis'
    case 'andel':
      // Multiplied, not divided: a third of three must be exactly one.
      return decimal(uppfyllt).gte(regel.uppfyllt.times(weighed))
        ? 'uppfyllt'
        : decimal(uppfyllt + delvis).gte(regel.delvis.times(weighed))
          ? 'delvis'
          : 'ej uppfyllt'
  }
}

/** A person's own assessment, which goes before the computed one. */
export interface EgenBedömning {
  readonly status: Målstatus
  /** Why; an assessment without a reason counts but is flagged. */
  readonly motivering?: string | undefined
  readonly av?: string | undefined
}

/** The assessment that holds, with the computed and the person's own kept beside each other. */
export interface Bedömning {
  readonly gällande: Målstatus
  readonly beräknad?: Pick<Måluppfyllelse, 'status' | 'förklaring'> | undefined
  readonly egen?: EgenBedömning | undefined
  /** The person's own differs from what was computed. */
  readonly skiljer: boolean
  /** The person's own has no reason. */
  readonly saknarMotivering: boolean
}

/** Sets a person's assessment, if there is one, before the computed one; both are kept. */
export function combineBedömning(beräknad: Bedömning['beräknad'], egen?: EgenBedömning): Bedömning {
  return {
    gällande: egen?.status ?? beräknad?.status ?? 'ej bedömt',
    beräknad,
    egen,
    skiljer: egen !== undefined && beräknad !== undefined && egen.status !== beräknad.status,
    saknarMotivering: egen !== undefined && !egen.motivering?.trim()
  }
}
