import { complete, completionScript, SKAL, type Känt } from '../completion.ts'
import { Diagnostics } from '../diagnostic.ts'
import { allRuleNames } from '../rules/explain.ts'
import { discover } from '../stages/1-discover.ts'
import { load } from '../stages/2-load.ts'
import { dokumenttyper, openEngine } from '../templates.ts'
import type { Command, Context } from './command.ts'

export const command: Command = {
  options: { ord: { type: 'boolean' } },
  async run(context) {
    const { words, flag, print, wrong } = context
    if (flag('ord')) {
      const found = await complete(words, await readKänt(context))
      if (found.length > 0) print(found.join('\n'))
      return 0
    }
    const skal = SKAL.find((each) => each === words[0])
    if (!skal) return wrong(`Skriv vilket skal det gäller: ${SKAL.join(', ')}.`)
    print(completionScript(skal).trimEnd())
    return 0
  }
}

/** The program's commands with their options, and what the project has, read when asked for. */
async function readKänt({ root, commands, effects }: Context): Promise<Känt> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, find]) => {
      const { options } = await find()
      const takes = Object.entries(options).map(([option, { type }]) => [option, type === 'string'])
      return [name, Object.fromEntries(takes)] as const
    })
  )
  const real = await effects()
  const project = () => discover(root, real.files, new Diagnostics())
  return {
    kommandon: Object.fromEntries(loaded),
    rapporter: async () => (await project()).rapporter.map(({ id }) => id),
    enheter: async () => [...(await project()).enheter.keys()],
    async dokumenttyper() {
      const found = await project()
      const { texter } = await load(root, found.mallar, real, new Map(), new Diagnostics())
      return dokumenttyper(openEngine(found, texter, new Diagnostics()))
    },
    regler: async () => allRuleNames()
  }
}
