import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PRECOMPILED } from '../../src/chart/precompiled.ts'
import { VERSION } from '../../src/chart/render.ts'
import { compileAll } from './write-precompiled.ts'

describe('the templates compiled beforehand', () => {
  it('are up to date; if not: npx node test/chart/write-precompiled.ts', async () => {
    expect(PRECOMPILED).toEqual(await compileAll())
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
