import { Diagnostics, type Diagnostic } from './diagnostic.ts'
import type { Modell, Styrmodell } from './domain/modell.ts'
import type { Organisation } from './domain/organisation.ts'
import type { Räknare } from './domain/rakna.ts'
import type { Effects } from './effects.ts'
import { loadGranskare } from './granskare.ts'
import { recall } from './minne.ts'
import * as messages from './messages.ts'
import { INGET_TEMA, loadTemafiler, type Tema } from './organisationstema.ts'
import { reviewData, type Enhetsgranskning } from './review.ts'
import type { OrganisationRecord } from './schema/organisation.ts'
import type { Post } from './schema/read.ts'
import type { StyrmodellRecord } from './schema/styrning.ts'
import type { Source, Sources } from './source.ts'
import type { Project } from './stages/1-discover.ts'
import { load } from './stages/2-load.ts'
import { validateData, validateOrganisation, validateStyrmodell } from './stages/3-validate.ts'
import { buildModell, buildOrganisation, buildStyrmodell, enheterna } from './stages/4-model.ts'
import { compute } from './stages/5-compute.ts'

/** A unit's figures, with what was wrong in its data. */
export interface Unit {
  readonly räknare: Räknare | undefined
  readonly styrmodell: Styrmodell | undefined
  readonly diagnostics: Diagnostics
  readonly tema: Tema
  readonly granskning?: Enhetsgranskning | undefined
  /** Faults in the data of the organisation's other units, for a report that asked for what is broken there. */
  grannfel(): readonly Diagnostic[]
}

/** The units of an organisation by folder name. One that has no data has what its organisation has. */
export type Units = (enhet: string) => Unit

/**
 * Stages 2–5 for all units of an organisation at once, since any of them may ask another for a
 * figure. A fault in one unit's data is that unit's; a fault in organisation.yaml or styrmodell.yaml
 * is everyone's.
 */
export async function loadUnits(
  root: string,
  organisationsid: string,
  project: Project,
  sources: Map<string, Source>,
  effects: Effects
): Promise<Units> {
  const shared = new Diagnostics()
  const paths = project.organisationsfiler.get(organisationsid) ?? {
    organisation: `data/${organisationsid}/organisation.yaml`,
    styrmodell: `data/${organisationsid}/styrmodell.yaml`
  }
  const common = await load(root, [paths.organisation, paths.styrmodell], effects, sources, shared)
  const { minne } = effects
  const [organisationsyaml, styryaml] = [
    common.yaml.get(paths.organisation),
    common.yaml.get(paths.styrmodell)
  ]
  const { organisationspost, organisation } = recall(
    minne,
    `organisation ${organisationsid}`,
    [organisationsyaml],
    shared,
    (own) => {
      const organisationspost = validateOrganisation(organisationsyaml, own)
      const organisation =
        organisationspost && buildOrganisation(organisationsid, organisationspost)
      return { organisationspost, organisation }
    }
  )
  const { styrpost, styrmodell } = recall(
    minne,
    `styrmodell ${organisationsid}`,
    [styryaml, organisationspost !== undefined],
    shared,
    (own) => {
      const styrpost = validateStyrmodell(styryaml, own)
      // Of use with an organisation alone, and not tried without.
      const styrmodell = organisationspost && styrpost && buildStyrmodell(styrpost, own)
      return { styrpost, styrmodell }
    }
  )
  if (!organisationspost || !organisation || !styrpost || !styrmodell)
    return () => nothing(undefined, shared)
  const tema = await loadTemafiler(root, organisation, organisationspost, shared, effects)
  const kända = enheterna(organisation)

  const modeller = new Map<string, { modell: Modell; diagnostics: Diagnostics }>()
  for (const [id, enhet] of kända) {
    const diagnostics = new Diagnostics()
    for (const d of shared.all) diagnostics.add(d, d.span)
    const filer = project.enheter.get(`${organisationsid}/${id}`)?.datafiler ?? []
    const loaded = await load(root, filer, effects, sources, diagnostics)
    const records = recall(
      minne,
      `uppgifter ${organisationsid}/${id}`,
      [...filer, ...filer.map((path) => sources.get(path))],
      diagnostics,
      (own) => validateData(loaded, own)
    )
    const mapp = { organisation: organisationsid, enhet: id }
    const granskare = await loadGranskare(
      root,
      records.svar,
      mapp,
      styrmodell,
      project,
      sources,
      effects
    )
    const modell = recall(
      minne,
      `modell ${organisationsid}/${id}`,
      [organisation, styrmodell, records, ...[...granskare].flat()],
      diagnostics,
      (own) => buildModell(organisation, enhet, styrmodell, records, own, granskare)
    )
    modeller.set(id, { modell, diagnostics })
  }
  // Any unit may ask any other: what is computed holds as long as nothing in any of them has changed.
  const of: unknown[] = [organisationspost, styrpost, tema.nyckel, told(shared)]
  for (const { modell, diagnostics } of modeller.values()) of.push(modell, told(diagnostics))
  return recall(minne, `enheter ${organisationsid}`, of, new Diagnostics(), () =>
    openUnits({
      organisation,
      organisationspost,
      styrpost,
      styrmodell,
      modeller,
      shared,
      tema,
      sources,
      filer: (id) => [
        paths.organisation,
        paths.styrmodell,
        ...(project.enheter.get(`${organisationsid}/${id}`)?.datafiler ?? [])
      ]
    })
  )
}

