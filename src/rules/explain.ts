import type { Severity } from '../diagnostic.ts'
import { inbyggda } from './builtin.ts'
import { rules } from './index.ts'
import type { Exempel, Felexempel, Rule } from './rule.ts'

const NIVÅ: Readonly<Record<Severity, string>> = { error: 'fel', warning: 'varning', advice: 'råd' }

/** What `tertial explain <regel>` prints: level, reason, and examples right and wrong. */
export function explain(id: string): string | undefined {
  const rule = rules.find((each) => each.id === id)
  if (rule) return explainRule(rule)
  const inbyggd = inbyggda[id]
  return (
    inbyggd &&
    [
      id,
      '',
      wrap(inbyggd.why),
      '',
      inbyggd.fast ? 'Nivån går inte att ändra, och felet går inte att tysta.' : settings(id),
      ''
    ].join('\n')
  )
}

function explainRule({ id, severity, why, good, bad }: Rule): string {
  return [
    `${id} (${NIVÅ[severity]})`,
    '',
    wrap(why),
    '',
    ...bad.slice(0, 3).flatMap((exempel) => ['Fel', ...show(exempel), ...said(exempel), '']),
    ...good.slice(0, 2).flatMap((exempel) => ['Rätt', ...show(exempel), '']),
    settings(id),
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

const indent = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)

function show({ text, data, filer }: Exempel): string[] {
  const lines: string[] = []
  if (data) lines.push(...indent(data), '')
  for (const [path, content] of Object.entries(filer ?? {}))
    lines.push(`  ${path}:`, ...indent(content), '')
  if (text) lines.push(...indent(text))
  return lines
}

const said = ({ väntat }: Felexempel): string[] =>
  väntat.map((text) => `  → ${text.replace(/^(?:(?:fel|varning|råd) )?\S+ (?:\d+:\d+ )?/, '')}`)

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
  const width = Math.max(
    ...rules.map(({ id }) => id.length),
    ...Object.keys(inbyggda).map((id) => id.length)
  )
  const line = (id: string, nivå: string, why: string) =>
    `${id.padEnd(width)}  ${nivå.padEnd(7)}  ${why.split(/(?<=\.)\s/)[0] ?? ''}`
  return [
    'Regler',
    ...rules
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, severity, why }) => line(id, NIVÅ[severity], why)),
    '',
    'Kontroller när data läses och sidor görs',
    ...Object.entries(inbyggda).map(([id, { why, fast }]) => line(id, fast ? 'fel' : '', why)),
    '',
    'Mer om en regel: tertial explain <regel>',
    ''
  ].join('\n')
}

/** Names to suggest from. */
export const allRuleNames = (): string[] => [...rules.map(({ id }) => id), ...Object.keys(inbyggda)]
