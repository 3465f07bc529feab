import type { Diagnostic } from '../diagnostic.ts'
import type { Diagrampool } from '../chart/pool.ts'
import type { Effects } from '../effects.ts'
import type { Sources } from '../source.ts'

/** An option of a command, as it is typed: `--strict`, `--out MAPP`. */
export type Option = { readonly type: 'boolean' | 'string'; readonly multiple?: boolean }

/** The real world, with a line of progress that is cleared when all is done. */
export interface Live extends Effects {
  done(): void
}

/** What a command is given of the outside. */
export interface Context {
  /** What was typed after the command's name, options apart. */
  readonly words: readonly string[]
  flag(name: string): boolean
  value(name: string): string | undefined
  /** Every command there is, by name. */
  readonly commands: Readonly<Record<string, () => Promise<Command>>>
  /** The project's folder. */
  readonly root: string
  /** Tertial's own folder, with the templates that come with it. */
  readonly home: string
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether the terminal shows colour. */
  readonly colour: boolean
  /** The real world with a line of progress, made when first asked for. */
  effects(): Promise<Live>
  /** Does work that draws charts, and ends the drawer and the line of progress with it. */
  drawing<T>(work: (pool: Diagrampool, effects: Live) => Promise<T>): Promise<T>
  /** Asks the one at the keyboard; undefined where nobody is. */
  ask(question: string): Promise<string | undefined>
  print(text: string): void
  /** Prints what was found, as text or as JSON. */
  tell(found: readonly Diagnostic[], sources: Sources, json?: boolean): void
  /** Shows an address in the user's browser; false where that can't be done from here. */
  openAddress(address: string): Promise<boolean>
  /** Resolves when the user wants the command to end: Ctrl+C, or the terminal is closed. */
  interrupted(): Promise<void>
  /** Says how the command was wrongly used; gives the exit code for that. */
  wrong(text: string): number
}

export interface Command {
  /** What it takes, besides --help. */
  readonly options: Readonly<Record<string, Option>>
  /** Does it; gives the exit code. */
  run(context: Context): Promise<number>
}

/** Wrong use of the command line. */
export const USAGE = 2

/** The exit code that findings give: 1 on any fel, with strict on any varning too. */
export function exitCode(
  diagnostics: readonly { severity: string; rule?: string }[],
  strict: boolean
): number {
  // A report that isn't there is a word gone wrong on the command line, not a fault in a report.
  if (diagnostics.some((d) => d.rule === 'rapport-finns')) return USAGE
  return diagnostics.some((d) => d.severity === 'error' || (strict && d.severity === 'warning'))
    ? 1
    : 0
}
