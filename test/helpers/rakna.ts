import { Diagnostics } from '../../src/diagnostic.ts'
import { parsePeriod, type Period } from '../../src/domain/period.ts'
import { createRäknare, type Räknare } from '../../src/domain/rakna.ts'
import { isFel, type Referensfel } from '../../src/domain/referens.ts'
import type { Tal } from '../../src/domain/tal.ts'
import { createSource } from '../../src/source.ts'
import { validateData, validateStyrmodell } from '../../src/stages/3-validate.ts'
import { buildModell, buildStyrmodell } from '../../src/stages/4-model.ts'
import { readYaml } from '../../src/yaml/read.ts'

const ENHET = {
  id: 'enhet',
  namn: 'Enheten',
  kortnamn: 'E',
  slag: 'nämnd',
  värdar: [],
  enheter: []
}

/** A calculator over one data file, written as a writer would; a fault in it fails the test. */
export function räknareOver(
  yaml: string,
  styrmodell = 'styrmodell:\n  nivåer: [perspektiv, mål]\n  perioder:\n    delår: T2\n'
): Räknare {
  const diagnostics = new Diagnostics()
  const located = (path: string, text: string) => readYaml(createSource(path, text), diagnostics)
  const data = located('data.yaml', yaml)
  const post = validateStyrmodell(located('styrmodell.yaml', styrmodell), diagnostics)
  if (!data || !post) throw new Error(JSON.stringify(diagnostics.all))
  const records = validateData(
    {
      brutna: [],
      yaml: new Map([['data.yaml', data]]),
      csv: new Map(),
      csvBruten: false,
      texter: new Map()
    },
    diagnostics
  )
  const modell = buildModell(
    {
      id: 'region',
      namn: 'Region Exempel',
      kortnamn: 'Region Exempel',
      slag: 'region',
      enheter: [ENHET],
      tema: { omslag: 'fylld', typsnitt: {} }
    },
    ENHET,
    buildStyrmodell(post, diagnostics),
    records,
    diagnostics
  )
  if (diagnostics.all.length > 0) throw new Error(JSON.stringify(diagnostics.all))
  return createRäknare(modell)
}

export const period = (id: string): Period => {
  const found = parsePeriod(id)
  if (!found) throw new Error(`No period: ${id}`)
  return found
}

/** "24.7 mnkr", "– why", or "fel: del". */
export function show(tal: Tal | Referensfel): string {
  if (isFel(tal)) return `${tal.fel}: ${tal.del}`
  if (tal.värde === null) return `– ${tal.saknas ?? ''}`.trim()
  return `${tal.värde.toString()} ${tal.enhet.id}`
}
