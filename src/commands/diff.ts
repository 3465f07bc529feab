import { resolve } from 'node:path'
import { runDiff } from '../diff/run.ts'
import { gitHistoria } from '../git.ts'
import type { Command } from './command.ts'

/** `tertial diff <version or period> [rapport…]`: what differs in the reports. */
export const command: Command = {
  options: {
    out: { type: 'string' },
    markdown: { type: 'string' },
    json: { type: 'boolean' }
  },
  async run({ words, flag, value, root, drawing, print, wrong }) {
    const [mot, ...rapporter] = words
    if (mot === undefined)
      return wrong('Skriv vad du vill jämföra med: tertial diff main, eller tertial diff 2023-T2')
    const visad = value('out') ?? 'output/diff'
    const markdown = value('markdown')
    const told = await drawing((pool, effects) =>
      runDiff(
        root,
        { mot, rapporter },
        {
          out: resolve(root, visad),
          visad,
          markdown: markdown === undefined ? undefined : resolve(root, markdown),
          json: flag('json')
        },
        { effects, historia: gitHistoria, pool }
      )
    )
    if ('fel' in told) return wrong(told.fel)
    print(told.text)
    return 0
  }
}
