import { describe, expect, it } from 'vitest'
import { hyphenate, hyphenateWord } from '../../src/template/hyphenate.ts'

const seen = (text: string): string => text.replaceAll('\u00ad', '-')

describe('hyphenateWord', () => {
  it.each([
    // Where compounds are put together, which patterns alone miss or misplace.
    'prognos-avvikelse',
    'patient-säkerhets-kultur',
    'skatte-intäkter',
    'pris-jämfö-relse',
    'löne-systemet',
    'buss-stationen',
    'läke-medels-avtal',
    'mål-uppfyllnad',
    // And within what has no joint.
    'utveck-lingen',
    'rekom-menda-tionerna'
  ])('%s', (word) => {
    expect(seen(hyphenateWord(word.replaceAll('-', '')))).toBe(word)
  })

  it('leaves short words whole', () => {
    expect(hyphenateWord('riskbedömt')).toBe('riskbedömt')
  })

  it('leaves at least three letters at a joint and four elsewhere', () => {
    for (const word of ['överenskommelsen', 'investeringsredovisningens', 'kemikaliehantering'])
      for (const [i, part] of hyphenateWord(word).split('\u00ad').entries())
        expect(part.length, `${word} ${i}`).toBeGreaterThanOrEqual(3)
  })
})

describe('hyphenate', () => {
  it('takes the words of running text, cells and lists', () => {
    expect(
      seen(hyphenate('<p class="utveckling">Kostnadsutvecklingen är <b>förvaltningens</b>.</p>'))
    ).toBe('<p class="utveckling">Kostnads-utveck-lingen är <b>förvalt-ningens</b>.</p>')
  })

  it.each([
    '<h2>Kostnadsutvecklingen</h2>',
    '<figcaption>Kostnadsutvecklingen</figcaption>',
    '<caption>Kostnadsutvecklingen</caption>',
    '<nav><ol><li>Kostnadsutvecklingen</li></ol></nav>',
    '<svg><text>kostnadsutvecklingen</text></svg>',
    '<style>.kostnadsutvecklingen{color:red}</style>',
    '<code>kostnadsutvecklingen</code>',
    '<p><data class="tal">femtonhundratusen kronor</data></p>',
    '<p>https://regionstyrelsen.example/kostnadsutvecklingen</p>',
    '<p>kostnadsutvecklingen@example.org</p>',
    '<p>Enligt kommunallagen och offentlighetslagen</p>',
    '<p>Av Kerstin Granströmsdotter</p>',
    '<p>IT-enheten och HR, på ett bord</p>',
    '<p>DIVISIONSLEDNINGEN</p>'
  ])('leaves %s as it is', (html) => {
    expect(hyphenate(html)).toBe(html)
  })

  it('takes the first word of a sentence, though it has a capital', () => {
    expect(seen(hyphenate('<p>Så är det. Kostnadsutvecklingen vände.</p>'))).toContain(
      'Kostnads-utveck-lingen'
    )
  })
})
