// Runs a program with Node 24 whatever `node` is: "node src/node24.mjs src/cli.ts build". The project
// brings Node 24 along as the package `node`, whose install script puts it in place. Where install
// scripts are blocked (npm ci --ignore-scripts) that is done here, the first time it is needed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const WANTED = 24

if (Number(process.versions.node.split('.')[0]) >= WANTED) {
  process.argv.splice(1, 1)
  await import(pathToFileURL(resolve(process.argv[1])).href)
} else {
  const folder = fileURLToPath(new URL('../node_modules/node', import.meta.url))
  const node = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node) && existsSync(folder)) {
    console.error(`Hämtar Node ${WANTED} …`)
    spawnSync(process.execPath, ['installArchSpecificPackage'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit']
    })
  }
  if (existsSync(node)) {
    const { status, error } = spawnSync(node, process.argv.slice(2), { stdio: 'inherit' })
    if (error) console.error(String(error))
    process.exitCode = status ?? 1
  } else {
    console.error(
      `Tertial behöver Node ${WANTED}, det här är Node ${process.versions.node}. Kör "npm ci", eller installera Node ${WANTED}.`
    )
    process.exitCode = 2
  }
}
