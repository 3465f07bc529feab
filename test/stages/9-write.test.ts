import { mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson, write } from '../../src/stages/9-write.ts'
import type { BuildOutput, ReportOutput } from '../../src/stages/9-write.ts'
import { disk, killedAfter, readTree, temporaryFolder } from './disk.ts'

const ABOUT = {
  verktyg: { namn: 'tertial', version: '0.1.0' },
  webbläsare: { namn: 'Chrome', version: '153' },
  commit: null
}

function report(path: string, files: Record<string, string>): ReportOutput {
  return { path, files: new Map(Object.entries(files)), entry: { titel: `Titel ${path}` } }
}

function output(reports: readonly ReportOutput[], more: Partial<BuildOutput> = {}): BuildOutput {
  return {
    reports,
    kept: [],
    complete: true,
    shared: new Map(),
    index: (entries) => entries.map((entry) => entry.sökväg).join(' '),
    about: ABOUT,
    ...more
  }
}

const OLD = { 'index.html': 'gammal sida', 'data/mål.csv': 'gammal;tabell' }
const NEW = { 'index.html': 'ny sida', 'data/mål.csv': 'ny;tabell', 'tal.json': '[]' }

let root: string
beforeEach(() => {
  root = join(temporaryFolder(), 'output')
})
afterEach(() => disk.remove(root))

