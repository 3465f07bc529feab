/**
 * Every character that the page's fonts can show, as hexadecimal ranges: Source Serif 4, Source
 * Sans 3 (latin and latin-ext) and Tertial Tecken together. Read out of the font files; a test
 * compares the two, so a new version of a font that can more or less is noticed.
 */
const RANGES = `
0020-007E 00A0-0181 0186 018A 018D-0190 0192-0194 0196-0197 019A-019B 019E 01A0-01A1
01AF-01B1 01B7 01BF-01C3 01CD-01DD 01E2-01E7 01EA-01EB 01EE-01F0 01F4-01F5 01F7-0201
0204-0205 0208-0209 020C-020D 0218-0220 0222-0223 0226-0227 0237 023A-023E 0241-0245
0248-0249 0250-027B 027D-0285 0287-0292 0294-0295 0298-0299 029B-029F 02A1-02A8 02B0-02B4
02B7-02B9 02BB-02C1 02C6-02CC 02D0-02D7 02DA 02DC-02DE 02E0-02E4 02ED 0300-0301 0303-0304
0308-0309 0323 0329 0374-0375 037A 037E 0384-038A 038C 038E-03A1 03A3-03D1 03D5 03D7 03D9
03DB 03DD 03E1 03F4 03F7-03F8 1D25 1D2C 1D2E 1D30-1D31 1D33-1D3A 1D3C 1D3E-1D43 1D47-1D4B
1D4D 1D4F-1D52 1D56-1D58 1D5B 1D6F-1D70 1D79 1D7B 1D7F 1D9C 1DA0 1DAC 1DAE 1DB0 1DBB 1DBF
1E02-1E03 1E06-1E07 1E0A-1E11 1E16-1E17 1E1E-1E2B 1E32-1E3B 1E3E-1E49 1E52-1E53 1E56-1E63
1E66-1E67 1E6A-1E6F 1E72-1E73 1E7E-1E85 1E8E-1E97 1E9E-1E9F 1EF2-1EF9 2002 2007 2009-200B
2010-201E 2020-2023 2026 202F-2033 2035 2039-203A 203C-203F 2044 2047-204A 2070-2071
2074-208E 20A1 20A3-20A4 20A6-20A7 20A9 20AB-20AC 20AE 20B1-20B2 20B4-20B5 20B8-20BA 20BD
20BF 2105 2113 2116-2117 211E 2120 2122 2126 212E 2150-215E 2189 2190-2199 21A8-21AA
21D0-21D3 21E7 2200 2202-2203 2206 220F 2211-2212 2215 2219-221A 221E-221F 2229 222B
2236-2237 2248 2260-2261 2264-2265 2302-2303 2310 2318 231C-2321 2325-2326 232B 25A0-25A1
25AA-25AC 25B2-25BA 25BC-25C4 25C6 25C9-25CC 25CF 25D8-25D9 25E6 2605-2606 2610-2611 2615
263A-263C 263F-2642 2660 2663 2665-2666 266A-266B 26A0 2713-2714 2717-2718 2752 275B-2760
2764 27E6-27E9 2C60-2C62 2C65-2C66 2C71 2C7D A722-A725 A74E-A74F A75A-A75B A764-A765
A779-A787 A789 A7AD-A7AE A7B3 A7B5 A7F2-A7F4 FEFF FFFF
`

/** Laid out by the browser without a glyph of their own: line breaks, joiners, spaces of given width. */
const WITHOUT_GLYPH = /[\t\n\r\u00AD\u200B-\u200D\u2060\u2061\uFEFF]|\p{Variation_Selector}/u

const covered = new Set<number>()
for (const range of RANGES.trim().split(/\s+/)) {
  const [first = '', last = first] = range.split('-')
  for (let code = parseInt(first, 16); code <= parseInt(last, 16); code++) covered.add(code)
}

/** A character that no font on the page has, and where in the text it stands (UTF-16 units). */
export interface MissingGlyph {
  readonly tecken: string
  readonly index: number
}

/**
 * What would be printed as an empty box, or by whatever font the machine happens to have. A letter
 * followed by a loose accent counts as the letter it makes.
 */
export function missingGlyphs(text: string): MissingGlyph[] {
  const missing: MissingGlyph[] = []
  let index = 0
  let before = ''
  for (const tecken of text) {
    if (!covered.has(tecken.codePointAt(0) ?? 0) && !WITHOUT_GLYPH.test(tecken)) {
      const whole = (before + tecken).normalize('NFC')
      const made = [...whole].length === 1 && covered.has(whole.codePointAt(0) ?? 0)
      if (!made || before === '') missing.push({ tecken, index })
    }
    before = tecken
    index += tecken.length
  }
  return missing
}
