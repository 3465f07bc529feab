import { menade } from '../messages.ts'
import { allRuleNames, explain, listRules } from '../rules/explain.ts'
import type { Command } from './command.ts'

/** `tertial explain [regel…]`: all rules, or each of those named in full. */
export const command: Command = {
  options: {},
  async run({ words, print, wrong }) {
    if (words.length === 0) print(listRules())
    for (const name of words) {
      const text = explain(name)
      if (text === undefined)
        return wrong(`Okänd regel "${name}". ${menade(name, allRuleNames()) ?? ''}`)
      print(text)
    }
    return 0
  }
}
