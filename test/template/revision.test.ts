import { describe, expect, it } from 'vitest'
import { allDiagnostics, makeProject } from '../helpers/project.ts'

const REVISION = `ursprung: publicerat
revision:
  - id: granskning-2021
    granskad: Nämnden
    period: 2021
    områden:
      - id: intern-kontroll
        namn: Intern kontroll
        fråga: Är kontrollen tillräcklig?
        skala:
          - tillräcklig
          - inte helt tillräcklig
          - inte tillräcklig
        samlad:
          bedömning: inte helt tillräcklig
        delområden:
          - id: plan
            namn: Plan & riktlinje
            bedömning: uppfyllt
            egen bedömning: inte helt uppfyllt
            kriterier:
              - Planen är <beslutad>.
              - text: "Planen har:"
                punkter:
                  - risker
                  - åtgärder
          - id: mål
            namn: Mål
            bedömning: inte helt uppfyllt
            förbättringsområden:
              - Mät oftare.
            delområden:
              - id: hälsa
                namn: Hälsa
                bedömning: inte uppfyllt
                rapport: nr 6 - 2021
                förbättringsområden:
                  - text: Mät bättre.
                    avser: Förvaltningen
      - id: räkenskaper
        namn: Räkenskaper
        skala:
          - rättvisande
          - ej rättvisande
        samlad:
          bedömning: rättvisande
      - id: ekonomi
        namn: Ekonomi
        skala:
          - tillfredsställande
          - inte tillfredsställande
    fördjupade:
      - id: g6
        namn: Hälsa
        nummer: 6-2021
        datum: 2021-10-11
        bedömning: inte uppfyllt
        text: Det brister.
    rekommendationer:
      - id: r1
        nummer: 1
        text: "Gör så att den"
        delar:
          - mäts
          - redovisas
        rapport: 6-2021
        mottagare:
          - Nämnden
          - Styrelsen
      - id: r2
        nummer: 2
        text: Gör annat.
        mottagare:
          - Styrelsen
`
const PROGNOSER = `konton:
  - id: a
    namn: Avdelning A
    enhet: mnkr
    decimaler: 1
    serie:
      2021-03:
        prognos: -40
      2021-T2:
        prognos: -75
      2021:
        utfall: -91,3
        budget: -80
  - id: b
    namn: Avdelning B
    enhet: mnkr
    decimaler: 1
    serie:
      2021-03:
        prognos: 0
      2021:
        utfall: 0,2
        budget: 1
  - id: c
    namn: Utan prognos
    enhet: mnkr
    serie:
      2021:
        utfall: 1
uppställningar:
  - id: steg
    namn: Steg
    enhet: mnkr
    decimaler: 1
    kolumner:
      - mått: utfall
    rader:
      - konto: a
      - konto: b
      - summa: Summa
`

/** A report with this text, its HTML and what the check says. */
async function report(text: string): Promise<{ html: string; said: string[] }> {
  const making = await makeProject({
    'data/region/enhet/revision.yaml': REVISION,
    'data/region/enhet/prognoser.yaml': PROGNOSER,
    'content/region/enhet/2021-arsrapport/20-revision.md': `# Revision\n\n${text}\n`
  })
  const html = making.made[0]?.finished?.files.get('index.html') ?? ''
  return {
    html: html.slice(html.indexOf('data-kapitel="revision"'), html.indexOf('id="kallor"')),
    said: allDiagnostics(making)
      .filter((d) => d.severity === 'error')
      .map((d) => d.text)
  }
}

/** The text of each cell of the first table, row by row. */
function cells(html: string): string[][] {
  const table = /<table>[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, ' ')
        .replace(/[ \n]+/g, ' ')
        .trim()
    )
  )
}

