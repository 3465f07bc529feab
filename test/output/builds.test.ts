import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCommit } from '../../src/effects.ts'
import { copyProject } from '../setup/project.ts'
import { builtSite, listFiles, pdfName, REPO, REPORTS } from '../setup/site.ts'

const [DU, REGIONSTOD] = REPORTS

/** Every file below a folder with its hash. */
function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
    ])
  )
}

interface Listed {
  readonly rapporter: readonly { readonly sökväg: string }[]
  readonly filer: readonly { readonly sökväg: string; readonly sha256: string }[]
}
const manifestOf = (out: string) =>
  JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Listed

/** What the manifest says of its files, against the files. */
function expectTrueManifest(out: string): void {
  const { 'manifest.json': _, ...files } = hashes(out)
  const listed = manifestOf(out).filer.map(({ sökväg, sha256 }) => [sökväg, sha256])
  expect(Object.fromEntries(listed)).toEqual(files)
}

describe('the same input', () => {
  it('gives the same bytes in another folder, at another time, in another time zone and language', async () => {
    const project = copyProject()
    // A checkout of the same commit.
    const commit = await readCommit(REPO)
    if (commit) project.write('.git/HEAD', `${commit}\n`)
    const { status } = project.tertial(['build', '--out', 'annanstans/ut'], {
      TZ: 'Pacific/Auckland',
      LANG: 'C',
      LC_ALL: 'C',
      TERTIAL_CACHE: 'nej'
    })
    expect(status).toBe(0)
    expect(hashes(join(project.folder, 'annanstans/ut'))).toEqual(hashes(builtSite()))
  })

  it('leaves every file untouched when built again', () => {
    const project = copyProject(REPORTS)
    const build = () => project.tertial(['build', 'du-namnden', '--format', 'html'])
    expect(build().status).toBe(0)
    const before = hashes(join(project.folder, 'output'))
    const again = build()
    expect(again.stdout).toContain(`${DU}: oförändrad`)
    expect(hashes(join(project.folder, 'output'))).toEqual(before)
  })
})

describe('a report with a fault', () => {
  it('keeps its last good output while the others are built', () => {
    const project = copyProject(REPORTS)
    const out = join(project.folder, 'output')
    const build = () => project.tertial(['build', '--format', 'html'])
    expect(build().status).toBe(0)
    const before = hashes(out)
    const broken = `content/${REGIONSTOD}/10-aret-i-korthet.md`
    project.write(broken, `${project.read(broken)}\nDet blev {{tal "finns-inte.utfall"}}.\n`)
    const changed = `content/${DU}/10-sammanfattning.md`
    project.write(changed, `${project.read(changed)}\nEtt nytt stycke.\n`)

    const { status, stdout } = build()
    expect(status).toBe(1)
    expect(stdout).toContain(`${REGIONSTOD}: byggdes inte, har fel`)
    expect(stdout).toMatch(/10-aret-i-korthet\.md:\d+:\d+ {2}fel {2}referens-finns/)
    expect(stdout).toContain(`${DU}: byggd`)
    const after = hashes(out)
    const differ = Object.keys(after).filter((path) => after[path] !== before[path])
    expect(differ).toEqual(
      ['index.html', `${DU}/index.html`, `${DU}/sok.js`, 'manifest.json'].toSorted()
    )
    expect(readFileSync(join(out, DU, 'index.html'), 'utf8')).toContain('Ett nytt stycke.')
    const index = readFileSync(join(out, 'index.html'), 'utf8')
    expect(index).toContain(`<a class="titel" href="${REGIONSTOD}/index.html">`)
    expect(index.match(/byggdes inte/g)).toHaveLength(1)
    expectTrueManifest(out)
  })

  it('is listed without a link when it never was built', () => {
    const project = copyProject(REPORTS)
    const broken = `content/${REGIONSTOD}/10-aret-i-korthet.md`
    project.write(broken, '# Året\n\n{{tal "finns-inte.utfall"}}\n')
    expect(project.tertial(['build', '--format', 'html']).status).toBe(1)
    const out = join(project.folder, 'output')
    expect(existsSync(join(out, REGIONSTOD))).toBe(false)
    const index = readFileSync(join(out, 'index.html'), 'utf8')
    expect(index).toContain('byggdes inte')
    expect(index).not.toContain(REGIONSTOD)
    expectTrueManifest(out)
  })
})

