import { expect, it } from 'vitest'
import { copyProject } from './setup/project.ts'

const MALL = `---
dokumenttyp: tillsynsrapport
numrering: 1
nysida: nej
perioder:
  - T2
avsnitt:
  - id: laget
    rubrik: Läget
    krav: ja
    ägare: Tillsynsledaren
    vägledning: 'Skriv {{tal "bredband.utfall"}} och vad som återstår.'
  - id: beslut
    rubrik: Beslut
    krav: nej
data:
  - nyckel: driftredovisning
    krav: ja
    visas: ja
---
{{#> sida/rapport form="kort"}}
<main id="text"><h1>{{titel}}</h1>
{{#each avsnitt}}
{{> block/avsnitt}}
{{/each}}
{{> block/verktyg}}
{{> block/kallor}}
</main>
{{/sida/rapport}}
`
const RAPPORT = 'region-mellansjo/regionala-utvecklingsnamnden/2024-t2-tillsynsrapport'

it('a document type is a file of the project’s own: made, asked for, checked and built like the others', () => {
  const project = copyProject(['region-mellansjo/regionala-utvecklingsnamnden'])
  project.write('templates/dokument/tillsynsrapport.hbs', MALL)
  const made = project.tertial([
    'new',
    'tillsynsrapport',
    '--enhet',
    'regionala-utvecklingsnamnden',
    '--period',
    '2024-T2'
  ])
  expect([made.status, made.stderr]).toEqual([0, ''])
  const avsnitt = `content/${RAPPORT}/10-laget.md`
  expect(project.read(avsnitt)).toBe(
    '# Läget\n\n<!-- Vägledning: Skriv {{tal "bredband.utfall"}} och vad som återstår. -->\n'
  )

  const status = project.tertial(['status', 'tillsynsrapport'])
  expect(status.stdout).toMatch(/Avsnittet "Läget" är inte skrivet +Tillsynsledaren/)

  project.remove(`content/${RAPPORT}/20-beslut.md`)
  project.write(avsnitt, '# Läget\n\nBredbandet når {{tal "bredband.utfall"}} av hushållen.\n')
  const utan = project.tertial(['build', 'tillsynsrapport', '--format', 'html', '--out', 'ut'])
  expect(utan.status).toBe(1)
  expect(utan.stdout).toContain(
    'Dokumenttypen "tillsynsrapport" ska visa "driftredovisning", men rapporten gör det inte.'
  )

  project.write(
    avsnitt,
    '# Läget\n\nBredbandet når {{tal "bredband.utfall"}} av hushållen.\n\n{{tabell "driftredovisning"}}\n'
  )
  const built = project.tertial(['build', 'tillsynsrapport', '--format', 'html', '--out', 'ut'])
  expect(built.stdout).not.toContain('  fel  ')
  expect(built.status).toBe(0)
  const page = project.read(`ut/${RAPPORT}/index.html`)
  expect(page).toMatch(/Bredbandet når <data[^>]*>95\u00a0%<\/data> av hushållen\./)
  expect(page).toContain('Regionala utvecklingsnämndens nettokostnad')
})
