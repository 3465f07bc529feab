import { describe, expect, it } from 'vitest'
import { check, makeProject, type Filer } from '../helpers/project.ts'

/** A region with a board below it and auditors beside; the report is the region's. */
const region = (text: string, filer: Filer = {}): Filer => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Regionstyrelsen
      enheter:
        - id: trafik
          namn: Trafiknämnden
    - id: revisionen
      namn: Regionrevisionen
`,
  'data/region/trafik/styrning.yaml': `uppdrag:
  - id: stomlinje
    namn: Öppna stomlinjen
    uppföljning:
      2021:
        status: klart
        kommentar: Öppnade i juni & gick fullt.
  - id: taxa
    namn: Se över taxan
    uppföljning:
      2021:
        status: pågår
`,
  'content/region/enhet/2021-arsrapport/10-inledning.md': `# Inledning\n\n${text}\n`,
  ...filer
})

const chapter = (html: string | undefined): string =>
  (html ?? '')
    .slice(
      (html ?? '').indexOf('<section class="kapitel'),
      (html ?? '').indexOf('<section class="kallor')
    )
    .replaceAll('\u00a0', ' ')

async function text(filer: Filer): Promise<string> {
  const { made } = await makeProject(filer)
  return chapter(made[0]?.finished?.files.get('index.html')).replaceAll(/<[^>]*>/g, '')
}

async function rows(filer: Filer): Promise<string[][]> {
  const { made } = await makeProject(filer)
  return [
    ...chapter(made[0]?.finished?.files.get('index.html')).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)
  ].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, '')
    )
  )
}

const REVISION: Filer = {
  'data/region/revisionen/revision.yaml': `revision:
  - id: granskning
    granskad: Regionstyrelsen
    period: 2020
    områden:
      - id: styrning
        namn: Styrning
        skala:
          - tillräcklig
          - inte tillräcklig
        samlad:
          bedömning: inte tillräcklig
          motivering: Styrelsen har inte följt upp sina egna beslut.
    rekommendationer:
      - id: r1
        nummer: 1
        text: Följ upp besluten.
        mottagare:
          - Regionstyrelsen
      - id: r2
        nummer: 2
        text: Redovisa uppföljningen.
        mottagare:
          - Regionstyrelsen
`
}

describe('what another unit has written', () => {
  it('is quoted, not repeated by hand', async () =>
    expect(await text(region('Linjen: {{text "trafik/stomlinje.kommentar"}}'))).toContain(
      'Linjen: Öppnade i juni &amp; gick fullt.'
    ))

  it('may be the auditors’ reason', async () =>
    expect(await text(region('{{text "revisionen/styrning.motivering"}}', REVISION))).toContain(
      'Styrelsen har inte följt upp sina egna beslut.'
    ))

  it('has name, target and assessment too', async () => {
    const filer = region(
      '{{namn "trafik/punktlighet"}}: {{målvärde "trafik/punktlighet"}}, {{bedömning "trafik/punktlighet"}}',
      {
        'data/region/trafik/indikatorer.yaml': `indikatorer:
  - id: punktlighet
    namn: Avgångar i tid
    enhet: procent
    serie:
      2021:
        målvärde: minst 90
        utfall: 91
`
      }
    )
    expect(await text(filer)).toContain('Avgångar i tid: minst 90 %, Uppfyllt')
  })

  it('is asked for by a unit and an id that exist', async () => {
    expect(await check(region('{{text "trafiken/stomlinje.kommentar"}}'))).toContain(
      'Menade du "trafik"?'
    )
    expect(await check(region('{{text "trafik/stomlinjen.kommentar"}}'))).toContain(
      'Menade du "stomlinje"?'
    )
  })
})

describe('{{enhetstabell}}', () => {
  it('counts each unit’s assignments by status, and all together', async () =>
    expect(await rows(region('{{enhetstabell av="uppdrag"}}'))).toEqual([
      ['Enhet', 'Uppdrag', 'Klara', 'Pågår'],
      ['Trafiknämnden', '2', '1', '1'],
      ['Summa', '2', '1', '1']
    ]))

  it('says what can be counted', async () =>
    expect(await check(region('{{enhetstabell av="mål"}}'))).toContain('"kontroller"'))
})

