import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtInMall } from '../../src/chart/mall.ts'
import { MALLAR, PRECOMPILED } from '../../src/chart/precompiled.ts'
import { VERSION } from '../../src/chart/render.ts'
import { mall } from './examples.ts'
import { compileAll, readAll } from './write-precompiled.ts'

describe('the templates compiled beforehand', () => {
  it('are up to date; if not: npx node test/chart/write-precompiled.ts', async () => {
    expect(PRECOMPILED).toEqual(await compileAll())
    expect(MALLAR).toEqual(readAll())
  })

  it('are known by their text, any other template is not', () => {
    const text = readFileSync('templates/diagram/linje.yaml', 'utf8')
    expect(builtInMall(text)).toEqual(mall('linje'))
    expect(builtInMall(text.replace('namn: linje', 'namn: egen'))).toBeUndefined()
  })

  it('and every key name the versions that are installed', () => {
    const version = (name: string): unknown =>
      (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
        .version
    expect(VERSION).toContain(
      `vega ${String(version('vega'))}, vega-lite ${String(version('vega-lite'))},`
    )
  })
})
