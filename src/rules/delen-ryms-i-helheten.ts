import { claimsOf } from './claims.ts'
import type { Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'delen-ryms-i-helheten',
  severity: 'error',
  on: 'text',
  why: 'En del kan inte vara större än sin helhet: "sju av fem kontroller" är ett skrivfel, oftast två tal i fel ordning.',
  good: [
    { text: 'Fem av sju kontroller är utförda, och alla sju av sju är planerade.' },
    { text: '16,5 av 15,5 mnkr är mer än planen.' }
  ],
  bad: [
    {
      text: 'Sju av fem kontroller är utförda.',
      väntat: ['text 3:1 Sju av fem: delen är större än helheten.']
    }
  ],
  check(subject, report) {
    for (const { tal, stycke } of claimsOf(subject)) {
      const { av } = tal
      // Amounts may exceed a plan; counted things may not.
      if (!av || tal.enhet !== undefined || av.enhet !== undefined) continue
      if (tal.decimaler > 0 || !tal.värde.gt(av.värde)) continue
      report({
        text: `${stycke.text.slice(tal.start, av.end)}: delen är större än helheten.`,
        hint: 'Byt plats på talen, eller rätta det som är fel.',
        span: stycke.spanOf(tal.start, av.end)
      })
    }
  }
}
