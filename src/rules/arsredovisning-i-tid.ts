import { formatDatum } from '../text/swedish.ts'
import { isÅrsredovisning } from './lagstadgad.ts'
import type { Rapportrule } from './rule.ts'

const ÅR = (datum: string) =>
  `dokumenttyp: årsredovisning\nperiod: 2021\nstatus: klar\ndatum: ${datum}\n`

export const rule: Rapportrule = {
  id: 'arsredovisning-i-tid',
  severity: 'warning',
  on: 'rapport',
  why: 'Årsredovisningen ska överlämnas till fullmäktige och revisorerna så snart som möjligt och senast den 15 april året efter (11 kap. 20 § kommunallagen).',
  good: [{ rapport: ÅR('2022-04-15') }],
  bad: [
    {
      rapport: ÅR('2022-05-03'),
      väntat: [
        'rapport 6:3 Årsredovisningen är daterad den 3 maj 2022, men ska vara överlämnad senast den 15 april 2022.'
      ]
    }
  ],
  check(subject, report) {
    const { rapport, period, rapportSpan } = subject
    const senast = `${period.år + 1}-04-15`
    if (!isÅrsredovisning(subject) || rapport.datum === undefined || rapport.datum <= senast) return
    report({
      text: `Årsredovisningen är daterad den ${formatDatum(rapport.datum) ?? ''}, men ska vara överlämnad senast den ${formatDatum(senast) ?? ''}.`,
      hint: 'Rätta "datum". Är det fullmäktiges godkännande som är så sent: skriv dagen då den överlämnades.',
      span: rapportSpan('datum')
    })
  }
}
