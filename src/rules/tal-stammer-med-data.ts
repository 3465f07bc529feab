import { callFor, describe, placesOf, typed } from './call.ts'
import { claimsOf } from './claims.ts'
import { sizeIn } from './fit.ts'
import type { Textrule } from './rule.ts'

const SJUK = `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 5,71
      2021:
        målvärde: max 4,5
        utfall: 4,77
`
const RESULTAT = `konton:
  - id: städ
    namn: Städ
    enhet: mnkr
    serie:
      2020:
        utfall: 28,3
        budget: 20,0
      2021:
        utfall: 24,7
        budget: 20,0
uppställningar:
  - id: resultat
    namn: Resultat per verksamhetsområde
    enhet: mnkr
    kolumner:
      - mått: utfall
      - mått: budget
      - mått: avvikelse
    rader:
      - konto: städ
      - summa: Summa
`

export const rule: Textrule = {
  id: 'tal-stammer-med-data',
  severity: 'error',
  on: 'text',
  why: 'Står 28,1 i texten och 28,3 i tabellen vet läsaren inte vad som gäller. Ett tal i en mening som nämner en uppgift vid namn ska vara uppgiftens. Avrundning räknas inte som fel: "ca 25 mnkr" är 24,7. Kan avrundningen av delarna förklara skillnaden är det ett råd.',
  good: [
    {
      data: SJUK,
      text: 'Sjukfrånvaron minskade från 5,71 till 4,77 procent och målet är 4,5 procent.'
    },
    {
      data: SJUK,
      text: 'Sjukfrånvaron var knappt 5 procent. För kvinnor var sjukfrånvaron 5,2 procent.'
    },
    { data: RESULTAT, text: 'Resultatet blev ca 25 mnkr, mot 28,3 mnkr året före.' },
    { data: RESULTAT, text: 'Resultatet är det viktigaste. En ombyggnad kostade 28,1 mnkr.' }
  ],
  bad: [
    {
      data: SJUK,
      text: 'Sjukfrånvaron blev 4,87 procent.',
      väntat: [
        'text 3:20 Texten säger 4,87 procent, men data säger Sjukfrånvaro, utfall 2021: 4,77 %.'
      ]
    },
    {
      data: RESULTAT,
      text: 'Resultatet föregående år var 28,1 mnkr.',
      väntat: [
        'text 3:30 Texten säger 28,1 mnkr, men data säger Resultat per verksamhetsområde, utfall 2020: 28,3 mnkr.'
      ]
    },
    {
      data: RESULTAT,
      text: '| Område | Utfall |\n|---|---|\n| Städ | 27,4 mnkr |',
      väntat: ['text 5:10 Texten säger 27,4 mnkr, men data säger Städ, utfall 2021: 24,7 mnkr.']
    },
    {
      data: RESULTAT,
      text: 'Resultatet blev 24,7 tkr.',
      väntat: [
        'text 3:17 Texten säger 24,7 tkr, men data säger Resultat per verksamhetsområde, utfall 2021: 24,7 mnkr.'
      ]
    },
    {
      data: SJUK,
      text: 'Under 2021 var sjukfrånvaron 5,71 procent.',
      väntat: [
        'text 3:30 Texten säger 5,71 procent, men data säger Sjukfrånvaro, utfall 2021: 4,77 %.'
      ]
    }
  ],
  check(subject, report) {
    for (const claim of claimsOf(subject)) {
      const { utslag, siffror, tal, stycke } = claim
      const best = siffror[0]
      if (!best || (utslag !== 'motsäger' && utslag !== 'avrundning')) continue
      const size = sizeIn(best, tal.enhet)
      const scale =
        size && !size.eq(tal.värde.abs()) && best.tal.värde.abs().eq(tal.värde.abs())
          ? ` Talet stämmer om enheten är ${best.tal.enhet.symbol}.`
          : ''
      const vad = `${typed(claim)}${utslag === 'avrundning' ? '; skillnaden ryms i avrundningen' : ''}`
      report({
        text:
          utslag === 'avrundning'
            ? `Texten säger ${vad.replace(/;.*/, '')}, men data ger ${describe(best, subject.modell)}; skillnaden ryms i avrundningen.`
            : `Texten säger ${vad}, men data säger ${describe(best, subject.modell)}.`,
        hint: `Skriv ${callFor(claim, best)} i stället för talet.${scale}`,
        span: stycke.spanOf(tal.start, tal.slut),
        related: placesOf(best).map((span) => ({ text: 'I data', span })),
        ...(utslag === 'avrundning' ? { severity: 'advice' as const } : {})
      })
    }
  }
}
