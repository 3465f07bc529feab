import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with everything under content/ built once, HTML and PDF. */
    site: string
    /** Why there is no such folder; empty when all is well. Tests of other things still run. */
    siteFault: string
  }
}

/** Builds the whole project once with the real command, into a folder that goes when the tests end. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tertial-test-'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli.ts', 'build', '--out', folder],
    { cwd: project.config.root, encoding: 'utf8', env: { ...process.env, TERTIAL_CACHE: 'nej' } }
  )
  project.provide('site', folder)
  project.provide(
    'siteFault',
    status === 0 ? '' : `The reports didn't build (${status}):\n${stdout}\n${stderr}`
  )
  return () => rmSync(folder, { recursive: true, force: true })
}
