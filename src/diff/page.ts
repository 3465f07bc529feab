import { Diagnostics } from '../diagnostic.ts'
import type { Effects } from '../effects.ts'
import { createSource } from '../source.ts'
import { mallhjälpare } from '../template/call.ts'
import { createEngine } from '../template/engine.ts'
import { fontFaces, fontsFor } from '../template/fonts.ts'
import type { Jämförelse } from './diff.ts'
import { toVy } from './view.ts'

/** The comparison as one file that needs nothing else; a sentence where the templates have faults. */
export async function renderSkillnad(
  root: string,
  jämförelse: Jämförelse,
  { files, packageFile }: Effects
): Promise<string | { readonly fel: string }> {
  const css = await readAll(`${root}/templates/tema`, '.css', files)
  const own = await readAll(`${root}/templates/sida`, 'diff.css', files)
  const faults = new Diagnostics()
  const sources = await Promise.all(
    (await files.list(`${root}/templates/sida`))
      .filter(({ name }) => /^diff.*\.hbs$/.test(name))
      .map(async ({ name }) =>
        createSource(
          `templates/sida/${name}`,
          await files.readText(`${root}/templates/sida/${name}`)
        )
      )
  )
  const engine = createEngine({ sources, helpers: mallhjälpare }, faults)
  if (!engine.has('sida/diff'))
    return { fel: 'Mallen templates/sida/diff.hbs saknas, så sidan kan inte göras.' }
  const style = [...css, ...own].join('\n')
  const draft = engine.render('sida/diff', toVy(jämförelse, style)) ?? ''
  const fonts = fontsFor(draft.replace(/<style>[\s\S]*?<\/style>/, ''))
  const uris = new Map<string, string>()
  for (const font of fonts) {
    const path =
      'package' in font.from
        ? packageFile(`${font.from.package}/${font.from.path}`)
        : `${root}/templates/${font.from.path.replace(/^templates\//, '')}`
    const bytes = Buffer.from(await files.readFile(path))
    uris.set(font.file, `data:font/woff2;base64,${bytes.toString('base64')}`)
  }
  const faces = fontFaces((file) => uris.get(file) ?? '', fonts)
  const html = engine.render('sida/diff', toVy(jämförelse, `${faces}\n${style}`))
  const [fault] = faults.all
  return html ?? { fel: `Sidan kunde inte göras: ${fault?.text ?? ''}` }
}

async function readAll(folder: string, ending: string, files: Effects['files']): Promise<string[]> {
  const found = (await files.list(folder)).filter(({ name }) => name.endsWith(ending))
  return Promise.all(found.map(({ name }) => files.readText(`${folder}/${name}`)))
}
