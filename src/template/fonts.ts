/** A font file that pages use. `from` is where it lies: in an npm package or in the project. */
export interface FontFile {
  readonly file: string
  readonly from: { readonly package: string; readonly path: string } | { readonly path: string }
  readonly family: string
  readonly weight: 400 | 600
  readonly style: 'normal' | 'italic'
  readonly range: string
  /** Makes a theme's face as wide as the one that tables and charts are laid out with: "92%". */
  readonly adjust?: string | undefined
}

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF'
/** Arrows, mathematics, fractions, shapes, Greek: what the two text fonts lack. */
const TECKEN = 'U+0370-03FF,U+2000-2BFF'

/** What pages with examples of code are set in besides; others do without. */
const KOD = 'Source Code Pro'

const STYLES = ['normal', 'italic'] as const
const WEIGHTS = [400, 600] as const

/** The faces of a family in a `@fontsource` package, latin and latin-ext. */
export function packageFaces(slug: string, family: string): FontFile[] {
  return (
    [
      ['latin-ext', LATIN_EXT],
      ['latin', LATIN]
    ] as const
  ).flatMap(([subset, range]) =>
    WEIGHTS.flatMap((weight) =>
      STYLES.map((style): FontFile => {
        const file = `${slug}-${subset}-${weight}-${style}.woff2`
        const from = { package: `@fontsource/${slug}`, path: `files/${file}` }
        return { file, from, family, weight, style, range }
      })
    )
  )
}

/** What an organisation's own file is asked for: everything, since it may hold anything. */
export const ALLT = 'U+0000-10FFFF'

/**
 * Static fonts only: variable ones and synthetic italics become unnamed outlines in a PDF. The
 * sign font stands for itself in italics too, so that nothing is slanted by the browser.
 */
export const fontFiles: readonly FontFile[] = [
  {
    file: 'source-code-pro-latin-400-normal.woff2',
    from: {
      package: '@fontsource/source-code-pro',
      path: 'files/source-code-pro-latin-400-normal.woff2'
    },
    family: KOD,
    weight: 400,
    style: 'normal',
    range: LATIN
  },
  ...packageFaces('source-sans-3', 'Source Sans 3'),
  ...packageFaces('source-serif-4', 'Source Serif 4'),
  ...WEIGHTS.flatMap((weight) =>
    STYLES.map((style): FontFile => ({
      file: `tecken-${weight}.woff2`,
      from: { path: `templates/tema/tecken-${weight}.woff2` },
      family: 'Tertial Tecken',
      weight,
      style,
      range: TECKEN
    }))
  )
]

/** The faces a text needs: those whose range holds one of its characters, and that of code where it has any. */
export function fontsFor(
  text: string,
  kod = false,
  files: readonly FontFile[] = fontFiles
): FontFile[] {
  const codes = new Set<number>()
  for (const char of text) codes.add(char.codePointAt(0) ?? 0)
  const needed = new Map<string, boolean>()
  for (const { range } of files) {
    if (needed.has(range)) continue
    const ranges = range.split(',').map((part) => {
      const [first = '', last = first] = part.slice(2).split('-')
      return [parseInt(first, 16), parseInt(last, 16)] as const
    })
    const basic = range === LATIN || range === ALLT
    needed.set(
      range,
      basic ||
        [...codes].some(
          (code) => !inLatin(code) && ranges.some(([first, last]) => code >= first && code <= last)
        )
    )
  }
  return files.filter(({ family, range }) => (kod || family !== KOD) && needed.get(range))
}

/** What the latin files do hold in the ranges that others share with them. */
function inLatin(code: number): boolean {
  return code < 0x100 || '–—‘’‚“”„•…‹›€™↑↓−∕\u2009\u200A'.includes(String.fromCodePoint(code))
}

/**
 * `@font-face` rules. `urlOf` says where a file is found: a relative address on the web, a data
 * URI in what is printed.
 */
export function fontFaces(
  urlOf: (file: string) => string,
  files: readonly FontFile[] = fontFiles
): string {
  return files
    .map(
      ({ file, family, weight, style, range, adjust }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url("${urlOf(file)}")${/woff2$/.test(file) ? ' format("woff2")' : ''};unicode-range:${range}${adjust === undefined ? '' : `;size-adjust:${adjust}`}}`
    )
    .join('\n')
}
