#!/usr/bin/env node
// The command `tertial`. In a checkout it runs the sources; in an installed package, where Node
// doesn't read TypeScript, it runs the program in one piece that was packed with it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packed = fileURLToPath(new URL('../.program/start.js', import.meta.url))
const sources = fileURLToPath(new URL('./cli.ts', import.meta.url))
process.argv.splice(2, 0, existsSync(sources) ? sources : packed)
await import('./node24.mjs')
