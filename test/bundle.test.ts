import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUNDLE, findBundle } from '../src/bundle.ts'
import { writeWorkload } from './bench/workload.ts'
import { data, draw, mall, years } from './chart/examples.ts'
import { readTree } from './stages/disk.ts'

const root = mkdtempSync(join(tmpdir(), 'tertial-bundle-'))
const src = new URL('../src/', import.meta.url)
const node = (args: readonly string[]) =>
  promisify(execFile)(process.execPath, [...args], { cwd: root })

/** Runs the program at an address; gives what it wrote below `out`. */
async function build(main: URL, out: string): Promise<Record<string, string>> {
  const script = `import(${JSON.stringify(main.href)}).then(async ({ run }) => {
    process.exitCode = await run(['build', '--format', 'html', '--out', '${out}'])
  })`
  await node(['--eval', script])
  return readTree(join(root, out))
}

describe('the program in one piece', () => {
  beforeAll(async () => {
    const small = { chapters: 2, paragraphs: 6, headings: 4, tables: 2, charts: 3, footnotes: 2 }
    await writeWorkload(root, { reports: 1, ...small }, join(import.meta.dirname, '../templates'))
    await node([fileURLToPath(new URL('make-bundle.ts', src))])
  }, 60_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('writes the same bytes as its sources', async () => {
    const whole = await build(new URL('main.js', BUNDLE), 'whole')
    const parts = await build(new URL('main.ts', src), 'parts')
    expect(Object.keys(whole)).toContain('region-prov/enhet-1/2021-arsrapport/index.html')
    expect(whole).toEqual(parts)
  }, 60_000)

  it('has the thread that draws beside it', async () => {
    const worker = new Worker(new URL('worker.js', BUNDLE))
    const underlag = data(years(2019, [4.1, 5.2, 4.77]))
    const options = { bredd: 640, prefix: 'a' }
    worker.postMessage({ id: 7, mall: mall('linje'), data: underlag, options })
    const answer = await new Promise((resolve, reject) => {
      worker.on('message', resolve)
      worker.on('error', reject)
    })
    await worker.terminate()
    expect(answer).toEqual({ id: 7, bild: await draw('linje', underlag, { prefix: 'a' }) })
  }, 60_000)

  it('is what is run, as long as no source has changed since', () => {
    expect(findBundle()).toBe(new URL('main.js', BUNDLE).href)
  })
})
