import { latin } from '../text/letters.ts'
import { formatLista } from '../text/swedish.ts'
import { isDelårsrapport, isÅrsredovisning, STYRELSEN, wholeText } from './lagstadgad.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { trycker } from './uppfoljning.ts'

interface Del {
  readonly namn: string
  readonly finns: (subject: Rapportsubject, text: string) => boolean
}
const tabell = (id: string): Del => ({
  namn: `en ${id}`,
  finns: (subject) => trycker(subject, id)
})
const balanskrav: Del = {
  namn: 'en balanskravsutredning',
  finns: ({ avsnitt: alla }) =>
    alla.some(({ anrop }) => anrop.some((text) => latin(/^balanskrav(?!\p{L})/u).test(text)))
}
const avsnitt = (id: string, namn: string): Del => ({
  namn,
  finns: ({ avsnitt: alla }) => alla.some((a) => a.id === id)
})
const ord = (pattern: RegExp, namn: string): Del => ({
  namn,
  finns: (_, text) => pattern.test(text)
})

const GEMENSAMMA: readonly Del[] = [
  tabell('resultaträkning'),
  tabell('balansräkning'),
  tabell('driftredovisning'),
  tabell('investeringsredovisning'),
  avsnitt('noter', 'noter'),
  ord(/god ekonomisk hushållning/iu, 'en utvärdering av målen för god ekonomisk hushållning')
]
const ÅRETS: readonly Del[] = [...GEMENSAMMA, tabell('kassaflödesanalys'), balanskrav]
const DELÅRETS: readonly Del[] = [
  ...GEMENSAMMA,
  ord(/balanskrav/iu, 'en bedömning av årets balanskravsresultat')
]

const ALLT = '{{tabell "resultaträkning"}}'
const KONTO = `konton:
  - id: skatt
    namn: Skatteintäkter
    enhet: mnkr
    serie:
      2021:
        utfall: 10
uppställningar:
  - id: resultaträkning
    namn: Resultaträkning
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: skatt
`

export const rule: Rapportrule = {
  id: 'lagens-delar-finns',
  severity: 'advice',
  on: 'rapport',
  omSaknat: true,
  why: 'Årsredovisningen består av resultaträkning, balansräkning, kassaflödesanalys, noter, driftredovisning, investeringsredovisning och förvaltningsberättelse med balanskravsutredning (4 kap. 1 § och 11 kap. LKBR). Delårsrapporten har resultaträkning, balansräkning och en förenklad förvaltningsberättelse, där målen för god ekonomisk hushållning och balanskravsresultatet bedöms (13 kap. LKBR, RKR R17). Ett råd, eftersom lagens text om delarna inte har gått att läsa när regeln skrevs.',
  good: [
    { text: 'En årsrapport för en enhet följer andra krav.' },
    { rapport: 'dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: utkast\n' }
  ],
  bad: [
    {
      rapport: 'dokumenttyp: årsredovisning\nperiod: 2021\nstatus: utkast\n',
      data: KONTO,
      text: `${ALLT}\n\nMålen för god ekonomisk hushållning nås.`,
      väntat: [
        'rapport 3:3 Rapporten saknar en balansräkning, en driftredovisning, en investeringsredovisning, noter, en kassaflödesanalys och en balanskravsutredning.'
      ]
    },
    {
      rapport: 'dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: utkast\n',
      filer: STYRELSEN,
      väntat: [
        'rapport 3:3 Rapporten saknar en resultaträkning, en balansräkning, en driftredovisning, en investeringsredovisning, noter, en utvärdering av målen för god ekonomisk hushållning och en bedömning av årets balanskravsresultat.'
      ]
    }
  ],
  check(subject, report) {
    const delar = isÅrsredovisning(subject)
      ? ÅRETS
      : isDelårsrapport(subject)
        ? DELÅRETS
        : undefined
    if (!delar) return
    const text = wholeText(subject)
    const saknas = delar.filter(({ finns }) => !finns(subject, text))
    if (saknas.length === 0) return
    report({
      text: `Rapporten saknar ${formatLista(saknas.map(({ namn }) => namn))}.`,
      hint: 'Skriv ut tabellerna med {{tabell "…"}} och {{balanskrav}}, och bedömningarna i text.',
      span: subject.rapportSpan('dokumenttyp')
    })
  }
}
