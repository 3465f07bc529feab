import type { Rapportrule } from './rule.ts'

const SVAR = 'dokumenttyp: svar på granskning\nperiod: 2022\nstatus: utkast\n'
const REVISION = (mottagare: string) => ({
  'data/region/revisionen/revision.yaml': `revision:
  - id: granskning
    granskad: Enheten
    period: 2021
    områden:
      - id: kontroll
        namn: Intern kontroll
        skala: [tillräcklig, inte tillräcklig]
    rekommendationer:
      - id: r1
        nummer: 1
        text: Förtydliga ansvaret mot beställaren.
        mottagare:
          - Enheten
      - id: r2
        nummer: 2
        text: Följ upp ledtiderna.
        mottagare:
          - ${mottagare}
`,
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Enheten
    - id: revisionen
      namn: Revisionen
`
})
const ETT = `svar:
  - id: ansvar
    till: revisionen/r1
    rubrik: Ansvaret
    ståndpunkt: delas
    åtgärd: Ett dialogforum startas.
`
const TVÅ = `  - id: ledtider
    till: revisionen/r2
    rubrik: Ledtiderna
    ståndpunkt: delas inte
    text: De mäts redan.
`

export const rule: Rapportrule = {
  id: 'rekommendation-har-svar',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'Den som svarar på en granskning ska svara på varje rekommendation, också den som inte delas. En utan svar ser ut att ha gömts undan, och revisionen frågar igen.',
  good: [
    { rapport: SVAR, data: ETT + TVÅ, filer: REVISION('Enheten') },
    {
      rapport: SVAR,
      data: ETT,
      filer: REVISION('Regionstyrelsen')
    }
  ],
  bad: [
    {
      rapport: SVAR,
      data: ETT,
      filer: REVISION('Enheten'),
      väntat: ['rapport 3:3 Rekommendation 2 (Följ upp ledtiderna.) har inget svar.']
    }
  ],
  check({ modell, mall, rapportSpan }, report) {
    if (!/svar/i.test(mall.dokumenttyp)) return
    const besvarade = new Set(modell.svar.map(({ rekommendation }) => rekommendation.ref))
    const egna = [modell.enhet.namn, modell.enhet.kortnamn, modell.enhet.id]
    for (const { ref, nummer, text, mottagare } of modell.granskade) {
      if (besvarade.has(ref)) continue
      // One that is put to others alone is theirs to answer.
      if (mottagare.length > 0 && !mottagare.some((namn) => egna.includes(namn))) continue
      report({
        text: `Rekommendation ${nummer} (${shortened(text)}) har inget svar.`,
        hint: `Lägg till en post under "svar:" med till: ${ref.split('/').slice(1).join('/')}`,
        span: rapportSpan('dokumenttyp')
      })
    }
  }
}

const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text)
