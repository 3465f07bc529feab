import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createDiagrampool } from '../../src/chart/pool.ts'
import type { FileEffects } from '../../src/effects.ts'
import type { Flöde } from '../../src/preview/http.ts'
import { createSession } from '../../src/preview/session.ts'
import { createEffects, MINSTA } from '../helpers/project.ts'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

const ID = 'region/enhet/2021-arsrapport'
const CHAPTER = `content/${ID}/10-inledning.md`
const DATA = 'data/region/enhet/ekonomi.yaml'

it('holds no more after a thousand saves than after a hundred', async () => {
  const effects = createEffects(MINSTA)
  const written = new Map<string, Uint8Array>()
  const kept = new Map<string, Uint8Array>()
  const at = (path: string) => path.slice('/projekt/'.length)
  const files: FileEffects = {
    ...effects.files,
    async readFile(path) {
      const bytes = written.get(at(path)) ?? kept.get(path) ?? (await effects.files.readFile(path))
      kept.set(path, bytes)
      return bytes
    }
  }
  const session = createSession({
    root: '/projekt',
    watched: { files, close: () => undefined },
    effects,
    pool: createDiagrampool(null),
    onMade: () => undefined
  })
  let shown = 0
  const flöde: Flöde = {
    send: (event) => void (shown += event === 'sida' ? 1 : 0),
    onClose: () => undefined
  }
  const report = await session.open(ID)
  session.follow(report, report.visad?.version ?? 0, flöde)
  const save = async (nr: number): Promise<void> => {
    // Text mostly, data now and then, and a fault that is mended at once.
    const text =
      nr % 50 === 7 ? '{{tal "okänd"}}' : `Stycke ${nr} med {{tal "resultat.summa.utfall"}}.`
    written.set(CHAPTER, Buffer.from(`# Inledning\n\n${text}\n\n{{tabell "resultat"}}\n`))
    if (nr % 10 === 0)
      written.set(DATA, Buffer.from(MINSTA[DATA]?.replace('-10,5', `-10,${nr % 9}`) ?? ''))
    session.changed({ paths: [CHAPTER], at: 0 })
    await session.idle()
  }
  const used = (): number => {
    gc()
    return process.memoryUsage().heapUsed / 1e6
  }
  for (let nr = 0; nr < 100; nr++) await save(nr)
  const before = used()
  for (let nr = 100; nr < 1000; nr++) await save(nr)
  const after = used()
  expect(shown).toBe(980)
  expect(report.visad?.version).toBe(981)
  expect(after - before).toBeLessThan(5)
})