describe('{{revisionstabell}}', () => {
  it('has sub-areas with criteria, assessment and the reviewed body’s own, and the overall last', async () => {
    const { html, said } = await report('{{revisionstabell område="intern-kontroll"}}')
    expect(said).toEqual([])
    expect(cells(html)).toEqual([
      ['Delområde', 'Revisionskriterier', 'Bedömning', 'Egen bedömning'],
      [
        'Plan &amp; riktlinje',
        'Planen är &lt;beslutad&gt;. Planen har: risker åtgärder',
        'Uppfyllt',
        'Inte helt uppfyllt'
      ],
      ['Mål', '–', 'Inte helt uppfyllt', '–'],
      ['Hälsa, rapport nr\u00a06–2021', '–', 'Inte uppfyllt', '–'],
      ['Samlad bedömning', 'Inte helt tillräcklig', '–']
    ])
    expect(html).toContain(
      '<ul>\n<li>Planen är &lt;beslutad&gt;.</li>\n<li>Planen har:\n<ul>\n<li>risker</li>\n<li>åtgärder</li>\n</ul></li>\n</ul>'
    )
    expect(html).toContain('<td><span class="status uppfyllt bedomd">Uppfyllt</span></td>')
    expect(html).toContain('<td><span class="status ej bedomd">Inte uppfyllt</span></td>')
    expect(html).toContain('Bedömning av intern kontroll')
  })

  it('has all areas under their names, and says which have nothing in them', async () => {
    const { html } = await report('{{revisionstabell kriterier=false}}')
    expect(cells(html).map((row) => row.join(' | '))).toEqual([
      'Delområde | Bedömning | Egen bedömning',
      'Intern kontroll',
      'Plan &amp; riktlinje | Uppfyllt | Inte helt uppfyllt',
      'Mål | Inte helt uppfyllt | –',
      'Hälsa, rapport nr\u00a06–2021 | Inte uppfyllt | –',
      'Samlad bedömning | Inte helt tillräcklig | –',
      'Räkenskaper',
      'Samlad bedömning | Rättvisande | –',
      'Ekonomi',
      'Inga delområden'
    ])
  })

  it('has no column that nothing fills', async () => {
    const { html } = await report('{{revisionstabell område="räkenskaper" iakttagelser=true}}')
    expect(cells(html)).toEqual([
      ['Delområde', 'Bedömning'],
      ['Samlad bedömning', 'Rättvisande']
    ])
  })

  it.each([
    ['{{revisionstabell område="intern-kontrol"}}', 'Okänt område "intern-kontrol".'],
    ['{{revisionstabell revision="x"}}', 'Okänd revision "x".'],
    [
      '{{rekommendationer mottagre="x"}}',
      'Hjälparen "rekommendationer" har inget argument "mottagre".'
    ]
  ])('says what is wrong in %s', async (text, sentence) => {
    expect((await report(text)).said).toEqual([sentence])
  })

  it('says so where the period has no audit', async () => {
    const making = await makeProject({
      'content/region/enhet/2021-arsrapport/20-revision.md': '# Revision\n\n{{revisionsöversikt}}\n'
    })
    expect(allDiagnostics(making).map((d) => `${d.text} ${d.hint ?? ''}`)).toEqual([
      'Ingen revision finns för 2021. Skriv den i enhetens data under nyckeln "revision".'
    ])
  })
})

describe('the other blocks of an audit', () => {
  it('{{revisionsöversikt}} has each area with question and overall assessment', async () => {
    const { html } = await report('{{revisionsöversikt}}')
    expect(cells(html)).toEqual([
      ['Område', 'Revisionsfråga', 'Samlad bedömning'],
      ['Intern kontroll', 'Är kontrollen tillräcklig?', 'Inte helt tillräcklig'],
      ['Räkenskaper', '–', 'Rättvisande'],
      ['Ekonomi', '–', 'Ej bedömt']
    ])
  })

  it('{{granskningar}} has number, day, assessment and conclusion', async () => {
    const { html } = await report('{{granskningar}}')
    expect(cells(html)[1]).toEqual([
      'Hälsa',
      'nr\u00a06–2021',
      '11\u00a0oktober 2021',
      'Inte uppfyllt',
      'Det brister.'
    ])
  })

  it('{{rekommendationer}} stand under their review, with parts and recipients', async () => {
    const { html } = await report('{{rekommendationer}}')
    expect(cells(html)).toEqual([
      ['Nr', 'Rekommendation', 'Mottagare'],
      ['Hälsa, rapport nr\u00a06–2021'],
      ['1', 'Gör så att den mäts redovisas', 'Nämnden Styrelsen'],
      ['Övriga rekommendationer'],
      ['2', 'Gör annat.', 'Styrelsen']
    ])
    expect(html).toContain('<ol type="a">\n<li>mäts</li>\n<li>redovisas</li>\n</ol>')
  })

  it('{{rekommendationer}} may be those to one body', async () => {
    const { html } = await report('{{rekommendationer mottagare="Nämnden"}}')
    expect(cells(html).map(([nr]) => nr)).toEqual(['Nr', '1'])
    const { html: inga } = await report('{{rekommendationer mottagare="Ingen"}}')
    expect(cells(inga)).toEqual([['Nr', 'Rekommendation', 'Mottagare'], ['Inga rekommendationer']])
  })

  it('{{förbättringsområden}} stand under their area and whom they concern', async () => {
    const { html } = await report('{{förbättringsområden}}')
    const list =
      /<ul class="forbattringar">[\s\S]*?\n<\/ul>\n?<\/section>|<ul class="forbattringar">[\s\S]*/.exec(
        html
      )?.[0] ?? ''
    expect(
      list
        .replace(/<[^>]+>/g, '')
        .split('\n')
        .filter(Boolean)
        .slice(0, 4)
    ).toEqual(['Intern kontroll', 'Mät oftare.', 'Intern kontroll: Förvaltningen', 'Mät bättre.'])
    const { html: inga } = await report('{{förbättringsområden område="ekonomi"}}')
    expect(inga).toContain('<p>Inga förbättringsområden.</p>')
  })

  it('counts and assessments stand in a sentence', async () => {
    const { html, said } = await report(
      'Av {{tal "revision.antal"}} är {{tal "granskning-2021.uppfyllda"}} uppfyllda; {{bedömning "intern-kontroll"}}, {{bedömning "hälsa"}}.'
    )
    expect(said).toEqual([])
    expect(html.replace(/<[^>]+>/g, '')).toContain(
      'Av 2 är 1 uppfyllda; Inte helt tillräcklig, Inte uppfyllt.'
    )
  })
})

