import { describe, expect, it } from 'vitest'
import { createSource } from '../../src/source.ts'
import { readTystningar } from '../../src/rules/silence.ts'
import { checkExempel } from './exempel.ts'

const rulesOf = async (exempel: Parameters<typeof checkExempel>[0]) => {
  const { diagnostics, tystade } = await checkExempel(exempel)
  return {
    fynd: diagnostics.map(({ rule, severity, text }) => `${severity} ${rule}: ${text}`),
    tystade: tystade.map(({ diagnostic, tystning }) => `${diagnostic.rule}: ${tystning.skäl}`)
  }
}

describe('readTystningar(source)', () => {
  it('covers the next paragraph, or its own', () => {
    const text =
      'Ett.\n\n<!-- tystad: a-b: därför -->\n\nTvå.\nTre.\n\nFyra. <!-- tystad: c-d: så är det -->\n'
    const found = readTystningar(createSource('x.md', text))
    expect(
      found.map(({ regel, skäl, från, till }) => [regel, skäl, text.slice(från, till)])
    ).toEqual([
      ['a-b', 'därför', '<!-- tystad: a-b: därför -->\n\nTvå.\nTre.'],
      ['c-d', 'så är det', 'Fyra. <!-- tystad: c-d: så är det -->\n']
    ])
  })

  it('passes by what is shown as code', () => {
    const text =
      'Skriv `<!-- tystad: a-b: därför -->` så.\n\n```md\n<!-- tystad: a-b: därför -->\n```\n\n<!-- tystad: c-d: menat -->\nText.\n\n~~~\n<!-- tystad: a-b: öppet -->\n'
    expect(readTystningar(createSource('x.md', text)).map(({ regel }) => regel)).toEqual(['c-d'])
  })

  it('covers a line of YAML, or the one below', () => {
    const text = 'a: 1 # tystad: a-b: därför\n# tystad: c-d: för att\n# mer\nb: 2\nc: 3\n'
    const found = readTystningar(createSource('x.yaml', text))
    expect(
      found.map(({ regel, skäl, från, till }) => [regel, skäl, text.slice(från, till)])
    ).toEqual([
      ['a-b', 'därför', 'a: 1 # tystad: a-b: därför\n'],
      ['c-d', 'för att', 'b: 2\n']
    ])
  })
})

describe('silencing', () => {
  it('takes a finding away and keeps its reason', async () => {
    expect(
      await rulesOf({
        text: '<!-- tystad: ord-en-gang: citat ur lagen -->\nMålet är att att minska.'
      })
    ).toEqual({ fynd: [], tystade: ['ord-en-gang: citat ur lagen'] })
  })

  it('works in data, for checks made when they are read', async () => {
    const data = (comment: string) => `konton:
  - id: städ
    namn: Städ
    enhet: mnkr
    serie:
      2021:
        utfall: -134,9
        budget: -119,5
        avvikelse: -15,5${comment}
`
    const without = await rulesOf({ data: data('') })
    expect(without.fynd).toHaveLength(1)
    expect(without.fynd[0]).toMatch(/^advice givet-lika-med-beraknat/)
    expect(
      await rulesOf({ data: data(' # tystad: givet-lika-med-beraknat: så står det') })
    ).toEqual({
      fynd: [],
      tystade: ['givet-lika-med-beraknat: så står det']
    })
  })

  it('needs a reason, a rule that is there, and something to silence', async () => {
    const { fynd } = await rulesOf({
      text: `<!-- tystad: ord-en-gang -->
Målet är att att minska.

<!-- tystad: ord-en-gong: därför -->
Text.

<!-- tystad: ord-en-gang: därför -->
Text.

<!-- tystad: referens-finns: därför -->
Text.`
    })
    expect(fynd).toEqual([
      'warning tystning-har-skal: Tystningen av "ord-en-gang" saknar skäl och gäller därför inte.',
      'warning ord-en-gang: Ordet "att" står två gånger i rad.',
      'warning tystning-galler-en-regel: Okänd regel "ord-en-gong" i en tystning.',
      'advice tystning-behovs: Tystningen av "ord-en-gang" tystar ingenting.',
      'warning tystning-galler-en-regel: Regeln "referens-finns" går inte att tysta, för felet gör att något inte kan skrivas ut.'
    ])
  })
})

describe('levels', () => {
  const rapport = (regler: string) => ({
    'content/region/enhet/2021-arsrapport/rapport.yaml': `rapport:
  dokumenttyp: årsrapport
  titel: Årsrapport 2021
  period: 2021
  status: utkast
  regler:
    ${regler}
`
  })
  const styrmodell = (regler: string) => ({
    'data/region/styrmodell.yaml': `styrmodell:
  nivåer: [perspektiv, mål]
  regler:
    ${regler}
`
  })
  const text = 'Målet är att att minska.'
  const FYND = 'ord-en-gang: Ordet "att" står två gånger i rad.'

  it('are set by the project, and by the report over it', async () => {
    const project = styrmodell('ord-en-gang: fel')
    expect((await rulesOf({ text, filer: project })).fynd).toEqual([`error ${FYND}`])
    expect(
      (await rulesOf({ text, filer: { ...project, ...rapport('ord-en-gang: råd') } })).fynd
    ).toEqual([`advice ${FYND}`])
    expect(
      (await rulesOf({ text, filer: { ...project, ...rapport('ord-en-gang: av') } })).fynd
    ).toEqual([])
  })

  it('know their rules and their words', async () => {
    expect((await rulesOf({ filer: styrmodell('ord-en-gång: fel') })).fynd).toEqual([
      'warning regel-finns: Okänd regel "ord-en-gång".'
    ])
    expect((await rulesOf({ filer: rapport('referens-finns: av') })).fynd).toEqual([
      'warning regel-finns: Nivån på regeln "referens-finns" går inte att ändra.'
    ])
    expect((await rulesOf({ filer: rapport('ord-en-gang: strängt') })).fynd[0]).toContain('strängt')
  })
})
