import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import about from '../package.json' with { type: 'json' }
import { USAGE, type Context, type Option } from './commands/command.ts'

/** The command that the arguments ask for; gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    return wrong(
      `Tertial behöver Node 24, det här är Node ${process.versions.node}. Kör "npx tertial" eller "npm run build", som tar rätt Node.`
    )
  const { commands } = await import('./commands/index.ts')
  // The first word that is one, whatever options stand before it.
  const typed = args.filter((arg) => !arg.startsWith('-'))
  const name = typed.find((arg) => Object.hasOwn(commands, arg)) ?? typed[0]
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  const command = await load?.()
  const options: Record<string, Option & { short?: string }> = {
    ...command?.options,
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' }
  }
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      // Without a command there is nothing that the options could belong to.
      strict: command !== undefined
    })
  } catch (error) {
    return wrongOption(error as Error, name ?? '', Object.keys(options))
  }
  const { values, positionals } = parsed
  const { HELP } = await import('./help.ts')
  if (values['version']) {
    console.log(about.version)
    return 0
  }
  if (name === undefined || (values['help'] && !command)) {
    console.log(HELP['tertial'])
    return values['help'] || name === undefined ? 0 : USAGE
  }
  if (!command) {
    const { menade } = await import('./messages.ts')
    return wrong(`Okänt kommando "${name}". ${menade(name, Object.keys(commands)) ?? ''}`)
  }
  if (values['help']) {
    console.log(HELP[name])
    return 0
  }
  const words = positionals.slice(positionals.indexOf(name) + 1)
  return command.run(await createContext(words, values))
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

async function createContext(words: readonly string[], values: Values): Promise<Context> {
  const { diagnosticsAsJson, formatDiagnostics } = await import('./reporter.ts')
  const { commands } = await import('./commands/index.ts')
  let effects: ReturnType<typeof createEffects> | undefined
  const opened = () => (effects ??= createEffects())
  const colour = process.stdout.isTTY && !process.env['NO_COLOR']
  const print = (text: string): void => console.log(text)
  return {
    words,
    commands,
    flag: (name) => values[name] === true,
    value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    root: process.cwd(),
    home: findHome(),
    version: about.version,
    env: process.env,
    colour,
    effects: opened,
    async drawing(work) {
      const real = await opened()
      const pool = await openPool(real.cache !== undefined)
      try {
        return await work(pool, real)
      } finally {
        await pool.close()
        real.done()
      }
    },
    ask,
    print,
    tell(found, sources, json = false) {
      if (json) print(JSON.stringify(diagnosticsAsJson(found, sources), null, 2))
      else if (found.length > 0) print(formatDiagnostics(found, sources, { colour }))
    },
    openAddress: async (address) => (await import('./effects.ts')).openAddress(address),
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
          process.once(signal, () => resolve())
      }),
    wrong
  }
}

/** Tertial's own folder, also where the program runs in one piece from elsewhere in it. */
function findHome(): string {
  const own = (folder: string) => existsSync(join(folder, 'templates', 'start'))
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!own(folder) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY || process.env['CI']) return undefined
  const { createInterface } = await import('node:readline/promises')
  const keyboard = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await keyboard.question(question)
  } finally {
    keyboard.close()
  }
}

/** Says what is wrong with an option: that it isn't this command's, or which was meant. */
async function wrongOption(error: Error, command: string, known: readonly string[]) {
  const option = /'(-[^']*)'/.exec(error.message)?.[1]
  if (!option) return wrong('Valen går inte att läsa.')
  const { commands } = await import('./commands/index.ts')
  const others = await Promise.all(Object.values(commands).map((load) => load()))
  if (
    others.some(({ options }) => Object.hasOwn(options, option.slice(2))) &&
    !known.includes(option.slice(2))
  )
    return wrong(`"tertial ${command}" tar inte valet ${option}.`)
  const { menade } = await import('./messages.ts')
  const names = known.map((name) => `--${name}`)
  return wrong(`Okänt eller ofullständigt val "${option}". ${menade(option, names) ?? ''}`)
}

function wrong(text: string): number {
  console.error(`${text.trim()}\nHjälp: npx tertial --help`)
  return USAGE
}

/**
 * A thread that draws, where no drawings are kept started beside the loading of the rest. On two cores
 * it was no faster than drawing here, and with a browser at work slower: there it is done without.
 */
async function openPool(cached: boolean) {
  const { createDiagrampool } = await import('./chart/pool.ts')
  if (availableParallelism() <= 2) return createDiagrampool(null)
  const pool = createDiagrampool()
  if (!cached) pool.warm()
  return pool
}

/** The real world, and a line of progress that a terminal rewrites and CI prints plainly. */
async function createEffects() {
  const { diskCache, diskFiles, packageFile, readCommit } = await import('./effects.ts')
  const live = process.stderr.isTTY && !process.env['CI']
  return {
    files: diskFiles,
    env: process.env,
    commit: readCommit,
    cache:
      process.env['TERTIAL_CACHE'] === 'nej' ? undefined : diskCache(resolve('.cache/tertial')),
    packageFile,
    progress(text: string): void {
      if (live)
        process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`)
      else process.stderr.write(`${text}\n`)
    },
    done(): void {
      if (live) process.stderr.write('\r\u001b[2K')
    }
  }
}
