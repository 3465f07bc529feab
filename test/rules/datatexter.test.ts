import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { datatexter } from '../../src/rules/datatexter.ts'
import { createSource } from '../../src/source.ts'
import { createEffects, MINSTA } from '../helpers/project.ts'
import { checkExempel, filesOf } from './exempel.ts'

const texts = (yaml: string, path = 'data/a.yaml'): string[] => {
  const source = createSource(path, yaml)
  return datatexter(source).map(({ text, spanOf }) => {
    const { start, end } = spanOf(0, text.length)
    expect(source.text.slice(start, end)).toBe(text)
    return text
  })
}

describe('datatexter(source)', () => {
  it('reads plain, quoted and folded texts, line by line, where they stand', () => {
    expect(
      texts(`mål:
  - namn: En god vård # skrivet i mars
    beskrivning: 'Vården: nära'
    motivering: "Alla får vård"
    kommentar: |
      Första raden.

      Andra raden.
    åtgärd: Bemanna om
      och utbilda.
      # inte  detta
    metod: "Sagt \\"så\\""
      # inte  heller
    not: 'Det''s
      andra raden' # nej
    hantering: >-
      Följs upp.
`)
    ).toEqual([
      'En god vård',
      'Vården: nära',
      'Alla får vård',
      'Första raden.',
      'Andra raden.',
      'Bemanna om',
      'och utbilda.',
      'Sagt \\"så\\"',
      "Det''s",
      'andra raden',
      'Följs upp.'
    ])
  })

  it('leaves ids, figures, formulas, comments and other files', () => {
    expect(
      texts(
        'konton:\n  - id: a--b\n    formel: a  - b\n    # kommentar: nej  nej\n    utfall: 8,5\n    källa: x..y\n'
      )
    ).toEqual([])
    expect(texts('namn: [a, b]\ntext: {a: b}\nkommentar:\n  2021: a\ntitel:\n')).toEqual([])
    expect(texts('namn: a', 'data/a.csv')).toEqual([])
    expect(texts('')).toEqual([])
  })

  it('lets a text at the end of a file have no line break', () => {
    expect(texts('titel: Årsredovisning 2021')).toEqual(['Årsredovisning 2021'])
    expect(texts('text: |\r\n  Rad ett.\r\n  Rad två.')).toEqual(['Rad ett.', 'Rad två.'])
  })
})

const DATA = (kommentar: string) => `nyckeltal:
  - id: effekt
    namn: Effekt av omställningen
    enhet: mnkr
    serie:
      2021:
        utfall: 33,4
        kommentar: ${kommentar}
`
const FIL = 'data/region/enhet/data.yaml'

/** The rules of language that find something in a comment in data. */
async function found(kommentar: string): Promise<string[]> {
  const { diagnostics } = await checkExempel({ data: DATA(kommentar) })
  return diagnostics.filter(({ span }) => span?.file === FIL).map(({ rule }) => rule)
}

/** The comment after one `--fix`, no-break spaces as ␣. */
async function fixed(kommentar: string): Promise<string> {
  const files: Record<string, string | null> = {
    ...MINSTA,
    ...filesOf({ data: DATA(kommentar) })
  }
  const base = createEffects(files)
  const at = (path: string) => path.slice('/projekt/'.length)
  await check(
    '/projekt',
    { rapporter: [], fix: true },
    {
      ...base,
      files: {
        ...base.files,
        async writeFile(path: string, data: string | Uint8Array) {
          files[at(path)] = String(data)
        },
        async rename(from: string, to: string) {
          files[at(to)] = files[at(from)] ?? ''
        }
      }
    }
  )
  return (/kommentar: (.*)/.exec(files[FIL] ?? '')?.[1] ?? '').replaceAll('\u00a0', '␣')
}

describe('texts in data', () => {
  it('are held to the rules of language', async () => {
    expect(await found('Kostnaden  ökade med 8,5%.')).toEqual([
      'ett-mellanslag',
      'mellanslag-fore-enhet'
    ])
    expect(await found('Arbetet och och tiden är tillfredställande 2019-2021 i allt.')).toEqual([
      'ord-en-gang',
      'ord-ratt-stavade',
      'tankstreck-i-intervall'
    ])
  })

  it.each([
    'Kostnaden ökade med 8,5\u00a0%.',
    "'Vården: nära' # fråga  ekonomi",
    'Källan anger 8 + 4 utan förklaring.',
    'Se e-post, dnr 2019/21 och 5–10 fall.'
  ])('are right, or not ours to change, in "%s"', async (kommentar) => {
    expect(await found(kommentar)).toEqual([])
  })

  it('are silenced where they stand', async () => {
    expect(await found('Två  mellanslag. # tystad: ett-mellanslag: Skrivet så i källan.')).toEqual(
      []
    )
  })

  it('are mended where the file stays as valid', async () => {
    expect(await fixed('Kostnaden  ökade med 8,5%.')).toBe('Kostnaden ökade med 8,5␣%.')
    expect(await fixed("'Mål:  nära vård'")).toBe("'Mål:  nära vård'")
    expect(await fixed('"Ökade : 8,5%"')).toBe('"Ökade : 8,5␣%"')
  })
})
