import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { build } from '../../src/build.ts'
import { diskFiles } from '../../src/effects.ts'
import { createEffects, createFiles, MINSTA, REPO, type Filer } from '../helpers/project.ts'

const RAPPORT = 'content/region/enhet/2021-arsrapport'

/** The minimal project, with a finding in its text, built to a folder without PDF. */
async function page(filer: Filer): Promise<{ index: string; page: string; manifest: string }> {
  const out = mkdtempSync(join(tmpdir(), 'tertial-fynd-'))
  onTestFinished(() => rmSync(out, { recursive: true, force: true }))
  const memory = createFiles({
    ...MINSTA,
    [`${RAPPORT}/20-mer.md`]: '# Mer\n\nDet gick  bra.\n',
    ...filer
  })
  const inside = (path: string) => path.startsWith('/projekt')
  const files = {
    ...diskFiles,
    readFile: (path: string) => (inside(path) ? memory : diskFiles).readFile(path),
    readText: (path: string) => (inside(path) ? memory : diskFiles).readText(path),
    list: (path: string) => (inside(path) ? memory : diskFiles).list(path),
    exists: (path: string) => (inside(path) ? memory : diskFiles).exists(path),
    realPath: (path: string) => (inside(path) ? memory : diskFiles).realPath(path)
  }
  await build(
    '/projekt',
    { rapporter: [], format: new Set(['html']), out, strict: false },
    {
      ...createEffects({}),
      files,
      packageFile: (path) =>
        path === 'minisearch'
          ? `${REPO}/node_modules/minisearch/dist/es/index.js`
          : path === '@orama/stemmers/swedish'
            ? `${REPO}/node_modules/@orama/stemmers/dist/se.js`
            : `${REPO}/node_modules/${path}`
    },
    '1.0.0'
  )
  const read = (name: string) => readFileSync(join(out, name), 'utf8')
  return {
    index: read('index.html'),
    page: read('region/enhet/2021-arsrapport/index.html'),
    manifest: read('manifest.json')
  }
}

it('stand last on the page of a draft, with level, place and remedy, and on the index', async () => {
  const built = await page({})
  const list = /<section class="granskning"[\s\S]*?<\/section>/.exec(built.page)?.[0] ?? ''
  expect(list).toContain('<summary>Visa 1 råd att ta ställning till</summary>')
  expect(list).toContain('<b class="rad">råd</b>')
  expect(list).toContain(`<code>${RAPPORT}/20-mer.md:3</code>`)
  expect(built.page.indexOf(list)).toBeLessThan(built.page.indexOf('</main>'))
  expect(built.index).toContain(
    '<a class="granskas" href="region/enhet/2021-arsrapport/index.html#granskningslista">1 råd'
  )
})

it('are not on the page of a report that is decided', async () => {
  const built = await page({
    [`${RAPPORT}/rapport.yaml`]: (MINSTA[`${RAPPORT}/rapport.yaml`] ?? '').replace(
      'utkast',
      'beslutad'
    )
  })
  expect(built.page).not.toContain('granskningslista')
  expect(built.index).not.toContain('granskas"')
})