describe('föregående år', () => {
  const konto = (föregående: string) =>
    region('{{tal "hyra.föregående år"}} mot {{tal "hyra.utfall" period="föregående år"}}', {
      'data/region/enhet/hyra.yaml': `konton:
  - id: hyra
    namn: Hyra
    enhet: mnkr
    decimaler: 1
    serie:
      2020:
        utfall: -28,3
      2021:
        utfall: -30,0
        föregående år:${föregående}
`
    })

  it('may be said again where it is the same', async () =>
    expect(await check(konto(' -28,3'))).toBe(''))

  it('that isn’t what the last report had is named, with both and the difference', async () => {
    const found = await check(konto(' -28,1'))
    expect(found).toContain('data/region/enhet/hyra.yaml:11:24  fel  foregaende-ar-ar-utfallet')
    expect(found).toContain(
      'Hyra: föregående år anges till −28,1\u00a0mnkr, men utfallet 2020 är −28,3\u00a0mnkr. Skillnaden är 0,2\u00a0mnkr.'
    )
    expect(found).toContain('Utfallet 2020: data/region/enhet/hyra.yaml:8:17')
  })

  it('may be restated with a reason, and is then the one compared with', async () => {
    const omräknat = konto(
      '\n          värde: -27,9\n          kommentar: Omräknat, kostkontot har flyttats till Service.'
    )
    expect(await check(omräknat)).toBe('')
    expect(await text(omräknat)).toContain('−27,9 mnkr mot −28,3 mnkr')
  })
})

describe('{{målprognos}}', () => {
  const filer = (text: string, egen = ''): Filer => ({
    'data/region/enhet/mal.yaml': `mål:
  - id: verksamhet
    nivå: perspektiv
    namn: Verksamhet
    mål:
      - id: tid
        nivå: mål
        namn: I tid
${egen}`,
    'data/region/enhet/indikatorer.yaml': `indikatorer:
  - id: besök
    namn: Besök i tid
    mål: tid
    enhet: procent
    serie:
      2021-T2:
        målvärde: minst 80
        utfall: 81
        prognos: 84
      2021:
        målvärde: minst 85
        utfall: 99
  - id: svar
    namn: Svar i tid
    mål: tid
    enhet: procent
    serie:
      2021-T2:
        målvärde: minst 50
        utfall: 60
        målprognos:
          status: uppnås
          motivering: Hösten är lugnare.
      2021:
        målvärde: minst 50
`,
    'data/region/organisation.yaml':
      'organisation:\n  namn: Region\n  slag: region\n  enheter:\n    - id: enhet\n      namn: Enheten\n',
    'content/region/enhet/2021-arsrapport/rapport.yaml': null,
    'content/region/enhet/2021-arsrapport/10-inledning.md': null,
    'content/region/enhet/2021-t2-arsrapport/rapport.yaml':
      'rapport:\n  dokumenttyp: årsrapport\n  titel: Delår\n  period: 2021-T2\n  status: beslutad\n',
    'content/region/enhet/2021-t2-arsrapport/10-mal.md': `# Mål\n\n${text}\n`
  })

  it('holds the forecast against the year’s target, and a person’s own before it', async () =>
    expect(await rows(filer('{{målprognos}}'))).toEqual([
      ['Mål och indikator', 'Läget nu', 'Prognostal', 'Året', 'Skäl'],
      ['Verksamhet'],
      ['I tid', 'Uppfyllt', '–', 'Bedöms inte uppnås', '–'],
      ['Besök i tid', 'Uppfyllt', '84 %', 'Bedöms inte uppnås', '–'],
      ['Svar i tid', 'Uppfyllt', '–', 'Bedöms uppnås', 'Hösten är lugnare.']
    ]))

  it('lets the one who owns the goal judge it whole', async () =>
    expect(
      await rows(
        filer(
          '{{heatmap visa="prognos"}}',
          '    målprognos:\n      2021-T2:\n        status: osäkert\n        motivering: Beror på vintern.\n'
        )
      )
    ).toEqual([
      ['Enhet', 'Verksamhet'],
      ['Enheten', 'Osäkert']
    ]))
})

describe('{{svarstabell}}', () => {
  it('doesn’t pass by a recommendation that nobody has answered', async () => {
    const found = await check(
      region('{{svarstabell}}', {
        ...REVISION,
        'data/region/enhet/svar.yaml': `svar:
  - id: svar-beslut
    till: revisionen/r1
    rubrik: Följa upp besluten
    ståndpunkt: delas
    uppföljning:
      2021:
        status: pågår
`
      })
    )
    expect(found).toContain(
      'Revisorernas rekommendation 2 har inget svar att följa upp: "Redovisa uppföljningen."'
    )
    expect(found).not.toContain('rekommendation 1')
  })
})

describe('small numbers and references in running text', () => {
  it('are words where the sentence asks for it, with the right gender', async () =>
    expect(
      await text(
        region(
          '{{tal "trafik/uppdrag.antal" bokstäver="ett" versal=true}} uppdrag, {{tal "trafik/uppdrag.klara" bokstäver="ett"}} klart, {{tal "trafik/uppdrag.klara" bokstäver="en"}} sak, {{tal "personal.utfall" bokstäver="en"}}. {{se "kontrolltabell" versal=true}}.\n\n{{kontrolltabell}}'
        )
      )
    ).toContain('Två uppdrag, ett klart, en sak, −10,5 mnkr. Tabell 1.'))

  it('are of a gender that exists', async () =>
    expect(await check(region('{{tal "trafik/uppdrag.klara" bokstäver="den"}}'))).toContain('"en"'))
})
