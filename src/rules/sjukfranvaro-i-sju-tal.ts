import { latin } from '../text/letters.ts'
import { formatLista } from '../text/swedish.ts'
import { isÅrsredovisning, wholeText } from './lagstadgad.ts'
import type { Rapportrule } from './rule.ts'

const RAPPORT = 'dokumenttyp: årsredovisning\nperiod: 2021\nstatus: utkast\n'

/** The groups, by the words that they are shown with. */
const TALEN: readonly (readonly [RegExp, string])[] = [
  [/60 dagar|långtid/iu, 'andelen som varar 60 dagar eller mer'],
  [/kvinnor/iu, 'kvinnor'],
  [latin(/(?<!\p{L})män/iu), 'män'],
  [/29 år|under 30|yngre/iu, '29 år eller yngre'],
  [/30[–-]49/iu, '30–49 år'],
  [/50 år|över 50|äldre/iu, '50 år eller äldre']
]

export const rule: Rapportrule = {
  id: 'sjukfranvaro-i-sju-tal',
  severity: 'advice',
  on: 'rapport',
  omSaknat: true,
  why: 'Kommuner och regioner redovisar sjukfrånvaron i sju tal: totalt, andelen som varar 60 dagar eller mer, kvinnor, män och tre åldersgrupper (SKR:s anvisning till lagen 1997:614). Grupper med högst tio anställda utelämnas. Ett råd, eftersom motsvarande paragraf i LKBR inte har gått att läsa när regeln skrevs.',
  good: [
    {
      rapport: RAPPORT,
      text: 'Sjukfrånvaron var 6 procent: kvinnor 7, män 4, 29 år eller yngre 6, 30–49 år 5 och 50 år eller äldre 7 procent. Av den varade 40 procent 60 dagar eller mer.'
    },
    { text: 'Sjukfrånvaron var 6 procent.' }
  ],
  bad: [
    {
      rapport: RAPPORT,
      text: 'Sjukfrånvaron var 6 procent, 7 för kvinnor och 4 för män.',
      väntat: [
        'rapport 3:3 Sjukfrånvaron redovisas inte för andelen som varar 60 dagar eller mer, 29 år eller yngre, 30–49 år och 50 år eller äldre.'
      ]
    }
  ],
  check(subject, report) {
    if (!isÅrsredovisning(subject)) return
    const text = wholeText(subject)
    const om = text
      .split('\n')
      .filter((line) => latin(/sjuk|kvinnor|(?<!\p{L})män|\d år|60 dagar/iu).test(line))
      .join('\n')
    const saknas = /sjukfrånvaro/iu.test(text)
      ? TALEN.filter(([pattern]) => !pattern.test(om)).map(([, namn]) => namn)
      : ['totalt', ...TALEN.map(([, namn]) => namn)]
    if (saknas.length === 0) return
    report({
      text: `Sjukfrånvaron redovisas inte för ${formatLista(saknas)}.`,
      hint: 'Lägg till talen i avsnittet om personal, eller skriv varför en grupp utelämnas.',
      span: subject.rapportSpan('dokumenttyp')
    })
  }
}
