import { describe, expect, it } from 'vitest'
import type { Exempel } from '../../src/rules/rule.ts'
import { checkExempel, sayAs } from './exempel.ts'

/** A regionstyrelse's interim report, as it looks a week before it is decided. */
const ORGANISATION = `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Regionstyrelsen
      slag: styrelse
`
const UTKAST = `mål:
  - id: arbetsgivare
    nivå: mål
    namn: En arbetsgivare man stannar hos
  - id: klimat
    nivå: mål
    namn: Halverade utsläpp
indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    mål: arbetsgivare
    enhet: procent
    serie:
      2021-T2:
        målvärde: högst 5
        utfall: 6,8
  - id: rekommenderar
    namn: Medarbetare som rekommenderar arbetsplatsen
    mål: arbetsgivare
    enhet: procent
    serie:
      2021-T2:
        målvärde: minst 70
kontroller:
  - id: behörigheter
    namn: Behörigheter
    frekvens: Varje tertial
    metod: Avstämning
    ansvarig: Ekonomichefen
uppdrag:
  - id: lokaler
    namn: Ta fram en lokalplan
`
const KLAR = UTKAST.replace(
  'namn: Halverade utsläpp\n',
  'namn: Halverade utsläpp\n    utan indikator: Mäts från 2022.\n'
)
  .replace('utfall: 6,8\n', 'utfall: 6,8\n        åtgärd: Tidiga samtal införs på alla enheter.\n')
  .replace('minst 70\n', 'minst 70\n        utfall:\n          saknas: Enkäten görs i oktober.\n')
  .replace(
    'ansvarig: Ekonomichefen\n',
    'ansvarig: Ekonomichefen\n    uppföljning:\n      2021-T2:\n        utfört: T2\n        resultat: ingen avvikelse\n'
  )
  .concat(
    '    uppföljning:\n      2021-T2:\n        status: pågår\n        kommentar: Underlaget är samlat.\n'
  )

const rapport = (datum: string) => `dokumenttyp: delårsrapport
period: 2021-T2
status: beslutad
datum: ${datum}
diarienummer: RS 2021/12
ansvarig: Regiondirektören
`

/** What is found above råd, but for the sections and tables that such a small report hasn't. */
async function found(exempel: Exempel): Promise<string[]> {
  const { diagnostics, sources } = await checkExempel({
    ...exempel,
    filer: { 'data/region/organisation.yaml': ORGANISATION }
  })
  return diagnostics
    .filter(({ rule, severity }) => severity !== 'advice' && !/^(?:avsnitt|data)-finns$/.test(rule))
    .map((d) => `${d.rule}: ${sayAs(d, d.severity, sources)}`)
}

describe('a whole interim report', () => {
  it('is told all that it lacks, each where it is to be written', async () => {
    expect(await found({ rapport: rapport('2021-11-12'), data: UTKAST })).toEqual([
      'mal-har-indikator: data 5:9 Målet "Halverade utsläpp" har ingen indikator.',
      'ej-natt-mal-har-atgard: data 14:7 Målet för "Sjukfrånvaro" nåddes inte, och det står inte vad som görs åt det.',
      'indikator-har-utfall: data 22:7 Indikatorn "Medarbetare som rekommenderar arbetsplatsen" har inget utfall för 2021-T2.',
      'kontroll-ar-redovisad: data 25:9 Kontrollen "Behörigheter" är inte redovisad för 2021-T2.',
      'uppdrag-har-status: data 31:9 Uppdraget "Ta fram en lokalplan" har ingen status för 2021-T2.',
      'prognos-finns: rapport 4:3 Rapporten för 2021-T2 har ingen prognos för helåret.',
      'delarsrapport-i-tid: rapport 6:3 Delårsrapporten är daterad den 12 november 2021, men ska vara överlämnad senast den 31 oktober 2021.'
    ])
  })

  it('has nothing left to answer when all of it is written, or said why it is not', async () => {
    const konto = `konton:
  - id: personal
    namn: Personal
    enhet: mnkr
    serie:
      2021-T2:
        prognos: -16,0
`
    expect(
      await found({
        rapport: rapport('2021-10-12'),
        data: `${KLAR}${konto}`,
        text: 'Prognosen för personalen är {{tal "personal.prognos"}}.'
      })
    ).toEqual([])
  })

  it('says nothing of what is missing while data cannot be read', async () => {
    expect(
      await found({ rapport: rapport('2021-10-12'), data: UTKAST.replace('6,8', 'sex och två') })
    ).toEqual(['tal-ar-entydigt: data 16:17 "sex och två" är inte ett tal.'])
  })
})
