import { formatLista } from '../text/swedish.ts'
import type { Datarule } from './rule.ts'

/** The four questions of 12 kap. 1 § kommunallagen, by the stem of the word they are answered with. */
const FRÅGOR: readonly (readonly [ordet: RegExp, fråga: string])[] = [
  [/ändamålsenlig/i, 'om verksamheten är ändamålsenlig'],
  [/tillfredsställande/i, 'om ekonomin är tillfredsställande'],
  [/rättvisande/i, 'om räkenskaperna är rättvisande'],
  [/tillräcklig/i, 'om den interna kontrollen är tillräcklig']
]

const område = (id: string, bäst: string, sämst: string) => `      - id: ${id}
        namn: ${id}
        skala:
          - ${bäst}
          - ${sämst}
`
const revision = (områden: string) => `revision:
  - id: granskning
    granskad: Nämnden
    period: 2021
    områden:
${områden}`

export const rule: Datarule = {
  id: 'revisionen-provar-lagens-fragor',
  severity: 'warning',
  on: 'data',
  why: 'Revisorerna ska pröva fyra frågor: ändamålsenlig verksamhet, tillfredsställande ekonomi, rättvisande räkenskaper och tillräcklig intern kontroll (12 kap. 1 § kommunallagen).',
  good: [
    {
      data: revision(
        område('verksamhet', 'ändamålsenligt', 'inte ändamålsenligt') +
          område('ekonomi', 'tillfredsställande', 'inte tillfredsställande') +
          område('räkenskaper', 'i allt väsentligt rättvisande', 'ej rättvisande') +
          område('kontroll', 'tillräcklig', 'inte tillräcklig')
      )
    }
  ],
  bad: [
    {
      data: revision(
        område('verksamhet', 'ändamålsenligt', 'inte ändamålsenligt') +
          område('kontroll', 'tillräcklig', 'inte tillräcklig')
      ),
      väntat: [
        'data 2:9 Revisionen prövar inte om ekonomin är tillfredsställande och om räkenskaperna är rättvisande.'
      ]
    }
  ],
  check({ modell }, report) {
    for (const { områden, span } of modell.revision) {
      const skalor = områden.flatMap(({ skala }) => skala)
      const saknas = FRÅGOR.filter(([ordet]) => !skalor.some((ord) => ordet.test(ord)))
      if (saknas.length === 0) continue
      report({
        text: `Revisionen prövar inte ${formatLista(saknas.map(([, fråga]) => fråga))}.`,
        hint: 'Lägg till ett område per fråga. Är något undantaget: tysta med en orsak.',
        span
      })
    }
  }
}
