import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A repository of its own for a test, which goes when the test has ended. */
export interface Repo {
  readonly folder: string
  git(...args: readonly string[]): string
  write(path: string, text: string): void
  /** Commits all there is; gives the hash. */
  commit(message: string): string
}

export function createRepo(folder = mkdtempSync(join(tmpdir(), 'tertial-git-'))): Repo {
  const real = realpathSync(folder)
  onTestFinished(() => rmSync(real, { recursive: true, force: true }))
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', real, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_DATE: '2024-05-06T12:00:00Z',
        GIT_COMMITTER_DATE: '2024-05-06T12:00:00Z'
      }
    }).trim()
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Test')
  git('config', 'user.email', 'test@exempel.se')
  git('config', 'commit.gpgsign', 'false')
  return {
    folder: real,
    git,
    write(path, text) {
      mkdirSync(dirname(join(real, path)), { recursive: true })
      writeFileSync(join(real, path), text)
    },
    commit(message) {
      git('add', '--all')
      git('commit', '--quiet', '--message', message)
      return git('rev-parse', 'HEAD')
    }
  }
}
