import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for the built reports, which the first test that wants them builds; see site.ts. */
    site: string
  }
}

/** Makes a place for the reports, built once with the real command, that goes when the tests end. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tertial-test-'))
  project.provide('site', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
