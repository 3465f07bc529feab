import { bedömIndikator } from '../domain/bedomning.ts'
import type { Målstatus } from '../domain/maluppfyllelse.ts'
import { latin } from '../text/letters.ts'
import { DELTID, GRUPP, isNarrowed } from './about.ts'
import { describe } from './call.ts'
import type { Ämne } from './figures.ts'
import type { Rapportsubject, Textrule } from './rule.ts'
import { meningarIn, styckena } from './walk.ts'
import { wordsOf } from './words.ts'

const DATA = `indikatorer:
  - id: beläggning
    namn: Beläggning på patienthotellet
    synonymer: [beläggningen]
    enhet: procent
    serie:
      2021:
        målvärde: 85
        utfall: 48
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    riktning: lägre är bättre
    serie:
      2021:
        målvärde: max 4,5
        utfall: 4,2
`

export const rule: Textrule = {
  id: 'malet-naddes-som-det-star',
  severity: 'error',
  on: 'text',
  why: 'Står det att målet nåddes när utfallet inte når målvärdet säger texten emot tabellen, och det är texten som citeras.',
  good: [
    { data: DATA, text: 'Beläggningen nådde inte målet. Sjukfrånvaron klarar målet.' },
    {
      data: DATA,
      text: 'Beläggningen ska nå målet nästa år. Om beläggningen når målet är vi nöjda.'
    },
    { data: DATA, text: 'Sjukfrånvaron ligger under målet på 4,5 procent.' }
  ],
  bad: [
    {
      data: DATA,
      text: 'Beläggningen nådde målet på 85 procent.',
      väntat: [
        'text 3:1 Texten säger att målet nåddes, men Beläggning på patienthotellet, utfall 2021: 48 % når det inte (målvärde 85).'
      ]
    },
    {
      data: DATA,
      text: 'Målet för sjukfrånvaron är inte uppfyllt.',
      väntat: [
        'text 3:1 Texten säger att målet inte nåddes, men Sjukfrånvaro, utfall 2021: 4,2 % når det (målvärde max 4,5).'
      ]
    },
    {
      data: DATA,
      text: 'Beläggningen ligger över målet.',
      väntat: [
        'text 3:1 Texten säger över målet, men Beläggning på patienthotellet, utfall 2021: 48 % ligger under (målvärde 85).'
      ]
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || stycke.slag === 'rubrik' || stycke.cell) continue
      if (!/mål/iu.test(stycke.text)) continue
      for (const { start, end } of meningarIn(stycke)) {
        const text = stycke.text.slice(start, end)
        const sagt = saidOf(text)
        if (!sagt || DELTID.test(text) || GRUPP.test(text) || VILLKOR.test(text)) continue
        const ämne = onlySubject(text, subject)
        const fel = ämne && faultIn(sagt, ämne, subject)
        if (fel)
          report({
            text: fel,
            hint: 'Ändra orden, eller rätta utfallet eller målvärdet om det är de som är fel.',
            span: stycke.spanOf(start, end),
            ...(ämne.span ? { related: [{ text: 'I data', span: ämne.span }] } : {})
          })
      }
    }
  }
}

type Sagt = 'nått' | 'inte nått' | 'över' | 'under'

