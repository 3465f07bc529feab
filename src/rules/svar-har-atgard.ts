import { formatLista } from '../text/swedish.ts'
import type { Datarule } from './rule.ts'

const SVAR = (rader: string) => `svar:
  - id: ansvar
    rekommendation: Förtydliga ansvaret mot beställaren.
    rubrik: Ansvaret
${rader}`

export const rule: Datarule = {
  id: 'svar-har-atgard',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'Ett svar som delar rekommendationen men inte säger vad som ska göras, av vem och till när går inte att följa upp. Ett som inte delar den behöver skälet.',
  good: [
    {
      data: SVAR(
        '    ståndpunkt: delas\n    åtgärd: Ett dialogforum startas.\n    ansvarig: Ekonomidirektören\n    klardatum: 2022-06-30\n'
      )
    },
    { data: SVAR('    ståndpunkt: delas inte\n    text: Ansvaret framgår av reglementet.\n') }
  ],
  bad: [
    {
      data: SVAR('    ståndpunkt: delas\n'),
      väntat: ['data 2:9 Svaret "Ansvaret" delar rekommendationen men har ingen åtgärd.']
    },
    {
      data: SVAR('    ståndpunkt: delas\n    åtgärd: Ett dialogforum startas.\n'),
      väntat: ['råd data 2:9 Åtgärden i svaret "Ansvaret" saknar ansvarig och klardatum.']
    },
    {
      data: SVAR('    ståndpunkt: delas inte\n'),
      väntat: ['data 2:9 Svaret "Ansvaret" delar inte rekommendationen, men säger inte varför.']
    }
  ],
  check({ modell }, report) {
    for (const { rubrik, ståndpunkt, åtgärd, text, ansvarig, klardatum, span } of modell.svar) {
      if (ståndpunkt === 'delas inte') {
        if ((text ?? åtgärd) === undefined)
          report({
            text: `Svaret "${rubrik}" delar inte rekommendationen, men säger inte varför.`,
            hint: 'Skriv skälet i "text".',
            span
          })
      } else if (åtgärd === undefined)
        report({
          text: `Svaret "${rubrik}" delar rekommendationen men har ingen åtgärd.`,
          hint: 'Skriv vad som ska göras i "åtgärd".',
          span
        })
      else {
        const saknas = [
          ...(ansvarig === undefined ? ['ansvarig'] : []),
          ...(klardatum === undefined ? ['klardatum'] : [])
        ]
        if (saknas.length > 0)
          report({
            text: `Åtgärden i svaret "${rubrik}" saknar ${formatLista(saknas)}.`,
            hint: `Skriv ${formatLista(saknas.map((nyckel) => `"${nyckel}"`))} i svaret.`,
            span,
            severity: 'advice'
          })
      }
    }
  }
}
