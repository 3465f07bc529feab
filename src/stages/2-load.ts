import type { Diagnostics } from '../diagnostic.ts'
import type { Effects } from '../effects.ts'
import * as messages from '../messages.ts'
import { recall } from '../minne.ts'
import { createSource, type Source } from '../source.ts'
import { readCsv, type CsvTable } from '../yaml/csv.ts'
import { readYaml, type Located } from '../yaml/read.ts'

/** Files of one scope (an organisation, a unit, a report), read and parsed, with places. */
export interface Loaded {
  /** YAML files with faults of form, which nothing more is said about. */
  readonly brutna: readonly Source[]
  readonly yaml: ReadonlyMap<string, Located>
  readonly csv: ReadonlyMap<string, CsvTable>
  /** Whether a CSV file is missing among them, which has been told. */
  readonly csvBruten: boolean
  readonly texter: ReadonlyMap<string, Source>
}

/** What of the outside world loading takes. */
export type LoadEffects = Pick<Effects, 'files' | 'minne'>

/** Largest file that is read: a report's data are kilobytes; more is a mistake or an attack. */
const LARGEST = 20_000_000

/**
 * Reads files and parses YAML and CSV. A file that is missing, not UTF-8, too large, or leads out of
 * the project is reported and left out.
 */
export async function load(
  root: string,
  paths: readonly string[],
  effects: LoadEffects,
  sources: Map<string, Source>,
  diagnostics: Diagnostics
): Promise<Loaded> {
  const brutna: Source[] = []
  const yaml = new Map<string, Located>()
  const csv = new Map<string, CsvTable>()
  const texter = new Map<string, Source>()
  const read = await Promise.all(paths.map((path) => readSource(root, path, effects, diagnostics)))
  for (const source of read) {
    if (!source) continue
    sources.set(source.path, source)
    if (/\.ya?ml$/i.test(source.path)) {
      const located = recall(effects.minne, `yaml ${source.path}`, [source], diagnostics, (own) =>
        readYaml(source, own)
      )
      if (located) yaml.set(source.path, located)
      else brutna.push(source)
    } else if (/\.csv$/i.test(source.path)) {
      const table = recall(effects.minne, `csv ${source.path}`, [source], diagnostics, (own) =>
        readCsv(source, own)
      )
      if (table) csv.set(source.path, table)
    } else texter.set(source.path, source)
  }
  const csvBruten = paths.filter((path) => /\.csv$/i.test(path)).length > csv.size
  return { brutna, yaml, csv, csvBruten, texter }
}

async function readSource(
  root: string,
  path: string,
  { files, minne }: LoadEffects,
  diagnostics: Diagnostics
): Promise<Source | undefined> {
  const place = { file: path, start: 0, end: 0 }
  const absolute = `${root}/${path}`
  if (!(await files.exists(absolute))) {
    diagnostics.add(
      messages.saknadFil(path, 'Skapa filen, eller flytta mappen dit den hör.'),
      place
    )
    return undefined
  }
  const [real, realRoot] = await Promise.all([files.realPath(absolute), files.realPath(root)])
  if (!real.startsWith(`${realRoot}/`)) {
    diagnostics.add(messages.utanförProjektet(path), place)
    return undefined
  }
  const bytes = await files.readFile(absolute)
  return recall(minne, `text ${path}`, [bytes], diagnostics, (own) => decode(path, bytes, own))
}

function decode(path: string, bytes: Uint8Array, diagnostics: Diagnostics): Source | undefined {
  const place = { file: path, start: 0, end: 0 }
  if (bytes.length > LARGEST) {
    diagnostics.add(
      messages.oläsligFil('den är större än 20 MB', 'Dela upp den i flera filer.'),
      place
    )
    return undefined
  }
  try {
    return createSource(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    diagnostics.add(
      messages.oläsligFil(
        'den är inte sparad som UTF-8',
        /\.csv$/i.test(path)
          ? 'Spara om den med teckenkodningen UTF-8. I Excel: Spara som, CSV UTF-8.'
          : 'Spara om den med teckenkodningen UTF-8.'
      ),
      place
    )
    return undefined
  }
}
