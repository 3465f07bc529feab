import { inbyggda } from './builtin.ts'
import { rules } from './index.ts'
import { regelblad, regelgrupper } from './regelblad.ts'
import type { RegelexempelVy } from '../template/views.ts'

/** What `tertial explain <regel>` prints: level, reason, and examples right and wrong. */
export function explain(id: string): string | undefined {
  const blad = regelblad(id)
  if (!blad) return undefined
  const { nivå, varför, fel, rätt, fast } = blad
  return [
    `${id} (${nivå})`,
    '',
    wrap(varför),
    '',
    ...fel.flatMap((exempel) => ['Fel', ...show(exempel), '']),
    ...rätt.flatMap((exempel) => ['Rätt', ...show(exempel), '']),
    fast ? 'Nivån går inte att ändra, och felet går inte att tysta.' : settings(id),
    ''
  ].join('\n')
}

const settings = (id: string): string =>
  [
    'Nivå för projektet (styrmodell.yaml) eller rapporten (rapport.yaml):',
    '  regler:',
    `    ${id}: fel | varning | råd | av`,
    'Tysta på ett ställe, med skäl, på raden före:',
    `  <!-- tystad: ${id}: skälet -->   (Markdown)`,
    `  # tystad: ${id}: skälet          (YAML)`
  ].join('\n')

function show({ filer, sägs }: RegelexempelVy): string[] {
  const shown = filer.flatMap(({ sökväg, text }, i) => [
    ...(i > 0 ? [''] : []),
    ...(sökväg === null ? [] : [`  ${sökväg}:`]),
    ...text.split('\n').map((line) => `  ${line}`.trimEnd())
  ])
  return [...shown, ...sägs.map((text) => `  → ${text}`)]
}

function wrap(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length > 78) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}

/** What `tertial explain` prints: every rule with its level and the first sentence of its reason. */
export function listRules(): string {
  const grupper = regelgrupper()
  const width = Math.max(
    ...grupper
      .filter(({ regler }) => regler.length > 0)
      .flatMap(({ regler }) => regler.map(({ id }) => id.length))
  )
  return [
    ...grupper.flatMap(({ namn, regler }) => [
      namn,
      ...regler.map(
        ({ id, nivå, varför }) =>
          `  ${id.padEnd(width)}  ${nivå.padEnd(7)}  ${varför.split(/(?<=\.)\s(?=\p{Lu})/u)[0] ?? ''}`
      ),
      ''
    ]),
    'Mer om en regel: tertial explain <regel>',
    ''
  ].join('\n')
}

/** Names to suggest from. */
export const allRuleNames = (): string[] => [...rules.map(({ id }) => id), ...Object.keys(inbyggda)]
