import { bedömIndikator, bedömMål, indikatorerna, type BedömtMål } from '../domain/bedomning.ts'
import type { Bedömning } from '../domain/sammanvagning.ts'
import { latin } from '../text/letters.ts'
import { indikator } from './exempel-indikator.ts'
import type { Rapportrule } from './rule.ts'
import { periodpost } from './uppfoljning.ts'
import { wordsOf } from './words.ts'

const BEDÖMD = (motivering: string) =>
  indikator([
    'målvärde: max 4,5',
    'utfall: 6,0',
    'bedömning:',
    '  status: uppfyllt',
    `  motivering: ${motivering}`
  ])

export const rule: Rapportrule = {
  id: 'bedomning-har-skal',
  severity: 'warning',
  on: 'rapport',
  why: 'En person får bedöma ett mål annorlunda än vad siffrorna ger, men då är det skälet som läsaren behöver. "Se ovan" eller "Målet är uppnått" är inget skäl.',
  good: [
    {
      data: BEDÖMD('Månadsvärdena har legat under målet sedan maj, och uppgången hör till januari.')
    },
    {
      data: indikator([
        'målvärde: max 4,5',
        'utfall: 4,0',
        'bedömning:',
        '  status: uppfyllt',
        '  motivering: Målet är uppnått.'
      ])
    }
  ],
  bad: [
    {
      data: BEDÖMD('Se ovan'),
      väntat: [
        'data 10:11 "Sjukfrånvaro" bedöms som uppfyllt fast siffrorna ger ej uppfyllt, och motiveringen säger inte varför.'
      ]
    },
    {
      data: BEDÖMD('Målet är uppnått.'),
      väntat: [
        'data 10:11 "Sjukfrånvaro" bedöms som uppfyllt fast siffrorna ger ej uppfyllt, och motiveringen säger inte varför.'
      ]
    }
  ],
  check({ modell, räknare, period }, report) {
    const tell = (namn: string, b: Bedömning, span: BedömtMål['mål']['span']): void => {
      if (!b.egen || !b.beräknad || !b.skiljer || saysWhy(b.egen.motivering ?? '')) return
      report({
        text: `"${namn}" bedöms som ${b.egen.status} fast siffrorna ger ${b.beräknad.status}, och motiveringen säger inte varför.`,
        hint: 'Skriv skälet i "motivering": vad siffrorna inte visar.',
        span
      })
    }
    for (const serie of indikatorerna(modell)) {
      const span = periodpost(serie, period)?.bedömning?.span
      if (span) tell(serie.namn, bedömIndikator(räknare, serie, period), span)
    }
    const visit = ({ mål, bedömning, undermål }: BedömtMål): void => {
      tell(mål.namn, bedömning, mål.bedömningar.get(period.id)?.span ?? mål.span)
      undermål.forEach(visit)
    }
    for (const mål of modell.mål) visit(bedömMål(räknare, mål, period))
  }
}

const UTAN_INNEHÅLL = latin(
  /^(?:se|enligt) (?:ovan|nedan|text|rapport|kommentar)|^(?:målet|indikatorn|bedömningen?) (?:är|bedöms|har)(?: (?:delvis|ej|inte|som))? (?:uppnå|uppfyll|nå)\p{L}*\.?$/iu
)

/** Whether there are more than a few words, and not only the assessment once more. */
function saysWhy(motivering: string): boolean {
  return wordsOf(motivering).length >= 3 && !UTAN_INNEHÅLL.test(motivering.trim())
}
