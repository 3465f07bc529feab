import type { Diagrampool } from '../chart/pool.ts'
import { positionOf } from '../source.ts'
import type { Effects } from '../effects.ts'
import type { Historia } from '../git.ts'
import { periodInWords, parsePeriod } from '../domain/period.ts'
import type { Finished } from '../stages/7-html.ts'
import { readSida } from './blocks.ts'
import { compareSidor, type Sidskillnad } from './compare.ts'
import { compareTal, type Talgrupp } from './figures.ts'
import { readUppgifter, type Bokrad, type Uppgift } from './ledger.ts'
import { openSidor, type Fråga, type Gjord, type Rapportpar, type Sidor } from './sides.ts'

/** Faults that a side has, so that its report can't be written. */
export interface Sidfel {
  readonly sida: 'gammal' | 'ny'
  /** Whether the page could be made in part, and so compared. */
  readonly jämförd: boolean
  readonly fel: readonly { readonly plats: string; readonly text: string }[]
}

/** A report and what differs in it. */
export interface Rapportskillnad {
  readonly id: string
  /** Its folder on the old side, where that is another. */
  readonly från: string | null
  readonly titel: string
  readonly enhet: string
  readonly period: string
  readonly utfall: 'ändrad' | 'ny' | 'borttagen' | 'oförändrad'
  readonly fel: readonly Sidfel[]
  readonly tal: readonly Talgrupp[]
  readonly sida: Sidskillnad
}

export interface Jämförelse extends Omit<Sidor, 'par'> {
  /** Reports that differ in any way or have faults, in the order of their folders. */
  readonly rapporter: readonly Rapportskillnad[]
  readonly oförändrade: number
}

/** `tertial diff`: both sides made and compared; a sentence where they can't be. */
export async function diff(
  root: string,
  fråga: Fråga,
  verktyg: {
    readonly effects: Effects
    readonly historia: Historia
    readonly pool: Diagrampool | undefined
  }
): Promise<Jämförelse | { readonly fel: string }> {
  const sidor = await openSidor(root, fråga, verktyg)
  if ('fel' in sidor) return sidor
  const { par, ...rest } = sidor
  const all = par.map(comparePair)
  const rapporter = all.filter(({ utfall, fel }) => utfall !== 'oförändrad' || fel.length > 0)
  return { ...rest, rapporter, oförändrade: all.length - rapporter.length }
}

const NONE: Sidskillnad = { kapitel: [], bedömningar: [] }

function comparePair({ gammal, ny }: Rapportpar): Rapportskillnad {
  const one = ny ?? gammal
  if (!one) throw new Error('a pair of nothing')
  const { mapp, rapport, enhet } = one.made
  const period = rapport && parsePeriod(rapport.period)
  const base = {
    id: mapp.id,
    från: gammal && gammal.made.mapp.id !== mapp.id ? gammal.made.mapp.id : null,
    titel: rapport?.titel ?? mapp.namn,
    enhet: enhet ?? mapp.enhet,
    period: period ? periodInWords(period) : (rapport?.period ?? mapp.namn)
  }
  const fel = [faultsOf(gammal, 'gammal'), faultsOf(ny, 'ny')].flatMap((fault) => fault ?? [])
  if (!gammal || !ny) return { ...base, utfall: ny ? 'ny' : 'borttagen', fel, tal: [], sida: NONE }
  const [a, b] = [pageOf(gammal), pageOf(ny)]
  if (!a || !b) return { ...base, utfall: 'ändrad', fel, tal: [], sida: NONE }
  const [före, efter] = [html(a), html(b)]
  const sida = före === efter ? NONE : compareSidor(readSida(före), readSida(efter))
  const tal = compareTal(uppgifter(a, gammal), uppgifter(b, ny))
  const same = tal.length === 0 && sida.kapitel.length === 0 && base.från === null
  return { ...base, utfall: same ? 'oförändrad' : 'ändrad', fel, tal, sida }
}

const pageOf = ({ made }: Gjord): Finished | undefined => made.finished ?? made.ofärdig
const html = ({ files }: Finished): string => files.get('index.html') ?? ''

function uppgifter({ files }: Finished, { made }: Gjord): Uppgift[] {
  const { tal } = JSON.parse(files.get('tal.json') ?? '{"tal":[]}') as { tal: readonly Bokrad[] }
  return readUppgifter(tal, made.rapport?.period ?? '')
}

function faultsOf(one: Gjord | undefined, sida: Sidfel['sida']): Sidfel | undefined {
  if (!one || one.made.finished) return undefined
  const { made, making } = one
  const fel = made.diagnostics
    .sorted()
    .filter(({ severity }) => severity === 'error')
    .map(({ text, span }) => {
      const source = span && making.sources.get(span.file)
      const line = source && span ? `:${positionOf(source, span.start).line}` : ''
      return { plats: span ? `${span.file}${line}` : '', text }
    })
  return { sida, jämförd: made.ofärdig !== undefined, fel }
}
