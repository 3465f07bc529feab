import { writeFileSync } from 'node:fs'
import { mallKey } from '../../src/chart/render.ts'
import { compileMall } from '../../src/chart/vega.ts'
import { mall, MALLAR } from './examples.ts'

/**
 * Writes src/chart/precompiled.ts. Run after a change in templates/diagram, in the theme or in
 * the versions of Vega: `npx node test/chart/write-precompiled.ts`. A test says when it is due.
 */

/** Each built-in template's key and its Vega specification as JSON. */
export async function compileAll(): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const namn of MALLAR) {
    const { spec } = await compileMall(mall(namn))
    all[mallKey(mall(namn))] = JSON.stringify(spec)
  }
  return all
}

async function write(): Promise<void> {
  const entries = Object.entries(await compileAll()).map(
    ([key, json]) => `  '${key}':\n    String.raw\`${json}\``
  )
  const text = `/** Written by test/chart/write-precompiled.ts from templates/diagram; not edited by hand. */
export const PRECOMPILED: Readonly<Record<string, string>> = {
${entries.join(',\n')}
}
`
  writeFileSync(new URL('../../src/chart/precompiled.ts', import.meta.url), text)
}

if (import.meta.filename === process.argv[1]) await write()
