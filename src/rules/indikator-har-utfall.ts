import { bedömIndikator, indikatorerna } from '../domain/bedomning.ts'
import { gällandeMålvärde } from '../domain/helarsmal.ts'
import type { Serie } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import { indikator } from './exempel-indikator.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { följerIndikatorer, kommerSenare, periodpost } from './uppfoljning.ts'

export const rule: Rapportrule = {
  id: 'indikator-har-utfall',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'En indikator utan utfall säger inte hur det gick. Mäts den inte i perioden ska läsaren få veta varför; annars ser det ut som att uppgiften har fallit bort.',
  good: [
    { data: indikator(['målvärde: max 4,5', 'utfall: 6,0']) },
    { data: indikator(['målvärde: max 4,5', 'utfall:', '  saknas: Enkäten görs vartannat år.']) },
    { data: indikator(['målvärde: Mäts vart tredje år, se 2023']) }
  ],
  bad: [
    {
      data: indikator(['målvärde: max 4,5']),
      väntat: ['data 6:7 Indikatorn "Sjukfrånvaro" har inget utfall för 2021.']
    }
  ],
  check(subject, report) {
    if (!följerIndikatorer(subject)) return
    const { period, modell } = subject
    for (const serie of indikatorerna(modell)) {
      if (!lacksOutcome(serie, subject)) continue
      report({
        text: `Indikatorn "${serie.namn}" har inget utfall för ${period.id}.`,
        hint: 'Skriv utfallet, eller varför det inte finns: utfall: och på nästa rad saknas: skälet.',
        span: periodpost(serie, period)?.span ?? serie.span
      })
    }
  }
}

function lacksOutcome(serie: Serie, { räknare, period }: Rapportsubject): boolean {
  const utfall = räknare.serietal(serie, 'utfall', period)
  if (!isFel(utfall)) return utfall.värde === null && utfall.saknas === undefined
  // Other faults than a value that isn't there are told where they arise.
  if (utfall.fel !== 'inget värde') return false
  if (kommerSenare(serie.perioder.keys(), period) || onlyYearly(serie, period.tillMånad))
    return false
  const post = periodpost(serie, period)
  if (post?.kommentar !== undefined || post?.uppdelning !== undefined) return false
  const bedömning = bedömIndikator(räknare, serie, period)
  if (bedömning.egen) return false
  const mål = gällandeMålvärde(serie, period)
  // A target that is tried otherwise, by months or every third year, needs no outcome of the period.
  return mål === undefined || bedömning.saknas !== undefined || bedömning.gällande === 'ej bedömt'
}

/** Followed up with the year alone, as the indicator itself says. */
function onlyYearly({ uppföljning }: Serie, tillMånad: number): boolean {
  return (
    tillMånad < 12 &&
    uppföljning !== undefined &&
    !/delår|tertial|kvartal|månad|löpande/iu.test(uppföljning)
  )
}
