import { Diagnostics } from '../diagnostic.ts'
import type { Effects } from '../effects.ts'
import { toJsonSchema, type Filslag, type Förslag } from '../schema/json.ts'
import { discover, type Project } from '../stages/1-discover.ts'
import * as messages from './messages.ts'
import { wireSettings, type Koppling } from './settings.ts'
import { collectFörslag } from './suggestions.ts'

const FOLDER = '.vscode/tertial'
const SETTINGS = '.vscode/settings.json'
const EXTENSIONS = '.vscode/extensions.json'
/** The extension that holds YAML against a schema, in VS Code and the editors built on it. */
const YAML = 'redhat.vscode-yaml'

export interface Schemaresultat {
  /** Schemas that were written, by path. */
  readonly scheman: readonly string[]
  /** Whether the editor's settings were written. */
  readonly kopplade: boolean
  readonly diagnostics: Diagnostics
}

/**
 * Writes the project's JSON Schemas and wires them into the editor's settings. Each unit has a schema
 * of its own for its data files, since it is its own ids that they point at. With `out` the schemas
 * alone are written, there.
 */
export async function writeSchemas(
  root: string,
  out: string | undefined,
  effects: Effects
): Promise<Schemaresultat> {
  const diagnostics = new Diagnostics()
  const { files } = effects
  const project = await discover(root, files, new Diagnostics())
  if (project.organisationsfiler.size === 0) {
    diagnostics.add(messages.ingenData())
    return { scheman: [], kopplade: false, diagnostics }
  }
  const folder = out ?? FOLDER
  const wanted = await schemas(root, project, effects)
  await files.mkdir(`${root}/${folder}`)
  for (const { name } of await files.list(`${root}/${folder}`))
    if (name.endsWith('.schema.json') && !wanted.some((each) => each.name === name))
      await files.remove(`${root}/${folder}/${name}`)
  for (const { name, text } of wanted) await write(`${root}/${folder}/${name}`, text, effects)
  const scheman = wanted.map(({ name }) => `${folder}/${name}`)
  if (out !== undefined) return { scheman, kopplade: false, diagnostics }
  const koppling = Object.fromEntries(
    wanted.map(({ name, paths }) => [`./${FOLDER}/${name}`, paths])
  )
  return { scheman, kopplade: await wire(root, koppling, diagnostics, effects), diagnostics }
}

interface Schemafil {
  readonly name: string
  readonly text: string
  readonly paths: readonly string[]
}

async function schemas(root: string, project: Project, effects: Effects): Promise<Schemafil[]> {
  const { överallt, enheter } = await collectFörslag(root, project, effects)
  const file = (slag: Filslag, name: string, paths: readonly string[], förslag: Förslag) => ({
    name: `${name}.schema.json`,
    text: `${JSON.stringify(toJsonSchema(slag, förslag))}\n`,
    paths
  })
  return [
    file('organisation', 'organisation', ['data/*/organisation.yaml'], överallt),
    file('styrmodell', 'styrmodell', ['data/*/styrmodell.yaml'], överallt),
    file('rapport', 'rapport', ['content/*/*/*/rapport.yaml'], överallt),
    ...[...enheter].map(([id, egna]) =>
      file('data', `data.${id.replace('/', '.')}`, [`data/${id}/*.y*ml`], { ...överallt, ...egna })
    )
  ]
}

async function wire(
  root: string,
  koppling: Koppling,
  diagnostics: Diagnostics,
  effects: Effects
): Promise<boolean> {
  const { files } = effects
  const path = `${root}/${SETTINGS}`
  const before = (await files.exists(path)) ? await files.readText(path) : ''
  const after = wireSettings(before, `./${FOLDER}/`, koppling)
  if (after === undefined) {
    diagnostics.add(messages.oläsligaInställningar(SETTINGS))
    return false
  }
  await write(path, after, effects)
  if (!(await files.exists(`${root}/${EXTENSIONS}`)))
    await write(
      `${root}/${EXTENSIONS}`,
      `${JSON.stringify({ recommendations: [YAML] }, null, 2)}\n`,
      effects
    )
  return true
}

/** Writes a file whole, and only where it changes: an editor reads a schema again when it does. */
async function write(path: string, text: string, { files }: Effects): Promise<void> {
  if ((await files.exists(path)) && (await files.readText(path)) === text) return
  await files.writeFile(`${path}.ny`, text)
  await files.rename(`${path}.ny`, path)
}
