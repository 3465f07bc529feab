import type { Stycke } from '../markdown/prose.ts'
import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'

const MÄRKE = latin(/(?<=[\p{L}\d)%])(\*{1,3})(?![\p{L}\d*])/gu)
const NOT = /^\s*(\*{1,3})\s*\)?\s*\S/u

export const rule: Textrule = {
  id: 'asterisk-har-not',
  severity: 'warning',
  on: 'text',
  why: 'En asterisk lovar en not. Saknas den vet läsaren inte vilket förbehåll som gäller.',
  good: [
    { text: 'Mätningen 2015\\* är omräknad.\n\n\\* Enligt den nya metoden.' },
    { text: '*Betonat* ord och **fet** text.' }
  ],
  bad: [
    {
      text: '| Indikator | Ingångsvärde |\n|---|---|\n| Patientsäkerhetsindex | enligt mätningar 2015* |',
      väntat: ['text 5:48 Asterisken saknar not.']
    }
  ],
  check(subject, report) {
    for (const { stycken } of subject.avsnitt) {
      const noter = new Set(stycken.flatMap((stycke) => NOT.exec(stycke.text)?.[1] ?? []))
      for (const stycke of stycken)
        for (const match of stycke.text.matchAll(MÄRKE)) {
          const märke = match[1] ?? ''
          if (noter.has(märke) || !isOwn(stycke, match.index)) continue
          report({
            text: 'Asterisken saknar not.',
            hint: 'Skriv en fotnot: [^1] här och [^1]: texten sist i avsnittet. Eller ta bort asterisken.',
            span: stycke.spanOf(match.index, match.index + märke.length)
          })
        }
    }
  }
}

const isOwn = (stycke: Stycke, at: number): boolean => stycke.slagAt(at) === 'text'
