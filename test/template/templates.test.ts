import { readdirSync, readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../src/diagnostic.ts'
import { createSource } from '../../src/source.ts'
import { createEngine, type Engine, type Helper } from '../../src/template/engine.ts'
import type { IndexVy } from '../../src/template/listviews.ts'
import type {
  DiagramVy,
  Markup,
  RapportVy,
  TabellVy,
  UppdragslistaVy
} from '../../src/template/views.ts'

/** Helpers whose names are fields of views too: the fields must win. */
const helpers = Object.fromEntries(
  ['namn', 'text', 'period', 'datum', 'tabell', 'diagram', 'nyckeltal'].map((name) => [
    name,
    (() => {
      throw new Error(`The helper ${name} was called`)
    }) as Helper
  ])
)

function load(): { engine: Engine; diagnostics: Diagnostics } {
  const diagnostics = new Diagnostics()
  const sources = ['sida', 'dokument', 'block'].flatMap((folder) =>
    readdirSync(`templates/${folder}`)
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => {
        const path = `templates/${folder}/${file}`
        return createSource(path, readFileSync(path, 'utf8'))
      })
  )
  return { engine: createEngine({ sources, helpers }, diagnostics), diagnostics }
}

function render(name: string, view: object): string {
  const { engine, diagnostics } = load()
  const text = engine.render(name, view)
  expect(diagnostics.all).toEqual([])
  return text ?? ''
}

const lines = (html: string) => html.split('\n').filter((line) => line.trim() !== '')
const markup = (html: string): Markup => ({ toHTML: () => html })

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // A scrolling table is a div with a role: a section would be one more landmark without script.
  rules: { 'prefer-native-element': 'off', 'long-title': 'off' }
})

