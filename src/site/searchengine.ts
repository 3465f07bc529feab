import type { Effects } from '../effects.ts'

/** Where the search lies in the output folder. */
export const SÖKMOTOR = 'sok/sok.js'

/**
 * The search that runs in the reader's browser, as one script: the library, the Swedish stemmer
 * and what joins them. Loaded when somebody searches, never before.
 */
export async function readSökmotor(
  root: string,
  { files, packageFile }: Effects
): Promise<string | undefined> {
  const own = `${root}/templates/sida/sok.js`
  if (!(await files.exists(own))) return undefined
  // The package names its file for programs; beside it lies the one for pages.
  const library = packageFile('minisearch').replace(/es([\\/])index\.js$/, 'umd$1index.js')
  const [minisearch, stemmer, engine] = await Promise.all([
    files.readText(library),
    files.readText(packageFile('@orama/stemmers/swedish')),
    files.readText(own)
  ])
  return [
    minisearch.replace(/^\/\/# sourceMappingURL=.*$/m, ''),
    `const tertialStam = (() => {\n${stemmer.replace(/\bexport /g, '').replace(/^\/\/# sourceMappingURL=.*$/m, '')}\nreturn stemmer\n})()`,
    engine
  ].join('\n')
}
