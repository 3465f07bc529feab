import type { Diagnostics } from '../diagnostic.ts'
import type { DokumentmallRecord } from '../schema/dokumentmall.ts'
import type { RapportRecord, Rapportstatus } from '../schema/organisation.ts'
import type { Post } from '../schema/read.ts'
import type { Source } from '../source.ts'
import { slug } from '../text/slug.ts'
import * as messages from './avsnitt-messages.ts'

/** A section's id is its file's name without the number: `30-ekonomi.md` is `ekonomi`. */
export function avsnittId(path: string): string {
  const name = /([^/]*)\.md$/i.exec(path)?.[1] ?? ''
  return slug(name.replace(/^\d+-/, '')) || slug(name)
}

/** How far along each status is; what comes later includes what comes before. */
const ORDNING: readonly Rapportstatus[] = ['utkast', 'klar', 'granskad', 'beslutad']

/** The comment that a new report's section starts with; whoever writes the section takes it away. */
export const VÄGLEDNING = /<!--\s*Vägledning:[\s\S]*?-->/gu

/** Owners and statuses of sections that don't exist, twice or go against the report; guidance left. */
export function checkAvsnitt(
  post: Post<RapportRecord>,
  mall: DokumentmallRecord,
  texter: readonly Source[],
  diagnostics: Diagnostics
): void {
  const { data, located, path } = post
  const finns = texter.map((source) => avsnittId(source.path))
  const kända = [...new Set([...finns, ...(mall.avsnitt ?? []).map(({ id }) => id)])]
  const första = new Set<string>()
  for (const [i, { id, status }] of (data.avsnitt ?? []).entries()) {
    const span = located.spanOf([...path, 'avsnitt', i, 'id'])
    if (!kända.includes(id)) diagnostics.add(messages.okäntAvsnitt(id, kända), span)
    if (första.has(id)) diagnostics.add(messages.dubbeltAvsnitt(id), span)
    första.add(id)
    if (
      status &&
      ORDNING.indexOf(status) < ORDNING.indexOf(data.status) &&
      data.status !== 'utkast'
    )
      diagnostics.add(
        messages.avsnittEfter(id, status, data.status),
        located.spanOf([...path, 'avsnitt', i, 'status'])
      )
  }
  if (mall.ordning === 'fast') checkOrdning(mall, texter, diagnostics)
  for (const source of texter)
    for (const match of source.text.matchAll(VÄGLEDNING))
      diagnostics.add(messages.vägledningKvar(), {
        file: source.path,
        start: match.index,
        end: match.index + match[0].length
      })
}

/** The first section that stands before one that the template has earlier; the writer's own may stand anywhere. */
function checkOrdning(
  { avsnitt = [] }: DokumentmallRecord,
  texter: readonly Source[],
  diagnostics: Diagnostics
): void {
  let sist = -1
  for (const source of texter) {
    const plats = avsnitt.findIndex(({ id }) => id === avsnittId(source.path))
    if (plats < 0) continue
    if (plats < sist)
      return diagnostics.add(
        messages.avsnittIOrdning(avsnitt[plats]?.rubrik ?? '', avsnitt[sist]?.rubrik ?? ''),
        { file: source.path, start: 0, end: 0 }
      )
    sist = plats
  }
}
