import type { Diagnostics } from './diagnostic.ts'
import { flertydigRapport, ingaRapporter, okändRapport } from './build-messages.ts'
import type { Project, Rapportmapp } from './stages/1-discover.ts'

/** Reports by id or any part of it that fits one alone. */
export function select(
  project: Project,
  wanted: readonly string[],
  diagnostics: Diagnostics
): Rapportmapp[] {
  const all = project.rapporter
  if (wanted.length === 0) {
    // A folder without its rapport.yaml is told of already.
    if (all.length === 0 && !diagnostics.all.some(({ rule }) => rule === 'fil-finns'))
      diagnostics.add(ingaRapporter())
    return [...all]
  }
  return all.filter((mapp) => wanted.some((name) => matches(name, all, diagnostics).includes(mapp)))
}

function matches(
  name: string,
  all: readonly Rapportmapp[],
  diagnostics: Diagnostics
): Rapportmapp[] {
  const clean = name.replace(/^\.?\/*(content\/)?/, '').replace(/\/+$/, '')
  const exact = all.filter((mapp) => mapp.id === clean)
  const hits = exact.length ? exact : all.filter((mapp) => mapp.id.includes(clean))
  if (hits.length === 0)
    diagnostics.add(
      okändRapport(
        name,
        all.map((mapp) => mapp.id)
      )
    )
  if (hits.length > 1)
    diagnostics.add(
      flertydigRapport(
        name,
        hits.map((mapp) => mapp.id)
      )
    )
  return hits.length === 1 ? hits : []
}