async function problems(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap((result) =>
    result.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`)
  )
}

const cell = { scope: null, rowspan: null, colspan: null, numerisk: false } as const
const tabell: TabellVy = {
  id: 'resultat',
  nummer: '3',
  rubrik: 'Resultat & utfall',
  enhet: 'mnkr',
  slag: 'belopp',
  liggande: false,
  huvud: [
    [
      { text: 'Område', numerisk: false, colspan: null, rowspan: null, scope: 'col' },
      { text: 'Utfall', numerisk: true, colspan: null, rowspan: null, scope: 'col' }
    ]
  ],
  grupper: [
    {
      summa: false,
      rader: [
        {
          slag: 'rad',
          celler: [
            { ...cell, scope: 'row', innehåll: '<FM>' },
            {
              ...cell,
              numerisk: true,
              innehåll: markup('<data class="tal" value="-179.2">−179,2</data>')
            }
          ]
        }
      ]
    },
    {
      summa: true,
      rader: [
        {
          slag: 'summa',
          celler: [
            { ...cell, scope: 'row', innehåll: 'Summa' },
            { ...cell, numerisk: true, innehåll: '–' }
          ]
        }
      ]
    }
  ],
  noter: ['En not.']
}

const rapport: RapportVy = {
  titel: 'Årsrapport 2021',
  dokumenttyp: 'årsrapport',
  ingress: null,
  löpande: false,
  organisation: { namn: 'Region "A" & B', kortnamn: 'A', värdar: [] },
  enhet: { namn: 'Division C', kortnamn: 'C' },
  omslag: 'fylld',
  logotyp: null,
  period: 'januari–december 2021',
  år: '2021',
  diarienummer: null,
  datum: null,
  status: { ord: 'Utkast', utkast: true },
  ansvarig: null,
  till: [],
  ortOchDatum: null,
  underskrifter: [],
  exempel: null,
  innehåll: [
    {
      id: 'ett',
      nr: '1',
      text: 'Ett',
      underrubriker: [{ id: 'under', nr: '', text: 'Under', underrubriker: [] }]
    }
  ],
  förteckningar: [],
  avsnitt: [
    {
      id: 'ett',
      nr: '1',
      rubrik: 'Ett',
      bilaga: false,
      följer: false,
      html: markup('<p>Text.</p>\n<h3 id="under">Under</h3>')
    },
    { id: 'ord', nr: 'A', rubrik: 'Ord', bilaga: true, följer: false, html: markup('<p>Text.</p>') }
  ],
  källor: [
    {
      nr: 1,
      text: '3,8',
      namn: 'Utfall',
      period: '2021',
      källa: 'data/a.yaml:3',
      formel: null,
      ursprung: null
    }
  ],
  pdf: null,
  indexHref: '../../../index.html',
  stil: markup('p{margin:0}'),
  skript: markup('0'),
  skriptHash: 'abc'
}
const full: RapportVy = {
  ...rapport,
  ingress: 'Kort.',
  organisation: { ...rapport.organisation, värdar: ['Region D'] },
  diarienummer: 'EX 1',
  datum: '14 februari 2022',
  ansvarig: 'Eva Lind',
  exempel: 'Exempel.',
  pdf: 'c.pdf'
}

describe('the templates', () => {
  it('have no faults', () => {
    expect(load().diagnostics.all).toEqual([])
  })

  it('are those that the program renders', () => {
    const { engine } = load()
    expect(engine.dokumenttyper).toContain('arsrapport')
    expect(engine.dokumenttyper).toContain('verksamhetsberattelse')
    const blocks =
      'tabell nyckeltal diagram uppdragslista bedomningslista omslag innehall avsnitt kallor status'
    expect(blocks.split(' ').filter((name) => !engine.has(`block/${name}`))).toEqual([])
  })
})

describe.each(['dokument/arsrapport', 'dokument/verksamhetsberattelse'])('%s', (name) => {
  it.each([
    ['with as little as can be', rapport],
    ['with all there can be', full],
    ['without chapters and figures', { ...rapport, innehåll: [], avsnitt: [], källor: [] }]
  ])('is valid HTML %s', async (_, view) => {
    expect(await problems(render(name, view))).toEqual([])
  })

  it('has a title of report, unit and organisation, and allows its own script only', () => {
    const html = render(name, rapport)
    expect(html).toContain(
      '<title>Årsrapport 2021 – Division C – Region &quot;A&quot; &amp; B</title>'
    )
    expect(html).toContain("script-src 'sha256-abc'")
    expect(html).not.toMatch(/undefined|\[object|null/)
  })

  it('leaves room for page numbers in the contents', () => {
    expect(render(name, rapport)).toContain(
      '<li><a href="#ett"><span class="nr">1 </span><span class="text">Ett</span><span class="fyll" aria-hidden="true"></span><span class="sidnr" data-sidref="ett"></span></a>'
    )
  })

  it('marks chapters for pages of their own and appendices by word', () => {
    expect(
      lines(render(name, rapport)).filter((line) =>
        /<section class="kapitel|<h2 id="ord/.test(line)
      )
    ).toEqual([
      '<section class="kapitel" data-kapitel="ett" aria-labelledby="ett">',
      '<section class="kapitel bilaga" data-kapitel="ord" aria-labelledby="ord">',
      '<h2 id="ord"><span class="nr">Bilaga A </span>Ord</h2>'
    ])
  })
})

describe('block/tabell', () => {
  it('has numbered caption, heads with scope, figures marked, no empty cell', () => {
    expect(lines(render('block/tabell', tabell))).toEqual([
      '<div class="tabellblock belopp">',
      '<p class="dra" aria-hidden="true">Dra i sidled för att se hela tabellen</p>',
      '<div class="tabell" role="region" tabindex="0" aria-labelledby="resultat">',
      '<table>',
      '<caption id="resultat"><b>Tabell 3.</b> Resultat &amp; utfall <span class="enhet">mnkr</span></caption>',
      '<thead>',
      '<tr><th scope="col">Område</th><th scope="col" class="n">Utfall</th></tr>',
      '</thead>',
      '<tbody>',
      '<tr class="rad"><th scope="row">&lt;FM&gt;</th><td class="n"><data class="tal" value="-179.2">−179,2</data></td></tr>',
      '</tbody>',
      '<tbody class="summa">',
      '<tr class="summa"><th scope="row">Summa</th><td class="n">–</td></tr>',
      '</tbody>',
      '</table>',
      '</div>',
      '<p class="not">En not.</p>',
      '</div>'
    ])
  })

  it('writes spans, and landscape tables on pages of their own', () => {
    const rad = {
      slag: 'rad',
      celler: [
        { ...cell, scope: 'rowgroup', rowspan: 2, innehåll: 'A' },
        { ...cell, colspan: 3, innehåll: 'b' }
      ]
    } as const
    const html = render('block/tabell', {
      ...tabell,
      liggande: true,
      grupper: [{ summa: false, rader: [rad] }]
    })
    expect(html).toContain('<div class="tabellblock belopp liggande">')
    expect(html).toContain(
      '<tr class="rad"><th scope="rowgroup" rowspan="2">A</th><td colspan="3">b</td></tr>'
    )
  })
})

describe('the other blocks', () => {
  it('diagram: drawing, notes, and its figures in a table', () => {
    const vy: DiagramVy = {
      id: 'd',
      nummer: '1',
      rubrik: 'Frånvaro',
      enhet: null,
      svg: markup('<svg role="img" aria-label="Linje."></svg>'),
      alt: 'Linje.',
      underlag: {
        kolumner: ['År', 'Utfall'],
        rader: [
          ['2020', '5,3'],
          ['2021', '4,8']
        ]
      },
      noter: []
    }
    const html = lines(render('block/diagram', vy))
    expect(html).toContain('<figcaption><b>Diagram 1.</b> Frånvaro</figcaption>')
    expect(html).toContain(
      '<thead><tr><th scope="col">År</th><th scope="col" class="n">Utfall</th></tr></thead>'
    )
    expect(html).toContain('<tr><th scope="row">2021</th><td class="n">4,8</td></tr>')
  })

  it('nyckeltal: figure, unit, name, comparison', () => {
    const vy = {
      rutor: [
        { tal: '−55', enhet: null, namn: 'årsarbetare', jämförelse: null },
        { tal: '4,8', enhet: '%', namn: 'frånvaro', jämförelse: '5,7 %' }
      ]
    }
    expect(lines(render('block/nyckeltal', vy)).slice(1, 3)).toEqual([
      '<li><span class="siffra"><b>−55</b> </span><span class="vad">årsarbetare</span></li>',
      '<li><span class="siffra"><b>4,8</b> <span class="enhet">%</span> </span><span class="vad">frånvaro</span> <span class="jmf">5,7 %</span></li>'
    ])
  })

  it('uppdragslista and bedomningslista: only what there is', () => {
    const status = { klass: 'delvis', ord: 'Delvis' }
    const uppdrag: UppdragslistaVy = {
      uppdrag: [{ namn: 'A', status, beskrivning: null, ansvarig: null, kommentar: null }]
    }
    expect(render('block/uppdragslista', uppdrag).replaceAll('\n', '')).toBe(
      '<ul class="uppdragslista"><li><p class="namn">A</p><p class="lage"><span class="status delvis">Delvis</span></p></li></ul>'
    )
    const bedömning = {
      namn: 'B',
      gällande: status,
      beräknad: { klass: 'ej', ord: 'Ej' },
      skiljer: true,
      motivering: 'För att.',
      förklaring: null,
      av: null
    }
    expect(render('block/bedomningslista', { bedömningar: [bedömning] }).replaceAll('\n', '')).toBe(
      '<ul class="bedomningslista"><li><p class="namn">B</p><p class="lage"><span class="status delvis">Delvis</span> <span class="vad">Uträknat: Ej</span></p><p>För att.</p></li></ul>'
    )
  })
})

describe('sida/index', () => {
  const rad = {
    titel: 'Årsrapport 2021',
    dokumenttyp: 'årsrapport',
    period: 'januari–december 2021',
    status: 'Beslutad',
    exempel: true,
    href: 'a/b/c/index.html',
    självgranskning: 'a/b/c/sjalvgranskning.html',
    id: 'rapport-a',
    rapport: 'a/b/c',
    pdf: { href: 'a/b/c/b.pdf', text: '214 kB, 28 sidor' },
    granskning: { href: 'a/b/c/index.html#granskningslista', text: '2 varningar' },
    sökfil: 'a/b/c/sok.js',
    byggd: true
  }
  const ofärdig = { id: 'rapport-b', titel: 'Delår', href: null, pdf: null, sökfil: null }
  const vy: IndexVy = {
    stil: markup(''),
    skript: markup('/* */'),
    skriptHash: 'x',
    urval: [{ namn: 'ar', rubrik: 'År', alla: 'Alla år' }],
    genvägar: [
      {
        rubrik: 'År',
        val: [{ text: '2021', href: null, rapporter: [{ href: '#rapport-a', text: 'Årsrapport' }] }]
      }
    ],
    organisationer: [
      {
        id: 'organisation-a',
        namn: 'Region A',
        enheter: [
          {
            id: 'enhet-b',
            namn: 'Division B',
            år: [
              {
                år: '2021',
                rapporter: [
                  rad,
                  { ...rad, ...ofärdig, granskning: null, självgranskning: null, byggd: false }
                ]
              }
            ]
          }
        ]
      }
    ]
  }

  it.each([
    ['reports', vy],
    ['none', { ...vy, genvägar: [], organisationer: [] }]
  ])('is valid HTML with %s', async (_, view) => {
    expect(await problems(render('sida/index', view))).toEqual([])
  })

  it('links what there is, and says what was not built', () => {
    const html = render('sida/index', vy)
    expect(html).toContain(
      '<span class="ar">2021</span>\n<a class="titel" href="a/b/c/index.html">Årsrapport 2021</a>'
    )
    expect(html).toContain(
      '<a href="a/b/c/b.pdf">Pdf<span class="dold"> av Årsrapport 2021, Division B</span></a>, 214 kB, 28 sidor'
    )
    expect(html).toContain('<span class="titel">Delår</span>')
    expect(html).toContain('<span class="fel">byggdes inte</span>')
  })
})