describe('write', () => {
  it('puts reports, shared files, index and manifest in place', async () => {
    const outcomes = await write(
      output(
        [report('skåne/kontor/2021-årsrapport', { 'index.html': 'hej', 'data/a.csv': 'a;b' })],
        {
          shared: new Map([['typsnitt/text.woff2', new Uint8Array([1, 2, 3])]])
        }
      ),
      root,
      disk
    )
    expect(outcomes).toEqual([{ path: 'skåne/kontor/2021-årsrapport', state: 'written' }])
    expect(await readTree(root)).toEqual({
      'skåne/kontor/2021-årsrapport/index.html': 'hej',
      'skåne/kontor/2021-årsrapport/data/a.csv': 'a;b',
      'typsnitt/text.woff2': '\u0001\u0002\u0003',
      'index.html': 'skåne/kontor/2021-årsrapport',
      'manifest.json': `{
  "commit": null,
  "filer": [
    {
      "bytes": 30,
      "sha256": "988b3464c1298e918a85786f09d681d3a1c0e6bf379895fcd39c6c9d90d6d97d",
      "sökväg": "index.html"
    },
    {
      "bytes": 3,
      "sha256": "5719af18823567701f70e9f302f75d96e574215493286286a57b0a4959672283",
      "sökväg": "skåne/kontor/2021-årsrapport/data/a.csv"
    },
    {
      "bytes": 3,
      "sha256": "9c478bf63e9500cb5db1e85ece82f18c8eb9e52e2f9135acd7f10972c8d563ba",
      "sökväg": "skåne/kontor/2021-årsrapport/index.html"
    },
    {
      "bytes": 3,
      "sha256": "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81",
      "sökväg": "typsnitt/text.woff2"
    }
  ],
  "rapporter": [
    {
      "sökväg": "skåne/kontor/2021-årsrapport",
      "titel": "Titel skåne/kontor/2021-årsrapport"
    }
  ],
  "verktyg": {
    "namn": "tertial",
    "version": "0.1.0"
  },
  "webbläsare": {
    "namn": "Chrome",
    "version": "153"
  }
}
`
    })
  })

  it('writes an index and a manifest of nothing', async () => {
    expect(await write(output([]), root, disk)).toEqual([])
    expect(Object.keys(await readTree(root)).toSorted()).toEqual(['index.html', 'manifest.json'])
  })

  it('replaces a report whole: what is no longer made is gone', async () => {
    await write(output([report('a/b/c', NEW)]), root, disk)
    await write(output([report('a/b/c', OLD)]), root, disk)
    expect(await disk.list(join(root, 'a/b/c'))).toEqual([
      { name: 'data', isDirectory: true },
      { name: 'index.html', isDirectory: false }
    ])
    expect(await disk.list(join(root, 'a/b'))).toEqual([{ name: 'c', isDirectory: true }])
  })

  it('leaves files alone whose bytes are the same', async () => {
    const build = output([report('a/b/c', OLD)], { shared: new Map([['stil.css', 'p{}']]) })
    await write(build, root, disk)
    const paths = [
      'a/b/c/index.html',
      'a/b/c/data/mål.csv',
      'stil.css',
      'index.html',
      'manifest.json'
    ]
    for (const path of paths) utimesSync(join(root, path), 1000, 1000)
    expect(await write(build, root, disk)).toEqual([{ path: 'a/b/c', state: 'unchanged' }])
    expect(paths.map((path) => statSync(join(root, path)).mtimeMs)).toEqual(paths.map(() => 1e6))
  })

  it('keeps a report that failed, in the index and the manifest too', async () => {
    await write(output([report('a/b/c', OLD), report('a/b/d', NEW)]), root, disk)
    await write(output([report('a/b/d', NEW)], { kept: ['a/b/c'] }), root, disk)
    const tree = await readTree(root)
    expect(tree['a/b/c/index.html']).toBe('gammal sida')
    expect(tree['index.html']).toBe('a/b/c a/b/d')
    expect(JSON.parse(tree['manifest.json'] ?? '')).toMatchObject({
      rapporter: [
        { sökväg: 'a/b/c', titel: 'Titel a/b/c' },
        { sökväg: 'a/b/d', titel: 'Titel a/b/d' }
      ],
      filer: [
        { sökväg: 'a/b/c/data/mål.csv', bytes: 13 },
        { sökväg: 'a/b/c/index.html' },
        { sökväg: 'a/b/d/data/mål.csv' },
        { sökväg: 'a/b/d/index.html' },
        { sökväg: 'a/b/d/tal.json' },
        { sökväg: 'index.html' }
      ]
    })
  })

  it('does not list a failed report that never was written', async () => {
    await write(output([], { kept: ['a/b/c'] }), root, disk)
    expect((await readTree(root))['index.html']).toBe('')
  })

  it('removes a report that is no longer in the content, but not what others put there', async () => {
    await write(output([report('a/b/c', OLD), report('a/x/c', OLD)]), root, disk)
    writeFileSync(join(root, 'a/b/c/egen.txt'), 'min')
    mkdirSync(join(root, 'främmande'))
    writeFileSync(join(root, 'främmande/fil.txt'), 'din')
    expect(await write(output([]), root, disk)).toEqual([
      { path: 'a/b/c', state: 'removed' },
      { path: 'a/x/c', state: 'removed' }
    ])
    const tree = await readTree(root)
    expect(Object.keys(tree).toSorted()).toEqual([
      'a/b/c/egen.txt',
      'främmande/fil.txt',
      'index.html',
      'manifest.json'
    ])
    expect(await disk.list(join(root, 'a'))).toEqual([{ name: 'b', isDirectory: true }])
  })

  it('removes nothing when only some reports are built', async () => {
    await write(output([report('a/b/c', OLD), report('a/b/d', OLD)]), root, disk)
    await write(output([report('a/b/d', NEW)], { complete: false }), root, disk)
    expect((await readTree(root))['index.html']).toBe('a/b/c a/b/d')
  })

  it.each(['../a', 'a/../../b', '/a', 'a//b', 'a/./b', 'C:/a', 'a\\b', 'a/.ny-b', '', 'a/b\n'])(
    'refuses the path %j',
    async (path) => {
      await expect(write(output([report(path, OLD)]), root, disk)).rejects.toThrow(RangeError)
      await expect(write(output([report('a', { [path]: '' })]), root, disk)).rejects.toThrow(
        RangeError
      )
      expect(await disk.exists(root)).toBe(false)
    }
  )

  it.each([
    ['the same report twice', ['a/b', 'a/b']],
    ['a report in a report', ['a', 'a/b']],
    ['a report in the place of the index', ['index.html']]
  ])('refuses %s', async (_, paths) => {
    const build = output(paths.map((path) => report(path, OLD)))
    await expect(write(build, root, disk)).rejects.toThrow('two outputs in one place')
  })

  it('refuses to follow a symbolic link out of the output folder', async () => {
    const outside = `${root}-utanför`
    mkdirSync(root, { recursive: true })
    mkdirSync(outside)
    symlinkSync(outside, join(root, 'a'))
    await expect(write(output([report('a/b', OLD)]), root, disk)).rejects.toThrow('symbolic link')
    expect(await disk.list(outside)).toEqual([])
  })

  it('does not remove outside files that a forged manifest names', async () => {
    await write(output([]), root, disk)
    const outside = join(root, '../kvar.txt')
    writeFileSync(outside, 'kvar')
    writeFileSync(
      join(root, 'manifest.json'),
      '{"rapporter":[{"sökväg":".."},{"sökväg":"a"}],"filer":[{"sökväg":"a/../../kvar.txt"}]}'
    )
    await write(output([]), root, disk)
    expect(await disk.readText(outside)).toBe('kvar')
  })

  it('builds anew over a manifest that cannot be read', async () => {
    mkdirSync(root, { recursive: true })
    writeFileSync(join(root, 'manifest.json'), '{"rapporter": [nul')
    await write(output([report('a', OLD)]), root, disk)
    expect((await readTree(root))['index.html']).toBe('a')
  })

  it('keeps the old report when the new one cannot be written, and writes the others', async () => {
    await write(output([report('a', OLD), report('b', OLD)]), root, disk)
    const full: typeof disk = {
      ...disk,
      writeFile: (path, data) =>
        path.includes('.ny-a/')
          ? Promise.reject(new Error('disk full'))
          : disk.writeFile(path, data)
    }
    expect(await write(output([report('a', NEW), report('b', NEW)]), root, full)).toEqual([
      { path: 'a', state: 'failed', detail: 'disk full' },
      { path: 'b', state: 'written' }
    ])
    const tree = await readTree(root)
    expect(tree['a/index.html']).toBe('gammal sida')
    expect(tree['b/index.html']).toBe('ny sida')
    expect(Object.keys(tree).filter((path) => path.includes('.ny-'))).toEqual([])
  })
})

