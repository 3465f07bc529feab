import {
  lstatSync,
  promises as fs,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  watch
} from 'node:fs'
import type { FSWatcher } from 'node:fs'
import type { FileEffects } from '../effects.ts'

/** What is known of a file without reading it; another stamp is another content. */
interface Stamp {
  readonly text: string
  readonly changed: number
}

/** The folders whose files make reports. */
const TOPS = ['content', 'data', 'templates'] as const
/** What editors leave beside a file while they save it, and what isn't ours. */
const PASSING = /^\.|~$|^#.*#$|\.(?:swp|swx|tmp|tertial-ny)$|^4913$|^~\$/

/** Milliseconds without a further event before a change is taken for whole. */
const QUIET = 8
/** The same when many files change: git checks out another branch. */
const QUIET_MANY = 60
/** The longest that a change waits for the next. */
const LONGEST = 400
/** Looked through without being told to, for drives that tell nothing. */
const PATROL = 2000

/** The project as it lies on disk: told of changes, and read each file once until it changes. */
export interface Watched {
  /** The files as they were when last told of; nothing is read twice. */
  readonly files: FileEffects
  close(): void
}

/** When a change reached the disk, by the file's own clock where it has one. */
export interface Change {
  readonly paths: readonly string[]
  readonly at: number
}

/**
 * Watches a project. Events only say that it is time to look: what has changed is what differs from
 * the stamps taken before, so that renames, whole folders and editors' ways of saving are all alike.
 */
