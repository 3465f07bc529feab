import type { Command } from './command.ts'

/** Every command by the name that is typed, each loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).command,
  check: async () => (await import('./check.ts')).command,
  explain: async () => (await import('./explain.ts')).command,
  status: async () => (await import('./status.ts')).command,
  preview: async () => (await import('./preview.ts')).command,
  new: async () => (await import('./new.ts')).command,
  init: async () => (await import('./init.ts')).command,
  schema: async () => (await import('./schema.ts')).command,
  diff: async () => (await import('./diff.ts')).command,
  completion: async () => (await import('./completion.ts')).command
}
