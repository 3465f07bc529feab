import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../src/diagnostic.ts'
import { createSource, positionOf } from '../../src/source.ts'
import { createEngine, type Helper } from '../../src/template/engine.ts'

const helpers: Record<string, Helper> = {
  tal: ((ref: string) => `tal:${ref}`) as Helper,
  namn: (() => 'hjälparens namn') as Helper
}

/** Templates by name; what printing `sida/x` says: text, or faults as "file:line:column rule: text". */
function run(templates: Record<string, string>, view: object = {}, name = 'sida/x') {
  const diagnostics = new Diagnostics()
  const sources = Object.entries(templates).map(([name, text]) =>
    createSource(`templates/${name}.hbs`, text)
  )
  const engine = createEngine({ sources, helpers }, diagnostics)
  const text = engine.render(name, view)
  const faults = diagnostics.sorted().map((d) => {
    const source = sources.find((s) => s.path === d.span?.file)
    const at = source && d.span ? positionOf(source, d.span.start) : undefined
    const marked = source && d.span ? source.text.slice(d.span.start, d.span.end) : ''
    return `${d.span?.file.slice(10).replace('.hbs', '')}:${at?.line}:${at?.column} ${d.rule} «${marked}» ${d.text}${d.hint ? ' ' + d.hint : ''}`
  })
  return { text, faults }
}

describe('render', () => {
  it('prints fields as text, never as markup', () => {
    expect(run({ 'sida/x': '<p>{{a}}</p>' }, { a: '<b> & "c"' }).text).toBe(
      '<p>&lt;b&gt; &amp; &quot;c&quot;</p>'
    )
  })

  it('lets through HTML that the program has made', () => {
    const markup = { toHTML: () => '<b>a</b>' }
    expect(run({ 'sida/x': '<p>{{a}}</p>' }, { a: markup }).text).toBe('<p><b>a</b></p>')
  })

  it('calls helpers with arguments, and takes a bare name for the field of that name', () => {
    expect(run({ 'sida/x': '{{tal "a.b"}} {{namn}}' }, { namn: 'fältet' }).text).toBe(
      'tal:a.b fältet'
    )
    expect(run({ 'sida/x': '{{namn}}' }, {}).text).toBe('hjälparens namn')
  })

  it('takes in partials, with a block for their inside', () => {
    const templates = {
      'sida/x': '{{#> sida/ram}}<p>{{a}}</p>{{> block/b c}}{{/sida/ram}}',
      'sida/ram': '<main>{{> @partial-block}}</main>',
      'block/b': '<i>{{d}}</i>'
    }
    expect(run(templates, { a: 'A', c: { d: 'D' } }).text).toBe('<main><p>A</p><i>D</i></main>')
  })

  it('reaches no prototype', () => {
    expect(run({ 'sida/x': '{{a.constructor}}' }, { a: {} }).faults).toEqual([
      'sida/x:1:3 mall-sokvag-finns «a.constructor» Okänt fält "constructor" i "a.constructor", väntade ett som finns. Här finns inga fält.'
    ])
    expect(run({ 'sida/x': '{{__proto__}}' }).faults).toHaveLength(1)
  })

  it('still prints a template when another one is broken', () => {
    const { text, faults } = run({ 'sida/x': 'a', 'sida/y': '{{#if b}}' })
    expect(text).toBe('a')
    expect(faults).toHaveLength(1)
  })

  it('does not print a template that takes in a broken one', () => {
    expect(run({ 'sida/x': '{{> block/b}}', 'block/b': '{{' }).text).toBeUndefined()
  })
})

describe('front matter', () => {
  const sources = [
    createSource('templates/dokument/arsrapport.hbs', '---\nnumrering: 2\n---\n<p>{{typo}}</p>')
  ]

  it('is given apart from the template, with its offset', () => {
    const engine = createEngine({ sources, helpers }, new Diagnostics())
    expect(engine.dokumenttyper).toEqual(['arsrapport'])
    expect(engine.dokument('arsrapport')?.frontMatter).toEqual({
      text: 'numrering: 2\n',
      offset: 4
    })
    expect(engine.dokument('delarsrapport')).toBeUndefined()
  })

  it('does not move the places of faults', () => {
    const diagnostics = new Diagnostics()
    createEngine({ sources, helpers }, diagnostics).render('dokument/arsrapport', { typ: 'a' })
    expect(diagnostics.all[0]?.span).toEqual({
      file: 'templates/dokument/arsrapport.hbs',
      start: 26,
      end: 30
    })
  })
})

