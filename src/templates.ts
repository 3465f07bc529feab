import { builtInMall, loadDiagrammall } from './chart/mall.ts'
import type { Diagrammall } from './chart/types.ts'
import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import { dokumentmall, type DokumentmallRecord } from './schema/dokumentmall.ts'
import { readPost } from './schema/read.ts'
import { createSource, type Source } from './source.ts'
import type { Project } from './stages/1-discover.ts'
import { mallhjälpare } from './template/call.ts'
import { createEngine, type Engine } from './template/engine.ts'
import { readYaml } from './yaml/read.ts'

/** The engine with the project's templates, as they were read; their faults are told in `diagnostics`. */
export function openEngine(
  project: Project,
  texter: ReadonlyMap<string, Source>,
  diagnostics: Diagnostics
): Engine {
  const sources = project.mallar.flatMap((path) => texter.get(path) ?? [])
  return createEngine({ sources, helpers: mallhjälpare }, diagnostics)
}

/** The document types there are, as writers name them. */
export function dokumenttyper(engine: Engine): string[] {
  return engine.dokumenttyper.map(
    (typ) => readMall(typ, engine, new Diagnostics())?.dokumenttyp ?? typ
  )
}

/** A document template's front matter; undefined where there is none such or it has faults. */
export function readMall(
  namn: string,
  engine: Engine,
  diagnostics: Diagnostics
): DokumentmallRecord | undefined {
  const found = engine.dokument(namn)
  if (!found) return undefined
  if (!found.frontMatter) return { dokumenttyp: namn }
  const located = readYaml(found.source, diagnostics, found.frontMatter)
  return located && readPost(dokumentmall, located, [], diagnostics)?.data
}

/** The chart templates by name; null for one with faults, which are told here. */
export async function loadCharts(
  root: string,
  project: Project,
  sources: Map<string, Source>,
  diagnostics: Diagnostics,
  effects: Effects
): Promise<Map<string, Diagrammall | null>> {
  const mallar = new Map<string, Diagrammall | null>()
  for (const path of project.diagrammallar) {
    const source = createSource(path, await effects.files.readText(`${root}/${path}`))
    sources.set(path, source)
    const known = builtInMall(source.text)
    if (known) {
      mallar.set(known.namn, known)
      continue
    }
    const located = readYaml(source, diagnostics, { typed: true })
    const namn = path.replace(/^.*\/|\.ya?ml$/g, '')
    const mall = located && loadDiagrammall(located.data, path)
    if (mall && !('fel' in mall)) mallar.set(mall.namn, mall)
    else mallar.set(namn, null)
    if (located && mall && 'fel' in mall)
      for (const { väg, text: fel, tips } of mall.felen)
        diagnostics.add(
          {
            rule: 'diagrammall-gar-att-anvanda',
            severity: 'error',
            text: fel,
            ...(tips ? { hint: tips } : {})
          },
          located.spanOf(väg, 'key')
        )
  }
  return mallar
}
