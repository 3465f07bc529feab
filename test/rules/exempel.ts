import type { Exempel } from '../../src/rules/rule.ts'
import { allDiagnostics, makeProject } from '../helpers/project.ts'

const RAPPORT = 'content/region/enhet/2021-arsrapport'

/** The small project that an example stands for: its text under one heading, its data in one file. */
export function filesOf(exempel: Exempel): Record<string, string | null> {
  return {
    'data/region/enhet/mal.yaml': null,
    'data/region/enhet/indikatorer.yaml': null,
    'data/region/enhet/ekonomi.yaml': null,
    'data/region/enhet/data.yaml': exempel.data ?? 'ursprung: publicerat\n',
    [`${RAPPORT}/10-inledning.md`]: null,
    [`${RAPPORT}/10-text.md`]: `# Inledning\n\n${exempel.text ?? 'Text.'}\n`,
    ...exempel.filer
  }
}

/** All that is found in an example. */
export async function checkExempel(exempel: Exempel) {
  const making = await makeProject(filesOf(exempel))
  return {
    diagnostics: allDiagnostics(making),
    sources: making.sources,
    tystade: making.made.flatMap(({ tystade }) => tystade)
  }
}
