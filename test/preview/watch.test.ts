import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchProject, type Change, type Watched } from '../../src/preview/watch.ts'

const A = 'content/o/e/2021-x/10-a.md'
let root: string
let watched: Watched
let changes: Change[]
let heard: (() => void) | undefined

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-watch-')))
  for (const path of ['content/o/e/2021-x', 'data/o/e', 'templates/block'])
    mkdirSync(join(root, path), { recursive: true })
  writeFileSync(join(root, A), 'ett')
  writeFileSync(join(root, 'data/o/e/x.yaml'), 'a: 1\n')
  changes = []
  watched = watchProject(root, (change) => {
    changes.push(change)
    heard?.()
  })
})
afterEach(() => {
  watched.close()
  rmSync(root, { recursive: true, force: true })
})

/** The paths told of until they are those wanted. */
async function told(...paths: string[]): Promise<void> {
  const all = () => [...new Set(changes.flatMap((change) => change.paths))].toSorted()
  while (!paths.every((path) => all().includes(path)))
    await new Promise<void>((resolve) => (heard = resolve))
  expect(all()).toEqual(paths.toSorted())
}
const read = (path: string) => watched.files.readText(`${root}/${path}`)
const write = (path: string, text: string) => writeFileSync(join(root, path), text)

describe('watchProject(root, onChange)', () => {
  it('tells of a file that is written over', async () => {
    write(A, 'två')
    await told(A)
    expect(await read(A)).toBe('två')
  })

  it('tells of a file that is saved under another name and renamed into place', async () => {
    write('content/o/e/2021-x/.10-a.md.swp', 'x')
    write('content/o/e/2021-x/10-a.md~', 'ett')
    write('content/o/e/2021-x/10-a.md.tmp', 'två')
    renameSync(join(root, 'content/o/e/2021-x/10-a.md.tmp'), join(root, A))
    await told(A)
    expect(await read(A)).toBe('två')
  })

  it('tells of a file that is emptied and then written once, whole', async () => {
    truncateSync(join(root, A))
    setTimeout(() => appendFileSync(join(root, A), 'hela texten'), 15)
    await told(A)
    expect(changes).toHaveLength(1)
    expect(await read(A)).toBe('hela texten')
  })

  it('tells of a file that is taken away and written anew', async () => {
    rmSync(join(root, A))
    write(A, 'två')
    await told(A)
    expect(await read(A)).toBe('två')
  })

  it('tells of chapters that come, go and change their names', async () => {
    write('content/o/e/2021-x/20-b.md', 'b')
    renameSync(join(root, A), join(root, 'content/o/e/2021-x/15-a.md'))
    await told('content/o/e/2021-x/15-a.md', 'content/o/e/2021-x/20-b.md', A)
    const names = (await watched.files.list(`${root}/content/o/e/2021-x`)).map(({ name }) => name)
    expect(names).toEqual(['15-a.md', '20-b.md'])
    expect(await watched.files.exists(`${root}/${A}`)).toBe(false)
  })

  it('tells of a folder that gets another name, and of what is then saved in it', async () => {
    renameSync(join(root, 'content/o/e/2021-x'), join(root, 'content/o/e/2022-x'))
    await told(A, 'content/o/e/2022-x/10-a.md')
    changes = []
    write('content/o/e/2022-x/10-a.md', 'två')
    await told('content/o/e/2022-x/10-a.md')
  })

  it('tells of folders made after it began, however deep', async () => {
    mkdirSync(join(root, 'data/n/e'), { recursive: true })
    write('data/n/e/y.yaml', 'b: 1\n')
    await told('data/n/e/y.yaml')
  })

  it('takes many files that change together for one change', async () => {
    const paths = Array.from({ length: 40 }, (_, i) => `data/o/e/fil-${i}.yaml`)
    for (const path of paths) write(path, 'a: 1\n')
    await told(...paths)
    expect(changes.length).toBeLessThanOrEqual(2)
  })

  it('says nothing of what is not the project’s, and of a save that changes nothing but the time', async () => {
    write('anteckning.txt', 'x')
    write('data/o/e/.DS_Store', 'x')
    write('data/o/e/x.yaml', 'a: 2\n')
    await told('data/o/e/x.yaml')
  })

  it('reads a file once until it changes, and then anew', async () => {
    // Old enough not to be changed twice in one instant.
    await new Promise((resolve) => setTimeout(resolve, 30))
    const first = await watched.files.readFile(`${root}/${A}`)
    expect(await watched.files.readFile(`${root}/${A}`)).toBe(first)
    write(A, 'två')
    await told(A)
    expect(new TextDecoder().decode(await watched.files.readFile(`${root}/${A}`))).toBe('två')
  })

  it('doesn’t hide that a file is a link out of the project', async () => {
    symlinkSync('/etc/hostname', join(root, 'data/o/e/z.yaml'))
    await told('data/o/e/z.yaml')
    expect(await watched.files.realPath(`${root}/data/o/e/z.yaml`)).toBe('/etc/hostname')
    expect(await watched.files.realPath(`${root}/${A}`)).toBe(`${root}/${A}`)
  })
})
