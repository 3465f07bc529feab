import { createProjekt, formatProjekt } from '../init.ts'
import { USAGE, type Command } from './command.ts'

const NAMN = 'Exempelkommunen'

export const command: Command = {
  options: { namn: { type: 'string' }, år: { type: 'string' } },
  async run({ words, value, root, home, effects, ask, tell, print, wrong }) {
    if (words.length > 0) return wrong('Ett projekt görs i mappen du står i: npx tertial init')
    const given = value('namn')
    const namn = (given ?? (await ask(`Vad heter organisationen? (${NAMN}) `)))?.trim() || NAMN
    const valt = value('år') ?? String(new Date().getFullYear() - 1)
    if (!/^(19|20)\d\d$/.test(valt))
      return wrong(`"${valt}" är inget år. Skriv till exempel --år 2025`)
    const år = Number(valt)
    const resultat = await createProjekt(root, { namn, år, home }, await effects())
    tell(resultat.diagnostics.sorted(), new Map())
    if (resultat.gjorda.length === 0) return USAGE
    print(formatProjekt(resultat))
    return 0
  }
}
