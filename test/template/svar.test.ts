import { describe, expect, it } from 'vitest'
import { allDiagnostics, makeProject, type Filer } from '../helpers/project.ts'

const BREV = 'content/region/enhet/2018-svar-pa-granskning'

const revision = (id: string, text: string) => `revision:
  - id: granskning
    granskad: Enheten
    period: 2017
    områden:
      - id: styrning
        namn: Styrning
        skala:
          - ändamålsenlig
          - inte ändamålsenlig
    rekommendationer:
      - id: ${id}
        nummer: 3
        text: ${text}
        delar:
          - ledtider
          - leveranser
        mottagare:
          - Enheten
`

const svar = (till: string, rest = '') => `svar:
  - id: svar-ledtider
    ${till}
    rubrik: Följa upp ledtider
    ståndpunkt: delas delvis
    åtgärd: Mäta de vanligaste tjänsterna.
    ansvarig: Förvaltningschefen
    klardatum: 2018-12-31
${rest}`

function brev(data: string, filer: Filer = {}): Filer {
  return {
    'content/region/enhet/2021-arsrapport/rapport.yaml': null,
    'content/region/enhet/2021-arsrapport/10-inledning.md': null,
    'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Enheten
    - id: revisionen
      namn: Revisionen
`,
    'data/region/revisionen/revision.yaml': revision('r3', 'Följ upp ledtider & leveranser.'),
    'data/region/enhet/svar.yaml': data,
    [`${BREV}/rapport.yaml`]: `rapport:
  dokumenttyp: svar på granskning
  titel: Svar på granskning
  period: 2018
  status: beslutad
  datum: 2018-03-12
  till: Revisorerna
  ort: Karlskrona
  underskrifter:
    - namn: Åsa Ek
      titel: Direktör
    - namn: Bo Al
`,
    [`${BREV}/10-forslag-till-beslut.md`]: '# Förslag till beslut\n\n1. överlämna svaret.\n',
    [`${BREV}/20-sammanfattning.md`]:
      '# Sammanfattning\n\nVi delar {{tal "svar.delas"}} av {{tal "svar.antal"}}, se {{se "svarstabell"}}.\n',
    [`${BREV}/30-bakgrund.md`]: '# Bakgrund\n\nText.\n',
    [`${BREV}/40-kommentarer.md`]:
      '# Kommentarer\n\n{{svarsruta "svar-ledtider"}}\n\n{{svarstabell}}\n',
    [`${BREV}/50-bedomning.md`]: '# Bedömning\n\nText.\n',
    ...filer
  }
}

async function made(filer: Filer): Promise<{ html: string; faults: string[]; places: string[] }> {
  const making = await makeProject(filer)
  const found = allDiagnostics(making).filter(({ severity }) => severity === 'error')
  const page = making.made[0]?.finished?.files.get('index.html') ?? ''
  return {
    html: page.slice(page.indexOf('<body'), page.indexOf('<script>')).replaceAll('\n', ''),
    faults: found.map(({ rule, text }) => `${rule}: ${text}`),
    places: found.map(({ span }) => {
      const source = making.sources.get(span?.file ?? '')
      return `${span?.file}: ${source?.text.slice(span?.start, span?.end)}`
    })
  }
}

describe('an answer to an audit', () => {
  it.each([
    ['another unit’s', 'till: revisionen/r3'],
    ['another unit’s, with its organisation', 'till: region/revisionen/r3']
  ])('shows %s recommendation as the auditors wrote it', async (_, till) => {
    const { html, faults } = await made(brev(svar(till)))
    expect(faults).toEqual([])
    expect(html).toContain(
      '<p class="rutrubrik">Rekommendation\u00a03</p><p class="ord">Följ upp ledtider &amp; leveranser.</p><ul><li>ledtider</li><li>leveranser</li></ul>' +
        '<ul class="fakta"><li><b>Ståndpunkt</b> <span>Delas delvis</span></li><li><b>Åtgärd</b> <span>Mäta de vanligaste tjänsterna.</span></li>' +
        '<li><b>Ansvarig</b> <span>Förvaltningschefen</span></li><li><b>Klart senast</b> <span>31\u00a0december 2018</span></li></ul>'
    )
    expect(html).toContain('3. Följa upp ledtider</th>')
    expect(html).toMatch(/Vi delar <data[^>]*>0<\/data> av <data[^>]*>1<\/data>/)
  })

  it('finds a recommendation in another organisation', async () => {
    const { html, faults } = await made(
      brev(svar('till: annan/revisor/r9'), {
        'data/annan/revisor/revision.yaml': revision('r9', 'Gör om.')
      })
    )
    expect(faults).toEqual([])
    expect(html).toContain('<p class="ord">Gör om.</p>')
  })

  it('finds one of its own unit', async () => {
    const { html, faults } = await made(
      brev(svar('till: r1'), { 'data/region/enhet/revision.yaml': revision('r1', 'Se över.') })
    )
    expect(faults).toEqual([])
    expect(html).toContain('<p class="ord">Se över.</p>')
  })

  it('may hold the recommendation itself', async () => {
    const { html, faults } = await made(
      brev(svar('rekommendation: Följ upp tiderna.\n    nummer: 4 b'))
    )
    expect(faults).toEqual([])
    expect(html).toContain(
      '<p class="rutrubrik">Rekommendation\u00a04 b</p><p class="ord">Följ upp tiderna.</p>'
    )
  })

  it.each([
    [
      'till: revisionen/r4',
      'rekommendation-finns: Rekommendationen "r4" finns inte hos region/revisionen.'
    ],
    [
      'till: revisorn/r3',
      'rekommendation-finns: Svaret går till en enhet som inte finns i data: "region/revisorn".'
    ],
    ['till: r3', 'rekommendation-finns: Rekommendationen "r3" finns inte hos region/enhet.']
  ])('that points nowhere is a fault at the link: %s', async (till, fault) => {
    const { faults, places, html } = await made(brev(svar(till)))
    expect(faults).toEqual([fault])
    expect(places).toEqual([`data/region/enhet/svar.yaml: ${till.slice('till: '.length)}`])
    expect(html).toBe('')
  })

  it('needs a recommendation, one way or the other', async () => {
    const { faults } = await made(brev(svar('till: revisionen/r3\n    rekommendation: Text.')))
    expect(faults).toEqual([
      'varde-av-ratt-slag: Här står 2 av nycklarna till och rekommendation, väntade en.'
    ])
  })

  it('shows how it went in the period that is followed up', async () => {
    const { html, faults } = await made(
      brev(
        svar(
          'till: revisionen/r3',
          `    uppföljning:
      2018:
        status: pågår
        kommentar: Halva katalogen mäts.
`
        )
      )
    )
    expect(faults).toEqual([])
    expect(html).toContain('<th scope="col">Status 2018</th><th scope="col">Kommentar</th>')
    expect(html).toContain(
      '<td><span class="status pagar">Pågår</span></td><td>Halva katalogen mäts.</td>'
    )
    expect(html).toContain('<b>Status 2018</b> <span>Pågår. Halva katalogen mäts.</span>')
  })

  it('is required by the document type', async () => {
    const { faults } = await made(
      brev('konton:\n  - id: x\n    namn: X\n    enhet: kr\n', {
        [`${BREV}/20-sammanfattning.md`]: '# Sammanfattning\n\nText.\n',
        [`${BREV}/40-kommentarer.md`]: '# Kommentarer\n\nText.\n'
      })
    )
    expect(faults).toEqual([
      'data-finns: Dokumenttypen "svar på granskning" kräver svar, men enheten har inga sådana uppgifter.'
    ])
  })
})

describe('a letter', () => {
  it('has a head of its own, no cover and no contents', async () => {
    const { html } = await made(brev(svar('till: revisionen/r3')))
    expect(html).toContain('<body class="kort">')
    expect(html).toContain(
      '<p class="till"><span class="vad">Till</span> <b>Revisorerna</b></p><h1>Svar på granskning</h1></header>'
    )
    expect(html).not.toContain('class="omslag"')
    expect(html).not.toContain('class="innehall"')
    expect(html).toContain('<h2 id="sammanfattning">Sammanfattning</h2>')
  })

  it('ends with place, date and signatures side by side', async () => {
    const { html } = await made(brev(svar('till: revisionen/r3')))
    expect(html).toContain(
      '<p class="ort">Karlskrona den 12\u00a0mars 2018</p><ul class="underskrifter"><li><b>Åsa Ek</b> <span class="vad">Direktör</span></li><li><b>Bo Al</b></li></ul>'
    )
  })
})
