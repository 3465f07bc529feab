import { rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { BUNDLE, signature } from './bundle.ts'

/** Where a package has the program, which can't run as TypeScript there. */
const PACKED = new URL('../.program/', import.meta.url)

/**
 * Puts the program in one piece, run by `npm ci` (script `prepare`), or with `--pack` into the package
 * that `npm pack` makes. In a checkout it is never needed: where it can't be made, or the sources have
 * changed since, the sources themselves are run.
 */
try {
  if (process.argv.includes('--pack')) {
    await makeBundle(fileURLToPath(PACKED))
    await writeFile(
      new URL('start.js', PACKED),
      "import { run } from './main.js'\nprocess.exitCode = await run(process.argv.slice(2))\n"
    )
  } else await makeBundle(fileURLToPath(BUNDLE))
} catch (error) {
  console.error(`The program was not put in one piece: ${String(error).split('\n', 3).join(' ')}`)
}

async function makeBundle(folder: string): Promise<void> {
  const { rolldown } = await import('rolldown')
  const place = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  const before = signature()
  const bundle = await rolldown({
    input: {
      main: place('./main.ts'),
      worker: place('./chart/worker.ts'),
      'print-worker': place('./preview/print-worker.ts')
    },
    platform: 'node',
    // The second asks for its own files by names that can't be followed.
    external: [/^@sparticuz\//, 'jsonc-parser'],
    logLevel: 'silent'
  })
  // Made beside its place and renamed, so that a build meanwhile never runs half of it.
  const made = `${folder.replace(/[\\/]$/, '')}-ny-${process.pid}`
  await bundle.write({ dir: made, format: 'esm', chunkFileNames: '[name].js' })
  await writeFile(`${made}/package.json`, '{ "type": "module" }\n')
  await writeFile(`${made}/signature.txt`, before)
  await rm(folder, { recursive: true, force: true })
  await rename(made, folder)
}
