import { claimsOf } from './claims.ts'
import { partFaults } from './grid-parts.ts'
import { gridsOf } from './grids.ts'
import type { Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'delen-ryms-i-helheten',
  severity: 'error',
  on: 'text',
  why: 'En del kan inte vara större än sin helhet: "sju av fem kontroller" är ett skrivfel, oftast två tal i fel ordning.',
  good: [
    {
      text: '| Kostnad, mnkr | 2021 |\n|---|--:|\n| Lokaler | 8,0 |\n| varav el | 6,0 |\n| Personal | 4,0 |'
    },
    { text: 'Fem av sju kontroller är utförda, och alla sju av sju är planerade.' },
    { text: '16,5 av 15,5 mnkr är mer än planen.' }
  ],
  bad: [
    {
      text: '| Kostnad, mnkr | 2021 |\n|---|--:|\n| Lokaler | 6,0 |\n| varav el | 8,0 |\n| Personal | 9,0 |',
      väntat: ['text 6:14 varav el, 2021 är 8,0, mer än Lokaler, 6,0.']
    },
    {
      text: '| Typ, mnkr | Ram 2021 | Beslut 2021 |\n|---|--:|--:|\n| Inventarier | 0,8 | 1,4 |\n| Fastigheter | 240,0 | 38,0 |',
      väntat: ['varning text 5:23 Inventarier: beslut 2021 är 1,4, mer än ram 2021, 0,8.']
    },
    {
      text: 'Sju av fem kontroller är utförda.',
      väntat: ['text 3:1 Sju av fem: delen är större än helheten.']
    }
  ],
  check(subject, report) {
    for (const { grid, vänd } of gridsOf(subject))
      if (!vänd) for (const fynd of partFaults(grid)) report(fynd)
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
