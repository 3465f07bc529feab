import { align, wordLikeness, type Par } from './align.ts'
import type { Block, Diagramblock, Kapitel, Sida, Tabellblock, Textblock } from './blocks.ts'
import { compareTables, type Tabellskillnad } from './rows.ts'
import { diffOrd, whole, type Del } from './text.ts'

/** What became of something: changed where it stands, come, gone, or the same in another place. */
export type Utfall = 'ändrad' | 'ny' | 'borttagen' | 'flyttad'

/** Something in a report that differs, with the headings that it stands under. */
export type Ändring = { readonly under: readonly string[]; readonly utfall: Utfall } & (
  | { readonly slag: 'text'; readonly form: Textblock['form']; readonly delar: readonly Del[] }
  | { readonly slag: 'tabell'; readonly rubrik: string; readonly tabell: Tabellskillnad | null }
  | {
      readonly slag: 'diagram'
      readonly rubrik: string
      readonly före: Bild | null
      readonly efter: Bild | null
      readonly tabell: Tabellskillnad | null
    }
)

export interface Bild {
  readonly svg: string
  readonly beskrivning: string
}

/** An assessment that says another thing than before. */
export interface Bedömningsskillnad {
  readonly namn: string
  readonly före: string
  readonly efter: string
  readonly under: readonly string[]
}

export interface Kapitelskillnad {
  readonly id: string
  readonly rubrik: string
  readonly utfall: Utfall | null
  readonly ändringar: readonly Ändring[]
}

export interface Sidskillnad {
  readonly kapitel: readonly Kapitelskillnad[]
  readonly bedömningar: readonly Bedömningsskillnad[]
}

/** Chapters by another name are the same where they share this much of their text. */
const SAME_CHAPTER = 0.5

/** Two pages of one report, as a reader sees them: what differs, in its place, and nothing else. */
export function compareSidor(gammal: Sida, ny: Sida): Sidskillnad {
  const bedömningar = new Map<string, Bedömningsskillnad>()
  const pairs = pairChapters(gammal.kapitel, ny.kapitel)
  const order = pairs.flatMap(({ gammal: old }) => (old ? [gammal.kapitel.indexOf(old)] : []))
  const moved = outOfOrder(order)
  const laid = pairs.map((pair) => ({
    pair,
    block: align<Block>(pair.gammal?.block ?? [], pair.ny?.block ?? [], LIKENESS)
  }))
  const flyttade = findMoved(laid.flatMap(({ block }) => block))
  const kapitel = laid.map(({ pair, block }): Kapitelskillnad => {
    const { gammal: old, ny: now } = pair
    const one = now ?? old
    return {
      id: one?.id ?? '',
      rubrik: one?.rubrik ?? '',
      utfall: !old
        ? 'ny'
        : !now
          ? 'borttagen'
          : moved.has(gammal.kapitel.indexOf(old))
            ? 'flyttad'
            : null,
      ändringar: block.flatMap((each) => {
        const change = changeOf(each, flyttade)
        if (change) note(each, bedömningar)
        return change ?? []
      })
    }
  })
  return {
    kapitel: kapitel.filter(({ utfall, ändringar }) => utfall !== null || ändringar.length > 0),
    bedömningar: [...bedömningar.values()]
  }
}

/** Chapters by id, then by heading, then by text; those gone stand after the one they followed. */
function pairChapters(gamla: readonly Kapitel[], nya: readonly Kapitel[]): Par<Kapitel>[] {
  const partner = new Map<Kapitel, Kapitel>()
  const left = new Set(gamla)
  const take = (fits: (old: Kapitel, now: Kapitel) => boolean) => {
    for (const now of nya) {
      if (partner.has(now)) continue
      const old = [...left].find((each) => fits(each, now))
      if (!old) continue
      partner.set(now, old)
      left.delete(old)
    }
  }
  take((old, now) => old.id === now.id)
  take((old, now) => old.rubrik === now.rubrik)
  const words = (k: Kapitel) => k.block.flatMap(({ nyckel }) => nyckel.split(' '))
  take((old, now) => wordLikeness(words(old), words(now)) >= SAME_CHAPTER)
  const pairs: Par<Kapitel>[] = nya.map((now) => {
    const old = partner.get(now)
    return old ? { gammal: old, ny: now } : { ny: now }
  })
  for (const gone of left) {
    const before = gamla[gamla.indexOf(gone) - 1]
    const at = pairs.findIndex(({ gammal }) => gammal !== undefined && gammal === before)
    pairs.splice(at + 1, 0, { gammal: gone })
  }
  return pairs
}

/** Numbers that stand outside the longest rising run: what has moved past the others. */
function outOfOrder(order: readonly number[]): Set<number> {
  const runs = order.map((n) => [n])
  order.forEach((n, i) => {
    for (let j = 0; j < i; j++) {
      const run = runs[j] ?? []
      if ((order[j] ?? 0) < n && run.length + 1 > (runs[i]?.length ?? 0)) runs[i] = [...run, n]
    }
  })
  const longest = runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), [])
  return new Set(order.filter((n) => !longest.includes(n)))
}

