import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { HELP } from '../src/help.ts'
import { MINSTA, REPO } from './helpers/project.ts'

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

let folder = ''
/** What is asked by a shell and not by a person. */
const HIDDEN = ['ord']

/** The command as a user runs it, in a project of its own. */
function tertial(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(REPO, 'src/cli.ts'), ...args],
      { cwd: folder, env: { ...process.env, CI: '1', NO_COLOR: '1', TERTIAL_CACHE: 'nej' } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err })
    )
  })
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const BROKEN = 'content/region/enhet/2020-arsrapport'

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-cli-')))
  cpSync(join(REPO, 'templates'), join(folder, 'templates'), { recursive: true })
  for (const [path, text] of Object.entries(MINSTA)) write(path, text)
  // Both years' reports are made here, so both have a target.
  const indikatorer = 'data/region/enhet/indikatorer.yaml'
  write(
    indikatorer,
    (MINSTA[indikatorer] ?? '').replace('      2020:\n', '      2020:\n        målvärde: max 6\n')
  )
  write(
    `${BROKEN}/rapport.yaml`,
    'rapport:\n  dokumenttyp: årsrapport\n  titel: Årsrapport 2020\n  period: 2020\n  status: utkast\n  regler:\n    indikator-har-malvarde: av\n'
  )
  write(`${BROKEN}/10-inledning.md`, '# Inledning\n\n{{tabell "resultatet"}}\n')
})

describe('help and version', { timeout: 60_000 }, () => {
  it.each([
    [[], 'tertial'],
    [['--help'], 'tertial'],
    [['-h'], 'tertial'],
    [['build', '--help'], 'build'],
    [['check', '-h'], 'check']
  ])('%j prints the help of %s', async (args, about) => {
    expect(await tertial(...args)).toEqual({ code: 0, out: `${HELP[about] ?? ''}\n`, err: '' })
  })

  it('--version prints the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(REPO, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(await tertial('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it('shows every command as it is typed in the project', () => {
    expect(HELP['tertial']).toContain('npx tertial build regionstod/2021-arsrapport')
    for (const text of Object.values(HELP))
      expect(text).not.toMatch(/(?<!npx )tertial <?(kommando|build|check|explain|status|new)/)
  })

  it('names every command, and in the help of each all its options and an example', async () => {
    expect(Object.keys(HELP).toSorted()).toEqual(['tertial', ...Object.keys(commands)].toSorted())
    for (const [name, load] of Object.entries(commands)) {
      expect(HELP['tertial']).toMatch(new RegExp(`^  ${name} +\\p{Ll}`, 'mu'))
      const help = HELP[name] ?? ''
      expect(help, name).toMatch(/^Exempel\n  .*npx tertial /m)
      for (const option of Object.keys((await load()).options))
        if (!HIDDEN.includes(option)) expect(help, name).toContain(`--${option}`)
    }
    for (const word of ['--help', '--version', 'Slutkod']) expect(HELP['tertial']).toContain(word)
  })
})

describe('wrong use ends with 2 and says what would have been right', { timeout: 60_000 }, () => {
  it.each([
    [['biuld'], 'Okänt kommando "biuld". Menade du "build"?'],
    [
      ['build', '--formt', 'html'],
      'Okänt eller ofullständigt val "--formt". Menade du "--format"?'
    ],
    [['check', '--out', 'x'], '"tertial check" tar inte valet --out.'],
    [['build', '--format', 'docx'], 'Okänt format "docx". Välj html, pdf eller html,pdf.']
  ])('%j', async (args, text) => {
    expect(await tertial(...args)).toEqual({
      code: 2,
      out: '',
      err: `${text}\nHjälp: npx tertial --help\n`
    })
  })
})

describe('a command that is like none', { timeout: 60_000 }, () => {
  it('is answered with those there are', async () => {
    const { code, err } = await tertial('skriv')
    expect(code).toBe(2)
    expect(err).toMatch(/^Okänt kommando "skriv"\. Här går det att skriva "build", "check".*\.\n/)
  })
})

describe('check', { timeout: 60_000 }, () => {
  it('ends with 0 for a report without faults, chosen by a part of its path', async () => {
    expect(await tertial('check', '2021-arsrapport')).toMatchObject({
      code: 0,
      out: '1 rapport kontrollerad: inga fel.\n'
    })
  })

  it('takes a path as the shell completes it', async () => {
    const { code, out } = await tertial('check', './content/region/enhet/2021-arsrapport/')
    expect([code, out]).toEqual([0, '1 rapport kontrollerad: inga fel.\n'])
  })

  it('ends with 1 for faults, and checks every report where none is named', async () => {
    const { code, out } = await tertial('check')
    expect(code).toBe(1)
    expect(out).toContain(`${BROKEN}/10-inledning.md:3:10  fel  referens-finns`)
    expect(out).toContain('Menade du "resultat"?')
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 rapporter kontrollerade: 1 fel')
  })

  it('prints faults as data', async () => {
    const { code, out } = await tertial('check', '2020', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([
      {
        regel: 'referens-finns',
        nivå: 'fel',
        text: 'Okänd tabell "resultatet".',
        råd: 'Menade du "resultat"?',
        fil: `${BROKEN}/10-inledning.md`,
        rad: 3,
        kolumn: 10,
        slutrad: 3,
        slutkolumn: 22
      }
    ])
  })

  it('says so where no report fits, with the nearest', async () => {
    const { code, out } = await tertial('check', '2021-årsrapport')
    expect(code).toBe(2)
    expect(out).toContain('fel  rapport-finns\n  Ingen rapport passar "2021-årsrapport".\n')
  })

  it('asks for more where several fit', async () => {
    const { code, out } = await tertial('check', 'enhet')
    expect(code).toBe(2)
    expect(out).toContain(
      '"enhet" passar flera rapporter.\n  Skriv mer av namnet: region/enhet/2020-arsrapport eller region/enhet/2021-arsrapport.\n'
    )
  })

  it('never prints a stack', async () => {
    for (const word of ['constructor', '../../etc', '', '--strict=1']) {
      const { err, out } = await tertial('check', word)
      expect(`${out}${err}`).not.toMatch(/\n\s+at .*:\d+/)
    }
  })
})

describe('build', { timeout: 60_000 }, () => {
  it('writes what has no faults, says what was left, and ends with 1', async () => {
    const { code, out } = await tertial('build', '--format', 'html', '--out', 'ut')
    expect(code).toBe(1)
    expect(out).toContain('region/enhet/2021-arsrapport: byggd\n')
    expect(out).toContain('region/enhet/2020-arsrapport: byggdes inte, har fel\n')
    expect(out).toMatch(/\n1 fel ut\/index\.html, \d+,\d s\n$/)
    expect(existsSync(join(folder, 'ut/region/enhet/2021-arsrapport/index.html'))).toBe(true)
    expect(existsSync(join(folder, 'ut/region/enhet/2020-arsrapport/index.html'))).toBe(false)
  })

  it('ends with 0 where all went well, and says that nothing changed', async () => {
    const { code, out } = await tertial('build', '2021', '--format', 'html', '--out', 'ut')
    expect([code, out.split('\n')[0]]).toEqual([0, 'region/enhet/2021-arsrapport: oförändrad'])
  })

  it('ends with 1 for a warning where that is asked for', async () => {
    write(
      'content/region/enhet/2021-arsrapport/20-mer.md',
      '# Mer\n\nText <script>x</script> här.\n'
    )
    const args = ['build', '2021', '--format', 'html', '--out', 'ut']
    expect((await tertial(...args)).code).toBe(0)
    expect((await tertial(...args, '--strict')).code).toBe(1)
  })
})