export function watchProject(root: string, onChange: (change: Change) => void): Watched {
  const stamps = new Map<string, Stamp>()
  const folders = new Map<string, readonly { name: string; isDirectory: boolean }[]>()
  const watchers = new Map<string, FSWatcher>()
  const contents = new Map<string, { readonly bytes: Uint8Array; text?: string }>()
  const links = new Set<string>()
  const real = new Map<string, string | undefined>()
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let first = 0

  function wake(): void {
    if (closed) return
    const now = Date.now()
    first ||= now
    clearTimeout(timer)
    timer = setTimeout(settle, Math.min(QUIET, Math.max(0, first + LONGEST - now)))
  }

  /** Looks; where the change seems to be under way still, waits for the rest of it. */
  let pending = new Set<string>()
  function settle(): void {
    if (closed) return
    const before = pending.size
    for (const path of look()) pending.add(path)
    const waited = Date.now() - (first || Date.now())
    const halfway = [...pending].some((path) => stamps.get(path)?.text.startsWith('0 '))
    const flood = pending.size > 3 && pending.size !== before
    if ((halfway || flood) && waited < LONGEST) {
      clearTimeout(timer)
      timer = setTimeout(settle, halfway ? QUIET * 3 : QUIET_MANY)
      return
    }
    first = 0
    if (pending.size === 0) return
    const paths = [...pending].toSorted()
    pending = new Set()
    const at = Math.max(0, ...paths.map((path) => stamps.get(path)?.changed ?? 0)) || Date.now()
    onChange({ paths, at })
  }

  function look(): string[] {
    const seen = new Map<string, Stamp>()
    const seenFolders = new Set<string>()
    const changed: string[] = []
    for (const top of TOPS) {
      real.set(top, realOf(top))
      walk(top, 0)
    }
    for (const [path, stamp] of seen) {
      if (stamps.get(path)?.text === stamp.text) continue
      changed.push(path)
      contents.delete(path)
      stamps.set(path, stamp)
    }
    for (const path of stamps.keys())
      if (!seen.has(path)) {
        changed.push(path)
        contents.delete(path)
        stamps.delete(path)
      }
    for (const [path, watcher] of watchers)
      if (!seenFolders.has(path)) {
        watcher.close()
        watchers.delete(path)
        folders.delete(path)
      }
    return changed

    function walk(path: string, depth: number): void {
      const entries = entriesOf(path)
      if (!entries) return
      seenFolders.add(path)
      follow(path)
      folders.set(path, entries)
      for (const { name, isDirectory } of entries) {
        const child = `${path}/${name}`
        if (isDirectory) {
          // A link to a folder above would lead round for ever.
          if (depth < 8) walk(child, depth + 1)
          continue
        }
        const stamp = stampOf(child)
        if (stamp) seen.set(child, stamp)
      }
    }
  }

  function realOf(top: string): string | undefined {
    try {
      return realpathSync(`${root}/${top}`)
    } catch {
      return undefined
    }
  }

  function entriesOf(path: string): { name: string; isDirectory: boolean }[] | undefined {
    try {
      return readdirSync(`${root}/${path}`, { withFileTypes: true })
        .filter(({ name }) => !PASSING.test(name))
        .map((entry) => ({ name: entry.name.normalize('NFC'), isDirectory: entry.isDirectory() }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    } catch {
      return undefined
    }
  }

  function stampOf(path: string): Stamp | undefined {
    try {
      const own = lstatSync(`${root}/${path}`)
      if (own.isSymbolicLink()) links.add(path)
      else links.delete(path)
      const { size, mtimeMs, ctimeMs, ino } = own.isSymbolicLink()
        ? statSync(`${root}/${path}`)
        : own
      return { text: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, changed: ctimeMs }
    } catch {
      return undefined
    }
  }

  function follow(path: string): void {
    if (watchers.has(path) || closed) return
    try {
      const watcher = watch(`${root}/${path}`, { persistent: false }, wake)
      // A folder that goes takes its watcher with it; what cannot be watched is patrolled.
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(path)
      })
      watchers.set(path, watcher)
    } catch {
      // Patrolled.
    }
  }

  const inside = (path: string): string | undefined =>
    path.startsWith(`${root}/`) ? path.slice(root.length + 1).normalize('NFC') : undefined
  function contentOf(path: string): { readonly bytes: Uint8Array; text?: string } {
    const own = inside(path)
    const known = own === undefined ? undefined : contents.get(own)
    if (known) return known
    const bytes = readFileSync(path)
    const stamp = own === undefined ? undefined : stamps.get(own)
    const content = { bytes }
    // Read in the same instant as it was written, it may be written once more without another stamp.
    if (own !== undefined && stamp && Date.now() - stamp.changed > 20) contents.set(own, content)
    return content
  }

  const realRoot = realpathSync(root)
  const files: FileEffects = {
    readFile: async (path) => contentOf(path).bytes,
    async readText(path) {
      const content = contentOf(path)
      return (content.text ??= Buffer.from(content.bytes).toString('utf8'))
    },
    writeFile: refuse,
    rename: refuse,
    remove: refuse,
    mkdir: refuse,
    async list(path) {
      const own = inside(path)
      return (own !== undefined && (folders.get(own) ?? (isTop(own) ? [] : undefined))) || []
    },
    async exists(path) {
      const own = inside(path)
      return own !== undefined && (stamps.has(own) || folders.has(own))
    },
    async realPath(path) {
      if (path === root) return realRoot
      const own = inside(path)
      const [top = '', ...rest] = own?.split('/') ?? []
      const realTop = real.get(top)
      // No link below the top folder: what a link leads to is never said to be a folder.
      return own !== undefined && stamps.has(own) && !links.has(own) && realTop !== undefined
        ? [realTop, ...rest].join('/')
        : fs.realpath(path)
    }
  }
  look()
  const patrol = setInterval(settle, PATROL)
  patrol.unref()
  const rootWatcher = watchRoot()

  function watchRoot(): FSWatcher | undefined {
    try {
      // For content/ and data/ themselves, made or renamed.
      const watcher = watch(root, { persistent: false }, (_, name) => {
        if (name === null || isTop(name)) wake()
      })
      watcher.on('error', () => watcher.close())
      return watcher
    } catch {
      return undefined
    }
  }

  return {
    files,
    close() {
      closed = true
      clearTimeout(timer)
      clearInterval(patrol)
      rootWatcher?.close()
      for (const watcher of watchers.values()) watcher.close()
    }
  }
}

const isTop = (path: string): boolean => (TOPS as readonly string[]).includes(path)

async function refuse(): Promise<never> {
  throw new Error('The preview writes nothing')
}
