import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Diagnostic } from '../../src/diagnostic.ts'
import type { Effects, FileEffects } from '../../src/effects.ts'
import { make, type Making } from '../../src/pipeline.ts'
import { formatDiagnostics } from '../../src/reporter.ts'

/** A file's content; `{ länk }` is a symbolic link to a path outside or inside the project. */
export type Innehåll = string | Uint8Array | { readonly länk: string }
export type Filer = Readonly<Record<string, Innehåll | null>>

/** The repository's folder, for the real templates. */
export const REPO = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const ROOT = '/projekt'

const templates = new Map<string, Uint8Array>()
for (const folder of ['sida', 'dokument', 'block', 'diagram', 'tema'])
  for (const name of readdirSync(`${REPO}/templates/${folder}`))
    templates.set(
      `templates/${folder}/${name}`,
      readFileSync(`${REPO}/templates/${folder}/${name}`)
    )

/** The yearly report's template with nothing required, so that a case can be about one thing. */
const UTAN_KRAV = readFileSync(`${REPO}/templates/dokument/arsrapport.hbs`, 'utf8').replaceAll(
  'krav: ja',
  'krav: nej'
)

/** A minimal project without faults; cases replace what they are about. */
export const MINSTA: Readonly<Record<string, string>> = {
  'templates/dokument/arsrapport.hbs': UTAN_KRAV,
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Enheten
`,
  'data/region/styrmodell.yaml': `styrmodell:
  nivåer: [perspektiv, mål]
`,
  'data/region/enhet/mal.yaml': `mål:
  - id: verksamhet
    nivå: perspektiv
    namn: Verksamhet
`,
  'data/region/enhet/indikatorer.yaml': `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    mål: verksamhet
    enhet: procent
    serie:
      2020:
        utfall: 5,9
      2021:
        målvärde: max 6
        utfall: 6,0
`,
  'data/region/enhet/ekonomi.yaml': `konton:
  - id: personal
    namn: Personal
    enhet: mnkr
    serie:
      2021:
        utfall: -10,5
        budget: -10,0
  - id: lokaler
    namn: Lokaler
    enhet: mnkr
    serie:
      2021:
        utfall: -4,5
        budget: -5,0
uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: personal
      - konto: lokaler
      - summa: Summa
`,
  'content/region/enhet/2021-arsrapport/rapport.yaml': `rapport:
  dokumenttyp: årsrapport
  titel: Årsrapport 2021
  period: 2021
  status: utkast
`,
  'content/region/enhet/2021-arsrapport/10-inledning.md': `# Inledning

Sjukfrånvaron var {{tal "sjukfrånvaro.utfall"}}.
`
}

/** Files in memory over the real templates; null takes a file away. */
export function createFiles(filer: Filer): FileEffects {
  const all = new Map<string, Innehåll>([...templates, ...Object.entries(filer)] as never)
  for (const [path, innehåll] of Object.entries(filer)) if (innehåll === null) all.delete(path)
  const relative = (path: string) => path.slice(ROOT.length + 1)
  const installed = `${REPO}/node_modules/`
  const bytes = (path: string): Uint8Array => {
    if (path.startsWith(installed)) return new Uint8Array(readFileSync(path))
    const innehåll = all.get(relative(path))
    if (innehåll === undefined) throw new Error(`No such file in the test: ${path}`)
    if (typeof innehåll === 'string') return new TextEncoder().encode(innehåll)
    return innehåll instanceof Uint8Array ? innehåll : new TextEncoder().encode('utanför')
  }
  const refuse = (): never => {
    throw new Error('The test writes nothing')
  }
  return {
    readFile: async (path) => bytes(path),
    readText: async (path) => new TextDecoder().decode(bytes(path)),
    writeFile: refuse,
    rename: refuse,
    remove: refuse,
    mkdir: refuse,
    async list(path) {
      if (path.startsWith(`${ROOT}/node_modules/`))
        return readdirSync(path.replace(ROOT, REPO)).map((name) => ({ name, isDirectory: true }))
      const prefix = `${relative(path)}/`
      const names = new Map<string, boolean>()
      for (const file of all.keys()) {
        if (!file.startsWith(prefix)) continue
        const [name = '', ...rest] = file.slice(prefix.length).split('/')
        names.set(name, rest.length > 0)
      }
      return [...names]
        .map(([name, isDirectory]) => ({ name, isDirectory }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
    exists: async (path) => all.has(relative(path)),
    async realPath(path) {
      const innehåll = all.get(relative(path))
      return typeof innehåll === 'object' && 'länk' in innehåll ? innehåll.länk : path
    }
  }
}

export function createEffects(filer: Filer): Effects {
  return {
    files: createFiles(filer),
    env: {},
    commit: async () => null,
    packageFile: (path) => `${REPO}/node_modules/${path}`,
    progress: () => undefined
  }
}

/** The minimal project with some files replaced, added or (null) taken away, made up to HTML. */
export function makeProject(filer: Filer, rapporter: readonly string[] = []): Promise<Making> {
  return make(ROOT, { rapporter, pdf: false }, createEffects({ ...MINSTA, ...filer }))
}

/** All that was found in a run, as `check` collects it. */
export function allDiagnostics(making: Making): Diagnostic[] {
  const { diagnostics, made } = making
  for (const { diagnostics: own } of made) for (const d of own.all) diagnostics.add(d, d.span)
  return diagnostics.sorted()
}

/** What `tertial check` prints of faults for the minimal project with these files. */
export async function check(filer: Filer): Promise<string> {
  const making = await makeProject(filer)
  return formatDiagnostics(allDiagnostics(making), making.sources)
}
