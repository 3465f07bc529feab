import type { Diagrampool } from './chart/pool.ts'
import { chartKey } from './chart/render.ts'
import type { Diagrambild, Diagramdata, Diagramfel, Diagrammall } from './chart/types.ts'
import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import type { Source } from './source.ts'
import type { Project } from './stages/1-discover.ts'
import { load } from './stages/2-load.ts'
import type { Tema } from './stages/7-html.ts'
import type { Engine } from './template/engine.ts'
import { loadCharts, openEngine } from './templates.ts'

/** What all reports share: templates, theme, and the drawing of charts. */
export interface Workshop {
  readonly engine: Engine
  readonly mallfel: Diagnostics
  /** Null for a template with faults, which are told where they stand. */
  readonly diagrammallar: ReadonlyMap<string, Diagrammall | null>
  readonly tema: Tema
  readonly sources: Map<string, Source>
  draw(mall: Diagrammall, data: Diagramdata, id: string): Promise<Diagrambild | Diagramfel>
}

/** Loads the templates and the theme; a chart that was drawn before is taken from the cache. */
export async function openWorkshop(
  root: string,
  project: Project,
  sources: Map<string, Source>,
  diagnostics: Diagnostics,
  pool: Diagrampool,
  effects: Effects
): Promise<Workshop> {
  const loaded = await load(
    root,
    [...project.mallar, ...project.temafiler],
    effects,
    sources,
    diagnostics
  )
  const mallfel = new Diagnostics()
  const engine = openEngine(project, loaded.texter, mallfel, effects.minne)
  const theme = (ending: string) =>
    project.temafiler
      .filter((path) => path.endsWith(ending))
      .map((path) => loaded.texter.get(path)?.text ?? '')
      .join('\n')
  return {
    engine,
    mallfel,
    diagrammallar: await loadCharts(root, project, sources, mallfel, effects),
    tema: { css: theme('.css'), skript: theme('.js') },
    sources,
    async draw(mall, data, id) {
      // Redrawn for phones, since a shrunk drawing can't be read.
      const options = { bredd: 640, smal: 320, prefix: id }
      const key = chartKey(mall, data, options)
      const cached = await effects.cache?.get(key)
      if (cached !== undefined) return JSON.parse(cached) as Diagrambild
      const bild = await pool.draw(mall, data, options)
      if (!('fel' in bild)) await effects.cache?.set(key, JSON.stringify(bild))
      return bild
    }
  }
}
