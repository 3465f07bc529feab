import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'

/** How large a report is; how many of them, one unit each. */
export interface Workload {
  readonly reports: number
  readonly chapters: number
  readonly paragraphs: number
  readonly headings: number
  readonly tables: number
  readonly charts: number
  readonly footnotes: number
}

/** One long report of about 40 pages, and fifty of about 14. */
export const workloads: Readonly<Record<'annual' | 'org-50', Workload>> = {
  annual: {
    reports: 1,
    chapters: 12,
    paragraphs: 120,
    headings: 60,
    tables: 25,
    charts: 12,
    footnotes: 18
  },
  'org-50': {
    reports: 50,
    chapters: 4,
    paragraphs: 36,
    headings: 20,
    tables: 8,
    charts: 4,
    footnotes: 6
  }
}

const WORDS =
  'verksamheten har under året arbetat med att korta väntetiderna och stärka bemanningen i den nära vården där behoven är störst samtidigt som kostnaderna för hyrpersonal minskar och den nya organisationen börjar ge resultat i form av bättre tillgänglighet och en jämnare fördelning av uppdragen mellan enheterna'.split(
    ' '
  )
const ROWS =
  'Personal,Läkemedel,Lokaler,Material,Köpt vård,Tjänster,Avskrivningar,Övriga kostnader'.split(',')
const ORDINALS = 'ett,två,tre,fyra,fem,sex,sju,åtta,nio,tio,elva,tolv'.split(',')
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021]

/**
 * Writes a project with data, text and templates. The same call gives the same bytes, so that every
 * round, and every machine, measures the same work.
 */
