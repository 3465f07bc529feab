import { spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface Completion {
  readonly label: string
  readonly documentation?: string | { readonly value: string }
}
export interface Diagnos {
  readonly message: string
  readonly range: { readonly start: { readonly line: number; readonly character: number } }
}

/** The real yaml-language-server, as VS Code's extension starts it, for the files of a folder. */
export interface Server {
  /** Opens a file with that text; gives what is underlined in it. */
  open(path: string, text: string): Promise<readonly Diagnos[]>
  /** What is suggested at `|` in the text. */
  complete(path: string, text: string): Promise<readonly Completion[]>
  /** What is said of the word at `|` in the text. */
  hover(path: string, text: string): Promise<string>
  stop(): void
}

const PROGRAM = fileURLToPath(
  new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url)
)

export async function startServer(
  folder: string,
  settings: Readonly<Record<string, unknown>>
): Promise<Server> {
  const child = spawn(process.execPath, [PROGRAM, '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore']
  })
  const answers = new Map<number, (result: unknown) => void>()
  const opened = new Map<string, (found: readonly Diagnos[]) => void>()
  let rest = Buffer.alloc(0)
  let last = 0

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const ask = (method: string, params: object): Promise<unknown> => {
    const id = ++last
    send({ id, method, params })
    return new Promise((resolve) => answers.set(id, resolve))
  }
  interface Incoming {
    readonly id?: number
    readonly method?: string
    readonly result?: unknown
    readonly params?: unknown
  }
  const take = ({ id, method, result, params }: Incoming): void => {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnos[] }
      opened.get(decodeURIComponent(uri))?.(diagnostics)
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section: string }[] }
      send({ id, result: items.map(({ section }) => settings[section] ?? null) })
    } else if (method !== undefined && id !== undefined) send({ id, result: null })
    else if (id !== undefined) answers.get(id)?.(result)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = /Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/.exec(rest.toString('latin1'))
      if (!head) return
      const start = head.index + head[0].length
      const end = start + Number(head[1])
      if (rest.length < end) return
      take(JSON.parse(rest.toString('utf8', start, end)) as Incoming)
      rest = rest.subarray(end)
    }
  })

  const root = pathToFileURL(folder).href
  await ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'projekt' }],
    capabilities: {
      workspace: { configuration: true },
      textDocument: { hover: { contentFormat: ['markdown'] }, completion: {} }
    }
  })
  send({ method: 'initialized', params: {} })
  send({ method: 'workspace/didChangeConfiguration', params: { settings } })

  let version = 0
  const open = (path: string, text: string): Promise<readonly Diagnos[]> => {
    const uri = pathToFileURL(`${folder}/${path}`).href
    const name = decodeURIComponent(uri)
    const known = opened.has(name)
    const found = new Promise<readonly Diagnos[]>((resolve) => opened.set(name, resolve))
    if (known)
      send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version: ++version }, contentChanges: [{ text }] }
      })
    else
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version: ++version, text } }
      })
    return found
  }
  const at = async (method: string, path: string, text: string): Promise<unknown> => {
    const offset = text.indexOf('|')
    const before = text.slice(0, offset).split('\n')
    await open(path, text.slice(0, offset) + text.slice(offset + 1))
    return ask(method, {
      textDocument: { uri: pathToFileURL(`${folder}/${path}`).href },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
    })
  }
  return {
    open,
    async complete(path, text) {
      const result = (await at('textDocument/completion', path, text)) as {
        items: readonly Completion[]
      } | null
      return result?.items ?? []
    },
    async hover(path, text) {
      const result = (await at('textDocument/hover', path, text)) as {
        contents: { value: string }
      } | null
      return result?.contents.value ?? ''
    },
    stop: () => void child.kill()
  }
}
