import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { målformer } from '../../src/domain/malvarde-former.ts'
import { direktiven } from '../../src/markdown/directives.ts'
import { LISTOR } from '../../src/schema/datafil.ts'
import { HJÄLPARNAMN } from '../../src/template/call.ts'
import { GER } from '../../src/template/helper-words.ts'
import { copyProject } from '../setup/project.ts'
import { builtSite, REPO } from '../setup/site.ts'

const FOLDER = join(REPO, 'content/tertial/handboken/2026-handbok')
const chapters = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const whole = chapters.map(read).join('\n')
/** What stands in `:::exempel`: shown as it is written, and built. */
const examples = [...whole.matchAll(/^(:{3,})exempel\n([\s\S]*?)\n\1$/gm)]
  .map(([, , text = '']) => text)
  .join('\n')

const page = (): string =>
  readFileSync(join(builtSite(), 'tertial/handboken/2026-handbok/index.html'), 'utf8')

describe('the handbook', () => {
  it('has an example of every helper and block that is built where it stands', () => {
    // These print the handbook's own lists and stand there in their own right.
    const lists = ['hjälparlista', 'kommandon', 'målformer', 'nycklar', 'regellista', 'regler']
    const missing = HJÄLPARNAMN.filter((name) => !examples.includes(`{{${name}`))
    expect(missing).toEqual(lists)
    for (const name of lists) expect(whole).toContain(`{{${name}`)
  })

  it('says in words what each of them gives', () => {
    expect(Object.keys(GER).toSorted()).toEqual(HJÄLPARNAMN.toSorted())
  })

  it('has every kind of directive and every diagram', () => {
    for (const { name } of direktiven) expect(whole).toContain(`:::${name}`)
    for (const file of readdirSync(join(REPO, 'templates/diagram')))
      expect(examples).toContain(`{{diagram "${file.replace(/\.yaml$/, '')}"`)
  })

  it('has the keys of every list in the data', () => {
    // Three lists with the same keys.
    const together = ['konton', 'nyckeltal']
    for (const list of Object.keys(LISTOR))
      if (!together.includes(list)) expect(whole).toContain(`{{nycklar "${list}"`)
  })

  it('shows every form of target, every command and what an example becomes', () => {
    const html = page()
    expect(målformer.length).toBeGreaterThan(15)
    for (const { namn } of målformer) expect(html).toContain(`>${namn}<`)
    for (const name of Object.keys(commands)) expect(html).toContain(`id="kommando-${name}"`)
    const text = html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')
    expect(text).toContain('Sjukfrånvaron blev 5,7 %, i ord 5,7 procent.')
    // A unit that is the name already isn't said twice.
    expect(text).toContain('121 årsarbetare 118 föregående år')
    // Months are counted from January: none goes below zero.
    expect(text).not.toContain('−290')
    expect(html).toContain('<code>- personal<br>- övrigt</code>')
  })
})

it('has files that can be copied as they stand: a document type and a CSV file with its series', () => {
  const project = copyProject([])
  const files = chapters
    .filter((name) => name !== '20-forsta-rapporten.md')
    .flatMap((name) => [...read(name).matchAll(/^`(\S+)`\n\n```\w+ prov\n([\s\S]*?)^```$/gm)])
  expect(files.map(([, path]) => path?.split('/').at(-1))).toEqual([
    'skolskjuts.yaml',
    'skolskjuts.csv',
    'lagesbild.hbs'
  ])
  for (const [, path = '', text = ''] of files) project.write(path, text)
  const made = project.tertial('new lägesbild --enhet kundtjanst --period 2026-T1'.split(' '))
  expect(made.status).toBe(0)
  project.write(
    'content/tertial/kundtjanst/2026-t1-lagesbild/10-laget.md',
    '# Läget\n\nResorna var {{tal "skolskjuts.utfall" period="2026-03"}} till och med mars.\n'
  )
  const built = project.tertial(['build', 'lagesbild', '--format', 'html'])
  expect(built.stdout).not.toMatch(/ {2}fel {2}/)
  expect(built.status).toBe(0)
  const html = project.read('output/tertial/kundtjanst/2026-t1-lagesbild/index.html')
  expect(html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')).toContain(
    'Resorna var 3 640 till och med mars.'
  )
}, 60_000)

describe("the handbook's quarter of an hour", { timeout: 180_000 }, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tertial-kvart-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The chapter's steps in order: files to make, by the path named before them, and lines to type. */
  function readSteps() {
    const text = read('20-forsta-rapporten.md')
    const blocks = text.matchAll(
      /(?:`((?:data|content)\/[^`]+)`[^`]*)?^```(\w+) ?([^\n]*)\n([\s\S]*?)^```$/gm
    )
    return [...blocks].map(([, path, slag, how = '', body = '']) => ({ path, slag, how, body }))
  }

  /** Types a line where `npx` finds Tertial as it does in a project that has it installed. */
  function type(line: string) {
    const bin = join(folder, 'node_modules/.bin')
    mkdirSync(bin, { recursive: true })
    try {
      symlinkSync(join(REPO, 'src/tertial.mjs'), join(bin, 'tertial'))
    } catch {
      // There from the line before.
    }
    return spawnSync(line, {
      cwd: folder,
      shell: true,
      encoding: 'utf8',
      env: {
        ...process.env,
        CI: '1',
        NO_COLOR: '1',
        npm_config_offline: 'true',
        PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`
      }
    })
  }

  it('can be followed to the letter in an empty folder', () => {
    const steps = readSteps()
    expect(steps.map(({ slag }) => slag)).toEqual(['sh', 'yaml', 'md', 'sh', 'text', 'sh', 'sh'])
    for (const { path, slag, how, body } of steps) {
      if (how === 'prov') {
        const place = join(folder, path ?? '')
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(place, body)
      } else if (slag === 'sh' && how === '') {
        for (const line of body.trim().split('\n')) {
          const { status, stdout, stderr } = type(line)
          expect({ line, status, told: status === 0 ? '' : stdout + stderr }).toEqual({
            line,
            status: 0,
            told: ''
          })
        }
      } else if (slag === 'text') {
        const html = readFileSync(
          join(folder, 'output/region-exempel/regionstyrelsen/2025-arsrapport/index.html'),
          'utf8'
        )
        expect(html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')).toContain(body.trim())
      }
    }
    const own = join(folder, 'content/region-exempel/regionstyrelsen')
    expect(readdirSync(own)).toEqual(['2025-arsrapport', '2026-03-manadsrapport'])

    // The fault made with intent, as the chapter says.
    const place = join(own, '2025-arsrapport/40-verksamhet.md')
    const right = readFileSync(place, 'utf8')
    writeFileSync(place, right.replace('{{tal "besök.utfall"}}', '{{tal "besok.utfall"}}'))
    const { status, stdout } = type('npx tertial check 2025-arsrapport')
    expect(status).toBe(1)
    expect(stdout).toContain('2025-arsrapport/40-verksamhet.md:3:')
    expect(stdout).toContain('Menade du "besök"?')
  })
})
