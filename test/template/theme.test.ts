import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, parseColour } from '../../src/template/colour.ts'
import { createPageStyle, createTheme, cssString } from '../../src/template/theme.ts'

/** Custom properties of a rule, by its place among the `:root` rules (0 light, 1 dark). */
function variables(css: string, at: number): Record<string, string> {
  const rule = [...css.matchAll(/:root\s*\{([^}]*)\}/g)][at]?.[1] ?? ''
  return Object.fromEntries(
    [...rule.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{3,6})/g)].map((m) => [m[1], m[2]])
  )
}

function ratio(a: string | undefined, b: string | undefined): number {
  const [one, other] = [parseColour(a ?? ''), parseColour(b ?? '')]
  if (!one || !other) throw new Error(`Not colours: ${a} and ${b}`)
  return contrast(one, other)
}

const sheet = readFileSync('templates/tema/tertial.css', 'utf8')

describe('contrast', () => {
  it('is 21 between black and white, and 1 between equals', () => {
    expect(ratio('#000', '#fff')).toBe(21)
    expect(ratio('#0f5c6e', '#0f5c6e')).toBe(1)
  })

  it('is that of known pairs', () => {
    expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(ratio('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2)
  })
})

describe('the style sheet', () => {
  const onPaper = ['--ink', '--soft', '--accent', '--warm', '--good', '--part', '--bad', '--none']
  it.each([
    ['light', 0],
    ['dark', 1]
  ] as const)('can be read in the %s theme', (_, at) => {
    const v = variables(sheet, at)
    for (const name of onPaper)
      expect.soft(ratio(v[name], v['--paper']), name).toBeGreaterThanOrEqual(4.5)
    expect(ratio(v['--ink'], v['--faint'])).toBeGreaterThanOrEqual(4.5)
    expect(ratio(v['--accent'], v['--accent-soft'])).toBeGreaterThanOrEqual(4.5)
    expect(ratio(v['--cover-soft'], v['--cover'])).toBeGreaterThanOrEqual(4.5)
    expect(ratio(v['--cover-soft'], v['--cover-figure'])).toBeGreaterThanOrEqual(3)
  })
})

describe('createTheme', () => {
  it('adds nothing without a colour', () => {
    expect(createTheme({})).toEqual({ css: '', messages: [] })
  })

  it('keeps a colour that can be read', () => {
    const { css, messages } = createTheme({ accent: '#0f5c6e' })
    expect(variables(css, 0)['--accent']).toBe('#0f5c6e')
    expect(variables(css, 0)['--cover']).toBe('#0f5c6e')
    expect(messages).toEqual([])
  })

  it('keeps the hue in the dark, only lighter', () => {
    const dark = variables(createTheme({ accent: '#0f5c6e' }).css, 1)
    expect(dark['--accent']).toBe('#43b5d0')
  })

  it('darkens one that cannot, and says so', () => {
    const { css, messages } = createTheme({ accent: '#f5b800' })
    expect(variables(css, 0)['--accent']).toBe('#876500')
    expect(messages).toEqual([
      {
        nyckel: 'accent',
        message: {
          rule: 'tema-kontrast',
          severity: 'advice',
          text: 'Färgen #f5b800 har kontrasten 1,7:1 mot vitt; #876500 används i stället.',
          hint: 'Text kräver minst 4,5:1 (WCAG 2.2, 1.4.3). #876500 är den närmaste nyans som räcker: skriv den, eller välj en mörkare färg.'
        }
      }
    ])
  })

  it.each(['red', '#12345', '', 'url(x)', '#0f5c6e}'])('refuses "%s"', (accent) => {
    const { css, messages } = createTheme({ accent })
    expect(css).toBe('')
    expect(messages[0]?.message.rule).toBe('tema-farg')
  })

  it.each([
    '#0f5c6e',
    '#f5b800',
    '#ffffff',
    '#000000',
    '#e3000f',
    '#7f7f7f',
    '#00a1de',
    '#fff200',
    '#0f0'
  ])('makes themes that can be read of %s', (accent) => {
    const { css } = createTheme({ accent })
    const [light, dark] = [variables(css, 0), variables(css, 1)]
    expect.soft(ratio(light['--accent'], '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect.soft(ratio(light['--accent'], light['--accent-soft'])).toBeGreaterThanOrEqual(4.5)
    expect.soft(ratio(dark['--accent'], '#12171b')).toBeGreaterThanOrEqual(4.5)
    expect.soft(ratio(dark['--accent'], dark['--accent-soft'])).toBeGreaterThanOrEqual(4.5)
    for (const { '--cover': cover, '--cover-soft': soft } of [light, dark]) {
      expect.soft(ratio('#ffffff', cover)).toBeGreaterThanOrEqual(4.5)
      expect.soft(ratio(soft, cover)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('cssString', () => {
  it.each([
    ['Årsrapport 2021', '"Årsrapport 2021"'],
    ['Nämnden för "A" och B\\C', '"Nämnden för \\22 A\\22  och B\\5c C"'],
    ["Kommunens 'egen'", `"Kommunens 'egen'"`],
    ['rad\nbryts', '"rad\\a bryts"'],
    ['</style><script>', '"\\3c /style\\3e \\3c script\\3e "'],
    ['a\u0000b', '"a\\fffd b"'],
    ['', '""']
  ])('%j', (text, css) => {
    expect(cssString(text)).toBe(css)
  })
})

describe('createPageStyle', () => {
  const style = createPageStyle({
    vänster: 'Årsrapport "2021"',
    höger: 'Region',
    fot: null,
    kapitel: [{ id: 'året', rubrik: '1 Året \\ i korthet' }]
  })

  it('writes texts as CSS strings', () => {
    expect(style).toContain('@top-left{content:"Årsrapport \\22 2021\\22 ";')
    expect(style).toContain('@bottom-left{content:none;')
  })

  it('gives each chapter pages of its own, upright and landscape', () => {
    expect(style.split('\n').slice(2)).toEqual([
      '@page kap1{@top-right{content:"1 Året \\5c  i korthet"}}',
      '@page kap1l{size:A4 landscape;margin:26mm 22mm 22mm 22mm;@top-right{content:"1 Året \\5c  i korthet"}}',
      '[data-kapitel="året"]{page:kap1}',
      '[data-kapitel="året"] :is(.liggande,.liggande + .noter){page:kap1l}'
    ])
  })

  it('leaves the cover without head and foot', () => {
    expect(style).toContain(
      '@page omslag{@top-left{content:none}@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}}'
    )
  })
})
