import { check } from '../check.ts'
import { formatCheck } from '../checkreport.ts'
import { CI, detectCi } from '../rules/annotations.ts'
import { exitCode, type Command } from './command.ts'

export const command: Command = {
  options: {
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
    sarif: { type: 'boolean' },
    annotera: { type: 'string' },
    tystade: { type: 'boolean' },
    sjalvgranskning: { type: 'boolean' },
    fix: { type: 'boolean' }
  },
  async run({ words, flag, value, root, env, colour, version, drawing, print, wrong }) {
    const system = value('annotera')
    const annotera = CI.find((ci) => ci === system)
    if (system !== undefined && !annotera)
      return wrong(`Okänt system "${system}". Välj ${CI.join(', ')}.`)
    const result = await drawing((pool, effects) =>
      check(root, { rapporter: words, fix: flag('fix'), pool }, effects)
    )
    print(
      formatCheck(result, {
        form: flag('json') ? 'json' : flag('sarif') ? 'sarif' : (annotera ?? 'text'),
        ci: detectCi(env),
        tystade: flag('tystade'),
        självgranskning: flag('sjalvgranskning'),
        colour,
        version
      })
    )
    return exitCode(result.diagnostics.all, flag('strict'))
  }
}
