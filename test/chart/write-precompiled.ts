import { readFileSync, writeFileSync } from 'node:fs'
import { textKey } from '../../src/chart/mall.ts'
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

/** Each built-in template as read, by the text of its file. */
export function readAll(): Record<string, string> {
  return Object.fromEntries(
    MALLAR.map((namn) => [
      textKey(readFileSync(`templates/diagram/${namn}.yaml`, 'utf8')),
      JSON.stringify(mall(namn))
    ])
  )
}

async function write(): Promise<void> {
  const table = (all: Readonly<Record<string, string>>): string =>
    Object.entries(all)
      .map(([key, json]) => `  '${key}':\n    String.raw\`${json}\``)
      .join(',\n')
  const text = `/** Written by test/chart/write-precompiled.ts from templates/diagram; not edited by hand. */
export const PRECOMPILED: Readonly<Record<string, string>> = {
${table(await compileAll())}
}

/** The templates as read, by the hash of their files' text. */
export const MALLAR: Readonly<Record<string, string>> = {
${table(readAll())}
}
`
  writeFileSync(new URL('../../src/chart/precompiled.ts', import.meta.url), text)
}

if (import.meta.filename === process.argv[1]) await write()
