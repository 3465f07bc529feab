import type { Kolumn, Uppställning } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import { formatLista } from '../text/swedish.ts'
import { isDelårsrapport, STYRELSEN } from './lagstadgad.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { tryckta } from './uppfoljning.ts'

const DELÅR = 'dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: utkast\n'
const RÄKNING = (kolumner: string) => `konton:
  - id: skatt
    namn: Skatteintäkter
    enhet: mnkr
    serie:
      2020-T2:
        utfall: 9
      2021-T2:
        utfall: 10
        prognos: 15
      2021:
        budget: 14
uppställningar:
  - id: resultaträkning
    namn: Resultaträkning
    enhet: mnkr
    kolumner:
      - mått: utfall
${kolumner}    rader:
      - konto: skatt
`
const TEXT = '{{tabell "resultaträkning"}}'

export const rule: Rapportrule = {
  id: 'delarets-jamforelser',
  severity: 'advice',
  on: 'rapport',
  omSaknat: true,
  why: 'Delårsrapportens resultaträkning visar utfallet bredvid samma period föregående år, årets budget och prognosen för året (RKR R17). Utan dem går det inte att se vart året är på väg. Ett råd, eftersom rekommendationens text om kolumnerna inte har gått att läsa när regeln skrevs.',
  good: [
    {
      rapport: DELÅR,
      filer: STYRELSEN,
      data: RÄKNING(
        '      - mått: utfall\n        period: föregående år\n      - mått: budget\n        period: helår\n      - mått: prognos\n'
      ),
      text: TEXT
    },
    { rapport: DELÅR, data: RÄKNING(''), text: TEXT }
  ],
  bad: [
    {
      rapport: DELÅR,
      filer: STYRELSEN,
      data: RÄKNING('      - mått: prognos\n'),
      text: TEXT,
      väntat: [
        'data 14:9 Resultaträkningen saknar kolumn för samma period föregående år och årets budget.'
      ]
    }
  ],
  check(subject, report) {
    if (!isDelårsrapport(subject)) return
    const tabell = tryckta(subject).find(({ id }) => id === 'resultaträkning')
    if (!tabell) return
    const saknas = lacking(tabell, subject)
    if (saknas.length === 0) return
    report({
      text: `Resultaträkningen saknar kolumn för ${formatLista(saknas)}.`,
      hint: 'Lägg till kolumnerna i uppställningen: mått: utfall med period: föregående år, mått: budget med period: helår, mått: prognos.',
      span: tabell.span
    })
  }
}

function lacking({ kolumner }: Uppställning, { räknare, period }: Rapportsubject): string[] {
  const shows = (måtten: readonly string[], test: (år: number, helår: boolean) => boolean) =>
    kolumner.some((kolumn: Kolumn) => {
      if (kolumn.slag !== 'mått' || !måtten.includes(kolumn.mått)) return false
      const vid = räknare.period(kolumn.period, period)
      return !isFel(vid) && test(vid.år, vid.tillMånad === 12)
    })
  return [
    ...(shows(['utfall'], (år, helår) => år === period.år - 1 && !helår)
      ? []
      : ['samma period föregående år']),
    ...(shows(['budget'], (år, helår) => år === period.år && helår) ||
    shows(['årsbudget'], () => true)
      ? []
      : ['årets budget']),
    ...(shows(['prognos'], (år) => år === period.år) ? [] : ['prognosen för året'])
  ]
}
