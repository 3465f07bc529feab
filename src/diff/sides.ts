import { Diagnostics } from '../diagnostic.ts'
import { comparePeriods, parsePeriod, type Period } from '../domain/period.ts'
import type { Effects, FileEffects } from '../effects.ts'
import type { Historia, Historiefel } from '../git.ts'
import { make, type Made, type Making } from '../pipeline.ts'
import type { Diagrampool } from '../chart/pool.ts'
import { select } from '../select.ts'
import { discover, type Project, type Rapportmapp } from '../stages/1-discover.ts'
import { historiefel, ingenMotsvarighet } from './messages.ts'

/** One side of a comparison, in words. */
export interface Sidnamn {
  readonly namn: string
  /** Commit and day, or "arbetskopian, med ändringar som inte är incheckade". */
  readonly detalj: string | null
}

/** A report on both sides; on one alone where it has come or gone. */
export interface Rapportpar {
  readonly gammal?: Gjord
  readonly ny?: Gjord
}

export interface Gjord {
  readonly made: Made
  readonly making: Making
}

export interface Sidor {
  readonly slag: 'version' | 'period'
  readonly gammal: Sidnamn
  readonly ny: Sidnamn
  readonly par: readonly Rapportpar[]
  /** The old side was made with the new side's templates, since its own can't be used any more. */
  readonly nyaMallar: boolean
}

export interface Fråga {
  /** `main`, `HEAD~3`, `v1..v2`, `main...`, `2023-T2` */
  readonly mot: string
  readonly rapporter: readonly string[]
}

interface Verktyg {
  readonly effects: Effects
  readonly historia: Historia
  readonly pool: Diagrampool | undefined
}

/** Both sides up to HTML, report by report; a sentence where that can't be done. */
export async function openSidor(
  root: string,
  fråga: Fråga,
  verktyg: Verktyg
): Promise<Sidor | { readonly fel: string }> {
  const now = await discover(root, verktyg.effects.files, new Diagnostics())
  const period = parsePeriod(fråga.mot)
  if (period && now.rapporter.some((mapp) => periodOf(mapp)?.id === period.id))
    return periods(root, fråga, period, now, verktyg)
  return versions(root, fråga, verktyg)
}

