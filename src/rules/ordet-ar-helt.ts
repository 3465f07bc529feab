import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { change, hits, styckena } from './walk.ts'

const DELAT = latin(/(?<![\p{L}\d-])(\p{L}{2,})[-\u00ad](\p{Ll}{2,})(?![\p{L}\d-])/gu)

export const rule: Textrule = {
  id: 'ordet-ar-helt',
  severity: 'advice',
  on: 'text',
  why: 'Ett bindestreck mitt i ett ord är ofta en avstavning som följt med från ett annat dokument: "riksgenom-snittet".',
  good: [
    { text: 'Hälso- och sjukvård, e-handel, IT-stöd och regionstyrelsen.' },
    { text: 'Riksgenomsnittet är 79, och snittet 80.' }
  ],
  bad: [
    {
      text: 'Högre än riksgenom-snittet. Även riksgenomsnittet stiger.',
      väntat: ['text 3:10 "riksgenom-snittet" skrivs "riksgenomsnittet" på annat ställe.']
    },
    {
      text: 'Nämnden följer utveck-lingen noga.',
      väntat: ['text 3:16 "utveck-lingen" ser ut att vara ett avstavat ord.']
    }
  ],
  check(subject, report) {
    const found = [...styckena(subject)].flatMap(({ stycke }) =>
      [...hits(stycke, DELAT)].map((hit) => ({ stycke, ...hit }))
    )
    if (found.length === 0) return
    const ord = new Set<string>()
    for (const { stycke } of styckena(subject))
      for (const word of stycke.text.toLowerCase().match(latin(/\p{L}{6,}/gu)) ?? []) ord.add(word)
    for (const { stycke, match, span } of found) {
      const [whole, a = '', b = ''] = match
      const helt = a + b
      const elsewhere = ord.has(helt.toLowerCase())
      if (!elsewhere && !ENSAM_ÄNDELSE.test(b)) continue
      if (/^\p{Lu}+$/u.test(a)) continue
      report({
        text: elsewhere
          ? `"${whole}" skrivs "${helt}" på annat ställe.`
          : `"${whole}" ser ut att vara ett avstavat ord.`,
        hint: `Skriv "${helt}".`,
        span,
        ...(elsewhere ? change(stycke, match.index, match.index + whole.length, helt) : {})
      })
    }
  }
}

/** Ends of words that are no words themselves. */
const ENSAM_ÄNDELSE =
  /^(?:ling|lingen|lingar|ning|ningen|ningar|ningarna|ningens|ring|ringen|ringar|ande|ende|heten|heter|het|telse|elsen|sion|sionen|tion|tionen|tioner|digt|liga|ligt|lighet|ligheten|rande|rade|nader|naden|naderna|tering|teringen|sering|seringen)$/iu
