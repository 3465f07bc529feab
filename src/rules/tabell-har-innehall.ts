import type { Stycke } from '../markdown/prose.ts'
import { slug } from '../text/slug.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { tryckta } from './uppfoljning.ts'

const TABELL = (belopp: string, not = '') => `konton:
  - id: projekt
    namn: Projekt
    enhet: tkr
    serie:
      2021:
        utfall: ${belopp}
        budget: 0
uppställningar:
  - id: projekten
    namn: Projekten
    enhet: tkr
${not}    kolumner:
      - mått: utfall
      - mått: budget
    rader:
      - konto: projekt
`
const TEXT = '{{tabell "projekten"}}'

export const rule: Rapportrule = {
  id: 'tabell-har-innehall',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'En tabell med bara nollor, streck eller tomma celler säger ingenting, och läsaren undrar vad som har fallit bort. Två sådana har publicerats i samma verksamhetsberättelse.',
  good: [
    { data: TABELL('12'), text: TEXT },
    { data: TABELL('0', '    not: Inga projekt har bedrivits under året.\n'), text: TEXT },
    { text: '| Område | Antal |\n|---|---|\n| Städ | 0 |\n| Kost | 3 |' }
  ],
  bad: [
    {
      data: TABELL('0'),
      text: TEXT,
      väntat: ['data 10:9 Tabellen "Projekten" är tom: den har bara nollor och tomma celler.']
    },
    {
      text: '| Område | Antal |\n|---|---|\n| Städ | – |\n| Kost |  |',
      väntat: ['text 3:1 Tabellen är tom: den har bara nollor och tomma celler.']
    }
  ],
  check(subject, report) {
    for (const tabell of tryckta(subject)) {
      const data = subject.tabeller.find(({ id }) => id.replace(/^tabell-/, '') === slug(tabell.id))
      if (!data || tabell.not !== undefined || data.kolumner.length < 2) continue
      if (!data.rader.every((rad) => rad.slice(1).every((cell) => TOM.test(cell)))) continue
      report({
        text: `Tabellen "${tabell.namn}" är tom: den har bara nollor och tomma celler.`,
        hint: `${HINT} Eller skriv i "not" varför den är tom.`,
        span: tabell.span
      })
    }
    for (const celler of written(subject)) {
      const [första] = celler
      const inne = celler.filter(({ cell }) => cell && !cell.huvud && cell.kolumn > 0)
      if (!första || inne.length === 0 || !inne.every(({ text }) => TOM.test(text.trim()))) continue
      report({
        text: 'Tabellen är tom: den har bara nollor och tomma celler.',
        hint: HINT,
        span: första.span
      })
    }
  }
}

const HINT = 'Ta bort tabellen och skriv i text att det inte finns något att redovisa.'
const TOM = /^(?:[-–−]|[-−±]?0(?:[.,]0+)?(?:\s?(?:%|kr|tkr|mnkr|st))?)?$/u

/** The tables that writers typed, cell by cell. */
function written({ avsnitt }: Rapportsubject): Stycke[][] {
  const found: Stycke[][] = []
  for (const { stycken } of avsnitt)
    for (const stycke of stycken) {
      if (!stycke.cell) continue
      if (stycke.cell.huvud && stycke.cell.kolumn === 0) found.push([])
      found.at(-1)?.push(stycke)
    }
  return found
}