const NÅTT = latin(
  /(?<!\p{L})(?:nådde|når|nått|uppnådde|uppnår|uppnått|uppfyllde|uppfyller|uppfyllt|klarade|klarar|klarat)[\s\u00a0]+(?:(?:därmed|också|även|nu|åter)[\s\u00a0]+)?(?:målet|målvärdet|målnivån|sitt mål|årets mål)(?!\p{L})|(?<!\p{L})målet(?:[\s\u00a0]+\p{L}+){0,3}[\s\u00a0]+(?:är|blev|har|anses)[\s\u00a0]+(?:därmed[\s\u00a0]+)?(?:nått|nåtts|uppnått|uppnåtts|uppfyllt|uppfyllts|klarat|klarats)(?!\p{L})/iu
)
const INTE_NÅTT = latin(
  /(?<!\p{L})(?:når|nådde|nått|uppnår|uppnådde|uppfyller|uppfyllde|klarar|klarade)[\s\u00a0]+(?:dock[\s\u00a0]+)?(?:inte|ej)[\s\u00a0]+(?:målet|målvärdet|målnivån|sitt mål|årets mål)(?!\p{L})|(?<!\p{L})målet(?:[\s\u00a0]+\p{L}+){0,3}[\s\u00a0]+(?:är|blev|har)[\s\u00a0]+(?:därmed[\s\u00a0]+)?(?:inte|ej)[\s\u00a0]+(?:nått|nåtts|uppnått|uppnåtts|uppfyllt|uppfyllts|klarat|klarats)(?!\p{L})|(?<!\p{L})(?:inte|ej)[\s\u00a0]+(?:nått|nå|uppnått|uppfyllt|klarat)[\s\u00a0]+målet(?!\p{L})/iu
)
const LÄGE = latin(
  /(?<!\p{L})(?:(över|högre än|överstiger|översteg)|(under|lägre än|understiger|understeg))[\s\u00a0]+(?:målet|målvärdet|målnivån)(?!\p{L})/iu
)
const VILLKOR = latin(
  /(?<!\p{L})(?:om|ska|skulle|kan|kommer|bör|behöver|vill|väntas|bedöms|för att|när|delvis|nästan|nästa|prognos\p{L}*|helår(?:et|s\p{L}*)?|riskerar|hoppas)(?!\p{L})|\?/iu
)

function saidOf(text: string): Sagt | undefined {
  if (INTE_NÅTT.test(text)) return 'inte nått'
  if (latin(/(?<!\p{L})(?:inte|ej|varken|aldrig)(?!\p{L})/iu).test(text)) return undefined
  const läge = LÄGE.exec(text)
  if (läge) return läge[1] ? 'över' : 'under'
  return NÅTT.test(text) ? 'nått' : undefined
}

/** The one series with a target that the sentence names, whole. */
function onlySubject(text: string, { siffror, modell }: Rapportsubject): Ämne | undefined {
  const names = siffror.named(wordsOf(text))
  const [first] = names
  if (!first || names.some(({ ämne }) => ämne !== first.ämne)) return undefined
  const narrowed = isNarrowed(first, { text, start: 0 })
  return !narrowed && modell.serier.get(first.ämne.id)?.slag === 'indikator'
    ? first.ämne
    : undefined
}

function faultIn(
  sagt: Sagt,
  { siffror, serie }: Ämne,
  subject: Rapportsubject
): string | undefined {
  const { räknare, period, modell } = subject
  const utfall = siffror.find((s) => s.slag === 'nivå' && s.mått === 'utfall' && s.bakåt === 0)
  const mål = serie?.perioder.get(period.id)?.målvärde
  if (!serie || !utfall || !mål) return undefined
  const vad = describe(utfall, modell)
  const gräns = `(målvärde ${mål.text})`
  if (sagt === 'över' || sagt === 'under') {
    const limit = siffror.find((s) => s.slag === 'mål' && s.bakåt === 0)?.tal.värde
    if (!limit || limit.eq(utfall.tal.värde)) return undefined
    const över = utfall.tal.värde.gt(limit)
    return över === (sagt === 'över')
      ? undefined
      : `Texten säger ${sagt} målet, men ${vad} ligger ${över ? 'över' : 'under'} ${gräns}.`
  }
  const status: Målstatus = bedömIndikator(räknare, serie, period).gällande
  if (sagt === 'nått' && (status === 'ej uppfyllt' || status === 'delvis'))
    return `Texten säger att målet nåddes, men ${vad} når det inte ${gräns}.`
  if (sagt === 'inte nått' && status === 'uppfyllt')
    return `Texten säger att målet inte nåddes, men ${vad} når det ${gräns}.`
  return undefined
}
