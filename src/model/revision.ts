import type { Organisationsenhet } from '../domain/organisation.ts'
import {
  allaDelområden,
  type Delområde,
  type Granskning,
  type Rekommendation,
  type Revision
} from '../domain/revision.ts'
import type { Ursprung } from '../domain/tal.ts'
import * as messages from '../messages.ts'
import type { Post } from '../schema/read.ts'
import type { DelområdeRecord, RevisionRecord } from '../schema/revision.ts'
import { formatDatum } from '../text/swedish.ts'
import type { Span } from '../source.ts'
import type { Path } from '../yaml/read.ts'
import { Ids, readPeriod, type Byggmiljö } from './context.ts'

type Filpost<T> = Post<T> & { readonly filursprung: Ursprung | undefined }

/**
 * An audit record → Revision. Ids of areas and sub-areas are unique within the audit; those of
 * reviews and recommendations within the unit, since answers point at them. An overall assessment
 * must be a word of its area's scale. Undefined where the period isn't one.
 */
export function buildRevision(
  post: Filpost<RevisionRecord>,
  enheter: ReadonlyMap<string, Organisationsenhet>,
  ids: Ids,
  miljö: Byggmiljö
): Revision | undefined {
  const { data, located, path } = post
  const { diagnostics } = miljö
  const at = (...steps: Path) => located.spanOf([...path, ...steps])
  const period = readPeriod(data.period, at('period'), miljö)
  const egna = new Ids(diagnostics)

  const granskningar = (data.fördjupade ?? []).flatMap((g, i): Granskning[] => {
    if (!ids.take(g.id, at('fördjupade', i, 'id'))) return []
    const nummer = g.nummer === undefined ? undefined : reportNumber(g.nummer)
    if (g.nummer !== undefined && !nummer)
      diagnostics.add(
        messages.fel(
          'rapportnummer-gar-att-lasa',
          `"${g.nummer}" är inget rapportnummer.`,
          'Skriv numret och året: 6–2023'
        ),
        at('fördjupade', i, 'nummer')
      )
    if (g.datum !== undefined && !formatDatum(g.datum))
      diagnostics.add(messages.felDatum(g.datum), at('fördjupade', i, 'datum'))
    return [
      { ...g, nummer, ursprung: g.ursprung ?? post.filursprung, span: at('fördjupade', i, 'id') }
    ]
  })

  const områden = data.områden.flatMap((område, i) => {
    const here = ['områden', i]
    if (!egna.take(område.id, at(...here, 'id'))) return []
    const { samlad } = område
    if (samlad && !område.skala.includes(samlad.bedömning))
      diagnostics.add(
        messages.okäntVärde('bedömning', samlad.bedömning, område.skala),
        at(...here, 'samlad', 'bedömning')
      )
    return [
      {
        id: område.id,
        namn: område.namn,
        fråga: område.fråga,
        skala: område.skala,
        samlad: samlad && {
          ...samlad,
          ursprung: samlad.ursprung ?? post.filursprung,
          span: at(...here, 'samlad')
        },
        delområden: (område.delområden ?? []).flatMap((del, j) =>
          buildDelområde(del, [...here, 'delområden', j])
        ),
        span: at(...here, 'id')
      }
    ]
  })

  const nummer = new Map<string, number>()
  const rekommendationer = (data.rekommendationer ?? []).flatMap((r, i): Rekommendation[] => {
    const here = ['rekommendationer', i]
    if (!ids.take(r.id, at(...here, 'id'))) return []
    const granskning = r.rapport === undefined ? undefined : review(r.rapport, [...here, 'rapport'])
    // Each review numbers its own recommendations, so that the number alone isn't unique.
    const key = `${granskning ?? ''}/${r.nummer}`
    const first = nummer.get(key)
    if (first !== undefined)
      diagnostics.add(
        dubblettRekommendation(r.nummer, at('rekommendationer', first, 'nummer')),
        at(...here, 'nummer')
      )
    nummer.set(key, i)
    return [
      {
        id: r.id,
        nummer: r.nummer,
        text: r.text,
        mottagare: r.mottagare,
        granskning,
        delar: r.delar ?? [],
        ursprung: r.ursprung ?? post.filursprung,
        span: at(...here, 'id')
      }
    ]
  })

  const enhet = data.enhet === undefined ? undefined : enheter.get(data.enhet)
  if (data.enhet !== undefined && !enhet)
    diagnostics.add(messages.okänt('enhet', data.enhet, [...enheter.keys()]), at('enhet'))
  return (
    period && {
      id: data.id,
      granskad: data.granskad ?? enhet?.namn ?? data.enhet ?? '',
      period,
      områden,
      granskningar,
      rekommendationer,
      span: at('id')
    }
  )

  function buildDelområde(del: DelområdeRecord, here: Path): Delområde[] {
    if (!egna.take(del.id, at(...here, 'id'))) return []
    return [
      {
        id: del.id,
        namn: del.namn,
        kriterier: (del.kriterier ?? []).map(({ text, punkter }) => ({
          text,
          punkter: punkter ?? []
        })),
        bedömning: del.bedömning,
        egenBedömning: del['egen bedömning'],
        iakttagelser: del.iakttagelser ?? [],
        förbättringsområden: (del.förbättringsområden ?? []).map((f, i) => ({
          ...f,
          ursprung: f.ursprung ?? del.ursprung ?? post.filursprung,
          span: at(...here, 'förbättringsområden', i)
        })),
        granskning:
          del.rapport === undefined ? undefined : review(del.rapport, [...here, 'rapport']),
        delområden: (del.delområden ?? []).flatMap((under, i) =>
          buildDelområde(under, [...here, 'delområden', i])
        ),
        ursprung: del.ursprung ?? post.filursprung,
        span: at(...here, 'id')
      }
    ]
  }

  /** An in-depth review by id or number; reported where there is none. */
  function review(text: string, here: Path): string | undefined {
    const wanted = reportNumber(text)
    const found = granskningar.find(
      (g) => g.id === text || (wanted !== undefined && g.nummer === wanted)
    )
    if (!found)
      diagnostics.add(
        messages.okänt(
          'rapportnummer',
          text,
          granskningar.map((g) => g.nummer ?? g.id)
        ),
        at(...here)
      )
    return found?.id
  }
}

function dubblettRekommendation(nummer: string, första: Span) {
  return messages.fel(
    'nummer-ar-unikt',
    `Rekommendation ${nummer} finns redan i samma granskning.`,
    'Ge den ena ett annat nummer: den som svarar måste veta vilken som menas.',
    { related: [{ text: 'Första gången här', span: första }] }
  )
}

/** "nr 6 - 2023", "6-2023" and "6 – 2023" are one number: "6–2023". */
export function reportNumber(text: string): string | undefined {
  const match = /^(?:nr\.?\s*)?(\d+)\s*[-–/]\s*(\d{4})$/i.exec(text.trim())
  return match ? `${Number(match[1])}–${match[2] ?? ''}` : undefined
}

/** Ids that a reference may start with, for hints. */
export function revisionIds(revisioner: readonly Revision[]): string[] {
  return revisioner.flatMap((r) => [
    r.id,
    ...r.områden.flatMap((o) => [o.id, ...allaDelområden(o.delområden).map((d) => d.id)])
  ])
}
