import { make } from '../pipeline.ts'
import { readLäge } from '../status.ts'
import { formatLägen } from '../statustable.ts'
import { exitCode, type Command } from './command.ts'

export const command: Command = {
  options: { json: { type: 'boolean' } },
  async run({ words, flag, root, colour, drawing, tell, print }) {
    const { made, sources, diagnostics } = await drawing((pool, effects) =>
      make(root, { rapporter: words, pdf: true, pool }, effects)
    )
    const lägen = made.map((one) => readLäge(one, sources))
    if (flag('json')) print(JSON.stringify(lägen, null, 2))
    else {
      tell(diagnostics.sorted(), sources)
      if (lägen.length > 0) print(formatLägen(lägen, { colour }))
    }
    return exitCode(diagnostics.all, false)
  }
}
