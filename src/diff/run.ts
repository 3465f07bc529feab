import { diff } from './diff.ts'
import { renderSkillnad } from './page.ts'
import type { Fråga } from './sides.ts'
import { toMarkdown } from './summary.ts'
import { sammanfatta, sammanfattaRapport } from './view.ts'

export interface Utdata {
  /** Folder for the page, and how the user wrote it. */
  readonly out: string
  readonly visad: string
  readonly markdown: string | undefined
  readonly json: boolean
}

/** What `tertial diff` writes and prints; a sentence where it can't be done. */
export async function runDiff(
  root: string,
  fråga: Fråga,
  { out, visad, markdown, json }: Utdata,
  verktyg: Parameters<typeof diff>[2]
): Promise<{ readonly text: string } | { readonly fel: string }> {
  const jämförelse = await diff(root, fråga, verktyg)
  if ('fel' in jämförelse) return jämförelse
  const { effects } = verktyg
  const page = await renderSkillnad(root, jämförelse, effects)
  if (typeof page !== 'string') return page
  const { files } = effects
  await files.mkdir(out)
  await files.writeFile(`${out}/index.html`, page)
  if (markdown !== undefined) {
    await files.mkdir(markdown.replace(/[\\/][^\\/]*$/, ''))
    await files.writeFile(markdown, toMarkdown(jämförelse))
  }
  const { rapporter, oförändrade } = jämförelse
  if (json) return { text: JSON.stringify(jämförelse, null, 2) }
  return {
    text: [
      ...rapporter.map((one) => `${one.id}: ${sammanfattaRapport(one)}`),
      sammanfatta(rapporter, oförändrade),
      `${visad}/index.html`
    ].join('\n')
  }
}
