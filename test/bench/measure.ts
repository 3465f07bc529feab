import { spawn } from 'node:child_process'

/** A whole process, from start to end. */
export interface Command {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Before the clock starts: clears what a cold run mustn't find. */
  readonly prepare?: () => Promise<void>
}

/** Milliseconds of one run under this Node; throws with its words when it fails. */
export async function time({ args, cwd, env, prepare }: Command): Promise<number> {
  await prepare?.()
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject)
  child.on('close', resolve)
  const code = await ended
  const ms = performance.now() - started
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said}`)
  return ms
}

/** Milliseconds by name, one a round. */
export type Rounds = ReadonlyMap<string, readonly number[]>

/** Runs all commands once a round, in turn, so that a busy minute hits them alike. */
export async function interleave(
  commands: Readonly<Record<string, Command>>,
  rounds: number,
  onRound: (round: number) => void
): Promise<Rounds> {
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    onRound(round)
    for (const [name, command] of Object.entries(commands))
      times.get(name)?.push(await time(command))
  }
  return times
}

/** The middle value; between the two middle ones where they are even in number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const at = (i: number) => sorted[i] ?? NaN
  return sorted.length % 2 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2
}
