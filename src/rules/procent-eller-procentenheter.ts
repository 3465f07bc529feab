import { callFor, describe, placesOf, typed } from './call.ts'
import { claimsOf } from './claims.ts'
import type { Textrule } from './rule.ts'
import { change } from './walk.ts'

const SJUK = `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 5,71
      2021:
        utfall: 4,77
`

export const rule: Textrule = {
  id: 'procent-eller-procentenheter',
  severity: 'error',
  on: 'text',
  why: 'Skillnaden mellan två andelar är procentenheter. Från 5,71 till 4,77 procent är en minskning med 0,94 procentenheter, eller med 16,5 procent.',
  good: [
    { data: SJUK, text: 'Sjukfrånvaron minskade med 0,94 procentenheter.' },
    { data: SJUK, text: 'Sjukfrånvaron minskade med 16,5 procent.' }
  ],
  bad: [
    {
      data: SJUK,
      text: 'Sjukfrånvaron minskade med 0,94 %.',
      väntat: ['text 3:28 0,94 % är en skillnad mellan två andelar och anges i procentenheter.']
    },
    {
      data: SJUK,
      text: 'Sjukfrånvaron är 16,5 procentenheter lägre än året före.',
      väntat: ['text 3:18 16,5 procentenheter är en förändring i procent av det som var.']
    }
  ],
  check(subject, report) {
    for (const claim of claimsOf(subject)) {
      const [best] = claim.siffror
      const { tal, stycke } = claim
      if (!best || claim.utslag !== 'procent') continue
      const punkter = best.tal.enhet.id === 'procentenheter'
      const text = typed(claim)
      report({
        text: punkter
          ? `${text} är en skillnad mellan två andelar och anges i procentenheter.`
          : `${text} är en förändring i procent av det som var.`,
        hint: best.anrop
          ? `Skriv ${callFor(claim, best)}, eller "${punkter ? 'procentenheter' : 'procent'}".`
          : `Skriv "${punkter ? 'procentenheter' : 'procent'}".`,
        span: stycke.spanOf(tal.start, tal.slut),
        related: placesOf(best).map((span) => ({ text: describe(best, subject.modell), span })),
        ...change(stycke, tal.end, tal.slut, `\u00a0${punkter ? 'procentenheter' : 'procent'}`)
      })
    }
  }
}
