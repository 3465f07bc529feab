import { parsePeriod, type Period } from '../domain/period.ts'
import type { Rapportsubject } from './rule.ts'

/** The yearly account that the law asks of a kommun or region (4–12 kap. LKBR). */
export const isÅrsredovisning = ({ mall }: Rapportsubject): boolean =>
  /^årsredovisning/iu.test(mall.dokumenttyp)

/** An interim report of the whole body, not a board's own. */
export const isHelaDelårsrapport = (subject: Rapportsubject): boolean =>
  /^delårs/iu.test(subject.mall.dokumenttyp) && isWhole(subject)

/** The one a year that the law asks for (13 kap. LKBR); a shorter one beside it is of one's own choice. */
export const isDelårsrapport = (subject: Rapportsubject): boolean =>
  isHelaDelårsrapport(subject) && (isLawful(subject.period) || !hasLawful(subject))

/** At least half and at most two thirds of the year. */
export const isLawful = ({ tillMånad }: Period): boolean => tillMånad >= 6 && tillMånad <= 8

/** Whether the unit has figures of a lawful period of the same year, for another report. */
export function hasLawful({ modell, period: { år } }: Rapportsubject): boolean {
  return [...modell.serier.values()].some(({ perioder }) =>
    [...perioder.keys()].some((id) => {
      const period = parsePeriod(id)
      return period !== undefined && period.år === år && period.slag !== 'månad' && isLawful(period)
    })
  )
}

/** Whether the unit speaks for the whole body: it is its board, or keeps its accounts. */
function isWhole({ modell }: Rapportsubject): boolean {
  const { enhet, organisation, uppställningar } = modell
  const överst = organisation.enheter.some(({ id }) => id === enhet.id)
  return (
    (överst && enhet.slag === 'styrelse') ||
    /^(?:kommun|region|landstings|förbunds)(?:s)?styrelse/iu.test(enhet.namn) ||
    uppställningar.has('balansräkning')
  )
}

/** All that the report says in words and tables, for what must be somewhere in it. */
export function wholeText({ avsnitt, tabeller }: Rapportsubject): string {
  return [
    ...avsnitt.flatMap(({ stycken }) => stycken.map(({ text }) => text)),
    ...tabeller.flatMap(({ kolumner, rader }) => [
      kolumner.join(' '),
      ...rader.map((rad) => rad.join(' '))
    ])
  ].join('\n')
}

/** The board's interim report in examples, with the figures it keeps. */
export const STYRELSEN: Readonly<Record<string, string>> = {
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Regionstyrelsen
      slag: styrelse
`
}
