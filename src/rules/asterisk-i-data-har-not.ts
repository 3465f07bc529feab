import { latin } from '../text/letters.ts'
import type { Datarule } from './rule.ts'

const INDIKATOR = (rader: string) => `indikatorer:
  - id: patientsäkerhet
    namn: Patientsäkerhetsindex
    enhet: index
${rader}    serie:
      2021:
        ingångsvärde: enligt mätningar 2015*
`

export const rule: Datarule = {
  id: 'asterisk-i-data-har-not',
  severity: 'warning',
  on: 'data',
  why: 'Text i data skrivs ut i tabeller. En asterisk där lovar en not precis som i löptexten, och i en publicerad plan fanns den inte.',
  good: [
    { data: INDIKATOR("    fotnot: '* Omräknat till den nya skalan.'\n") },
    { data: INDIKATOR('').replace('2015*', '2015') },
    { data: '# Talen är avrundade*\nursprung: publicerat\n' }
  ],
  bad: [{ data: INDIKATOR(''), väntat: ['data 7:44 Asterisken i data saknar not.'] }],
  check({ datafiler }, report) {
    for (const { path, text } of datafiler) {
      if (!/\.ya?ml$/i.test(path) || !text.includes('*')) continue
      // A note to it anywhere in the file begins with the mark.
      if (/^\s*(?:- )?[^#\s:]+:\s*['"]\*\s?\S/m.test(text)) continue
      for (const match of text.matchAll(MÄRKE)) {
        const at = match.index + match[0].length - 1
        report({
          text: 'Asterisken i data saknar not.',
          hint: 'Skriv förbehållet i "fotnot" eller "not" i stället, eller ta bort asterisken.',
          span: { file: path, start: at, end: at + 1 }
        })
      }
    }
  }
}

/** At the end of a value that isn't a formula: `2015*`, also before a closing quote. */
const MÄRKE = latin(
  /^(?!\s*#)\s*(?:- )?(?!formel|vänster|höger)[^\s:#]+:[^#\n*]*[\p{L}\d)%]\*(?=['"]?\s*$)/gmu
)