describe('{{prognoshistorik}}', () => {
  it('has each forecast, the outcome, and how far the last forecast was from it', async () => {
    const { html, said } = await report('{{prognoshistorik konto="a,b" summa="Alla"}}')
    expect(said).toEqual([])
    expect(cells(html)).toEqual([
      ['Konto', 'Prognos mars', 'Prognos T2', 'Utfall 2021', 'Utfall mot sista prognosen'],
      ['Avdelning A', '−40,0', '−75,0', '−91,3', '−16,3'],
      ['Avdelning B', '0,0', '–', '0,2', '0,2'],
      // B has no forecast in T2, so that there is no sum then either.
      ['Alla', '−40,0', '–', '−91,1', '−51,1']
    ])
  })

  it('may be a chart, with the outcome last', async () => {
    const { html, said } = await report('{{prognoshistorik konto="a" som="diagram"}}')
    expect(said).toEqual([])
    expect(cells(html)).toEqual([
      ['Prognos', 'Värde'],
      ['mars 2021', '−40,0'],
      ['tertial 2 2021', '−75,0'],
      ['utfall 2021', '−91,3']
    ])
    expect(html).toContain('Från −40,0\u00a0mnkr mars 2021 till −91,3\u00a0mnkr utfall 2021.')
  })

  it.each([
    ['{{prognoshistorik}}', 'Hjälparen "prognoshistorik" behöver konto="…".'],
    ['{{prognoshistorik konto="aa"}}', 'Okänt konto "aa".'],
    ['{{prognoshistorik konto="c"}}', 'Det finns inga prognoser för 2021 i "c".'],
    ['{{prognoshistorik konto="a" som="figur"}}', 'Okänt värde "figur" för "som".'],
    [
      '{{prognoshistorik konto="a,sjukfrånvaro"}}',
      'Talet är i procent och går inte att räkna om till mnkr.'
    ]
  ])('says what is wrong in %s', async (text, sentence) => {
    expect((await report(text)).said).toEqual([sentence])
  })
})

describe('a table as a bridge', () => {
  it('goes from the sum of one measure to the sum of another', async () => {
    const { html, said } = await report('{{diagram "brygga" tabell="steg"}}')
    expect(said).toEqual([])
    expect(cells(html)).toEqual([
      ['Post', 'Värde'],
      ['Budget', '−79,0'],
      ['Avdelning A', '−11,3'],
      ['Avdelning B', '−0,8'],
      ['Utfall', '−91,1']
    ])
    expect(html).toContain('Från budget −79,0\u00a0mnkr till utfall −91,1\u00a0mnkr. 2 steg:')
  })

  it('has signs on its steps, not on its levels', async () => {
    const making = await makeProject({
      'data/region/enhet/prognoser.yaml': PROGNOSER.replace(
        'utfall: -91,3',
        'utfall: 91,3'
      ).replace('budget: -80', 'budget: 80'),
      'content/region/enhet/2021-arsrapport/20-revision.md':
        '# Revision\n\n{{diagram "brygga" tabell="steg"}}\n'
    })
    const html = making.made[0]?.finished?.files.get('index.html') ?? ''
    expect(cells(html).map((row) => row.join(' '))).toEqual([
      'Post Värde',
      'Budget 81,0',
      'Avdelning A +11,3',
      'Avdelning B −0,8',
      'Utfall 91,5'
    ])
  })

  it('may go from zero by one measure', async () => {
    const { html } = await report(
      '{{diagram "brygga" tabell="steg" mått="utfall" start="Noll" slut="Allt"}}'
    )
    expect(cells(html).map((row) => row.join(' '))).toEqual([
      'Post Värde',
      'Noll 0,0',
      'Avdelning A −91,3',
      'Avdelning B +0,2',
      'Allt −91,1'
    ])
  })

  it('isn’t drawn over a gap', async () => {
    const { said } = await report('{{diagram "brygga" tabell="steg" mått="prognos,utfall"}}')
    expect(said).toEqual([
      '"a.prognos" har inget värde för 2021.',
      '"b.prognos" har inget värde för 2021.'
    ])
  })
})
