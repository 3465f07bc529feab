import { decimal, type Decimal } from '../domain/decimal.ts'
import { convert } from '../domain/mattenhet.ts'
import type { Rad, Serie, Uppställning } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import { latin } from '../text/letters.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import { omNamn, omSerie, omTabell } from './omnamnt.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { följerUpp, periodpost, tryckta } from './uppfoljning.ts'

const TABELL = (kommentar = '', utfall = '-134,9') => `konton:
  - id: resor
    namn: Sjukresor
    enhet: mnkr
    serie:
      2021:
        utfall: ${utfall}
        budget: -119,5
${kommentar}uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    kolumner:
      - mått: utfall
      - mått: budget
      - mått: avvikelse
    rader:
      - konto: resor
`
const TEXT = '{{tabell "resultat"}}'

export const rule: Rapportrule = {
  id: 'avvikelse-har-kommentar',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'En stor avvikelse mot budget som ingen förklarar väcker den fråga som rapporten skulle svara på. Gränsen sätts i styrmodell.yaml (avvikelsegräns: procent, belopp); utan egen gräns gäller 10 procent av radens budget och minst en hundradel av tabellens största.',
  good: [
    { data: TABELL('        kommentar: Priset höjdes i mars.\n'), text: TEXT },
    {
      data: TABELL(),
      text: `Sjukresorna kostade mer än budget, för att priset höjdes i mars.\n\n${TEXT}`
    },
    { data: TABELL('', '-125,0'), text: TEXT },
    {
      data: TABELL(),
      text: TEXT,
      filer: {
        'data/region/styrmodell.yaml':
          'styrmodell:\n  nivåer: [mål]\n  avvikelsegräns:\n    procent: 5\n    belopp: 20 mnkr\n'
      }
    }
  ],
  bad: [
    {
      data: TABELL(),
      text: TEXT,
      väntat: ['data 7:17 Sjukresor avviker −15,4 mnkr från budget utan att det förklaras.']
    },
    {
      data: TABELL('', '-125,0'),
      text: TEXT,
      filer: {
        'data/region/styrmodell.yaml':
          'styrmodell:\n  nivåer: [mål]\n  avvikelsegräns:\n    belopp: 5 000 tkr\n'
      },
      väntat: ['data 7:17 Sjukresor avviker −5,5 mnkr från budget utan att det förklaras.']
    }
  ],
  check(subject, report) {
    if (!följerUpp(subject)) return
    const told = new Set<string>()
    for (const tabell of tryckta(subject)) {
      const mått = shown(tabell)
      if (!mått) continue
      const över = limitOf(tabell, mått, subject)
      for (const rad of tabell.rader) {
        if (rad.slag !== 'konto' || told.has(rad.id)) continue
        const tal = subject.räknare.celltal(tabell, rad, mått.avvikelse, subject.period)
        if (isFel(tal) || !tal.värde || !över(rad, tal.värde)) continue
        const serie = rad.från ? undefined : subject.modell.serier.get(rad.id)
        const namn = rad.namn ?? serie?.namn ?? rad.id
        if (isExplained([namn, tabell.namn], serie, subject)) continue
        // Another unit's row has its reasons in that unit's report; here the table's own are enough.
        if (rad.från && omTabell(subject, tabell.id).some(({ text }) => OM_PENGAR.test(text)))
          continue
        told.add(rad.id)
        const belopp = withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol)
        report({
          text: `${namn} avviker ${belopp} från ${mått.från} utan att det förklaras.`,
          hint: 'Skriv orsaken i texten, eller i "kommentar" under perioden i data.',
          span: placeOf(serie, rad, subject)
        })
      }
    }
  }
}

interface Visat {
  readonly avvikelse: 'avvikelse' | 'prognosavvikelse'
  readonly budget: string
  readonly från: string
}

/** The deviation that a table shows, in so many words or as outcome beside budget. */
function shown({ kolumner }: Uppställning): Visat | undefined {
  const måtten = new Set(
    kolumner.flatMap((k) => (k.slag === 'mått' && k.period === undefined ? [k.mått] : []))
  )
  if (måtten.has('avvikelse') || (måtten.has('utfall') && måtten.has('budget')))
    return { avvikelse: 'avvikelse', budget: 'budget', från: 'budget' }
  if (måtten.has('prognosavvikelse'))
    return { avvikelse: 'prognosavvikelse', budget: 'årsbudget', från: 'årets budget i prognosen' }
  return undefined
}

const VANLIG = { andel: decimal('0.1'), väsentligt: decimal('0.01') }

/** Whether a row's deviation is above the limit that the model sets, or else the usual one. */
function limitOf(
  tabell: Uppställning,
  { budget: mått }: Visat,
  { modell, räknare, period }: Rapportsubject
): (rad: Rad, avvikelse: Decimal) => boolean {
  const budgetOf = (rad: Rad): Decimal | null => {
    const tal = räknare.celltal(tabell, rad, mått, period)
    return isFel(tal) ? null : tal.värde && tal.värde.abs()
  }
  const största = tabell.rader
    .flatMap((rad) => (rad.slag === 'konto' ? (budgetOf(rad) ?? []) : []))
    .reduce((a, b) => (b.gt(a) ? b : a), decimal(0))
  const egen = modell.styrmodell.avvikelsegräns
  const andel = egen ? egen.andel : VANLIG.andel
  const belopp = egen
    ? egen.belopp && convert(egen.belopp.värde, egen.belopp.enhet, tabell.enhet)
    : största.times(VANLIG.väsentligt)
  return (rad, avvikelse) => {
    const size = avvikelse.abs()
    const budget = budgetOf(rad)
    return (
      !size.eq(0) &&
      (andel === undefined || budget === null || size.gte(budget.times(andel))) &&
      (belopp === undefined || size.gte(belopp))
    )
  }
}

/** Words that a sentence about money has, so that a mere mention doesn't count as a reason. */
const OM_PENGAR = latin(
  /budget|avvik|skott|högre|lägre|dyr|billig|\p{L}*ök(?:a|n)|minsk|prognos|kostn|kostade|intäkt|pris|bespar|mer än|mindre än|bättre|sämre/iu
)

/** By a comment in data, or by a paragraph about the row or about the table as a whole. */
function isExplained(
  namnen: readonly string[],
  serie: Serie | undefined,
  subject: Rapportsubject
): boolean {
  const post = serie && periodpost(serie, subject.period)
  if (serie?.kommentar !== undefined || post?.kommentar !== undefined) return true
  if ([...(post?.värden.values() ?? [])].some(({ kommentar }) => kommentar !== undefined))
    return true
  const stycken = [
    ...(serie ? omSerie(subject, serie) : []),
    ...namnen.flatMap((namn) => omNamn(subject, namn))
  ]
  return stycken.some(({ text }) => OM_PENGAR.test(text))
}

function placeOf(serie: Serie | undefined, rad: Rad, { period }: Rapportsubject) {
  const post = serie && periodpost(serie, period)
  return post?.värden.get('utfall')?.span ?? post?.span ?? rad.span
}
