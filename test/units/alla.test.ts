import { describe, expect, it } from 'vitest'
import { check, makeProject, type Filer } from '../helpers/project.ts'

const unit = (enhet: string, kontroller: string, mål: string): Filer => ({
  [`data/region/${enhet}/styrning.yaml`]: `${mål}kontroller:\n${kontroller}`
})
const kontroll = (id: string, utfört: string) =>
  `  - id: ${id}\n    namn: Kontroll ${id}\n    uppföljning:\n      2021:\n        utfört: ${utfört}\n        resultat: ingen avvikelse\n`
const mål = (id: string, namn: string, status: string) =>
  `  - id: ${id}\n    nivå: perspektiv\n    namn: ${namn}\n    bedömning:\n      2021:\n        status: ${status}\n        motivering: Nämndens egen bedömning.\n`

/** A region with two boards, one of them with a division; one board has no goals. */
const region = (text: string): Filer => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Regionstyrelsen
      enheter:
        - id: vard
          namn: Vårdnämnden
          enheter:
            - id: sjukhus
              namn: Division Sjukhus
        - id: trafik
          namn: Trafiknämnden
`,
  'data/region/enhet/mal.yaml': `mål:\n${mål('verksamhet', 'Verksamhet', 'uppfyllt')}${mål('ekonomi', 'Ekonomi', 'ej uppfyllt')}`,
  'data/region/enhet/indikatorer.yaml': `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2021:
        utfall: 6,0
`,
  ...unit(
    'vard',
    kontroll('v1', 'T1') + kontroll('v2', 'ej utfört'),
    `mål:\n${mål('ekonomi', 'Ekonomi', 'delvis')}`
  ),
  ...unit('sjukhus', kontroll('s1', 'T2'), `mål:\n${mål('verksamhet', 'Vård', 'ej mätt')}`),
  ...unit('trafik', kontroll('t1', 'T3'), ''),
  'content/region/enhet/2021-arsrapport/10-inledning.md': `# Inledning\n\n${text}\n`
})

async function page(text: string): Promise<string> {
  const { made } = await makeProject(region(text))
  const html = made[0]?.finished?.files.get('index.html') ?? ''
  const chapter = html.slice(
    html.indexOf('<section class="kapitel'),
    html.indexOf('<section class="kallor')
  )
  return chapter.replaceAll('\u00a0', ' ')
}

describe('alla/', () => {
  it('counts over the unit and all below it', async () => {
    const html = await page(
      '{{tal "alla/kontroller.antal"}} {{tal "alla/kontroller.utförda"}} {{tal "vard/kontroller.antal"}} {{tal "alla/uppdrag.antal"}}'
    )
    expect([...html.matchAll(/<data[^>]*>([^<]*)</g)].map(([, tal]) => tal)).toEqual([
      '4',
      '3',
      '2',
      '0'
    ])
  })

  it('refuses what has to be added in a table', async () => {
    const found = await check(region('{{tal "alla/sjukfrånvaro.utfall"}}'))
    expect(found).toContain('Okänd uppgift "sjukfrånvaro".')
    expect(found).toContain(
      'Här går det att skriva "kontroller", "uppdrag", "indikatorer" eller "risker".'
    )
  })

  it('names the word that can’t be counted', async () =>
    expect(await check(region('{{tal "alla/kontroller.utforda"}}'))).toContain(
      'Menade du "utförda"?'
    ))
})

describe('{{heatmap}}', () => {
  it('has a row for each unit with goals and a column for each goal at the top level', async () => {
    const html = await page('{{heatmap}}')
    const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        cell.replaceAll(/<[^>]*>/g, '')
      )
    )
    expect(rows).toEqual([
      ['Enhet', 'Verksamhet', 'Ekonomi'],
      ['Regionstyrelsen', 'Uppfyllt', 'Ej uppfyllt'],
      ['Vårdnämnden', '–', 'Delvis uppfyllt'],
      ['Division Sjukhus', 'Ej mätt', '–']
    ])
  })

  it('shows each assessment as symbol and word', async () =>
    expect(await page('{{heatmap}}')).toContain('<span class="status ej">Ej uppfyllt</span>'))

  it('says when no unit has goals', async () =>
    expect(
      await check({
        'data/region/enhet/mal.yaml': null,
        'data/region/enhet/indikatorer.yaml': null,
        'content/region/enhet/2021-arsrapport/10-inledning.md': '# Inledning\n\n{{heatmap}}\n'
      })
    ).toContain('Varken Enheten eller någon enhet under den har mål i sina data.'))
})

describe('a forecast where costs have a plus', () => {
  it('deviates with minus when the cost becomes higher than the budget, there and in the gathering table', async () => {
    const table = (tecken: string, rad: string) =>
      `uppställningar:\n  - id: drift\n    namn: Drift\n    enhet: mnkr\n    decimaler: 1\n    tecken: ${tecken}\n    kolumner:\n      - mått: prognosavvikelse\n    rader:\n      - ${rad}\n      - summa: Summa\n`
    const { made } = await makeProject({
      ...region(
        '{{tal "sjukhus/drift.summa.prognosavvikelse"}} {{tal "sjukhus/drift.vård.prognosavvikelse"}} {{tal "drift.summa.prognosavvikelse"}}'
      ),
      'data/region/sjukhus/ekonomi.yaml': `konton:\n  - id: vård\n    namn: Vård\n    enhet: mnkr\n    serie:\n      2021:\n        prognos: 105,0\n        budget: 100,0\n${table('kostnad plus', 'konto: vård')}`,
      'data/region/enhet/drift.yaml': table('kostnad minus', 'rad: sjukhus/drift.summa')
    })
    const html = made[0]?.finished?.files.get('index.html') ?? ''
    expect(
      [...html.matchAll(/<data class="tal"[^>]*>([^<]*)</g)].map(([, tal]) => tal).slice(0, 3)
    ).toEqual(['−5,0\u00a0mnkr', '−5,0\u00a0mnkr', '−5,0\u00a0mnkr'])
  })
})

describe('{{nyckeltal}} of sums', () => {
  const captions = async (summor: string) => {
    const { made } = await makeProject({
      'data/region/enhet/tabell.yaml': `uppställningar:\n  - id: rr\n    namn: Resultaträkning\n    enhet: mnkr\n    decimaler: 1\n    kolumner:\n      - mått: utfall\n    rader:\n      - konto: personal\n      - konto: lokaler\n${summor}`,
      'content/region/enhet/2021-arsrapport/10-inledning.md':
        '# Inledning\n\n{{nyckeltal "rr.summa.utfall" "rr.summa.avvikelse"}}\n'
    })
    const html = made[0]?.finished?.files.get('index.html') ?? ''
    return ['resultaträkning', 'resultaträkning, avvikelse', 'netto', 'netto, avvikelse'].filter(
      (namn) => html.includes(`>${namn}<`)
    )
  }

  it('bear the table’s name where it has one sum, with the measure', async () =>
    expect(await captions('      - summa: Netto\n        id: summa\n')).toEqual([
      'resultaträkning',
      'resultaträkning, avvikelse'
    ]))

  it('bear the sum’s own name where the table has several', async () =>
    expect(
      await captions(
        '      - summa: Netto\n        id: summa\n      - summa: Resultat\n        id: r\n        av:\n          - summa\n'
      )
    ).toEqual(['netto', 'netto, avvikelse']))
})
