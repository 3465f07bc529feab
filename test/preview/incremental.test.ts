import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDiagrampool } from '../../src/chart/pool.ts'
import type { Effects, FileEffects } from '../../src/effects.ts'
import { createMinne, type Minne } from '../../src/minne.ts'
import { make } from '../../src/pipeline.ts'
import { createEffects, REPO } from '../helpers/project.ts'

const ROOT = '/projekt'
const REPORTS = [
  'region-norrbotten/regionstod/2021-uppfoljning-av-intern-kontroll',
  'landstinget-blekinge/landstingsstyrelsen/2018-svar-pa-granskning'
]
const ORGANISATIONS = /^(data|content)\/(region-norrbotten|landstinget-blekinge)\//
const DATA = 'data/region-norrbotten/regionstod/'
const CONTENT = `content/${REPORTS[0]}/`

/** The repository's own files, each with bytes that stay the same object until it is written. */
const files = new Map<string, Uint8Array>()
for (const top of ['data', 'content', 'templates'])
  for (const entry of readdirSync(join(REPO, top), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(REPO.length + 1)
    if (entry.isFile() && (top === 'templates' || ORGANISATIONS.test(path)))
      files.set(path, readFileSync(join(REPO, path)))
  }

const at = (path: string): string => path.slice(ROOT.length + 1)
/** Typefaces lie in packages, outside the project. */
const outside = (path: string): boolean => !path.startsWith(ROOT)
const read = (path: string): Uint8Array =>
  outside(path) ? readFileSync(path) : (files.get(at(path)) ?? new Uint8Array())
const memory: FileEffects = {
  ...createEffects({}).files,
  readFile: async (path) => read(path),
  readText: async (path) => new TextDecoder().decode(read(path)),
  exists: async (path) => (outside(path) ? existsSync(path) : files.has(at(path))),
  realPath: async (path) => path,
  async list(path) {
    const names = new Map<string, boolean>()
    for (const file of files.keys())
      if (file.startsWith(`${at(path)}/`)) {
        const [name = '', ...rest] = file.slice(at(path).length + 1).split('/')
        names.set(name, rest.length > 0)
      }
    return [...names]
      .map(([name, isDirectory]) => ({ name, isDirectory }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }
}

const drawings = new Map<string, string>()
const effects: Effects = {
  ...createEffects({}),
  files: memory,
  cache: { get: async (key) => drawings.get(key), set: async (k, v) => void drawings.set(k, v) }
}
const pool = createDiagrampool(null)

/** Everything that a making gives: files, print, findings, silenced ones. */
async function result(minne?: Minne): Promise<Record<string, unknown>> {
  const { made, diagnostics } = await make(
    ROOT,
    { rapporter: REPORTS, pdf: true, pool, ...(minne ? { onPage: () => undefined } : {}) },
    { ...effects, minne }
  )
  return {
    all: diagnostics.sorted(),
    made: await Promise.all(
      made.map(async ({ mapp, finished, diagnostics: own, tystade }) => ({
        id: mapp.id,
        files: finished && Object.fromEntries(finished.files),
        print: await finished?.print(({ file }) => file),
        found: own.sorted(),
        tystade
      }))
    )
  }
}

/** Park and Miller's generator: the same edits on every run. */
function randomFrom(seed: number) {
  let state = seed * 7919
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647
  return <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
}

const text = (path: string): string => new TextDecoder().decode(files.get(path))
const write = (path: string, value: string): void =>
  void files.set(path, new TextEncoder().encode(value))
const paths = (pattern: RegExp): string[] => [...files.keys()].filter((path) => pattern.test(path))
const chapters = () => paths(new RegExp(`^${CONTENT}.*\\.md$`))
const data = () => paths(new RegExp(`^(${DATA}|data/landstinget-blekinge/).*\\.yaml$`))

type Pick = <T>(from: readonly T[]) => T
/** What writers do to files, and what goes wrong when they do. */
const EDITS: Readonly<Record<string, (pick: Pick) => void>> = {
  'writes a paragraph': (pick) => {
    const path = pick(chapters())
    write(path, `${text(path)}\nEtt nytt stycke om ${pick([1, 2, 3])} saker.\n`)
  },
  'takes a line away': (pick) => {
    const path = pick([...chapters(), ...data()])
    const lines = text(path).split('\n')
    lines.splice(Math.max(lines.indexOf(pick(lines)), 1), 1)
    write(path, lines.join('\n'))
  },
  'changes a digit': (pick) => {
    const path = pick(data())
    const [, digit = '1'] = pick([...text(path).matchAll(/: -?(\d)/g)]) ?? []
    write(path, text(path).replace(`: ${digit}`, `: ${(Number(digit) + 1) % 10}`))
  },
  'breaks the YAML': (pick) => {
    const path = pick(data())
    write(path, `${text(path)}\n  - [trasig\n`)
  },
  'takes a file away': (pick) => void files.delete(pick([...chapters(), ...data()])),
  'renames a chapter': (pick) => {
    const path = pick(chapters())
    write(path.replace(/\/\d+/, `/${pick([5, 15, 33, 77])}`), text(path))
    files.delete(path)
  },
  'saves with CRLF': (pick) => {
    const path = pick([...chapters(), ...data()])
    write(path, text(path).replace(/\r?\n/g, '\r\n'))
  },
  'changes a template': (pick) => {
    const path = pick(paths(/^templates\/(block|sida|tema)\/[^/]*\.(hbs|css|js)$/))
    write(path, `${text(path)}\n`)
  },
  'breaks a template': (pick) => {
    const path = pick(paths(/^templates\/block\/(tabell|avsnitt)\.hbs$/))
    write(path, text(path).replace('{{', '{{{'))
  },
  'saves in another coding': (pick) => {
    const path = pick([...chapters(), ...data()])
    files.set(path, Buffer.from(text(path), 'latin1'))
  }
}

describe('a making that remembers the one before', () => {
  const whole = new Map(files)
  const minne = createMinne()
  beforeAll(async () => {
    const { made } = (await result(minne)) as { made: { found: { severity: string }[] }[] }
    // With faults from the start nothing would be compared.
    for (const { found } of made) expect(found.filter((d) => d.severity === 'error')).toEqual([])
  })

  it.each([1, 2])('gives what a making from nothing gives, after any edit (%i)', async (seed) => {
    const pick = randomFrom(seed)
    // Most of what happens leaves a page.
    const names = [...Object.keys(EDITS), ...Array<string>(8).fill('writes a paragraph')]
    for (let i = 0; i < 20; i++) {
      const done: string[] = []
      if (pick([true, false])) {
        for (const path of files.keys()) if (!whole.has(path)) files.delete(path)
        for (const [path, bytes] of whole) files.set(path, bytes)
        done.push('everything back')
      }
      // Now and then several files at once, as git does.
      for (let n = pick([1, 1, 1, 3]); n > 0; n--) {
        const name = pick(names)
        EDITS[name]?.(pick)
        done.push(name)
      }
      const [kept, anew] = [await result(minne), await result()]
      expect(kept, `${i}: ${done.join(', ')}`).toEqual(anew)
    }
  })
})
