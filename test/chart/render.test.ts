import { describe, expect, it } from 'vitest'
import { loadDiagrammall } from '../../src/chart/mall.ts'
import { measure } from '../../src/chart/measure.ts'
import { chartKey, dumpMall, mallKey, renderDiagram, restoreMall } from '../../src/chart/render.ts'
import type { Diagramdata } from '../../src/chart/types.ts'
import { data, draw, extents, mall, MALLAR, MNKR, rows, ST, texts, years } from './examples.ts'

const MÅL = { text: 'högst 4,5 %', värde: 4.5, nås: false }
const LÅNGT = 'Specialistutbildningssjuksköterskeförsörjning'

/** For every kind: nothing, one, few, many, zero, negative, missing, huge and odd signs. */
function cases(namn: (typeof MALLAR)[number]): Diagramdata[] {
  const negativt = namn !== 'fordelning'
  if (namn === 'linje' || namn === 'staplar' || namn === 'manader') {
    const period = (i: number): string =>
      namn === 'manader'
        ? `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
        : String(1960 + i)
    const serie = (värden: readonly (number | null)[]): Diagramdata =>
      data(years(0, värden).map((rad, i) => ({ ...rad, period: period(i) })))
    return [
      serie([]),
      serie([4.77]),
      serie([4.77, 5]),
      serie([0, 0, 0]),
      serie([-1, -4.5, -2]),
      serie([null, 3, null, 5, null]),
      serie([null]),
      serie([1234567890, 2, 1e12]),
      serie(Array.from({ length: namn === 'manader' ? 24 : 60 }, (_, i) => (i * 7) % 23)),
      {
        ...serie([5, 6, 7]),
        målvärde: { ...MÅL, text: 'minst 90 % av samtliga beslutade uppdrag' }
      }
    ]
  }
  const lista = [
    rows([]),
    rows([['FM', 3, '3']]),
    rows([
      [LÅNGT, 1234567890, '1 234 567 890'],
      ['Ж日本語 ≤ 3 & <b> "x"', 5, '5']
    ]),
    rows([
      ['A', 0, '0'],
      ['B', 0, '0']
    ]),
    rows([
      ['A', null, '–'],
      ['B', 2, '2']
    ]),
    rows(
      Array.from(
        { length: 60 },
        (_, i) => [`Rad ${i}`, (i * 37) % 101, String((i * 37) % 101)] as const
      )
    ),
    ...(negativt
      ? [
          rows([
            ['Bättre ändå', -3.2, '−3,2', 'bättre'],
            ['A', -1, '−1,0'],
            ['B', 0, '0,0']
          ])
        ]
      : [])
  ]
  return lista.map((rader) =>
    data(
      namn === 'grupperade-staplar'
        ? rader.flatMap((rad) => [
            { ...rad, serie: 'Utfall 2021' },
            { ...rad, serie: 'Budget', klass: 'mål' as const }
          ])
        : rader,
      { enhet: ST, titel: 'Antal' }
    )
  )
}

describe.each(MALLAR)('%s', (namn) => {
  it.each([640, 320])(
    'draws nothing, one, many, zero, minus, missing and huge at %i px',
    async (bredd) => {
      for (const underlag of cases(namn)) {
        const { svg } = await draw(namn, underlag, { bredd })
        expect(svg).not.toMatch(/NaN|undefined|Infinity|null/)
        expect(svg).toMatch(new RegExp(`^<svg [^>]*viewBox="0 0 ${bredd} \\d+"`))
        expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0)
        for (const { text, left, right } of extents(svg, (t, bold) =>
          measure(t, bold ? 600 : 400)
        )) {
          expect(left, `${text} i ${svg}`).toBeGreaterThan(-1.5)
          expect(right, `${text} i ${svg}`).toBeLessThan(bredd + 1.5)
        }
      }
    }
  )

  it('gives the same bytes each time', async () => {
    const underlag = cases(namn)[2] ?? data([])
    const { svg } = await draw(namn, underlag, { prefix: 'd1' })
    expect((await draw(namn, underlag, { prefix: 'd1' })).svg).toBe(svg)
    expect(svg).not.toMatch(/ style=| class="mark|font-family="sans/)
  })

  it('takes every colour from the theme', async () => {
    const { svg } = await draw(namn, cases(namn)[2] ?? data([]))
    for (const [, color] of svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g))
      expect(color).toMatch(/^(none|transparent|var\(--[a-z-]+,#[0-9a-f]+\))$/)
  })
})

describe('a line', () => {
  it('has each value at its point when they fit, and the target named', async () => {
    const { svg, alt, tabell } = await draw(
      'linje',
      data(years(2017, [5.12, 5.35, 6.03, 5.71, 4.77]), { målvärde: MÅL })
    )
    expect(texts(svg)).toEqual([
      'Mål högst 4,5 %',
      '5,12',
      '5,35',
      '6,03',
      '5,71',
      '4,77',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021'
    ])
    expect(svg).toContain(`role="img" aria-label="${alt}"`)
    expect(tabell.rader).toHaveLength(6)
  })

  it('has an axis in Swedish numbers when the values are too many to print', async () => {
    const { svg } = await draw(
      'linje',
      data(
        years(
          1960,
          Array.from({ length: 60 }, (_, i) => i * 250)
        )
      )
    )
    expect(texts(svg)).toContain('15\u00a0000')
    const { svg: minus } = await draw(
      'linje',
      data(
        years(
          1960,
          Array.from({ length: 60 }, (_, i) => -i / 40)
        )
      )
    )
    expect(texts(minus)).toContain('−1,5')
  })

  it('names two series at their ends', async () => {
    const rader = [
      ...years(2020, [5.71, 4.77], { serie: 'Regionstöd' }),
      ...years(2020, [7.2, 6.8], { serie: 'Hela regionen', klass: 'föregående' })
    ]
    expect(texts((await draw('linje', data(rader))).svg)).toEqual(
      expect.arrayContaining(['Regionstöd 4,77', 'Hela regionen 6,8'])
    )
  })

  it('has a gap where a value is missing', async () => {
    const { svg } = await draw('linje', data(years(2017, [5, 6, null, 7, 8])))
    const line = [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke-linecap/g)].map(([, d = '']) => d)
    expect(line.map((d) => d.match(/M/g)?.length)).toEqual([2])
  })
})

describe('bars', () => {
  it('stand in order of size, those without value last', async () => {
    const rader = rows([
      ['Sjukresor', -15.4, '−15,4'],
      ['Kost', null, '–'],
      ['FM', -9.5, '−9,5'],
      ['Fastigheter', 27.4, '+27,4']
    ])
    const { svg } = await draw('avvikelse', data(rader, { enhet: MNKR }))
    expect(texts(svg)).toEqual([
      'Fastigheter',
      'FM',
      'Sjukresor',
      'Kost',
      '+27,4',
      '−9,5',
      '−15,4',
      '–'
    ])
  })

  it('leave out a value that is no number', async () => {
    const rader = rows([
      ['A', 2, '2'],
      ['B', Number.NaN, '–'],
      ['C', Number.POSITIVE_INFINITY, '–']
    ])
    const { svg } = await draw('liggande-staplar', data(rader))
    expect(texts(svg)).toEqual(['A', 'B', 'C', '2', '–', '–'])
    expect(svg).not.toMatch(/NaN|Infinity/)
  })

  it('escape what stands in data', async () => {
    const { svg, alt } = await draw(
      'liggande-staplar',
      data(rows([['<b> & "x"', 1, '1']]), { titel: 'Mer & "mindre"' })
    )
    expect(svg).toContain('&lt;b&gt; &amp; "x"')
    expect(svg).toContain('aria-label="Stapeldiagram över mer &amp; &quot;mindre&quot;, procent.')
    expect(alt).toContain('mer & "mindre"')
  })

  it('name the measures of a group at its first bars only', async () => {
    const rader = rows([
      ['FM', 2, '2'],
      ['Kost', 1, '1']
    ]).flatMap((rad) => [
      { ...rad, serie: 'Utfall' },
      { ...rad, serie: 'Budget', klass: 'mål' as const }
    ])
    expect(texts((await draw('grupperade-staplar', data(rader))).svg)).toEqual([
      'FM',
      'Kost',
      '2',
      '2',
      '1',
      '1',
      'Utfall',
      'Budget'
    ])
  })
})

describe('data that a kind can’t show', () => {
  it.each([
    [
      'fordelning',
      rows([['Vinst', -2, '−2']]),
      'Diagrammet fordelning visar delar av en helhet, men ”Vinst” är −2. Välj avvikelse eller liggande-staplar.'
    ],
    [
      'manader',
      years(2021, [3]),
      'Diagrammet manader visar månader, men perioden 2021 är ingen månad.'
    ],
    [
      'staplar',
      [...years(2021, [3], { serie: 'A' }), ...years(2021, [4], { serie: 'B' })],
      'Diagrammet staplar visar en serie, men underlaget har 2: A, B. Välj linje eller grupperade-staplar.'
    ]
  ] as const)('is said in Swedish: %s', async (namn, rader, fel) => {
    expect(await renderDiagram(mall(namn), data(rader), { bredd: 640 })).toEqual({ fel })
  })
})

describe('a template of one’s own', () => {
  it('is drawn as wide as asked though its texts need room', async () => {
    const loaded = loadDiagrammall(
      {
        namn: 'prickar',
        beskrivning: 'En prick per rad.',
        diagramtyp: 'Prickdiagram',
        data: 'rader',
        spec: {
          data: { name: 'rader' },
          mark: { type: 'point', color: 'var(--accent)' },
          encoding: {
            x: { field: 'värde', type: 'quantitative' },
            y: { field: 'namn', type: 'nominal' }
          }
        }
      },
      'prickar.yaml'
    )
    if ('fel' in loaded) throw new Error(loaded.fel)
    const bild = await renderDiagram(loaded, data(rows([[LÅNGT, 2.5, '2,5']])), { bredd: 500 })
    expect('svg' in bild && bild.svg).toContain('viewBox="0 0 500 ')
    expect('svg' in bild && texts(bild.svg)).toEqual(expect.arrayContaining([LÅNGT, '2,5']))
  })

  it('has ids of its own, so that two may stand in one page', async () => {
    const klippt = {
      ...mall('linje'),
      namn: 'klippt',
      spec: {
        data: { name: 'rader' },
        mark: { type: 'line', clip: true, color: 'var(--warm)' },
        encoding: { x: { field: 'nyckel' }, y: { field: 'värde', type: 'quantitative' } }
      }
    }
    // Drawn at the same time, they don't take numbers from each other.
    const svgs = await Promise.all(
      ['d7', 'd8'].map(async (prefix) => {
        const bild = await renderDiagram(klippt, data(years(2020, [1, 2])), { bredd: 640, prefix })
        return 'svg' in bild ? bild.svg : ''
      })
    )
    expect(svgs.map((svg) => svg.match(/ id="[^"]*"|url\([^)]*\)/g))).toEqual([
      ['url(#d7-1)', ' id="d7-1"'],
      ['url(#d8-1)', ' id="d8-1"']
    ])
  })

  it('without signs that XML forbids, whatever stands in data', async () => {
    const { svg, alt } = await draw('liggande-staplar', data(rows([['A\u0007B', 1, '1']])))
    expect(texts(svg)).toContain('AB')
    expect(svg).toContain('En rad: AB, 1\u00a0%.')
    expect(alt).toContain('A\u0007B')
  })

  it('that Vega can’t draw gives an error with the template’s name, no exception', async () => {
    const trasig = {
      ...mall('linje'),
      namn: 'trasig',
      spec: { data: { name: 'rader' }, mark: { type: 'bar', x: { expr: '((' } } }
    }
    const bild = await renderDiagram(trasig, data(years(2021, [1])), { bredd: 640 })
    expect('fel' in bild && bild.fel).toMatch(/^Diagrammet trasig kunde inte ritas: /)
  })
})

describe('a chart for wide and narrow screens', () => {
  it('is drawn twice, each laid out for its width, ids apart', async () => {
    const underlag = data(rows([['Hyror för lokaler', 433, '433']]))
    const bild = await renderDiagram(mall('liggande-staplar'), underlag, {
      bredd: 640,
      smal: 320,
      prefix: 'a'
    })
    expect('svg' in bild && bild.svg).toMatch(
      /class="diagram-svg bred" role="img".* viewBox="0 0 640 /
    )
    expect('smal' in bild && bild.smal).toMatch(
      /class="diagram-svg smal" role="img".* viewBox="0 0 320 /
    )
    expect('smal' in bild && texts(bild.smal ?? '')).toEqual(['Hyror för lokaler', '433'])
  })
})

describe('keys for caches', () => {
  const underlag = data(years(2020, [1, 2]))

  it('differ with data, size and template, and only then', () => {
    const key = chartKey(mall('linje'), underlag, { bredd: 640 })
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(chartKey(mall('linje'), data(years(2020, [1, 2])), { bredd: 640 })).toBe(key)
    expect(chartKey(mall('linje'), data(years(2020, [1, 3])), { bredd: 640 })).not.toBe(key)
    expect(chartKey(mall('linje'), underlag, { bredd: 320 })).not.toBe(key)
    expect(chartKey(mall('staplar'), underlag, { bredd: 640 })).not.toBe(key)
  })

  it('let a template compiled before give the same drawing', async () => {
    const egen = { ...mall('linje'), spec: { ...mall('linje').spec, description: 'kopia' } }
    restoreMall(mallKey(egen), await dumpMall(mall('linje')))
    const bild = await renderDiagram(egen, underlag, { bredd: 640, prefix: 'a' })
    expect('svg' in bild && bild.svg).toBe((await draw('linje', underlag, { prefix: 'a' })).svg)
  })
})
