import { ZERO, decimal } from './decimal.ts'
import { mönster, readRelation } from './malvarde-monster.ts'
import type { Målform } from './malvarde-typ.ts'

/** Targets that hold the outcome against another outcome, the nation or the budget. */
export const jämförelseformer: readonly Målform[] = [
  {
    namn: 'årlig förbättring',
    exempel: 'Årlig förbättring',
    förklaring: 'Bättre än samma period föregående år, åt det håll indikatorn räknar som bättre.',
    mönster: mönster(
      '(?:(?:ska|skall|bör) )?(?:årliga? )?(?:förbättring(?:ar)?|förbättras)(?: (?:varje år|årligen))?|ständiga? förbättring(?:ar)?'
    ),
    bygg: () => ({ slag: 'jämfört', med: { slag: 'föregående' }, relation: 'bättre' })
  },
  {
    namn: 'ökning eller minskning',
    exempel: 'Minskning',
    förklaring: 'Lägre än samma period föregående år; "ökning" betyder högre.',
    mönster: mönster(
      '(?:(?:ska|skall|bör) )?(?:årlig )?(?:(?<upp>ökning|ökad|ökat|ökade|ökar|öka|ökande)|(?:minskning|minskad|minskat|minskade|minskar|minska|minskande))'
    ),
    bygg: ({ upp }) => ({
      slag: 'jämfört',
      med: { slag: 'föregående' },
      relation: upp === undefined ? '<' : '>'
    })
  },
  {
    namn: 'bibehålla',
    exempel: 'Bibehålla',
    förklaring: 'Minst lika bra som samma period föregående år.',
    mönster: mönster(
      '(?:lägst |minst )?(?:bibehålla|bibehålls|bibehållen|bibehållet|behålla|oförändrad|oförändrat)(?: (?:nivån?|resultat(?:et)?|värde(?:t)?))?|(?:ingen|inte) försämring|(?:ej|inte) försämras'
    ),
    bygg: () => ({ slag: 'jämfört', med: { slag: 'föregående' }, relation: 'minst lika bra' })
  },
  {
    namn: 'som föregående år',
    exempel: 'Högre än föregående år',
    förklaring: 'Jämförs med samma period föregående år.',
    mönster: mönster('{relation}{föregående}{eller}'),
    bygg: ({ relation, eller }) => ({
      slag: 'jämfört',
      med: { slag: 'föregående' },
      relation: readRelation(relation, eller)
    })
  },
  {
    namn: 'som ett visst år',
    exempel: 'Som 2015 eller högre',
    förklaring: 'Jämförs med utfallet det året. "Som 2015" för sig betyder minst lika bra.',
    mönster: mönster('{relation}(?:{årgrund}|{år2}){eller}'),
    bygg: ({ relation, eller, år, års, år2 }) => {
      const found = readRelation(relation, eller)
      // "minst 2015" and a lone "2015" are numbers; a bare year needs a word that can't be a limit.
      const likeness =
        relation !== undefined && /som|nivå|behåll|oförändrad|förbättring/u.test(relation)
      if (år2 !== undefined && !likeness) return undefined
      if (relation === undefined && eller === undefined) return undefined
      return { slag: 'jämfört', med: { slag: 'år', år: Number(år ?? års ?? år2) }, relation: found }
    }
  },
  {
    namn: 'riket',
    exempel: 'Lika eller högre än riksgenomsnittet',
    förklaring: 'Jämförs med rikets värde samma period.',
    mönster: mönster('{relation}(?:{riket}){eller}'),
    bygg: ({ relation, eller }) => ({
      slag: 'jämfört',
      med: { slag: 'riket' },
      relation: readRelation(relation, eller)
    })
  },
  {
    namn: 'budget',
    exempel: 'Lika eller lägre än budget',
    exempelenhet: 'mnkr',
    förklaring: 'Jämförs med budgeten för samma period.',
    mönster: mönster('{relation}(?:{budget}){eller}'),
    bygg: ({ relation, eller }) =>
      relation === undefined && eller === undefined
        ? undefined
        : { slag: 'jämfört', med: { slag: 'budget' }, relation: readRelation(relation, eller) }
  },
  {
    namn: 'avvikelse',
    exempel: 'Ingen eller positiv avvikelse',
    exempelenhet: 'mnkr',
    förklaring:
      'Utfallet är avvikelsen mot budget och ska vara noll eller mer; "ingen avvikelse" är exakt noll.',
    mönster: mönster(
      '(?:(?:ingen|noll) (?<pos>eller positiv )?|(?<pos2>(?:positiv eller ingen|ingen negativ|positiv) ))(?:budget)?avvikelse(?: mot budget(?:en)?)?|(?<balans>budget|ekonomi) i balans'
    ),
    bygg: ({ pos, pos2, balans }) => ({
      slag: 'avvikelse',
      jämförelse: (pos ?? pos2 ?? balans) ? '≥' : '='
    })
  },
  {
    namn: 'intäkter som kostnader',
    exempel: 'Intäkter lika stora som kostnader',
    exempelenhet: 'mnkr',
    förklaring: 'Resultatet är noll, eller kostnadstäckningen 100 procent.',
    mönster: mönster(
      'intäkter(?:na)? (?:är |ska vara )?(?:lika stora som|lika med|=) kostnader(?:na)?|nollresultat'
    ),
    bygg: (_, { enhet }) => {
      const värde = enhet.id === 'procent' ? decimal(100) : enhet.id === 'kvot' ? decimal(1) : ZERO
      return { slag: 'balans', värde }
    }
  }
]
