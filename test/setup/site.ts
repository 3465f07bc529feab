import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type {} from './build-site.ts'

/** The repository's folder. */
export const REPO = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * Folder with everything under content/, HTML and PDF, built by the real command when a test first
 * asks for it; the other test files wait for that one. Throws what the build said if it failed.
 */
export function builtSite(): string {
  const folder = inject('site')
  const outcome = join(folder, 'outcome.json')
  if (claim(join(folder, 'claim'))) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli.ts', 'build', '--out', join(folder, 'site')],
      { cwd: REPO, encoding: 'utf8', env: { ...process.env, TERTIAL_CACHE: 'nej' } }
    )
    writeFileSync(`${outcome}.ny`, JSON.stringify({ status, told: `${stdout}\n${stderr}` }))
    renameSync(`${outcome}.ny`, outcome)
  }
  while (!existsSync(outcome)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  const { status, told } = JSON.parse(readFileSync(outcome, 'utf8')) as {
    status: number | null
    told: string
  }
  if (status !== 0) throw new Error(`The reports didn't build (${status}):\n${told}`)
  return join(folder, 'site')
}

/** Whether this is the first to ask. */
function claim(path: string): boolean {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}

/** The two reports that are complete, of which the tests know most. */
export const REPORTS = [
  'landstinget-sormland/du-namnden/2017-verksamhetsberattelse',
  'region-norrbotten/regionstod/2021-arsrapport'
] as const

/** Every report under content/. */
export const ALL: readonly string[] = readdirSync(`${REPO}/content`, {
  recursive: true,
  encoding: 'utf8'
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('/rapport.yaml'))
  .map((path) => path.slice(0, -'/rapport.yaml'.length))
  .toSorted()

/** The report's PDF, by the name that the output contract gives it. */
export function pdfName(report: string): string {
  const [, enhet = '', rapport = ''] = report.split('/')
  return `${enhet}-${rapport}.pdf`
}

/** A figure in `tal.json`, or one that a formula in it takes. */
export interface Input {
  readonly namn: string
  readonly period: string
  readonly värde: string | null
  readonly enhet: string
  readonly ursprung?: string
  readonly källa?: { readonly fil: string; readonly rad: number }
  readonly formel?: string
  readonly ingår?: readonly Input[]
}

export interface Figure extends Input {
  readonly nr: number
  readonly text: string
  readonly plats: {
    readonly avsnitt: string
    readonly tabell?: string
    readonly diagram?: string
    readonly rad?: string
    readonly kolumn?: string
  }
  readonly finnsI: readonly ('html' | 'pdf')[]
}

export interface Ledger {
  readonly rapport: string
  readonly period: string
  readonly tal: readonly Figure[]
}

export function readLedger(site: string, report: string): Ledger {
  return JSON.parse(readFileSync(join(site, report, 'tal.json'), 'utf8')) as Ledger
}

/** Every file below a folder, by its path with `/`, in name order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}
