import { formatLista } from '../text/swedish.ts'
import type { Rapportrule } from './rule.ts'

const RAPPORT = (rader: string) => `dokumenttyp: årsrapport
period: 2021
status: beslutad
${rader}`

export const rule: Rapportrule = {
  id: 'rapport-har-uppgifter',
  severity: 'warning',
  on: 'rapport',
  why: 'En beslutad handling ska gå att hitta och hänföra: datum, diarienummer och den som ansvarar för den. Ett svar på en revisionsrapport har publicerats utan både datum och diarienummer.',
  good: [
    {
      rapport: RAPPORT('datum: 2022-02-14\ndiarienummer: RS 2022/14\nansvarig: Divisionschefen\n')
    },
    { rapport: 'dokumenttyp: årsrapport\nperiod: 2021\nstatus: utkast\n' }
  ],
  bad: [
    {
      rapport: RAPPORT('ansvarig: Divisionschefen\n'),
      väntat: ['rapport 5:3 Rapporten är beslutad, men saknar datum och diarienummer.']
    },
    {
      rapport: 'dokumenttyp: årsrapport\nperiod: 2021\nstatus: granskad\n',
      väntat: ['rapport 5:3 Rapporten är granskad, men saknar ansvarig.']
    }
  ],
  check({ rapport, rapportSpan, modell }, report) {
    const { status, datum, diarienummer, ansvarig, ansvariga } = rapport
    if (status !== 'beslutad' && status !== 'granskad') return
    // Registers and numbers are an authority's.
    if (modell.organisation.slag === 'annan') return
    // Date and number come at the latest with the decision.
    const beslutad = status === 'beslutad'
    const saknas = [
      ...(beslutad && datum === undefined ? ['datum'] : []),
      ...(beslutad && diarienummer === undefined ? ['diarienummer'] : []),
      ...((ansvarig ?? ansvariga) === undefined ? ['ansvarig'] : [])
    ]
    if (saknas.length === 0) return
    report({
      text: `Rapporten är ${status}, men saknar ${formatLista(saknas)}.`,
      hint: `Skriv ${formatLista(saknas.map((nyckel) => `"${nyckel}"`))} i rapport.yaml.`,
      span: rapportSpan('status')
    })
  }
}
