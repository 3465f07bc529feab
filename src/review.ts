import { Diagnostics } from './diagnostic.ts'
import type { Period } from './domain/period.ts'
import type { Räknare } from './domain/rakna.ts'
import { recall, type Minne } from './minne.ts'
import { collectSiffror } from './rules/collect.ts'
import type { Siffror } from './rules/figures.ts'
import { ruleIds } from './rules/index.ts'
import { mergeNivåer } from './rules/levels.ts'
import type { Rapportsubject } from './rules/rule.ts'
import { checkNivåer, readAvsnitt, runData, runPage, runRapport } from './rules/run.ts'
import { checkTystningar, reportUnused, settle, type Settled, type Tystad } from './rules/settle.ts'
import type { Tystning } from './rules/silence.ts'
import type { DokumentmallRecord } from './schema/dokumentmall.ts'
import type { RapportRecord } from './schema/organisation.ts'
import type { Post } from './schema/read.ts'
import type { StyrmodellRecord } from './schema/styrning.ts'
import type { Source, Sources } from './source.ts'
import type { Composed } from './stages/6-compose.ts'

/** What the rules need of a unit, and what its data files silence. */
export interface Enhetsgranskning {
  readonly regler: Readonly<Record<string, string>> | undefined
  readonly läsbart: boolean
  readonly datafiler: readonly Source[]
  readonly tystningar: readonly Tystning[]
}

/** Tries the rules about a unit's data; `paths` are its own files and its organisation's. */
export function reviewData(
  räknare: Räknare,
  styrpost: Post<StyrmodellRecord>,
  paths: readonly string[],
  sources: Sources,
  diagnostics: Diagnostics
): Enhetsgranskning {
  const datafiler = paths.flatMap((path) => sources.get(path) ?? [])
  const { regler } = styrpost.data
  checkNivåer(
    regler,
    (regel) => styrpost.located.spanOf([...styrpost.path, 'regler', regel], 'key'),
    diagnostics
  )
  const tystningar = datafiler.flatMap((source) => checkTystningar(source, ruleIds, diagnostics))
  const { modell } = räknare
  // Off in the project, the report may still turn it on: levels are settled later.
  const läsbart = !diagnostics.hasErrors
  runData({ modell, räknare, läsbart, sources, datafiler }, new Map(), diagnostics)
  return { regler, läsbart, datafiler, tystningar }
}

/** A report on its way to be reviewed. */
export interface Rapportgranskning {
  /** Tries the rules about text and report, once composed. */
  composed(composed: Composed, mall: DokumentmallRecord, period: Period, räknare: Räknare): void
  /** Tries the rules about the finished page. */
  page(html: string): void
  /** What was found in all, at the levels set, without what is silenced. */
  settle(): Settled
}

/** Opens the review of one report; everything found goes to `diagnostics`. */
export function openReview(
  enhet: Enhetsgranskning | undefined,
  post: Post<RapportRecord> | undefined,
  paths: readonly string[],
  sources: Sources,
  diagnostics: Diagnostics,
  minne?: Minne
): Rapportgranskning {
  const nivåer = mergeNivåer(enhet?.regler, post?.data.regler)
  const spanOf = (...keys: string[]) => post?.located.spanOf([...post.path, ...keys], 'key')
  if (post)
    checkNivåer(
      post.data.regler,
      (regel) => post.located.spanOf([...post.path, 'regler', regel], 'key'),
      diagnostics
    )
  const own = paths
    .flatMap((path) => sources.get(path) ?? [])
    .flatMap((source) => checkTystningar(source, ruleIds, diagnostics))
  let subject: Rapportsubject | undefined
  let tried = false
  return {
    composed(composed, mall, period, räknare) {
      if (!post || !enhet) return
      let siffror: Siffror | undefined
      subject = {
        modell: räknare.modell,
        räknare,
        läsbart: enhet.läsbart && !hasErrorIn(post.located.source.path, diagnostics),
        sources,
        datafiler: enhet.datafiler,
        rapport: post.data,
        rapportSpan: (key) => spanOf(key) ?? { file: post.located.source.path, start: 0, end: 0 },
        period,
        mall,
        avsnitt: composed.texter.map(readAvsnitt),
        bok: composed.bok.poster,
        tabeller: composed.tabeller,
        get siffror() {
          return (siffror ??= recall(
            minne,
            `siffror ${post.located.source.path}`,
            [räknare, period.id],
            new Diagnostics(),
            () => collectSiffror(räknare, period)
          ))
        }
      }
      runRapport(subject, nivåer, diagnostics)
      tried = true
    },
    page(html) {
      if (subject) runPage(Object.assign(subject, { html }), nivåer, diagnostics)
    },
    settle() {
      const settled = settle(diagnostics, nivåer, [...own, ...(enhet?.tystningar ?? [])], ruleIds)
      // A report that couldn't be composed has had no rules tried on it.
      if (tried) reportUnused(own, usedBy(settled.tystade), settled.diagnostics)
      return settled
    }
  }
}

/** A fault in rapport.yaml may be about the period or the type, which decide what is to be there. */
const hasErrorIn = (file: string, { all }: Diagnostics): boolean =>
  all.some(({ severity, span }) => severity === 'error' && span?.file === file)

const usedBy = (tystade: readonly Tystad[]): Set<Tystning> =>
  new Set(tystade.map(({ tystning }) => tystning))

/** Silencings in a unit's data that none of its reports needed; told when all of them are made. */
export function reviewSilencings(
  enheter: readonly Enhetsgranskning[],
  tystade: readonly Tystad[],
  diagnostics: Diagnostics
): void {
  const used = usedBy(tystade)
  for (const { tystningar } of enheter) reportUnused(tystningar, used, diagnostics)
}
