import { Diagnostics } from '../diagnostic.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT } from '../domain/referens.ts'
import type { Modell, Mål } from '../domain/modell.ts'
import type { Effects } from '../effects.ts'
import { inbyggda } from '../rules/builtin.ts'
import { rules } from '../rules/index.ts'
import type { Förslag, Mål as Pekmål } from '../schema/json.ts'
import type { Source } from '../source.ts'
import type { Project } from '../stages/1-discover.ts'
import { load } from '../stages/2-load.ts'
import { openEngine, readMall } from '../templates.ts'
import { loadUnits } from '../units.ts'

/** What the project's YAML can point at: everywhere, and in each unit's own data files. */
export interface Projektförslag {
  readonly överallt: Förslag
  /** By `<organisation>/<enhet>`. */
  readonly enheter: ReadonlyMap<string, Förslag>
}

/**
 * Collects the ids of a project. Data with faults give what can be read of them: an editor has to
 * help most when something is wrong.
 */
export async function collectFörslag(
  root: string,
  project: Project,
  effects: Effects
): Promise<Projektförslag> {
  const sources = new Map<string, Source>()
  const enheter = new Map<string, Förslag>()
  const laddade = new Map<string, ReturnType<typeof loadUnits>>()
  for (const { id, organisation, enhet } of project.enheter.values()) {
    const loading =
      laddade.get(organisation) ?? loadUnits(root, organisation, project, sources, effects)
    laddade.set(organisation, loading)
    const modell = (await loading)(enhet).räknare?.modell
    enheter.set(id, modell ? readModell(modell) : {})
  }
  const rekommendationer = [...enheter.values()].flatMap((e) => e.rekommendation ?? [])
  return {
    överallt: { ...(await readMallar(root, project, effects)), regel: readRegler() },
    enheter: new Map(
      [...enheter].map(([id, egna]) => [id, { ...egna, rekommendation: rekommendationer }])
    )
  }
}

function readModell(modell: Modell): Förslag {
  const named = (posts: Iterable<{ readonly id: string; readonly namn: string }>): Pekmål[] =>
    [...posts].map(({ id, namn }) => ({ id, om: namn }))
  const words = (all: Readonly<Record<string, string>>): Pekmål[] =>
    Object.entries(all).map(([id, om]) => ({ id, om }))
  const målen = (mål: readonly Mål[]): Mål[] => mål.flatMap((m) => [m, ...målen(m.undermål)])
  return {
    serie: named(modell.serier.values()),
    mål: named(målen(modell.mål)),
    risk: named(modell.risker),
    kontroll: named(modell.kontroller),
    nivå: modell.styrmodell.nivåer.map((nivå) => ({ id: nivå, om: 'En nivå i styrmodellen.' })),
    mått: [...words(GIVNA_MÅTT), ...named(modell.mått.values()), ...words(HÄRLEDDA_MÅTT)],
    enhet: named(enheterna(modell)),
    rekommendation: modell.revision.flatMap(({ rekommendationer }) =>
      rekommendationer.map(({ id, text }) => ({
        id: `${modell.organisation.id}/${modell.enhet.id}/${id}`,
        om: text
      }))
    )
  }
}

function enheterna({ organisation }: Modell) {
  type Enhet = (typeof organisation.enheter)[number]
  const alla = (enheter: readonly Enhet[]): Enhet[] =>
    enheter.flatMap((enhet) => [enhet, ...alla(enhet.enheter)])
  return alla(organisation.enheter)
}

async function readMallar(root: string, project: Project, effects: Effects): Promise<Förslag> {
  const unsaid = new Diagnostics()
  const { texter } = await load(root, project.mallar, effects, new Map(), unsaid)
  const engine = openEngine(project, texter, unsaid)
  const mallar = engine.dokumenttyper.flatMap((namn) => readMall(namn, engine, unsaid) ?? [])
  const avsnitt = new Map(
    mallar.flatMap((mall) => (mall.avsnitt ?? []).map(({ id, rubrik }) => [id, rubrik]))
  )
  return {
    dokumenttyp: mallar.map(({ dokumenttyp }) => ({ id: dokumenttyp })),
    avsnitt: [...avsnitt].map(([id, om]) => ({ id, om }))
  }
}

function readRegler(): Pekmål[] {
  const settable = Object.entries(inbyggda).filter(([, { fast }]) => !fast)
  return [
    ...rules.map(({ id, why }) => ({ id, om: why })),
    ...settable.map(([id, { why }]) => ({ id, om: why }))
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
