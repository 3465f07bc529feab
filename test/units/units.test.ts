import { describe, expect, it } from 'vitest'
import { check, makeProject, type Filer } from '../helpers/project.ts'

/** A region with a board of its own signs, gathered in the region's report. */
const region = (text: string, rader = ''): Filer => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Regionstyrelsen
      enheter:
        - id: vard
          namn: Vårdnämnden
        - id: trafik
          namn: Trafiknämnden
`,
  'data/region/vard/ekonomi.yaml': `konton:
  - id: vård
    namn: Vård
    enhet: tkr
    serie:
      2020:
        utfall: 900 000
      2021:
        utfall: 1 000 500
        budget: 990 000
uppställningar:
  - id: drift
    namn: Drift
    enhet: tkr
    tecken: kostnad plus
    kolumner:
      - mått: utfall
    rader:
      - konto: vård
      - summa: Summa
`,
  'data/region/trafik/ekonomi.yaml': `konton:
  - id: trafik
    namn: Trafik
    enhet: mnkr
    decimaler: 1
    serie:
      2021:
        utfall: -300,2
        budget: -310,0
uppställningar:
  - id: drift
    namn: Drift
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: trafik
      - summa: Summa
`,
  'data/region/enhet/drift.yaml': `uppställningar:
  - id: nämnder
    namn: Driftredovisning per nämnd
    enhet: mnkr
    decimaler: 1
    radrubrik: Nämnd
    kolumner:
      - mått: utfall
      - mått: budget
      - mått: avvikelse
    rader:
      - rad: vard/drift.summa
      - rad: trafik/drift.trafik
        namn: Kollektivtrafik
${rader}      - summa: Summa
`,
  'content/region/enhet/2021-arsrapport/10-inledning.md': `# Inledning\n\n${text}\n`
})

/** The figures of the page in order, as printed. */
async function printed(text: string): Promise<string[]> {
  const { made } = await makeProject(region(text))
  const html = made[0]?.finished?.files.get('index.html') ?? ''
  const chapter = html.slice(
    html.indexOf('<section class="kapitel'),
    html.indexOf('<section class="kallor')
  )
  return [...chapter.matchAll(/<data class="tal"[^>]*>([^<]*)</g)].map(([, number = '']) =>
    number.replaceAll('\u00a0', ' ')
  )
}

describe('references between units', () => {
  it('print another unit’s figure in prose', async () =>
    expect(
      await printed('Vården kostade {{tal "vard/drift.summa.utfall" enhet="mnkr" decimaler=1}}.')
    ).toEqual(['1 000,5 mnkr']))

  it('gather units in a table, turning the signs of those that write costs with plus', async () =>
    // Cost with plus: utfall 1 000,5 is −1 000,5 here; 10,5 above budget is −10,5 in both conventions.
    expect(await printed('{{tabell "nämnder"}}')).toEqual([
      '−1 000,5',
      '−990,0',
      '−10,5',
      '−300,2',
      '−310,0',
      '9,8',
      '−1 300,7',
      '−1 300,0',
      '−0,7'
    ]))

  it('know the year before, and can be computed with', async () =>
    expect(
      await printed(
        '{{förändring "vard/vård.utfall"}} {{andel "trafik/trafik.utfall" "nämnder.summa.utfall"}}'
      )
    ).toEqual(['+11,2 %', '23 %']))

  it('say where the figure comes from: the other unit’s file', async () => {
    const { made } = await makeProject(region('{{tal "trafik/trafik.utfall"}}'))
    expect(made[0]?.finished?.files.get('index.html')).toContain(
      'data-källa="data/region/trafik/ekonomi.yaml:8"'
    )
  })
})

describe('faults in references between units', () => {
  it('name the unit that isn’t there, with the nearest', async () =>
    expect(await check(region('{{tal "vrad/drift.summa.utfall"}}')))
      .toBe(`content/region/enhet/2021-arsrapport/10-inledning.md:3:8  fel  referens-finns
  Okänd enhet "vrad".

  2 │ 
  3 │ {{tal "vrad/drift.summa.utfall"}}
    │        ~~~~
  Menade du "vard"?
`))

  it('name the row that isn’t there in the other unit’s table', async () =>
    expect(
      await check(region('{{tabell "nämnder"}}', '      - rad: vard/drift.suma\n        id: x\n'))
    ).toContain('Raden "suma" finns inte'))

  it('stop the report when the other unit’s data are broken', async () => {
    const files = {
      ...region('{{tal "trafik/trafik.utfall"}}'),
      'data/region/trafik/ekonomi.yaml': `konton:\n  - id: trafik\n    namn: Trafik\n    enhet: mnkrr\n`
    }
    const { made } = await makeProject(files)
    expect(made[0]?.finished).toBeUndefined()
    expect(await check(files)).toContain('data/region/trafik/ekonomi.yaml:4:12  fel  enhet-finns')
  })
})
