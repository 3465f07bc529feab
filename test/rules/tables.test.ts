import { describe, expect, it } from 'vitest'
import { checkExempel } from './exempel.ts'

const RULES = [
  'tabellens-summor-stammer',
  'tabellens-kolumner-stammer',
  'tabellens-tal-i-en-skala',
  'varje-rad-ar-sin-egen',
  'procent-har-en-bas',
  'snitt-ar-vagt',
  'bryggan-gar-ihop',
  'posterna-forklarar-resultatet',
  'delen-ryms-i-helheten'
]

/** What is found in a typed table: the rule, and the cell. */
async function faults(text: string): Promise<string[]> {
  const { diagnostics, sources } = await checkExempel({ text })
  return diagnostics
    .filter(({ rule }) => RULES.includes(rule))
    .map(({ rule, span }) => {
      const part = span && sources.get(span.file)?.text.slice(span.start, span.end)
      return `${rule} «${part}»`
    })
}

const RESULTATRÄKNING = `| Mnkr | Not | 2023 | 2022 |
|---|---|---:|---:|
| Verksamhetens intäkter | 1 | 1 234 | 1 180 |
| Verksamhetens kostnader | 2 | −6 540 | −6 210 |
| Avskrivningar | 3 | −240 | −231 |
| Verksamhetens nettokostnader | | −5 546 | −5 261 |
| Skatteintäkter | 4 | 4 400 | 4 200 |
| Generella statsbidrag och utjämning | 5 | 1 210 | 1 190 |
| Verksamhetens resultat | | 64 | 129 |
| Finansiella intäkter | 6 | 40 | 35 |
| Finansiella kostnader | 7 | −62 | −51 |
| Resultat efter finansiella poster | | 42 | 113 |
| Extraordinära poster | | 0 | 0 |
| Årets resultat | | 42 | 113 |`

const NÄMND = `| Nämnd, tkr | Budget | Utfall | Avvikelse |
|---|--:|--:|--:|
| Intäkter | 1 200 | 1 260 | 60 |
| Personalkostnader | 8 400 | 8 520 | −120 |
| Lokalkostnader | 1 300 | 1 250 | 50 |
| Övriga kostnader | 900 | 930 | −30 |
| Nettokostnad | 9 400 | 9 440 | −40 |`

const INVESTERINGAR = `| Typ | Plan 2021 | Beslut 2021 | Upparbetat avs. beslut 2021 | Avvikelse | Upparbetat tidigare beslut | Summa upparbetat 2021 |
|---|---:|---:|---:|---:|---:|---:|
| MT-utrustning | 1,7 | 1,6 | 1,5 | −0,1 | 1,0 | 2,5 |
| IT-utrustning | 17,7 | 12,7 | 7,1 | −5,6 | 8,9 | 16,0 |
| Fastigheter | 240,0 | 38,0 | 15,0 | −23,0 | 61,0 | 76,0 |
| Totalt | 259,4 | 52,3 | 23,6 | −28,7 | 70,9 | 94,5 |`

const VÄND = `| | Städ | Måltider | Vakt |
|---|--:|--:|--:|
| Budget | 4,0 | 1,5 | 2,0 |
| Utfall | 3,8 | 1,8 | 2,0 |
| Avvikelse | 0,2 | −0,3 | 0,0 |`

const NYCKELTAL = `| Nyckeltal | Mål | Utfall 2021 | Utfall 2020 |
|---|--:|--:|--:|
| Sjukfrånvaro, % | 4,5 | 4,77 | 5,71 |
| HME | 80 | 78 | 76 |
| Resultat, mnkr | 0 | 24,7 | 28,3 |
| Totalt antal besök | | 12 034 | 13 345 |`

const FRÅNVARO = `| Enhet | Kvinnor | Män | Alla |
|---|--:|--:|--:|
| Kök | 5,2 % | 3,1 % | 4,4 % |
| Vakt | 6,0 % | 4,0 % | 4,2 % |
| Alla | 5,4 % | 3,8 % | 4,3 % |`

describe('tables typed in the text', () => {
  it.each([RESULTATRÄKNING, NÄMND, INVESTERINGAR, VÄND, NYCKELTAL, FRÅNVARO])(
    'are right in\n%s',
    async (text) => {
      expect(await faults(text)).toEqual([])
    }
  )

  it.each([
    [
      'a subtotal of a result statement',
      RESULTATRÄKNING.replace('−5 546', '−5 564'),
      ['tabellens-summor-stammer «−5 564»']
    ],
    [
      'a net cost where costs have no sign, and not its deviation once more',
      NÄMND.replace('9 440', '9 540'),
      ['tabellens-summor-stammer «9 540»']
    ],
    [
      'a deviation, and not the total that it spoils',
      NÄMND.replace('1 250 | 50', '1 250 | 80'),
      ['tabellens-kolumner-stammer «80»']
    ],
    [
      'a sign against all others',
      INVESTERINGAR.replace('−5,6', '5,6'),
      ['tabellens-kolumner-stammer «5,6»']
    ],
    [
      'a row total over some of the columns',
      INVESTERINGAR.replace('16,0', '15,0'),
      ['tabellens-kolumner-stammer «15,0»']
    ],
    [
      'a total that no other column bears out',
      INVESTERINGAR.replace('259,4', '295,4'),
      ['tabellens-summor-stammer «295,4»']
    ],
    ['a turned table', VÄND.replace('| 0,0 |', '| 0,4 |'), ['tabellens-kolumner-stammer «0,4»']],
    ['a whole outside its parts', FRÅNVARO.replace('| 5,4 %', '| 7,4 %'), ['snitt-ar-vagt «7,4 %»']]
  ])('are wrong by %s', async (_, text, expected) => {
    expect(await faults(text)).toEqual(expected)
  })
})
