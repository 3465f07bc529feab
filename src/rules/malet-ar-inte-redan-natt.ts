import { indikatorerna } from '../domain/bedomning.ts'
import { evaluateMålvärde } from '../domain/maluppfyllelse.ts'
import type { Periodpost, Serie } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { byggerPå, följerUpp, periodpost } from './uppfoljning.ts'

const PLAN = 'dokumenttyp: verksamhetsplan\nperiod: 2021\nstatus: utkast\n'
const INDIKATOR = (utfall: string, rader: string) => `indikatorer:
  - id: rörlighet
    namn: Extern personalrörlighet
    enhet: procent
    riktning: lägre är bättre
    serie:
      2019:
        utfall: ${utfall}
      2021:
        ingångsår: 2019
${rader}`

export const rule: Rapportrule = {
  id: 'malet-ar-inte-redan-natt',
  severity: 'advice',
  on: 'rapport',
  why: 'Ett mål som är nått redan när planen beslutas styr ingenting. Är avsikten att behålla nivån bör det stå. I en publicerad plan låg målet på 3,5 eller lägre när ingångsvärdet var 1,8.',
  good: [
    { rapport: PLAN, data: INDIKATOR('4,2', '        målvärde: 3,5 eller lägre\n') },
    {
      rapport: PLAN,
      data: INDIKATOR(
        '1,8',
        '        målvärde: 3,5 eller lägre\n        kommentar: Målet är att behålla den låga nivån.\n'
      )
    },
    { rapport: PLAN, data: INDIKATOR('1,8', '        målvärde: Årlig förbättring\n') }
  ],
  bad: [
    {
      rapport: PLAN,
      data: INDIKATOR('1,8', '        målvärde: 3,5 eller lägre\n'),
      väntat: [
        'data 11:19 Målet för "Extern personalrörlighet" är redan nått: ingångsvärdet är 1,8 %.'
      ]
    },
    {
      rapport: PLAN,
      data: `indikatorer:
  - id: miljöledning
    namn: Förvaltningar med miljöledning
    enhet: antal
    serie:
      2021:
        ingångsvärde: Två av samtliga sex
        målvärde: två av samtliga sex
`,
      väntat: [
        'data 8:19 Målet för "Förvaltningar med miljöledning" är detsamma som ingångsvärdet.'
      ]
    }
  ],
  check(subject, report) {
    if (följerUpp(subject) || !byggerPå(subject, 'indikatorer')) return
    for (const serie of indikatorerna(subject.modell)) {
      const post = periodpost(serie, subject.period)
      if (!post?.målvärde || post.kommentar !== undefined) continue
      const hur = reached(serie, post, subject)
      if (hur === undefined) continue
      report({
        text: `Målet för "${serie.namn}" är ${hur}.`,
        hint: 'Sätt ett mål som går att nå under perioden, eller skriv i "kommentar" att nivån ska behållas.',
        span: post.målvärde.span
      })
    }
  }
}

/** How the target is already met; undefined where it isn't, or where the start is no measure of it. */
function reached(
  serie: Serie,
  { målvärde, ingångsår, ingångsvärde }: Periodpost,
  { räknare, modell }: Rapportsubject
): string | undefined {
  if (!målvärde) return undefined
  if (ingångsvärde !== undefined)
    return isMeasured(målvärde.mål.slag) && same(ingångsvärde, målvärde.text)
      ? 'detsamma som ingångsvärdet'
      : undefined
  if (!ingångsår || !isMeasured(målvärde.mål.slag)) return undefined
  const { period } = ingångsår
  const utfall = räknare.serietal(serie, 'utfall', period)
  if (isFel(utfall) || utfall.värde === null) return undefined
  const { status } = evaluateMålvärde(målvärde.mål, {
    utfall: utfall.värde,
    enhet: serie.enhet,
    riktning: serie.riktning,
    period,
    delvisFrån: modell.styrmodell.delvisFrån
  })
  return status === 'uppfyllt'
    ? `redan nått: ingångsvärdet är ${withUnit(formatDecimal(utfall.värde, utfall.decimaler), utfall.enhet.symbol)}`
    : undefined
}

/** Not targets against what moves (the year before, the nation), nor words that a person must judge. */
const isMeasured = (slag: string): boolean =>
  ['gräns', 'intervall', 'antal av', 'samtliga', 'månader'].includes(slag)

const same = (a: string, b: string): boolean =>
  a.trim().toLowerCase().replace(/\.$/, '') === b.trim().toLowerCase().replace(/\.$/, '')
