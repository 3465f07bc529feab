import { Diagnostics } from './diagnostic.ts'
import type { Styrmodell } from './domain/modell.ts'
import type { Effects } from './effects.ts'
import { recall } from './minne.ts'
import { Ids } from './model/context.ts'
import { buildRevision } from './model/revision.ts'
import { splitTill, type Granskare } from './model/svar.ts'
import type { Source } from './source.ts'
import type { Project } from './stages/1-discover.ts'
import { load, type Loaded } from './stages/2-load.ts'
import { validateData, type Records } from './stages/3-validate.ts'

/**
 * The units whose recommendations a unit answers, by `organisation/enhet`; those without a folder
 * are left out. Faults in their data are told where they are built themselves, not here.
 */
export async function loadGranskare(
  root: string,
  svar: Records['svar'],
  egen: { readonly organisation: string; readonly enhet: string },
  styrmodell: Styrmodell,
  project: Project,
  sources: Map<string, Source>,
  effects: Effects
): Promise<Map<string, Granskare>> {
  const wanted = new Set(
    svar.flatMap(({ data }) => (data.till === undefined ? [] : [splitTill(data.till, egen).enhet]))
  )
  wanted.delete(`${egen.organisation}/${egen.enhet}`)
  const granskare = new Map<string, Granskare>()
  for (const enhet of wanted) {
    const mapp = project.enheter.get(enhet)
    if (!mapp) continue
    const unsaid = new Diagnostics()
    const loaded = await load(root, mapp.datafiler, effects, sources, unsaid)
    const { datafiler } = mapp
    const of = [styrmodell, ...datafiler, ...datafiler.map((path) => sources.get(path))]
    granskare.set(
      enhet,
      recall(effects.minne, `granskare ${enhet}`, of, unsaid, (own) =>
        readGranskare(loaded, styrmodell, own)
      )
    )
  }
  return granskare
}

function readGranskare(
  loaded: Loaded,
  styrmodell: Styrmodell,
  diagnostics: Diagnostics
): Granskare {
  const records = validateData(loaded, diagnostics)
  const ids = new Ids(diagnostics)
  return {
    rekommendationer: records.revision.flatMap(
      (post) =>
        buildRevision(post, new Map(), ids, { diagnostics, styrmodell })?.rekommendationer ?? []
    ),
    trasiga: records.trasiga
  }
}
