import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../src/diagnostic.ts'
import { createSource } from '../../src/source.ts'
import { createEngine, type Helper } from '../../src/template/engine.ts'

/** What is said about a template printed with a view, as "«marked text» what is wrong". */
function faults(template: string, view: object, partials: Record<string, string> = {}): string[] {
  const diagnostics = new Diagnostics()
  const sources = Object.entries({ 'sida/x': template, ...partials }).map(([name, text]) =>
    createSource(`templates/${name}.hbs`, text)
  )
  const helpers: Record<string, Helper> = { tal: (() => 'x') as Helper }
  const text = createEngine({ sources, helpers }, diagnostics).render('sida/x', view, {
    sida: 'index'
  })
  const found = diagnostics.sorted().map((d) => {
    const source = sources.find((s) => s.path === d.span?.file)
    return `«${source?.text.slice(d.span?.start, d.span?.end)}» ${d.text} ${d.hint}`
  })
  expect(text === undefined).toBe(found.length > 0)
  return found
}

const view = {
  titel: 'Årsrapport',
  tom: '',
  noll: 0,
  enhet: null,
  organisation: { namn: 'Region' },
  kapitel: [
    { rubrik: 'Ett', noter: ['a'] },
    { rubrik: 'Två', noter: [] }
  ],
  inga: []
}

const typo = (path: string, field = path) =>
  `«${path}» Okänt fält "${field}"${path === field ? '' : ` i "${path}"`}, väntade ett som finns.`

describe('a path that leads nowhere', () => {
  const cases: [string, string][] = [
    ['{{titl}}', `${typo('titl')} Menade du "titel"?`],
    ['{{organisation.nam}}', `${typo('organisation.nam', 'nam')} Menade du "namn"?`],
    ['{{#if titl}}a{{/if}}', `${typo('titl')} Menade du "titel"?`],
    ['{{#unless titl}}a{{/unless}}', `${typo('titl')} Menade du "titel"?`],
    ['{{#each kapitl}}a{{/each}}', `${typo('kapitl')} Menade du "kapitel"?`],
    ['{{#each kapitel}}{{rubrk}}{{/each}}', `${typo('rubrk')} Menade du "rubrik"?`],
    ['{{#each kapitel}}{{../titl}}{{/each}}', `${typo('../titl', 'titl')} Menade du "titel"?`],
    [
      '{{#each kapitel}}{{../../titel}}{{/each}}',
      '«../../titel» "../../titel" går utanför mallen. Ta bort ett "../".'
    ],
    [
      '{{#each kapitel as |k|}}{{k.rubrk}}{{/each}}',
      `${typo('k.rubrk', 'rubrk')} Menade du "rubrik"?`
    ],
    ['{{#each kapitel}}{{@indx}}{{/each}}', `${typo('@indx')} Menade du "index"?`],
    ['{{@index}}', `${typo('@index')} Här finns inga fält.`],
    ['{{@root.titl}}', `${typo('@root.titl', 'titl')} Menade du "titel"?`],
    ['{{#with organisation}}{{this.nam}}{{/with}}', `${typo('this.nam', 'nam')} Menade du "namn"?`],
    ['{{tal titl}}', `${typo('titl')} Menade du "titel"?`],
    ['{{tal "a" b=titl}}', `${typo('titl')} Menade du "titel"?`],
    ['{{tal (tal titl)}}', `${typo('titl')} Menade du "titel"?`],
    ['{{> block/b organistion}}', `${typo('organistion')} Menade du "organisation"?`],
    ['{{> block/b organisation c=titl}}', `${typo('titl')} Menade du "titel"?`],
    ['{{#each inga}}{{@root.titl}}{{/each}}', `${typo('@root.titl', 'titl')} Menade du "titel"?`],
    ['{{#if enhet}}{{titl}}{{/if}}', `${typo('titl')} Menade du "titel"?`],
    [
      '{{xyzzy}}',
      `${typo('xyzzy')} Här finns: titel, tom, noll, enhet, organisation, kapitel, inga.`
    ]
  ]
  it.each(cases)('%s', (template, fault) => {
    expect(faults(template, view, { 'block/b': 'b' })).toEqual([fault])
  })

  it('is told once for all items, and for every place', () => {
    expect(faults('{{#each kapitel}}{{a}}{{b}}{{/each}}', view)).toHaveLength(2)
  })

  it('is found within partials, whose context is their own', () => {
    expect(faults('{{> block/b organisation}}', view, { 'block/b': '{{namn}} {{titel}}' })).toEqual(
      [`${typo('titel')} Här finns: namn.`]
    )
    expect(
      faults('{{> block/b organisation titel=titel}}', view, { 'block/b': '{{namn}} {{titel}}' })
    ).toEqual([])
  })

  it('is found within the inside of a block partial', () => {
    const partials = { 'sida/ram': '<i>{{> @partial-block}}</i>' }
    expect(faults('{{#> sida/ram}}{{titl}}{{/sida/ram}}', view, partials)).toEqual([
      `${typo('titl')} Menade du "titel"?`
    ])
  })
})

