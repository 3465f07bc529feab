import { riskmotsägelser } from '../domain/internkontroll.ts'
import type { Kontroll } from '../domain/modell.ts'
import {
  VANLIG_RISKSKALA,
  type Risk,
  type Riskbedömning,
  type Riskläge,
  type Riskskala
} from '../domain/risk.ts'
import type { Diagnostics } from '../diagnostic.ts'
import type { Ursprung } from '../domain/tal.ts'
import * as messages from '../messages.ts'
import type { Post } from '../schema/read.ts'
import type { RiskRecord } from '../schema/risk.ts'
import type { KontrollRecord, StyrmodellRecord } from '../schema/styrning.ts'
import type { Path } from '../yaml/read.ts'
import { readPeriods, type Byggmiljö } from './context.ts'
import * as riskmessages from './risk-messages.ts'

type Filpost<T> = Post<T> & { readonly filursprung: Ursprung | undefined }

/** The steering model's scale, or the usual one; limits must rise and reach the greatest product. */
export function buildRiskskala(post: Post<StyrmodellRecord>, diagnostics: Diagnostics): Riskskala {
  const { data, located, path } = post
  const skala = data.riskskala
  if (!skala) return VANLIG_RISKSKALA
  const at = (i: number) => located.spanOf([...path, 'riskskala', 'gränser', i, 'till'])
  for (const [i, { till, ord }] of skala.gränser.entries()) {
    const före = skala.gränser[i - 1]?.till
    if (före !== undefined && till <= före)
      diagnostics.add(riskmessages.gränserStiger(ord, till, före), at(i))
  }
  const störst = skala.sannolikhet.length * skala.konsekvens.length
  const sista = skala.gränser.length - 1
  const till = skala.gränser[sista]?.till ?? 0
  if (till < störst) diagnostics.add(riskmessages.gränserTäcker(till, störst), at(sista))
  return skala
}

/** Risk records → risks, numbered in the order of data; steps must be on the scale. */
export function buildRisker(posts: readonly Filpost<RiskRecord>[], miljö: Byggmiljö): Risk[] {
  return posts.map((post, i) => {
    const { data, located, path } = post
    const bedömningar = new Map<string, Riskbedömning>()
    for (const { period, data: b, path: here } of readPeriods(
      data.bedömning,
      located,
      [...path, 'bedömning'],
      miljö
    )) {
      checkLäge(b, here, post, miljö)
      if (b.före) checkLäge(b.före, [...here, 'före'], post, miljö)
      const angivet = b['angivet riskvärde']
      bedömningar.set(period.id, {
        ...b,
        period,
        angivet:
          angivet === undefined
            ? undefined
            : { värde: angivet, span: located.spanOf([...here, 'angivet riskvärde']) },
        ursprung: b.ursprung ?? data.ursprung ?? post.filursprung,
        span: located.spanOf(here, 'key')
      })
    }
    return {
      ...data,
      nr: `R${i + 1}`,
      kontroller: data.kontroller ?? [],
      bedömningar,
      span: located.spanOf([...path, 'id'])
    }
  })
}

function checkLäge(
  läge: Riskläge,
  path: Path,
  { located }: Filpost<RiskRecord>,
  { diagnostics, styrmodell }: Byggmiljö
): void {
  for (const vad of ['sannolikhet', 'konsekvens'] as const)
    if (läge[vad] > styrmodell.riskskala[vad].length)
      diagnostics.add(
        riskmessages.utanförSkalan(vad, läge[vad], styrmodell.riskskala[vad]),
        located.spanOf([...path, vad])
      )
}

/**
 * Ties risks and controls together, whichever side names the other, and reports names that lead
 * nowhere and typed risk values that aren't the product.
 */
export function linkRisker(
  risker: readonly Risk[],
  kontroller: readonly Kontroll[],
  posts: {
    readonly risker: readonly Filpost<RiskRecord>[]
    readonly kontroller: readonly Filpost<KontrollRecord>[]
    readonly trasiga: ReadonlySet<string>
  },
  { diagnostics, styrmodell }: Byggmiljö
): Risk[] {
  const kontrollids = kontroller.map((k) => k.id)
  const riskids = risker.map((r) => r.id)
  const unknown = (id: string, kända: readonly string[]) =>
    !kända.includes(id) && !posts.trasiga.has(id)
  for (const { data, located, path } of posts.risker)
    for (const [i, id] of (data.kontroller ?? []).entries())
      if (unknown(id, kontrollids))
        diagnostics.add(
          messages.okändHänvisning(id, 'kontroll', kontrollids),
          located.spanOf([...path, 'kontroller', i])
        )
  for (const { data, located, path } of posts.kontroller)
    if (data.risk !== undefined && unknown(data.risk, riskids))
      diagnostics.add(
        messages.okändHänvisning(data.risk, 'risk', riskids),
        located.spanOf([...path, 'risk'])
      )
  const linked = risker.map((risk) => ({
    ...risk,
    kontroller: [
      ...new Set([
        ...risk.kontroller,
        ...kontroller.filter((k) => k.risk === risk.id).map((k) => k.id)
      ])
    ]
  }))
  for (const m of riskmotsägelser(linked, styrmodell.riskskala))
    if (m.slag === 'angivet riskvärde')
      diagnostics.add(riskmessages.angivetRiskvärde(m.namn, m.period, m.angivet, m.värde), m.span)
  return linked
}
