import { Diagnostics } from './diagnostic.ts'
import type { Effects } from './effects.ts'
import * as messages from './init-messages.ts'
import { writeSchemas } from './editor/schemas.ts'
import { slug } from './text/slug.ts'

export interface NyttProjekt {
  /** The organisation's name, as it is written in the reports. */
  readonly namn: string
  /** The year that the example report is about. */
  readonly år: number
  /** Tertial's own folder, which the templates are copied from. */
  readonly home: string
}

export interface Projektresultat {
  /** What was made, by path; empty where nothing was. */
  readonly gjorda: readonly string[]
  /** What stood there and was left. */
  readonly orörda: readonly string[]
  /** The example report's id. */
  readonly rapport: string
  readonly diagnostics: Diagnostics
}

/** Folders that are the project's own from the start, and so must not be there before. */
const EGNA = ['data', 'content', 'templates'] as const

/**
 * Makes a project that builds in an empty folder: an organisation with one unit, its data, a report
 * that shows what there is, and the templates. Nothing is overwritten.
 */
export async function createProjekt(
  root: string,
  nytt: NyttProjekt,
  effects: Effects
): Promise<Projektresultat> {
  const { files } = effects
  const diagnostics = new Diagnostics()
  const words = wordsOf(nytt)
  const rapport = `${words.organisation}/${words.enhet}/${nytt.år}-arsrapport`
  for (const folder of EGNA)
    if ((await files.list(`${root}/${folder}`)).length > 0)
      diagnostics.add(messages.mappFinns(folder))
  if (diagnostics.hasErrors) return { gjorda: [], orörda: [], rapport, diagnostics }

  const gjorda: string[] = []
  const orörda: string[] = []
  const put = async (path: string, data: string | Uint8Array): Promise<void> => {
    if (await files.exists(`${root}/${path}`)) return void orörda.push(path)
    await files.mkdir(`${root}/${path}`.replace(/\/[^/]*$/, ''))
    await files.writeFile(`${root}/${path}`, data)
    gjorda.push(path)
  }
  const start = `${nytt.home}/templates/start`
  for (const path of await listFiles(start, files))
    await put(placed(path, words), fill(await files.readText(`${start}/${path}`), words))
  for (const path of await listFiles(`${nytt.home}/templates`, files))
    if (!path.startsWith('start/'))
      await put(`templates/${path}`, await files.readFile(`${nytt.home}/templates/${path}`))
  await put('.gitignore', 'node_modules/\noutput/\n.cache/\n.vscode/tertial/\n')
  for (const d of (await writeSchemas(root, undefined, effects)).diagnostics.all)
    diagnostics.add(d, d.span)
  return { gjorda, orörda, rapport, diagnostics }
}

type Ord = Readonly<Record<string, string>> & {
  readonly organisation: string
  readonly enhet: string
}

/** What the start's `[[words]]` stand for. */
function wordsOf({ namn, år }: NyttProjekt): Ord {
  const region = /\bregion/i.test(namn)
  return {
    namn: namn.replaceAll('"', '\\"'),
    organisation: slug(namn) || 'organisation',
    slag: region ? 'region' : 'kommun',
    enhet: region ? 'regionstyrelsen' : 'kommunstyrelsen',
    enhetsnamn: region ? 'Regionstyrelsen' : 'Kommunstyrelsen',
    enhetsnamnet: region ? 'regionstyrelsen' : 'kommunstyrelsen',
    år: String(år),
    förra: String(år - 1),
    förrförra: String(år - 2)
  }
}

const fill = (text: string, words: Ord): string =>
  text.replace(/\[\[([^\]]+)\]\]/gu, (whole, word: string) => words[word] ?? whole)

/** Where a file of the start lies in the project: `content/organisation/enhet/ar-arsrapport/…`. */
const placed = (path: string, { organisation, enhet, år = '' }: Ord): string =>
  path
    .replace(/^(data|content)\/organisation\//, `$1/${organisation}/`)
    .replace(/^((?:data|content)\/[^/]+)\/enhet\//, `$1/${enhet}/`)
    .replace('/ar-arsrapport/', `/${år}-arsrapport/`)

async function listFiles(folder: string, files: Effects['files'], below = ''): Promise<string[]> {
  const found: string[] = []
  for (const { name, isDirectory } of await files.list(`${folder}/${below}`)) {
    if (isDirectory) found.push(...(await listFiles(folder, files, `${below}${name}/`)))
    else found.push(`${below}${name}`)
  }
  return found
}

/** What was made, in words, with what to do next. */
export function formatProjekt({ gjorda, orörda, rapport }: Projektresultat): string {
  const own = gjorda.filter((path) => !/^(templates|\.vscode)\//.test(path))
  const mallar = gjorda.length - own.length
  return [
    ...own.map((path) => `  gjord  ${path}`),
    `  gjord  templates/ (${mallar} filer: mallar, diagram och utseende)`,
    ...orörda.map((path) => `  fanns  ${path} (orörd)`),
    '',
    'Nästa steg',
    '  1. Bygg rapporten: npx tertial build',
    '  2. Öppna output/index.html',
    `  3. Byt siffror i data/${rapport.split('/').slice(0, 2).join('/')}/ och text i content/${rapport}/`,
    '  4. Kontrollera: npx tertial check'
  ].join('\n')
}
