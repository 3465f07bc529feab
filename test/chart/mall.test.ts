import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadDiagrammall } from '../../src/chart/mall.ts'
import { mall, MALLAR } from './examples.ts'

const FIL = 'templates/diagram/eget.yaml'
const HEL = {
  namn: 'eget',
  beskrivning: 'Ett eget diagram.',
  diagramtyp: 'Punktdiagram',
  data: 'rader',
  spec: {
    data: { name: 'rader' },
    mark: 'point',
    encoding: { x: { field: 'värde', type: 'quantitative' }, y: { field: 'namn' } }
  }
}

function fel(change: object): string {
  const loaded = loadDiagrammall({ ...HEL, ...change }, FIL)
  return 'fel' in loaded ? loaded.fel : 'inget fel'
}

describe('the templates that come with Tertial', () => {
  it('are these, each without faults and named as its file', () => {
    expect(readdirSync('templates/diagram').toSorted()).toEqual(MALLAR.map((n) => `${n}.yaml`))
    expect(MALLAR.map((namn) => mall(namn).namn)).toEqual([...MALLAR])
  })
})

describe('a template of one’s own', () => {
  it('may be a plain Vega-Lite specification with a Swedish head', () => {
    expect(loadDiagrammall(HEL, FIL)).toEqual({
      ...HEL,
      höjd: 180,
      frånNoll: false,
      ordning: 'storlek'
    })
  })

  it.each([
    [
      'spec.encoding: key',
      { spec: { ...HEL.spec, encodng: {} } },
      `${FIL}, spec.encodng: ”encodng” är ingen Vega-Lite-nyckel. Menade du ”encoding”?`
    ],
    [
      'head key',
      { beskrivnig: 'x' },
      `${FIL}, beskrivnig: Nyckeln ”beskrivnig” finns inte i en diagrammall. Menade du ”beskrivning”?`
    ],
    ['missing name', { namn: undefined }, `${FIL}, namn: Nyckeln ”namn” saknas.`],
    ['form', { data: 'radr' }, `${FIL}, data: ”radr” är ingen form för data. Menade du ”rader”?`],
    [
      'far off form',
      { data: 'xyzzyx' },
      `${FIL}, data: ”xyzzyx” är ingen form för data. Välj bland tidsserie, månader, perioder, rader, grupper, andelar och brygga.`
    ],
    [
      'height',
      { höjd: '200 px' },
      `${FIL}, höjd: Nyckeln ”höjd” ska vara ett tal från 40 till 900.`
    ],
    [
      'no spec',
      { spec: undefined },
      `${FIL}, spec: Nyckeln ”spec” saknas: där står Vega-Lite-specifikationen.`
    ],
    [
      'mark',
      { spec: { ...HEL.spec, mark: 'bars' } },
      `${FIL}, spec.mark: ”bars” är inget märke. Menade du ”bar”?`
    ],
    [
      'mark property',
      { spec: { ...HEL.spec, mark: { type: 'bar', colour: 'var(--ink)' } } },
      `${FIL}, spec.mark.colour: ”colour” är ingen märkesegenskap. Menade du ”color”?`
    ],
    [
      'channel',
      { spec: { ...HEL.spec, encoding: { z: { field: 'värde' } } } },
      `${FIL}, spec.encoding.z: ”z” är ingen kanal. Menade du ”x”?`
    ],
    [
      'field',
      { spec: { ...HEL.spec, encoding: { x: { field: 'vard' } } } },
      `${FIL}, spec.encoding.x.field: ”vard” är inget fält. Menade du ”värde”?`
    ],
    [
      'type',
      { spec: { ...HEL.spec, encoding: { x: { field: 'värde', type: 'quantitive' } } } },
      `${FIL}, spec.encoding.x.type: ”quantitive” är ingen typ. Menade du ”quantitative”?`
    ],
    [
      'data name',
      { spec: { ...HEL.spec, data: { name: 'rad' } } },
      `${FIL}, spec.data.name: ”rad” är ingen datakälla. Välj bland rader och mål.`
    ],
    [
      'data address',
      { spec: { ...HEL.spec, data: { url: 'https://example.org/a.csv' } } },
      `${FIL}, spec.data.url: Ett diagram hämtar inte data från en adress. Bind data vid namn: ”data: { name: rader }”.`
    ],
    [
      'address in a transform',
      {
        spec: {
          ...HEL.spec,
          transform: [
            { lookup: 'namn', from: { data: { url: 'file:///x' }, key: 'k', fields: ['v'] } }
          ]
        }
      },
      `${FIL}, spec.transform.0.from.data.url: Ett diagram hämtar inte data från en adress. Bind data vid namn: ”data: { name: rader }”.`
    ],
    [
      'no data',
      { spec: { mark: 'bar' } },
      `${FIL}, spec: Här saknas ”data”: vilka data som ska ritas. Till exempel ”data: { name: rader }”.`
    ],
    [
      'no mark',
      { spec: { data: { name: 'rader' } } },
      `${FIL}, spec: Här saknas ”mark” eller ”layer”: vad som ska ritas.`
    ],
    [
      'parts',
      { spec: { ...HEL.spec, hconcat: [] } },
      `${FIL}, spec.hconcat: Ett diagram kan inte delas upp med ”hconcat”.`
    ],
    [
      'width',
      { spec: { ...HEL.spec, width: 300 } },
      `${FIL}, spec.width: Programmet bestämmer ”width”. Ta bort raden; höjden anges med ”höjd”.`
    ],
    [
      'colour',
      { spec: { ...HEL.spec, mark: { type: 'bar', color: 'var(--acent)' } } },
      `${FIL}, spec.mark.color: ”acent” är ingen färg. Menade du ”accent”?`
    ],
    [
      'fixed colour',
      { spec: { ...HEL.spec, mark: { type: 'bar', color: '#0f5c6e' } } },
      `${FIL}, spec.mark.color: Färgen ”#0f5c6e” följer inte temat. Skriv till exempel ”var(--accent)”.`
    ]
  ])('says what is wrong: %s', (_, change, message) => {
    expect(fel(change)).toBe(message)
  })

  it('has all its faults told at once, each with its place', () => {
    const loaded = loadDiagrammall(
      { namn: 'x', data: 'rader', spec: { layer: [{ mark: 'baar' }] } },
      FIL
    )
    expect('felen' in loaded ? loaded.felen.map(({ väg }) => väg) : []).toEqual([
      ['beskrivning'],
      ['diagramtyp'],
      ['spec', 'layer', 0, 'mark'],
      ['spec', 'layer', 0]
    ])
  })

  it('must be a mapping', () => {
    expect(loadDiagrammall(null, FIL)).toMatchObject({
      fel: `${FIL}: Filen ska ha nycklar och värden, till exempel ”namn: linje”.`
    })
  })
})
