import { createHash } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Ändring } from '../../src/diff/compare.ts'
import type { Jämförelse } from '../../src/diff/diff.ts'
import type { Talskillnad } from '../../src/diff/figures.ts'
import type { Del } from '../../src/diff/text.ts'
import { copyProject } from '../setup/project.ts'
import { createRepo } from './repo.ts'

const REPORT = 'landstinget-sormland/du-namnden/2017-verksamhetsberattelse'
const TEXT = `content/${REPORT}`
const DATA = 'data/landstinget-sormland/du-namnden'

/** All that is changed between the two commits. */
const CHANGES: readonly (readonly [path: string, from: string, to: string])[] = [
  // Figures: one that is printed in three places, and one with a share that follows from it.
  [`${DATA}/nyckeltal.yaml`, 'utfall: 15 264', 'utfall: 15 364'],
  [`${DATA}/nyckeltal.yaml`, 'utfall: 20\n', 'utfall: 21\n'],
  // A target, and so the year's assessment; a comment.
  [`${DATA}/indikatorer.yaml`, 'målvärde: max 4,5', 'målvärde: max 5,5'],
  [`${DATA}/indikatorer.yaml`, 'Är ändå högre än föregående år.', 'Är högre än året före.'],
  // A value in a chart.
  [`${DATA}/sjukfranvaro-manad.csv`, '2017-04;6,9', '2017-04;6,7'],
  // Rows: one gone and one come.
  [
    `${DATA}/register.yaml`,
    '      - id: ersättare-2\n        namn: Rune Fagerlid\n        parti: V\n        tid: Hela året\n',
    ''
  ],
  [
    `${DATA}/register.yaml`,
    '      - id: ledamot-6\n',
    '      - id: ledamot-7\n        namn: Arne Lundby\n        parti: C\n        uppdrag: Ledamot\n        tid: Hela året\n      - id: ledamot-6\n'
  ],
  // Text, a heading and a note.
  [`${TEXT}/95-framatblick.md`, 'före sommaren', 'senast den 1 september'],
  [
    `${TEXT}/95-framatblick.md`,
    'Upphandlingslagen är ny sedan januari 2017. Antalet överprövningar väntas inte minska medan domstolarnas praxis tar form.',
    ''
  ],
  [`${TEXT}/20-namndens-uppdrag.md`, '## Begrepp', '## Ord och begrepp'],
  [`${TEXT}/70-personal.md`, 'avrundat till en decimal.', 'avrundat.'],
  // What nobody sees: a comment in data, and a line broken elsewhere.
  [`${DATA}/indikatorer.yaml`, 'indikatorer:', '# En kommentar som ingen ser.\nindikatorer:'],
  [`${TEXT}/40-namndens-kostnad.md`, 'Enligt avtalet delar', 'Enligt avtalet\ndelar']
]

const FIGURES = [
  'Inköpsordrar, utfall, 2017: 15 264 → 15 364, +100',
  'Möten på distans, utfall, 2017: 20 → 21, +1',
  '  Andel möten på distans, utfall, 2017: 80 % → 84 %, +4 procentenheter',
  'Sjukfrånvarotid, målvärde, 2017: 4,5 % → 5,5 %, +1,0 procentenheter',
  'Antal rader i Ledamöter, 2017: 6 → 7, +1',
  'Antal rader i Ersättare, 2017: 7 → 6, −1',
  'Sjukfrånvaro, ackumulerad per månad, utfall, 2017-04: 6,9 % → 6,7 %, −0,2 procentenheter',
  'Räknas inte längre med: Sjukfrånvarotid.',
  '  Ej uppnått, antal, 2017: 2 → 1, −1'
]

const ASSESSMENTS = [
  'Sjukfrånvarotid: Ej uppnått → Delvis uppnått',
  'Personal, Medarbetarna är friska, trivs och stannar: Ej uppnått → Delvis uppnått',
  'Personal: Ej uppnått → Delvis uppnått'
]

