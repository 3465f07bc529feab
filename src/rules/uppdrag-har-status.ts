import { uppföljningFor } from '../domain/internkontroll.ts'
import type { Uppdrag } from '../domain/modell.ts'
import { comparePeriods, parsePeriod, type Period } from '../domain/period.ts'
import type { Rapportrule } from './rule.ts'
import { byggerPå, följerUpp, kommerSenare } from './uppfoljning.ts'

const UPPDRAG = (uppföljning: string) => `uppdrag:
  - id: lager
    namn: Samla lagren
${uppföljning}`
const ÅR = (år: string, status: string, kommentar = '') =>
  `    uppföljning:\n      ${år}:\n        status: ${status}\n${kommentar}`

export const rule: Rapportrule = {
  id: 'uppdrag-har-status',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'Nämnden ska redovisa till fullmäktige hur den har fullgjort sina uppdrag (6 kap. 5 § kommunallagen). Ett uppdrag utan status, eller med status men utan ett ord om vad som har gjorts, är inte redovisat.',
  good: [
    { data: UPPDRAG(ÅR('2021', 'pågår', '        kommentar: Två av tre lager är flyttade.\n')) },
    { data: UPPDRAG(ÅR('2020', 'klart', '        kommentar: Flyttat i maj.\n')) }
  ],
  bad: [
    {
      data: UPPDRAG(''),
      väntat: ['data 2:9 Uppdraget "Samla lagren" har ingen status för 2021.']
    },
    {
      data: UPPDRAG(ÅR('2020', 'pågår', '        kommentar: Två av tre är flyttade.\n')),
      väntat: ['data 2:9 Uppdraget "Samla lagren" har ingen status för 2021.']
    },
    {
      data: UPPDRAG(ÅR('2021', 'pågår')),
      väntat: ['data 5:7 Uppdraget "Samla lagren" pågår, men det står inte vad som har gjorts.']
    }
  ],
  check(subject, report) {
    if (!följerUpp(subject) || !byggerPå(subject, 'uppdrag')) return
    const { modell, period } = subject
    for (const uppdrag of modell.uppdrag) {
      const u = uppföljningFor(uppdrag, period)
      if (!u) {
        if (kommerSenare(uppdrag.uppföljning.keys(), period) || isOver(uppdrag, period)) continue
        report({
          text: `Uppdraget "${uppdrag.namn}" har ingen status för ${period.id}.`,
          hint: 'Lägg till perioden under "uppföljning", med status och kommentar.',
          span: uppdrag.span
        })
      } else if (u.kommentar === undefined)
        report({
          text: `Uppdraget "${uppdrag.namn}" ${ÄR[u.status]}, men det står inte vad som har gjorts.`,
          hint: 'Skriv det i "kommentar" under perioden.',
          span: u.span
        })
    }
  }
}

const ÄR = {
  'ej påbörjat': 'är ej påbörjat',
  pågår: 'pågår',
  klart: 'är klart',
  'avslutat i förtid': 'är avslutat i förtid'
} as const

/** Whether it was told to be done, or given up, in an earlier period. */
function isOver({ uppföljning }: Uppdrag, nu: Period): boolean {
  return [...uppföljning].some(([id, { status }]) => {
    const period = parsePeriod(id)
    return (
      period !== undefined &&
      comparePeriods(period, nu) < 0 &&
      (status === 'klart' || status === 'avslutat i förtid')
    )
  })
}
