import type { Organisationstema, Typsnittsval } from '../domain/organisation.ts'
import type { OrganisationRecord, Typsnittsrecord } from '../schema/organisation.ts'

/** How an organisation's reports look, with what it leaves unsaid filled in. */
export function buildTema(tema: OrganisationRecord['tema'] = {}): Organisationstema {
  const typsnitt = (val: Typsnittsrecord | undefined): Typsnittsval | undefined => {
    if (val === undefined) return undefined
    if (typeof val === 'string') return { namn: val, filer: [] }
    const fil = (fil: string | undefined, vikt: 400 | 600, kursiv: boolean) =>
      fil === undefined ? [] : [{ fil, vikt, kursiv }]
    return {
      namn: val.namn,
      filer: [
        ...fil(val.normal, 400, false),
        ...fil(val.halvfet, 600, false),
        ...fil(val.kursiv, 400, true),
        ...fil(val['halvfet kursiv'], 600, true)
      ]
    }
  }
  return {
    accent: tema.accent,
    varm: tema.varm,
    omslag: tema.omslag ?? 'fylld',
    logotyp: tema.logotyp,
    typsnitt: { rubriker: typsnitt(tema.typsnitt?.rubriker), text: typsnitt(tema.typsnitt?.text) }
  }
}
