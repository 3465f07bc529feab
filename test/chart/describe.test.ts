import { describe, expect, it } from 'vitest'
import { describeDiagram } from '../../src/chart/describe.ts'
import { tableOf } from '../../src/chart/table.ts'
import { data, mall, MNKR, rows, ST, years } from './examples.ts'

describe('the text alternative of a line', () => {
  it('says span, first, last, highest, lowest and whether the target is met', () => {
    const rader = years(2016, [5.35, 6.03])
    const målvärde = { text: 'högst 4,5\u00a0%', värde: 4.5, nås: false }
    expect(describeDiagram(mall('linje'), data(rader, { målvärde }))).toBe(
      'Linjediagram över sjukfrånvaro, procent, 2016–2017. Från 5,35\u00a0% 2016 till 6,03\u00a0% 2017. Högst 2017: 6,03\u00a0%, lägst 2016: 5,35\u00a0%. Målet högst 4,5\u00a0% nås inte 2017.'
    )
  })

  it('does not say the years twice', () => {
    expect(
      describeDiagram(mall('linje'), data(years(2020, [5, 6]), { titel: 'Sjukfrånvaro 2020–2021' }))
    ).toMatch(/^Linjediagram över sjukfrånvaro 2020–2021, procent. Från 5/)
  })

  it('is short for one value, and says so for none', () => {
    expect(describeDiagram(mall('linje'), data(years(2021, [4.77])))).toBe(
      'Linjediagram över sjukfrånvaro, procent, 2021. 4,77\u00a0% 2021.'
    )
    expect(describeDiagram(mall('linje'), data([]))).toBe(
      'Linjediagram över sjukfrånvaro, procent. Inga värden.'
    )
    expect(describeDiagram(mall('linje'), data(years(2021, [null])))).toBe(
      'Linjediagram över sjukfrånvaro, procent, 2021. Inga värden.'
    )
  })

  it('counts the values when they are many, names ties and what is missing', () => {
    expect(describeDiagram(mall('linje'), data(years(2014, [5, 7, null, 7, 5, 6, 6])))).toBe(
      'Linjediagram över sjukfrånvaro, procent, 2014–2020. 6 värden, från 5\u00a0% 2014 till 6\u00a0% 2020. Högst 2015 och 2017: 7\u00a0%, lägst 2014 och 2018: 5\u00a0%. Värde saknas för 2016.'
    )
  })

  it('says when all values are the same', () => {
    expect(describeDiagram(mall('staplar'), data(years(2019, [0, 0, 0]), { enhet: ST }))).toBe(
      'Stapeldiagram över sjukfrånvaro, stycken, 2019–2021. Från 0\u00a0st 2019 till 0\u00a0st 2021. Alla värden är lika.'
    )
    expect(describeDiagram(mall('linje'), data(years(2020, [-4, -4])))).toContain(
      'Båda värdena är lika.'
    )
  })

  it('tells two series apart', () => {
    const rader = [
      ...years(2020, [5.71, 4.77], { serie: 'Regionstöd' }),
      ...years(2020, [7.2, 6.8], { serie: 'Hela regionen', klass: 'föregående' })
    ]
    expect(describeDiagram(mall('linje'), data(rader))).toBe(
      'Linjediagram över sjukfrånvaro, procent, 2020–2021. Regionstöd: från 5,71\u00a0% 2020 till 4,77\u00a0% 2021. Högst 2020: 5,71\u00a0%, lägst 2021: 4,77\u00a0%. Hela regionen: från 7,2\u00a0% 2020 till 6,8\u00a0% 2021. Högst 2020: 7,2\u00a0%, lägst 2021: 6,8\u00a0%.'
    )
  })

  it('names tertials and months in words', () => {
    const rader = years(2021, [4, 5]).map((rad, i) => ({ ...rad, period: `2021-T${i + 1}` }))
    expect(describeDiagram(mall('staplar'), data(rader))).toBe(
      'Stapeldiagram över sjukfrånvaro, procent, tertial 1 2021 – tertial 2 2021. Från 4\u00a0% tertial 1 2021 till 5\u00a0% tertial 2 2021. Högst tertial 2 2021: 5\u00a0%, lägst tertial 1 2021: 4\u00a0%.'
    )
    const månader = years(2021, [4, 5]).map((rad, i) => ({ ...rad, period: `2021-0${i + 1}` }))
    expect(describeDiagram(mall('manader'), data(månader))).toContain(
      'januari 2021 – februari 2021'
    )
  })

  it('keeps capitals of names and initials, and takes the wording of the model', () => {
    const of = (titel: string, titelIText?: string): string =>
      describeDiagram(mall('linje'), data([], { titel, ...(titelIText ? { titelIText } : {}) }))
    expect(of('IT-kostnad')).toContain('över IT-kostnad,')
    expect(of('Region Norrbottens kostnad')).toContain('över Region Norrbottens kostnad,')
    expect(of('Piteås kostnad', 'Piteås kostnad')).toContain('över Piteås kostnad,')
  })
})

