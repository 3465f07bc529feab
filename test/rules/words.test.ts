import { describe, expect, it } from 'vitest'
import { namesOf, sentencesOf, stem } from '../../src/rules/words.ts'

describe('stem(word)', () => {
  it.each([
    ['Sjukfrånvaro', 'sjukfrånvaron'],
    ['sjukresor', 'sjukresorna'],
    ['kostnad', 'kostnadernas'],
    ['resultat', 'resultatet'],
    ['handlingsplan', 'handlingsplanens'],
    ['upphandling', 'Upphandlingar']
  ])('is the same for "%s" and "%s"', (a, b) => {
    expect(stem(a)).toBe(stem(b))
  })

  it.each([
    ['avtal', 'antal'],
    ['intäkt', 'insats'],
    ['resultat', 'resurs']
  ])('is another for "%s" and "%s"', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })
})

describe('namesOf(namn)', () => {
  const words = (namn: string) => namesOf([namn]).map((name) => name.length)

  it('takes the head word where it says enough', () => {
    expect(namesOf(['Resultat per verksamhetsområde'])).toContainEqual([stem('resultat')])
    expect(namesOf(['Sjukfrånvaro i relation till arbetstid'])).toContainEqual([
      stem('sjukfrånvaro')
    ])
  })

  it('takes a general word only with those beside it', () => {
    expect(words('Övriga kostnader')).toEqual([2])
    expect(words('Kostnader')).toEqual([])
  })
})

describe('sentencesOf(text)', () => {
  const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

  it('ends at stops, not at abbreviations and decimals', () => {
    expect(split('Det kostar ca. 5,5 mnkr t.ex. 2021. Nästa år mer! Se 6 kap. 6 § KL.')).toEqual([
      'Det kostar ca. 5,5 mnkr t.ex. 2021.',
      'Nästa år mer!',
      'Se 6 kap. 6 § KL.'
    ])
  })

  it('gives nothing for nothing', () => {
    expect(split('  ')).toEqual([])
  })
})
