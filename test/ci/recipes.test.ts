import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { REPO } from '../setup/site.ts'

const REPORT = 'landstinget-blekinge/landstingsstyrelsen/2018-svar-pa-granskning'
const TEXT = `content/${REPORT}/20-sammanfattning.md`

interface Step {
  readonly run?: string
  readonly script?: string
  readonly uses?: string
}
const read = (path: string) => parse(readFileSync(join(REPO, path), 'utf8')) as unknown
const github = read('.github/workflows/rapporter.yml') as {
  jobs: Record<string, { steps: readonly Step[] }>
}
const gitlab = read('.gitlab-ci.yml') as Record<
  string,
  {
    script?: readonly string[]
    after_script?: readonly string[]
    before_script?: readonly string[]
  }
>
const azure = read('.azure-pipelines.yml') as {
  jobs: readonly { job: string; steps: readonly Step[] }[]
}

let folder = ''
let project = ''
let base = ''
let said = ''

/** A pull request merged with main in a clone of two commits, as the platforms check it out. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tertial-ci-'))
  const origin = join(folder, 'origin')
  const parts = [
    'src',
    'data',
    'templates',
    'package.json',
    'package-lock.json',
    `content/${REPORT}`
  ]
  for (const part of parts) cpSync(join(REPO, part), join(origin, part), { recursive: true })
  mkdirSync(join(origin, 'output'))
  writeFileSync(join(origin, 'output/.gitkeep'), '')
  writeFileSync(join(origin, '.gitignore'), 'node_modules\noutput/*\n!output/.gitkeep\n.cache/\n')
  const git = (cwd: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@exempel.se', '-c', 'commit.gpgsign=false', ...args],
      { cwd, encoding: 'utf8' }
    )
    if (status !== 0) throw new Error(stderr)
    return stdout.trim()
  }
  git(origin, 'init', '--quiet', '--initial-branch=main')
  git(origin, 'add', '--all')
  git(origin, 'commit', '--quiet', '--message', 'Före')
  base = git(origin, 'rev-parse', 'HEAD')
  git(origin, 'switch', '--quiet', '--create', 'forslag')
  writeFileSync(
    join(origin, TEXT),
    `${readFileSync(join(origin, TEXT), 'utf8')}\nEtt tillagt stycke.\n`
  )
  git(origin, 'commit', '--quiet', '--all', '--message', 'Ett förslag')
  git(origin, 'switch', '--quiet', 'main')
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'Sammanfogat', 'forslag')
  project = join(folder, 'klon')
  git(folder, 'clone', '--quiet', '--depth=2', `file://${origin}`, project)

  // What is the platform's own, and the installation, which the project's own CI does for real.
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  said = join(folder, 'sagt.txt')
  const stub = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  stub('gh', `echo "gh $*" >> "${said}"`)
  stub('curl', `echo "curl $*" >> "${said}"`)
  stub(
    'npm',
    `[ "$*" = ci ] && { [ -e node_modules ] || ln -s "${REPO}/node_modules" node_modules; }`
  )
  symlinkSync(process.execPath, join(bin, 'node'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a step as it stands, in the shell that the platforms use. */
function run(step: string, env: Readonly<Record<string, string>>): string {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step], {
    cwd: project,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
      ...env
    }
  })
  expect(status, `${step}\n${stdout}\n${stderr}`).toBe(0)
  return stdout
}

const runAll = (steps: readonly string[], env: Readonly<Record<string, string>>): string =>
  steps.map((step) => run(step, env)).join('')

const SUMMARY = '**Ett tillagt stycke.**'
const PAGE = `${REPORT}/index.html`

function expectPreview(out: string): void {
  expect(readFileSync(join(project, out, PAGE), 'utf8')).toContain('Ett tillagt stycke.')
  expect(
    existsSync(join(project, out, `${REPORT}/landstingsstyrelsen-2018-svar-pa-granskning.pdf`))
  ).toBe(true)
}

describe('the recipes', { timeout: 400_000 }, () => {
  it('for GitHub Actions checks, tells the differences, and builds', () => {
    const summary = join(folder, 'summary.md')
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, PR: '7', GH_TOKEN: 'x' }
    const job = (name: string) => (github.jobs[name]?.steps ?? []).flatMap((step) => step.run ?? [])
    runAll(job('granska'), env)
    expect(readFileSync(summary, 'utf8')).toContain(SUMMARY)
    expect(readFileSync(said, 'utf8')).toContain(
      'gh pr comment 7 --body-file output/skillnader.md --edit-last --create-if-none'
    )
    expect(readFileSync(join(project, 'output/diff/index.html'), 'utf8')).toContain(
      'Ett tillagt stycke.'
    )
    expectPreview('output')
    runAll(job('publicera'), env)
  })

  it('for GitLab CI does the same, with a report of the findings', () => {
    const env = {
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_API_V4_URL: 'https://exempel.se/api/v4',
      CI_PROJECT_ID: '1',
      CI_MERGE_REQUEST_IID: '7',
      TERTIAL_TOKEN: 'x'
    }
    const of = (name: string) => [
      ...(gitlab['default']?.before_script ?? []),
      ...(gitlab[name]?.script ?? []),
      ...(gitlab[name]?.after_script ?? [])
    ]
    runAll(of('kontrollera'), env)
    expect(
      Array.isArray(JSON.parse(readFileSync(join(project, 'gl-code-quality-report.json'), 'utf8')))
    ).toBe(true)
    expect(runAll(of('forhandsvisa'), env)).toContain(SUMMARY)
    expect(readFileSync(said, 'utf8')).toContain('/projects/1/merge_requests/7/notes')
    runAll(of('pages'), env)
    expectPreview('public')
  })

  it('for Azure Pipelines does the same', () => {
    const env = { TF_BUILD: 'True' }
    const of = (name: string) =>
      (azure.jobs.find(({ job }) => job === name)?.steps ?? []).flatMap((step) => step.script ?? [])
    const told = runAll(of('granska'), env)
    expect(told).toContain(`##vso[task.uploadsummary]${project}/output/skillnader.md`)
    expect(readFileSync(join(project, 'output/skillnader.md'), 'utf8')).toContain(SUMMARY)
    runAll(of('publicera'), env)
    expectPreview('output')
  })
})
