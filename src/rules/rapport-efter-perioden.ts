import { lastDay } from '../domain/period.ts'
import { formatDatum } from '../text/swedish.ts'
import type { Rapportrule } from './rule.ts'
import { följerUpp } from './uppfoljning.ts'

const RAPPORT = (typ: string, datum: string) => `dokumenttyp: ${typ}
period: 2021
status: klar
ansvarig: Divisionschefen
datum: ${datum}
`

export const rule: Rapportrule = {
  id: 'rapport-efter-perioden',
  severity: 'warning',
  on: 'rapport',
  why: 'En rapport som är daterad innan perioden är slut kan inte redovisa perioden. Oftast är det förra rapportens datum som står kvar.',
  good: [
    { rapport: RAPPORT('årsrapport', '2022-02-14') },
    { rapport: RAPPORT('internkontrollplan', '2020-12-14') }
  ],
  bad: [
    {
      rapport: RAPPORT('årsrapport', '2021-02-14'),
      väntat: [
        'rapport 7:3 Rapporten är daterad den 14 februari 2021, men perioden slutar den 31 december 2021.'
      ]
    }
  ],
  check(subject, report) {
    const { rapport, rapportSpan, period } = subject
    const slut = lastDay(period)
    if (!följerUpp(subject) || rapport.datum === undefined || rapport.datum > slut) return
    report({
      text: `Rapporten är daterad den ${formatDatum(rapport.datum) ?? ''}, men perioden slutar den ${formatDatum(slut) ?? ''}.`,
      hint: 'Rätta "datum" eller "period".',
      span: rapportSpan('datum')
    })
  }
}