export async function writeWorkload(
  root: string,
  workload: Workload,
  templates: string
): Promise<void> {
  await cp(templates, `${root}/templates`, { recursive: true })
  // The chapters are made up: nothing may be required of them.
  const mall = `${root}/templates/dokument/arsrapport.hbs`
  await writeFile(mall, (await readFile(mall, 'utf8')).replaceAll('krav: ja', 'krav: nej'))
  const units = Array.from({ length: workload.reports }, (_, i) => `enhet-${i + 1}`)
  const organisation = `${root}/data/region-prov`
  await write(
    `${organisation}/organisation.yaml`,
    `organisation:\n  namn: Region Prov\n  slag: region\n  enheter:\n${units
      .map((id, i) => `    - id: ${id}\n      namn: Enhet ${i + 1}\n`)
      .join('')}`
  )
  // The same names stand in every table, with values of their own.
  await write(
    `${organisation}/styrmodell.yaml`,
    'styrmodell:\n  nivåer:\n    - mål\n  regler:\n    en-uppgift-ett-varde: av\n'
  )
  for (const [i, unit] of units.entries()) {
    const random = randomFrom(i + 1)
    await write(`${organisation}/${unit}/ekonomi.yaml`, data(workload, random))
    const content = `${root}/content/region-prov/${unit}/2021-arsrapport`
    await write(
      `${content}/rapport.yaml`,
      `rapport:\n  dokumenttyp: årsrapport\n  titel: Årsrapport 2021 för enhet ${i + 1}\n  period: 2021\n  status: beslutad\n  datum: 2022-02-14\n`
    )
    for (const [nr, text] of chapters(workload, random).entries())
      await write(`${content}/${(nr + 1) * 10}-kapitel-${nr + 1}.md`, text)
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(path.replace(/\/[^/]*$/, ''), { recursive: true })
  await writeFile(path, text)
}

type Random = () => number

/** Park and Miller's generator: numbers in [0, 1), the same on every run. */
function randomFrom(seed: number): Random {
  let state = seed * 7919
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

const amount = (random: Random): string => (random() * 900 + 20).toFixed(1).replace('.', ',')

function data({ tables, charts }: Workload, random: Random): string {
  const konton = Array.from({ length: tables }, (_, t) =>
    ROWS.map(
      (namn, r) =>
        `  - id: t${t + 1}-${r + 1}\n    namn: ${namn}\n    enhet: mnkr\n    decimaler: 1\n    serie:\n      2020:\n        utfall: ${amount(random)}\n      2021:\n        utfall: ${amount(random)}\n        budget: ${amount(random)}\n`
    ).join('')
  ).join('')
  const nyckeltal = Array.from(
    { length: charts },
    (_, c) =>
      `  - id: n${c + 1}\n    namn: Nyckeltal ${c + 1}\n    enhet: procent\n    decimaler: 1\n    serie:\n${YEARS.map((year) => `      ${year}:\n        utfall: ${(random() * 60 + 20).toFixed(1).replace('.', ',')}\n`).join('')}`
  ).join('')
  const uppställningar = Array.from(
    { length: tables },
    (_, t) =>
      `  - id: tabell-${t + 1}\n    namn: Kostnader efter slag ${t + 1}\n    enhet: mnkr\n    decimaler: 1\n    tecken: kostnad plus\n    radrubrik: Kostnadsslag\n    kolumner:\n      - mått: utfall\n      - mått: budget\n      - mått: utfall\n        period: föregående år\n    rader:\n${ROWS.map((_, r) => `      - konto: t${t + 1}-${r + 1}\n`).join('')}      - summa: Summa\n`
  ).join('')
  return `ursprung: konstruerat\nkonton:\n${konton}nyckeltal:\n${nyckeltal}uppställningar:\n${uppställningar}`
}

/** The chapters as Markdown; figures, tables and charts by helper. */
function chapters(workload: Workload, random: Random): string[] {
  const { chapters: count } = workload
  const due = (total: number, chapter: number): number[] => {
    const from = Math.floor((total * chapter) / count)
    return Array.from(
      { length: Math.floor((total * (chapter + 1)) / count) - from },
      (_, i) => from + i + 1
    )
  }
  return Array.from({ length: count }, (_, chapter) => {
    const tables = due(workload.tables, chapter)
    const charts = due(workload.charts, chapter)
    const notes = due(workload.footnotes, chapter)
    const headings = due(workload.headings, chapter)
    const blocks = due(workload.paragraphs, chapter).map((_, i) => {
      const mark = notes[i] === undefined ? '' : `[^${notes[i]}]`
      return `${paragraph(random, tables)}${mark}`
    })
    const step = Math.ceil(blocks.length / headings.length)
    const parts = [`# Året som gick, del ${ORDINALS[chapter]}`]
    for (const [i, text] of blocks.entries()) {
      if (i % step === 0 && i > 0)
        parts.push(`## ${sentence(random).split(' ').slice(0, 5).join(' ')}`)
      parts.push(text)
      const table = tables.shift()
      if (table) parts.push(`{{tabell "tabell-${table}"}}`)
      const chart = i % 2 === 1 ? charts.shift() : undefined
      if (chart) parts.push(chartCall(chart))
    }
    parts.push(...notes.map((nr) => `[^${nr}]: ${sentence(random)}`))
    return `${parts.join('\n\n')}\n`
  })
}

function chartCall(nr: number): string {
  const kind = nr % 3
  if (kind === 0)
    return `{{diagram "linje" serie="n${nr}.utfall" id="d-${nr}" rubrik="Utveckling ${nr}"}}`
  const bars = kind === 1 ? '"liggande-staplar"' : '"grupperade-staplar"'
  const measures = kind === 1 ? 'utfall' : 'utfall,budget'
  return `{{diagram ${bars} tabell="tabell-${nr}" mått="${measures}" id="d-${nr}" rubrik="Kostnader ${nr}"}}`
}

function paragraph(random: Random, tables: readonly number[]): string {
  const table = tables[0] ?? 1
  const row = Math.floor(random() * ROWS.length) + 1
  return [
    sentence(random),
    `Utfallet blev {{tal "t${table}-${row}.utfall"}} mot {{tal "t${table}-${row}.utfall" period="föregående år"}} året före, med en **budget** på {{tal "t${table}-${row}.budget"}}.`,
    sentence(random)
  ].join(' ')
}

function sentence(random: Random): string {
  const start = Math.floor(random() * WORDS.length)
  const length = 12 + Math.floor(random() * 14)
  const words = Array.from({ length }, (_, i) => WORDS[(start + i * 3) % WORDS.length] ?? '')
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
