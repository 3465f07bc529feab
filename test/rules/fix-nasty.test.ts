import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { createEffects, MINSTA } from '../helpers/project.ts'
import { filesOf } from './exempel.ts'

const TEXT = 'content/region/enhet/2021-arsrapport/10-text.md'
const DATA = `nyckeltal:
  - id: effekt
    namn: Effekt av omställningen
    enhet: mnkr
    serie:
      2021:
        utfall: 33,4
`

/** The text after one `--fix`, and after another, with no-break spaces as ␣. */
async function fixed(text: string): Promise<[string, string]> {
  const files: Record<string, string | null> = { ...MINSTA, ...filesOf({ text, data: DATA }) }
  const at = (path: string) => path.slice('/projekt/'.length)
  const now = () => createEffects(files).files
  const effects = {
    ...createEffects(files),
    files: {
      ...now(),
      readFile: (path: string) => now().readFile(path),
      readText: (path: string) => now().readText(path),
      exists: (path: string) => now().exists(path),
      list: (path: string) => now().list(path),
      async writeFile(path: string, data: string | Uint8Array) {
        files[at(path)] = String(data)
      },
      async rename(from: string, to: string) {
        files[at(to)] = files[at(from)] ?? ''
        delete files[at(from)]
      }
    }
  }
  const once = async () => {
    await check('/projekt', { rapporter: [], fix: true }, effects)
    return (files[TEXT] ?? '').replace('# Inledning\n\n', '').replaceAll('\u00a0', '␣')
  }
  return [await once(), await once()]
}

describe('check --fix', () => {
  it.each([
    [
      'line breaks as they are written',
      'Ett  och 8,5%.\r\nTvå och ca70 fall..\r\n',
      'Ett och 8,5␣%.\r\nTvå och ca 70 fall.\r\n\n'
    ],
    [
      'code',
      'Kod `a  b 8,5%` och\n\n```\n8,5%  -7..\n```\n\nText  efter.',
      'Kod `a  b 8,5%` och\n\n```\n8,5%  -7..\n```\n\nText efter.\n'
    ],
    [
      'addresses, and the words of a link',
      'En [länk  8,5%](https://example.se/a..html?x=8.5%)  och <https://example.se/8.5%25>.',
      'En [länk  8,5%](https://example.se/a..html?x=8.5%) och <https://example.se/8.5%25>.\n'
    ],
    [
      "a heading's own id",
      '## Rubrik  med 8,5% {#rubrik-ett}\n\nText.',
      '## Rubrik med 8,5␣% {#rubrik-ett}\n\nText.\n'
    ],
    [
      "a table's bars and padding",
      '| År  | Tal |\n| --- | ---: |\n| a..b  | -7,8% |',
      '| År  | Tal |\n| --- | ---: |\n| a..b  | −7,8␣% |\n'
    ],
    [
      'comments and attributes',
      '<!-- så  8,5% -7,8.. -->\n\nFet <b title="a  b">fet  text</b>.',
      '<!-- så  8,5% -7,8.. -->\n\nFet <b title="a  b">fet text</b>.\n'
    ],
    [
      'marks round a number that is bound, and a number in quotation',
      'Det gav **33,4 mnkr**.\n\n> Det gav 33,4 mnkr..',
      'Det gav **{{tal "effekt.utfall"}}**.\n\n> Det gav 33,4 mnkr.\n'
    ],
    ['a hard line break', 'Rad  \nbrytning  8,5%.', 'Rad  \nbrytning 8,5␣%.\n'],
    [
      'escapes and entities',
      'Så \\*5.6 %\\* &amp;  5,6% &lt;b>.',
      'Så \\*5,6 %\\* &amp; 5,6␣% &lt;b>.\n'
    ],
    ['notes', 'Not.[^1]\n\n[^1]: Noten  har 8,5%..', 'Not.[^1]\n\n[^1]: Noten har 8,5␣%.\n'],
    [
      'letters of two units',
      'Räkning 𝑥 8,5% och å\u0308 -7,8%',
      'Räkning 𝑥 8,5␣% och å\u0308 −7,8␣%\n'
    ]
  ])('keeps %s, and has nothing left to do', async (_, text, väntat) => {
    const [once, twice] = await fixed(text)
    expect(once).toBe(väntat)
    expect(twice).toBe(once)
  })
})
