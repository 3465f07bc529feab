import { describe, expect, it } from 'vitest'
import { allDiagnostics, makeProject, type Filer } from '../helpers/project.ts'

const PLAN = 'content/region/enhet/2016-verksamhetsplan'

const MÅL = `mål:
  - id: område
    nivå: perspektiv
    namn: God vård
    prioriteringar:
      - Svara på varje avvikelse.
      - Leverera i tid & rätt.
    mål:
      - id: hälsa
        nivå: mål
        namn: Hälsan är god
        utan indikator: Nämndens bidrag går inte att mäta.
      - id: miljö
        nivå: mål
        namn: Miljöarbetet är systematiskt
`

const INDIKATORER = `indikatorer:
  - id: hälsotillstånd
    namn: Gott allmänt hälsotillstånd
    mål: hälsa
    enhet: procent
    omfattning: övergripande
    berörda:
      - Alla
    fotnot: Enligt enkäten.
    serie:
      2014:
        utfall: 71,4
        riket: 73,5
      2016:
        ingångsår: 2014
        målvärde: Mäts vart tredje år, se 2018
  - id: grupper
    namn: Gott hälsotillstånd i grupper
    mål: hälsa
    enhet: procent
    omfattning: övergripande
    fotnot: Enligt enkäten.
    serie:
      2014:
        uppdelning:
          - namn: Kvinnor
            utfall: 66,7
            riket: 71,2
          - namn: 60 år och äldre
            utfall: 57,8
      2016:
        ingångsår: 2014
        målvärde: 70
  - id: strategi
    namn: Antagen miljöstrategi
    mål: miljö
    enhet: antal
    omfattning: båda
    berörda:
      - Nämnd A
      - Nämnd B
    uppföljning: Årsredovisning
    källa: Enkät
    fotnot: Beslutad av nämnd.
    serie:
      2016:
        ingångsvärde: Två av samtliga sex
        målvärde: Fyra av samtliga sex
  - id: koncept
    namn: Nytt koncept
    mål: miljö
    enhet: antal
    omfattning: egen
    serie:
      2016:
        ingångsår: 2014
        ingångsvärde: 70 under 10 av 12 månader
        målvärde: Ta fram koncept 2.0
`

const BUDGET = `konton:
  - id: personal
    namn: Personal
    enhet: mnkr
    serie:
      2016:
        budget: -10,0
uppställningar:
  - id: budget
    namn: Budget
    enhet: mnkr
    kolumner:
      - mått: budget
    rader:
      - konto: personal
      - summa: Summa
`

function plan(mal: string, filer: Filer = {}): Filer {
  return {
    'content/region/enhet/2021-arsrapport/rapport.yaml': null,
    'content/region/enhet/2021-arsrapport/10-inledning.md': null,
    'data/region/enhet/mal.yaml': MÅL,
    'data/region/enhet/indikatorer.yaml': INDIKATORER,
    'data/region/enhet/ekonomi.yaml': BUDGET,
    [`${PLAN}/rapport.yaml`]: `rapport:
  dokumenttyp: verksamhetsplan
  titel: Verksamhetsplan 2016
  period: 2016
  status: granskad
  ansvarig: Ekonomichefen
`,
    [`${PLAN}/10-inledning.md`]: '# Inledning\n\nText.\n',
    [`${PLAN}/20-uppdrag.md`]: '# Uppdrag\n\nText.\n',
    [`${PLAN}/30-mal.md`]: `# Mål\n\n${mal}\n`,
    [`${PLAN}/40-budget.md`]: '# Budget\n\n{{tabell "budget"}}\n',
    ...filer
  }
}

/** The page, and what was found: "rule: text" for each fault. */
async function made(filer: Filer): Promise<{ html: string; faults: string[] }> {
  const making = await makeProject(filer)
  const faults = allDiagnostics(making)
    .filter(({ severity }) => severity !== 'advice')
    .map(({ rule, text }) => `${rule}: ${text}`)
  const page = making.made[0]?.finished?.files.get('index.html') ?? ''
  return { html: page.slice(page.indexOf('<body'), page.indexOf('<script>')), faults }
}

