import { ZERO } from '../domain/decimal.ts'
import { latin } from '../text/letters.ts'
import { lowerFirst } from '../text/swedish.ts'
import type { Grid, Gridrad } from './grid.ts'
import { judgeRuta, slackOf } from './grid-fit.ts'
import { printRuta } from './grid-print.ts'
import { gridsOf } from './grids.ts'
import type { Fynd, Textrule } from './rule.ts'

export const rule: Textrule = {
  id: 'posterna-forklarar-resultatet',
  severity: 'advice',
  on: 'text',
  why: 'Är resultatet −44 och de poster som visas ger −15 är det största inte visat. Läsaren ska se vad som är kvar, som en egen rad.',
  good: [
    {
      text: '| Mot budget, mnkr | Delår |\n|---|--:|\n| Resultat | −15 |\n| Intäkter | −27 |\n| Personal | 50 |\n| Övriga kostnader | −38 |'
    },
    {
      text: '| Nyckeltal | 2021 |\n|---|--:|\n| Resultat, mnkr | 24,7 |\n| Personalomsättning, % | 8,0 |\n| Anställda | 820 |'
    }
  ],
  bad: [
    {
      text: '| Mot budget, mnkr | Delår |\n|---|--:|\n| Resultat | −44 |\n| Intäkter | −27 |\n| Övriga bidrag | 2 |\n| Personal | 50 |\n| Övriga kostnader | −40 |',
      väntat: [
        'text 5:14 Resultat, delår är −44 men posterna under ger −15: −29 är inte förklarat.'
      ]
    }
  ],
  check(subject, report) {
    for (const { grid, vänd } of gridsOf(subject))
      if (!vänd) for (const fynd of unexplained(grid)) report(fynd)
  }
}

const POST =
  /intäkt|kostnad|bidrag|personal|material|kapital|tjänster|avskrivning|lokaler|hyror|läkemedel|köp|skatt|finansiell/iu

/** A result that heads its table, with items below that don't give it. */
export function unexplained({ rader, kolumner }: Grid): Fynd[] {
  const own = rader.filter(({ slag }) => slag !== 'rubrik' && slag !== 'varav')
  const [resultat, ...poster] = own
  if (!resultat || !latin(/^(?:\p{L}+s )?resultat(?:et)?$/iu).test(resultat.rubrik)) return []
  if (poster.length < 2 || !poster.every(isItem)) return []
  return kolumner.flatMap((kolumn): Fynd[] => {
    const ruta = resultat.rutor.get(kolumn.nr)
    const delar = poster.flatMap(({ rutor }) => rutor.get(kolumn.nr) ?? [])
    if (!ruta?.skriven || delar.length < 2 || kolumn.enhet === 'procent') return []
    const summa = delar.reduce((total, { värde }) => total.plus(värde), ZERO)
    if (judgeRuta(ruta, summa, slackOf(delar, kolumn)) !== 'fel') return []
    return [
      {
        text: `${resultat.rubrik}, ${lowerFirst(kolumn.rubrik)} är ${printRuta(ruta)} men posterna under ger ${printRuta(ruta, summa)}: ${printRuta(ruta, ruta.värde.minus(summa))} är inte förklarat.`,
        hint: 'Lägg till en rad för det som är kvar, eller rätta den post som är fel.',
        span: ruta.span
      }
    ]
  })
}

const isItem = ({ rubrik, slag }: Gridrad): boolean => slag === 'post' && POST.test(rubrik)
