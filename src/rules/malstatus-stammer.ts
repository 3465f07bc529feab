import { bedömIndikator, type Målbedömning } from '../domain/bedomning.ts'
import type { Serie } from '../domain/modell.ts'
import { latin } from '../text/letters.ts'
import { indikator } from './exempel-indikator.ts'
import type { Textrule } from './rule.ts'
import { följerUpp } from './uppfoljning.ts'
import { styckena } from './walk.ts'
import { sentencesOf, wordsOf } from './words.ts'

const EJ = indikator(['målvärde: max 4,5', 'utfall: 6,0'])
const JA = indikator(['målvärde: max 4,5', 'utfall: 4,2'])

export const rule: Textrule = {
  id: 'malstatus-stammer',
  severity: 'error',
  on: 'text',
  why: 'Står det att målet är uppnått när utfallet är sämre än målvärdet har texten och tabellen var sin sanning. Har en person bedömt målet gäller den bedömningen.',
  good: [
    { data: EJ, text: 'Målet för sjukfrånvaron nåddes inte.' },
    { data: JA, text: 'Sjukfrånvaron minskade och målet är uppnått.' },
    { data: EJ, text: 'För att målet för sjukfrånvaron ska nås behövs fler åtgärder.' },
    {
      data: EJ,
      text: 'Målet för sjukfrånvaron väntas nås 2023. Målet nåddes 2019 för sjukfrånvaron.'
    }
  ],
  bad: [
    {
      data: EJ,
      text: 'Målet för sjukfrånvaron är uppnått.',
      väntat: [
        'text 3:1 Texten säger att målet nås, men "Sjukfrånvaro" är ej uppfyllt: utfallet 6 % är högre än målet högst 4,5 %.'
      ]
    },
    {
      data: JA,
      text: 'Sjukfrånvaron når inte målet.',
      väntat: [
        'text 3:1 Texten säger att målet inte nås, men "Sjukfrånvaro" är uppfyllt: utfallet 4,2 % når målet högst 4,5 %.'
      ]
    }
  ],
  check(subject, report) {
    if (!följerUpp(subject)) return
    const { räknare, period, siffror } = subject
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || stycke.slag !== 'stycke' || !/mål/iu.test(stycke.text)) continue
      for (const { start, end } of sentencesOf(stycke.text)) {
        const text = stycke.text.slice(start, end)
        const sagt = saidOf(text)
        if (!sagt) continue
        const serier = new Set(siffror.named(wordsOf(text)).map(({ ämne }) => ämne.serie))
        const [serie] = serier
        // Two names, or a name that is several data's: which of them the word is about isn't known.
        if (!serie || serier.size > 1 || serie.slag !== 'indikator') continue
        const bedömning = bedömIndikator(räknare, serie, period)
        if (!contradicts(sagt, bedömning)) continue
        report({
          text: `Texten säger att målet ${sagt === 'nås' ? 'nås' : 'inte nås'}, men "${serie.namn}" är ${bedömning.gällande}: ${reasonOf(bedömning)}.`,
          hint: 'Ändra meningen, eller rätta utfallet eller målvärdet i data.',
          span: stycke.spanOf(start, end),
          related: placesIn(serie, period.id)
        })
      }
    }
  }
}

const NÅS = latin(
  /(?:målet|målvärdet|målnivån)(?:\s+(?:för|om|på|på|i|med|att)\s+[\p{L}\s-]{2,60}?)?\s+(?:(?:är|blev|har)\s+)?(inte\s+|ej\s+|delvis\s+)?(?:uppnå\w*|uppfyll\p{L}*|nått|nåtts|nåddes|nås|klarades|klarats)(?:\s+(inte|ej|delvis))?(?!\p{L})|(?<!\p{L})(?:når|nådde|uppnår|uppnådde|uppfyller|uppfyllde|klarar|klarade)\s+(inte\s+|ej\s+|delvis\s+)?(?:målet|målvärdet|målnivån)(?!\p{L})/iu
)
/** What makes it a wish, a condition or another time. */
const OSÄKERT = latin(
  /(?<!\p{L})(?:ska|skall|bör|måste|kan|kunde|kunna|väntas|beräknas|bedöms|prognos\p{L}*|om|när|innan|förrän|så att|för att|trots|nästan|nära|delvis|helt|knappt|tidigare|förra|föregående|året före|de flesta|samtliga|alla|flera|några|ett av|en av|delår\p{L}*|helår\p{L}*|målet att|mest)(?!\p{L})|(?<!\d)(?:19|20)\d{2}(?!\d)/iu
)

/** Whether a sentence says flatly that the target is or isn't met. */
function saidOf(text: string): 'nås' | 'nås inte' | undefined {
  const match = NÅS.exec(text)
  if (!match || OSÄKERT.test(text)) return undefined
  const word = (match[1] ?? match[2] ?? match[3] ?? '').trim().toLowerCase()
  if (word === 'delvis') return undefined
  return word === '' ? 'nås' : 'nås inte'
}

/** Partly is neither; an assessment by a person stands before what was computed. */
function contradicts(sagt: 'nås' | 'nås inte', { gällande, egen }: Målbedömning): boolean {
  if (egen) return false
  return sagt === 'nås' ? gällande === 'ej uppfyllt' : gällande === 'uppfyllt'
}

const reasonOf = ({ förklaring }: Målbedömning): string =>
  förklaring.charAt(0).toLowerCase() + (förklaring.split(';')[0] ?? '').slice(1)

function placesIn(serie: Serie, period: string) {
  const span = serie.perioder.get(period)?.värden.get('utfall')?.span
  return span ? [{ text: 'I data', span }] : []
}
