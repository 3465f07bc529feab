import { indikatorerna } from '../domain/bedomning.ts'
import { gällandeMålvärde } from '../domain/helarsmal.ts'
import type { Serie } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import { indikator } from './exempel-indikator.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { byggerPå, följerIndikatorer, följerUpp, periodpost } from './uppfoljning.ts'

export const rule: Rapportrule = {
  id: 'indikator-har-malvarde',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'Ett utfall säger ingenting om målet förrän det finns ett målvärde att hålla det mot. Finns det inget ska det stå varför.',
  good: [
    { data: indikator(['målvärde: max 4,5', 'utfall: 6,0']) },
    {
      data: indikator([
        'målvärde:',
        '  saknas: Fastställs när årets mätning är gjord.',
        'utfall: 6,0'
      ])
    },
    { data: indikator(['utfall: 6,0', 'kommentar: Nytt mått i år, inget mål är beslutat.']) }
  ],
  bad: [
    {
      data: indikator(['utfall: 6,0']),
      väntat: ['data 6:7 Indikatorn "Sjukfrånvaro" har inget målvärde för 2021.']
    },
    {
      rapport: 'dokumenttyp: verksamhetsplan\nperiod: 2022\nstatus: utkast\n',
      data: indikator(['målvärde: max 4,5', 'utfall: 6,0']),
      väntat: ['data 2:9 Indikatorn "Sjukfrånvaro" har inget målvärde för 2022.']
    }
  ],
  check(subject, report) {
    if (följerUpp(subject) ? !följerIndikatorer(subject) : !byggerPå(subject, 'indikatorer')) return
    const { period, modell } = subject
    for (const serie of indikatorerna(modell)) {
      if (!lacksTarget(serie, subject)) continue
      report({
        text: `Indikatorn "${serie.namn}" har inget målvärde för ${period.id}.`,
        hint: 'Skriv målvärdet, eller varför det inte finns: målvärde: och på nästa rad saknas: skälet.',
        span: periodpost(serie, period)?.span ?? serie.span
      })
    }
  }
}

function lacksTarget(serie: Serie, subject: Rapportsubject): boolean {
  const { räknare, period, modell } = subject
  if (gällandeMålvärde(serie, period) !== undefined || modell.trasiga.has(serie.id)) return false
  const post = periodpost(serie, period)
  if ([post?.målvärdeSaknas, post?.kommentar, serie.kommentar].some((x) => x !== undefined))
    return false
  // Without outcome there is nothing to hold against a target; that is another rule's.
  const utfall = räknare.serietal(serie, 'utfall', period)
  return !följerUpp(subject) || (!isFel(utfall) && utfall.värde !== null)
}
