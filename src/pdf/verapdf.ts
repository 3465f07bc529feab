import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A standard that files are validated against, as veraPDF calls it. */
export type Flavour = 'ua1' | '2a' | '3a'

/** A rule that a file breaks. */
export interface FailedRule {
  /** Clause and test: `7.1-3`. */
  readonly rule: string
  readonly count: number
  /** veraPDF's own words, in English. */
  readonly message: string
  /** Path to the first object that breaks it. */
  readonly place: string
}

/** What veraPDF says of one file and one standard. */
export interface Validation {
  readonly flavour: Flavour
  readonly file: string
  readonly compliant: boolean
  readonly checks: number
  readonly failed: readonly FailedRule[]
  /** When the file couldn't be validated at all. */
  readonly error?: string
}

/** veraPDF, ready to run; or what of it is missing. */
export type Verapdf =
  | { validate(jobs: readonly (readonly [Flavour, string])[]): Promise<Validation[]> }
  | { readonly missing: 'java' | 'maven' | 'build'; readonly detail: string }

/**
 * Makes veraPDF ready: it is fetched by Maven and built with our runner once, into a folder named by
 * what it is built from. Needs Java 17 or later, and Maven the first time.
 */
export async function openVerapdf(): Promise<Verapdf> {
  const java = await version('java', ['-version'])
  const major = Number(/version "(\d+)/.exec(java ?? '')?.[1] ?? 0)
  if (major < 17) return { missing: 'java', detail: java ?? '' }
  const sources = join(findSources(), 'src', 'pdf', 'verapdf')
  const pom = join(sources, 'pom.xml')
  const hash = createHash('sha256')
    .update(readFileSync(pom))
    .update(readFileSync(join(sources, 'Runner.java')))
    .digest('hex')
    .slice(0, 12)
  const folder = join(findSources(), 'node_modules', '.cache', 'tertial', `verapdf-${hash}`)
  if (!existsSync(folder)) {
    if ((await version('mvn', ['-version'])) === undefined) return { missing: 'maven', detail: '' }
    try {
      await build(pom, folder)
    } catch (error) {
      return { missing: 'build', detail: String((error as { stdout?: string }).stdout ?? error) }
    }
  }
  const classPath = [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter)
  return {
    async validate(jobs) {
      // The quick compiler alone: a few seconds' work is over before the slow one has paid off.
      const { stdout } = await run(
        'java',
        ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classPath, 'Runner', ...jobs.flat()],
        { maxBuffer: 2 ** 28 }
      )
      return stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Validation)
    }
  }
}

/**
 * Validates finished files that are not on disk yet, against PDF/UA-1 and the PDF/A that each says it
 * is. Gives what was found by the files' names; the order of the files is kept.
 */
export async function validatePdfs(
  verapdf: Extract<Verapdf, { validate: unknown }>,
  pdfs: ReadonlyMap<string, Uint8Array>
): Promise<Map<string, Validation[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'tertial-pdf-'))
  try {
    const jobs: (readonly [Flavour, string])[] = []
    const names = new Map<string, string>()
    for (const [name, bytes] of pdfs) {
      const path = join(folder, `${names.size}.pdf`)
      names.set(path, name)
      await writeFile(path, bytes)
      jobs.push(['ua1', path], [partOf(bytes), path])
    }
    const found = new Map<string, Validation[]>([...pdfs.keys()].map((name) => [name, []]))
    for (const validation of await verapdf.validate(jobs)) {
      found.get(names.get(validation.file) ?? '')?.push(validation)
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** 3a for files with others in them. Metadata are never compressed. */
function partOf(bytes: Uint8Array): Flavour {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return text.includes('<pdfaid:part>3<') ? '3a' : '2a'
}

/** Built beside its place and renamed, so that what stands there is always whole. */
async function build(pom: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  const made = await mkdtemp(`${folder}-ny-`)
  try {
    await run(
      process.platform === 'win32' ? 'mvn.cmd' : 'mvn',
      ['-q', '-B', '-f', pom, `-Dout=${made}`, 'compile', 'dependency:copy-dependencies'],
      { shell: process.platform === 'win32' }
    )
    await rename(made, folder)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    // Another run was first: what it made is as good.
    if (!existsSync(folder)) throw error
  }
}

/** What a program says of itself; undefined if it isn't there. */
async function version(program: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, [...args], {
      shell: process.platform === 'win32'
    })
    return stdout + stderr
  } catch {
    return undefined
  }
}

/** The program's own folder, also when it runs in one piece from its cache. */
function findSources(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'src', 'pdf', 'verapdf', 'pom.xml'))) return folder
    if (folder === dirname(folder)) throw new Error("the program's folder wasn't found")
  }
}
