import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { hits, styckena } from './walk.ts'

const NUMMER = latin(
  /(?<!\p{L})(tabell|diagram|figur|avsnitt|kapitel|bilaga)[ \u00a0](\d{1,2}(?:\.\d{1,2})*|[A-F](?:\d{1,2}|(?:\.\d{1,2})+)?)(?![\p{L}\d:])/giu
)
const PLATS = latin(
  /(?<!\p{L})(?:i slutet av (?:rapporten|dokumentet)|längre fram i (?:rapporten|dokumentet)|på nästa sida|se föregående sida|på sid(?:an|\.)?\s?\d+|tabellen (?:nedan|ovan) på)(?!\p{L})/giu
)

export const rule: Textrule = {
  id: 'hanvisning-med-se',
  severity: 'advice',
  on: 'text',
  why: 'En hänvisning skriven för hand ("tabell 3", "i slutet av rapporten") följer inte med när något flyttas, och går inte att klicka på. Den kan också ha följt med från ett annat dokument.',
  good: [
    { text: 'Se {{se "inledning"}}.\n', filer: {} },
    { text: 'Lagen säger i 2 kap. 3 § något. I slutet av året kom bilaga till beslutet.' },
    { text: '> Revisorerna hänvisar till bilaga 2.' }
  ],
  bad: [
    {
      text: 'Resultatet finns i tabell 3.',
      väntat: ['text 3:20 Hänvisningen "tabell 3" är skriven för hand.']
    },
    {
      text: 'Resultatet finns i tabell A2.',
      väntat: ['text 3:20 Hänvisningen "tabell A2" är skriven för hand.']
    },
    {
      text: 'Rekommendationerna finns i slutet av rapporten.',
      väntat: ['text 3:26 Hänvisningen "i slutet av rapporten" är skriven för hand.']
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat) continue
      for (const pattern of [NUMMER, PLATS])
        for (const { match, span } of hits(stycke, pattern)) {
          // Another document's table: "tabell 3 i årsredovisningen".
          const after = stycke.text.slice(match.index + match[0].length)
          if (latin(/^[ \u00a0](?:i|till|av)[ \u00a0]\p{L}/u).test(after)) continue
          report({
            text: `Hänvisningen "${match[0]}" är skriven för hand.`,
            hint: 'Skriv {{se "…"}} med id på tabellen, diagrammet eller avsnittet.',
            span
          })
        }
    }
  }
}
