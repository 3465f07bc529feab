import { createHash } from 'node:crypto'
import type { FileEffects } from '../effects.ts'

/** Anything that JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Contents of files by their path below some folder, with `/`. */
export type FileSet = ReadonlyMap<string, string | Uint8Array>

/** A finished report: its folder below the output root and all that shall stand in it, nothing else. */
export interface ReportOutput {
  readonly path: string
  readonly files: FileSet
  /** What the manifest and the index say of it; the path is added. */
  readonly entry: { readonly [key: string]: Json }
}

/** A report as the manifest lists it. */
export interface ReportEntry {
  readonly sökväg: string
  readonly [key: string]: Json
}

/** A file as the manifest lists it. */
export interface FileEntry {
  readonly sökväg: string
  readonly bytes: number
  readonly sha256: string
}

/** `output/manifest.json`: what stands there and what made it. No times and no absolute paths. */
export interface Manifest {
  readonly verktyg: { readonly namn: string; readonly version: string }
  readonly webbläsare: Json
  readonly commit: string | null
  readonly rapporter: readonly ReportEntry[]
  readonly filer: readonly FileEntry[]
}

/** Everything that one build wants written. */
export interface BuildOutput {
  readonly reports: readonly ReportOutput[]
  /** Paths of reports that are in the content but not in this build: their last good output stays. */
  readonly kept: readonly string[]
  /** True when `reports` and `kept` are all there is: what else Tertial wrote before is removed. */
  readonly complete: boolean
  /** Files at the root besides index and manifest, such as fonts. */
  readonly shared: FileSet
  /** The index page, made last, from what then stands on disk. */
  readonly index: (entries: readonly ReportEntry[]) => string
  readonly about: Pick<Manifest, 'verktyg' | 'webbläsare' | 'commit'>
}

/** What became of one report's folder. */
export interface WriteOutcome {
  readonly path: string
  readonly state: 'written' | 'unchanged' | 'removed' | 'failed'
  /** The system's own words, for `failed`; the last good output then still stands. */
  readonly detail?: string
}

const NEW = '.ny-'
const OLD = '.gammal-'

/**
 * Writes a build to disk. Each report's folder is swapped whole, by renames; what an interrupted
 * run left behind is healed first; a folder or file whose bytes are the same is not touched. Throws
 * only if the root itself can't be used or a path leads out of it.
 */
export async function write(
  output: BuildOutput,
  root: string,
  files: FileEffects
): Promise<readonly WriteOutcome[]> {
  checkPaths(output)
  await files.mkdir(root)
  const folders = output.reports.map((report) => report.path)
  for (const path of [...folders, ...output.kept]) await checkInside(root, path, files)
  for (const path of output.shared.keys()) await checkInside(root, path, files)
  const before = await readManifest(root, files)
  await heal(root, [...folders, ...output.kept, ...before.rapporter.map((r) => r.sökväg)], files)

  const outcomes: WriteOutcome[] = []
  const rapporter: ReportEntry[] = []
  const filer: FileEntry[] = []
  const keep = async (path: string) => {
    const entry = before.rapporter.find((r) => r.sökväg === path)
    if (!entry || !(await files.exists(`${root}/${path}`))) return
    rapporter.push(entry)
    // From disk, not from the old manifest: a run that was cut short may have swapped it since.
    for (const name of await listAll(`${root}/${path}`, files)) {
      filer.push(describe(`${path}/${name}`, await files.readFile(`${root}/${path}/${name}`)))
    }
  }

  for (const [path, data] of output.shared) {
    await writeFile(root, path, data, files)
    filer.push(describe(path, data))
  }
  for (const report of output.reports) {
    const outcome = await writeReport(report, root, files)
    outcomes.push(outcome)
    if (outcome.state === 'failed') await keep(report.path)
    else {
      rapporter.push({ ...report.entry, sökväg: report.path })
      for (const [name, data] of report.files) filer.push(describe(`${report.path}/${name}`, data))
    }
  }
  for (const path of output.kept) await keep(path)
  const wanted = new Set([...folders, ...output.kept])
  for (const { sökväg: path } of before.rapporter) {
    if (wanted.has(path)) continue
    if (!output.complete) await keep(path)
    else if (isSafe(path)) outcomes.push(await removeReport(path, before, root, files))
  }

  rapporter.sort(byPath)
  const index = output.index(rapporter)
  filer.push(describe('index.html', index))
  filer.sort(byPath)
  await writeFile(root, 'index.html', index, files)
  const manifest: Manifest = { ...output.about, rapporter, filer }
  await writeFile(root, 'manifest.json', canonicalJson(manifest as unknown as Json), files)
  return outcomes
}