describe('a value that would leave a gap', () => {
  const gap = (path: string) =>
    `«${path}» Värdet "${path}" är tomt här och skulle ge en lucka på sidan. Skriv {{#if ${path}}} … {{/if}} runt det.`
  const cases: [string, string[]][] = [
    ['{{enhet}}', [gap('enhet')]],
    ['{{tom}}', [gap('tom')]],
    ['{{enhet.namn}}', [gap('enhet').replace('«enhet»', '«enhet.namn»')]],
    ['{{> block/b enhet}}', [gap('enhet')]],
    [
      '{{kapitel}}',
      [
        '«kapitel» "kapitel" är en lista och kan inte skrivas ut som text. Skriv {{#each kapitel}} … {{/each}}.'
      ]
    ],
    [
      '{{organisation}}',
      [
        '«organisation» "organisation" är flera fält och kan inte skrivas ut som text. Skriv ett av fälten: {{organisation.…}}.'
      ]
    ],
    ['{{#if enhet}}{{enhet}}{{/if}}', []],
    ['{{#if enhet}}{{enhet.namn}}{{else}}ingen{{/if}}', []],
    ['{{#unless enhet}}{{enhet}}{{/unless}}', [gap('enhet')]],
    ['{{#with enhet}}{{namn}}{{/with}}', []],
    ['{{#each inga}}{{a.b}}{{else}}inga{{/each}}', []],
    ['{{#each inga}}{{#each a}}{{#each b}}{{../c}}{{../../d}}{{/each}}{{/each}}{{/each}}', []],
    ['{{#each kapitel}}{{#each noter}}{{this}}{{@index}}{{@key}}{{/each}}{{/each}}', []],
    ['{{noll}} {{kapitel.length}} {{kapitel.0.rubrik}} {{@sida}} {{@root.titel}}', []],
    ['{{#each kapitel as |k i|}}{{k.rubrik}}{{i}}{{../titel}}{{/each}}', []]
  ]
  it.each(cases)('%s', (template, expected) => {
    expect(faults(template, view, { 'block/b': 'b' })).toEqual(expected)
  })
})

describe('a template that takes itself in', () => {
  it('follows what lies below', () => {
    const tree = { barn: [{ namn: 'a', barn: [{ namn: 'b', barn: [] }] }] }
    const partials = { 'block/t': '{{#each barn}}{{namn}}{{> block/t}}{{/each}}' }
    expect(faults('{{> block/t}}', tree, partials)).toEqual([])
  })

  it('is stopped where there is no end', () => {
    expect(faults('{{> block/t}}', {}, { 'block/t': '{{> block/t}}' })).toEqual([
      '«{{> block/t}}» Mallen "block/t" tar in sig själv utan slut. Låt den ta in sig själv bara för underordnade värden.'
    ])
  })
})
