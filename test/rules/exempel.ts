import type { Diagnostic } from '../../src/diagnostic.ts'
import { SEVERITY } from '../../src/reporter.ts'
import type { Exempel } from '../../src/rules/rule.ts'
import { positionOf, type Sources } from '../../src/source.ts'
import { slug } from '../../src/text/slug.ts'
import { allDiagnostics, makeProject } from '../helpers/project.ts'

const ÅRSRAPPORT = 'content/region/enhet/2021-arsrapport'

/** The small project that an example stands for: its text under one heading, its data in one file. */
export function filesOf(exempel: Exempel): Record<string, string | null> {
  const { rapport } = exempel
  const mapp = rapport === undefined ? ÅRSRAPPORT : folderOf(rapport)
  return {
    ...(rapport !== undefined && {
      [`${ÅRSRAPPORT}/rapport.yaml`]: null,
      [`${mapp}/rapport.yaml`]: `rapport:\n  titel: Rapporten\n${rapport.replace(/^(?=.)/gm, '  ')}`
    }),
    'data/region/enhet/mal.yaml': null,
    'data/region/enhet/indikatorer.yaml': null,
    'data/region/enhet/ekonomi.yaml': null,
    'data/region/enhet/data.yaml': exempel.data ?? 'ursprung: publicerat\n',
    [`${ÅRSRAPPORT}/10-inledning.md`]: null,
    [`${mapp}/10-text.md`]: `# Inledning\n\n${exempel.text ?? 'Text.'}\n`,
    ...exempel.filer
  }
}

/** The folder that a report of that type and period has. */
function folderOf(rapport: string): string {
  const read = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(rapport)?.[1] ?? ''
  return `content/region/enhet/${read('period').toLowerCase()}-${slug(read('dokumenttyp'))}`
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

/** "text 3:14 Sentence.", with the level in front where it isn't the rule's own. */
export function sayAs(d: Diagnostic, own: string, sources: Sources): string {
  const file = d.span?.file.replace(/^.*\/(?:\d+-)?([^/]*)\.\w+$/, '$1') ?? '–'
  const source = d.span && sources.get(d.span.file)
  const at = source && d.span && positionOf(source, d.span.start)
  const level = d.severity === own ? '' : `${SEVERITY[d.severity]} `
  return `${level}${file} ${at ? `${at.line}:${at.column}` : ''} ${d.text.replaceAll('\u00a0', ' ')}`
}

/** What one rule finds in an example, as examples write it. */
export async function foundAs(exempel: Exempel, rule: string, own: string) {
  const { diagnostics, sources } = await checkExempel(exempel)
  return diagnostics
    .filter((d) => d.rule === rule)
    .map((d) => ({ said: sayAs(d, own, sources), hint: d.hint }))
}