describe('faults in the syntax', () => {
  const cases: [string, string][] = [
    [
      'a\n{{#if b}}\nc',
      '2:1 mall-syntax «{{#if b}}» Blocket {{#if}} stängs aldrig. Skriv {{/if}} där det tar slut.'
    ],
    [
      '{{#if b}}c{{/each}}',
      '1:11 mall-syntax «{{/each}}» Blocket {{#if}} stängs med {{/each}}. Skriv {{/if}} här, eller stäng blocken i omvänd ordning.'
    ],
    [
      'a{{/if}}',
      '1:2 mall-syntax «{{/if}}» {{/if}} stänger inget öppet block. Ta bort det, eller öppna med {{#if …}}.'
    ],
    [
      'a{{else}}b',
      '1:2 mall-syntax «{{else}}» {{else}} står utanför ett block. Det hör hemma mellan {{#if …}} och {{/if}}.'
    ],
    [
      'a\nb {{c',
      '2:3 mall-syntax «{{» Uttrycket stängs aldrig, väntade }}. Skriv }} där det tar slut.'
    ],
    [
      'a\nb {{tal "c}}',
      '2:9 mall-syntax «"» Citattecknet stängs aldrig. Skriv ett rakt citattecken (") till efter texten.'
    ],
    [
      'a\n\nbb {{tal "c" decimaler=1,5}}',
      '3:24 mall-syntax «1,5» Talet 1,5 kan inte ha decimalkomma i ett uttryck. Skriv "1,5" inom citattecken, eller 1.5 med punkt.'
    ],
    [
      '{{tal "a" ; }}',
      '1:11 mall-syntax «;» Oväntat tecken ";" i uttrycket. Ett uttryck skrivs {{namn "värde" val="värde"}}.'
    ],
    [
      'a {{tal b=}}',
      '1:3 mall-syntax «{{tal b=}}» Uttrycket är ofullständigt, väntade ett namn eller ett värde. Ett uttryck skrivs {{namn "värde" val="värde"}}.'
    ],
    [
      '{{}}',
      '1:1 mall-syntax «{{}}» Uttrycket är ofullständigt, väntade ett namn eller ett värde. Ett uttryck skrivs {{namn "värde" val="värde"}}.'
    ]
  ]
  it.each(cases)('%j', (template, fault) => {
    expect(run({ 'sida/x': template })).toEqual({ text: undefined, faults: [`sida/x:${fault}`] })
  })
})

describe('faults that need no view', () => {
  const cases: [string, string][] = [
    [
      'a\n {{tall "b"}}',
      '2:4 mall-hjalpare-finns «tall» Okänd hjälpare "tall", väntade en som finns. Menade du "tal"?'
    ],
    [
      '{{#if (xyzzy 1)}}a{{/if}}',
      '1:8 mall-hjalpare-finns «xyzzy» Okänd hjälpare "xyzzy", väntade en som finns. Hjälparna står i handboken.'
    ],
    [
      '{{log "a"}}',
      '1:3 mall-hjalpare-finns «log» Okänd hjälpare "log", väntade en som finns. Hjälparna står i handboken.'
    ],
    [
      '{{#eac b}}{{/eac}}',
      '1:4 mall-hjalpare-finns «eac» Okänd hjälpare "eac", väntade en som finns. Menade du "each"?'
    ],
    [
      '{{#rader}}a{{/rader}}',
      '1:4 mall-hjalpare-finns «rader» {{#rader}} är inget block. Skriv {{#if rader}}, {{#each rader}} eller {{#with rader}}.'
    ],
    [
      '{{> block/tabel}}',
      '1:5 mall-del-finns «block/tabel» Okänd mall "block/tabel", väntade en som finns under templates/. Menade du "block/tabell"?'
    ],
    [
      '{{#each}}{{/each}}',
      '1:4 mall-argument «each» {{#each}} saknar argument, väntade ett. Skriv {{#each fält}}.'
    ],
    [
      '{{#if a b}}{{/if}}',
      '1:9 mall-argument «b» {{#if}} har fler argument än ett. Ta bort det som är för mycket.'
    ],
    [
      '{{{a}}}',
      '1:1 mall-skyddar-text «{{{a}}}» Tre klamrar skulle skriva ut text oskyddad. Skriv två: {{…}}. Färdig HTML från programmet släpps igenom ändå.'
    ]
  ]
  it.each(cases)('%j', (template, fault) => {
    const view = { a: 'a', b: ['b'], rader: [] }
    expect(run({ 'sida/x': template, 'block/tabell': '' }, view)).toEqual({
      text: undefined,
      faults: [`sida/x:${fault}`]
    })
  })

  it('are all told at once', () => {
    expect(run({ 'sida/x': '{{tall "a"}}{{{b}}}{{> c}}' }, { b: 1 }).faults).toHaveLength(3)
  })
})
