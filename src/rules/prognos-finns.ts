import type { Rapportrule } from './rule.ts'

const DELÅR = 'dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: utkast\n'
const KONTO = `konton:
  - id: personal
    namn: Personal
    enhet: mnkr
    serie:
      2021-T2:
        utfall: -10,5
        prognos: -16,0
`

export const rule: Rapportrule = {
  id: 'prognos-finns',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'En delårsrapport eller månadsrapport läses för att veta hur året slutar. Utan prognos för helåret går det inte att avgöra om något behöver göras (RKR R17 för kommun och region).',
  good: [
    { rapport: DELÅR, data: KONTO, text: 'Prognosen är {{tal "personal.prognos"}}.' },
    {
      rapport: 'dokumenttyp: årsrapport\nperiod: 2021\nstatus: utkast\n',
      data: KONTO,
      text: 'Kostnaden var hög.'
    }
  ],
  bad: [
    {
      rapport: DELÅR,
      data: KONTO,
      text: 'Kostnaden var {{tal "personal"}}.',
      väntat: ['rapport 4:3 Rapporten för 2021-T2 har ingen prognos för helåret.']
    }
  ],
  check({ mall, period, bok, rapportSpan }, report) {
    if (period.tillMånad === 12 || !/delår|månad|tertial|kvartal/iu.test(mall.dokumenttyp)) return
    const finns = bok.some(
      ({ tal, plats }) => PROGNOS.test(tal.namn) || PROGNOS.test(plats.kolumn ?? '')
    )
    if (finns) return
    report({
      text: `Rapporten för ${period.id} har ingen prognos för helåret.`,
      hint: 'Lägg "prognos" under perioden i data, och en kolumn "mått: prognos" i en tabell som rapporten visar.',
      span: rapportSpan('period')
    })
  }
}

const PROGNOS = /prognos|framskrivning/iu