const LIKENESS = {
  nyckel: ({ nyckel }: Block) => nyckel,
  gräns: 0.4,
  likhet(a: Block, b: Block): number {
    if (a.slag === 'text' && b.slag === 'text')
      // One heading in another's place is that heading changed, however it reads.
      return a.form === b.form && a.nivå === b.nivå
        ? wordLikeness(textKeys(a), textKeys(b)) + (a.form === 'rubrik' ? 0.4 : 0)
        : 0
    if (a.slag === 'tabell' && b.slag === 'tabell') return tableLikeness(a, b)
    if (a.slag === 'diagram' && b.slag === 'diagram')
      return a.rubrik === b.rubrik ? 1 : wordLikeness(a.rubrik.split(' '), b.rubrik.split(' '))
    return 0
  }
}

/** A figure is like any other figure: "6,03 procent" may become "5,8 procent" in the same sentence. */
function textKeys(block: Textblock): string[] {
  return block.ord.map(({ tal, nyckel }) => (tal ? '#' : nyckel.toLowerCase()))
}

function tableLikeness({ tabell: a }: Tabellblock, { tabell: b }: Tabellblock): number {
  if (a.rubrik === b.rubrik && a.rubrik !== '') return 1
  const names = ({ rubrik, kolumner, rader }: typeof a) => [
    ...rubrik.split(' '),
    ...kolumner,
    ...rader.map(({ namn }) => namn)
  ]
  return wordLikeness(names(a), names(b))
}

/** What is gone in one place and come in another, word for word; too short to tell is left out. */
function findMoved(pairs: readonly Par<Block>[]): Map<Block, Block> {
  const gone = new Map<string, Block>()
  for (const { gammal, ny } of pairs) if (gammal && !ny) gone.set(gammal.nyckel, gammal)
  const moved = new Map<Block, Block>()
  for (const { gammal, ny } of pairs) {
    const from = ny && !gammal ? gone.get(ny.nyckel) : undefined
    if (!ny || !from || (ny.slag === 'text' && ny.ord.length < 5)) continue
    moved.set(ny, from)
    moved.set(from, ny)
    gone.delete(ny.nyckel)
  }
  return moved
}

function changeOf(
  { gammal, ny }: Par<Block>,
  moved: ReadonlyMap<Block, Block>
): Ändring | undefined {
  const one = ny ?? gammal
  if (!one) return undefined
  const { under } = one
  if (gammal && ny) {
    if (gammal.nyckel === ny.nyckel) return undefined
    return changed(gammal, ny)
  }
  if (gammal && moved.has(gammal)) return undefined
  const utfall = moved.has(one) ? 'flyttad' : ny ? 'ny' : 'borttagen'
  switch (one.slag) {
    case 'text': {
      const slag = utfall === 'ny' ? 'nytt' : utfall === 'borttagen' ? 'bort' : 'lika'
      return { slag: 'text', form: one.form, utfall, under, delar: [whole(slag, one.ord)] }
    }
    case 'tabell': {
      const { rubrik } = one.tabell
      const tabell =
        utfall === 'flyttad'
          ? null
          : (compareTables(gammal ? one.tabell : null, ny ? one.tabell : null) ?? null)
      return { slag: 'tabell', utfall, under, rubrik, tabell }
    }
    case 'diagram':
      return {
        slag: 'diagram',
        utfall,
        under,
        rubrik: one.rubrik,
        före: gammal ? bild(one) : null,
        efter: ny ? bild(one) : null,
        tabell: null
      }
  }
}

function changed(gammal: Block, ny: Block): Ändring | undefined {
  const { under } = ny
  const utfall = 'ändrad'
  if (gammal.slag === 'text' && ny.slag === 'text') {
    const delar = diffOrd(gammal.ord, ny.ord)
    return delar.length === 0 ? undefined : { slag: 'text', form: ny.form, utfall, under, delar }
  }
  if (gammal.slag === 'tabell' && ny.slag === 'tabell') {
    const tabell = compareTables(gammal.tabell, ny.tabell)
    return tabell && { slag: 'tabell', utfall, under, rubrik: ny.tabell.rubrik, tabell }
  }
  if (gammal.slag === 'diagram' && ny.slag === 'diagram')
    return {
      slag: 'diagram',
      utfall,
      under,
      rubrik: ny.rubrik,
      före: bild(gammal),
      efter: bild(ny),
      tabell: compareTables(gammal.tabell, ny.tabell) ?? null
    }
  return undefined
}

const bild = ({ svg, beskrivning }: Diagramblock): Bild => ({ svg, beskrivning })

/** Assessments that changed, each once by what it is about, however often it is printed. */
function note({ gammal, ny }: Par<Block>, found: Map<string, Bedömningsskillnad>): void {
  const add = (
    namn: string,
    a: readonly string[],
    b: readonly string[],
    under: readonly string[]
  ) => {
    a.forEach((före, i) => {
      const efter = b[i]
      if (efter === undefined || efter === före) return
      const key = `${namn}|${före}|${efter}`
      if (!found.has(key)) found.set(key, { namn, före, efter, under })
    })
  }
  const statuses = (block: Textblock) =>
    block.ord.flatMap(({ status, text }) => (status === undefined ? [] : [text]))
  if (gammal?.slag === 'text' && ny?.slag === 'text')
    add(ny.om || (ny.under.at(-1) ?? ''), statuses(gammal), statuses(ny), ny.under)
  if (gammal?.slag === 'tabell' && ny?.slag === 'tabell')
    for (const { namn, före, efter } of compareTables(gammal.tabell, ny.tabell)?.bedömningar ?? [])
      add(namn, [före], [efter], ny.under)
}
