import { resolve } from 'node:path'
import { build } from '../build.ts'
import { formatBuilt } from '../buildreport.ts'
import { exitCode, type Command } from './command.ts'

export const command: Command = {
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
    'kontrollera-pdf': { type: 'boolean' }
  },
  async run({ words, flag, value, root, version, drawing, tell, print, wrong }) {
    const wanted = (value('format') ?? 'html,pdf')
      .split(',')
      .map((part) => part.trim().toLowerCase())
    for (const part of wanted)
      if (part !== 'html' && part !== 'pdf')
        return wrong(`Okänt format "${part}". Välj html, pdf eller html,pdf.`)
    const format = new Set(wanted as ('html' | 'pdf')[])
    // Before all else, so that the browser starts beside it.
    const printer = format.has('pdf')
      ? (await import('../stages/8-pdf.ts')).openPrinter()
      : undefined
    const out = value('out') ?? 'output'
    const strict = flag('strict')
    const started = performance.now()
    const result = await drawing((pool, effects) =>
      build(
        root,
        {
          rapporter: words,
          format,
          out: resolve(root, out),
          strict,
          kontrolleraPdf: flag('kontrollera-pdf'),
          pool,
          printer
        },
        effects,
        version
      )
    )
    tell(result.diagnostics.sorted(), result.sources, flag('json'))
    if (!flag('json')) print(formatBuilt(result, performance.now() - started, out))
    return exitCode(result.diagnostics.all, strict)
  }
}
