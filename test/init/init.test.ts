import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPO } from '../helpers/project.ts'

let folder = ''
let number = 0

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-init-')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function emptyFolder(): string {
  const made = join(folder, `projekt-${++number}`)
  mkdirSync(made)
  return made
}

/** The command in a folder, without anybody at the keyboard. */
function tertial(cwd: string, args: readonly string[], program = join(REPO, 'src/cli.ts')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: '1', NO_COLOR: '1', TERTIAL_CACHE: 'nej' }
  })
  return { status, out: stdout, err: stderr }
}

describe('tertial init', { timeout: 120_000 }, () => {
  it('makes a project that has nothing to remark on and that builds, PDF too', () => {
    const projekt = emptyFolder()
    const made = tertial(projekt, ['init', '--namn', 'Region Östermo'])
    expect([made.status, made.err]).toEqual([0, ''])
    expect(made.out).toContain('  gjord  data/region-ostermo/organisation.yaml\n')
    expect(made.out).toContain('  1. Bygg rapporten: npx tertial build\n')
    expect(tertial(projekt, ['check', '--strict'])).toMatchObject({
      status: 0,
      out: '1 rapport kontrollerad: inga fel.\n'
    })
    const built = tertial(projekt, ['build'])
    expect([built.status, built.out]).toEqual([0, expect.stringMatching(/byggd, [3-9] sidor/)])
    const år = new Date().getFullYear() - 1
    const rapport = `output/region-ostermo/regionstyrelsen/${år}-arsrapport`
    const page = readFileSync(join(projekt, rapport, 'index.html'), 'utf8')
      .replace(/<[^>]*>/g, '')
      .replaceAll('\u00a0', ' ')
    expect(page).toContain('Resultatet blev 130 tusen kronor.')
    expect(page).toContain('Region Östermo')
    expect(existsSync(join(projekt, '.vscode/settings.json'))).toBe(true)
  })

  it('takes a kommun, and quotes and letters of all kinds in its name', () => {
    const projekt = emptyFolder()
    expect(tertial(projekt, ['init', '--namn', 'Åmåls "kommun": å, ä & ö']).status).toBe(0)
    const text = readFileSync(join(projekt, 'data/amals-kommun-a-a-o/organisation.yaml'), 'utf8')
    expect(text).toContain('  namn: "Åmåls \\"kommun\\": å, ä & ö"\n  slag: kommun\n')
    expect(tertial(projekt, ['check']).status).toBe(0)
  })

  it('has a name for the organisation where none is given and nobody can be asked', () => {
    const projekt = emptyFolder()
    expect(tertial(projekt, ['init']).status).toBe(0)
    expect(existsSync(join(projekt, 'data/exempelkommunen/kommunstyrelsen/mal.yaml'))).toBe(true)
  })

  it('leaves a folder with a project as it is', () => {
    const projekt = emptyFolder()
    mkdirSync(join(projekt, 'data'))
    writeFileSync(join(projekt, 'data/mitt.yaml'), 'mitt: 1\n')
    const { status, out } = tertial(projekt, ['init'])
    expect(status).toBe(2)
    expect(out).toContain('Här finns redan en mapp data/ med innehåll')
    expect(existsSync(join(projekt, 'content'))).toBe(false)
    expect(readFileSync(join(projekt, 'data/mitt.yaml'), 'utf8')).toBe('mitt: 1\n')
  })

  it('leaves files that stand there, and says so', () => {
    const projekt = emptyFolder()
    writeFileSync(join(projekt, '.gitignore'), 'mitt/\n')
    const { status, out } = tertial(projekt, ['init'])
    expect([status, out]).toEqual([0, expect.stringContaining('  fanns  .gitignore (orörd)\n')])
    expect(readFileSync(join(projekt, '.gitignore'), 'utf8')).toBe('mitt/\n')
  })
})

describe('the package that npm pack makes', { timeout: 120_000 }, () => {
  it('has all that a project of its own needs to be made and built', () => {
    const checkout = join(folder, 'checkout')
    for (const part of ['src', 'templates', 'package.json', 'package-lock.json', '.gitignore'])
      cpSync(join(REPO, part), join(checkout, part), { recursive: true })
    symlinkSync(join(REPO, 'node_modules'), join(checkout, 'node_modules'))
    execFileSync(process.execPath, ['src/make-bundle.ts', '--pack'], { cwd: checkout })
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
      cwd: checkout,
      stdio: 'ignore'
    })
    const projekt = emptyFolder()
    // As npm lays it: the package in node_modules, with what it stands on beside it.
    const installed = join(projekt, 'node_modules/tertial')
    mkdirSync(installed, { recursive: true })
    execFileSync('tar', ['xzf', join(folder, 'tertial-0.1.0.tgz'), '--strip-components=1'], {
      cwd: installed
    })
    symlinkSync(join(REPO, 'node_modules'), join(installed, 'node_modules'))
    const program = join(installed, 'src/tertial.mjs')
    expect(tertial(projekt, ['init', '--namn', 'Östermo kommun'], program)).toMatchObject({
      status: 0,
      err: ''
    })
    expect(tertial(projekt, ['build', '--format', 'html'], program)).toMatchObject({
      status: 0,
      out: expect.stringContaining('byggd\n') as string
    })
  })
})
