import type { Diagrampool } from './chart/pool.ts'
import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import { make, type Made } from './pipeline.ts'
import { applyFixes, type Rättad } from './rules/fix.ts'
import type { Tystad } from './rules/settle.ts'
import type { Sources } from './source.ts'

export interface CheckOptions {
  readonly rapporter: readonly string[]
  /** Makes the safe changes in the files before what remains is told. */
  readonly fix: boolean
  readonly pool?: Diagrampool | undefined
}

export interface CheckResult {
  readonly diagnostics: Diagnostics
  readonly sources: Sources
  readonly tystade: readonly Tystad[]
  readonly rättade: readonly Rättad[]
  readonly antal: number
  readonly made: readonly Made[]
}

/** As often as one change can uncover the next: a number bound, then the space before it. */
const MOST_ROUNDS = 3

/** Everything that can be found without printing, and what could be mended at once. */
export async function check(
  root: string,
  options: CheckOptions,
  effects: Effects
): Promise<CheckResult> {
  const rättade: Rättad[] = []
  for (let round = 0; ; round++) {
    const result = await once(root, options, effects)
    const fixed =
      options.fix && round < MOST_ROUNDS
        ? applyFixes(result.diagnostics.sorted(), result.sources)
        : []
    if (fixed.length === 0) return { ...result, rättade }
    for (const { path, text } of fixed) await writeWhole(`${root}/${path}`, text, effects)
    rättade.push(...fixed)
  }
}

async function once(root: string, { rapporter, pool }: CheckOptions, effects: Effects) {
  const {
    made,
    sources,
    diagnostics: all
  } = await make(root, { rapporter, pdf: true, pool }, effects)
  const diagnostics = new Diagnostics()
  for (const d of all.all) diagnostics.add(d, d.span)
  const tystade = new Map<string, Tystad>()
  for (const { diagnostics: own, tystade: silenced } of made) {
    for (const d of own.all) diagnostics.add(d, d.span)
    // A finding in data is silenced in each of the unit's reports, but is one.
    for (const each of silenced) {
      const { rule, span, text } = each.diagnostic
      tystade.set(`${rule}|${span?.file}|${span?.start}|${text}`, each)
    }
  }
  return { diagnostics, sources, tystade: [...tystade.values()], antal: made.length, made }
}

/** By rename, so that an editor or a build never reads half a file. */
async function writeWhole(path: string, text: string, { files }: Effects): Promise<void> {
  const own = `${path}.tertial-ny`
  await files.writeFile(own, text)
  await files.rename(own, path)
}
