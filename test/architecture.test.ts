import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who stands on whom: a file imports at run time only from its own rank's folder and from lower ranks. */
const RANKS: readonly (readonly string[])[] = [
  ['source.ts', 'diagnostic.ts', 'messages.ts', 'minne.ts', 'text/', 'domain/decimal.ts'],
  ['domain/'],
  ['yaml/', 'schema/', 'model/', 'markdown/', 'template/', 'chart/', 'pdf/'],
  ['stages/', 'rules/'],
  // With these goes every other file that lies in no folder.
  ['pipeline.ts', 'build.ts', 'indexpage.ts', 'preview/', 'diff/', 'site/', 'editor/'],
  ['commands/'],
  ['cli.ts', 'main.ts']
]
/** The outside of the house: what may import them at run time, and what they may import. */
const OUTSIDE: Readonly<Record<string, { by: readonly string[]; of: readonly string[] }>> = {
  'effects.ts': { by: ['main.ts'], of: [] },
  'git.ts': { by: ['commands/diff.ts'], of: [] },
  // The handbook prints it.
  'help.ts': { by: ['main.ts', 'pipeline.ts'], of: [] },
  'reporter.ts': {
    by: ['main.ts', 'buildreport.ts', 'checkreport.ts', 'preview/'],
    of: ['source.ts', 'diagnostic.ts', 'messages.ts', 'text/']
  },
  'bundle.ts': { by: ['cli.ts', 'make-bundle.ts'], of: [] },
  'make-bundle.ts': { by: [], of: ['bundle.ts'] }
}
/** Within the second rank no folder knows another, but for these. */
const EDGES = ['schema → yaml', 'model → schema', 'model → yaml', 'template → chart']

/** Steps upwards or aside that are known and are to go; nothing is to be added here. */
const BORNE: Readonly<Record<string, string>> = {}

/** Each package has one owner, so that an upgrade touches one place. */
const OWNERS: readonly (readonly [owner: string, packages: RegExp])[] = [
  ['yaml/', /^yaml$/],
  ['schema/', /^zod$/],
  [
    'markdown/',
    /^(unified|vfile|(remark|rehype|mdast|hast|micromark|unist)-.*|(mdast|hast)-util-.*)$/
  ],
  ['template/', /^(handlebars|hyphen|fontkit)$/],
  ['chart/', /^vega/],
  ['stages/8-pdf.ts', /^puppeteer$/],
  ['domain/decimal.ts', /^big\.js$/],
  ['editor/settings.ts', /^jsonc-parser$/],
  ['diff/', /^diff$/],
  ['make-bundle.ts', /^rolldown$/]
]

/** Who may speak to the machine, and why. */
const MACHINE: Readonly<Record<string, string>> = {
  'cli.ts': 'sets the exit code',
  'main.ts': 'prints; reads arguments',
  'effects.ts': 'is the outside world',
  'git.ts': 'asks git for earlier versions',
  'pdf/browser.ts': 'unpacks and surrounds the browser, a program of the machine',
  'pdf/verapdf.ts': 'runs a validator, a program of the machine',
  'preview/client.ts': 'reads the script and the style that come with it',
  'preview/http.ts': 'answers the browser, on the loopback address alone',
  'preview/watch.ts': 'watches the project on disk',
  'bundle.ts': 'looks for the program in one piece before anything else is loaded',
  'make-bundle.ts': 'is a script of its own, run by npm'
}

/** Who writes a decimal comma outside text/, and why. */
const COMMAS: Readonly<Record<string, string>> = {
  'chart/layout-time.ts': 'measures what Vega will print',
  'chart/layout-bridge.ts': 'has binary numbers, in a sentence about a fault'
}

const LONGEST = 350
/** Longer than a file should be, and why that is borne. */
const LONG: Readonly<Record<string, string>> = {
  'markdown/messages.ts': 'a table of sentences'
}

interface File {
  readonly path: string
  readonly text: string
  /** Without comments. */
  readonly code: string
  readonly imports: readonly { readonly of: string; readonly type: boolean }[]
}

const src = join(import.meta.dirname, '../src')
const files: readonly File[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/').normalize('NFC'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .toSorted()
  .map((path) => readSource(path, readFileSync(join(src, path), 'utf8')))

function readSource(path: string, text: string): File {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*/g, '')
  const found = [
    ...code.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w$*{}\s,åäöÅÄÖ]+?\sfrom\s+)?'([^']+)'/gm),
    ...code.matchAll(/(typeof )?\bimport\('([^']+)'/g)
  ]
  const imports = found.map(([, type, of = '']) => ({
    of: of.startsWith('.') ? posix.join(posix.dirname(path), of) : of,
    type: type !== undefined
  }))
  return { path, text, code, imports }
}

const inside = (path: string, place: string): boolean =>
  place.endsWith('/') ? path.startsWith(place) : path === place
function rankOf(path: string): number {
  const rank = RANKS.findIndex((places) => places.some((place) => inside(path, place)))
  return rank < 0 && !path.includes('/') ? RANKS.length - 3 : rank
}
const folderOf = (path: string): string => path.replace(/\/.*/, '')
const own = ({ of }: { of: string }): boolean => of.endsWith('.ts')
const runs = (file: File) => file.imports.filter(({ type }) => !type)

