import { describe, expect, it } from 'vitest'
import { parsePeriod, type Period } from '../../src/domain/period.ts'
import {
  revisionstal,
  stegPåSkala,
  type Delområde,
  type Revision
} from '../../src/domain/revision.ts'
import { reportNumber } from '../../src/model/revision.ts'
import { allDiagnostics, makeProject } from '../helpers/project.ts'

const FIL = 'data/region/enhet/revision.yaml'

/**
 * What the check says of an audit, a line each: rule and sentence with hint. That the law asks for
 * more areas than these audits have is a rule with examples of its own.
 */
async function found(yaml: string): Promise<string[]> {
  const making = await makeProject({ [FIL]: yaml })
  return allDiagnostics(making)
    .filter((d) => d.span?.file === FIL && d.severity !== 'advice')
    .filter((d) => d.rule !== 'revisionen-provar-lagens-fragor')
    .map((d) => `${d.rule}: ${d.text}${d.hint ? ` ${d.hint}` : ''}`)
}

const HEL = `revision:
  - id: granskning-2021
    granskad: Nämnden
    period: 2021
    områden:
      - id: intern-kontroll
        namn: Intern kontroll
        skala:
          - tillräcklig
          - inte helt tillräcklig
          - inte tillräcklig
        samlad:
          bedömning: inte helt tillräcklig
        delområden:
          - id: plan
            namn: Plan
            bedömning: uppfyllt
            egen bedömning: inte helt uppfyllt
            kriterier:
              - Planen är beslutad.
              - text: "Planen innehåller:"
                punkter:
                  - risker
                  - åtgärder
          - id: delegering
            namn: Delegering
            bedömning: inte uppfyllt
            rapport: nr 6 - 2021
    fördjupade:
      - id: g6
        namn: Delegering
        nummer: 6-2021
        datum: 2021-10-11
    rekommendationer:
      - id: r1
        nummer: 1
        text: Gör om.
        rapport: 6–2021
        mottagare:
          - Nämnden
`
const with_ = (from: string, to: string) => {
  if (!HEL.includes(from)) throw new Error(`Nothing to replace: ${from}`)
  return HEL.replace(from, to)
}

describe('an audit in data', () => {
  it('that is whole has no faults', async () => {
    expect(await found(HEL)).toEqual([])
  })

  it.each([
    [
      'a word that isn’t an assessment',
      with_('bedömning: uppfyllt', 'bedömning: uppfylt'),
      ['Okänt värde "uppfylt" för "bedömning". Menade du "uppfyllt"?']
    ],
    [
      'the reviewed body’s own in another word',
      with_('egen bedömning: inte helt uppfyllt', 'egen bedömning: delvis'),
      [
        'Okänt värde "delvis" för "egen bedömning". Här går det att skriva "uppfyllt", "inte helt uppfyllt" eller "inte uppfyllt".'
      ]
    ],
    [
      'an overall assessment off its scale',
      with_('bedömning: inte helt tillräcklig\n', 'bedömning: inte helt tilräcklig\n'),
      ['Okänt värde "inte helt tilräcklig" för "bedömning". Menade du "inte helt tillräcklig"?']
    ],
    [
      'a key',
      with_('fördjupade:', 'fördjupad:'),
      ['Okänd nyckel "fördjupad". Menade du "fördjupade"?']
    ],
    [
      'two sub-areas with one id',
      with_('id: delegering', 'id: plan'),
      ['Id "plan" finns redan. Ge det ena ett annat id: hänvisningar måste veta vilket som menas.']
    ],
    [
      'a recommendation with the id of a series',
      with_('id: r1', 'id: sjukfrånvaro'),
      [
        'Id "sjukfrånvaro" finns redan. Ge det ena ett annat id: hänvisningar måste veta vilket som menas.'
      ]
    ],
    ['a report that isn’t there', with_('rapport: nr 6 - 2021', 'rapport: 7-2021'), ['"7-2021"']],
    ['a number that isn’t one', with_('nummer: 6-2021', 'nummer: sex'), ['"sex"']],
    ['a day that isn’t one', with_('2021-10-11', '2021-13-11'), ['2021-13-11']],
    ['a period', with_('period: 2021', 'period: i fjol'), ['i fjol']],
    ['neither body nor unit', with_('    granskad: Nämnden\n', ''), ['granskad']],
    ['an unknown unit', with_('granskad: Nämnden', 'enhet: enhetn'), ['Menade du "enhet"?']]
  ])('says what is wrong: %s', async (_, yaml, sentences) => {
    const said = await found(yaml)
    expect(said.length, said.join('\n')).toBeGreaterThan(0)
    for (const sentence of sentences) expect(said.join('\n')).toContain(sentence)
  })

  it('may number recommendations anew in each review, not twice in one', async () => {
    const annan = `      - id: r2
        nummer: 1
        text: Gör annat.
        mottagare:
          - Nämnden
`
    expect(await found(HEL + annan)).toEqual([])
    expect(await found(HEL + annan.replace('text:', 'rapport: g6\n        text:'))).toEqual([
      'nummer-ar-unikt: Rekommendation 1 finns redan i samma granskning. Ge den ena ett annat nummer: den som svarar måste veta vilken som menas.'
    ])
  })
})