const nothing = (styrmodell: Styrmodell | undefined, diagnostics: Diagnostics): Unit => ({
  räknare: undefined,
  styrmodell,
  diagnostics,
  tema: INGET_TEMA,
  grannfel: () => []
})

/** All that was told, as one text to compare by. */
const told = (diagnostics: Diagnostics): string =>
  diagnostics.all
    .map(({ rule, text, span }) => `${rule} ${span?.file} ${span?.start} ${text}`)
    .join('\n')

interface Underlag {
  readonly organisation: Organisation
  readonly organisationspost: Post<OrganisationRecord>
  readonly styrpost: Post<StyrmodellRecord>
  readonly styrmodell: Styrmodell
  readonly modeller: ReadonlyMap<string, { modell: Modell; diagnostics: Diagnostics }>
  /** What concerns the whole organisation. */
  readonly shared: Diagnostics
  readonly tema: Tema
  readonly sources: Sources
  /** The files that a unit's figures come from, its organisation's included. */
  filer(enhet: string): readonly string[]
}

/** Stage 5 for all units, and the rules about data for each that is asked for. */
function openUnits(underlag: Underlag): Units {
  const { organisation, organisationspost, styrpost, styrmodell, modeller, shared, tema } = underlag
  const räknarna = compute(modeller)
  const units = new Map<string, Unit>()
  return (id) => {
    const known = units.get(id)
    if (known) return known
    const räknare = räknarna.get(id)
    const diagnostics = modeller.get(id)?.diagnostics ?? new Diagnostics()
    if (!räknare) {
      for (const d of shared.all) diagnostics.add(d, d.span)
      diagnostics.add(
        messages.okändMapp(id, [...enheterna(organisation).keys()]),
        organisationspost.located.spanOf(['organisation', 'enheter'], 'key')
      )
      return nothing(styrmodell, diagnostics)
    }
    const { sources } = underlag
    const granskning = reviewData(räknare, styrpost, underlag.filer(id), sources, diagnostics)
    const grannfel = (): Diagnostic[] =>
      [...modeller]
        .filter(([granne]) => granne !== id)
        .flatMap(([, { diagnostics: d }]) => d.all.filter(({ severity }) => severity === 'error'))
    const unit = { räknare, styrmodell, diagnostics, granskning, tema, grannfel }
    units.set(id, unit)
    return unit
  }
}
