import { ordtal } from '../text/swedish.ts'
import { hasLawful, isHelaDelårsrapport, isLawful, STYRELSEN } from './lagstadgad.ts'
import type { Rapportrule } from './rule.ts'

const DELÅR = (period: string) => `dokumenttyp: delårsrapport\nperiod: ${period}\nstatus: utkast\n`

export const rule: Rapportrule = {
  id: 'delarsperiod-enligt-lag',
  severity: 'warning',
  on: 'rapport',
  why: 'Minst en delårsrapport om året ska omfatta minst hälften och högst två tredjedelar av året: sex till åtta månader (13 kap. 1 § LKBR, så som RKR R17 återger den). Fler delårsrapporter får göras, därför är en kortare bara ett råd, och inget sägs när enheten har tal för en sådan period.',
  good: [
    { rapport: DELÅR('2021-T2'), filer: STYRELSEN },
    { rapport: DELÅR('2021-09') },
    {
      rapport: DELÅR('2021-T1'),
      data: 'nyckeltal:\n  - id: invånare\n    namn: Invånare\n    enhet: antal\n    serie:\n      2021-T2:\n        utfall: 1\n',
      filer: STYRELSEN
    }
  ],
  bad: [
    {
      rapport: DELÅR('2021-09'),
      filer: STYRELSEN,
      väntat: [
        'rapport 4:3 Delårsrapporten omfattar nio månader; lagen kräver en för sex till åtta.'
      ]
    },
    {
      rapport: DELÅR('2021-T1'),
      filer: STYRELSEN,
      väntat: [
        'råd rapport 4:3 Delårsrapporten omfattar fyra månader; lagen kräver en för sex till åtta.'
      ]
    }
  ],
  check(subject, report) {
    const { period, rapportSpan } = subject
    if (!isHelaDelårsrapport(subject) || isLawful(period) || hasLawful(subject)) return
    report({
      text: `Delårsrapporten omfattar ${ordtal(period.tillMånad)} månader; lagen kräver en för sex till åtta.`,
      hint: 'Gör årets obligatoriska delårsrapport för juni, juli eller augusti: period: 2021-T2 eller 2021-06.',
      span: rapportSpan('period'),
      ...(period.tillMånad < 6 ? { severity: 'advice' } : {})
    })
  }
}
