import type { Diagnostics } from '../diagnostic.ts'
import * as messages from '../schema/messages.ts'
import type { BalanskravRecord, SambandRecord } from '../schema/lagstadgat.ts'
import type { MåttRecord, SerieRecord, UppställningRecord } from '../schema/serie.ts'
import type { RiskRecord } from '../schema/risk.ts'
import type { RevisionRecord } from '../schema/revision.ts'
import { styrmodell } from '../schema/styrning.ts'
import type {
  KontrollRecord,
  MålRecord,
  RegisterRecord,
  StyrmodellRecord,
  UppdragRecord
} from '../schema/styrning.ts'
import {
  organisation,
  rapport,
  type OrganisationRecord,
  type RapportRecord
} from '../schema/organisation.ts'
import { DATANYCKLAR, FILURSPRUNG, LISTOR } from '../schema/datafil.ts'
import type { SvarRecord } from '../schema/svar.ts'
import { readPost, type Post } from '../schema/read.ts'
import type { Source } from '../source.ts'
import type { CsvTable } from '../yaml/csv.ts'
import type { Located } from '../yaml/read.ts'
import type { z } from 'zod'
import type { Ursprung } from '../domain/tal.ts'
import type { Loaded } from './2-load.ts'

/** A unit's records as typed, each known to fit its schema. */
export interface Records {
  readonly indikatorer: readonly Datapost<SerieRecord>[]
  readonly konton: readonly Datapost<SerieRecord>[]
  readonly nyckeltal: readonly Datapost<SerieRecord>[]
  readonly mått: readonly Datapost<MåttRecord>[]
  readonly uppställningar: readonly Datapost<UppställningRecord>[]
  readonly mål: readonly Datapost<MålRecord>[]
  readonly kontroller: readonly Datapost<KontrollRecord>[]
  readonly risker: readonly Datapost<RiskRecord>[]
  readonly uppdrag: readonly Datapost<UppdragRecord>[]
  readonly register: readonly Datapost<RegisterRecord>[]
  readonly revision: readonly Datapost<RevisionRecord>[]
  readonly svar: readonly Datapost<SvarRecord>[]
  readonly samband: readonly Datapost<SambandRecord>[]
  readonly balanskrav: readonly Datapost<BalanskravRecord>[]
  readonly csv: readonly CsvTable[]
  readonly csvBruten: boolean
  /** Ids of records with faults, so that using them isn't a second fault. */
  readonly trasiga: Set<string>
}

/** A record and the origin that its file declares. */
export type Datapost<T> = Post<T> & { readonly filursprung: Ursprung | undefined }

/** A unit's data files → records. Every record is read on its own, so that all faults show in one run. */
export function validateData(loaded: Loaded, diagnostics: Diagnostics): Records {
  const found: Record<string, Datapost<unknown>[]> = Object.fromEntries(
    Object.keys(LISTOR).map((key) => [key, []])
  )
  const trasiga = new Trasiga()
  for (const { text } of loaded.brutna) trasiga.addWritten(text)
  for (const located of loaded.yaml.values()) {
    const top = mapping(located, DATANYCKLAR, diagnostics)
    if (!top) continue
    let filursprung: Ursprung | undefined
    if (top['ursprung'] !== undefined)
      filursprung = readPost(FILURSPRUNG, located, ['ursprung'], diagnostics)?.data
    for (const [key, schema] of Object.entries(LISTOR)) {
      const list = top[key]
      if (list === undefined) continue
      if (!Array.isArray(list)) {
        diagnostics.add(messages.felSlag(key, 'lista'), located.spanOf([key], 'key'))
        const before = trasiga.size
        collectIds(list, trasiga)
        trasiga.allt ||= trasiga.size === before
        continue
      }
      for (const i of list.keys()) {
        const post = readPost(schema as z.ZodType, located, [key, i], diagnostics)
        if (post) found[key]?.push({ ...post, filursprung })
        else collectIds(list[i], trasiga)
      }
    }
  }
  // CSV that couldn't be read takes no ids with it: the series stand in YAML.
  return {
    ...(found as unknown as Omit<Records, 'csv' | 'csvBruten' | 'trasiga'>),
    csv: [...loaded.csv.values()],
    csvBruten: loaded.csvBruten,
    trasiga
  }
}

/** organisation.yaml, styrmodell.yaml and rapport.yaml: one key with the record under it. */
export function validateOrganisation(
  located: Located | undefined,
  diagnostics: Diagnostics
): Post<OrganisationRecord> | undefined {
  return located && only('organisation', organisation, located, diagnostics)
}
export function validateStyrmodell(
  located: Located | undefined,
  diagnostics: Diagnostics
): Post<StyrmodellRecord> | undefined {
  return located && only('styrmodell', styrmodell, located, diagnostics)
}
export function validateRapport(
  located: Located | undefined,
  diagnostics: Diagnostics
): Post<RapportRecord> | undefined {
  return located && only('rapport', rapport, located, diagnostics)
}

function only<S extends z.ZodType>(
  key: string,
  schema: S,
  located: Located,
  diagnostics: Diagnostics
): Post<z.infer<S>> | undefined {
  if (isMapping(located.data) && located.data[key] === undefined) {
    const inuti = Object.keys(located.data).some(
      (k) => k in ((schema as { shape?: object }).shape ?? {})
    )
    diagnostics.add(messages.saknadNyckelÖverst(key, inuti), startOf(located.source))
    return undefined
  }
  if (!mapping(located, [key], diagnostics)) return undefined
  return readPost(schema, located, [key], diagnostics)
}

function mapping(
  located: Located,
  known: readonly string[],
  diagnostics: Diagnostics
): Record<string, unknown> | undefined {
  const { data, source } = located
  if (data === null || data === '') {
    diagnostics.add(messages.tomFil(known), startOf(source))
    return undefined
  }
  if (!isMapping(data)) {
    diagnostics.add(
      messages.felSlag(source.path.split('/').at(-1) ?? source.path, 'fil'),
      startOf(source)
    )
    return undefined
  }
  const top = data
  for (const key of Object.keys(top))
    if (!known.includes(key))
      diagnostics.add(messages.okändNyckel(key, known), located.spanOf([key], 'key'))
  return top
}

const isMapping = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/**
 * Ids of records that can't be used for faults already told: to refer to one of them is no second
 * fault. `allt` is set where not even the ids can be read.
 */
class Trasiga extends Set<string> {
  allt = false
  override has(id: string): boolean {
    return this.allt || super.has(id)
  }
  /** Ids as they stand in a file that can't be read as YAML. */
  addWritten(text: string): void {
    for (const [, id = ''] of text.matchAll(/(?:^|[\s{,-])id:[ \t]*["']?([\p{L}\d-]+)/gmu))
      this.add(id.normalize('NFC'))
  }
}

function startOf(source: Source) {
  return { file: source.path, start: 0, end: Math.max(0, source.text.search(/\n|$/)) }
}

/** Ids anywhere in a broken record. */
function collectIds(value: unknown, ids: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectIds(item, ids)
  else if (value && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      if (key === 'id' && typeof item === 'string') ids.add(item)
      else collectIds(item, ids)
    }
}
