import { existsSync, mkdtempSync, realpathSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FileEffects } from '../../src/effects.ts'

/** The real file system, for tests of what must hold there. */
export const disk: FileEffects = {
  readFile: (path) => fs.readFile(path),
  readText: (path) => fs.readFile(path, 'utf8'),
  async writeFile(path, data) {
    await fs.mkdir(dirname(path), { recursive: true })
    await fs.writeFile(path, data)
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { recursive: true, force: true }),
  async mkdir(path) {
    await fs.mkdir(path, { recursive: true })
  },
  async list(path) {
    if (!existsSync(path)) return []
    const entries = await fs.readdir(path, { withFileTypes: true })
    return entries
      .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  },
  exists: async (path) => existsSync(path),
  realPath: (path) => fs.realpath(path)
}

/** A new empty folder. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'tertial-test-')))
}

/** All files below a folder with their text, by path. */
export async function readTree(root: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {}
  for (const entry of await fs.readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    tree[path.slice(root.length + 1).replaceAll('\\', '/')] = await fs.readFile(path, 'utf8')
  }
  return tree
}

/**
 * The file system of a process that is killed: after so many changes nothing works any more, and
 * the last file written got only half its bytes.
 */
export function killedAfter(changes: number): FileEffects {
  let left = changes
  const count = async (work: () => Promise<void>, half?: () => Promise<void>) => {
    left--
    if (left === -1 && half) await half()
    if (left < 0) throw new Error('killed')
    await work()
  }
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left < 0) throw new Error('killed')
    return work()
  }
  return {
    readFile: (path) => alive(() => disk.readFile(path)),
    readText: (path) => alive(() => disk.readText(path)),
    list: (path) => alive(() => disk.list(path)),
    exists: (path) => alive(() => disk.exists(path)),
    realPath: (path) => alive(() => disk.realPath(path)),
    mkdir: (path) => alive(() => disk.mkdir(path)),
    rename: (from, to) => count(() => disk.rename(from, to)),
    remove: (path) => count(() => disk.remove(path)),
    writeFile: (path, data) =>
      count(
        () => disk.writeFile(path, data),
        () => disk.writeFile(path, data.slice(0, data.length / 2))
      )
  }
}