describe('the text alternative of bars', () => {
  const avvikelse = rows([
    ['Fastigheter', 27.4, '+27,4', 'bättre'],
    ['FM', -9.5, '−9,5', 'sämre'],
    ['Sjukresor', -15.4, '−15,4', 'sämre']
  ])

  it('says largest, smallest and how many are better', () => {
    expect(
      describeDiagram(
        mall('avvikelse'),
        data(avvikelse, { enhet: MNKR, titel: 'Avvikelse mot budget' })
      )
    ).toBe(
      'Avvikelsediagram över avvikelse mot budget, miljoner kronor. 3 rader. Störst är Fastigheter med +27,4\u00a0mnkr, minst Sjukresor med −15,4\u00a0mnkr. 1 är bättre och 2 sämre.'
    )
  })

  it('handles one row and rows without value', () => {
    const rader = rows([
      ['FM', 3, '3'],
      ['Kost', null, '–']
    ])
    expect(
      describeDiagram(mall('liggande-staplar'), data(rader, { enhet: ST, titel: 'Antal' }))
    ).toBe('Stapeldiagram över antal, stycken. En rad: FM, 3\u00a0st. Värde saknas för Kost.')
  })

  it('goes through the measures of groups', () => {
    const rader = rows([
      ['FM', 179.2, '179,2'],
      ['Sjukresor', 134.9, '134,9']
    ]).flatMap((rad) => [
      { ...rad, serie: 'Utfall' },
      { ...rad, serie: 'Budget', värde: 100, text: '100,0' }
    ])
    expect(
      describeDiagram(mall('grupperade-staplar'), data(rader, { enhet: MNKR, titel: 'Kostnad' }))
    ).toBe(
      'Grupperat stapeldiagram över kostnad, miljoner kronor. 2 rader med Utfall och Budget. Utfall: högst FM: 179,2\u00a0mnkr, lägst Sjukresor: 134,9\u00a0mnkr. Budget: båda värdena är lika.'
    )
  })

  it('lists all parts of a whole, those of zero too', () => {
    const rader = rows([
      ['Uppfyllt', 9, '9', 'uppfyllt'],
      ['Delvis', 4, '4', 'delvis'],
      ['Ej uppfyllt', 0, '0', 'ej uppfyllt']
    ])
    expect(
      describeDiagram(mall('fordelning'), data(rader, { enhet: ST, titel: 'Måluppfyllelse' }))
    ).toBe(
      'Fördelningsdiagram över måluppfyllelse, stycken. 3 delar: Uppfyllt 9\u00a0st, Delvis 4\u00a0st och Ej uppfyllt 0\u00a0st.'
    )
  })
})

describe('the table beside a chart', () => {
  it('has a row a period, a column a series, and the target last', () => {
    const rader = [
      ...years(2020, [5.71, 4.77], { serie: 'Regionstöd' }),
      ...years(2021, [6.8], { serie: 'Hela regionen' })
    ]
    const målvärde = { text: 'högst 4,5\u00a0%', värde: 4.5 }
    expect(tableOf(mall('linje'), data(rader, { målvärde }))).toEqual({
      kolumner: ['Period', 'Regionstöd (%)', 'Hela regionen (%)'],
      rader: [
        ['2020', '5,71', '–'],
        ['2021', '4,77', '6,8'],
        ['Mål', 'högst 4,5\u00a0%', 'högst 4,5\u00a0%']
      ]
    })
  })

  it('has months as rows and years as columns', () => {
    const rader = years(2020, [4.1, 5.8]).map((rad) => ({
      ...rad,
      period: `${rad.period ?? ''}-03`
    }))
    expect(tableOf(mall('manader'), data(rader))).toEqual({
      kolumner: ['Månad', '2020 (%)', '2021 (%)'],
      rader: [['mars', '4,1', '5,8']]
    })
  })

  it('keeps two rows of the same name', () => {
    const rader = rows([
      ['Övrigt', 2, '2'],
      ['Övrigt', 1, '1']
    ])
    expect(tableOf(mall('fordelning'), data(rader, { enhet: ST, titel: 'Antal' })).rader).toEqual([
      ['Övrigt', '2'],
      ['Övrigt', '1']
    ])
  })

  it('takes its first heading from the data', () => {
    expect(
      tableOf(
        mall('avvikelse'),
        data(rows([['FM', -9.5, '−9,5']]), { radrubrik: 'Område', enhet: MNKR })
      )
    ).toEqual({ kolumner: ['Område', 'Sjukfrånvaro (mnkr)'], rader: [['FM', '−9,5']] })
  })
})
