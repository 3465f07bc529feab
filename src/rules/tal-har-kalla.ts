import { callFor, describe, typed } from './call.ts'
import { claimsOf, type Påstående } from './claims.ts'
import type { Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'tal-har-kalla',
  severity: 'advice',
  on: 'text',
  why: 'Ett tal som varken finns i data eller har en källa går inte att kontrollera, och nästa år vet ingen varifrån det kom.',
  good: [
    {
      text: 'Yrket väntas sakna 10 000 personer.[^scb]\n\n[^scb]: Statistiska centralbyrån, 2021: 10 000 personer.'
    },
    { text: 'Yrket väntas sakna {{faktum "10 000" källa="Statistiska centralbyrån"}} personer.' },
    {
      text: 'Under 2021 hölls två möten, det sista den 14 december kl. 13.00 enligt 6 kap. 6 § och beslut nr 12.'
    },
    { text: '> Vi anser att 40 procent räcker.' }
  ],
  bad: [
    {
      text: 'Yrket väntas sakna 10 000 personer om fem år.',
      väntat: ['text 3:20 10 000 personer finns inte i data och har ingen källa.']
    },
    {
      text: 'Andelen var 37 procent.',
      väntat: ['text 3:13 37 procent finns inte i data och har ingen källa.']
    }
  ],
  check(subject, report) {
    for (const claim of claimsOf(subject)) {
      const { utslag, tal, stycke, siffror } = claim
      if ((utslag !== 'ensamt' && utslag !== 'tvetydigt') || !needsSource(claim)) continue
      const kandidater = siffror
        .slice(0, 3)
        .map((siffra) => `${callFor(claim, siffra)} (${describe(siffra, subject.modell)})`)
      report({
        text:
          utslag === 'ensamt'
            ? `${typed(claim)} finns inte i data och har ingen källa.`
            : `${typed(claim)} kan vara flera uppgifter i data.`,
        hint:
          utslag === 'ensamt'
            ? `Lägg talet i data, eller skriv {{faktum "${typed(claim)}" källa="…"}} eller en fotnot.`
            : `Skriv den som menas: ${kandidater.join(', ')}.`,
        span: stycke.spanOf(tal.start, tal.slut)
      })
    }
  }
}

/** Not for small words and counts, "100 procent", notes (which are sources), or where a note follows. */
function needsSource({ tal, stycke, mening, utslag }: Påstående): boolean {
  if (tal.ord || stycke.fotnot !== undefined || stycke.cell) return false
  const size = tal.värde.abs()
  if (size.eq(0) || (tal.enhet === 'procent' && size.eq(100))) return false
  if ((tal.enhet === undefined || tal.enhet === 'st') && size.lt(utslag === 'ensamt' ? 13 : 100))
    return false
  if (['dagar', 'timmar', 'minuter', 'personer'].includes(tal.enhet ?? '') && size.lt(13))
    return false
  const end = mening.start + mening.text.length
  return !stycke.fotnoter.some((at) => at >= tal.end && at <= end + 1)
}
