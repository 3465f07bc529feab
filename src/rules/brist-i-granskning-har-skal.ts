import { allaDelområden, type Delområde } from '../domain/revision.ts'
import type { Datarule } from './rule.ts'

const REVISION = (rader: string) => `revision:
  - id: granskning
    granskad: Nämnden
    period: 2021
    områden:
      - id: kontroll
        namn: Intern kontroll
        skala:
          - tillräcklig
          - inte tillräcklig
        delområden:
          - id: plan
            namn: Planens innehåll
            bedömning: inte helt uppfyllt
${rader}`

export const rule: Datarule = {
  id: 'brist-i-granskning-har-skal',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'En bedömning som inte är "uppfyllt" ska visa vad som brister. Annars vet den granskade inte vad som ska rättas, och läsaren inte hur allvarligt det är.',
  good: [
    { data: REVISION('            iakttagelser:\n              - Planen saknar riskvärden.\n') },
    {
      data: REVISION(
        '            förbättringsområden:\n              - text: Ange riskvärde för varje risk.\n'
      )
    },
    { data: REVISION('').replace('inte helt uppfyllt', 'uppfyllt') }
  ],
  bad: [
    {
      data: REVISION(''),
      väntat: [
        'data 12:17 "Planens innehåll" är inte helt uppfyllt, men det står inte vad som brister.'
      ]
    }
  ],
  check({ modell }, report) {
    for (const del of modell.revision.flatMap((r) =>
      r.områden.flatMap(({ delområden }) => allaDelområden(delområden))
    )) {
      if (del.bedömning === 'uppfyllt' || isExplained(del)) continue
      report({
        text: `"${del.namn}" är ${del.bedömning}, men det står inte vad som brister.`,
        hint: 'Skriv det under "iakttagelser" eller "förbättringsområden".',
        span: del.span
      })
    }
  }
}

/** By itself, by the review it comes from, or by the parts it is divided into. */
function isExplained(del: Delområde): boolean {
  return (
    del.iakttagelser.length > 0 ||
    del.förbättringsområden.length > 0 ||
    del.granskning !== undefined ||
    del.delområden.length > 0
  )
}
