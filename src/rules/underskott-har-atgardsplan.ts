import { formatDecimal, withUnit } from '../text/swedish.ts'
import { wholeText } from './lagstadgad.ts'
import type { Rapportrule } from './rule.ts'

const DATA = (resultat: string) => `konton:
  - id: resultatet
    namn: Årets resultat
    enhet: mnkr
    serie:
      2021:
        utfall: ${resultat}
  - id: skatt
    namn: Skatt och bidrag
    enhet: mnkr
    serie:
      2021:
        utfall: 1 000
  - id: kapital
    namn: Eget kapital
    enhet: mnkr
    serie:
      2021:
        utfall: 400
balanskrav:
  - id: utredning
    resultat: resultatet.utfall
    skatt och bidrag: skatt.utfall
    eget kapital: kapital.utfall
`

export const rule: Rapportrule = {
  id: 'underskott-har-atgardsplan',
  severity: 'warning',
  on: 'rapport',
  why: 'Är balanskravsresultatet negativt ska underskottet regleras inom tre år, och fullmäktige ska anta en plan för hur (11 kap. 12 § kommunallagen), om det inte finns synnerliga skäl (13 §). Rapporten ska säga vilket, och till vilket år.',
  good: [
    { data: DATA('20'), text: '{{balanskrav}}' },
    {
      data: DATA('-20'),
      text: '{{balanskrav}}\n\nEnligt åtgärdsplanen ska underskottet vara återställt 2024.'
    },
    {
      data: DATA('-20'),
      text: '{{balanskrav}}\n\nFullmäktige åberopar synnerliga skäl: realisationsförlusten är tillfällig.'
    }
  ],
  bad: [
    {
      data: DATA('-20'),
      text: '{{balanskrav}}',
      väntat: [
        'data 21:9 Balanskravsresultatet är −20 mnkr, men rapporten har ingen åtgärdsplan för att återställa det.'
      ]
    },
    {
      data: DATA('-20'),
      text: '{{balanskrav}}\n\nEn åtgärdsplan ska tas fram.',
      väntat: [
        'data 21:9 Balanskravsresultatet är −20 mnkr, men rapporten säger inte vilket år det ska vara återställt.'
      ]
    }
  ],
  check(subject, report) {
    const { bok, modell, period } = subject
    const tal = bok
      .map((post) => post.tal)
      .find(
        ({ namn, period: vid }) => namn === 'Balanskravsresultat' && vid.startsWith(`${period.år}`)
      )
    if (!tal?.värde?.lt(0) || !modell.balanskrav) return
    const text = wholeText(subject)
    if (/synnerliga skäl/iu.test(text)) return
    const plan = /åtgärdsplan|handlingsplan|plan för (?:att )?återställ/iu.test(text)
    if (plan && restoredIn(text, period.år)) return
    const början = `Balanskravsresultatet är ${withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol)}`
    report({
      text: plan
        ? `${början}, men rapporten säger inte vilket år det ska vara återställt.`
        : `${början}, men rapporten har ingen åtgärdsplan för att återställa det.`,
      hint: 'Skriv vad planen innehåller och till vilket år underskottet är återställt, eller vilka synnerliga skäl som åberopas.',
      span: modell.balanskrav.span
    })
  }
}

/** Whether a sentence about making up for it names one of the three years after. */
function restoredIn(text: string, år: number): boolean {
  const later = [1, 2, 3].map((n) => String(år + n)).join('|')
  return new RegExp(
    `(?:återställ|åtgärdsplan|handlingsplan|reglera)[^.]{0,120}(?:${later})|(?:${later})[^.]{0,120}(?:återställ|reglera)`,
    'iu'
  ).test(text)
}
