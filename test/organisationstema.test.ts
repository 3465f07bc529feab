import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, makeProject, REPO } from './helpers/project.ts'

const ORG = 'data/region/organisation.yaml'
const organisation = (tema: string) => `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Enheten
  tema:
${tema.replace(/^/gm, '    ')}
`
const med = (tema: string, filer: Readonly<Record<string, string | Uint8Array>> = {}) => ({
  [ORG]: organisation(tema),
  ...Object.fromEntries(Object.entries(filer).map(([fil, text]) => [`data/region/${fil}`, text]))
})
const logotyp = 'logotyp:\n  fil: tema/logga.svg\n  alt: Regionens märke'
const svg = (inner: string, root = 'viewBox="0 0 9 9"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n${inner}\n</svg>`
const font = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`${REPO}/node_modules/@fontsource/${name}`))
const SANS = font('fira-sans/files/fira-sans-latin-400-normal.woff2')

/** What is said, without place and frame: text and advice. */
async function said(tema: string, filer?: Parameters<typeof med>[1]): Promise<string[]> {
  const all = await check(med(tema, filer))
  return all.split('\n').filter((line) => /^ {2}\S/.test(line) && !/^ {2}\d+ │|^ +│/.test(line))
}

describe('a logotype', () => {
  it('stands on the cover, with its words for those who do not see it', async () => {
    const { made } = await makeProject(
      med(logotyp, { 'tema/logga.svg': svg('<path d="M0 0h9"/>') })
    )
    const html = made[0]?.finished?.files.get('index.html') ?? ''
    expect(html).toMatch(
      /<picture class="logotyp platta"><img src="data:image\/svg\+xml;base64,[\w+/]+(=|&#x3D;)*" alt="Regionens märke"><\/picture>/
    )
  })

  it('has one for coloured ground and one for white', async () => {
    const tema = `${logotyp}\n  negativ: tema/vit.svg\nomslag: ljus`
    const { made } = await makeProject(
      med(tema, { 'tema/logga.svg': svg('<g/>'), 'tema/vit.svg': svg('<g id="vit"/>') })
    )
    const html = made[0]?.finished?.files.get('index.html') ?? ''
    expect(html).toContain('<header class="omslag ljus">')
    expect(html).toContain(
      '<picture class="logotyp"><source media="screen and (prefers-color-scheme: dark)" srcset="data:'
    )
  })

  it('is missed where it is named', async () => {
    expect(await check(med(logotyp, { 'tema/logo.svg': svg('<g/>') }))).toBe(
      `data/region/organisation.yaml:9:12  fel  tema-fil
  Filen tema/logga.svg finns inte i data/region.

  8 │     logotyp:
  9 │       fil: tema/logga.svg
    │            ~~~~~~~~~~~~~~
  Menade du "tema/logo.svg"?
`
    )
  })

  it.each([
    ['<script>alert(1)</script>', 'Logotypen tema/logga.svg innehåller skript på rad 2.'],
    ['<path onclick="x()"/>', 'Logotypen tema/logga.svg innehåller skript på rad 2.'],
    [
      '<image href="https://example.org/a.png"/>',
      'Logotypen tema/logga.svg innehåller en hänvisning till en annan fil på rad 2.'
    ],
    ['<foreignObject/>', 'Logotypen tema/logga.svg innehåller främmande innehåll på rad 2.'],
    ['<text>Region</text>', 'Logotypen tema/logga.svg innehåller text på rad 2.'],
    ['<filter id="f"/>', 'Logotypen tema/logga.svg innehåller ett filter eller en mask på rad 2.'],
    ['<animate/>', 'Logotypen tema/logga.svg innehåller rörelse på rad 2.']
  ])('may not hold %s', async (inner, text) => {
    expect((await said(logotyp, { 'tema/logga.svg': svg(inner) }))[0]).toBe(`  ${text}`)
  })

  it.each([
    [
      svg('<g/>', 'width="9"'),
      'Logotypen tema/logga.svg har ingen viewBox och kan inte få rätt storlek.'
    ],
    ['<html>', 'Logotypen tema/logga.svg går inte att läsa som SVG.'],
    [svg('<g/>'.repeat(60_000)), 'Logotypen tema/logga.svg är 241 kB, högst 200 kB går bra.']
  ])('is refused when it can not be used (%#)', async (file, text) => {
    expect((await said(logotyp, { 'tema/logga.svg': file }))[0]).toBe(
      `  ${text.replace(/(\d) kB/g, '$1\u00a0kB')}`
    )
  })

  it('is SVG or PNG, and inside the folder', async () => {
    const annan = (fil: string) => logotyp.replace('tema/logga.svg', fil)
    expect((await said(annan('a.jpg'), { 'a.jpg': 'x' }))[0]).toBe(
      '  Logotypen a.jpg är varken SVG eller PNG.'
    )
    expect((await said(annan('a.png'), { 'a.png': 'x' }))[0]).toBe(
      '  Logotypen a.png går inte att läsa som PNG.'
    )
    expect((await said(annan('../b.svg')))[0]).toBe(
      '  Filen ../b.svg ligger utanför organisationens mapp.'
    )
  })
})

