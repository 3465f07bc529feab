import { createHash } from 'node:crypto'
import type { FileEffects } from '../effects.ts'
import type { Attachment } from './attachments.ts'

/** A file that a report was made from, by its path from the project's root. */
export interface Input {
  readonly fil: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/**
 * The report's own files, the data of its unit and organisation, and those of other units that its
 * figures are taken from, in order of path. `ledger` is the report's `tal.json`.
 */
export async function readInputs(
  root: string,
  report: { readonly id: string; readonly organisation: string; readonly enhet: string },
  ledger: unknown,
  files: FileEffects
): Promise<Input[]> {
  const folders = new Set([
    `data/${report.organisation}`,
    `data/${report.organisation}/${report.enhet}`,
    `content/${report.id}`,
    ...sourcesIn(ledger).map((fil) => fil.slice(0, fil.lastIndexOf('/')))
  ])
  const paths = await Promise.all(
    [...folders].map(async (folder) => {
      const entries = await files.list(`${root}/${folder}`)
      return entries
        .filter(({ name, isDirectory }) => !isDirectory && !name.startsWith('.'))
        .map(({ name }) => `${folder}/${name}`)
    })
  )
  return Promise.all(
    paths
      .flat()
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map(async (fil) => {
        const bytes = await files.readFile(`${root}/${fil}`)
        return { fil, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
      })
  )
}

/** Every file that a figure says it comes from, itself or by what it was computed from. */
function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'fil' && typeof inner === 'string' ? [inner] : sourcesIn(inner)
  )
}

/** The report's YAML and CSV as it was made from them, its tables as CSV, and its figures. */
export function attachmentsOf(
  inputs: readonly Input[],
  outputs: ReadonlyMap<string, string>
): Attachment[] {
  const taken = new Set<string>()
  const nameFor = (path: string): string => {
    const parts = path.split('/')
    // The bare name, with as many folders before it as it takes to be the only one.
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(-count).join('-')
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
    throw new Error(`${path} is attached twice`)
  }
  const attachments: Attachment[] = []
  for (const { fil, bytes } of inputs) {
    const mime = SOURCES[fil.slice(fil.lastIndexOf('.') + 1)]
    if (mime === undefined) continue
    attachments.push({
      name: nameFor(fil),
      description: `Underlag: ${fil}`,
      mime,
      bytes,
      relationship: 'Source'
    })
  }
  for (const [path, text] of outputs) {
    const table = path.endsWith('.csv')
    if (!table && path !== 'tal.json') continue
    attachments.push({
      name: nameFor(path),
      description: table ? 'En tabell i rapporten' : 'Rapportens alla tal och deras källor',
      mime: table ? 'text/csv' : 'application/json',
      bytes: Buffer.from(text, 'utf8'),
      relationship: 'Data'
    })
  }
  return attachments
}

const SOURCES: Readonly<Record<string, string>> = {
  yaml: 'application/yaml',
  yml: 'application/yaml',
  csv: 'text/csv'
}
