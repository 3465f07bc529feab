import { writeSchemas } from '../editor/schemas.ts'
import { exitCode, type Command } from './command.ts'

export const command: Command = {
  options: { out: { type: 'string' } },
  async run({ words, value, root, effects, tell, print, wrong }) {
    if (words.length > 0)
      return wrong('tertial schema gäller hela projektet och tar ingen rapport.')
    const { scheman, kopplade, diagnostics } = await writeSchemas(
      root,
      value('out'),
      await effects()
    )
    tell(diagnostics.sorted(), new Map())
    if (scheman.length > 0) {
      const folder = scheman[0]?.replace(/\/[^/]*$/, '') ?? ''
      print(`${scheman.length} scheman skrivna till ${folder}/`)
    }
    if (kopplade)
      print(
        'VS Code använder dem genom .vscode/settings.json och tillägget YAML (redhat.vscode-yaml).'
      )
    return exitCode(diagnostics.all, false)
  }
}
