import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { gitHistoria, type Historiefel, type Utgåva } from '../../src/git.ts'
import { createRepo } from './repo.ts'

function opened(utgåva: Utgåva | Historiefel): Utgåva {
  if ('slag' in utgåva) throw new Error(utgåva.slag)
  return utgåva
}

describe('open', () => {
  it('reads a commit as files, whatever the work tree and the index hold now', async () => {
    const repo = createRepo()
    repo.write('data/region/å.yaml', 'ett\n')
    repo.write('content/region/enhet/text.md', 'två\n')
    repo.write('README.md', 'inget av projektet\n')
    const first = repo.commit('först')
    repo.write('data/region/å.yaml', 'ändrat\n')
    repo.git('add', '--all')
    repo.write('data/region/å.yaml', 'ändrat igen\n')
    const before = repo.git('status', '--porcelain=v2')
    const { commit, datum, files } = opened(await gitHistoria.open(repo.folder, first))
    expect([commit, datum]).toEqual([first, '2024-05-06'])
    expect(await files.readText(`${repo.folder}/data/region/å.yaml`)).toBe('ett\n')
    expect(await files.list(`${repo.folder}/data`)).toEqual([{ name: 'region', isDirectory: true }])
    expect(await files.list(`${repo.folder}/content/region/enhet`)).toEqual([
      { name: 'text.md', isDirectory: false }
    ])
    expect(await files.exists(`${repo.folder}/README.md`)).toBe(false)
    expect(await files.exists(`${repo.folder}/data/region/b.yaml`)).toBe(false)
    await expect(files.readText(`${repo.folder}/data/b.yaml`)).rejects.toMatchObject({
      code: 'ENOENT'
    })
    await expect(files.writeFile(`${repo.folder}/data/b.yaml`, '')).rejects.toThrow(/written/)
    expect(repo.git('status', '--porcelain=v2')).toBe(before)
  })

  it('finds a project that lies in a folder of the repository', async () => {
    const repo = createRepo()
    repo.write('rapporter/vår region/data/a.yaml', 'a\n')
    repo.write('data/annat.yaml', 'b\n')
    const commit = repo.commit('först')
    const root = `${repo.folder}/rapporter/vår region`
    const { files } = opened(await gitHistoria.open(root, commit))
    expect(await files.readText(`${root}/data/a.yaml`)).toBe('a\n')
    expect(await files.exists(`${root}/data/annat.yaml`)).toBe(false)
  })

  it('follows links within the project, and says where others lead', async () => {
    const repo = createRepo()
    repo.write('data/a.yaml', 'a\n')
    symlinkSync('a.yaml', join(repo.folder, 'data/inne.yaml'))
    symlinkSync('../../../etc/passwd', join(repo.folder, 'data/ute.yaml'))
    const commit = repo.commit('länkar')
    const { files } = opened(await gitHistoria.open(repo.folder, commit))
    expect(await files.readText(`${repo.folder}/data/inne.yaml`)).toBe('a\n')
    expect(await files.realPath(`${repo.folder}/data/inne.yaml`)).toBe(`${repo.folder}/data/a.yaml`)
    expect(await files.realPath(`${repo.folder}/data/ute.yaml`)).toBe('/../../../etc/passwd')
    expect(await files.realPath(repo.folder)).toBe(repo.folder)
  })
})

describe('resolve', () => {
  it('knows branches, tags, hashes and steps back', async () => {
    const repo = createRepo()
    repo.write('data/a.yaml', 'a\n')
    const first = repo.commit('först')
    repo.git('tag', '--annotate', '--message', 'etta', 'v1')
    repo.write('data/a.yaml', 'b\n')
    const second = repo.commit('sedan')
    const resolve = (namn: string) => gitHistoria.resolve(repo.folder, namn)
    expect(await Promise.all(['main', 'v1', 'HEAD~1', first.slice(0, 8)].map(resolve))).toEqual([
      second,
      first,
      first,
      first
    ])
    expect(await gitHistoria.mergeBase(repo.folder, 'v1', 'main')).toBe(first)
    for (const namn of ['finns-inte', '--all', 'HEAD:data', ''])
      expect(await resolve(namn)).toEqual({ slag: 'okänd', vad: namn })
  })

  it('says that a shallow clone has but a part of the history', async () => {
    const repo = createRepo()
    repo.write('data/a.yaml', 'a\n')
    const first = repo.commit('först')
    repo.write('data/a.yaml', 'b\n')
    repo.commit('sedan')
    const clone = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-grund-')))
    onTestFinished(() => rmSync(clone, { recursive: true, force: true }))
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repo.folder}`, clone])
    expect(await gitHistoria.resolve(clone, 'HEAD~1')).toEqual({ slag: 'grund', vad: 'HEAD~1' })
    expect(await gitHistoria.resolve(clone, first)).toEqual({ slag: 'grund', vad: first })
  })

  it('says where there is no repository', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-utan-')))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    expect(await gitHistoria.resolve(folder, 'main')).toEqual({ slag: 'inget-arkiv', vad: folder })
  })
})
