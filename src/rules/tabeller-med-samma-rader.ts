import type { Uppställning } from '../domain/modell.ts'
import type { Datarule } from './rule.ts'

const konto = (id: string) => `  - id: ${id.toLowerCase()}
    namn: ${id}
    enhet: tkr
    serie:
      2021:
        utfall: -${100 + id.length}
`
const KONTON = ['Intäkter', 'Personal', 'Material', 'Sjukresor', 'Övrigt', 'Räntor']
const tabell = (id: string, rader: readonly string[]) => `  - id: ${id.toLowerCase()}
    namn: ${id}
    enhet: tkr
    kolumner:
      - mått: utfall
    rader:
${rader.map((rad) => `      - konto: ${rad.toLowerCase()}\n`).join('')}      - summa: Summa
`
const data = (...andra: string[]) =>
  `konton:\n${KONTON.map(konto).join('')}uppställningar:\n${tabell('Kostnadsutveckling', KONTON.slice(1))}${tabell('Nettokostnad', andra)}`

export const rule: Datarule = {
  id: 'tabeller-med-samma-rader',
  severity: 'advice',
  on: 'data',
  why: 'Två tabeller med samma rader läses som två sidor av samma sak. Saknar den ena en rad blir dess summa en annan, och ingen ser varför.',
  good: [{ data: data(...KONTON) }, { data: data('Intäkter', 'Personal', 'Material') }],
  bad: [
    {
      data: data('Intäkter', 'Personal', 'Material', 'Sjukresor', 'Övrigt'),
      väntat: [
        'data 51:9 Tabellen Nettokostnad har alla rader ur Kostnadsutveckling utom Räntor, så summorna går inte att jämföra.'
      ]
    }
  ],
  check({ modell }, report) {
    const tables = [...modell.uppställningar.values()]
    for (const stor of tables)
      for (const annan of tables) {
        const saknad = missingRow(stor, annan)
        const namn = saknad === undefined ? undefined : (modell.serier.get(saknad)?.namn ?? saknad)
        // Costs alone beside costs and income are two tables on purpose.
        if (namn === undefined || /intäkt|bidrag|skatt|anslag/iu.test(namn)) continue
        if (annan.not?.toLowerCase().includes(namn.toLowerCase())) continue
        report({
          text: `Tabellen ${annan.namn} har alla rader ur ${stor.namn} utom ${namn}, så summorna går inte att jämföra.`,
          hint: 'Lägg till raden, eller säg i tabellens not varför den inte är med.',
          span: annan.span,
          related: [{ text: stor.namn, span: stor.span }]
        })
      }
  }
}

const rowsOf = ({ rader }: Uppställning): string[] =>
  rader.flatMap((rad) => (rad.slag === 'konto' && !rad.från ? [rad.id] : []))

/** The one row of a table that another with all its other rows leaves out, and that has a total of its own. */
function missingRow(stor: Uppställning, annan: Uppställning): string | undefined {
  if (stor === annan || !annan.rader.some(({ slag }) => slag === 'summa')) return undefined
  const [a, b] = [rowsOf(stor), new Set(rowsOf(annan))]
  const saknade = a.filter((id) => !b.has(id))
  return a.length >= 5 && saknade.length === 1 && b.size >= a.length ? saknade[0] : undefined
}
