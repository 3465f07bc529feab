import { Diagnostics } from '../diagnostic.ts'
import type { Effects } from '../effects.ts'
import { openPages, renderIndex } from '../indexpage.ts'
import type { Source } from '../source.ts'
import { discover, type Project } from '../stages/1-discover.ts'
import { load } from '../stages/2-load.ts'
import { validateOrganisation, validateRapport } from '../stages/3-validate.ts'
import { buildOrganisation, enheterna } from '../stages/4-model.ts'
import type { ReportEntry } from '../stages/9-write.ts'

/** The page of all reports, as the built site has it, from what their rapport.yaml say. */
export async function renderList(root: string, effects: Effects): Promise<string> {
  const sources = new Map<string, Source>()
  const diagnostics = new Diagnostics()
  const project = await discover(root, effects.files, diagnostics)
  await load(root, project.mallar, effects, sources, diagnostics)
  const entries = await describeReports(root, project, effects)
  const making = { project, made: [], sources, diagnostics }
  const mallar = await openPages(root, making, effects)
  return renderIndex(making, new Set(), mallar)(entries)
}

/** What is known of each report without making it. */
export async function describeReports(
  root: string,
  project: Project,
  effects: Effects
): Promise<ReportEntry[]> {
  const unsaid = new Diagnostics()
  const organisationer = new Map<string, ReturnType<typeof buildOrganisation> | undefined>()
  for (const [id, { organisation }] of project.organisationsfiler) {
    const { yaml } = await load(root, [organisation], effects, new Map(), unsaid)
    const post = validateOrganisation(yaml.get(organisation), unsaid)
    organisationer.set(id, post && buildOrganisation(id, post))
  }
  const entries: ReportEntry[] = []
  for (const { id, organisation, enhet, namn, rapportfil } of project.rapporter) {
    const { yaml } = await load(root, [rapportfil], effects, new Map(), unsaid)
    const rapport = validateRapport(yaml.get(rapportfil), unsaid)?.data
    const own = organisationer.get(organisation)
    entries.push({
      sökväg: id,
      titel: rapport?.titel ?? namn,
      dokumenttyp: rapport?.dokumenttyp ?? '',
      period: rapport?.period ?? namn,
      status: rapport?.status ?? '',
      organisation: own?.namn ?? organisation,
      enhet: (own && enheterna(own).get(enhet)?.namn) ?? enhet,
      exempel: own?.exempel !== undefined,
      pdf: null
    })
  }
  return entries
}