const SHOWN = `
Sammanfattning: … upphandlingsuppdrag och hanterade [-15 264-] {+15 364+} inköpsordrar. Verksamheten höll …
Sammanfattning: [-80-] {+84+} % andel möten på distans
Sammanfattning: … helåret. Målvärdet är [-max 4,5 %-] {+max 5,5 %+}. Toppen nåddes i juni.
Nämndens uppdrag: [-Begrepp-] {+Ord och begrepp+}
Ledamöter och sammanträden: Nämnden har [-6-] {+7+} ledamöter och 6 … Därför står det [-7-] {+6+} namn i tabell 2.
Ledamöter och sammanträden: tabell Ledamöter
  ny: {+Arne Lundby+} | {+C+} | {+Ledamot+} | {+Hela året+}
Ledamöter och sammanträden: tabell Ersättare
  borttagen: [-Rune Fagerlid-] | [-V-] | [-Hela året-]
Verksamheten under året › Upphandling: tabell Upphandling och e-handel i siffror
  ändrad: Inköpsordrar (ungefärligt) | [-15 264-] {+15 364+}
Verksamheten under året › E-handel: … Under året skickades [-15 264-] {+15 364+} inköpsordrar.
Verksamheten under året › Miljö och socialt ansvar: … mellan orterna hölls [-20-] {+21+} på distans, alltså [-80 procent-] {+84 procent+}. Varje möte …
Måluppfyllelse: tabell Indikatorer
  ändrad: Sjukfrånvarotid | 6,03 % | 5,35 % | [-max 4,5 %-] {+max 5,5 %+} | [-Ej uppnått-] {+Delvis uppnått+} | … sedan nedåt. Är [-ändå-] högre än [-föregående år-] {+året före+}.
Måluppfyllelse: diagram Indikatorer efter bedömning
  ny: {+Delvis uppnått+} | {+1+}
  ändrad: Ej uppnått | [-2-] {+1+}
Måluppfyllelse › Mål per perspektiv: tabell Måluppfyllelse
  ändrad: Personal | Medarbetarna är friska, trivs och stannar | [-Ej uppnått-] {+Delvis uppnått+}
Måluppfyllelse › Personal: … stannar har bedömningen [-Ej uppnått-] {+Delvis uppnått+}. Sjukfrånvarotiden blev … målvärdet som är [-max 4,5 %-] {+max 5,5 %+}. HME-index redovisas …
Personal › Sjukfrånvaro: … klart över målvärdet, [-max 4,5 %-] {+max 5,5 %+}. Utvecklingen visas i diagram 3.
Personal › Sjukfrånvaro: diagram Sjukfrånvaro 2015–2017 %
Personal › Sjukfrånvaro: diagram Sjukfrånvaro månad för månad, räknat från årets början %
  ändrad: apr | 4,5 | [-6,9-] {+6,7+}
Personal: … är det avrundat [-till en decimal-].
Framåtblick: Full bemanning. Vakanserna ska vara tillsatta [-före sommaren-] {+senast den 1 september+}, och de …
Framåtblick › Risker: [-Upphandlingslagen är ny sedan januari 2017. Antalet överprövningar väntas inte minska medan domstolarnas praxis tar form.-]
`.trim()

/** What is as it was is cut down to the words beside a change. */
function marked(delar: readonly Del[]): string {
  const shown = delar.map(({ slag, text, mellanrum }, i) => {
    const space = mellanrum ? ' ' : ''
    if (slag === 'bort') return `${space}[-${text}-]`
    if (slag === 'nytt') return `${space}{+${text}+}`
    const words = text.split(' ')
    if (words.length < 7) return space + text
    const [head, tail] = [
      i === 0 ? [] : words.slice(0, 3),
      i === delar.length - 1 ? [] : words.slice(-3)
    ]
    return space + [...head, '…', ...tail].join(' ')
  })
  return shown.join('').trim().replaceAll('\u00a0', ' ')
}

function told(rubrik: string, ändring: Ändring): string[] {
  const place = [rubrik, ...ändring.under.slice(1)].join(' › ')
  if (ändring.slag === 'text') return [`${place}: ${marked(ändring.delar)}`]
  const rows = (ändring.tabell?.rader ?? [])
    .filter(({ utfall }) => utfall !== 'grupp')
    .map(({ utfall, celler }) => {
      const cells = celler.map(({ delar, ändrad }) =>
        ändrad ? marked(delar) : (delar[0]?.text ?? '').replaceAll('\u00a0', ' ')
      )
      return `  ${utfall}: ${cells.join(' | ')}`
    })
  return [`${place}: ${ändring.slag} ${ändring.rubrik}`, ...rows]
}

function figure({ namn, period, före, efter, skillnad }: Talskillnad): string {
  return `${namn}, ${period}: ${före} → ${efter}, ${skillnad}`.replaceAll('\u00a0', ' ')
}

it('shows every change between two commits of a real report and nothing else, and touches nothing', () => {
  const project = copyProject([REPORT])
  project.write('.gitignore', 'output/\n.cache/\n')
  const repo = createRepo(project.folder)
  repo.commit('Före')
  for (const [path, from, to] of CHANGES) {
    const before = project.read(path)
    expect(before, path).toContain(from)
    project.write(path, before.replace(from, to))
  }
  // A file by another name is the same section.
  const [old, renamed] = [`${TEXT}/85-overprovningar.md`, `${TEXT}/86-overprovningar.md`]
  cpSync(join(project.folder, old), join(project.folder, renamed))
  project.remove(old)
  repo.commit('Efter')
  // Between two commits the work tree says nothing, and it stays as it is.
  project.write(`${TEXT}/10-sammanfattning.md`, '# Ändrat efteråt\n')
  const index = () =>
    createHash('sha256')
      .update(readFileSync(join(project.folder, '.git/index')))
      .digest('hex')
  const before = [index(), repo.git('status', '--porcelain')]

  const run = project.tertial(['diff', 'HEAD~1..HEAD', 'du-namnden', '--json'])
  expect(run.status, run.stderr).toBe(0)
  expect([index(), repo.git('status', '--porcelain')]).toEqual(before)
  const { rapporter, oförändrade } = JSON.parse(run.stdout) as Jämförelse
  expect([rapporter.length, oförändrade, rapporter[0]?.fel]).toEqual([1, 0, []])
  const [one] = rapporter
  const tal = one?.tal.flatMap(({ rötter, följder, orsak }) => [
    ...(orsak === null ? [] : [orsak]),
    ...rötter.map(figure),
    ...följder.map((each) => `  ${figure(each)}`)
  ])
  expect(tal).toEqual(FIGURES)
  const bedömningar = one?.sida.bedömningar
  expect(bedömningar?.map((each) => `${each.namn}: ${each.före} → ${each.efter}`)).toEqual(
    ASSESSMENTS
  )
  const lines = one?.sida.kapitel.flatMap(({ rubrik, ändringar }) =>
    ändringar.flatMap((each) => told(rubrik, each))
  )
  expect(lines).toEqual(SHOWN.split('\n'))
})
