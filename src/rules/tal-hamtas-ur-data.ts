import { callFor, describe, placesOf, printsAlike, typed } from './call.ts'
import { claimsOf } from './claims.ts'
import type { Textrule } from './rule.ts'
import { change } from './walk.ts'

const DATA = `nyckeltal:
  - id: uppdrag-antal
    namn: Upphandlingsuppdrag
    enhet: antal
    serie:
      2021:
        utfall: 354
  - id: omställning
    namn: Omställningens effekt
    enhet: mnkr
    serie:
      2021:
        utfall: 33,4
`

export const rule: Textrule = {
  id: 'tal-hamtas-ur-data',
  severity: 'advice',
  on: 'text',
  why: 'Ett tal som finns i data skrivs med en hjälpare. Då ändras det överallt när data ändras, och läsaren ser varifrån det kommer.',
  good: [
    { data: DATA, text: 'Vi tog emot {{tal "uppdrag-antal.utfall"}} upphandlingsuppdrag.' },
    { data: DATA, text: 'Mötet hölls den 3 maj 2021 enligt 6 kap. 354 §.' },
    { data: DATA, text: 'Två av tre är nöjda.' },
    { data: DATA, text: 'Avdelningen ska klara minst 300 upphandlingsuppdrag om året.' }
  ],
  bad: [
    {
      data: DATA,
      text: 'Vi tog emot 354 upphandlingsuppdrag.',
      väntat: ['text 3:13 354 finns i data: Upphandlingsuppdrag, utfall 2021: 354.']
    },
    {
      data: DATA,
      text: 'Minst 354 upphandlingsuppdrag klarades.',
      väntat: ['text 3:7 354 finns i data: Upphandlingsuppdrag, utfall 2021: 354.']
    },
    {
      data: DATA,
      text: 'Arbetet har sparat ca 33 mnkr.',
      väntat: ['text 3:23 33 mnkr finns i data: Omställningens effekt, utfall 2021: 33,4 mnkr.']
    }
  ],
  check(subject, report) {
    for (const claim of claimsOf(subject)) {
      const { utslag, siffror, tal, stycke, mening } = claim
      const best = siffror.find((siffra) => siffra.anrop !== '')
      if (!best || tal.ord || (utslag !== 'stämmer' && utslag !== 'binder')) continue
      // A small count may be of anything, even where its number is in data.
      if (tal.enhet === undefined && tal.värde.abs().lt(13) && mening.nämnda.length === 0) continue
      report({
        text: `${typed(claim)} finns i data: ${describe(best, subject.modell)}.`,
        hint: `Skriv ${callFor(claim, best)} i stället för talet.`,
        span: stycke.spanOf(tal.start, tal.slut),
        related: placesOf(best).map((span) => ({ text: 'I data', span })),
        ...(printsAlike(claim, best) && isOnly(siffror, utslag)
          ? change(stycke, tal.från, tal.slut, callFor(claim, best))
          : {})
      })
    }
  }
}

/** Safe to put in unasked only where one datum alone can be meant. */
const isOnly = (
  siffror: readonly { readonly tal: { readonly namn: string; readonly period: string } }[],
  utslag: string
): boolean =>
  utslag === 'binder' || new Set(siffror.map(({ tal }) => `${tal.namn}|${tal.period}`)).size === 1
