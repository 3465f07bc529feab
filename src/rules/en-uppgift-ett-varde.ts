import { compareGivet } from '../domain/berakning.ts'
import { convert } from '../domain/mattenhet.ts'
import type { Datum, Modell, Serie } from '../domain/modell.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import type { Datarule } from './rule.ts'
import { wordsOf } from './words.ts'

const data = (namn: string, värde: string, enhet = 'mnkr') => `konton:
  - id: omsättning
    namn: Extern omsättning
    enhet: mnkr
    serie:
      2021:
        utfall: 1 023,2
  - id: intäkter
    namn: ${namn}
    enhet: ${enhet}
    serie:
      2021:
        utfall: ${värde}
`

const INDIKATOR = (id: string) => `indikatorer:
  - id: ${id}
    namn: Förvaltningar med miljöledning
    enhet: antal
    serie:
      2021:
        målvärde: Två av samtliga sex
`

export const rule: Datarule = {
  id: 'en-uppgift-ett-varde',
  severity: 'error',
  on: 'data',
  why: 'Samma uppgift på två ställen får förr eller senare två värden, och då vet ingen vilket som är rätt. Namn och synonymer säger vad som är samma uppgift.',
  good: [
    { data: data('Externa omsättningen', '1 023 200', 'tkr') },
    { data: data('Intern omsättning', '788,0') }
  ],
  bad: [
    {
      data: data('Extern omsättning', '1 152,7'),
      väntat: [
        'data 13:17 Extern omsättning 2021 är 1 152,7 mnkr här men 1 023,2 mnkr på ett annat ställe.'
      ]
    },
    {
      data: INDIKATOR('ledning-1') + INDIKATOR('ledning-2').replace('indikatorer:\n', ''),
      väntat: ['råd data 8:9 Förvaltningar med miljöledning står två gånger med samma mål.']
    },
    {
      data: data('Intäkter\n    synonymer: [extern omsättning]', '1 152,7'),
      väntat: ['data 14:17 Intäkter 2021 är 1 152,7 mnkr här men 1 023,2 mnkr på ett annat ställe.']
    }
  ],
  check({ modell }, report) {
    const byName = new Map<string, Serie[]>()
    for (const serie of modell.serier.values()) {
      const told = new Set<Datum>()
      for (const name of namesOf(serie)) {
        for (const other of byName.get(name) ?? [])
          if (!areRowsApart(serie, other, modell))
            for (const { datum, mot, period } of contradictions(serie, other)) {
              if (told.has(datum)) continue
              told.add(datum)
              const print = (d: Datum, s: Serie) =>
                withUnit(d.värde ? formatDecimal(d.värde, d.decimaler) : '', s.enhet.symbol)
              report({
                text: `${serie.namn} ${period} är ${print(datum, serie)} här men ${print(mot, other)} på ett annat ställe.`,
                hint: 'Ta bort den ena och hämta värdet där det står, eller ge dem namn som skiljer dem åt.',
                span: datum.span,
                related: [{ text: other.namn, span: mot.span }]
              })
            }
        const twin = (byName.get(name) ?? []).find((other) => isTwice(serie, other))
        if (twin && told.size === 0)
          report({
            text: `${serie.namn} står två gånger med samma mål.`,
            hint: 'Ta bort den ena, eller skriv omfattning: båda i den som är kvar om den gäller på två ställen.',
            span: serie.span,
            severity: 'advice',
            related: [{ text: twin.namn, span: twin.span }]
          })
        byName.set(name, [...(byName.get(name) ?? []), serie])
      }
    }
  }
}

/** Rows of two tables may have one name, "Övriga kostnader": they are parts of different things. */
function areRowsApart(a: Serie, b: Serie, { uppställningar }: Modell): boolean {
  const tables = (serie: Serie) =>
    [...uppställningar.values()].filter(({ rader }) =>
      rader.some((rad) => rad.slag === 'konto' && rad.id === serie.id)
    )
  const [x, y] = [tables(a), tables(b)]
  return x.length > 0 && y.length > 0 && !x.some((tabell) => y.includes(tabell))
}

/** Whole names without inflection; a series' own once. */
const namesOf = (serie: Serie): Set<string> =>
  new Set(
    [serie.namn, ...serie.synonymer].map((namn) =>
      wordsOf(namn)
        .map(({ stam }) => stam)
        .join(' ')
    )
  )

/** The same indicator with the same targets, written out once more. */
function isTwice(a: Serie, b: Serie): boolean {
  if (a.slag !== 'indikator' || b.slag !== 'indikator') return false
  const targets = ({ perioder }: Serie) =>
    [...perioder.values()].map(({ period, målvärde }) => `${period.id} ${målvärde?.text ?? ''}`)
  const [x, y] = [targets(a), targets(b)]
  return (
    x.length > 0 &&
    x.join() === y.join() &&
    x.some((text) => / ./.test(text)) &&
    [...contradictions(a, b)].length === 0
  )
}

function* contradictions(a: Serie, b: Serie) {
  if (a.omfattning !== b.omfattning || a.mål !== b.mål) return
  for (const [id, post] of a.perioder) {
    const datum = post.värden.get('utfall')
    const mot = b.perioder.get(id)?.värden.get('utfall')
    if (!datum || datum.värde === null || !mot || mot.värde === null) continue
    const value = convert(mot.värde, b.enhet, a.enhet)
    const back = value && convert(datum.värde, a.enhet, b.enhet)
    // The coarser of the two may be the other rounded.
    const coarse = (given: Datum, other: typeof value) =>
      given.värde !== null &&
      other !== undefined &&
      compareGivet({ värde: given.värde, decimaler: given.decimaler }, other, 0) !== 'fel'
    if (!value || coarse(datum, value) || coarse(mot, back)) continue
    yield { datum, mot, period: id }
  }
}
