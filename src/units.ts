import { Diagnostics, type Diagnostic } from './diagnostic.ts'
import type { Modell, Styrmodell } from './domain/modell.ts'
import type { Räknare } from './domain/rakna.ts'
import type { Effects } from './effects.ts'
import { loadGranskare } from './granskare.ts'
import * as messages from './messages.ts'
import { reviewData, type Enhetsgranskning } from './review.ts'
import type { Source, Span } from './source.ts'
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
  readonly accentSpan: Span | undefined
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
  const common = await load(
    root,
    [paths.organisation, paths.styrmodell],
    effects.files,
    sources,
    shared
  )
  const organisationspost = validateOrganisation(common.yaml.get(paths.organisation), shared)
  const styrpost = validateStyrmodell(common.yaml.get(paths.styrmodell), shared)
  const nothing: Unit = {
    räknare: undefined,
    styrmodell: undefined,
    diagnostics: shared,
    accentSpan: undefined,
    grannfel: () => []
  }
  if (!organisationspost || !styrpost) return () => nothing
  const organisation = buildOrganisation(organisationsid, organisationspost)
  const styrmodell = buildStyrmodell(styrpost, shared)
  const kända = enheterna(organisation)

  const modeller = new Map<string, { modell: Modell; diagnostics: Diagnostics }>()
  for (const [id, enhet] of kända) {
    const diagnostics = new Diagnostics()
    for (const d of shared.all) diagnostics.add(d, d.span)
    const filer = project.enheter.get(`${organisationsid}/${id}`)?.datafiler ?? []
    const records = validateData(
      await load(root, filer, effects.files, sources, diagnostics),
      diagnostics
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
    const modell = buildModell(organisation, enhet, styrmodell, records, diagnostics, granskare)
    modeller.set(id, { modell, diagnostics })
  }
  const räknarna = compute(modeller)
  const accentSpan =
    organisation.tema.accent === undefined
      ? undefined
      : organisationspost.located.spanOf(['organisation', 'tema', 'accent'])

  const units = new Map<string, Unit>()
  return (id) => {
    const known = units.get(id)
    if (known) return known
    const räknare = räknarna.get(id)
    const diagnostics = modeller.get(id)?.diagnostics ?? new Diagnostics()
    if (!räknare) {
      for (const d of shared.all) diagnostics.add(d, d.span)
      diagnostics.add(
        messages.okändMapp(id, [...kända.keys()]),
        organisationspost.located.spanOf(['organisation', 'enheter'], 'key')
      )
      return { ...nothing, styrmodell, diagnostics }
    }
    const filer = project.enheter.get(`${organisationsid}/${id}`)?.datafiler ?? []
    const granskning = reviewData(
      räknare,
      styrpost,
      [paths.organisation, paths.styrmodell, ...filer],
      sources,
      diagnostics
    )
    const grannfel = (): Diagnostic[] =>
      [...modeller]
        .filter(([granne]) => granne !== id)
        .flatMap(([, { diagnostics: d }]) => d.all.filter(({ severity }) => severity === 'error'))
    const unit = { räknare, styrmodell, diagnostics, granskning, accentSpan, grannfel }
    units.set(id, unit)
    return unit
  }
}
