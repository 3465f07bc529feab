import { stegPåSkala } from '../domain/revision.ts'
import type { Datarule } from './rule.ts'

const exempel = (samlad: string, delområde: string, motivering = '') => `revision:
  - id: granskning
    granskad: Nämnden
    period: 2021
    områden:
      - id: kontroll
        namn: Intern kontroll
        skala:
          - tillräcklig
          - inte helt tillräcklig
          - inte tillräcklig
        samlad:
          bedömning: ${samlad}
${motivering && `          motivering: ${motivering}\n`}        delområden:
          - id: plan
            namn: Plan
            bedömning: ${delområde}
`

export const rule: Datarule = {
  id: 'samlad-bedomning-har-skal',
  severity: 'warning',
  on: 'data',
  why: 'En samlad bedömning är ingen uträkning, men den som går emot sina delområden måste läsaren få skälet till. Annars ser den ut som ett skrivfel.',
  good: [
    { data: exempel('tillräcklig', 'uppfyllt') },
    { data: exempel('inte helt tillräcklig', 'inte uppfyllt') },
    { data: exempel('tillräcklig', 'inte uppfyllt', 'Bristen är avhjälpt.') }
  ],
  bad: [
    {
      data: exempel('tillräcklig', 'inte uppfyllt'),
      väntat: ['data 13:11 Intern kontroll är tillräcklig, fast Plan är inte uppfyllt.']
    },
    {
      data: exempel('inte tillräcklig', 'uppfyllt'),
      väntat: ['data 13:11 Intern kontroll är inte tillräcklig, fast alla delområden är uppfyllda.']
    }
  ],
  check({ modell }, report) {
    for (const { namn, skala, samlad, delområden } of modell.revision.flatMap((r) => r.områden)) {
      if (!samlad || samlad.motivering !== undefined || delområden.length === 0) continue
      const steg = stegPåSkala(samlad.bedömning, skala)
      const brist = delområden.find((del) => del.bedömning === 'inte uppfyllt')
      const fast =
        steg === 'bäst' && brist
          ? `${brist.namn} är inte uppfyllt`
          : steg !== undefined &&
              steg !== 'bäst' &&
              delområden.every((del) => del.bedömning === 'uppfyllt')
            ? 'alla delområden är uppfyllda'
            : undefined
      if (fast === undefined) continue
      report({
        text: `${namn} är ${samlad.bedömning}, fast ${fast}.`,
        hint: 'Skriv skälet under "motivering", eller rätta den ena bedömningen.',
        span: samlad.span
      })
    }
  }
}