async function versions(
  root: string,
  { mot, rapporter }: Fråga,
  verktyg: Verktyg
): Promise<Sidor | { readonly fel: string }> {
  const { effects, historia } = verktyg
  const now = await discover(root, effects.files, new Diagnostics())
  const perioder = [...new Set(now.rapporter.flatMap((mapp) => periodOf(mapp)?.id ?? []))]
  const fault = (fel: Historiefel) => ({ fel: historiefel(fel, perioder) })
  const [, från = mot, prickar = '', till = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(mot) ?? []
  const later = till === '' ? null : await historia.resolve(root, till)
  if (later !== null && typeof later !== 'string') return fault(later)
  const start = await historia.resolve(root, från === '' ? 'HEAD' : från)
  if (typeof start !== 'string') return fault(start)
  const base = prickar === '...' ? await historia.mergeBase(root, start, later ?? 'HEAD') : start
  if (typeof base !== 'string') return fault(base)
  const old = await historia.open(root, base)
  if ('slag' in old) return fault(old)
  const upcoming = later === null ? null : await historia.open(root, later)
  if (upcoming && 'slag' in upcoming) return fault(upcoming)
  const nyaFiler = upcoming?.files ?? effects.files

  const [before, after] = await Promise.all(
    [old.files, nyaFiler].map((files) => discover(root, files, new Diagnostics()))
  )
  if (!before || !after) throw new Error('two sides were opened')
  const chosen = choose(before, after, rapporter)
  if ('fel' in chosen) return chosen
  const made = (files: FileEffects, mappar: readonly Rapportmapp[]) =>
    makeThese(root, mappar, { ...effects, files }, verktyg.pool)
  const nya = await made(nyaFiler, chosen.nya)
  let gamla = await made(old.files, chosen.gamla)
  const worn = gamla.some(({ made: one }) => !one.finished && blamesTemplates(one))
  if (worn) gamla = await made(withTemplates(root, old.files, nyaFiler), chosen.gamla)
  return {
    slag: 'version',
    gammal: { namn: från === '' ? 'HEAD' : från, detalj: `${base.slice(0, 9)}, ${old.datum}` },
    ny: upcoming
      ? { namn: till, detalj: `${upcoming.commit.slice(0, 9)}, ${upcoming.datum}` }
      : { namn: 'arbetsmappen', detalj: null },
    par: pairUp(gamla, nya),
    nyaMallar: worn
  }
}

async function periods(
  root: string,
  { mot, rapporter }: Fråga,
  period: Period,
  project: Project,
  { effects, pool }: Verktyg
): Promise<Sidor | { readonly fel: string }> {
  const diagnostics = new Diagnostics()
  const wanted = rapporter.length === 0 ? [] : select(project, rapporter, diagnostics)
  const [wrong] = diagnostics.all
  if (wrong) return { fel: `${wrong.text} ${wrong.hint ?? ''}`.trim() }
  const sort = (mapp: Rapportmapp) => `${mapp.organisation}/${mapp.enhet} ${typOf(mapp)}`
  const gamla = project.rapporter.filter((mapp) => periodOf(mapp)?.id === period.id)
  const pairs = gamla.flatMap((gammal) => {
    const fit = (rapporter.length === 0 ? project.rapporter : wanted).filter(
      (mapp) => mapp !== gammal && sort(mapp) === sort(gammal)
    )
    // Of several the latest; one before the period only if it is asked for by name.
    const ny = fit
      .filter((mapp) => wanted.includes(mapp) || isLater(mapp, gammal))
      .toSorted((a, b) => (isLater(a, b) ? 1 : -1))
      .at(-1)
    return ny ? [{ gammal, ny }] : []
  })
  const unmatched = wanted.filter((mapp) => !pairs.some(({ ny }) => ny === mapp))
  if (pairs.length === 0 || unmatched.length > 0)
    return {
      fel: ingenMotsvarighet(
        mot,
        unmatched.map(({ id }) => id)
      )
    }
  const all = await makeThese(
    root,
    pairs.flatMap(({ gammal, ny }) => [gammal, ny]),
    effects,
    pool
  )
  const byId = new Map(all.map((one) => [one.made.mapp.id, one]))
  const senare = [...new Set(pairs.flatMap(({ ny }) => periodOf(ny)?.id ?? []))]
  return {
    slag: 'period',
    gammal: { namn: period.id, detalj: null },
    ny: { namn: senare.join(', '), detalj: null },
    par: pairs.flatMap(({ gammal, ny }) => {
      const [a, b] = [byId.get(gammal.id), byId.get(ny.id)]
      return a && b ? [{ gammal: a, ny: b }] : []
    }),
    nyaMallar: false
  }
}

/** Reports by name on either side; those asked for that have another folder on the old side too. */
function choose(
  before: Project,
  after: Project,
  names: readonly string[]
): { gamla: readonly Rapportmapp[]; nya: readonly Rapportmapp[] } | { readonly fel: string } {
  if (names.length === 0) return { gamla: before.rapporter, nya: after.rapporter }
  const found = new Set<string>()
  for (const name of names) {
    const faults = [after, before].map((project) => {
      const diagnostics = new Diagnostics()
      for (const { id } of select(project, [name], diagnostics)) found.add(id)
      return diagnostics.all[0]
    })
    const [fault] = faults
    if (fault && faults.every(Boolean)) return { fel: `${fault.text} ${fault.hint ?? ''}`.trim() }
  }
  const inBefore = new Set(before.rapporter.map(({ id }) => id))
  const inAfter = new Set(after.rapporter.map(({ id }) => id))
  const nya = after.rapporter.filter(({ id }) => found.has(id))
  const renamed = nya.filter(({ id }) => !inBefore.has(id))
  const gamla = before.rapporter.filter(
    (old) =>
      found.has(old.id) || (!inAfter.has(old.id) && renamed.some((one) => one.enhet === old.enhet))
  )
  return { gamla, nya }
}

/** An empty list of names would mean all reports. */
async function makeThese(
  root: string,
  mappar: readonly Rapportmapp[],
  effects: Effects,
  pool: Diagrampool | undefined
): Promise<Gjord[]> {
  if (mappar.length === 0) return []
  const rapporter = [...new Set(mappar.map(({ id }) => id))]
  const making = await make(root, { rapporter, pdf: false, pool }, effects)
  return making.made.map((made) => ({ made, making }))
}

/** By folder; then, where a folder has another name, by unit and what the report says it is. */
function pairUp(gamla: readonly Gjord[], nya: readonly Gjord[]): Rapportpar[] {
  const left = new Set(gamla)
  const partner = new Map<Gjord, Gjord>()
  const take = (fits: (a: Made, b: Made) => boolean) => {
    for (const ny of nya) {
      const gammal = partner.has(ny) ? undefined : [...left].find((one) => fits(one.made, ny.made))
      if (!gammal) continue
      partner.set(ny, gammal)
      left.delete(gammal)
    }
  }
  const unit = ({ mapp }: Made) => `${mapp.organisation}/${mapp.enhet}`
  take((a, b) => a.mapp.id === b.mapp.id)
  take(
    (a, b) =>
      unit(a) === unit(b) &&
      a.rapport !== undefined &&
      a.rapport.period === b.rapport?.period &&
      a.rapport.dokumenttyp === b.rapport.dokumenttyp
  )
  take((a, b) => unit(a) === unit(b) && a.rapport?.titel === b.rapport?.titel)
  take((a, b) => a.mapp.namn === b.mapp.namn && a.rapport?.titel === b.rapport?.titel)
  return [
    ...nya.map((ny) => {
      const gammal = partner.get(ny)
      return gammal ? { gammal, ny } : { ny }
    }),
    ...[...left].map((gammal) => ({ gammal }))
  ]
}

function blamesTemplates({ diagnostics }: Made): boolean {
  return diagnostics.all.some(
    ({ severity, span }) => severity === 'error' && span?.file.startsWith('templates/') === true
  )
}

/** One side's text and data with the other side's templates. */
function withTemplates(root: string, files: FileEffects, others: FileEffects): FileEffects {
  const of = (path: string) => (path.startsWith(`${root}/templates`) ? others : files)
  return {
    ...files,
    readFile: (path) => of(path).readFile(path),
    readText: (path) => of(path).readText(path),
    list: (path) => of(path).list(path),
    exists: (path) => of(path).exists(path),
    realPath: (path) => of(path).realPath(path)
  }
}

const NAME = /^(\d{4}(?:-(?:t\d|k\d|\d{2}))?)-(.+)$/i
function periodOf({ namn }: Rapportmapp): Period | undefined {
  return parsePeriod(NAME.exec(namn)?.[1] ?? '')
}
const typOf = ({ namn }: Rapportmapp): string => NAME.exec(namn)?.[2] ?? namn

function isLater(a: Rapportmapp, b: Rapportmapp): boolean {
  const [x, y] = [periodOf(a), periodOf(b)]
  return x !== undefined && y !== undefined && comparePeriods(x, y) > 0
}
