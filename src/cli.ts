#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { findBundle } from './bundle.ts'

// Before the rest is imported, so that all of it is kept. In CI nothing outlives the job, and writing
// it costs a tenth of a second.
if (!process.env['CI']) enableCompileCache()

const { run } = (await import(findBundle() ?? './main.ts')) as typeof import('./main.ts')
process.exitCode = await run(process.argv.slice(2))