describe('typefaces', () => {
  it('come from an installed package, as wide as those they replace', async () => {
    const { made } = await makeProject(med('typsnitt:\n  rubriker: Fira Sans\n  text: Literata'))
    const finished = made[0]?.finished
    const html = finished?.files.get('index.html') ?? ''
    expect(html).toContain(
      "--sans:'Fira Sans','Source Sans 3','Tertial Tecken',sans-serif;--serif:'Literata',"
    )
    expect(html).toMatch(/font-family:"Fira Sans";font-weight:600;[^}]*size-adjust:9\d(\.\d)?%}/)
    expect(finished?.fonts.map(({ file }) => file)).toContain('literata-latin-400-italic.woff2')
  })

  it('come from files of the organisation', async () => {
    const tema =
      'typsnitt:\n  rubriker:\n    namn: Vår Sans\n    normal: tema/a.woff2\n    halvfet: tema/b.woff2'
    const { made } = await makeProject(med(tema, { 'tema/a.woff2': SANS, 'tema/b.woff2': SANS }))
    const html = made[0]?.finished?.files.get('index.html') ?? ''
    expect(html).toContain("--sans:'Vår Sans','Source Sans 3'")
    expect(html).toContain('url("../../../typsnitt/data-region-tema-a.woff2")')
  })

  it.each([
    [
      'Fira Sanz',
      [
        'Typsnittet "Fira Sanz" är inte installerat.',
        'Menade du "Fira Sans"? Annars: npm install --save-exact @fontsource/fira-sanz.'
      ]
    ],
    [
      'Inter Variable',
      [
        'Typsnittet Inter Variable är variabelt: i en pdf blir bokstäverna lösa former som inte går att söka i.',
        'Använd de fasta snitten, en fil för normal (400) och en för halvfet (600). De följer ofta med i mappen static.'
      ]
    ]
  ])('named %s', async (namn, texts) => {
    expect(await said(`typsnitt:\n  rubriker: ${namn}`)).toEqual(texts.map((text) => `  ${text}`))
  })

  it.each([
    [
      'tema/a.woff2',
      new Uint8Array([1, 2, 3]),
      'tema/a.woff2 är inget typsnitt som går att använda.'
    ],
    ['tema/a.svg', SANS, 'tema/a.svg är inget typsnitt som går att använda.'],
    [
      'tema/a.woff2',
      new Uint8Array(readFileSync(`${REPO}/templates/tema/tecken-400.woff2`)),
      /^ {2}Typsnittet Vår Sans saknar a b c å ä ö /
    ],
    [
      'tema/a.ttf',
      new Uint8Array([...SANS, ...new Uint8Array(600_000)]),
      'Typsnittsfilen tema/a.ttf är 624\u00a0kB, högst 600\u00a0kB går bra.'
    ]
  ])('in the file %s that can not be used (%#)', async (fil, bytes, text) => {
    const tema = `typsnitt:\n  text:\n    namn: Vår Sans\n    normal: ${fil}\n    halvfet: ${fil}`
    const [first] = await said(tema, { [fil]: bytes })
    if (typeof text === 'string') expect(first).toBe(`  ${text}`)
    else expect(first).toMatch(text)
  })
})

describe('colours', () => {
  it.each([
    [
      'accent: "#f5b800"',
      'Färgen #f5b800 har kontrasten 1,7:1 mot vitt; #876500 används i stället.'
    ],
    ['varm: "#ff8c42"', 'Färgen #ff8c42 har kontrasten 2,3:1 mot vitt; #a1582a används i stället.'],
    [
      'accent: "#6b6b6b"\nvarm: "#7a1f00"',
      'Färgerna #6b6b6b och #7a1f00 går inte att skilja åt i en svartvit utskrift: kontrasten mellan staplarna är 1,1:1.'
    ]
  ])('%s', async (tema, text) => {
    expect(await said(tema)).toContain(`  ${text}`)
  })
})
