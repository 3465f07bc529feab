import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { REPO } from './site.ts'

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A copy of the repository's data, content and templates that a test may do what it likes with. */
export interface Project {
  readonly folder: string
  read(path: string): string
  write(path: string, text: string): void
  remove(path: string): void
  /** The real command, with this folder as the project. */
  tertial(args: readonly string[], env?: Readonly<Record<string, string>>): Run
}

/** Makes such a copy, which goes when the test has ended; of reports, those named or all. */
export function copyProject(reports?: readonly string[]): Project {
  const folder = mkdtempSync(join(tmpdir(), 'tertial-projekt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const content = reports ? reports.map((report) => `content/${report}`) : ['content']
  for (const part of ['data', 'templates', ...content])
    cpSync(join(REPO, part), join(folder, part), { recursive: true })
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    tertial(args, env = {}) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(REPO, 'src/cli.ts'), ...args],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } }
      )
      return { status, stdout, stderr }
    }
  }
}
