import { execFile } from 'node:child_process'
import type { FileEffects } from './effects.ts'

/** A commit: what it is called, and the project's files as they were. */
export interface Utgåva {
  readonly commit: string
  /** The day it was made: `2024-09-30`. */
  readonly datum: string
  readonly files: FileEffects
}

/** Why the history can't give what was asked for; the sentences are the caller's. */
export interface Historiefel {
  readonly slag: 'inget-git' | 'inget-arkiv' | 'okänd' | 'grund' | 'saknas' | 'främmande'
  /** The name or path that it is about. */
  readonly vad: string
}

/** The repository's history. Nothing is ever written: neither work tree, index nor references. */
export interface Historia {
  /** The commit that a name means: a branch, a tag, `HEAD~3`, a hash. */
  resolve(root: string, namn: string): Promise<string | Historiefel>
  /** Where two lines of development parted. */
  mergeBase(root: string, a: string, b: string): Promise<string | Historiefel>
  /** The project's folder at a commit, read into memory; `root` may lie below the repository's. */
  open(root: string, commit: string): Promise<Utgåva | Historiefel>
}

/** What a project is made of; nothing else is read from a commit. */
const PARTS = ['content', 'data', 'templates']
/** Above this a repository's project doesn't fit in memory anyway. */
const MOST = 2 ** 31 - 1

interface Reply {
  readonly code: number | string
  readonly out: Buffer
  readonly err: string
}

/** The history through the installed git: plumbing alone, no locks, no network, no questions. */
export const gitHistoria: Historia = {
  async resolve(root, namn) {
    const { code, out, err } = await git(root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${namn}^{commit}`
    ])
    if (code === 0) return out.toString().trim()
    return (await outside(root, code, err)) ?? { slag: await absent(root), vad: namn }
  },
  async mergeBase(root, a, b) {
    const { code, out, err } = await git(root, ['merge-base', a, b])
    if (code === 0) return out.toString().trim()
    return (await outside(root, code, err)) ?? { slag: await absent(root), vad: `${a}...${b}` }
  },
  async open(root, commit) {
    const where = await git(root, ['rev-parse', '--show-prefix'])
    if (where.code !== 0)
      return (
        (await outside(root, where.code, where.err)) ?? { slag: 'inget-arkiv' as const, vad: root }
      )
    const prefix = where.out.toString().replace(/\n$/, '')
    const paths = PARTS.map((part) => `${prefix}${part}`)
    const day = await git(root, ['log', '-1', '--no-show-signature', '--format=%cs', commit])
    const tree = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths])
    if (tree.code !== 0) return { slag: 'saknas', vad: commit }
    const entries = parseTree(tree.out.toString(), prefix)
    const blobs = await readBlobs(root, [...new Set(entries.map(({ id }) => id))])
    const files = new Map<string, Entry>()
    for (const { path, id, link } of entries) {
      const bytes = blobs.get(id)
      if (!bytes) return { slag: 'saknas', vad: path }
      files.set(path.normalize('NFC'), { bytes, link })
    }
    return { commit, datum: day.out.toString().trim(), files: treeFiles(root, files) }
  }
}

function git(root: string, args: readonly string[], input?: string): Promise<Reply> {
  return new Promise((done) => {
    const child = execFile(
      'git',
      ['--no-pager', ...args],
      {
        cwd: root,
        encoding: 'buffer',
        maxBuffer: MOST,
        env: {
          ...process.env,
          // A question to the history leaves no trace and fetches nothing.
          GIT_OPTIONAL_LOCKS: '0',
          GIT_NO_LAZY_FETCH: '1',
          GIT_TERMINAL_PROMPT: '0',
          LC_ALL: 'C'
        }
      },
      (error, out, err) =>
        done({ code: error ? ((error.code as number | string) ?? 1) : 0, out, err: String(err) })
    )
    // Git may be gone before it has read all: what it answered says why.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

/** Whether there is a git and a repository to ask at all. */
async function outside(
  root: string,
  code: number | string,
  err: string
): Promise<Historiefel | undefined> {
  if (code === 'ENOENT') return { slag: 'inget-git', vad: 'git' }
  if (/dubious ownership/.test(err)) return { slag: 'främmande', vad: root }
  const { code: inside } = await git(root, ['rev-parse', '--git-dir'])
  return inside === 0 ? undefined : { slag: 'inget-arkiv', vad: root }
}

/** A name that leads nowhere: in a shallow clone it may be there all the same, elsewhere. */
async function absent(root: string): Promise<'grund' | 'okänd'> {
  const { out } = await git(root, ['rev-parse', '--is-shallow-repository'])
  return out.toString().trim() === 'true' ? 'grund' : 'okänd'
}

/** `100644 blob <id>\t<path>` for each file, with NUL between; submodules are no files. */
function parseTree(text: string, prefix: string): { path: string; id: string; link: boolean }[] {
  return text.split('\0').flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line)
    if (!match) return []
    const [, mode, id = '', path = ''] = match
    return [{ path: path.slice(prefix.length), id, link: mode === '120000' }]
  })
}

/** Contents by id, from one run of git; what this clone lacks isn't among them. */
async function readBlobs(root: string, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const { out } = await git(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
  const blobs = new Map<string, Buffer>()
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at)
    const [id = '', kind, size] = out.subarray(at, end).toString().split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    const length = Number(size)
    blobs.set(id, out.subarray(at, at + length))
    at += length + 1
  }
  return blobs
}

interface Entry {
  readonly bytes: Buffer
  /** A symbolic link, whose content is the path it leads to. */
  readonly link: boolean
}

/** Files in memory under a root, to read alone. */
function treeFiles(root: string, all: ReadonlyMap<string, Entry>): FileEffects {
  const inside = (path: string) => path.slice(root.length + 1).normalize('NFC')
  /** The path a link leads to in the tree, or one that nothing lies at. */
  const follow = (path: string, steps = 8): string => {
    const entry = all.get(path)
    if (!entry?.link || steps === 0) return path
    const target = entry.bytes.toString()
    if (target.startsWith('/')) return `/${target}`
    const parts: string[] = path.split('/').slice(0, -1)
    for (const part of target.split('/'))
      if (part === '..' && parts.length === 0) return `/${target}`
      else if (part === '..') parts.pop()
      else if (part !== '.' && part !== '') parts.push(part)
    return follow(parts.join('/'), steps - 1)
  }
  const bytes = (path: string): Buffer => {
    const entry = all.get(follow(inside(path)))
    if (!entry) throw Object.assign(new Error(`not in the commit: ${path}`), { code: 'ENOENT' })
    return entry.bytes
  }
  const refuse = (path: string): never => {
    throw new Error(`history can't be written: ${path}`)
  }
  return {
    readFile: async (path) => bytes(path),
    readText: async (path) => bytes(path).toString('utf8'),
    writeFile: async (path) => refuse(path),
    rename: async (path) => refuse(path),
    remove: async (path) => refuse(path),
    mkdir: async (path) => refuse(path),
    async list(path) {
      const folder = `${inside(path)}/`
      const names = new Map<string, boolean>()
      for (const file of all.keys()) {
        if (!file.startsWith(folder)) continue
        const [name = '', ...rest] = file.slice(folder.length).split('/')
        names.set(name, rest.length > 0)
      }
      return [...names]
        .map(([name, isDirectory]) => ({ name, isDirectory }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
    exists: async (path) => all.has(follow(inside(path))),
    async realPath(path) {
      const real = follow(inside(path))
      if (real === '') return root
      return real.startsWith('/') ? real : `${root}/${real}`
    }
  }
}
