import { lastDay, type Period } from '../domain/period.ts'
import { formatDatum } from '../text/swedish.ts'
import { isDelårsrapport, STYRELSEN } from './lagstadgad.ts'
import type { Rapportrule } from './rule.ts'

const DELÅR = (datum: string) =>
  `dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: klar\ndatum: ${datum}\n`

export const rule: Rapportrule = {
  id: 'delarsrapport-i-tid',
  severity: 'warning',
  on: 'rapport',
  why: 'Styrelsen ska överlämna delårsrapporten till fullmäktige och revisorerna senast två månader efter att perioden har slutat (11 kap. 16 § kommunallagen).',
  good: [{ rapport: DELÅR('2021-10-31'), filer: STYRELSEN }, { rapport: DELÅR('2021-11-15') }],
  bad: [
    {
      rapport: DELÅR('2021-11-15'),
      filer: STYRELSEN,
      väntat: [
        'rapport 6:3 Delårsrapporten är daterad den 15 november 2021, men ska vara överlämnad senast den 31 oktober 2021.'
      ]
    }
  ],
  check(subject, report) {
    const { rapport, period, rapportSpan } = subject
    const senast = lastDay(monthsAfter(period, 2))
    if (!isDelårsrapport(subject) || rapport.datum === undefined || rapport.datum <= senast) return
    report({
      text: `Delårsrapporten är daterad den ${formatDatum(rapport.datum) ?? ''}, men ska vara överlämnad senast den ${formatDatum(senast) ?? ''}.`,
      hint: 'Rätta "datum". Är det fullmäktiges beslut som är så sent: skriv dagen då rapporten överlämnades.',
      span: rapportSpan('datum')
    })
  }
}

const monthsAfter = (period: Period, månader: number): Period => ({
  ...period,
  tillMånad: period.tillMånad + månader
})