/** Rows of the table with that number, cells as text with " | " between. */
function rows(html: string, nummer: number): string[] {
  const table =
    html.split('<table>').find((part) => part.includes(`<b>Tabell ${nummer}.</b>`)) ?? ''
  return [...table.split('</table>')[0]!.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(
    ([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)]
        .map(([, cell = '']) =>
          cell
            .replace(/<[^>]*>/g, '')
            .replace(/\s+/g, ' ')
            .trim()
        )
        .join(' | ')
  )
}

describe('{{plantabell}}', () => {
  it('shows baselines with the nation, groups, the year and notes', async () => {
    const { html, faults } = await made(
      plan('{{plantabell mål="hälsa" omfattning="övergripande"}}')
    )
    expect(faults).toEqual([])
    expect(rows(html, 1)).toEqual([
      'Indikator | Ingångsvärde | Målvärde 2016 | Berörda nämnder',
      'Gott allmänt hälsotillstånd¹ procent | 71,4 (Riket: 73,5) (2014) | Mäts vart tredje år, se 2018 | Alla',
      'Gott hälsotillstånd i grupper¹ procent | Kvinnor 66,7 (Riket: 71,2) 60 år och äldre 57,8 (2014) | 70 % | –'
    ])
    expect(html.match(/<p class="not">¹ Enligt enkäten\.<\/p>/g)).toHaveLength(1)
    expect(html).toContain('Gemensamma indikatorer: Hälsan är god')
  })

  it('shows boards in the common table and follow-up in the own one, from one record', async () => {
    const { html, faults } = await made(
      plan(
        '{{plantabell mål="miljö" omfattning="övergripande"}}\n\n{{plantabell mål="miljö" omfattning="egen"}}'
      )
    )
    expect(faults).toEqual([])
    expect(rows(html, 1)).toEqual([
      'Indikator | Ingångsvärde | Målvärde 2016 | Berörda nämnder',
      'Antagen miljöstrategi¹ | Två av samtliga sex | Fyra av samtliga sex | Nämnd A Nämnd B'
    ])
    expect(rows(html, 2)).toEqual([
      'Indikator | Ingångsvärde | Målvärde 2016 | Uppföljning och källa',
      'Antagen miljöstrategi¹ | Två av samtliga sex | Fyra av samtliga sex | Årsredovisning. Källa: Enkät',
      'Nytt koncept | 70 under 10 av 12 månader (2014) | Ta fram koncept 2.0 | –'
    ])
  })

  it('has the reason instead of a table where a goal rightly has no indicator', async () => {
    const { html, faults } = await made(
      plan('{{plantabell mål="hälsa" omfattning="egen"}}\n\n{{plantabell mål="miljö"}}')
    )
    expect(faults).toEqual([])
    expect(html).toContain('<p class="utan-indikator">Nämndens bidrag går inte att mäta.</p>')
    // The numbers go on without a gap.
    expect(rows(html, 1)[0]).toBe(
      'Indikator | Ingångsvärde | Målvärde 2016 | Berörda nämnder | Uppföljning och källa'
    )
  })

  it('shows every goal under its heading when none is named', async () => {
    const { html } = await made(plan('{{plantabell omfattning="egen"}}'))
    expect(rows(html, 1)).toEqual([
      'Indikator | Ingångsvärde | Målvärde 2016 | Uppföljning och källa',
      'Hälsan är god',
      'Ingen indikator | Nämndens bidrag går inte att mäta.',
      'Miljöarbetet är systematiskt',
      'Antagen miljöstrategi¹ | Två av samtliga sex | Fyra av samtliga sex | Årsredovisning. Källa: Enkät',
      'Nytt koncept | 70 under 10 av 12 månader (2014) | Ta fram koncept 2.0 | –'
    ])
  })

  it('puts its data in a CSV file', async () => {
    const making = await makeProject(plan('{{plantabell mål="hälsa" omfattning="övergripande"}}'))
    expect(making.made[0]?.finished?.files.get('data/plan-halsa-overgripande.csv')).toBe(
      '\uFEFFIndikator;Ingångsvärde;Målvärde 2016;Berörda nämnder\r\n' +
        'Gott allmänt hälsotillstånd;71,4 (Riket: 73,5) (2014);Mäts vart tredje år, se 2018;Alla\r\n' +
        'Gott hälsotillstånd i grupper;"Kvinnor 66,7 (Riket: 71,2); 60 år och äldre 57,8 (2014)";70\u00a0%;\r\n'
    )
  })

  it.each([
    ['an unknown goal', '{{plantabell mål="hälsan"}}', {}, 'referens-finns: Okänt mål "hälsan".'],
    [
      'an unknown scope',
      '{{plantabell omfattning="eget"}}',
      {},
      'varde-finns-i-listan: Okänt värde "eget" för "omfattning".'
    ],
    [
      'a goal without indicator or reason',
      '{{plantabell mål="miljö" omfattning="egen"}}',
      {
        'data/region/enhet/indikatorer.yaml': INDIKATORER.slice(
          0,
          INDIKATORER.indexOf('  - id: strategi')
        )
      },
      'mal-har-indikator: Målet "Miljöarbetet är systematiskt" har ingen indikator med omfattning "egen".'
    ],
    [
      'a base year without figures',
      'Text.',
      { 'data/region/enhet/indikatorer.yaml': INDIKATORER.replace('        utfall: 71,4\n', '') },
      'ingangsvarde-finns: "Gott allmänt hälsotillstånd" har ingångsår 2014, men inget utfall för det året.'
    ]
  ])('reports %s', async (_, text, filer: Filer, fault) => {
    expect((await made(plan(text, filer))).faults).toContain(fault)
  })
})

describe('figures of groups', () => {
  it('are referred to by the name of the group', async () => {
    const { html, faults } = await made(
      plan(
        '{{tal "grupper.kvinnor.utfall" period="2014"}} och {{tal "grupper.60-år-och-äldre.utfall" period="2014"}}'
      )
    )
    expect(faults).toEqual([])
    expect(html).toMatch(/>66,7\u00a0%<\/data> och <data[^>]*>57,8\u00a0%<\/data>/)
  })

  it('are told where they are when the period is another', async () => {
    expect((await made(plan('{{tal "grupper.kvinnor.utfall"}}'))).faults).toEqual([
      'varde-finns: "grupper.kvinnor.utfall" har inget värde för perioden.'
    ])
  })
})

describe('{{prioriteringar}}, {{målträd}} and {{organisationsschema}}', () => {
  it('are lists', async () => {
    const { html, faults } = await made(
      plan('{{prioriteringar mål="område"}}\n\n{{målträd}}\n\n{{organisationsschema}}', {
        'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: namnd
      namn: Nämnden
      enheter:
        - id: enhet
          namn: Enheten
    - id: revision
      namn: Revisionen
`
      })
    )
    expect(faults).toEqual([])
    const flat = html.replaceAll('\n', '')
    expect(flat).toContain(
      '<ul class="prioriteringar"><li>Svara på varje avvikelse.</li><li>Leverera i tid &amp; rätt.</li></ul>'
    )
    expect(flat).toContain(
      '<figcaption><b>Diagram 1.</b> Målen</figcaption><ul><li><b>God vård</b><ul><li>Hälsan är god</li><li>Miljöarbetet är systematiskt</li></ul></li></ul></figure>'
    )
    expect(flat).toContain(
      '<figcaption><b>Diagram 2.</b> Organisation: Region Exempel</figcaption><ul><li><span class="box">Region Exempel</span><ul><li><span class="box">Nämnden</span><ul><li><b class="box egen">Enheten <span class="vad">den här rapporten</span></b></li></ul></li><li><span class="box">Revisionen</span></li></ul></li></ul></figure>'
    )
  })
})

describe('a plan', () => {
  it('numbers three levels, in the text and in the contents', async () => {
    const { html } = await made(plan('## A\n\n### B\n\nText.\n\n### C\n\nText.\n\n## D\n\nText.'))
    const nav = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'))
    expect([...nav.matchAll(/class="nr">([^<]*)</g)].map(([, nr]) => nr?.trim())).toEqual([
      '1',
      '2',
      '3',
      '3.1',
      '3.1.1',
      '3.1.2',
      '3.2',
      '4'
    ])
    expect(html).toContain('<h4 id="b"><span class="nr">3.1.1</span> B</h4>')
  })

  it('says what to add where its template requires data that the unit lacks', async () => {
    const making = await makeProject(
      plan('Text.', {
        'data/region/enhet/indikatorer.yaml': null,
        'data/region/enhet/ekonomi.yaml': BUDGET.replace('id: budget', 'id: resultat'),
        [`${PLAN}/40-budget.md`]: '# Budget\n\n{{tabell "resultat"}}\n'
      })
    )
    expect(
      allDiagnostics(making)
        .filter(({ rule }) => rule === 'data-finns')
        .map(({ text, hint }) => [text, hint])
    ).toEqual([
      [
        'Dokumenttypen "verksamhetsplan" kräver "budget", men enheten har inga sådana uppgifter.',
        'Lägg till en uppställning, ett register eller en serie med id: budget i en fil i data/region/enhet/.'
      ],
      [
        'Dokumenttypen "verksamhetsplan" kräver indikatorer, men enheten har inga sådana uppgifter.',
        'Lägg till minst en post under "indikatorer:" i en fil i data/region/enhet/.'
      ]
    ])
    expect(making.made[0]?.finished).toBeUndefined()
  })

  it('is what a later report follows up: one outcome more, and the same indicator shows it', async () => {
    const uppföljt = INDIKATORER.replace(
      '        målvärde: Fyra av samtliga sex\n',
      '        målvärde: Fyra av samtliga sex\n        utfall: 4\n'
    )
    const { html, faults } = await made(
      plan('{{plantabell mål="miljö"}}', {
        'data/region/enhet/indikatorer.yaml': uppföljt,
        'content/region/enhet/2016-arsrapport/rapport.yaml': `rapport:
  dokumenttyp: årsrapport
  titel: Årsrapport 2016
  period: 2016
  status: granskad
  ansvarig: Ekonomichefen
`,
        'content/region/enhet/2016-arsrapport/10-mal.md':
          '# Mål\n\n{{indikatortabell mål="miljö"}}\n'
      })
    )
    // Two other indicators have no outcome yet, as the rule says.
    expect(faults.filter((fault) => !fault.startsWith('indikator-har-utfall'))).toEqual([])
    expect(rows(html, 1)[1]).toBe(
      'Antagen miljöstrategi | 4 | – | Fyra av samtliga sex | Uppfyllt | –'
    )
  })
})

describe('an interim report', () => {
  const delår = (serie: string) => ({
    'data/region/enhet/indikatorer.yaml': `indikatorer:
  - id: x
    namn: X
    mål: verksamhet
${serie}`,
    'content/region/enhet/2021-arsrapport/rapport.yaml': null,
    'content/region/enhet/2021-arsrapport/10-inledning.md': null,
    'content/region/enhet/2021-t2-arsrapport/rapport.yaml': `rapport:
  dokumenttyp: årsrapport
  titel: Delår
  period: 2021-T2
  status: granskad
  ansvarig: Ekonomichefen
`,
    'content/region/enhet/2021-t2-arsrapport/10-mal.md':
      '# Mål\n\n{{indikatortabell}}\n\nMålet är {{målvärde "x"}}.\n'
  })
  const serie = (enhet: string, mål: string, t2: string) => `    enhet: ${enhet}
    serie:
      2021:
        målvärde: ${mål}
      2021-T2:
${t2}`

  it.each([
    [
      'a share is held against it',
      'procent',
      'minst 80',
      '        utfall: 85\n',
      '85 % | – | minst 80 % | Uppfyllt'
    ],
    [
      'a share that is below it isn’t met',
      'procent',
      'minst 80',
      '        utfall: 60\n',
      '60 % | – | minst 80 % | Ej uppfyllt'
    ],
    [
      'a count says nothing yet',
      'st',
      'minst 30',
      '        utfall: 16\n',
      '16 st | – | minst 30 st | Ej bedömt'
    ],
    [
      'a count that has got there stays there',
      'st',
      'minst 30',
      '        utfall: 31\n',
      '31 st | – | minst 30 st | Uppfyllt'
    ],
    [
      'a cost below its ceiling says nothing yet',
      'mnkr',
      'max 30',
      '        utfall: 20\n',
      '20 mnkr | – | max 30 mnkr | Ej bedömt'
    ],
    [
      'a forecast is held against it',
      'st',
      'minst 30',
      '        utfall: 16\n        prognos: 27\n',
      '16 st | – | minst 30 st | Delvis uppfyllt'
    ],
    [
      'a target of its own goes before',
      'st',
      'minst 30',
      '        utfall: 16\n        målvärde: minst 15\n',
      '16 st | – | minst 15 st | Uppfyllt'
    ],
    [
      'without an outcome nothing is measured',
      'st',
      'minst 30',
      '        kommentar: Mäts i december.\n',
      '– | – | minst 30 st | Ej mätt'
    ]
  ])('follows the target that the plan set for the year: %s', async (_, enhet, mål, t2, rad) => {
    const { html, faults } = await made(delår(serie(enhet, mål, t2)))
    expect(faults).toEqual([])
    expect(rows(html, 1).at(-1)?.split(' | ').slice(1, 5).join(' | ')).toBe(rad)
    expect(html).toContain('Målet är <data')
  })
})

describe('a template of an organisation’s own', () => {
  it('works from templates/ alone, with its own sections, data and form', async () => {
    const { html, faults } = await made({
      'content/region/enhet/2021-arsrapport/rapport.yaml': null,
      'content/region/enhet/2021-arsrapport/10-inledning.md': null,
      'templates/dokument/lagesbild.hbs': `---
dokumenttyp: lägesbild
numrering: 0
nysida: nej
avsnitt:
  - id: laget
    rubrik: Läget
    krav: ja
data:
  - nyckel: resultat
    krav: ja
---
{{#> sida/rapport form="kort"}}
<main id="text"><h1>{{titel}}: {{tal "personal.utfall"}}</h1>
{{#each avsnitt}}{{> block/avsnitt}}{{/each}}
{{> block/kallor}}</main>
{{/sida/rapport}}
`,
      'content/region/enhet/2021-lagesbild/rapport.yaml': `rapport:
  dokumenttyp: lägesbild
  titel: Lägesbild
  period: 2021
  status: granskad
  ansvarig: Ekonomichefen
`,
      'content/region/enhet/2021-lagesbild/10-laget.md': '# Läget\n\nGott.\n'
    })
    expect(faults).toEqual([])
    expect(html).toMatch(/<h1>Lägesbild: <data[^>]*>−10,5\u00a0mnkr<\/data><\/h1>/)
    expect(html).toContain('<h2 id="laget">Läget</h2>')
  })
})