describe('a report’s number', () => {
  it.each([
    ['nr 6 - 2023', '6–2023'],
    ['nr 9–2023', '9–2023'],
    ['nr 10 – 2023', '10–2023'],
    ['11/2023', '11–2023'],
    ['Nr. 06-2023', '6–2023']
  ])('is one however it is written: %s', (text, number) => {
    expect(reportNumber(text)).toBe(number)
  })
  it.each(['6', 'sex-2023', '6-23', ''])('isn’t "%s"', (text) => {
    expect(reportNumber(text)).toBeUndefined()
  })
})

describe('an overall assessment’s step', () => {
  it('is the best, the worst or between; none off the scale', () => {
    const skala = ['ändamålsenligt', 'inte helt ändamålsenligt', 'inte ändamålsenligt']
    expect(skala.map((ord) => stegPåSkala(ord, skala))).toEqual(['bäst', 'mellan', 'sämst'])
    expect(stegPåSkala('rättvisande', ['rättvisande', 'ej rättvisande'])).toBe('bäst')
    expect(stegPåSkala('ej rättvisande', ['rättvisande', 'ej rättvisande'])).toBe('sämst')
    expect(stegPåSkala('bra', skala)).toBeUndefined()
  })
})

const span = { file: 'x.yaml', start: 0, end: 1 }
const NU = parsePeriod('2023') as Period

function del(
  id: string,
  bedömning: Delområde['bedömning'],
  rest: Partial<Delområde> = {}
): Delområde {
  return {
    id,
    namn: id,
    kriterier: [],
    bedömning,
    iakttagelser: [],
    förbättringsområden: [],
    delområden: [],
    span,
    ...rest
  }
}

const REVISION: Revision = {
  id: 'norv-2023',
  granskad: 'Nämnden',
  period: NU,
  områden: [
    {
      id: 'verksamhet',
      namn: 'Verksamhet',
      skala: ['ändamålsenligt', 'inte ändamålsenligt'],
      delområden: [
        del('plan', 'uppfyllt', { förbättringsområden: [{ text: 'Skriv kortare.', span }] }),
        del('mål', 'inte helt uppfyllt', {
          delområden: [
            del('hälsa', 'inte helt uppfyllt', { egenBedömning: 'uppfyllt' }),
            del('arbetsgivare', 'uppfyllt', {
              egenBedömning: 'uppfyllt',
              förbättringsområden: [{ text: 'Mät oftare.', span }]
            })
          ]
        }),
        del('säkerhet', 'inte uppfyllt')
      ],
      span
    },
    { id: 'räkenskaper', namn: 'Räkenskaper', skala: ['ja', 'nej'], delområden: [], span }
  ],
  granskningar: [{ id: 'g7', namn: 'Säkerhet', span }],
  rekommendationer: [
    { id: 'r1', nummer: '1', text: 'A', mottagare: ['Nämnden'], delar: [], span },
    { id: 'r2', nummer: '2', text: 'B', mottagare: ['Nämnden'], delar: [], span }
  ],
  span
}

function count(ref: string): string {
  const tal = revisionstal([REVISION], ref.split('.'), NU)
  if (!tal) return 'not about an audit'
  return 'fel' in tal ? `${tal.fel}: ${tal.kända.join(', ')}` : String(tal.värde)
}

describe('what is counted in an audit', () => {
  it.each([
    ['revision.antal', '3'],
    ['revision.uppfyllda', '1'],
    ['revision.inte-helt-uppfyllda', '1'],
    ['revision.inte-uppfyllda', '1'],
    ['revision.områden', '2'],
    ['norv-2023.rekommendationer', '2'],
    ['norv-2023.granskningar', '1'],
    ['norv-2023.förbättringsområden', '2'],
    ['norv-2023', '3'],
    ['norv-2023.verksamhet.uppfyllda', '1'],
    ['norv-2023.mål.uppfyllda', '1'],
    ['norv-2023.mål.antal', '2'],
    ['norv-2023.mål.skilda', '1'],
    ['norv-2023.räkenskaper.antal', '0'],
    ['norv-2023.säkerhet.förbättringsområden', '0']
  ])('%s is %s', (ref, antal) => {
    expect(count(ref)).toBe(antal)
  })

  it('is nothing for another period, or for what is no audit', () => {
    const annat = revisionstal([REVISION], ['revision', 'antal'], parsePeriod('2022') as Period)
    expect(annat && 'värde' in annat ? String(annat.värde) : '').toBe('0')
    expect(count('sjukfrånvaro.utfall')).toBe('not about an audit')
  })

  it('names what there is when a word is wrong', () => {
    expect(count('norv-2023.upfyllda')).toMatch(/^okänt mått: antal, uppfyllda, /)
    expect(count('norv-2023.mal.uppfyllda')).toBe(
      'okänd rad: verksamhet, plan, mål, hälsa, arbetsgivare, säkerhet, räkenskaper'
    )
    expect(count('norv-2023.mål.uppfyllda.nu')).toBe('okänt mått: ')
  })
})
