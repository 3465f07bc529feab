import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { make } from '../../src/pipeline.ts'
import { formatDiagnostics } from '../../src/reporter.ts'
import { allDiagnostics, createEffects, REPO } from '../helpers/project.ts'

const NÄMND = 'region-mellansjo/halso-och-sjukvardsnamnden/2024-t2-delarsrapport'
const DELÅR = 'region-mellansjo/regionstyrelsen/2024-t2-delarsrapport'
const ÅR = 'region-mellansjo/regionstyrelsen/2024-arsredovisning'

/** The region's files as they stand in the repository. */
const filer: Record<string, string> = {}
for (const folder of ['data/region-mellansjo', 'content/region-mellansjo'])
  for (const entry of readdirSync(`${REPO}/${folder}`, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = `${entry.parentPath}/${entry.name}`
      filer[path.slice(REPO.length + 1)] = readFileSync(path, 'utf8')
    }

/** One file with one value changed, where the text before it says which. */
function changed(path: string, före: string, värde: string): Record<string, string> {
  const text = filer[path] ?? ''
  const at = text.indexOf(före)
  const start = at + före.length
  if (at < 0 || text.includes(före, start)) throw new Error(`Not once in ${path}: ${före}`)
  const slut = text.indexOf('\n', start)
  return { ...filer, [path]: `${text.slice(0, start)} ${värde}${text.slice(slut)}` }
}

const build = (files: Record<string, string>) =>
  make('/projekt', { rapporter: [NÄMND, DELÅR, ÅR], pdf: false }, createEffects(files))

/** Each report's chapters as text, by its id; undefined for one that wasn't written. */
async function texts(files: Record<string, string>): Promise<(string | undefined)[]> {
  const { made } = await build(files)
  return [NÄMND, DELÅR, ÅR].map((id) => {
    const html = made.find(({ mapp }) => mapp.id === id)?.finished?.files.get('index.html')
    return html
      ?.slice(html.indexOf('<section class="kapitel'), html.indexOf('<section class="kallor'))
      .replaceAll(/<\/t[hd]>/g, ' ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
  })
}

async function found(files: Record<string, string>): Promise<string> {
  const making = await build(files)
  return formatDiagnostics(allDiagnostics(making), making.sources).replaceAll('\u00a0', ' ')
}

const VÅRDGARANTI = [
  'data/region-mellansjo/halso-och-sjukvardsnamnden/indikatorer.yaml',
  `      2024-T2:
        målvärde: minst 85
        utfall:`
] as const

describe('a figure that is written once', () => {
  it('is in the board’s report, the region’s delårsrapport and the årsredovisning', async () => {
    const [nämnd, delår, år] = await texts(filer)
    expect(nämnd).toContain('Andelen första besök i tid har stigit till 79,6 %.')
    expect(delår).toContain('Andelen första besök inom vårdgarantins tid är 79,6 %, mot 74,1 %')
    expect(år).toContain('var 78,4 % i april, 79,6 % i augusti och 82,3 % i december')
  })

  it('changes in all three when it is changed in the board’s data', async () => {
    const [nämnd, delår, år] = await texts(changed(...VÅRDGARANTI, '80,9'))
    expect(nämnd).toContain('Andelen första besök i tid har stigit till 80,9 %.')
    expect(delår).toContain('Andelen första besök inom vårdgarantins tid är 80,9 %, mot 74,1 %')
    expect(år).toContain('var 78,4 % i april, 80,9 % i augusti och 82,3 % i december')
    for (const text of [nämnd, delår, år]) expect(text).not.toContain('79,6 %')
  })

  it('changes the board’s assessment in the heat map too', async () => {
    const reached = changed(...VÅRDGARANTI, '85,0')
    const path = 'data/region-mellansjo/halso-och-sjukvardsnamnden/indikatorer.yaml'
    const both = (reached[path] ?? '').replace('utfall: 64,7', 'utfall: 80,0')
    const row = (text: string | undefined) =>
      /Hälso- och sjukvårdsnämnden\s+(Uppnått|Delvis uppnått|Ej uppnått)/.exec(text ?? '')?.[1]
    const [, före] = await texts(filer)
    const [, efter] = await texts({ ...filer, [path]: both })
    expect([row(före), row(efter)]).toEqual(['Delvis uppnått', 'Uppnått'])
  })

  it('meets its outcome: the forecast of the delårsrapport is the årsredovisning’s', async () => {
    const [, delår, år] = await texts(filer)
    expect(delår).toContain('Prognosen för helåret är 107,0 mnkr')
    expect(år).toContain('en prognos på 107,0 mnkr för året')
    expect(år).toContain('från augustiprognosen till utfallet är skillnaden 55,9 mnkr')
  })
})

describe('the region’s statements', () => {
  it('have no fault and no warning', async () => expect(await found(filer)).toBe(''))

  it('gather what a division writes in thousands with costs as plus', async () => {
    // Specialistvård: −334 800 + 2 061 300 + 198 600 + 652 900 + 1 069 400 = 3 647 400 tkr.
    // The board: −1 853,7 − 3 647,4 − 507,3 = −6 008,4 mnkr, 78,4 above the budget of −5 930,0.
    const [, , år] = await texts(filer)
    expect(år).toContain('Hälso- och sjukvårdsnämnden överskred sin budget med 78,4 mnkr.')
    expect(år).toContain('Hälso- och sjukvårdsnämnden −6 008,4 −5 930,0 −78,4 −5 840,9')
  })

  it('stop the reports when a division’s cost no longer agrees with the income statement', async () => {
    const path = 'data/region-mellansjo/division-specialistvard/ekonomi.yaml'
    const files = {
      ...filer,
      [path]: (filer[path] ?? '').replace('utfall: 652 900', 'utfall: 642 900')
    }
    expect(await found(files)).toContain(
      'Driftredovisningens summa är verksamhetens nettokostnader i resultaträkningen: det stämmer inte 2024, −7 319,4 mnkr mot −7 309,4 mnkr.'
    )
    const [nämnd, delår, år] = await texts(files)
    expect(nämnd).toBeDefined()
    expect([delår, år]).toEqual([undefined, undefined])
  })

  it('stop a reservation above the ceiling of 61,3', async () =>
    // 162,9 − 4,2 − 21,5 = 137,2; less 1 % of 7 587,9.
    expect(
      await found(
        changed(
          'data/region-mellansjo/regionstyrelsen/balanskrav.yaml',
          '        prognos: 0,0\n      2024:\n        utfall:',
          '61,4'
        )
      )
    ).toContain('Reserveringen till resultatreserven är 61,4 mnkr, men taket är 61,3 mnkr'))

  it('stop cash that the flow doesn’t end in', async () => {
    const path = 'data/region-mellansjo/regionstyrelsen/kassaflode.yaml'
    const files = { ...filer, [path]: (filer[path] ?? '').replace('12,1', '13,1') }
    expect(await found(files)).toContain(
      'Likvida medel vid periodens slut är balansräkningens kassa och bank: det stämmer inte 2024, 501,1 mnkr mot 500,1 mnkr.'
    )
  })
})