/** JSON with sorted keys, two spaces and a final line break: the same data is the same bytes. */
export function canonicalJson(value: Json): string {
  const sorted = (_: string, part: unknown): unknown =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part
  return JSON.stringify(value, sorted, 2) + '\n'
}

/** The manifest of the last build; an empty one where there is none or it can't be read. */
export async function readManifest(
  root: string,
  files: FileEffects
): Promise<Pick<Manifest, 'rapporter' | 'filer'>> {
  const none = { rapporter: [], filer: [] }
  const path = `${root}/manifest.json`
  if (!(await files.exists(path))) return none
  try {
    const { rapporter, filer } = JSON.parse(await files.readText(path)) as Partial<Manifest>
    if (!Array.isArray(rapporter) || !Array.isArray(filer)) return none
    const named = (entry: unknown): boolean =>
      typeof (entry as { sökväg?: unknown } | null)?.sökväg === 'string'
    return { rapporter: rapporter.filter(named), filer: filer.filter(named) }
  } catch {
    return none
  }
}

/** Writes a report's folder beside the old one and swaps them, unless they are alike. */
async function writeReport(
  report: ReportOutput,
  root: string,
  files: FileEffects
): Promise<WriteOutcome> {
  const path = report.path
  const { place, fresh, old } = swapPaths(root, path)
  try {
    if (await isSame(report.files, place, files)) return { path, state: 'unchanged' }
    await files.remove(fresh)
    for (const [name, data] of report.files) {
      await files.mkdir(`${fresh}/${name}`.replace(/\/[^/]*$/, ''))
      await files.writeFile(`${fresh}/${name}`, data)
    }
    await files.remove(old)
    if (await files.exists(place)) await files.rename(place, old)
    await files.rename(fresh, place)
    await files.remove(old)
    return { path, state: 'written' }
  } catch (error) {
    await restore(root, path, files).catch(() => undefined)
    return { path, state: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}

function swapPaths(root: string, path: string) {
  const parent = `${root}/${path}`.replace(/\/[^/]*$/, '')
  const name = path.replace(/^.*\//, '')
  return {
    place: `${root}/${path}`,
    fresh: `${parent}/${NEW}${name}`,
    old: `${parent}/${OLD}${name}`
  }
}

/** Undoes half a swap: the old folder is put back if no new one stands in its place. */
async function restore(root: string, path: string, files: FileEffects): Promise<void> {
  const { place, fresh, old } = swapPaths(root, path)
  if (await files.exists(old)) {
    if (await files.exists(place)) await files.remove(old)
    else await files.rename(old, place)
  }
  await files.remove(fresh)
}

/** Restores or removes what an interrupted run left, at the root and beside each known report. */
async function heal(root: string, paths: readonly string[], files: FileEffects): Promise<void> {
  const parents = new Set(paths.filter(isSafe).map((path) => path.replace(/\/?[^/]*$/, '')))
  for (const parent of new Set(['', ...parents])) {
    if (!(await isInside(root, join(parent, 'any'), files))) continue
    for (const { name } of await files.list(join(root, parent))) {
      if (name.startsWith(OLD)) await restore(root, join(parent, name.slice(OLD.length)), files)
      else if (name.startsWith(NEW)) await files.remove(join(root, parent, name))
    }
  }
}

async function isSame(wanted: FileSet, folder: string, files: FileEffects): Promise<boolean> {
  const there = await listAll(folder, files)
  if (there.length !== wanted.size) return false
  for (const [name, data] of wanted) {
    if (!there.includes(name)) return false
    if (!Buffer.from(await files.readFile(`${folder}/${name}`)).equals(toBytes(data))) return false
  }
  return true
}

async function listAll(folder: string, files: FileEffects, prefix = ''): Promise<string[]> {
  const names: string[] = []
  for (const { name, isDirectory } of await files.list(join(folder, prefix))) {
    const path = join(prefix, name)
    names.push(...(isDirectory ? await listAll(folder, files, path) : [path]))
  }
  return names
}

/** Writes one file by rename, or not at all when its bytes are the same. */
async function writeFile(
  root: string,
  path: string,
  data: string | Uint8Array,
  files: FileEffects
): Promise<void> {
  const { place, fresh } = swapPaths(root, path)
  const same = async () => Buffer.from(await files.readFile(place)).equals(toBytes(data))
  if ((await files.exists(place)) && (await same())) return
  await files.mkdir(place.replace(/\/[^/]*$/, ''))
  await files.writeFile(fresh, data)
  await files.rename(fresh, place)
}

/** Removes the files that the manifest says Tertial wrote, and the folders that this leaves empty. */
async function removeReport(
  path: string,
  before: Pick<Manifest, 'filer'>,
  root: string,
  files: FileEffects
): Promise<WriteOutcome> {
  try {
    if (!(await isInside(root, path, files))) return { path, state: 'removed' }
    const ours = before.filer
      .map((file) => file.sökväg)
      .filter((name) => name.startsWith(`${path}/`))
    const folders = new Set<string>()
    for (const name of ours.filter(isSafe)) {
      if (await isInside(root, name, files)) await files.remove(`${root}/${name}`)
      for (let up = parentOf(name); up !== ''; up = parentOf(up)) folders.add(up)
    }
    for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
      if ((await files.list(join(root, folder))).length === 0)
        await files.remove(join(root, folder))
    }
    return { path, state: 'removed' }
  } catch (error) {
    return { path, state: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}

function describe(path: string, data: string | Uint8Array): FileEntry {
  const bytes = toBytes(data)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sökväg: path, bytes: bytes.length, sha256 }
}

/** Every path must be plain and lie in a place of its own; anything else is a fault in the caller. */
function checkPaths(output: BuildOutput): void {
  const folders = output.reports.map((report) => report.path)
  const names = output.reports.flatMap(({ path, files }) =>
    [...files.keys()].map((name) => `${path}/${name}`)
  )
  for (const path of [...folders, ...names, ...output.kept, ...output.shared.keys()]) {
    if (!isSafe(path)) throw new RangeError(`not a path below the output folder: ${path}`)
  }
  const taken = [...folders, ...output.shared.keys(), 'index.html', 'manifest.json'].toSorted()
  taken.forEach((path, i) => {
    const next = taken.slice(i + 1).find((other) => `${other}/`.startsWith(`${path}/`))
    if (next !== undefined) throw new RangeError(`two outputs in one place: ${path}, ${next}`)
  })
}

/** Plain relative segments: no `..`, no drive, no backslash, not one of our own temporary names. */
function isSafe(path: string): boolean {
  return path
    .split('/')
    .every(
      (part) =>
        !['', '.', '..'].includes(part) &&
        !part.startsWith(NEW) &&
        !part.startsWith(OLD) &&
        !/[\\:\p{Cc}]/u.test(part)
    )
}

async function checkInside(root: string, path: string, files: FileEffects): Promise<void> {
  if (!(await isInside(root, path, files))) {
    throw new RangeError(`a symbolic link leads out of the output folder: ${path}`)
  }
}

/** Whether the folders above a path, links followed, still lie below the root. */
async function isInside(root: string, path: string, files: FileEffects): Promise<boolean> {
  const base = await files.realPath(root)
  for (let up = parentOf(path); up !== ''; up = parentOf(up)) {
    if (!(await files.exists(join(root, up)))) continue
    const real = await files.realPath(join(root, up))
    const rest = real.startsWith(base) ? real.slice(base.length) : '..'
    return rest === '' || /^[\\/]/.test(rest) || /[\\/]$/.test(base)
  }
  return true
}

function parentOf(path: string): string {
  return path.includes('/') ? path.replace(/\/[^/]*$/, '') : ''
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/')
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data) : data
}

function byPath(a: { readonly sökväg: string }, b: { readonly sökväg: string }): number {
  return a.sökväg < b.sökväg ? -1 : a.sökväg > b.sökväg ? 1 : 0
}
