import type { Organisationsenhet } from '../domain/organisation.ts'
import { latin } from '../text/letters.ts'
import type { Rapportsubject, Textrule } from './rule.ts'
import { change, ordenIn, styckena } from './walk.ts'
import { wordsOf, type Ord } from './words.ts'

const ENHETER = (namn: string) => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: ${namn}
`
})
const NÄMND = 'Nämnden för digitalisering, it och medicinsk service'

export const rule: Textrule = {
  id: 'organ-skrivs-lika',
  severity: 'warning',
  on: 'text',
  why: 'Ett organ har ett namn. Skrivs det i två ordföljder eller med en bokstav fel ser det ut som två organ, och det går inte att söka efter. Namnen tas från organisation.yaml: enheterna och listan "benämningar".',
  good: [
    {
      filer: ENHETER(NÄMND),
      text: 'Nämnden för digitalisering, it och medicinsk service har beslutat.'
    },
    {
      filer: ENHETER('Landstingsservice'),
      text: 'Landstingsservices ekonomi och service från landstinget.'
    },
    { filer: ENHETER('Landstingsservice'), text: 'Data ligger i `data/landstingservice`.' },
    { filer: ENHETER('Division Regionstöd'), text: 'Regionstöd är den division som ger stöd.' }
  ],
  bad: [
    {
      filer: ENHETER(NÄMND),
      text: 'Nämnden för medicinsk service, digitalisering och it har beslutat.',
      väntat: [
        'text 3:1 "Nämnden för medicinsk service, digitalisering och it" heter "Nämnden för digitalisering, it och medicinsk service".'
      ]
    },
    {
      filer: ENHETER('Landstingsservice'),
      text: 'Ansvaret ligger på landstingservice.',
      väntat: ['text 3:20 "landstingservice" heter "Landstingsservice".']
    },
    {
      text: 'Nämnden för kultur, fritid och ungdom beslutar. Beslutet i nämnden för ungdom, kultur och fritid gäller.',
      väntat: [
        'text 3:60 "nämnden för ungdom, kultur och fritid" heter "Nämnden för kultur, fritid och ungdom" på annat ställe.'
      ]
    }
  ],
  check(subject, report) {
    const namnen = declared(subject)
    const långa = namnen.filter(({ ord }) => ord.length >= 3)
    const egna = new Map<string, string>()
    for (const { text } of namnen)
      for (const { text: word } of wordsOf(text))
        if (word.length >= 10) egna.set(word.toLowerCase(), word)
    // Most words stand in a report many times over: each is compared with the names once.
    const slips = new Map<string, string | undefined>()
    const nearest = (word: string): string | undefined => {
      if (!slips.has(word)) slips.set(word, [...egna].find(([namn]) => isSlip(word, namn))?.[1])
      return slips.get(word)
    }
    const phrases = new Map<string, string>()
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat) continue
      const words = ordenIn(stycke)
      for (const { text, ord, nyckel, stammar } of långa)
        for (let i = 0; i + ord.length <= words.length; i++) {
          if (!stammar.has(words[i]?.stam ?? '')) continue
          const window = words.slice(i, i + ord.length)
          const a = window[0] as Ord
          const z = window.at(-1) as Ord
          if (sortedKey(window) !== nyckel || sameOrder(window, ord)) continue
          // Words of two sentences aren't a name.
          const said = stycke.text.slice(a.start, z.end)
          if (/[.!?:;]/.test(said)) continue
          report({
            text: `"${said}" heter "${text}".`,
            hint: 'Skriv namnet som i organisation.yaml.',
            span: stycke.spanOf(a.start, z.end),
            ...change(stycke, a.start, z.end, text)
          })
        }
      for (const word of words) {
        // A folder's name in code is no slip.
        if (word.text.length < 9 || stycke.slagAt(word.start) === 'kod') continue
        const near = nearest(word.text.toLowerCase())
        if (near === undefined) continue
        report({
          text: `"${word.text}" heter "${near}".`,
          hint: 'Rätta stavningen.',
          span: stycke.spanOf(word.start, word.end)
        })
      }
      // Names that nobody declared, against each other.
      for (const match of stycke.text.matchAll(FRAS)) {
        const said = match[0]
        const fras = wordsOf(said)
        if (fras.length < 4 || långa.some(({ nyckel }) => nyckel === sortedKey(fras))) continue
        const key = sortedKey(fras)
        const first = phrases.get(key)
        if (first === undefined) phrases.set(key, said)
        else if (!sameOrder(fras, wordsOf(first)))
          report({
            text: `"${said}" heter "${first}" på annat ställe.`,
            hint: 'Skriv namnet lika överallt. Lägg det under "benämningar" i organisation.yaml.',
            span: stycke.spanOf(match.index, match.index + said.length)
          })
      }
    }
  }
}

/** "nämnden för a, b och c": a list that ends with its "och". */
const FRAS = latin(
  /(?<!\p{L})(?:nämnden|styrelsen|utskottet|förvaltningen|beredningen) för (?:\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?, ){0,4}\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)? och \p{L}[\p{L}-]*/giu
)

function declared({ modell }: Rapportsubject): {
  text: string
  ord: Ord[]
  nyckel: string
  stammar: ReadonlySet<string>
}[] {
  const { organisation } = modell
  const units = (enheter: readonly Organisationsenhet[]): string[] =>
    enheter.flatMap((enhet) => [enhet.namn, ...enhet.värdar, ...units(enhet.enheter)])
  return [
    organisation.namn,
    ...units(organisation.enheter),
    ...(organisation.benämningar ?? [])
  ].map((text) => {
    const ord = wordsOf(text)
    return { text, ord, nyckel: sortedKey(ord), stammar: new Set(ord.map(({ stam }) => stam)) }
  })
}

const sortedKey = (ord: readonly Ord[]): string =>
  ord
    .map(({ stam }) => stam)
    .toSorted()
    .join(' ')
const sameOrder = (a: readonly Ord[], b: readonly Ord[]): boolean =>
  a.every(({ stam }, i) => stam === b[i]?.stam)

/** One letter too few, too many or other, in the middle: an ending is inflection, a beginning another word. */
function isSlip(word: string, namn: string): boolean {
  const body = word.replace(/(?:n|s|ns|ens)$/u, '')
  for (const candidate of new Set([word, body])) {
    if (candidate === namn || Math.abs(candidate.length - namn.length) > 1) continue
    let i = 0
    while (i < candidate.length && candidate[i] === namn[i]) i++
    let j = 0
    while (
      j < candidate.length - i &&
      j < namn.length - i &&
      candidate.at(-1 - j) === namn.at(-1 - j)
    )
      j++
    const rest = Math.max(candidate.length, namn.length) - i - j
    if (rest === 1 && i >= 4 && j >= 3) return true
  }
  return false
}
