import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complete, completionScript, SKAL, type Känt } from '../../src/completion.ts'
import { MINSTA, REPO } from '../helpers/project.ts'

const KÄNT: Känt = {
  kommandon: {
    build: { format: true, strict: false },
    explain: {},
    new: { enhet: true, period: true },
    completion: { ord: false }
  },
  rapporter: async () => ['region/regionstod/2021-arsrapport', 'region/namnden/2021-arsrapport'],
  enheter: async () => ['region/regionstod', 'region/namnden'],
  dokumenttyper: async () => ['årsrapport', 'svar på granskning'],
  regler: async () => ['ord-en-gang', 'ett-mellanslag']
}

describe('complete(words, känt)', () => {
  it.each([
    [[''], ['--help', '--version', 'build', 'completion', 'explain', 'new']],
    [['bu'], ['build']],
    [['xyz'], []],
    [
      ['build', '--'],
      ['--format', '--help', '--strict']
    ],
    [
      ['build', '--format', ''],
      ['html', 'html,pdf', 'pdf']
    ],
    [
      ['build', ''],
      ['region/namnden/2021-arsrapport', 'region/regionstod/2021-arsrapport']
    ],
    [['build', 'region/r'], ['region/regionstod/2021-arsrapport']],
    [['build', 'regionstod'], ['region/regionstod/2021-arsrapport']],
    [['build', '--strict', 'namn'], ['region/namnden/2021-arsrapport']],
    [['explain', 'ord'], ['ord-en-gang']],
    [
      ['new', ''],
      ['svar på granskning', 'årsrapport']
    ],
    [['new', 'årsrapport', '--enhet', 'region/n'], ['region/namnden']],
    [['new', 'årsrapport', '--period', ''], []],
    [['completion', 'z'], ['zsh']],
    [['okänt', ''], []]
  ])('%j → %j', async (words, found) => {
    expect(await complete(words, KÄNT)).toEqual(found)
  })
})

describe('tertial completion', { timeout: 60_000 }, () => {
  let folder = ''
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-completion-')))
    for (const [path, text] of Object.entries(MINSTA)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    cpSync(
      join(REPO, 'templates/dokument/svar-pa-granskning.hbs'),
      join(folder, 'templates/dokument/svar-pa-granskning.hbs')
    )
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
    symlinkSync(join(REPO, 'src/tertial.mjs'), join(folder, 'node_modules/.bin/tertial'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has a script for each shell, and asks which for any other', () => {
    for (const skal of SKAL) expect(completionScript(skal)).toContain('completion --ord')
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(REPO, 'src/cli.ts'), 'completion', 'tcsh'],
      { encoding: 'utf8' }
    )
    expect([status, stderr]).toEqual([
      2,
      'Skriv vilket skal det gäller: bash, zsh, fish, powershell.\nHjälp: npx tertial --help\n'
    ])
  })

  it.skipIf(process.platform === 'win32')('completes in bash, through npx too', () => {
    const ask = (line: string, words: readonly string[]): string =>
      execFileSync(
        'bash',
        [
          '-c',
          `${completionScript('bash')}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_tertial; printf '%s\\n' "\${COMPREPLY[@]}"`
        ],
        { cwd: folder, encoding: 'utf8' }
      ).trim() || line
    expect(ask('', ['npx', 'tertial', 'bu'])).toBe('build')
    expect(ask('', ['tertial', 'check', '2021'])).toBe('region/enhet/2021-arsrapport')
    expect(ask('', ['tertial', 'new', 'svar'])).toBe('svar\\ på\\ granskning')
    expect(ask('nothing', ['npx', 'vitest', ''])).toBe('nothing')
  })
})
