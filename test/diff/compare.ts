import { diff, type Jämförelse } from '../../src/diff/diff.ts'
import { toMarkdown } from '../../src/diff/summary.ts'
import type { Historia } from '../../src/git.ts'
import { createEffects, createFiles, MINSTA, type Filer } from '../helpers/project.ts'

/** A history of one commit, "förr", with these files. */
export function createHistoria(filer: Filer): Historia {
  return {
    resolve: async (_, namn) => (namn === 'förr' ? 'f'.repeat(40) : { slag: 'okänd', vad: namn }),
    mergeBase: async () => 'f'.repeat(40),
    open: async () => ({
      commit: 'f'.repeat(40),
      datum: '2024-03-01',
      files: createFiles({ ...MINSTA, ...filer })
    })
  }
}

/** The minimal project with some files as they were and as they are; what `tertial diff` makes of it. */
export async function compare(
  förr: Filer,
  nu: Filer,
  mot = 'förr',
  rapporter: readonly string[] = []
): Promise<Jämförelse> {
  const result = await diff(
    '/projekt',
    { mot, rapporter },
    {
      effects: createEffects({ ...MINSTA, ...nu }),
      historia: createHistoria(förr),
      pool: undefined
    }
  )
  if ('fel' in result) throw new Error(result.fel)
  return result
}

/** What stands under the report's heading in the summary, for one report that has changed. */
export async function changes(förr: Filer, nu: Filer): Promise<string> {
  const text = toMarkdown(await compare(förr, nu))
  return text.replace(/^[\s\S]*?\n### [^\n]*\n\n/, '').trim()
}

const INLEDNING = 'content/region/enhet/2021-arsrapport/10-inledning.md'
/** The report's one section with another text. */
export const text = (markdown: string): Filer => ({
  [INLEDNING]: `# Inledning\n\n${markdown}\n`
})
