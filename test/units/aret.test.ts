import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { make } from '../../src/pipeline.ts'
import { formatDiagnostics } from '../../src/reporter.ts'
import { allDiagnostics, createEffects, REPO } from '../helpers/project.ts'

const RS = 'region-mellansjo/regionstyrelsen'
const HSN = 'region-mellansjo/halso-och-sjukvardsnamnden'
const KTN = 'region-mellansjo/kollektivtrafiknamnden'
const DATA = 'data/region-mellansjo'
const HSN_DATA = `${DATA}/halso-och-sjukvardsnamnden`
const KEDJAN = {
  plan: `${RS}/2024-verksamhetsplan`,
  'region T1': `${RS}/2024-t1-delarsrapport`,
  'region T2': `${RS}/2024-t2-delarsrapport`,
  'region år': `${RS}/2024-arsredovisning`,
  'nämnd T1': `${HSN}/2024-t1-delarsrapport`,
  'nämnd T2': `${HSN}/2024-t2-delarsrapport`,
  'nämnd år': `${HSN}/2024-verksamhetsberattelse`,
  trafik: `${KTN}/2024-t2-delarsrapport`,
  revision: 'region-mellansjo/regionrevisionen/2023-revisionens-arsrapport',
  svar: `${RS}/2024-06-svar-pa-granskning`
} as const
type Rapport = keyof typeof KEDJAN

const filer: Record<string, string> = {}
for (const folder of [DATA, 'content/region-mellansjo'])
  for (const entry of readdirSync(`${REPO}/${folder}`, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = `${entry.parentPath}/${entry.name}`
      filer[path.slice(REPO.length + 1)] = readFileSync(path, 'utf8')
    }

/** One place of one file changed, the first after `före`. */
function changed(
  alla: Record<string, string>,
  [path, före, från, till]: (typeof ÄNDRINGAR)[number]
): Record<string, string> {
  const text = alla[path] ?? ''
  const at = text.indexOf(från, text.indexOf(före))
  if (!text.includes(före) || at < 0) throw new Error(`${path} has no ${från} after ${före}`)
  return { ...alla, [path]: text.slice(0, at) + till + text.slice(at + från.length) }
}

/** The named reports' chapters as text. */
async function texts(files: Record<string, string>): Promise<Record<Rapport, string>> {
  const making = await make(
    '/projekt',
    { rapporter: Object.values(KEDJAN), pdf: false },
    createEffects(files)
  )
  expect(formatDiagnostics(allDiagnostics(making), making.sources)).toBe('')
  return Object.fromEntries(
    Object.entries(KEDJAN).map(([namn, id]) => {
      const html = making.made.find(({ mapp }) => mapp.id === id)?.finished?.files.get('index.html')
      const chapters = (html ?? '').slice(
        (html ?? '').indexOf('<section class="kapitel'),
        (html ?? '').indexOf('<section class="kallor')
      )
      return [
        namn,
        chapters
          .replaceAll(/<\/(t[hd]|p|li)>/g, ' ')
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll(/[\s\u00a0]+/g, ' ')
      ]
    })
  ) as Record<Rapport, string>
}

/** In which reports the text stands. */
const where = (all: Record<Rapport, string>, text: string) =>
  Object.entries(all)
    .filter(([, chapters]) => chapters.includes(text))
    .map(([namn]) => namn)

/** Each an outcome or a word that somebody enters in one place. */
const ÄNDRINGAR: readonly (readonly [fil: string, före: string, från: string, till: string])[] = [
  [`${HSN_DATA}/indikatorer.yaml`, 'id: vårdgaranti-besök', 'utfall: 76,8', 'utfall: 77,7'],
  [`${HSN_DATA}/indikatorer.yaml`, 'id: vårdgaranti-besök', 'utfall: 78,4', 'utfall: 78,9'],
  [`${DATA}/kollektivtrafiknamnden/styrning.yaml`, 'id: taxa', 'status: pågår', 'status: klart'],
  [
    `${DATA}/regionstyrelsen/resultatrakning.yaml`,
    'id: skatteintäkter',
    'prognos: 5 808,0',
    'prognos: 5 818,0'
  ],
  [`${DATA}/regionrevisionen/revision.yaml`, 'id: r2', 'Låt inget system', 'Låt inget enda system'],
  [
    `${DATA}/regionrevisionen/revision.yaml`,
    'id: intern-kontroll',
    'återkommit två år i rad',
    'återkommit tre år i rad'
  ],
  [`${DATA}/regionstyrelsen/svar.yaml`, 'id: svar-klassning', 'status: klar', 'status: pågår']
]
let före: Record<Rapport, string>
let efter: Record<Rapport, string>

beforeAll(async () => {
  före = await texts(filer)
  efter = await texts(ÄNDRINGAR.reduce(changed, filer))
})

describe('a year of one region', () => {
  it('has last year’s outcome from one place in plan, the board’s report and the region’s', () => {
    expect(where(före, '76,8 %')).toEqual(['region år', 'nämnd år'])
    expect(före.plan).toContain('76,8 (2023)')
    expect(where(efter, '77,7 %')).toEqual(['region år', 'nämnd år'])
    expect(efter.plan).toContain('77,7 (2023)')
    expect(where(efter, '76,8 %')).toEqual([])
    expect(efter['nämnd år']).toContain('steg från 77,7 % till 82,3 %')
  })

  it('shows an outcome in the board’s report and in all of the region’s that look back at it', () =>
    expect(where(efter, '78,9 %')).toEqual(['region T1', 'region år', 'nämnd T1']))

  it('counts an assignment where it is done, in its board and in the region', () => {
    expect(före['region T2']).toContain('Av de 14 uppdragen i regionplanen är två klara')
    expect(efter['region T2']).toContain('Av de 14 uppdragen i regionplanen är tre klara')
    expect(efter['region T2']).toContain('Kollektivtrafiknämnden 2 2 0 0')
    expect(efter.trafik).toContain('Se över taxan Klart')
  })

  it('carries a forecast from the interim report to the year’s', () => {
    expect(före['region år']).toContain('skillnaden 55,9 mnkr')
    expect(where(efter, '117,0')).toEqual(['region T2', 'region år'])
    expect(efter['region år']).toContain('skillnaden 45,9 mnkr')
  })
})

describe('the auditors’ recommendation', () => {
  it('is in the letter as the auditors wrote it, and so is their reason', () => {
    for (const ord of ['Låt inget enda system tas i drift', 'återkommit tre år i rad'])
      expect(where(efter, ord)).toEqual(['revision', 'svar'])
  })

  it('is followed to the interim report and the year’s', () => {
    expect(före['region T2']).toContain('åtgärderna för en av dem klara')
    expect(före['region år']).toContain('Vid årets slut är tre klara.')
    expect(efter['region år']).toContain('Vid årets slut är två klara.')
  })

  it('that nobody answers is told of in the reports that follow up', async () => {
    const path = `${DATA}/regionstyrelsen/svar.yaml`
    const svar = filer[path] ?? ''
    const utan = svar.slice(0, svar.indexOf('  - id: svar-prognoser'))
    const making = await make(
      '/projekt',
      { rapporter: [KEDJAN['region år']], pdf: false },
      createEffects({ ...filer, [path]: utan })
    )
    expect(formatDiagnostics(allDiagnostics(making), making.sources)).toContain(
      'Revisorernas rekommendation 4 har inget svar'
    )
  })
})
