import { describe, expect, it } from 'vitest'
import { createDiagrampool } from '../../src/chart/pool.ts'
import { data, draw, mall, years } from './examples.ts'

const UNDERLAG = data(years(2019, [4.1, 5.2, 4.77]))

describe('the pool', () => {
  it('draws many at once in its thread, the same as without', async () => {
    const pool = createDiagrampool()
    const bilder = await Promise.all(
      ['a', 'b', 'c'].map((prefix) => pool.draw(mall('linje'), UNDERLAG, { bredd: 640, prefix }))
    )
    await pool.close()
    const here = await Promise.all(
      ['a', 'b', 'c'].map((prefix) => draw('linje', UNDERLAG, { prefix }))
    )
    expect(bilder).toEqual(here)
  })

  it('may be warmed before the first chart', async () => {
    const pool = createDiagrampool()
    pool.warm()
    const bild = await pool.draw(mall('linje'), UNDERLAG, { bredd: 640, prefix: 'a' })
    await pool.close()
    expect(bild).toEqual(await draw('linje', UNDERLAG, { prefix: 'a' }))
  })

  it('draws in the caller’s thread when its own can’t start', async () => {
    const pool = createDiagrampool(new URL('file:///finns/inte.ts'))
    const bild = await pool.draw(mall('linje'), UNDERLAG, { bredd: 640, prefix: 'a' })
    expect(bild).toEqual(await draw('linje', UNDERLAG, { prefix: 'a' }))
    await pool.close()
  })

  it('draws what is left when it is closed too early, and after', async () => {
    const pool = createDiagrampool()
    const early = pool.draw(mall('linje'), UNDERLAG, { bredd: 640, prefix: 'a' })
    await pool.close()
    const late = pool.draw(mall('linje'), UNDERLAG, { bredd: 640, prefix: 'a' })
    expect(await early).toEqual(await late)
  })

  it('hands over what a data set can’t show as an error, not an exception', async () => {
    const pool = createDiagrampool()
    expect(await pool.draw(mall('manader'), UNDERLAG, { bredd: 640 })).toEqual({
      fel: 'Diagrammet manader visar månader, men perioden 2019 är ingen månad.'
    })
    await pool.close()
  })
})