describe('a report that is removed from content', () => {
  it('disappears from output, index and manifest', () => {
    const project = copyProject(REPORTS)
    const out = join(project.folder, 'output')
    project.tertial(['build', '--format', 'html'])
    expect(existsSync(join(out, REGIONSTOD, 'index.html'))).toBe(true)
    project.remove(`content/${REGIONSTOD}`)
    const { status, stdout } = project.tertial(['build', '--format', 'html'])
    expect(status).toBe(0)
    expect(stdout).toContain(`${REGIONSTOD}: borttagen`)
    expect(existsSync(join(out, 'region-norrbotten'))).toBe(false)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('Regionstöd')
    expect(manifestOf(out).rapporter.map(({ sökväg }) => sökväg)).toEqual([DU])
    expectTrueManifest(out)
  })

  it('stays while only another report is built', () => {
    const project = copyProject(REPORTS)
    const out = join(project.folder, 'output')
    project.tertial(['build', '--format', 'html'])
    const before = hashes(out)
    expect(project.tertial(['build', 'du-namnden', '--format', 'html']).status).toBe(0)
    expect(hashes(out)).toEqual(before)
  })
})

describe('without a browser', () => {
  it('builds HTML, fails the PDF and says what to install', () => {
    const project = copyProject(REPORTS)
    const out = join(project.folder, 'output')
    const missing = join(project.folder, 'finns-inte/chrome')
    const { status, stdout } = project.tertial(['build'], { PUPPETEER_EXECUTABLE_PATH: missing })
    expect(status).toBe(1)
    expect(stdout).toContain(missing)
    expect(stdout).toMatch(/installera/i)
    expect(stdout).toMatch(/Chrome|Chromium/)
    // Said once, however many the reports are.
    expect(stdout.match(/ingen webbläsare/gi)).toHaveLength(1)
    for (const report of REPORTS) {
      const html = readFileSync(join(out, report, 'index.html'), 'utf8')
      expect(html).not.toContain(pdfName(report))
      expect(existsSync(join(out, report, pdfName(report)))).toBe(false)
      expect(existsSync(join(out, report, 'tal.json'))).toBe(true)
    }
    const index = readFileSync(join(out, 'index.html'), 'utf8')
    expect(index.match(/href="[^"]*\.pdf"|byggdes inte/)?.[0]).toBeUndefined()
    expectTrueManifest(out)
  })

  it('needs none for HTML alone', () => {
    const project = copyProject(REPORTS)
    const missing = join(project.folder, 'finns-inte/chrome')
    const env = { PUPPETEER_EXECUTABLE_PATH: missing }
    expect(project.tertial(['build', '--format', 'html'], env).status).toBe(0)
  })
})

describe('ids that writers and the page both want', () => {
  it('are given once each, and references follow', () => {
    const project = copyProject(REPORTS)
    project.remove(`content/${DU}`)
    const folder = `content/${REGIONSTOD}`
    for (const path of listFiles(join(project.folder, folder)))
      if (path.endsWith('.md')) project.remove(`${folder}/${path}`)
    const mall = 'templates/dokument/arsrapport.hbs'
    project.write(mall, readFileSync(join(REPO, mall), 'utf8').replaceAll('krav: ja', 'krav: nej'))
    project.write(
      `${folder}/10-text.md`,
      '# Text\n\n## Resultat\n\nSe {{se "resultat"}}.\n\n{{tabell "resultat"}}\n\n## Källor\n\nHär.\n'
    )
    project.write(`${folder}/20-kallor.md`, '# Källor\n\nSlut.\n')
    const { status, stdout } = project.tertial(['build', '--format', 'html'])
    expect(stdout).not.toMatch(/ {2}fel {2}/)
    expect(status).toBe(0)
    const html = readFileSync(join(project.folder, 'output', REGIONSTOD, 'index.html'), 'utf8')
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    expect(html).toContain('<a class="se" href="#resultat">tabell\u00a01</a>')
    expect(html).toContain('<caption id="resultat">')
  })
})
