import { expect, it } from 'vitest'
import { createDiagrampool } from '../../src/chart/pool.ts'
import { createSession } from '../../src/preview/session.ts'
import { createEffects, MINSTA } from '../helpers/project.ts'

it('shows a page that rules about data object to, with what they found beside it', async () => {
  const twice = MINSTA['data/region/enhet/indikatorer.yaml']
    ?.replace('indikatorer:\n', '')
    .replace('id: sjukfrånvaro', 'id: frånvaro')
    .replace('utfall: 6,0', 'utfall: 7,5')
  const effects = createEffects({
    ...MINSTA,
    'data/region/enhet/indikatorer.yaml': `${MINSTA['data/region/enhet/indikatorer.yaml']}${twice}`
  })
  const session = createSession({
    root: '/projekt',
    watched: { files: effects.files, close: () => undefined },
    effects,
    pool: createDiagrampool(null),
    onMade: () => undefined
  })
  const report = await session.open('region/enhet/2021-arsrapport')
  const { version, fel, fynd } = session.läge(report)
  expect(version).toBe(1)
  expect(fel).toEqual([])
  expect(fynd.filter(({ nivå }) => nivå === 'fel').map(({ regel }) => regel)).toContain(
    'en-uppgift-ett-varde'
  )
})
