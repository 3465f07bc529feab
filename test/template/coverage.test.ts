import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { missingGlyphs } from '../../src/template/coverage.ts'
import { fontFaces, fontFiles, fontsFor, type FontFile } from '../../src/template/fonts.ts'

const require = createRequire(import.meta.url)

function pathOf({ from }: FontFile): string {
  return 'package' in from
    ? join(dirname(require.resolve(`${from.package}/package.json`)), from.path)
    : from.path
}

function characters(font: FontFile): Set<number> {
  const read = create(readFileSync(pathOf(font))) as unknown as { readonly characterSet: number[] }
  return new Set(read.characterSet.filter((code) => code >= 0x20))
}

describe('missingGlyphs', () => {
  it('finds nothing amiss in Swedish, in signs of reports and in names from near', () => {
    expect(
      missingGlyphs(
        'Räksmörgås ÅÄÖ é – — ” ’ … § % ‰ ½ ² m² € kr − ± × ≤ ≥ ≈ ≠ → ← ↑ ↓ ↩ ✓ ☐ ● ◆ ▲'
      )
    ).toEqual([])
    expect(missingGlyphs('Sámi Čearru Đorđe Łódź Żaneta Ægir Ørsted Ñ Ç ÿ Šimůnek')).toEqual([])
    expect(missingGlyphs('1\u00A0367\u202F000\u00ADtal\u2011här\r\n\t\u200B')).toEqual([])
  })

  it('tells which character and where', () => {
    expect(missingGlyphs('Bra 👍 jobbat 日')).toEqual([
      { tecken: '👍', index: 4 },
      { tecken: '日', index: 14 }
    ])
    expect(missingGlyphs('Ж')).toEqual([{ tecken: 'Ж', index: 0 }])
  })

  it('takes a letter and a loose ring for the letter they make', () => {
    expect(missingGlyphs('A\u030Arsrapport a\u0308r')).toEqual([])
    expect(missingGlyphs('x\u030A')).toEqual([{ tecken: '\u030A', index: 1 }])
  })

  it('knows just what the font files hold', () => {
    const held = new Set(fontFiles.flatMap((font) => [...characters(font)]))
    const layout = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0xfeff])
    const wrong: string[] = []
    for (let code = 0x20; code < 0x30000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      if (
        layout.has(code) ||
        /\p{Variation_Selector}/u.test(String.fromCodePoint(code)) ||
        (code >= 0x7f && code < 0xa0)
      )
        continue
      const missing = missingGlyphs(String.fromCodePoint(code)).length > 0
      if (missing === held.has(code)) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })
})

describe('fontFiles', () => {
  it('lie where they are said to lie', () => {
    expect(fontFiles.filter((font) => !existsSync(pathOf(font)))).toEqual([])
  })

  it('hold the same characters in all styles of a family', () => {
    const upright = new Map<string, string>()
    for (const font of fontFiles) {
      const key = `${font.family} ${font.range}`
      const codes = [...characters(font)].toSorted((a, b) => a - b).join()
      expect.soft(upright.get(key) ?? codes, font.file).toBe(codes)
      upright.set(key, codes)
    }
  })

  it('are named once each by file, but for the sign font that stands for its italics', () => {
    const names = fontFiles.map(({ file }) => file)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([
      'tecken-400.woff2',
      'tecken-600.woff2'
    ])
  })
})

describe('fontsFor', () => {
  const families = (text: string) =>
    [...new Set(fontsFor(text).map(({ file }) => file.replace(/-\d{3}.*/, '')))].toSorted()

  it('takes what a text needs', () => {
    expect(families('Årsrapport – “24,7 mnkr”')).toEqual([
      'source-sans-3-latin',
      'source-serif-4-latin'
    ])
    expect(families('≤ 4,5')).toEqual(['source-sans-3-latin', 'source-serif-4-latin', 'tecken'])
    expect(families('12 ‰')).toContain('tecken')
    expect(fontsFor('a', true)[0]?.file).toBe('source-code-pro-latin-400-normal.woff2')
    expect(families('Čearru')).toContain('source-serif-4-latin-ext')
  })
})

describe('fontFaces', () => {
  it('asks where each file is', () => {
    const [face] = fontFaces((file) => `../fonts/${file}`, fontsFor('a')).split('\n')
    expect(face).toBe(
      '@font-face{font-family:"Source Sans 3";font-weight:400;font-style:normal;font-display:swap;src:url("../fonts/source-sans-3-latin-400-normal.woff2") format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD}'
    )
  })
})
