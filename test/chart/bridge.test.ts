import { describe, expect, it } from 'vitest'
import { describeDiagram } from '../../src/chart/describe.ts'
import { layoutDiagram } from '../../src/chart/layout.ts'
import { measure } from '../../src/chart/measure.ts'
import { renderDiagram } from '../../src/chart/render.ts'
import { tableOf } from '../../src/chart/table.ts'
import { data, draw, extents, mall, MNKR, rows, texts } from './examples.ts'

const BRYGGA = rows([
  ['Budget', 0, '0,0', 'summa'],
  ['Datorer', -40.5, '−40,5', 'sämre'],
  ['Konsulter', 28.5, '+28,5', 'bättre'],
  ['Utfall', -12, '−12,0', 'summa']
])
const underlag = data(BRYGGA, { enhet: MNKR, decimaler: 1, titel: 'Nämndens resultat' })

function placed(rader: typeof BRYGGA, bredd = 640) {
  const layout = layoutDiagram(mall('brygga'), { ...underlag, rader }, bredd)
  if ('fel' in layout) throw new Error(layout.fel)
  return layout
}

describe('a bridge', () => {
  it('begins each step where the one before ended, and its levels at zero', () => {
    expect(
      placed(BRYGGA).data['rader']?.map((rad) => [rad['namn'], rad['från'], rad['till']])
    ).toEqual([
      ['Budget', 0, 0],
      ['Datorer', 0, -40.5],
      ['Konsulter', -40.5, -12],
      ['Utfall', 0, -12]
    ])
  })

  it('has room for all its levels, not for its values alone', () => {
    const { signaler } = placed(
      rows([
        ['Budget', 100, '100', 'summa'],
        ['A', 50, '+50'],
        ['B', -30, '−30'],
        ['Utfall', 120, '120', 'summa']
      ])
    )
    expect([signaler['lägst'], signaler['högst']]).toEqual([0, 150])
  })

  it('may have a level on the way', () => {
    const rader = rows([
      ['Budget', 10, '10', 'summa'],
      ['A', 5, '+5'],
      ['Prognos', 15, '15', 'summa'],
      ['B', -1, '−1'],
      ['Utfall', 14, '14', 'summa']
    ])
    expect(placed(rader).data['rader']?.map((rad) => rad['till'])).toEqual([10, 15, 15, 14, 14])
  })

  it('writes each number outside the end of its step', () => {
    expect(placed(BRYGGA).data['rader']?.map((rad) => [rad['läge'], rad['åtVänster']])).toEqual([
      [0, false],
      [-40.5, true],
      [-12, false],
      [-12, true]
    ])
  })

  it.each([640, 320])('keeps its texts within %i px', async (bredd) => {
    const { svg } = await draw('brygga', underlag, { bredd })
    expect(texts(svg)).toEqual(expect.arrayContaining(['Budget', '−40,5', '+28,5', 'Utfall']))
    for (const { text, left, right } of extents(svg, (t, bold) => measure(t, bold ? 600 : 400))) {
      expect(left, text).toBeGreaterThanOrEqual(-1)
      expect(right, text).toBeLessThanOrEqual(bredd + 1)
    }
  })

  it('joins its steps with lines where names stand beside them, not where they stand above', () => {
    const links = (bredd: number) => placed(BRYGGA, bredd).data['rader']?.map((rad) => rad['länk'])
    expect(links(640)).toEqual([true, true, true, false])
    expect(links(320)).toEqual([false, false, false, false])
  })

  it('isn’t drawn when its steps lead somewhere else', async () => {
    const rader = BRYGGA.map((rad) =>
      rad.namn === 'Utfall' ? { ...rad, värde: -13, text: '−13,0' } : rad
    )
    expect(await renderDiagram(mall('brygga'), { ...underlag, rader }, { bredd: 640 })).toEqual({
      fel: 'Bryggan går inte ihop i diagrammet brygga: stegen leder till −12, men Utfall är −13,0'
    })
  })

  it('takes what rounding of its rows can explain', () => {
    const rader = BRYGGA.map((rad) => (rad.namn === 'Utfall' ? { ...rad, värde: -12.1 } : rad))
    expect(placed(rader).data['rader']).toHaveLength(4)
  })
})

describe('the text alternative of a bridge', () => {
  it('says from what to what, and each step', () => {
    expect(describeDiagram(mall('brygga'), underlag)).toBe(
      'Bryggdiagram över nämndens resultat, miljoner kronor. Från budget 0,0\u00a0mnkr till utfall −12,0\u00a0mnkr. 2 steg: Datorer −40,5\u00a0mnkr och Konsulter +28,5\u00a0mnkr. 1 är bättre och 1 sämre.'
    )
  })

  it('names the largest where the steps are many', () => {
    const rader = rows([
      ['Start', 0, '0', 'summa'],
      ...Array.from({ length: 14 }, (_, i) => [`Post ${i + 1}`, i + 1, `+${i + 1}`] as const),
      ['Slut', 105, '105', 'summa']
    ])
    expect(describeDiagram(mall('brygga'), { ...underlag, rader })).toContain(
      'Från start 0\u00a0mnkr till slut 105\u00a0mnkr. 14 steg, de största: Post 14 +14\u00a0mnkr, Post 13'
    )
  })

  it('says so when there is nothing', () => {
    expect(describeDiagram(mall('brygga'), { ...underlag, rader: [] })).toBe(
      'Bryggdiagram över nämndens resultat, miljoner kronor. Inga värden.'
    )
  })

  it('has its rows as a table in the order they stand', () => {
    expect(tableOf(mall('brygga'), underlag).rader).toEqual([
      ['Budget', '0,0'],
      ['Datorer', '−40,5'],
      ['Konsulter', '+28,5'],
      ['Utfall', '−12,0']
    ])
  })
})