describe('write, killed at any step', () => {
  const before = output([report('a/b/c', OLD), report('a/b/borttagen', OLD)])
  const after = output([report('a/b/c', NEW)], { shared: new Map([['stil.css', 'p{}']]) })

  it.each(Array.from({ length: 30 }, (_, step) => step))(
    'leaves a whole report after %i changes, at the latest when run again',
    async (step) => {
      await write(before, root, disk)
      await write(after, root, killedAfter(step)).catch(() => [])

      const halfway = await readTree(root)
      const standing = ['a/b/c', 'a/b/.gammal-c']
        .map((folder) => halfway[`${folder}/index.html`])
        .filter((text) => text !== undefined)
      expect(standing.length).toBeGreaterThan(0)
      expect(() => JSON.parse(halfway['manifest.json'] ?? '')).not.toThrow()
      if (halfway['a/b/c/index.html'] === 'ny sida') expect(halfway).toMatchObject(inFolder(NEW))
      else if (halfway['a/b/c/index.html']) expect(halfway).toMatchObject(inFolder(OLD))

      // A build of something else heals it as well as a build of this report does.
      await write({ ...output([], { kept: ['a/b/c'] }), complete: false }, root, disk)
      const healed = await readTree(root)
      const whole = healed['a/b/c/index.html'] === 'ny sida' ? NEW : OLD
      expect(healed).toMatchObject(inFolder(whole))
      expect(Object.keys(healed).filter((path) => /\.(ny|gammal)-/.test(path))).toEqual([])

      await write(after, root, disk)
      const last = await readTree(root)
      expect(Object.keys(last).toSorted()).toEqual([
        'a/b/c/data/mål.csv',
        'a/b/c/index.html',
        'a/b/c/tal.json',
        'index.html',
        'manifest.json',
        'stil.css'
      ])
      expect(last).toMatchObject(inFolder(NEW))
    }
  )

  it('is a test that reaches the end: thirty changes are enough for all of it', async () => {
    await write(before, root, disk)
    await expect(write(after, root, killedAfter(30))).resolves.toHaveLength(2)
  })

  function inFolder(files: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(files).map(([name, text]) => [`a/b/c/${name}`, text]))
  }
})

describe('canonicalJson', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ ö: 1, a: [{ d: null, c: 'x' }, 2] })).toBe(
      '{\n  "a": [\n    {\n      "c": "x",\n      "d": null\n    },\n    2\n  ],\n  "ö": 1\n}\n'
    )
  })
})