function rankFault(from: string, to: string): boolean {
  const guest = OUTSIDE[to]
  if (guest) return !guest.by.some((place) => inside(from, place))
  const host = OUTSIDE[from]
  if (host) return !host.of.some((place) => inside(to, place))
  const [mine, theirs] = [rankOf(from), rankOf(to)]
  if (mine !== theirs) return theirs > mine
  if (mine !== 2) return false
  const [a, b] = [folderOf(from), folderOf(to)]
  return a !== b && !EDGES.includes(`${a} → ${b}`)
}

describe('the house', () => {
  it('is read: imports of several lines, of types, and at run time', () => {
    const file = readSource(
      'stages/9-x.ts',
      "import {\n  å,\n  b\n} from '../text/a.ts'\nimport type { C } from './1-y.ts'\n// import '../no.ts'\nawait import('vega')\nlet d: typeof import('../e.ts')"
    )
    expect(file.imports).toEqual([
      { of: 'text/a.ts', type: false },
      { of: 'stages/1-y.ts', type: true },
      { of: 'vega', type: false },
      { of: 'e.ts', type: true }
    ])
    expect(files.length).toBeGreaterThan(100)
  })

  it('has a rank for every file', () => {
    const homeless = files.filter(({ path }) => rankOf(path) < 0 && !(path in OUTSIDE))
    expect(homeless.map(({ path }) => path)).toEqual([])
  })

  it('imports downwards only', () => {
    const upwards = files.flatMap((file) =>
      runs(file)
        .filter((i) => own(i) && rankFault(file.path, i.of))
        .map(({ of }) => `${file.path} → ${of}`)
        .filter((step) => !(step in BORNE))
    )
    expect(upwards).toEqual([])
  })

  it('has stages that never meet: types alone, and from earlier ones', () => {
    const met = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ of, type }) => of.startsWith('stages/') && path.startsWith('stages/') && !type)
        .map(({ of }) => `${path} → ${of}`)
    )
    const later = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ of }) => path.startsWith('stages/') && of.startsWith('stages/') && of >= path)
        .map(({ of }) => `${path} → ${of}`)
    )
    expect([...met, ...later]).toEqual([])
  })

  it('has no circles', () => {
    const graph = new Map(files.map((file) => [file.path, runs(file).map(({ of }) => of)]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      else if (!done.has(path)) {
        for (const next of graph.get(path) ?? []) walk(next, [...way, path])
        done.add(path)
      }
    }
    for (const path of graph.keys()) walk(path, [])
    expect(circles).toEqual([])
  })

  it('gives each package one owner', () => {
    const strangers = files.flatMap((file) =>
      runs(file)
        .filter((i) => !own(i) && !i.of.startsWith('node:') && !i.of.endsWith('package.json'))
        .filter(({ of }) => {
          const name = /^(@[^/]+\/)?[^/]+/.exec(of)?.[0] ?? of
          const owner = OWNERS.find(([, packages]) => packages.test(name))
          return !owner || !inside(file.path, owner[0])
        })
        .map(({ of }) => `${file.path} → ${of}`)
    )
    expect(strangers).toEqual([])
  })

  it('speaks to the machine only where it may', () => {
    const speaks = ({ code, imports }: File): boolean =>
      /(?<![.\w'])(console|process)\s*[.[]/.test(code) ||
      imports.some(({ of }) => /^node:(fs|os|child_process|net|https?)\b/.test(of))
    expect(files.filter(speaks).map(({ path }) => path)).toEqual(Object.keys(MACHINE).toSorted())
  })

  it('keeps domain/ and text/ pure', () => {
    const impure = files.filter(
      ({ path, code, imports }) =>
        /^(domain|text)\//.test(path) &&
        (/\b(Date\.now|new Date\(\)|Math\.random|performance|fetch)\b/.test(code) ||
          imports.some(({ of }) => !of.endsWith('.ts') && of !== 'big.js'))
    )
    expect(impure.map(({ path }) => path)).toEqual([])
  })

  it('writes numbers as Swedes do in text/ alone', () => {
    const writers = files.filter(
      ({ path, code }) =>
        !path.startsWith('text/') &&
        !(path in COMMAS) &&
        /NumberFormat|toLocaleString|replace\('\.', ','\)|replaceAll\('\.', ','\)/.test(code)
    )
    expect(writers.map(({ path }) => path)).toEqual([])
  })

  it('has neither default exports nor files that pass on what others export', () => {
    const passing = files.filter(({ code }) =>
      /^export (default\b|\*|\{[^}]*\}\s*from)/m.test(code)
    )
    expect(passing.map(({ path }) => path)).toEqual([])
  })

  it('has file names in plain letters', () => {
    const odd = files.filter(({ path }) => !/^[a-z0-9/.-]+$/.test(path))
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  it(`has no file above ${LONGEST} lines but for those it knows of`, () => {
    const long = files.filter(
      ({ path, text }) => text.split('\n').length > LONGEST && !(path in LONG)
    )
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('bears nothing that has gone', () => {
    const long = files.filter(({ text }) => text.split('\n').length > LONGEST)
    const steps = files.flatMap((file) => runs(file).map(({ of }) => `${file.path} → ${of}`))
    expect(Object.keys(LONG).filter((path) => !long.some((file) => file.path === path))).toEqual([])
    expect(Object.keys(BORNE).filter((step) => !steps.includes(step))).toEqual([])
  })
})
