import type { Portfel } from '../preview/http.ts'
import { EDITORS, editorPattern } from '../preview/editor.ts'
import * as messages from '../preview/messages.ts'
import { startPreview } from '../preview/server.ts'
import { USAGE, type Command } from './command.ts'

export const command: Command = {
  options: {
    port: { type: 'string' },
    editor: { type: 'string' },
    'öppna-inte': { type: 'boolean' }
  },
  async run({ words, flag, value, root, env, version, ...context }) {
    const port = value('port') === undefined ? undefined : Number(value('port'))
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      return context.wrong(messages.okändPort(value('port') ?? ''))
    const wanted = value('editor') ?? env['TERTIAL_EDITOR'] ?? 'vscode'
    const editor = editorPattern(wanted)
    if (editor === undefined)
      return context.wrong(messages.okändEditor(wanted, Object.keys(EDITORS)))
    return context.drawing(async (pool, effects) => {
      const options = { root, rapporter: words, port, editor, version, say: context.print }
      const preview = await startPreview(options, pool, effects)
      if ('fel' in preview) return context.wrong(portText(preview))
      try {
        if (preview.diagnostics.all.length > 0) {
          context.tell(preview.diagnostics.sorted(), new Map())
          return USAGE
        }
        // Listened for before anything is said: who reads it may answer at once.
        const interrupted = context.interrupted()
        if (preview.tomt) context.print(messages.ingetProjekt(root))
        context.print(messages.visas(preview.start))
        if (!flag('öppna-inte') && !env['CI'] && !(await context.openAddress(preview.start)))
          context.print(messages.ingenÖppnare(preview.start))
        await interrupted
      } finally {
        await preview.close()
      }
      return 0
    })
  }
}

const portText = ({ fel, port }: Portfel): string =>
  fel === 'upptagen' ? messages.upptagenPort(port) : messages.nekadPort(port)
