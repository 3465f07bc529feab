import { createRapport, formatNytt } from '../new.ts'
import { USAGE, type Command } from './command.ts'

export const command: Command = {
  options: { enhet: { type: 'string' }, period: { type: 'string' } },
  async run({ words, value, root, effects, tell, print, wrong }) {
    const [dokumenttyp, ...fler] = words
    const [enhet, period] = [value('enhet'), value('period')]
    if (dokumenttyp === undefined || enhet === undefined || period === undefined || fler.length > 0)
      return wrong(
        'Skriv dokumenttyp, enhet och period: npx tertial new årsrapport --enhet regionstod --period 2026'
      )
    const nytt = await createRapport(root, { dokumenttyp, enhet, period }, await effects())
    tell(nytt.diagnostics.sorted(), nytt.sources)
    if (nytt.id === undefined) return USAGE
    print(formatNytt(nytt))
    return 0
  }
}
