import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Svar } from './http.ts'

const TYPES: Readonly<Record<string, string>> = {
  'klient.js': 'text/javascript; charset=utf-8',
  'jamfor.js': 'text/javascript; charset=utf-8',
  'paneler.js': 'text/javascript; charset=utf-8',
  'stallen.js': 'text/javascript; charset=utf-8',
  'klient.css': 'text/css; charset=utf-8'
}

/** A file of the preview's own script and style, which come with the program. */
export function readClient(name: string): Svar | undefined {
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
  return type === undefined ? undefined : { type, body: readFileSync(join(findFolder(), name)) }
}

/** Also when the program runs in one piece from its cache. */
function findFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  for (let folder = here; ; folder = dirname(folder)) {
    const found = [join(folder, 'client'), join(folder, 'src/preview/client')].find((path) =>
      existsSync(join(path, 'klient.js'))
    )
    if (found) return found
    if (folder === dirname(folder)) throw new Error("the preview's script wasn't found")
  }
}
