import { builtInMall, loadDiagrammall } from './chart/mall.ts'
import type { Diagrammall } from './chart/types.ts'
import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import { dokumentmall, type DokumentmallRecord } from './schema/dokumentmall.ts'
import { readPost } from './schema/read.ts'
import { recall, type Minne } from './minne.ts'
import { createSource, type Source } from './source.ts'
import type { Project } from './stages/1-discover.ts'
import { mallhjälpare } from './template/call.ts'
import { compileTemplates, openTemplates, type Engine } from './template/engine.ts'
import { readYaml } from './yaml/read.ts'

/** The engine with the project's templates, as they were read; their faults are told in `diagnostics`. */
export function openEngine(
  project: Project,
  texter: ReadonlyMap<string, Source>,
  diagnostics: Diagnostics,
  minne?: Minne
): Engine {
  const sources = project.mallar.flatMap((path) => texter.get(path) ?? [])
  const compiled = recall(minne, 'mallar', sources, diagnostics, (own) =>
    compileTemplates({ sources, helpers: mallhjälpare }, own)
  )
  return openTemplates(compiled, diagnostics)
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
    const text = await effects.files.readText(`${root}/${path}`)
    const source = recall(effects.minne, `text ${path}`, [text], diagnostics, () =>
      createSource(path, text)
    )
    sources.set(path, source)
    const known = builtInMall(source.text)
    if (known) {
      mallar.set(known.namn, known)
      continue
    }
    const { located, mall } = recall(
      effects.minne,
      `diagrammall ${path}`,
      [source],
      diagnostics,
      (own) => {
        const located = readYaml(source, own, { typed: true })
        return { located, mall: located && loadDiagrammall(located.data, path) }
      }
    )
    const namn = path.replace(/^.*\/|\.ya?ml$/g, '')
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
