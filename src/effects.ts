import { spawn } from 'node:child_process'
import { promises as fs } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Minne } from './minne.ts'

/** Files as the pipeline sees them; paths are absolute or relative to the process' folder. */
export interface FileEffects {
  readFile(path: string): Promise<Uint8Array>
  readText(path: string): Promise<string>
  writeFile(path: string, data: string | Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Removes a file or a folder with all in it; nothing happens where there is none. */
  remove(path: string): Promise<void>
  mkdir(path: string): Promise<void>
  /** The entries of a folder in name order; empty where there is no such folder. */
  list(path: string): Promise<readonly { readonly name: string; readonly isDirectory: boolean }[]>
  exists(path: string): Promise<boolean>
  /** Path with symbolic links resolved, to see that nothing leads out of the project. */
  realPath(path: string): Promise<string>
}

export interface Cache {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
}

/** The outside world as one interface: files, environment, the repository, the terminal. */
export interface Effects {
  readonly files: FileEffects
  readonly env: Readonly<Record<string, string | undefined>>
  /** Commit of the sources, or null outside a repository. */
  commit(root: string): Promise<string | null>
  /** What may be kept between builds, by a key that names its content; absent where nothing is kept. */
  readonly cache?: Cache | undefined
  /** What was made earlier in this process; absent where everything is made once. */
  readonly minne?: Minne | undefined
  /** Where a file of an installed package lies: `@fontsource/roboto/files/x.woff2`. */
  packageFile(path: string): string
  /** A line of progress, shown where the user can see it. */
  progress(text: string): void
}

/** Files on disk. */
export const diskFiles: FileEffects = {
  readFile: (path) => fs.readFile(path),
  readText: (path) => fs.readFile(path, 'utf8'),
  writeFile: (path, data) => fs.writeFile(path, data),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { recursive: true, force: true }),
  mkdir: async (path) => void (await fs.mkdir(path, { recursive: true })),
  async list(path) {
    const entries = await fs.readdir(path, { withFileTypes: true }).catch(absent([]))
    return entries
      .map((entry) => ({ name: entry.name.normalize('NFC'), isDirectory: entry.isDirectory() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  },
  exists: (path) =>
    fs.access(path).then(
      () => true,
      () => false
    ),
  realPath: (path) => fs.realpath(path)
}

/** For `catch`: another value where the file isn't there; every other fault goes on. */
function absent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value
    throw error
  }
}

/** Asks the system to show an address in the browser; false where it can't be asked. */
export function openAddress(address: string): Promise<boolean> {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '""', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
  return new Promise((resolve) => {
    const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    child.unref()
  })
}

/** The commit that is checked out, without starting git: read from .git. Null outside a repository. */
export async function readCommit(root: string): Promise<string | null> {
  const read = (path: string) =>
    fs.readFile(path, 'utf8').then(
      (text) => text.trim(),
      () => undefined
    )
  let folder = `${root}/.git`
  const pointer = await read(folder)
  if (pointer?.startsWith('gitdir: ')) folder = resolve(root, pointer.slice(8))
  const head = await read(`${folder}/HEAD`)
  if (!head?.startsWith('ref: ')) return head ?? null
  const ref = head.slice(5)
  const common = resolve(folder, (await read(`${folder}/commondir`)) ?? '.')
  const loose = (await read(`${folder}/${ref}`)) ?? (await read(`${common}/${ref}`))
  if (loose) return loose
  const packed = await read(`${common}/packed-refs`)
  return (
    packed
      ?.split('\n')
      .find((line) => line.endsWith(` ${ref}`))
      ?.split(' ')[0] ?? null
  )
}

/** A file of an installed package, wherever npm has put it. */
export function packageFile(path: string): string {
  return fileURLToPath(import.meta.resolve(path))
}

/** Keeps text by key in a folder; a cache that can't be read or written is as good as none. */
export function diskCache(folder: string): Cache {
  return {
    get: (key) => fs.readFile(`${folder}/${key}`, 'utf8').catch(() => undefined),
    async set(key, value) {
      try {
        await fs.mkdir(folder, { recursive: true })
        // By rename, so that two builds at once never read half a file.
        const own = `${folder}/${key}.${process.pid}`
        await fs.writeFile(own, value)
        await fs.rename(own, `${folder}/${key}`)
      } catch {
        // Drawn again next time.
      }
    }
  }
}
