import type { Effects } from './effects.ts'
import { Diagnostics } from './diagnostic.ts'
import { recall } from './minne.ts'
import type { Rapportmapp } from './stages/1-discover.ts'

const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml'
}

/** Pictures beside the text, inlined so that a page is one file. */
export async function loadImages(
  root: string,
  mapp: Rapportmapp,
  { files, minne }: Effects
): Promise<Map<string, string>> {
  const folder = `${root}/content/${mapp.id}`
  const bilder = new Map<string, string>()
  for (const { name, isDirectory } of await files.list(folder)) {
    const mime = MIME[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
    if (isDirectory || !mime) continue
    const [real, realFolder] = await Promise.all([
      files.realPath(`${folder}/${name}`),
      files.realPath(folder)
    ])
    if (!real.startsWith(`${realFolder}/`)) continue
    const bytes = await files.readFile(`${folder}/${name}`)
    const bild = recall(minne, `bild ${mapp.id}/${name}`, [bytes], new Diagnostics(), () =>
      Buffer.from(bytes).toString('base64')
    )
    bilder.set(name, `data:${mime};base64,${bild}`)
  }
  return bilder
}
